"""Three states against a reference: better, equal, worse."""

from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import MISSING, Inputs, Rule, met_by, number, number_target
from parindex.values.deadlines import Due
from parindex.values.facts import Issued
from parindex.values.fields import NotNegative
from parindex.values.steps import Datum, NoScore, Outcome, Step, outcome

NO_BASELINE = NoScore("missing", "missing.previous")
"""Nothing is known of last year, so there is nothing to compare with."""


class Compare(Rule):
    """Points for being better than, equal to or worse than the target, or last year ("ngắn hơn 2, bằng 1, dài hơn 0").

    The unrounded values are compared, and equal means exactly equal; of the target only its value counts, not its
    comparator. ``direction`` says which side is better. A day is compared with the last day that the target allows:
    earlier is better, and only a target can be the reference. Without last year's figure there is no score.
    """

    kind: Literal["compare"]
    against: Literal["target", "previous"]
    """So với chỉ tiêu hay năm trước | Against the target or last year"""
    direction: Literal["higher", "lower"] = "higher"
    """Cao hơn hay thấp hơn là tốt hơn | Whether higher or lower is better"""
    better: NotNegative
    """Điểm khi tốt hơn | Points when better"""
    equal: NotNegative
    """Điểm khi bằng | Points when equal"""
    worse: NotNegative
    """Điểm khi kém hơn | Points when worse"""

    @model_validator(mode="after")
    def _falling(self) -> Self:
        if not self.better >= self.equal >= self.worse:
            raise PydanticCustomError("compare_order", "better must not earn less than equal, nor equal than worse")
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The points of the state."""
        if isinstance(inputs.fact, Issued):
            return self._by_day(inputs.fact, inputs)
        if inputs.fact is None:
            return MISSING
        measured = number(inputs.fact)
        if isinstance(measured, NoScore):
            return measured
        value = measured[1]
        reference = self._reference(inputs)
        if isinstance(reference, NoScore):
            return reference
        side = (value > reference) - (value < reference)
        met = met_by(inputs.target, value)
        return self._outcome(side if self.direction == "higher" else -side, reference, met=met)

    def _reference(self, inputs: Inputs) -> Decimal | NoScore:
        if self.against == "target":
            return number_target(inputs.target)
        last = inputs.previous.get("value")
        if last is None:
            return NO_BASELINE
        measured = number(last)
        return measured if isinstance(measured, NoScore) else measured[1]

    def _by_day(self, fact: Issued, inputs: Inputs) -> Outcome | NoScore:
        target = inputs.target
        if self.against == "target" and target is None:
            return NoScore("no_target", "no_target.none")
        if target is None or not isinstance(target.value, date) or self.against == "previous":
            return NoScore("invalid", "invalid.kind", {"kind": "Issued"})
        last = Due(target.value, inclusive=target.comparator != "<").last_day
        return self._outcome((last > fact.on) - (last < fact.on), last, met=fact.on <= last)

    def _outcome(self, side: int, reference: Datum, *, met: bool | None) -> Outcome:
        state, given = {1: ("better", self.better), 0: ("equal", self.equal), -1: ("worse", self.worse)}[side]
        step = Step(f"compare.{self.against}.{state}", {"reference": reference, "points": given})
        return outcome(given, step, met=met)
