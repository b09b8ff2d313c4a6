"""Vietnamese alphabetical order, folding for comparison, and names without marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=11)}
_TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Ngang, huyền, hỏi, ngã, sắc, nặng: tones count after letters."""


@lru_cache(maxsize=16384)
def sort_key(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key for sorting names by the Vietnamese alphabet (a ă â b c d đ e ê …), tones after letters.

    The same name in NFC or NFD gives the same key but for the last part, which keeps the order of equals stable.
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", name.lower()):
        base, tone = _split(char)
        if base.isdigit():
            letters.append(1 + int(base) if base.isdecimal() else 1)
        else:
            letters.append(_RANK.get(base, 0 if base.isspace() else 100 + ord(base)))
        tones.append(_TONES[tone])
    return tuple(letters), tuple(tones), name


def _split(char: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks[1:] if mark in _TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks)[:1], tone


def folded(name: str) -> str:
    """Form for comparison: NFC or NFD, case, spaces, and the vowel that carries the tone (Hòa / Hoà) do not matter."""
    words = []
    for word in unicodedata.normalize("NFC", name).casefold().split():
        pairs = [_split(char) for char in word]
        words.append("".join(base for base, _ in pairs) + "".join(tone for _, tone in pairs if tone))
    return " ".join(words)


def unmarked(text: str) -> str:
    """The same letters without their marks: ``Đặng Thùy`` as ``Dang Thuy``; other signs stay."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(name: str) -> str:
    """A name as an id or part of a file name: plain lower-case letters and digits joined by ``-``."""
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in unmarked(name))
    return "-".join(kept.lower().split())
