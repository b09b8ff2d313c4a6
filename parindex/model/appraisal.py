"""The council's files over a frozen submission: what was appraised, and what the unit answered.

Entries are appended, never edited. A later entry that takes the place of an earlier one names it in ``replaces``, so
that who gave which score when, and why, stays in the file.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from parindex.model.unit import DocId, DocumentEntry, Proof, Reported, Values
from parindex.values.facts import Conductor
from parindex.values.fields import Code, Day, Flag, Id, Model, NotNegative, Period, Sha256, Text, Year, doc

Round = Annotated[int, Field(ge=1, le=2)]
"""Appraisal round 1 or 2 (thẩm định lần 1, lần 2)."""


COUNCIL = "Hội đồng thẩm định"


class Bound(Model):
    """A file that this one is about, such as the submission: any other, and any edited one, is found."""

    file: Annotated[Text, doc("Tệp được nói đến, tính từ tệp này", "The file, relative to this one")]
    sha256: Annotated[Sha256, doc("Mã băm của tệp đó", "SHA-256 of that file")]


class About(Model):
    """The unit that is appraised."""

    id: Annotated[Id, doc("Mã đơn vị", "Id")]
    name: Annotated[Text, doc("Tên đơn vị", "Name")]


class Author(Model):
    """Who wrote an entry: an agency and the post of the person, never a private name."""

    agency: Annotated[Text, doc("Cơ quan", "Agency")]
    post: Annotated[Text, doc("Chức vụ, chức danh", "Post of the person")]


class Correction(Model):
    """An indicator with its corrected figures; the engine scores again every criterion that uses it."""

    indicator: Annotated[Id, doc("Chỉ số đo", "The indicator")]
    values: Annotated[Values | None, doc("Số liệu đúng của cả năm", "The right figures of the year")] = None
    reports: Annotated[
        dict[Period, Reported] | None, doc("Báo cáo theo kỳ, ghi đủ các kỳ", "Reports by period, all of them")
    ] = None
    as_of: Annotated[Day | None, doc("Tính đến ngày", "As of")] = None
    conducted_by: Annotated[Conductor | None, doc("Ai điều tra (chỉ số điều tra)", "Who conducted the survey")] = None
    evidence: Annotated[
        list[Proof], doc("Minh chứng: tài liệu đã nộp hoặc bổ sung", "Evidence: documents submitted or added")
    ] = []

    @model_validator(mode="after")
    def _has_figures(self) -> Self:
        if (self.values is None) == (self.reports is None):
            raise PydanticCustomError("correction_figures", "give values or reports, one of them")
        return self


class Entry(Model):
    """One act of appraisal, about one criterion."""

    id: Annotated[DocId, doc("Mã lượt thẩm định, không trùng", "Id, unique")]
    round: Annotated[Round, doc("Lần thẩm định: 1 hoặc 2", "Round 1 or 2")]
    code: Annotated[Code, doc("Mã tiêu chí", "The criterion")]
    by: Annotated[Author, doc("Cơ quan và chức vụ người thẩm định", "Agency and post of the appraiser")]
    date: Annotated[Day, doc("Ngày thẩm định", "Day")]
    reason: Annotated[Text, doc("Lý do", "Why")]
    score: Annotated[NotNegative | None, doc("Điểm thẩm định", "The appraised score")] = None
    fact: Annotated[Correction | None, doc("Số liệu đúng, máy chấm lại", "Corrected figures, scored again")] = None
    request: Annotated[Text | None, doc("Yêu cầu giải trình, bổ sung", "What the unit is asked for")] = None
    agree: Annotated[
        Flag, doc("Thống nhất với điểm trước đó", "The score that stands before this round is agreed with")
    ] = False
    replaces: Annotated[DocId | None, doc("Thay cho lượt thẩm định nào trước đó", "The earlier entry it replaces")] = (
        None
    )

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

    date: Annotated[Day, doc("Ngày tổng hợp", "Day of the merge")]
    entries: Annotated[int, doc("Số lượt thẩm định đã chốt", "How many entries"), Field(ge=0)]
    sha256: Annotated[Sha256, doc("Mã băm của các lượt đã chốt", "SHA-256 of these entries")]
    added: Annotated[
        dict[DocId, Sha256],
        doc("Mã băm từng lượt mới so với lần chốt trước", "SHA-256 of each entry since the last seal"),
    ] = {}
    responses: Annotated[
        list[Bound], doc("Giải trình của đơn vị lúc đó", "The unit's responses as they were then")
    ] = []


class Appraisal(Model):
    """The appraisal of one unit by one agency, or by all of them when merged."""

    kind: Literal["appraisal"]
    format: Literal["1"]
    submission: Annotated[Bound, doc("Hồ sơ được thẩm định", "The submission")]
    unit: Annotated[About, doc("Đơn vị", "The unit")]
    year: Annotated[Year, doc("Năm", "Year")]
    agency: Annotated[
        Text | None, doc("Cơ quan thẩm định; trống: bản tổng hợp", "The appraising agency; none: merged")
    ] = None
    council: Annotated[
        Text,
        doc(
            "Ai tổng hợp và thẩm định phần không thuộc cơ quan nào",
            "Who consolidates, and appraises what the set gives to no agency",
        ),
    ] = COUNCIL
    entries: Annotated[list[Entry], doc("Các lượt thẩm định, chỉ ghi thêm", "Entries, appended only")] = []
    seals: Annotated[list[Seal], doc("Các lần chốt khi tổng hợp", "Seals made by merging")] = []


class Answer(Model):
    """The unit's answer to one entry."""

    to: Annotated[DocId, doc("Trả lời lượt thẩm định nào", "The entry that is answered")]
    sha256: Annotated[Sha256, doc("Mã băm của lượt đó khi trả lời", "SHA-256 of that entry when answered")]
    by: Annotated[Author, doc("Đơn vị và chức vụ người trả lời", "The unit and the post of who answers")]
    date: Annotated[Day, doc("Ngày trả lời", "Day")]
    text: Annotated[Text, doc("Nội dung giải trình", "The explanation")]
    evidence: Annotated[list[Proof], doc("Tài liệu bổ sung", "Documents, submitted or added")] = []


class Response(Model):
    """The unit's answers between the rounds, with the documents that it adds."""

    kind: Literal["response"]
    format: Literal["1"]
    submission: Annotated[Bound, doc("Hồ sơ được thẩm định", "The submission")]
    unit: Annotated[About, doc("Đơn vị", "The unit")]
    year: Annotated[Year, doc("Năm", "Year")]
    documents: Annotated[dict[DocId, DocumentEntry], doc("Tài liệu bổ sung", "Documents that are added")] = {}
    answers: Annotated[list[Answer], doc("Các trả lời", "Answers")] = []
