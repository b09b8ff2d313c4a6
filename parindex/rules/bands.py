"""Points by interval of the value."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import Inputs, Rule, met_by, number, number_target
from parindex.values.fields import Model, NotNegative, Number, doc
from parindex.values.numbers import HUNDRED, evaluate, over, times
from parindex.values.steps import NoScore, Outcome, Step, outcome


class Band(Model):
    """One interval, closed on the left and open on the right: "từ 70% đến dưới 80%"."""

    from_: Annotated[
        Number | None, doc("Từ (kể cả); trống: không có chặn dưới", "From, included"), Field(alias="from")
    ] = None
    to: Annotated[Number | None, doc("Đến dưới; trống: không có chặn trên", "To, excluded")] = None
    points: Annotated[NotNegative, doc("Điểm", "Points")]

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in the interval."""
        return (self.from_ is None or value >= self.from_) and (self.to is None or value < self.to)


def seamless(bands: list[Band]) -> None:
    """Hold that each band begins where the one before ends and the last is open; raises ``PydanticCustomError``."""
    if bands[-1].to is not None:
        raise PydanticCustomError("bands_end", "the last band must be open above", {"to": str(bands[-1].to)})
    for below, above in pairwise(bands):
        if below.to is None or above.from_ is None or below.to != above.from_:
            ends = {"to": _end(below.to), "from": _end(above.from_)}
            raise PydanticCustomError("bands_seam", "gap or overlap", ends)
        if below.from_ is not None and below.from_ >= below.to:
            raise PydanticCustomError("bands_empty", "an empty band", {"at": str(below.to)})


def _end(value: Decimal | None) -> str:
    return "…" if value is None else str(value)


class Bands(Rule):
    """Points by interval of the value, or of value ÷ target in percent; no gap and no overlap.

    The bands stand in rising order; each begins where the one before ends, the first reaches down to zero or further
    and the last is open above, so that every value has exactly one band.
    """

    kind: Literal["bands"]
    of: Annotated[
        Literal["value", "target"],
        doc("Theo giá trị hay theo tỷ lệ % so với chỉ tiêu", "By the value, or by value ÷ target in percent"),
    ] = "value"
    bands: Annotated[list[Band], doc("Các khoảng, tăng dần", "The intervals, rising"), Field(min_length=2)]

    @model_validator(mode="after")
    def _whole(self) -> Bands:
        first = self.bands[0]
        if first.from_ is not None and first.from_ > 0:
            raise PydanticCustomError("bands_start", "the first band starts above zero", {"from": str(first.from_)})
        seamless(self.bands)
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The points of the band in which the value lies."""
        measured = number(inputs.fact)
        if isinstance(measured, NoScore):
            return measured
        share, value = measured
        met = met_by(inputs.target, value)
        if self.of == "target":
            bound = number_target(inputs.target)
            if isinstance(bound, NoScore):
                return bound
            if bound <= 0:
                return NoScore("invalid", "invalid.target_kind")
            value = evaluate(over(times(share, HUNDRED), bound))
        for band in self.bands:
            if band.holds(value):
                return outcome(band.points, _step(band, self.of), met=met)
        return NoScore("invalid", "invalid.below_bands")


def _step(band: Band, of: str) -> Step:
    data = {"points": band.points}
    if band.from_ is not None:
        data["from"] = band.from_
    if band.to is not None:
        data["to"] = band.to
    sides = {(True, True): "between", (True, False): "from", (False, True): "below"}
    return Step(f"bands.{of}.{sides[band.from_ is not None, band.to is not None]}", data)
