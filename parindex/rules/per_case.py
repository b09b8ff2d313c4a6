"""Deduct or add so much per case or per step, within a floor and a cap."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import Inputs, Rule, full_steps, number
from parindex.values.facts import Cases
from parindex.values.fields import NotNegative, Number
from parindex.values.numbers import HUNDRED, ZERO, Sum, minus, over, times
from parindex.values.steps import NoScore, Outcome, Step, outcome


class PerCase(Rule):
    """So many points, or such a share of the maximum, for each case or each full step.

    ``deduct`` starts from all points ("mỗi trường hợp trừ 0,5 điểm", "trừ 25% số điểm mỗi lỗi"); ``add`` starts from
    none ("cứ thêm 5% được 0,25, tối đa 2"). Only full steps of ``every`` count, from ``above`` on. The result stays
    between ``floor`` (default 0) and ``cap`` (default the maximum). Cases excluded with a reason are not counted.
    """

    kind: Literal["per_case"]
    direction: Literal["deduct", "add"]
    """Trừ hay cộng | Deduct or add"""
    each: NotNegative | None = None
    """Điểm mỗi trường hợp | Points per case"""
    share: NotNegative | None = None
    """Phần trăm điểm tối đa mỗi trường hợp | Percent of the maximum per case"""
    every: Annotated[Number, Field(gt=0)] = Decimal(1)
    """Mỗi bước bao nhiêu | Size of a step"""
    above: Number = ZERO
    """Tính phần vượt trên mức này | Count what exceeds this"""
    floor: NotNegative = ZERO
    """Không dưới | Not below"""
    cap: NotNegative | None = None
    """Không quá | Not above"""

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if (self.each is None) == (self.share is None):
            raise PydanticCustomError("per_case_measure", "give each or share, one of them")
        if self.cap is not None and self.floor > self.cap:
            raise PydanticCustomError(
                "per_case_bounds", "the floor is above the cap", {"floor": str(self.floor), "cap": str(self.cap)}
            )
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """Points after deductions or additions."""
        measured = number(inputs.fact)
        if isinstance(measured, NoScore):
            return measured
        value = measured[1]
        if value < 0:
            return NoScore("invalid", "invalid.negative")
        steps: list[Step] = []
        if isinstance(inputs.fact, Cases) and inputs.fact.excluded:
            steps.append(Step("per_case.excluded", {"excluded": inputs.fact.excluded}))
        full = full_steps(value, self.above, self.every)
        cap = min(points, self.cap) if self.cap is not None else points
        steps.append(Step(f"per_case.{self.direction}", self._data(full, cap)))
        amount = times(full, self._each(points))
        total = minus(points, amount) if self.direction == "deduct" else amount
        met = full == 0 if self.direction == "deduct" else None
        return outcome(("max", (self.floor, ("min", (cap, total)))), *steps, met=met)

    def _each(self, points: Decimal) -> Sum:
        if self.each is not None:
            return self.each
        return over(times(points, self.share or ZERO), HUNDRED)

    def _data(self, full: Decimal, cap: Decimal) -> dict[str, Decimal]:
        data = {"steps": full, "every": self.every, "above": self.above, "floor": self.floor, "cap": cap}
        if self.each is not None:
            data["each"] = self.each
        if self.share is not None:
            data["share"] = self.share
        return data
