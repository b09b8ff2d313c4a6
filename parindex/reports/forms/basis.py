"""What the formulas of a form are made from, and the words that a cell shows where there are no points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.rules.base import Inputs
from parindex.values.numbers import plain
from parindex.values.targets import Target

INVALID = "sai số liệu"
NO_TARGET = "chưa có chỉ tiêu"
NO_DAY = "thiếu ngày"
NO_PREVIOUS = "thiếu năm trước"
PENDING = "chờ"
LATER = "tính khi chấm"
"""Shown where Excel cannot work the points out; ``parindex score`` does."""
NEVER = "không thực hiện"
INCOMPLETE = "thiếu số"

NUMERIC = ("ratio", "percent", "count", "amount", "rank", "survey")


class Basis(Struct, frozen=True):
    """What the formula of one leaf is made from."""

    leaf: Leaf
    indicator: Indicator
    inputs: Inputs
    """The target, the due days and last year's facts; no facts of this year."""
    cells: Mapping[str, str]
    """References of the cells of the indicator, by what they hold: ``numerator``, an item, a period."""
    measured: str = ""
    """The reference of the leaf's ``measured`` cell."""
    excluded: Sequence[str] = ()
    reported: Sequence[str] = ()
    """All cells of a reporting duty."""
    last_year: str = ""
    """The reference of the cell that makes one number of last year's figures; empty where none are to be filled in."""
    nothing_sent: bool = False
    """The file names the duty without any report: that none was sent is then said, not left open."""

    @property
    def target(self) -> Target | None:
        """The target in force."""
        return self.inputs.target


def text(value: str) -> str:
    """A text inside a formula."""
    return '"' + value.replace('"', '""') + '"'


def number(value: Decimal) -> str:
    """A number inside a formula."""
    return plain(value)


def day(value: date) -> str:
    """A day inside a formula."""
    return f"DATE({value.year},{value.month},{value.day})"
