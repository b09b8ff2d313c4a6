"""Names as they are compared, however they are typed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Ngang, huyền, hỏi, ngã, sắc, nặng: tones count after letters."""


def split_tone(char: str) -> tuple[str, str]:
    """A letter without its tone, and the tone."""
    marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks[1:] if mark in TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks)[:1], tone


@lru_cache(maxsize=1024)
def folded(name: str) -> str:
    """Form for comparison: NFC or NFD, case, spaces, and the vowel that carries the tone (Hòa / Hoà) do not matter."""
    words = []
    for word in unicodedata.normalize("NFC", name).casefold().split():
        pairs = [split_tone(char) for char in word]
        words.append("".join(base for base, _ in pairs) + "".join(tone for _, tone in pairs if tone))
    return " ".join(words)
