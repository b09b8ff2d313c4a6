"""All the points when the target is met, else none."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from parindex.rules.base import MISSING, Inputs, Rule, number
from parindex.values.facts import Answer, Issued
from parindex.values.numbers import ZERO
from parindex.values.steps import NoScore, Outcome, Step, outcome
from parindex.values.targets import Bound, Target


class Meets(Rule):
    """All points if the target (or ``otherwise``) is met, else none.

    Numbers are compared unrounded: 69,996% does not meet "từ 70%". A strict target ("trên 95%") is not met at
    equality. A yes-no fact without a target is met by yes. A document that was not issued meets no date.
    """

    kind: Literal["meets"]

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """All points or none."""
        value: Bound
        target = inputs.target
        match inputs.fact:
            case None:
                return MISSING
            case Answer(yes):  # against a date, the answer no means: not issued
                target, value = target or Target("==", True), yes
            case Issued(on):
                value = on
            case fact:
                measured = number(fact)
                if isinstance(measured, NoScore):
                    return measured
                value = measured[1]
        if target is None:
            return NoScore("no_target", "no_target.none")
        met = target.met(value)
        return outcome(points if met else ZERO, Step("meets.met" if met else "meets.not_met"), met=met)
