"""The period that a command asks for, by its short or full name."""

from __future__ import annotations

from parindex.values.periods import is_period


class NoSuchPeriod(ValueError):
    """What was asked for names no period of the unit's year."""


SHORT = ("Q1", "Q2", "Q3", "Q4", "6m", "9m")


def period_asked(asked: str | None, year: int) -> str:
    """``year``, ``2023`` or nothing is the whole year; ``Q2``, ``6m`` and ``9m`` are of the unit's year.

    Raises ``NoSuchPeriod`` for what names no period of that year.
    """
    if asked is None or asked in ("year", str(year)):
        return str(year)
    period = f"{year}-{asked}" if asked in SHORT else asked
    if not is_period(period) or not period.startswith(f"{year}-"):
        raise NoSuchPeriod(asked)
    return period
