"""Points by interval of the value."""

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import Inputs, Rule, met_by, number, percent_of_target
from parindex.values.fields import Model, NotNegative, Number
from parindex.values.numbers import evaluate
from parindex.values.steps import NoScore, Outcome, Step, outcome


class Band(Model):
    """One interval, closed on the left and open on the right: "từ 70% đến dưới 80%"."""

    from_: Annotated[Number | None, Field(alias="from")] = None
    """Từ (kể cả); trống: không có chặn dưới | From, included"""
    to: Number | None = None
    """Đến dưới; trống: không có chặn trên | To, excluded"""
    points: NotNegative
    """Điểm | Points"""

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in the interval."""
        return (self.from_ is None or value >= self.from_) and (self.to is None or value < self.to)

    @property
    def side(self) -> Literal["below", "between", "from"]:
        """Which ends it has: only the upper, both, or only the lower one."""
        return "below" if self.from_ is None else "from" if self.to is None else "between"

    @property
    def ends(self) -> dict[str, Decimal]:
        """Its points and the ends that it has, as the working names them."""
        ends = {"from": self.from_, "to": self.to}
        return {"points": self.points} | {name: end for name, end in ends.items() if end is not None}


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
    of: Literal["value", "target"] = "value"
    """Theo giá trị hay theo tỷ lệ % so với chỉ tiêu | By the value, or by value ÷ target in percent"""
    bands: Annotated[list[Band], Field(min_length=2)]
    """Các khoảng, tăng dần | The intervals, rising"""

    @model_validator(mode="after")
    def _whole(self) -> Self:
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
            place = percent_of_target(share, inputs.target)
            if isinstance(place, NoScore):
                return place
            value = evaluate(place)
        for band in self.bands:
            if band.holds(value):
                return outcome(band.points, Step(f"bands.{self.of}.{band.side}", band.ends), met=met)
        return NoScore("invalid", "invalid.below_bands")
