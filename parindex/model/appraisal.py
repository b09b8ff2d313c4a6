"""The council's files over a frozen submission: what was appraised, and what the unit answered.

Entries are appended, never edited. A later entry that takes the place of an earlier one names it in ``replaces``, so
that who gave which score when, and why, stays in the file.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.unit import DocId, DocumentEntry, Proof, Reported, Values
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
    Period,
    Sha256,
    Text,
    Year,
    whole,
)

Round = Annotated[int, Field(ge=1, le=2)]
"""Appraisal round 1 or 2 (thẩm định lần 1, lần 2)."""


COUNCIL = "Hội đồng thẩm định"


class Bound(Model):
    """A file that this one is about, such as the submission: any other, and any edited one, is found."""

    file: Text
    """Tệp được nói đến, tính từ tệp này | The file, relative to this one"""
    sha256: Sha256
    """Mã băm của tệp đó | SHA-256 of that file"""


class About(Model):
    """The unit that is appraised."""

    id: Id
    """Mã đơn vị | Id"""
    name: Text
    """Tên đơn vị | Name"""


class Author(Model):
    """Who wrote an entry: an agency and the post of the person, never a private name."""

    agency: Text
    """Cơ quan | Agency"""
    post: Text
    """Chức vụ, chức danh | Post of the person"""


class Correction(Model):
    """An indicator with its corrected figures; the engine scores again every criterion that uses it."""

    indicator: Id
    """Chỉ số đo | The indicator"""
    values: Values | None = None
    """Số liệu đúng của cả năm | The right figures of the year"""
    reports: dict[Period, Reported] | None = None
    """Báo cáo theo kỳ, ghi đủ các kỳ | Reports by period, all of them"""
    as_of: Day | None = None
    """Tính đến ngày | As of"""
    conducted_by: Conductor | None = None
    """Ai điều tra (chỉ số điều tra) | Who conducted the survey"""
    evidence: list[Proof] = EMPTY_LIST
    """Minh chứng: tài liệu đã nộp hoặc bổ sung | Evidence: documents submitted or added"""

    @model_validator(mode="after")
    def _has_figures(self) -> Self:
        if (self.values is None) == (self.reports is None):
            raise PydanticCustomError("correction_figures", "give values or reports, one of them")
        return self


class Entry(Model):
    """One act of appraisal, about one criterion."""

    id: DocId
    """Mã lượt thẩm định, không trùng | Id, unique"""
    round: Round
    """Lần thẩm định: 1 hoặc 2 | Round 1 or 2"""
    code: Code
    """Mã tiêu chí | The criterion"""
    by: Author
    """Cơ quan và chức vụ người thẩm định | Agency and post of the appraiser"""
    date: Day
    """Ngày thẩm định | Day"""
    reason: Text
    """Lý do | Why"""
    score: NotNegative | None = None
    """Điểm thẩm định | The appraised score"""
    fact: Correction | None = None
    """Số liệu đúng, máy chấm lại | Corrected figures, scored again"""
    request: Text | None = None
    """Yêu cầu giải trình, bổ sung | What the unit is asked for"""
    agree: Flag = False
    """Thống nhất với điểm trước đó | The score that stands before this round is agreed with"""
    replaces: DocId | None = None
    """Thay cho lượt thẩm định nào trước đó | The earlier entry it replaces"""

    @model_validator(mode="after")
    def _one_act(self) -> Self:
        given = (self.score is not None) + (self.fact is not None) + (self.request is not None) + self.agree
        if given != 1:
            raise PydanticCustomError("appraisal_act", "give score, fact, request or agree, one of them")
        return self

    @property
    def decides(self) -> bool:
        """Whether the criterion has a score by this entry; a request leaves it open."""
        return self.request is None


class Seal(Model):
    """The first so many entries as they stood when files were merged: an edit of them is found."""

    date: Day
    """Ngày tổng hợp | Day of the merge"""
    entries: Annotated[int, whole(ge=0)]
    """Số lượt thẩm định đã chốt | How many entries"""
    sha256: Sha256
    """Mã băm của các lượt đã chốt | SHA-256 of these entries"""
    added: dict[DocId, Sha256] = EMPTY_DICT
    """Mã băm từng lượt mới so với lần chốt trước | SHA-256 of each entry since the last seal"""
    responses: list[Bound] = EMPTY_LIST
    """Giải trình của đơn vị lúc đó | The unit's responses as they were then"""


class Appraisal(Model):
    """The appraisal of one unit by one agency, or by all of them when merged."""

    kind: Literal["appraisal"]
    format: Literal["1"]
    submission: Bound
    """Hồ sơ được thẩm định | The submission"""
    unit: About
    """Đơn vị | The unit"""
    year: Year
    """Năm | Year"""
    agency: Text | None = None
    """Cơ quan thẩm định; trống: bản tổng hợp | The appraising agency; none: merged"""
    council: Text = COUNCIL
    """Ai tổng hợp và thẩm định phần không thuộc cơ quan nào |
    Who consolidates, and appraises what the set gives to no agency"""
    entries: list[Entry] = EMPTY_LIST
    """Các lượt thẩm định, chỉ ghi thêm | Entries, appended only"""
    seals: list[Seal] = EMPTY_LIST
    """Các lần chốt khi tổng hợp | Seals made by merging"""


class Answer(Model):
    """The unit's answer to one entry."""

    to: DocId
    """Trả lời lượt thẩm định nào | The entry that is answered"""
    sha256: Sha256
    """Mã băm của lượt đó khi trả lời | SHA-256 of that entry when answered"""
    by: Author
    """Đơn vị và chức vụ người trả lời | The unit and the post of who answers"""
    date: Day
    """Ngày trả lời | Day"""
    text: Text
    """Nội dung giải trình | The explanation"""
    evidence: list[Proof] = EMPTY_LIST
    """Tài liệu bổ sung | Documents, submitted or added"""


class Response(Model):
    """The unit's answers between the rounds, with the documents that it adds."""

    kind: Literal["response"]
    format: Literal["1"]
    submission: Bound
    """Hồ sơ được thẩm định | The submission"""
    unit: About
    """Đơn vị | The unit"""
    year: Year
    """Năm | Year"""
    documents: dict[DocId, DocumentEntry] = EMPTY_DICT
    """Tài liệu bổ sung | Documents that are added"""
    answers: list[Answer] = EMPTY_LIST
    """Các trả lời | Answers"""
