"""Points by the change against last year."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.bands import Band, seamless
from parindex.rules.base import Inputs, Rule, full_steps, met_by, number
from parindex.rules.compare import NO_BASELINE
from parindex.values.fields import Model, NotNegative, Number
from parindex.values.numbers import HUNDRED, ZERO, Sum, evaluate, minus, over, times
from parindex.values.steps import NoScore, Outcome, Step, outcome


class PerStep(Model):
    """So many points for each full step of change."""

    every: Annotated[Number, Field(gt=0)]
    """Mỗi bước bao nhiêu | Size of a step"""
    each: NotNegative
    """Điểm mỗi bước | Points per step"""
    above: Number = ZERO
    """Tính phần vượt trên mức này | Count what exceeds this"""
    cap: NotNegative | None = None
    """Không quá | Not above"""


class Change(Rule):
    """The increase or decrease against last year, by bands or by so much per full step ("cứ giảm 5% được 0,25").

    ``measured: percent`` is (this year − last year) × 100 ÷ last year; ``absolute`` is the plain difference, of shares
    in percentage points. With ``direction: decrease`` a fall counts as positive and a rise as negative. Bands are
    closed on the left and open on the right, and reach down without end, for a change may be negative; of steps only
    full ones count, between none and ``cap`` (default the maximum). Without last year's figure there is no score;
    neither has a change in percent against zero or less.
    """

    kind: Literal["change"]
    direction: Literal["increase", "decrease"]
    """Tăng hay giảm là tốt | Increase or decrease"""
    measured: Literal["percent", "absolute"]
    """Tính theo % hay số tuyệt đối | In percent or absolute"""
    bands: Annotated[list[Band] | None, Field(min_length=2)] = None
    """Các khoảng của mức thay đổi, tăng dần | Intervals of the change"""
    step: PerStep | None = None
    """Điểm theo bước thay đổi | Points per step of change"""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.bands is None) == (self.step is None):
            raise PydanticCustomError("change_way", "give bands or step, one of them")
        if self.bands is not None:
            if self.bands[0].from_ is not None:
                raise PydanticCustomError(
                    "change_start", "the first band has a lower end", {"from": str(self.bands[0].from_)}
                )
            seamless(self.bands)
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The points of the change."""
        now = number(inputs.fact)
        if isinstance(now, NoScore):
            return now
        last = inputs.previous.get("value")
        before = number(last) if last is not None else NO_BASELINE
        if isinstance(before, NoScore):
            return before
        if self.measured == "percent" and before[1] <= 0:
            return NoScore("invalid", "invalid.baseline_zero")
        sum_ = self._change(now[0], before[0])
        change = evaluate(sum_)
        told = Step(f"change.{self.direction}.{self.measured}", {"previous": before[1]}, sum=sum_)
        met = met_by(inputs.target, now[1])
        if self.step is not None:
            return self._by_step(self.step, change, points, told, met)
        band = next(band for band in self.bands or [] if band.holds(change))
        return outcome(band.points, told, Step(f"change.{band.side}.{self.measured}", band.ends), met=met)

    def _change(self, now: Sum, before: Sum) -> Sum:
        difference = minus(now, before) if self.direction == "increase" else minus(before, now)
        return difference if self.measured == "absolute" else over(times(difference, HUNDRED), before)

    def _by_step(self, step: PerStep, change: Decimal, points: Decimal, told: Step, met: bool | None) -> Outcome:
        full = full_steps(change, step.above, step.every)
        cap = points if step.cap is None else min(points, step.cap)
        data = {"steps": full, "every": step.every, "above": step.above, "each": step.each, "cap": cap}
        steps = told, Step(f"change.step.{self.measured}", data)
        return outcome(("min", (cap, times(full, step.each))), *steps, met=met)
