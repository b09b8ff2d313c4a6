"""All the points when the target is met, else none."""

from datetime import date
from decimal import Decimal
from typing import Literal

from parindex.rules.base import MISSING, Inputs, Rule, number
from parindex.values.facts import Answer, Fact, Issued
from parindex.values.numbers import ZERO
from parindex.values.steps import NoScore, Outcome, Step, outcome
from parindex.values.targets import Bound, Target

_YES = Target("==", True)
_TARGET_KIND = NoScore("invalid", "invalid.target_kind")


class Meets(Rule):
    """All points if the target (or ``otherwise``) is met, else none.

    Numbers are compared unrounded: 69,996% does not meet "từ 70%". A strict target ("trên 95%") is not met at
    equality. A yes-no fact without a target is met by yes. A document that was not issued meets no date; one that was
    issued on a day not told cannot be judged by a date. A target of another kind than the fact is no silent zero.
    """

    kind: Literal["meets"]

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """All points or none."""
        target = inputs.target
        if isinstance(inputs.fact, Answer):
            target = target or _YES
        value = _value(inputs.fact, target)
        if isinstance(value, NoScore):
            return value
        if target is None:
            return NoScore("no_target", "no_target.none")
        met = target.met(value)
        return outcome(points if met else ZERO, Step("meets.met" if met else "meets.not_met"), met=met)


def _value(fact: Fact | None, target: Target | None) -> Bound | NoScore:
    """The fact's value, of the same kind as the target's."""
    bound = target.value if target is not None else None
    match fact:
        case None:
            return MISSING
        case Answer(yes):
            if isinstance(bound, bool):
                return yes
            if isinstance(bound, date):
                return NoScore("invalid", "invalid.no_date") if yes else False
            return _TARGET_KIND
        case Issued(on):
            return on if bound is None or isinstance(bound, date) else _TARGET_KIND
        case _:
            measured = number(fact)
            if isinstance(measured, NoScore):
                return measured
            return measured[1] if bound is None or isinstance(bound, Decimal) else _TARGET_KIND
