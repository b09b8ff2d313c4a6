"""Small Vietnamese sentences: lists, numbering, ends of sentences, places in a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from parindex.locale.formats import by_set, gap
from parindex.model.policy import Rounding
from parindex.values.numbers import rounded

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of the points of an administrative document: no f, j, w or z."""
DASH = "–"
"""Printed where there is no figure."""
DASHES = re.compile(r"^(?:[•*]\s*|[-–—+](?:\s+|(?!\d)))+")
"""What people write before an item of a list."""


class Scores:
    """Prints points with the decimals and rounding of the set."""

    def __init__(self, rounding: Rounding | None = None) -> None:
        """Two decimals, half up, without a set's rounding."""
        self._rounding = rounding or Rounding()

    def __call__(self, value: Decimal | None) -> str:
        """``3,88``; a dash where there is no score."""
        return by_set(value, self._rounding)

    def gap(self, whole: Decimal, reached: Decimal | None) -> str:
        """What is missing to ``whole``, as the difference of the two printed numbers: 11,00 − 10,43 = 0,57."""
        return self(gap(whole, reached or Decimal(0), self._rounding.digits, self._rounding.mode))

    def share(self, value: Decimal | None) -> str:
        """An index: ``97,82%``; a dash where there is none."""
        return DASH if value is None else f"{self(value)}%"

    def figure(self, value: Decimal | None) -> Decimal | None:
        """The number that is printed, for a chart."""
        return None if value is None else rounded(value, self._rounding.digits, self._rounding.mode)


def letter(index: int) -> str:
    """``a)`` for 0; after the last letter a number follows: ``a1)``."""
    rest, at = divmod(index, len(LETTERS))
    return f"{LETTERS[at]}{rest or ''})"


def series(words: Sequence[str]) -> str:
    """``a, b và c``; with semicolons where a member has a comma or "và" of its own."""
    if len(words) < 2:
        return "".join(words)
    if any("," in word or " và " in word for word in words):
        return f"{'; '.join(words[:-1])} và {words[-1]}" if len(words) == 2 else "; ".join(words)
    return f"{', '.join(words[:-1])} và {words[-1]}"


def few(words: Iterable[str], most: int = 5) -> str:
    """``a; b; c``; of more than ``most``, the first ones and how many others."""
    found = list(words)
    if len(found) > most:
        found = [*found[: most - 1], f"{len(found) - most + 1} tài liệu khác"]
    return "; ".join(found)


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends with a sign of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:;" else f"{text}."


def undashed(text: str) -> str:
    """A text that may be entered as an item of a list, without the dash before it and the sign after it.

    The sign of a figure is no dash: ``-5%``.
    """
    text = text.strip()
    bare = DASHES.sub("", text)
    return text if bare == text else bare.rstrip(" ;,")


def sentences(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, each with its full stop."""
    return tuple(sentence(text) for text in texts if text.strip())


def listed(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts as items of a list: ``- a;`` and at the end ``- b.``"""
    items = [text.strip().rstrip(".;,") for text in texts]
    return tuple(f"- {text}{'.' if index == len(items) else ';'}" for index, text in enumerate(items, start=1))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
