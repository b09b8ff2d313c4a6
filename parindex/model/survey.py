"""How the answers of a survey are read: which column is which question, what counts as satisfied, who asked."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from parindex.values.facts import Conductor
from parindex.values.fields import (
    EMPTY_LIST,
    Day,
    Id,
    Model,
    NotNegative,
    Number,
    Text,
    Year,
    whole,
)

Confidence = Literal["90", "95", "99"]
"""Percent."""


class Scale(Model):
    """What the answers mean, from 1 (very dissatisfied) to 5 (very satisfied)."""

    answers: Annotated[dict[Text, Annotated[int, whole(ge=1, le=5)]], Field(min_length=1)]
    """Câu trả lời như ghi trên phiếu và mức của nó, 1 đến 5 | Answers as written, with their level, 1 to 5"""
    satisfied: Annotated[list[Annotated[int, whole(ge=1, le=5)]], Field(min_length=1)] = [4, 5]
    """Các mức được coi là hài lòng | Levels that count as satisfied"""
    blank: list[Text] = EMPTY_LIST
    """Trả lời coi như bỏ trống, ví dụ Không ý kiến | Answers that count as none"""


class Question(Model):
    """One question of the survey."""

    id: Id
    """Mã câu hỏi | Id"""
    column: Text
    """Tên cột trong tệp phiếu | Its column in the responses"""


class SurveyResult(Model):
    """An indicator that the answers to some questions become a figure of."""

    indicator: Id
    """Chỉ số đo | The indicator"""
    questions: Annotated[list[Id], Field(min_length=1)]
    """Mã các câu hỏi; nhiều câu thì gộp mọi lượt trả lời | Ids of the questions; of several, all answers"""
    give: Literal["share", "answers"] = "share"
    """Tỷ lệ hài lòng, hay số phiếu theo từng mức | The satisfied share, or the answers by level"""


class Stratum(Model):
    """A group of respondents whose size is known, to weight by."""

    name: Text
    """Tên nhóm như ghi trong tệp phiếu | Its name in the responses"""
    population: NotNegative
    """Số người trong nhóm (tổng thể) | How many people it stands for"""


class SurveyFile(Model):
    """The mapping of one survey."""

    kind: Literal["survey"]
    format: Literal["1"]
    id: Id
    """Mã cuộc khảo sát | Id"""
    title: Text
    """Tên cuộc khảo sát | Title"""
    year: Year
    """Năm | Year"""
    conducted_by: Conductor
    """Ai khảo sát: self, superior, independent | Who conducted it: self, superior or independent"""
    by: Text | None = None
    """Cơ quan khảo sát | The agency that conducted it"""
    as_of: Day | None = None
    """Ngày kết thúc thu phiếu | Last day of the field work"""
    sheet: Text | None = None
    """Trang tính trong tệp Excel | Sheet of an Excel file"""
    respondent: Text | None = None
    """Cột mã phiếu (không phải tên người), để tìm phiếu trùng | Column that tells a form apart"""
    group: Text | None = None
    """Cột nhóm người trả lời | Column of the respondents' group"""
    scale: Scale
    """Thang trả lời | Scale"""
    questions: Annotated[list[Question], Field(min_length=1)]
    """Câu hỏi | Questions"""
    results: Annotated[list[SurveyResult], Field(min_length=1)]
    """Kết quả | Results"""
    groups: list[Stratum] = EMPTY_LIST
    """Các nhóm và số người; có thì tính theo trọng số | Groups; with them results are weighted"""
    population: NotNegative | None = None
    """Tổng thể khảo sát | The whole population"""
    sent: NotNegative | None = None
    """Số phiếu phát ra | Forms handed out"""
    error: Annotated[Number, Field(gt=0, lt=50)] = Decimal(5)
    """Sai số cho phép, % | Margin of error, percent"""
    confidence: Confidence = "95"
    """Độ tin cậy, % | Confidence level, percent"""
    note: Text | None = None
    """Ghi chú | Note"""
