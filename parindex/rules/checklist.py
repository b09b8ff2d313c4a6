"""The sum of the ticked items' points, or all or nothing."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import MISSING, Inputs, Rule, wrong_kind
from parindex.values.facts import Ticks
from parindex.values.fields import Flag, Id, Model, NotNegative
from parindex.values.numbers import ZERO, plus
from parindex.values.steps import NoScore, Outcome, Step, outcome


class Item(Model):
    """One item of the list."""

    id: Id
    """Mã mục (theo danh mục của chỉ số đo) | Item of the indicator's checklist"""
    points: NotNegative = ZERO
    """Điểm | Points"""


class Checklist(Rule):
    """The sum of the ticked items' points; with ``all_or_nothing`` all points when every item is ticked, else none."""

    kind: Literal["checklist"]
    items: Annotated[list[Item], Field(min_length=1)]
    """Các mục và điểm | Items and points"""
    all_or_nothing: Flag = False
    """Đủ tất cả mới có điểm | All items, or no points"""

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        if len({item.id for item in self.items}) != len(self.items):
            raise PydanticCustomError("checklist_twice", "an item stands twice")
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The sum over the ticked items."""
        match inputs.fact:
            case None:
                return MISSING
            case Ticks(done):
                pass
            case other:
                return wrong_kind(other)
        whole = all(item.id in done for item in self.items)
        steps = [
            Step(
                "checklist.done" if item.id in done else "checklist.open",
                {"item": item.id, "points": item.points},
            )
            for item in self.items
        ]
        if self.all_or_nothing:
            steps.append(Step("checklist.all" if whole else "checklist.not_all"))
            return outcome(points if whole else ZERO, *steps, met=whole)
        ticked = [item.points for item in self.items if item.id in done]
        return outcome(plus(*ticked) if ticked else ZERO, *steps, met=whole)
