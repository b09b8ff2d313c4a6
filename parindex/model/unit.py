"""A unit's file: what it did in the year, with the evidence."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.plan import Level
from parindex.values.facts import Conductor
from parindex.values.fields import Code, Day, Flag, Id, Model, NotNegative, Number, Period, Sha256, Text, Year, doc
from parindex.values.periods import PERIOD_PATTERN

DocId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""The id of a document within the unit's file."""


class Proof(Model):
    """Where in which document something is proved."""

    doc: Annotated[DocId, doc("Mã tài liệu đã khai báo", "A declared document")]
    at: Annotated[Text | None, doc("Mục, trang", "Section and page")] = None


class Excluded(Model):
    """Cases that do not count, with the reason."""

    count: Annotated[NotNegative, doc("Số trường hợp", "How many")]
    reason: Annotated[Text, doc("Lý do", "Why")]


class Values(Model):
    """The figures of one indicator: the keys that fit its measure."""

    numerator: Annotated[NotNegative | None, doc("Tử số", "Numerator")] = None
    denominator: Annotated[NotNegative | None, doc("Mẫu số", "Denominator")] = None
    percent: Annotated[Number | None, doc("Tỷ lệ %", "Percent")] = None
    count: Annotated[NotNegative | None, doc("Số lượng", "Count")] = None
    amount: Annotated[Number | None, doc("Số tiền, khối lượng", "Amount")] = None
    rank: Annotated[NotNegative | None, doc("Thứ hạng", "Rank")] = None
    answer: Annotated[Flag | None, doc("Có (true) hay không (false)", "Yes or no; no: not issued")] = None
    date: Annotated[Day | None, doc("Ngày ban hành, ngày làm xong", "Day of issue or completion")] = None
    done: Annotated[list[Id] | None, doc("Các mục đã làm", "Items done")] = None
    excluded: Annotated[list[Excluded], doc("Trường hợp không tính", "Cases that do not count")] = []
    answers: Annotated[dict[str, NotNegative] | None, doc("Số phiếu theo phương án", "Answers by option")] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.numerator is None) != (self.denominator is None):
            raise PydanticCustomError("values_pair", "numerator and denominator come together")
        if self.excluded and self.count is None:
            raise PydanticCustomError("values_excluded", "excluded cases need a count")
        return self


class Reported(Model):
    """One periodic report: what proves that it was sent, and when."""

    signed: Annotated[Day | None, doc("Ngày ký", "Day of signing")] = None
    sent_at: Annotated[Day | None, doc("Ngày gửi", "Day of sending; this one counts")] = None
    receiver: Annotated[Text | None, doc("Nơi nhận", "Receiver")] = None
    evidence: Annotated[list[Proof], doc("Minh chứng", "Proof")] = []
    adequate: Annotated[Flag | None, doc("Nội dung đạt (bên thẩm định)", "Content adequate, by the appraiser")] = None


class PeriodFact(Model):
    """The figures of one period."""

    values: Annotated[Values, doc("Số liệu", "Figures")]
    evidence: Annotated[list[Proof], doc("Minh chứng", "Evidence")] = []


class FactEntry(Model):
    """What the unit reports for one indicator."""

    values: Annotated[Values | None, doc("Số liệu cả năm", "The year's figures")] = None
    as_of: Annotated[Day | None, doc("Tính đến ngày", "As of")] = None
    provisional: Annotated[Flag, doc("Số liệu tạm tính", "Provisional")] = False
    periods: Annotated[
        dict[Annotated[str, Field(pattern=PERIOD_PATTERN)], PeriodFact], doc("Số liệu theo kỳ", "Figures by period")
    ] = {}
    evidence: Annotated[list[Proof], doc("Minh chứng", "Evidence")] = []
    conducted_by: Annotated[Conductor | None, doc("Ai điều tra", "Who conducted the survey")] = None
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None

    @model_validator(mode="after")
    def _has_figures(self) -> Self:
        if self.values is None and not self.periods:
            raise PydanticCustomError("fact_empty", "needs values or periods")
        return self


class Covers(Model):
    """The period that a document covers."""

    from_: Annotated[Day, doc("Từ ngày", "First day"), Field(alias="from")]
    to: Annotated[Day, doc("Đến ngày", "Last day")]


class DocumentEntry(Model):
    """A document that serves as evidence."""

    form: Annotated[
        Literal["administrative", "party", "legal-normative", "extract", "screenshot", "media", "link", "physical"],
        doc("Hình thức", "Form"),
    ]
    number: Annotated[Text | None, doc("Số, ký hiệu", "Number and symbol")] = None
    date: Annotated[Day | None, doc("Ngày", "Date")] = None
    issuer: Annotated[Text | None, doc("Cơ quan ban hành", "Issuer")] = None
    signer: Annotated[Text | None, doc("Người ký", "Signer")] = None
    title: Annotated[Text, doc("Trích yếu", "Title")]
    file: Annotated[Text | None, doc("Tệp, đường dẫn tính từ tệp này", "File, relative to the unit's file")] = None
    link: Annotated[
        Annotated[str, Field(pattern=r"^https?://\S+$", max_length=2000)] | None, doc("Liên kết", "Link")
    ] = None
    sha256: Annotated[Sha256 | None, doc("Mã băm SHA-256", "SHA-256")] = None
    pages: Annotated[int | None, doc("Số trang", "Pages"), Field(ge=1)] = None
    covers: Annotated[Covers | None, doc("Kỳ mà tài liệu phản ánh", "The period that it covers")] = None


class PartDone(Model):
    """How one part of a task, or one period of a recurring part, stands."""

    done: Annotated[Day | None, doc("Ngày làm xong", "Day of completion")] = None
    evidence: Annotated[list[Proof], doc("Minh chứng", "Evidence")] = []
    not_arising: Annotated[Text | None, doc("Không phát sinh: lý do", "Not arising: why")] = None
    not_applicable: Annotated[Text | None, doc("Không áp dụng: lý do", "Not applicable: why")] = None
    triggered: Annotated[Day | None, doc("Ngày phát sinh điều kiện", "When a conditional duty arose")] = None


class TaskPart(PartDone):
    """A part of a task."""

    periods: Annotated[dict[Period, PartDone], doc("Từng kỳ", "Periods")] = {}


class TaskEntry(PartDone):
    """How a task stands; ``parts`` by number from 1, or ``periods`` for a recurring part."""

    parts: Annotated[dict[Annotated[str, Field(pattern=r"^[1-9]\d?$")], TaskPart], doc("Từng phần", "Parts")] = {}
    periods: Annotated[dict[Period, PartDone], doc("Từng kỳ", "Periods")] = {}


class InspectionEntry(Model):
    """An inspection of the unit, its findings and their remedy."""

    by: Annotated[Text, doc("Đoàn kiểm tra", "Who inspected")]
    date: Annotated[Day | None, doc("Ngày", "Date")] = None
    conclusion: Annotated[Proof | None, doc("Kết luận", "Conclusion")] = None
    findings: Annotated[NotNegative, doc("Số tồn tại", "Findings")]
    remedied: Annotated[NotNegative, doc("Số đã khắc phục", "Findings remedied")]
    remedied_by: Annotated[Day | None, doc("Khắc phục xong ngày", "Remedied by")] = None
    evidence: Annotated[list[Proof], doc("Minh chứng", "Proof")] = []


class NotArisingEntry(Model):
    """Nothing of the kind happened this year."""

    reason: Annotated[Text, doc("Lý do", "Why")]
    by: Annotated[Text | None, doc("Ai xác nhận", "Who says so")] = None
    evidence: Annotated[list[Proof], doc("Minh chứng", "Proof")] = []


class Defect(Model):
    """A defect of last year and what was done about it."""

    what: Annotated[Text, doc("Hạn chế", "The defect")]
    remedy: Annotated[Text | None, doc("Đã khắc phục thế nào", "How it was remedied")] = None


class Previous(Model):
    """Last year's file or figures."""

    file: Annotated[Text | None, doc("Tệp năm trước", "Last year's file")] = None
    facts: Annotated[dict[Id, Values], doc("Số liệu năm trước", "Last year's figures")] = {}
    index: Annotated[NotNegative | None, doc("Chỉ số năm trước", "Last year's index")] = None
    place: Annotated[int | None, doc("Thứ hạng năm trước", "Last year's place"), Field(ge=1)] = None
    defects: Annotated[
        list[Defect], doc("Hạn chế năm trước và việc khắc phục", "Last year's defects and their remedy")
    ] = []


class ReportEntry(Model):
    """What a report needs besides the figures; what is blank prints as a blank line."""

    number: Annotated[Text | None, doc("Số, ký hiệu", "Number and symbol")] = None
    place: Annotated[Text | None, doc("Địa danh", "Place")] = None
    date: Annotated[Day | None, doc("Ngày ký; trống thì in chỗ trống", "Date; blank prints blank")] = None
    agency_above: Annotated[Text | None, doc("Cơ quan chủ quản", "Agency above")] = None
    addressees: Annotated[list[Text], doc("Kính gửi", "Addressees")] = []
    bases: Annotated[list[Text], doc("Căn cứ, kế hoạch thực hiện", "What the report carries out")] = []
    organisation: Annotated[list[Text], doc("Công tác chỉ đạo tự chấm điểm", "How the self-scoring was organised")] = []
    results: Annotated[
        dict[Id, list[Text]], doc("Kết quả theo lĩnh vực, lời của đơn vị", "Results by domain, in the unit's own words")
    ] = {}
    difficulties: Annotated[list[Text], doc("Khó khăn, nguyên nhân", "Difficulties and causes")] = []
    remedies: Annotated[list[Text], doc("Giải pháp", "Remedies")] = []
    proposals: Annotated[list[Text], doc("Đề xuất, kiến nghị", "Proposals")] = []
    authority: Annotated[
        Literal["TM.", "KT.", "Q.", "TL.", "TUQ."] | None, doc("Thẩm quyền ký", "Signing authority")
    ] = None
    on_behalf_of: Annotated[Text | None, doc("Ký thay mặt, ký thay ai", "On whose behalf")] = None
    signer_title: Annotated[Text | None, doc("Chức vụ người ký", "Title of the signer")] = None
    signer: Annotated[Text | None, doc("Họ tên người ký", "Name of the signer")] = None
    recipients: Annotated[list[Text], doc("Nơi nhận", "Recipients")] = []


class DatedType(Model):
    """A kind of unit from a day on: a xã can become a phường."""

    type: Annotated[Text, doc("Loại", "Kind")]
    from_: Annotated[Day, doc("Từ ngày", "From"), Field(alias="from")]


class UnitIdentity(Model):
    """Who the unit is."""

    id: Annotated[Id, doc("Mã đơn vị", "Id")]
    name: Annotated[Text, doc("Tên đơn vị", "Name")]
    level: Annotated[Level, doc("Cấp", "Level")]
    type: Annotated[Text | None, doc("Loại: xã, phường, thị trấn …", "Kind of unit")] = None
    types: Annotated[list[DatedType], doc("Loại theo thời gian", "Kinds with dates")] = []
    parent: Annotated[Text | None, doc("Trực thuộc", "Parent unit")] = None
    synthetic: Annotated[
        Flag, doc("Số liệu giả định, chỉ để minh họa", "Synthetic figures: an example, said in every output")
    ] = False


class SurveyPolicy(Model):
    """A unit's own way with a missing survey, with the reason."""

    policy: Annotated[Literal["pending", "rescale"], doc("Chờ hay quy đổi", "Wait or rescale")]
    reason: Annotated[Text, doc("Lý do", "Why")]


class Unit(Model):
    """One unit in one year."""

    kind: Literal["unit"]
    format: Literal["1"]
    unit: Annotated[UnitIdentity, doc("Đơn vị", "The unit")]
    year: Annotated[Year, doc("Năm", "Year")]
    criteria: Annotated[Id, doc("Bộ tiêu chí", "Criteria set")]
    plans: Annotated[list[Id], doc("Các kế hoạch áp dụng", "Plans that apply")] = []
    missing_survey: Annotated[
        SurveyPolicy | None, doc("Chưa có điều tra: riêng đơn vị này", "No survey: for this unit alone")
    ] = None
    documents: Annotated[dict[DocId, DocumentEntry], doc("Tài liệu kiểm chứng", "Documents")] = {}
    facts: Annotated[dict[Id, FactEntry], doc("Số liệu theo chỉ số đo", "Facts by indicator")] = {}
    reports: Annotated[
        dict[Id, dict[Period, Reported]], doc("Báo cáo theo chỉ số đo và kỳ", "Reports by indicator and period")
    ] = {}
    tasks: Annotated[dict[Id, dict[Id, TaskEntry]], doc("Nhiệm vụ theo kế hoạch và mã", "Tasks by plan and id")] = {}
    inspections: Annotated[list[InspectionEntry], doc("Các cuộc kiểm tra", "Inspections")] = []
    not_arising: Annotated[
        dict[Id, NotArisingEntry], doc("Không phát sinh, theo chỉ số đo", "Not arising, by indicator")
    ] = {}
    claims: Annotated[
        dict[Code, NotNegative], doc("Điểm tự chấm khác điểm tính", "Self scores that differ from the computed")
    ] = {}
    explanations: Annotated[dict[Code, Text], doc("Giải trình theo tiêu chí", "Explanations by criterion")] = {}
    notes: Annotated[dict[Code, Text], doc("Ghi chú theo tiêu chí", "Notes by criterion")] = {}
    previous: Annotated[Previous | None, doc("Năm trước", "Last year")] = None
    report: Annotated[dict[str, ReportEntry], doc("Thông tin cho báo cáo, theo loại", "Reports, by kind")] = {}
