"""Names of reporting periods (``2023``, ``2023-Q1``, ``2023-6m``, ``2023-9m``, ``2023-04``)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

PERIOD_PATTERN = r"^\d{4}(-(Q[1-4]|6m|9m|(0[1-9]|1[0-2])))?$"


def is_period(text: str) -> bool:
    """Whether the text names a period."""
    return re.fullmatch(PERIOD_PATTERN, text, re.ASCII) is not None


def quarters_of(period: str) -> tuple[str, ...]:
    """The quarters that make up a period: four of a year, two of ``6m``; none for a month."""
    year, _, part = period.partition("-")
    count = {"": 4, "6m": 2, "9m": 3}.get(part, 0)
    if part.startswith("Q"):
        return (period,)
    return tuple(f"{year}-Q{number}" for number in range(1, count + 1))


@lru_cache
def within(period: str, whole: str) -> bool:
    """Whether a period ends in another one, its last day included: ``2023-6m`` ends in ``2023-Q2``."""
    year, first, last = _months(whole)
    inner, _, end = _months(period)
    return inner == year and first <= end <= last


def _months(period: str) -> tuple[str, int, int]:
    """The year of a period, with its first and last month."""
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        last = 3 * int(part[1])
        return year, last - 2, last
    if part.isdigit():
        return year, int(part), int(part)
    return year, 1, {"": 12, "6m": 6, "9m": 9}[part]


_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def periods_of(every: str | None, year: int) -> dict[str, date]:
    """The periods of a year of the given length, each with its last calendar day; none for days and weeks."""
    length = _MONTHS.get(every or "", 0)
    if not length:
        return {}
    found: dict[str, date] = {}
    for end in range(length, 13, length):
        name = {1: f"-{end:02}", 3: f"-Q{end // 3}", 6: "-6m" if end == 6 else "", 12: ""}[length]
        found[f"{year}{name}"] = date(year + end // 12, end % 12 + 1, 1) - timedelta(days=1)
    return found
