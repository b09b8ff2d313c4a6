"""A last day, with or without that day."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct


class Due(Struct, frozen=True):
    """The end of a term: "chậm nhất ngày" includes the day, "trước ngày" excludes it."""

    to: date
    inclusive: bool = True

    @property
    def last_day(self) -> date:
        """The last day on which the duty is still on time."""
        return self.to if self.inclusive else self.to - timedelta(days=1)

    def days_late(self, on: date) -> int:
        """Days after the last day; 0 when on time."""
        return max(0, (on - self.last_day).days)
