"""Points per required periodic report: on time, late or missing."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.rules.base import MISSING, DueDate, Inputs, Rule, wrong_kind
from parindex.values.deadlines import Due
from parindex.values.facts import Received, Sent
from parindex.values.fields import NotNegative, Period
from parindex.values.numbers import ZERO, Sum, plus
from parindex.values.steps import Datum, NoScore, Outcome, Step, outcome


class RequiredReport(DueDate):
    """One report that is due."""

    period: Period
    """Kỳ báo cáo | Reporting period"""


class Reports(Rule):
    """So many points for each required report, by the day it was sent, not the day it was signed.

    A due day that a plan prints for the period replaces the set's own. ``content`` is added for each report sent,
    on time or late, whose content the appraiser found adequate; until then it is not given, and the working says so.
    """

    kind: Literal["reports"]
    required: Annotated[list[RequiredReport], Field(min_length=1)]
    """Các báo cáo phải gửi | The reports that are due"""
    on_time: NotNegative
    """Điểm mỗi báo cáo đúng hạn | Points of a report on time"""
    late: NotNegative = ZERO
    """Điểm mỗi báo cáo chậm | Points of a late report"""
    content: NotNegative = ZERO
    """Điểm nội dung, do bên thẩm định cho | Points for adequate content"""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        periods = [report.period for report in self.required]
        if len(set(periods)) != len(periods):
            raise PydanticCustomError("reports_twice", "a period is required twice")
        if self.late > self.on_time:
            raise PydanticCustomError("reports_order", "late earns more than on time")
        return self

    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """The sum over the required reports."""
        match inputs.fact:
            case None:
                return MISSING
            case Sent(reports):
                pass
            case other:
                return wrong_kind(other)
        steps: list[Step] = []
        terms: list[Sum] = []
        all_on_time = True
        for required in self.required:
            if required.period in inputs.outside:
                steps.append(Step("reports.outside", {"period": required.period}))
                continue
            due = inputs.due.get(required.period) or required.as_due()
            told, earned = self._one(required.period, due, reports.get(required.period))
            steps += told
            terms.append(earned)
            all_on_time &= told[0].what == "reports.on_time"
        return outcome(plus(*terms or (ZERO,)), *steps, met=all_on_time)

    def _one(self, period: str, due: Due, report: Received | None) -> tuple[list[Step], Sum]:
        data: dict[str, Datum] = {"period": period, "due": due.to, "inclusive": due.inclusive}
        if report is None or report.sent_at is None:
            return [Step("reports.missing", data)], ZERO
        days = due.days_late(report.sent_at)
        earned = self.late if days else self.on_time
        what = "reports.late" if days else "reports.on_time"
        step = Step(what, {**data, "on": report.sent_at, "days": days, "points": earned})
        if not self.content:
            return [step], earned
        content = Step(_CONTENT[report.adequate], {"period": period, "points": self.content})
        return [step, content], plus(earned, self.content) if report.adequate else earned


_CONTENT = {True: "reports.content", False: "reports.no_content", None: "reports.content_waits"}
