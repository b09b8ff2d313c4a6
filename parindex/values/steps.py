"""The working of a score as data; reports and the terminal make sentences of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from parindex.values.numbers import Sum, evaluate

Datum = Decimal | date | bool | int | str


class Step(Struct, frozen=True):
    """One step: what it says (a message id such as ``meets.reached``), the values it names, and its sum if any."""

    what: str
    data: Mapping[str, Datum] = {}
    sum: Sum | None = None


class Outcome(Struct, frozen=True):
    """Points given, with the working. ``points`` is always the value of ``sum``."""

    points: Decimal
    steps: tuple[Step, ...]
    met: bool | None = None
    """Whether the target was reached, where the rule has one."""


Status = Literal["scored", "missing", "unsupported", "not_arising", "no_target", "pending", "invalid"]
"""``scored``; ``missing`` no fact (earns nothing, stays in the maximum); ``unsupported`` no evidence; ``not_arising``;
``no_target``; ``pending`` council or survey, never counted as zero in silence; ``invalid`` the fact contradicts itself.
"""


class NoScore(Struct, frozen=True):
    """Why a rule gives no points: never a silent zero.

    ``reason`` is a message id; ``status`` is the line's status of the score sheet.
    """

    status: Status
    reason: str
    data: Mapping[str, Datum] = {}


def outcome(sum_: Sum, *steps: Step, what: str = "sum", met: bool | None = None) -> Outcome:
    """An outcome whose last step is the sum that gives the points."""
    return Outcome(evaluate(sum_), (*steps, Step(what, sum=sum_)), met)
