"""Vietnamese alphabetical order, and names without marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from parindex.values.names import TONES, split_tone

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=11)}


@lru_cache(maxsize=16384)
def sort_key(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key for sorting names by the Vietnamese alphabet (a ă â b c d đ e ê …), tones after letters.

    The same name in NFC or NFD gives the same key but for the last part, which keeps the order of equals stable.
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", name.lower()):
        base, tone = split_tone(char)
        if base.isdigit():
            letters.append(1 + int(base) if base.isdecimal() else 1)
        else:
            letters.append(_RANK.get(base, 0 if base.isspace() else 100 + ord(base)))
        tones.append(TONES[tone])
    return tuple(letters), tuple(tones), name


def unmarked(text: str) -> str:
    """The same letters without their marks: ``Đặng Thùy`` as ``Dang Thuy``; other signs stay."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(name: str) -> str:
    """A name as an id or part of a file name: plain lower-case letters and digits joined by ``-``."""
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in unmarked(name))
    return "-".join(kept.lower().split())
