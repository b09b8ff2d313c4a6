"""Points by date: on time, late by up to so many days, later, never."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import MISSING, DueDate, Inputs, Rule, wrong_kind
from parindex.values.deadlines import Due
from parindex.values.facts import Answer, Issued
from parindex.values.fields import EMPTY_LIST, Model, NotNegative, whole
from parindex.values.numbers import ZERO
from parindex.values.steps import Datum, NoScore, Outcome, Step, outcome


class Late(Model):
    """Points for being late by at most so many days after the last day."""

    within_days: Annotated[int, whole(ge=1)]
    """Chậm tối đa bao nhiêu ngày | Late by at most so many days"""
    points: NotNegative
    """Điểm | Points"""


class Deadline(Rule):
    """By the day on which the document was issued or the thing was done.

    "trước ngày 15/01" excludes that day, "chậm nhất ngày" includes it; days late are counted from the last day that
    is on time. A date that a plan sets as target comes first, then the plan's due day, then the set's own ``due``.
    ``Answer(False)`` means never: no points.
    """

    kind: Literal["deadline"]
    due: DueDate | None = None
    """Hạn do bộ tiêu chí đặt | The last day set by the criteria set"""
    on_time: NotNegative
    """Điểm khi đúng hạn | Points on time"""
    late: list[Late] = EMPTY_LIST
    """Điểm khi chậm, theo số ngày | Points when late, by days"""
    later: NotNegative = ZERO
    """Điểm khi chậm hơn nữa | Points when later still"""

    @model_validator(mode="after")
    def _falling(self) -> Self:
        days = [0, *(step.within_days for step in self.late)]
        given = [self.on_time, *(step.points for step in self.late), self.later]
        if days != sorted(set(days)) or given != sorted(given, reverse=True):
            raise PydanticCustomError("deadline_order", "days must rise and points must not")
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The points for the day."""
        match inputs.fact:
            case None:
                return MISSING
            case Answer(yes=False):
                return outcome(ZERO, Step("deadline.never"), met=False)
            case Answer():
                return NoScore("invalid", "invalid.no_date")
            case Issued(on):
                pass
            case other:
                return wrong_kind(other)
        due = self._due(inputs)
        if due is None:
            return NoScore("no_target", "no_target.due")
        return self._by_date(on, due)

    def _due(self, inputs: Inputs) -> Due | None:
        target = inputs.target
        if target is not None and isinstance(target.value, date):
            return Due(target.value, inclusive=target.comparator != "<")
        if "" in inputs.due:
            return inputs.due[""]
        return self.due.as_due() if self.due else None

    def _by_date(self, on: date, due: Due) -> Outcome:
        days = due.days_late(on)
        data: dict[str, Datum] = {"due": due.to, "inclusive": due.inclusive, "on": on}
        if days == 0:
            return outcome(self.on_time, Step("deadline.on_time", data), met=True)
        for step in self.late:
            if days <= step.within_days:
                late = Step("deadline.late", {**data, "days": days, "within": step.within_days})
                return outcome(step.points, late, met=False)
        return outcome(self.later, Step("deadline.later", {**data, "days": days}), met=False)
