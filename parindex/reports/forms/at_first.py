"""What the formulas of a form show before anything is typed: their values as the engine has them."""

from __future__ import annotations

from datetime import date
from typing import Any

from parindex.model.criteria import Leaf
from parindex.model.sheet import FactLine, Line
from parindex.reports.forms.basis import INVALID, LATER, NEVER, NO_DAY, NO_PREVIOUS, NO_TARGET, PENDING

NOT_ARISING = "không phát sinh"
_DAY_ZERO = date(1899, 12, 30)
"""The day that Excel counts from."""


def measured_at_first(fact: FactLine | None, measure: str) -> Any:
    """What the ``measured`` cell must hold."""
    if fact is None:
        return ""
    if fact.date is not None:
        return (fact.date - _DAY_ZERO).days
    if fact.answer is not None:
        return int(fact.answer) if measure == "yes-no" else NO_DAY if fact.answer else NEVER
    if fact.value is not None:
        return float(fact.value)
    return 1


def raw_at_first(leaf: Leaf, value: float | str) -> float | str:
    """What the ``raw`` cell must hold, beside the points that are seen."""
    if value in (NOT_ARISING, LATER):
        return ""
    return abs(value) if leaf.counts == "penalty" and not isinstance(value, str) else value


def points_at_first(line: Line) -> float | str:
    """What the preview must show for a line of the score sheet: points, or why there are none."""
    if line.computed is not None:
        return float(line.computed)
    match line.status:
        case "missing":
            return NO_PREVIOUS if line.reason == "missing.previous" else ""
        case "no_target":
            return NO_PREVIOUS if line.reason == "no_target.previous" else NO_TARGET
        case "pending":
            return PENDING
        case "not_arising":
            return NOT_ARISING
        case _:
            return NO_DAY if line.reason == "invalid.no_date" else INVALID
