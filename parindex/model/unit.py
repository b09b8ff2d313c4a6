"""A unit's file: what it did in the year, with the evidence."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.plan import Level
from parindex.values.facts import Conductor
from parindex.values.fields import (
    EMPTY_DICT,
    EMPTY_LIST,
    Code,
    Day,
    Flag,
    Id,
    Model,
    NotNegative,
    Number,
    Period,
    Sha256,
    Text,
    Year,
    text,
    whole,
)

DocId = Annotated[str, text(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""The id of a document within the unit's file."""


class Proof(Model):
    """Where in which document something is proved."""

    doc: DocId
    """Mã tài liệu đã khai báo | A declared document"""
    at: Text | None = None
    """Mục, trang | Section and page"""


class Excluded(Model):
    """Cases that do not count, with the reason."""

    count: NotNegative
    """Số trường hợp | How many"""
    reason: Text
    """Lý do | Why"""


class Values(Model):
    """The figures of one indicator: the keys that fit its measure."""

    numerator: NotNegative | None = None
    """Tử số | Numerator"""
    denominator: NotNegative | None = None
    """Mẫu số | Denominator"""
    percent: Number | None = None
    """Tỷ lệ % | Percent"""
    count: NotNegative | None = None
    """Số lượng | Count"""
    amount: Number | None = None
    """Số tiền, khối lượng | Amount"""
    rank: NotNegative | None = None
    """Thứ hạng | Rank"""
    answer: Flag | None = None
    """Có (true) hay không (false) | Yes or no; no: not issued"""
    date: Day | None = None
    """Ngày ban hành, ngày làm xong | Day of issue or completion"""
    done: list[Id] | None = None
    """Các mục đã làm | Items done"""
    excluded: list[Excluded] = EMPTY_LIST
    """Trường hợp không tính | Cases that do not count"""
    answers: dict[str, NotNegative] | None = None
    """Số phiếu theo phương án | Answers by option"""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.numerator is None) != (self.denominator is None):
            raise PydanticCustomError("values_pair", "numerator and denominator come together")
        if self.excluded and self.count is None:
            raise PydanticCustomError("values_excluded", "excluded cases need a count")
        return self


class Reported(Model):
    """One periodic report: what proves that it was sent, and when."""

    signed: Day | None = None
    """Ngày ký | Day of signing"""
    sent_at: Day | None = None
    """Ngày gửi | Day of sending; this one counts"""
    receiver: Text | None = None
    """Nơi nhận | Receiver"""
    evidence: list[Proof] = EMPTY_LIST
    """Minh chứng | Proof"""
    adequate: Flag | None = None
    """Nội dung đạt (bên thẩm định) | Content adequate, by the appraiser"""


class PeriodFact(Model):
    """The figures of one period."""

    values: Values
    """Số liệu | Figures"""
    evidence: list[Proof] = EMPTY_LIST
    """Minh chứng | Evidence"""


class FactEntry(Model):
    """What the unit reports for one indicator."""

    values: Values | None = None
    """Số liệu cả năm | The year's figures"""
    as_of: Day | None = None
    """Tính đến ngày | As of"""
    provisional: Flag = False
    """Số liệu tạm tính | Provisional"""
    periods: dict[Period, PeriodFact] = EMPTY_DICT
    """Số liệu theo kỳ | Figures by period"""
    evidence: list[Proof] = EMPTY_LIST
    """Minh chứng | Evidence"""
    conducted_by: Conductor | None = None
    """Ai điều tra | Who conducted the survey"""
    note: Text | None = None
    """Ghi chú | Note"""

    @model_validator(mode="after")
    def _has_figures(self) -> Self:
        if self.values is None and not self.periods:
            raise PydanticCustomError("fact_empty", "needs values or periods")
        return self


class Covers(Model):
    """The period that a document covers."""

    from_: Annotated[Day, Field(alias="from")]
    """Từ ngày | First day"""
    to: Day
    """Đến ngày | Last day"""


class DocumentEntry(Model):
    """A document that serves as evidence."""

    form: Literal["administrative", "party", "legal-normative", "extract", "screenshot", "media", "link", "physical"]
    """Hình thức | Form"""
    number: Text | None = None
    """Số, ký hiệu | Number and symbol"""
    date: Day | None = None
    """Ngày | Date"""
    issuer: Text | None = None
    """Cơ quan ban hành | Issuer"""
    signer: Text | None = None
    """Người ký | Signer"""
    title: Text
    """Trích yếu | Title"""
    file: Text | None = None
    """Tệp, đường dẫn tính từ tệp này | File, relative to the unit's file"""
    link: Annotated[str, text(pattern=r"^https?://\S+$", max_length=2000)] | None = None
    """Liên kết | Link"""
    sha256: Sha256 | None = None
    """Mã băm SHA-256 | SHA-256"""
    pages: Annotated[int, whole(ge=1)] | None = None
    """Số trang | Pages"""
    covers: Covers | None = None
    """Kỳ mà tài liệu phản ánh | The period that it covers"""


class PartDone(Model):
    """How one part of a task, or one period of a recurring part, stands."""

    done: Day | None = None
    """Ngày làm xong | Day of completion"""
    evidence: list[Proof] = EMPTY_LIST
    """Minh chứng | Evidence"""
    not_arising: Text | None = None
    """Không phát sinh: lý do | Not arising: why"""
    not_applicable: Text | None = None
    """Không áp dụng: lý do | Not applicable: why"""
    triggered: Day | None = None
    """Ngày phát sinh điều kiện | When a conditional duty arose"""


class TaskPart(PartDone):
    """A part of a task."""

    periods: dict[Period, PartDone] = EMPTY_DICT
    """Từng kỳ | Periods"""


class TaskEntry(PartDone):
    """How a task stands; ``parts`` by number from 1, or ``periods`` for a recurring part."""

    parts: dict[Annotated[str, text(pattern=r"^[1-9]\d?$")], TaskPart] = EMPTY_DICT
    """Từng phần | Parts"""
    periods: dict[Period, PartDone] = EMPTY_DICT
    """Từng kỳ | Periods"""


class InspectionEntry(Model):
    """An inspection of the unit, its findings and their remedy."""

    by: Text
    """Đoàn kiểm tra | Who inspected"""
    date: Day | None = None
    """Ngày | Date"""
    conclusion: Proof | None = None
    """Kết luận | Conclusion"""
    findings: NotNegative
    """Số tồn tại | Findings"""
    remedied: NotNegative
    """Số đã khắc phục | Findings remedied"""
    remedied_by: Day | None = None
    """Khắc phục xong ngày | Remedied by"""
    evidence: list[Proof] = EMPTY_LIST
    """Minh chứng | Proof"""


class NotArisingEntry(Model):
    """Nothing of the kind happened this year."""

    reason: Text
    """Lý do | Why"""
    by: Text | None = None
    """Ai xác nhận | Who says so"""
    evidence: list[Proof] = EMPTY_LIST
    """Minh chứng | Proof"""


class Defect(Model):
    """A defect of last year and what was done about it."""

    what: Text
    """Hạn chế | The defect"""
    remedy: Text | None = None
    """Đã khắc phục thế nào | How it was remedied"""


class Previous(Model):
    """Last year's file or figures."""

    file: Text | None = None
    """Tệp năm trước | Last year's file"""
    facts: dict[Id, Values] = EMPTY_DICT
    """Số liệu năm trước | Last year's figures"""
    index: NotNegative | None = None
    """Chỉ số năm trước | Last year's index"""
    place: Annotated[int, whole(ge=1)] | None = None
    """Thứ hạng năm trước | Last year's place"""
    defects: list[Defect] = EMPTY_LIST
    """Hạn chế năm trước và việc khắc phục | Last year's defects and their remedy"""


class ReportEntry(Model):
    """What a report needs besides the figures; what is blank prints as a blank line."""

    number: Text | None = None
    """Số, ký hiệu | Number and symbol"""
    place: Text | None = None
    """Địa danh | Place"""
    date: Day | None = None
    """Ngày ký; trống thì in chỗ trống | Date; blank prints blank"""
    agency_above: Text | None = None
    """Cơ quan chủ quản | Agency above"""
    addressees: list[Text] = EMPTY_LIST
    """Kính gửi | Addressees"""
    bases: list[Text] = EMPTY_LIST
    """Căn cứ, kế hoạch thực hiện | What the report carries out"""
    organisation: list[Text] = EMPTY_LIST
    """Công tác chỉ đạo tự chấm điểm | How the self-scoring was organised"""
    results: dict[Id, list[Text]] = EMPTY_DICT
    """Kết quả theo lĩnh vực, lời của đơn vị | Results by domain, in the unit's own words"""
    difficulties: list[Text] = EMPTY_LIST
    """Khó khăn, nguyên nhân | Difficulties and causes"""
    remedies: list[Text] = EMPTY_LIST
    """Giải pháp | Remedies"""
    proposals: list[Text] = EMPTY_LIST
    """Đề xuất, kiến nghị | Proposals"""
    authority: Literal["TM.", "KT.", "Q.", "TL.", "TUQ."] | None = None
    """Thẩm quyền ký | Signing authority"""
    on_behalf_of: Text | None = None
    """Ký thay mặt, ký thay ai | On whose behalf"""
    signer_title: Text | None = None
    """Chức vụ người ký | Title of the signer"""
    signer: Text | None = None
    """Họ tên người ký | Name of the signer"""
    recipients: list[Text] = EMPTY_LIST
    """Nơi nhận | Recipients"""


class DatedType(Model):
    """A kind of unit from a day on: a xã can become a phường."""

    type: Text
    """Loại | Kind"""
    from_: Annotated[Day, Field(alias="from")]
    """Từ ngày | From"""


class UnitIdentity(Model):
    """Who the unit is."""

    id: Id
    """Mã đơn vị | Id"""
    name: Text
    """Tên đơn vị | Name"""
    level: Level
    """Cấp | Level"""
    type: Text | None = None
    """Loại: xã, phường, thị trấn … | Kind of unit"""
    types: list[DatedType] = EMPTY_LIST
    """Loại theo thời gian | Kinds with dates"""
    parent: Text | None = None
    """Trực thuộc | Parent unit"""
    synthetic: Flag = False
    """Số liệu giả định, chỉ để minh họa | Synthetic figures: an example, said in every output"""


class SurveyPolicy(Model):
    """A unit's own way with a missing survey, with the reason."""

    policy: Literal["pending", "rescale"]
    """Chờ hay quy đổi | Wait or rescale"""
    reason: Text
    """Lý do | Why"""


class Unit(Model):
    """One unit in one year."""

    kind: Literal["unit"]
    format: Literal["1"]
    unit: UnitIdentity
    """Đơn vị | The unit"""
    year: Year
    """Năm | Year"""
    criteria: Id
    """Bộ tiêu chí | Criteria set"""
    plans: list[Id] = EMPTY_LIST
    """Các kế hoạch áp dụng | Plans that apply"""
    missing_survey: SurveyPolicy | None = None
    """Chưa có điều tra: riêng đơn vị này | No survey: for this unit alone"""
    documents: dict[DocId, DocumentEntry] = EMPTY_DICT
    """Tài liệu kiểm chứng | Documents"""
    facts: dict[Id, FactEntry] = EMPTY_DICT
    """Số liệu theo chỉ số đo | Facts by indicator"""
    reports: dict[Id, dict[Period, Reported]] = EMPTY_DICT
    """Báo cáo theo chỉ số đo và kỳ | Reports by indicator and period"""
    tasks: dict[Id, dict[Id, TaskEntry]] = EMPTY_DICT
    """Nhiệm vụ theo kế hoạch và mã | Tasks by plan and id"""
    inspections: list[InspectionEntry] = EMPTY_LIST
    """Các cuộc kiểm tra | Inspections"""
    not_arising: dict[Id, NotArisingEntry] = EMPTY_DICT
    """Không phát sinh, theo chỉ số đo | Not arising, by indicator"""
    claims: dict[Code, NotNegative] = EMPTY_DICT
    """Điểm tự chấm khác điểm tính | Self scores that differ from the computed"""
    explanations: dict[Code, Text] = EMPTY_DICT
    """Giải trình theo tiêu chí | Explanations by criterion"""
    notes: dict[Code, Text] = EMPTY_DICT
    """Ghi chú theo tiêu chí | Notes by criterion"""
    previous: Previous | None = None
    """Năm trước | Last year"""
    report: dict[str, ReportEntry] = EMPTY_DICT
    """Thông tin cho báo cáo, theo loại | Reports, by kind"""
