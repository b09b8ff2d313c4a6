"""The days of a reporting period, and the periods around it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from parindex.locale.periods import period_name
from parindex.model.criteria import Span

_BEFORE = {"6m": "Q1", "9m": "6m", "Q2": "Q1", "Q3": "Q2", "Q4": "Q3"}
"""The report before: those that grow with the year compare with the one before, quarters with quarters. The year's
compares with last year's figures, as far as the unit gives them."""
_MONTHS = {"Q1": (0, 3), "Q2": (3, 6), "Q3": (6, 9), "Q4": (9, 12), "6m": (0, 6), "9m": (0, 9), "": (0, 12)}
_NEXT = {
    "Q1": "quý II năm {year}",
    "Q2": "quý III năm {year}",
    "Q3": "quý IV năm {year}",
    "6m": "6 tháng cuối năm {year}",
    "9m": "quý IV năm {year}",
}
_NEXT_MONTHS = {"Q1": 3, "Q2": 3, "Q3": 3, "Q4": 3, "6m": 6, "9m": 3, "": 3}


class Window(Struct, frozen=True):
    """The days that a report speaks of, both ends included."""

    period: str
    first: date
    last: date
    next_last: date
    """The last day of the period after it."""

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    @property
    def name(self) -> str:
        """``quý I năm 2023``."""
        return period_name(self.period)

    @property
    def whole_year(self) -> bool:
        """Whether the report is that of the year."""
        return "-" not in self.period

    @property
    def next_name(self) -> str:
        """``quý II năm 2023``; after the last quarter and the year, ``năm 2024``."""
        year, _, part = self.period.partition("-")
        if part.isdigit() and part != "12":
            return period_name(f"{year}-{int(part) + 1:02}")
        return _NEXT[part].format(year=year) if part in _NEXT else f"năm {int(year) + 1}"


def window_of(period: str, data_period: Span | None = None) -> Window:
    """The days of a period such as ``2023-Q1`` or ``2023-04``.

    They are counted from the first day of the set's data period; without one from 15/12 of the year before, for by
    common practice figures run from the 15th to the 14th. The year ends where the data period does.
    """
    year, _, part = period.partition("-")
    start = data_period.from_ if data_period is not None else date(int(year) - 1, 12, 15)
    begins, ends = (int(part) - 1, int(part)) if part.isdigit() else _MONTHS[part]
    last = _later(start, ends) - timedelta(days=1)
    if ends == 12 and data_period is not None:
        last = data_period.to
    after = _later(start, ends + (1 if part.isdigit() else _NEXT_MONTHS[part])) - timedelta(days=1)
    return Window(period, _later(start, begins), last, after)


def before(period: str) -> str | None:
    """The period of the report before; ``None`` for the year's, and where that is of another year."""
    year, _, part = period.partition("-")
    if part.isdigit():
        return f"{year}-{int(part) - 1:02}" if int(part) > 1 else None
    return f"{year}-{_BEFORE[part]}" if part in _BEFORE else None


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
