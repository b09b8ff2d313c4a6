"""What a plan or a criteria set demands of an indicator, and whether a value meets it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

Comparator = Literal[">=", ">", "<=", "<", "=="]

Bound = Decimal | date | bool


class Target(Struct, frozen=True):
    """A comparator and the value it compares with.

    "trên" is ``>``; "tối thiểu", "từ", "đạt … trở lên" and a bare share under 100% are ``>=``; "dưới" is ``<``;
    "không quá", "tối đa" is ``<=``; a bare 100% is recorded ``==`` and scored as ``>=``, for a share above 100% is an
    invalid fact, and a bare 0 ("không có trường hợp nào") as ``<=``. For a date ``<`` is "trước ngày"; ``<=``, and
    ``==`` too, is "chậm nhất ngày".
    """

    comparator: Comparator
    value: Bound

    def met(self, value: Bound) -> bool:
        """Whether ``value`` reaches the target; both are of one type, and numbers are compared unrounded."""
        bound = self.value
        if isinstance(bound, bool) or isinstance(value, bool):
            return value is bound
        if isinstance(bound, date):
            comparator: Comparator = "<=" if self.comparator == "==" else self.comparator
            return isinstance(value, date) and _holds(comparator, value.toordinal(), bound.toordinal())
        if self._none_at_all:
            return isinstance(value, Decimal) and value <= bound
        return isinstance(value, Decimal) and _holds(self.comparator, value, bound)

    @property
    def lower_is_better(self) -> bool:
        """Whether the target sets an upper bound."""
        return self.comparator in ("<", "<=") or self._none_at_all

    @property
    def _none_at_all(self) -> bool:
        return self.comparator == "==" and isinstance(self.value, Decimal) and self.value == 0


def _holds(comparator: Comparator, value: Decimal | int, bound: Decimal | int) -> bool:
    match comparator:
        case ">=" | "==":
            return value >= bound
        case ">":
            return value > bound
        case "<=":
            return value <= bound
        case "<":
            return value < bound
