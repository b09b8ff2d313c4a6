"""Points by straight lines between given points."""

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import Inputs, Rule, met_by, number, percent_of_target
from parindex.values.fields import Model, NotNegative, Number
from parindex.values.numbers import Sum, evaluate, minus, over, plus, times
from parindex.values.steps import NoScore, Outcome, Step, outcome


class Vertex(Model):
    """One point that the line goes through."""

    at: Number
    """Giá trị (hoặc % chỉ tiêu) | The value, or the percent of the target"""
    points: NotNegative
    """Điểm tại đó | Points there"""


class Curve(Rule):
    """Straight lines between the points of ``through``, by the value, or by value ÷ target in percent.

    At a given point exactly its points are given; between two of them points(a) + (points(b) − points(a)) ×
    (value − a) ÷ (b − a). Below the first and above the last the line is level. Points may rise (more is better) or
    fall (lower is better).
    """

    kind: Literal["curve"]
    of: Literal["value", "target"] = "value"
    """Theo giá trị hay theo tỷ lệ % so với chỉ tiêu | By the value, or by value ÷ target in percent"""
    through: Annotated[list[Vertex], Field(min_length=2)]
    """Các điểm mà đường đi qua, giá trị tăng dần | Points, values rising"""

    @model_validator(mode="after")
    def _rising(self) -> Self:
        for left, right in pairwise(self.through):
            if left.at >= right.at:
                raise PydanticCustomError(
                    "curve_order", "values must rise", {"before": str(left.at), "after": str(right.at)}
                )
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The height of the line at the value."""
        measured = number(inputs.fact)
        if isinstance(measured, NoScore):
            return measured
        place, value = measured
        met = met_by(inputs.target, value)
        if self.of == "target":
            percent = percent_of_target(place, inputs.target)
            if isinstance(percent, NoScore):
                return percent
            place, value = percent, evaluate(percent)
        first, last = self.through[0], self.through[-1]
        if value <= first.at:
            return outcome(first.points, self._step("below", {"to": first.at, "points": first.points}), met=met)
        if value >= last.at:
            return outcome(last.points, self._step("above", {"from": last.at, "points": last.points}), met=met)
        left, right = next((a, b) for a, b in pairwise(self.through) if value < b.at)
        ends = {"from": left.at, "low": left.points, "to": right.at, "high": right.points}
        return outcome(_line(left, right, place), self._step("between", ends), met=met)

    def _step(self, where: str, data: dict[str, Decimal]) -> Step:
        return Step(f"curve.{self.of}.{where}", data)


def _line(left: Vertex, right: Vertex, place: Sum) -> Sum:
    """The height between two points; a level line and one that starts at zero need no sum of two terms."""
    if left.points == right.points or evaluate(place) == left.at:
        return left.points
    rise, run = evaluate(minus(right.points, left.points)), evaluate(minus(right.at, left.at))
    way = over(times(rise, minus(place, left.at) if left.at else place), run)
    return plus(left.points, way) if left.points else way
