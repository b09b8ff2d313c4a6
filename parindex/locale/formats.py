"""Numbers and dates as Vietnamese documents print them: decimal comma, thousands point, dd/mm/yyyy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from parindex.values.numbers import RoundingMode, plain, rounded

if TYPE_CHECKING:
    from parindex.model.policy import Rounding

_SIGNS = str.maketrans(",.", ".,")
_OBEYED = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of characters that end lines, move the cursor, turn the direction of writing or are not seen at all."""
_LONGEST = 6
"""Decimals of a number that does not end: 66,666667 stands for two thirds."""


@lru_cache(maxsize=4096)
def number(value: Decimal, digits: int | None = None, mode: RoundingMode = "half-up") -> str:
    """``1176.5`` as ``1.176,5``; with ``digits``, exactly so many decimals.

    Without ``digits`` the number is printed in full, up to six decimals.
    """
    if digits is not None:
        text = format(rounded(value, digits, mode), ",f")
    else:
        text = format(Decimal(plain(value)), ",f")
        if len(text.partition(".")[2]) > _LONGEST:
            text = format(rounded(value, _LONGEST, mode), ",f").rstrip("0").rstrip(".")
    if text.startswith("-") and not text.strip("-0,."):
        text = text[1:]
    return text.translate(_SIGNS)


def points(value: Decimal | None, digits: int = 2, mode: RoundingMode = "half-up") -> str:
    """Points with two decimals; an en dash where there is no score yet."""
    return "–" if value is None else number(value, digits, mode)


def by_set(value: Decimal | None, rounding: Rounding) -> str:
    """Points or an index as a set's policy prints them; an en dash where there is none yet."""
    return points(value, rounding.digits, rounding.mode)


@lru_cache(maxsize=4096)
def gap(whole: Decimal, reached: Decimal, digits: int = 2, mode: RoundingMode = "half-up") -> Decimal:
    """What is missing to ``whole``, never below 0, as the difference of the printed numbers: 11,00 − 10,43 = 0,57."""
    return max(rounded(whole, digits, mode) - rounded(reached, digits, mode), Decimal(0))


def percent(value: Decimal) -> str:
    """A percent: ``97%``."""
    return f"{number(value)}%"


@lru_cache(maxsize=1024)
def day(value: date) -> str:
    """``14/12/2023``."""
    return f"{value.day:02}/{value.month:02}/{value.year}"


def long_day(value: date | None, year: int) -> str:
    """``ngày 05 tháng 01 năm 2024``: a leading zero for days under 10 and for months 1 and 2 (Nghị định 30/2020).

    Without a date the day and month stay blank: ``ngày      tháng      năm 2023``.
    """
    if value is None:
        return f"ngày      tháng      năm {year}"
    month = f"{value.month:02}" if value.month <= 2 else str(value.month)
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def place_and_day(place: str | None, value: date | None, year: int) -> str:
    """``Phú Sơn, ngày 14 tháng 12 năm 2023``; what is not known stays blank."""
    return f"{place or '          '}, {long_day(value, year)}"


def joined(words: list[str]) -> str:
    """``a, b và c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} và {words[-1]}"


def visible(text: str) -> str:
    """Text of a file or its name with what a terminal would obey written out: a line end is ``\\u000a``."""
    if text.isprintable():
        return text
    return "".join(f"\\u{ord(char):04x}" if category(char) in _OBEYED else char for char in text)
