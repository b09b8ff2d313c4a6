"""A plan: the targets, tasks, reports and dates that a document demands, each with its place in the document."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from parindex.values.fields import (
    Bound,
    Day,
    Flag,
    Id,
    Model,
    PartialDate,
    Period,
    Text,
    Year,
    doc,
)
from parindex.values.targets import Comparator

Level = Literal["province", "district", "agency", "commune"]
"""province · district (up to 2025-06-30) · agency (sở, phòng, ban) · commune (xã, phường, thị trấn, đặc khu)."""

Section = Annotated[str, StringConstraints(pattern=r"^[^\s.]+(\.[^\s.]+)*$", max_length=40)]
"""Printed numbering joined by dots: ``II.3.1``, ``PL.07.2``, ``QD.2.2``, ``KH.II.5``; ``mở-đầu`` and ``cuối`` for
what stands before the first and after the last numbered section."""


class Cite(Model):
    """A place in the plan's document."""

    section: Annotated[Section, doc("Mục, ví dụ II.3.1 hoặc PL.07.2", "Section as printed, joined by dots")]
    locator: Annotated[Text, doc("Cụm từ (tối đa 8 chữ) có ở đó", "A phrase of at most eight words found there once")]


class Baseline(Model):
    """What a change is measured against."""

    year: Annotated[Year, doc("Năm gốc", "Base year")]


class PlanTarget(Model):
    """What the plan demands of one indicator at one level."""

    id: Annotated[Id, doc("Mã chỉ tiêu trong kế hoạch", "Id within the plan")]
    indicator: Annotated[Id, doc("Chỉ số đo", "The indicator")]
    comparator: Annotated[Comparator | None, doc("So sánh; trên là >", "Comparator; strict “trên” is >")] = None
    value: Annotated[
        Bound | None,
        doc("Giá trị: số, ngày, true/false hoặc previous (năm trước)", "Number, date, true/false or previous"),
    ] = None
    unit: Annotated[
        Literal["percent", "count", "points", "place", "date", "yes-no", "amount", "days"],
        doc("Đơn vị đo của giá trị", "The unit of the value"),
    ]
    levels: Annotated[list[Level], doc("Các cấp áp dụng", "Levels it applies to")]
    levels_stated: Annotated[
        Flag, doc("Văn bản nêu rõ cấp áp dụng hay suy ra", "Whether the document states the levels")
    ] = False
    applies_to: Annotated[
        list[Text] | None, doc("Đơn vị hoặc cơ quan cụ thể", "Units or leads, where narrower than the level")
    ] = None
    of: Annotated[Id | None, doc("Chỉ số là cơ sở tính (“trong số đó”)", "The indicator that is its base")] = None
    baseline: Annotated[Baseline | None, doc("Năm so sánh", "Base of a comparison")] = None
    by: Annotated[Day | None, doc("Đến ngày", "The date by which it holds")] = None
    binding: Annotated[Literal["required", "aspiration"], doc("Bắt buộc hay phấn đấu", "Required, or “phấn đấu”")] = (
        "required"
    )
    qualifier: Annotated[Text | None, doc("Phạm vi, ngoại lệ", "Scope or exception")] = None
    external: Annotated[Text | None, doc("Giao ở văn bản khác (văn bản nào)", "Set elsewhere: by which document")] = (
        None
    )
    cite: Annotated[Cite, doc("Chỗ trong văn bản", "Place in the document")]
    also: Annotated[list[Cite], doc("Những chỗ lặp lại", "Other places that repeat it")] = []

    @model_validator(mode="after")
    def _value_or_external(self) -> Self:
        if self.external is None and (self.comparator is None or self.value is None):
            raise PydanticCustomError("target_empty", "needs comparator and value, or external")
        if self.external is not None and self.value is not None:
            raise PydanticCustomError("target_external_value", "an external target has no value")
        return self


class DueDay(Model):
    """One term: from, to, and whether the last day counts."""

    from_: Annotated[Day | None, doc("Từ ngày", "First day"), Field(alias="from")] = None
    to: Annotated[Day | None, doc("Đến ngày", "Last day")] = None
    inclusive: Annotated[
        Flag,
        doc("Tính cả ngày cuối (“trước ngày” là false)", "Whether the last day counts; “trước ngày”: false"),
    ] = True
    label: Annotated[Text | None, doc("Tên kỳ", "Name of the term")] = None
    period: Annotated[Period | None, doc("Kỳ báo cáo", "Reporting period")] = None


DeadlineType = Literal[
    "date", "range", "recurring", "ongoing", "conditional", "by-other-document", "open-start", "none"
]


class Deadline(Model):
    """A deadline as printed, and typed."""

    text: Annotated[str, doc("Nguyên văn (trống nếu không in)", "As printed; blank when nothing is printed")]
    type: Annotated[
        DeadlineType,
        doc(
            "Loại: ngày, khoảng, định kỳ, thường xuyên, khi phát sinh, theo văn bản khác, từ ngày, không nêu",
            "date, range, recurring, ongoing, conditional, by-other-document, open-start, none",
        ),
    ]
    due: Annotated[list[DueDay], doc("Các hạn", "The terms")] = []
    every: Annotated[
        Literal["day", "week", "month", "quarter", "half-year", "year"] | None,
        doc("Chu kỳ của hạn định kỳ", "The period of a recurring deadline"),
    ] = None


class Part(Model):
    """One deliverable of a task with its deadline."""

    deliverable: Annotated[str, doc("Sản phẩm (trống nếu không in)", "Deliverable; blank when nothing is printed")]
    deadline: Annotated[Deadline, doc("Thời hạn", "Deadline")]


class SameAs(Model):
    """The same duty printed elsewhere: it counts once."""

    task: Annotated[Id, doc("Mã nhiệm vụ trùng", "The other task")]
    plan: Annotated[Id | None, doc("Kế hoạch khác (trống: cùng kế hoạch)", "Another plan, if not this one")] = None


class Task(Model):
    """A row of an annex, or a duty of the body."""

    id: Annotated[Id, doc("Mã nhiệm vụ trong kế hoạch", "Id within the plan")]
    annex: Annotated[str | None, doc("Phụ lục (trống: thân văn bản)", "Annex; empty for the body")] = None
    row: Annotated[str | None, doc("Số thứ tự dòng", "Row number as printed")] = None
    name: Annotated[Text, doc("Tên ngắn (lời của ta)", "Short name in our own words")]
    activity: Annotated[Text | None, doc("Hoạt động", "Activity, where the table has one")] = None
    domain: Annotated[Id, doc("Lĩnh vực", "Domain")]
    lead: Annotated[list[Text] | Text | None, doc("Cơ quan chủ trì", "Lead, as printed")] = None
    coordinate: Annotated[list[Text] | Text | None, doc("Cơ quan phối hợp", "Coordinating agencies")] = None
    funding: Annotated[Text | None, doc("Kinh phí như in", "Funding as printed")] = None
    indicators: Annotated[list[Id], doc("Chỉ số đo việc hoàn thành", "Indicators that prove it, if any")] = []
    cite: Annotated[Cite, doc("Chỗ trong văn bản", "Place in the document")]
    parts: Annotated[list[Part], doc("Sản phẩm và thời hạn", "Deliverables with their deadlines")]
    same_as: Annotated[SameAs | None, doc("Trùng với nhiệm vụ khác", "The same duty elsewhere")] = None
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None


class Reporting(Model):
    """A duty to report."""

    id: Annotated[Id, doc("Mã chế độ báo cáo", "Id")]
    name: Annotated[Text, doc("Tên báo cáo", "Name of the report")]
    indicator: Annotated[Id | None, doc("Chỉ số đo", "The indicator")] = None
    who: Annotated[list[Text] | Text, doc("Ai báo cáo", "Who reports")]
    to: Annotated[Text | None, doc("Gửi ai", "To whom")] = None
    levels: Annotated[list[Level], doc("Cấp áp dụng", "Levels")]
    deadline: Annotated[Deadline, doc("Thời hạn", "Deadline")]
    cite: Annotated[Cite, doc("Chỗ trong văn bản", "Place in the document")]
    also: Annotated[list[Cite], doc("Những chỗ lặp lại", "Other places that repeat it")] = []


class Milestone(Model):
    """A dated event of the plan."""

    id: Annotated[Id, doc("Mã mốc", "Id")]
    name: Annotated[Text, doc("Tên mốc", "Name")]
    who: Annotated[list[Text] | Text | None, doc("Ai làm", "Who")] = None
    scope: Annotated[Text | None, doc("Nội dung", "What it covers")] = None
    deadline: Annotated[Deadline, doc("Thời hạn", "Deadline")]
    cite: Annotated[Cite, doc("Chỗ trong văn bản", "Place in the document")]


class PlannedInspection(Model):
    """A unit that the plan lists for inspection."""

    id: Annotated[Id, doc("Mã", "Id")]
    unit: Annotated[Text, doc("Đơn vị được kiểm tra, như in", "The unit to be inspected, as printed")]
    group: Annotated[Text | None, doc("Nhóm", "Group")] = None
    mode: Annotated[
        Literal["scheduled", "unannounced", "follow-up"] | None,
        doc("Định kỳ, đột xuất hay phúc tra", "Scheduled, unannounced or follow-up"),
    ] = None
    when: Annotated[Text | None, doc("Thời gian như in", "Time as printed")] = None
    cite: Annotated[Cite, doc("Chỗ trong văn bản", "Place in the document")]
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None


class ScoringDuty(Model):
    """Who scores or appraises what."""

    id: Annotated[Id, doc("Mã", "Id")]
    who: Annotated[Text, doc("Ai", "Who")]
    role: Annotated[Literal["scores", "appraises", "consolidates", "publishes", "studies"], doc("Vai trò", "Role")]
    what: Annotated[Text, doc("Việc gì", "What")]
    domains: Annotated[list[Id], doc("Lĩnh vực", "Domains")] = []
    deadline: Annotated[Deadline | None, doc("Thời hạn", "Deadline")] = None
    cite: Annotated[Cite, doc("Chỗ trong văn bản", "Place in the document")]


class PlanNote(Model):
    """Something odd in the document, or our reading of it."""

    section: Annotated[Section, doc("Mục", "Section")]
    note: Annotated[Text, doc("Điều đáng chú ý", "What is odd")]


class Plan(Model):
    """A file of ``plans/``."""

    kind: Literal["plan"]
    format: Literal["1"]
    id: Annotated[Id, doc("Mã kế hoạch", "Id")]
    title: Annotated[Text, doc("Tên kế hoạch", "Title")]
    issuer: Annotated[Text, doc("Cơ quan ban hành", "Issuer")]
    level: Annotated[Level, doc("Cấp", "Level")]
    year: Annotated[Year, doc("Năm", "Year")]
    number: Annotated[Text | None, doc("Số như in; trống thì để trống", "Number as printed; blank stays blank")] = None
    date: Annotated[PartialDate | None, doc("Ngày như in (năm, năm-tháng hoặc đủ)", "Date as far as printed")] = None
    source: Annotated[Text, doc("Tệp văn bản nguồn", "Source file")]
    legal_bases: Annotated[list[Text], doc("Căn cứ", "Legal bases, as printed numbers and dates")] = []
    targets: Annotated[list[PlanTarget], doc("Chỉ tiêu", "Targets")] = []
    tasks: Annotated[list[Task], doc("Nhiệm vụ", "Tasks")] = []
    reporting: Annotated[list[Reporting], doc("Chế độ báo cáo", "Reporting duties")] = []
    milestones: Annotated[list[Milestone], doc("Mốc thời gian", "Milestones")] = []
    inspections: Annotated[list[PlannedInspection], doc("Kiểm tra", "Listed inspections")] = []
    scoring_duties: Annotated[list[ScoringDuty], doc("Ai chấm, ai thẩm định", "Who scores and appraises")] = []
    agencies: Annotated[
        dict[Text, list[Text]], doc("Nhóm cơ quan và thành viên", "Groups of leads with their members")
    ] = {}
    notes: Annotated[list[PlanNote], doc("Điều đáng chú ý của văn bản", "What is odd in the document")] = []
