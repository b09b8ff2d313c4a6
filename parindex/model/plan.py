"""A plan: the targets, tasks, reports and dates that a document demands, each with its place in the document."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.values.fields import (
    EMPTY_DICT,
    EMPTY_LIST,
    Bound,
    Day,
    Flag,
    Id,
    Model,
    PartialDate,
    Period,
    Text,
    Year,
    text,
)
from parindex.values.targets import Comparator

Level = Literal["province", "district", "agency", "commune"]
"""province · district (up to 2025-06-30) · agency (sở, phòng, ban) · commune (xã, phường, thị trấn, đặc khu)."""

Section = Annotated[str, text(pattern=r"^[^\s.]+(\.[^\s.]+)*$", max_length=40)]
"""Printed numbering joined by dots: ``II.3.1``, ``PL.07.2``, ``QD.2.2``, ``KH.II.5``; ``mở-đầu`` and ``cuối`` for
what stands before the first and after the last numbered section."""


class Cite(Model):
    """A place in the plan's document."""

    section: Section
    """Mục, ví dụ II.3.1 hoặc PL.07.2 | Section as printed, joined by dots"""
    locator: Text
    """Cụm từ (tối đa 8 chữ) có ở đó | A phrase of at most eight words found there once"""


class Baseline(Model):
    """What a change is measured against."""

    year: Year
    """Năm gốc | Base year"""


class PlanTarget(Model):
    """What the plan demands of one indicator at one level."""

    id: Id
    """Mã chỉ tiêu trong kế hoạch | Id within the plan"""
    indicator: Id
    """Chỉ số đo | The indicator"""
    comparator: Comparator | None = None
    """So sánh; trên là > | Comparator; strict “trên” is >"""
    value: Bound | None = None
    """Giá trị: số, ngày, true/false hoặc previous (năm trước) | Number, date, true/false or previous"""
    unit: Literal["percent", "count", "points", "place", "date", "yes-no", "amount", "days"]
    """Đơn vị đo của giá trị | The unit of the value"""
    levels: list[Level]
    """Các cấp áp dụng | Levels it applies to"""
    levels_stated: Flag = False
    """Văn bản nêu rõ cấp áp dụng hay suy ra | Whether the document states the levels"""
    applies_to: list[Text] | None = None
    """Đơn vị hoặc cơ quan cụ thể | Units or leads, where narrower than the level"""
    of: Id | None = None
    """Chỉ số là cơ sở tính (“trong số đó”) | The indicator that is its base"""
    baseline: Baseline | None = None
    """Năm so sánh | Base of a comparison"""
    by: Day | None = None
    """Đến ngày | The date by which it holds"""
    binding: Literal["required", "aspiration"] = "required"
    """Bắt buộc hay phấn đấu | Required, or “phấn đấu”"""
    qualifier: Text | None = None
    """Phạm vi, ngoại lệ | Scope or exception"""
    external: Text | None = None
    """Giao ở văn bản khác (văn bản nào) | Set elsewhere: by which document"""
    cite: Cite
    """Chỗ trong văn bản | Place in the document"""
    also: list[Cite] = EMPTY_LIST
    """Những chỗ lặp lại | Other places that repeat it"""

    @model_validator(mode="after")
    def _value_or_external(self) -> Self:
        if self.external is None and (self.comparator is None or self.value is None):
            raise PydanticCustomError("target_empty", "needs comparator and value, or external")
        if self.external is not None and self.value is not None:
            raise PydanticCustomError("target_external_value", "an external target has no value")
        return self


class DueDay(Model):
    """One term: from, to, and whether the last day counts."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    """Từ ngày | First day"""
    to: Day | None = None
    """Đến ngày | Last day"""
    inclusive: Flag = True
    """Tính cả ngày cuối (“trước ngày” là false) | Whether the last day counts; “trước ngày”: false"""
    label: Text | None = None
    """Tên kỳ | Name of the term"""
    period: Period | None = None
    """Kỳ báo cáo | Reporting period"""


DeadlineType = Literal[
    "date", "range", "recurring", "ongoing", "conditional", "by-other-document", "open-start", "none"
]


class Deadline(Model):
    """A deadline as printed, and typed."""

    text: str
    """Nguyên văn (trống nếu không in) | As printed; blank when nothing is printed"""
    type: DeadlineType
    """Loại: ngày, khoảng, định kỳ, thường xuyên, khi phát sinh, theo văn bản khác, từ ngày, không nêu |
    date, range, recurring, ongoing, conditional, by-other-document, open-start, none"""
    due: list[DueDay] = EMPTY_LIST
    """Các hạn | The terms"""
    every: Literal["day", "week", "month", "quarter", "half-year", "year"] | None = None
    """Chu kỳ của hạn định kỳ | The period of a recurring deadline"""


class Part(Model):
    """One deliverable of a task with its deadline."""

    deliverable: str
    """Sản phẩm (trống nếu không in) | Deliverable; blank when nothing is printed"""
    deadline: Deadline
    """Thời hạn | Deadline"""


class SameAs(Model):
    """The same duty printed elsewhere: it counts once."""

    task: Id
    """Mã nhiệm vụ trùng | The other task"""
    plan: Id | None = None
    """Kế hoạch khác (trống: cùng kế hoạch) | Another plan, if not this one"""


class Task(Model):
    """A row of an annex, or a duty of the body."""

    id: Id
    """Mã nhiệm vụ trong kế hoạch | Id within the plan"""
    annex: str | None = None
    """Phụ lục (trống: thân văn bản) | Annex; empty for the body"""
    row: str | None = None
    """Số thứ tự dòng | Row number as printed"""
    name: Text
    """Tên ngắn (lời của ta) | Short name in our own words"""
    activity: Text | None = None
    """Hoạt động | Activity, where the table has one"""
    domain: Id
    """Lĩnh vực | Domain"""
    lead: list[Text] | Text | None = None
    """Cơ quan chủ trì | Lead, as printed"""
    coordinate: list[Text] | Text | None = None
    """Cơ quan phối hợp | Coordinating agencies"""
    funding: Text | None = None
    """Kinh phí như in | Funding as printed"""
    indicators: list[Id] = EMPTY_LIST
    """Chỉ số đo việc hoàn thành | Indicators that prove it, if any"""
    cite: Cite
    """Chỗ trong văn bản | Place in the document"""
    parts: list[Part]
    """Sản phẩm và thời hạn | Deliverables with their deadlines"""
    same_as: SameAs | None = None
    """Trùng với nhiệm vụ khác | The same duty elsewhere"""
    note: Text | None = None
    """Ghi chú | Note"""


class Reporting(Model):
    """A duty to report."""

    id: Id
    """Mã chế độ báo cáo | Id"""
    name: Text
    """Tên báo cáo | Name of the report"""
    indicator: Id | None = None
    """Chỉ số đo | The indicator"""
    who: list[Text] | Text
    """Ai báo cáo | Who reports"""
    to: Text | None = None
    """Gửi ai | To whom"""
    levels: list[Level]
    """Cấp áp dụng | Levels"""
    deadline: Deadline
    """Thời hạn | Deadline"""
    cite: Cite
    """Chỗ trong văn bản | Place in the document"""
    also: list[Cite] = EMPTY_LIST
    """Những chỗ lặp lại | Other places that repeat it"""


class Milestone(Model):
    """A dated event of the plan."""

    id: Id
    """Mã mốc | Id"""
    name: Text
    """Tên mốc | Name"""
    who: list[Text] | Text | None = None
    """Ai làm | Who"""
    scope: Text | None = None
    """Nội dung | What it covers"""
    deadline: Deadline
    """Thời hạn | Deadline"""
    cite: Cite
    """Chỗ trong văn bản | Place in the document"""


class PlannedInspection(Model):
    """A unit that the plan lists for inspection."""

    id: Id
    """Mã | Id"""
    unit: Text
    """Đơn vị được kiểm tra, như in | The unit to be inspected, as printed"""
    group: Text | None = None
    """Nhóm | Group"""
    mode: Literal["scheduled", "unannounced", "follow-up"] | None = None
    """Định kỳ, đột xuất hay phúc tra | Scheduled, unannounced or follow-up"""
    when: Text | None = None
    """Thời gian như in | Time as printed"""
    cite: Cite
    """Chỗ trong văn bản | Place in the document"""
    note: Text | None = None
    """Ghi chú | Note"""


class ScoringDuty(Model):
    """Who scores or appraises what."""

    id: Id
    """Mã | Id"""
    who: Text
    """Ai | Who"""
    role: Literal["scores", "appraises", "consolidates", "publishes", "studies"]
    """Vai trò | Role"""
    what: Text
    """Việc gì | What"""
    domains: list[Id] = EMPTY_LIST
    """Lĩnh vực | Domains"""
    deadline: Deadline | None = None
    """Thời hạn | Deadline"""
    cite: Cite
    """Chỗ trong văn bản | Place in the document"""


class PlanNote(Model):
    """Something odd in the document, or our reading of it."""

    section: Section
    """Mục | Section"""
    note: Text
    """Điều đáng chú ý | What is odd"""


class Plan(Model):
    """A file of ``plans/``."""

    kind: Literal["plan"]
    format: Literal["1"]
    id: Id
    """Mã kế hoạch | Id"""
    title: Text
    """Tên kế hoạch | Title"""
    issuer: Text
    """Cơ quan ban hành | Issuer"""
    level: Level
    """Cấp | Level"""
    year: Year
    """Năm | Year"""
    number: Text | None = None
    """Số như in; trống thì để trống | Number as printed; blank stays blank"""
    date: PartialDate | None = None
    """Ngày như in (năm, năm-tháng hoặc đủ) | Date as far as printed"""
    source: Text
    """Tệp văn bản nguồn | Source file"""
    legal_bases: list[Text] = EMPTY_LIST
    """Căn cứ | Legal bases, as printed numbers and dates"""
    targets: list[PlanTarget] = EMPTY_LIST
    """Chỉ tiêu | Targets"""
    tasks: list[Task] = EMPTY_LIST
    """Nhiệm vụ | Tasks"""
    reporting: list[Reporting] = EMPTY_LIST
    """Chế độ báo cáo | Reporting duties"""
    milestones: list[Milestone] = EMPTY_LIST
    """Mốc thời gian | Milestones"""
    inspections: list[PlannedInspection] = EMPTY_LIST
    """Kiểm tra | Listed inspections"""
    scoring_duties: list[ScoringDuty] = EMPTY_LIST
    """Ai chấm, ai thẩm định | Who scores and appraises"""
    agencies: dict[Text, list[Text]] = EMPTY_DICT
    """Nhóm cơ quan và thành viên | Groups of leads with their members"""
    notes: list[PlanNote] = EMPTY_LIST
    """Điều đáng chú ý của văn bản | What is odd in the document"""
