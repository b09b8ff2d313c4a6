"""Days and spans of days as officers type them, and the one reading of the clock."""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PRINTED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SPAN = re.compile(r"(\d{1,4})\s*([dwn]?)")
_UNITS = {"": 1, "d": 1, "n": 1, "w": 7}
"""Days (``d``, or ``n`` for ngày) and weeks (``w``)."""


def today() -> date:
    """The day by the computer's clock."""
    return datetime.now().astimezone().date()


def day_asked(text: str | None) -> date:
    """``2023-03-01`` or ``01/03/2023``; nothing is today. Raises ``ValueError`` for what is no day."""
    if text is None:
        return today()
    if iso := _ISO.fullmatch(text.strip()):
        year, month, day = map(int, iso.groups())
    elif printed := _PRINTED.fullmatch(text.strip()):
        day, month, year = map(int, printed.groups())
    else:
        raise ValueError(text)
    return date(year, month, day)


def span_asked(text: str) -> int:
    """``30d``, ``30`` or ``4w`` as a number of days, 0 to 9999 weeks. Raises ``ValueError`` for anything else."""
    span = _SPAN.fullmatch(text.strip().lower())
    if span is None:
        raise ValueError(text)
    return int(span[1]) * _UNITS[span[2]]
