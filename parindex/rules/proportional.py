"""All the points from the target up, in proportion from a floor to the target, none below the floor."""

from decimal import Decimal
from typing import ClassVar, Literal

from parindex.rules.base import Inputs, Rule, number, scaled
from parindex.values.fields import NotNegative
from parindex.values.numbers import HUNDRED, ZERO
from parindex.values.steps import NoScore, Outcome, Step, outcome


class Proportional(Rule):
    """All points when the target is met; at or above ``floor``, points × value ÷ base; below it zero.

    With ``base: hundred`` a share counts as it is (the common "điểm tối đa × tỷ lệ ÷ 100%"); with ``base: target``
    it counts against the target. At equality with a strict target ``base: target`` gives value ÷ base = 1, so all
    points, and the working says so. Values over the base never give more than the maximum; with ``base: hundred``
    only shares make sense, so a value over 100 is invalid. For indicators where lower is better use ``bands`` or
    ``curve``.
    """

    kind: Literal["proportional"]
    base: Literal["hundred", "target"]
    """Chia cho 100% hay cho chỉ tiêu | Divide by 100% or by the target"""
    floor: NotNegative = ZERO
    """Dưới mức này thì 0 điểm | Below this value: no points"""

    needs_target: ClassVar[bool] = True

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """Points in proportion."""
        target, fact = inputs.target, inputs.fact
        measured = number(fact)
        if isinstance(measured, NoScore):
            return measured
        if target is None:
            return NoScore("no_target", "no_target.none")
        bound = target.value
        if fact is None or isinstance(bound, bool) or not isinstance(bound, Decimal) or target.lower_is_better:
            return NoScore("invalid", "invalid.target_kind")
        value = measured[1]
        if self.base == "hundred" and value > HUNDRED:
            return NoScore("invalid", "invalid.over_hundred")
        if target.met(value):
            return outcome(points, Step("proportional.met"), met=True)
        if value < self.floor:
            return outcome(ZERO, Step("proportional.below_floor", {"floor": self.floor}), met=False)
        base = HUNDRED if self.base == "hundred" else bound
        if base <= 0:  # "trên 0" at 0: there is no value ÷ target
            return NoScore("invalid", "invalid.target_kind")
        what = f"proportional.of_{self.base}" + ("_equal" if value == base else "")
        step = Step(what, {"floor": self.floor, "base": base})
        if value >= base:
            return outcome(points, step, met=False)
        return outcome(scaled(points, fact, measured, base), step, met=False)
