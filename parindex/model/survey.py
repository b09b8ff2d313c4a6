"""How the answers of a survey are read: which column is which question, what counts as satisfied, who asked."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from parindex.values.facts import Conductor
from parindex.values.fields import Day, Id, Model, NotNegative, Number, Text, Year, doc

Confidence = Literal["90", "95", "99"]
"""Percent."""


class Scale(Model):
    """What the answers mean, from 1 (very dissatisfied) to 5 (very satisfied)."""

    answers: Annotated[
        dict[Text, Annotated[int, Field(ge=1, le=5)]],
        doc("Câu trả lời như ghi trên phiếu và mức của nó, 1 đến 5", "Answers as written, with their level, 1 to 5"),
        Field(min_length=1),
    ]
    satisfied: Annotated[
        list[Annotated[int, Field(ge=1, le=5)]],
        doc("Các mức được coi là hài lòng", "Levels that count as satisfied"),
        Field(min_length=1),
    ] = [4, 5]
    blank: Annotated[list[Text], doc("Trả lời coi như bỏ trống, ví dụ Không ý kiến", "Answers that count as none")] = []


class Question(Model):
    """One question of the survey."""

    id: Annotated[Id, doc("Mã câu hỏi", "Id")]
    column: Annotated[Text, doc("Tên cột trong tệp phiếu", "Its column in the responses")]


class SurveyResult(Model):
    """An indicator that the answers to some questions become a figure of."""

    indicator: Annotated[Id, doc("Chỉ số đo", "The indicator")]
    questions: Annotated[
        list[Id],
        doc("Mã các câu hỏi; nhiều câu thì gộp mọi lượt trả lời", "Ids of the questions; of several, all answers"),
        Field(min_length=1),
    ]
    give: Annotated[
        Literal["share", "answers"],
        doc("Tỷ lệ hài lòng, hay số phiếu theo từng mức", "The satisfied share, or the answers by level"),
    ] = "share"


class Stratum(Model):
    """A group of respondents whose size is known, to weight by."""

    name: Annotated[Text, doc("Tên nhóm như ghi trong tệp phiếu", "Its name in the responses")]
    population: Annotated[NotNegative, doc("Số người trong nhóm (tổng thể)", "How many people it stands for")]


class SurveyFile(Model):
    """The mapping of one survey."""

    kind: Literal["survey"]
    format: Literal["1"]
    id: Annotated[Id, doc("Mã cuộc khảo sát", "Id")]
    title: Annotated[Text, doc("Tên cuộc khảo sát", "Title")]
    year: Annotated[Year, doc("Năm", "Year")]
    conducted_by: Annotated[
        Conductor, doc("Ai khảo sát: self, superior, independent", "Who conducted it: self, superior or independent")
    ]
    by: Annotated[Text | None, doc("Cơ quan khảo sát", "The agency that conducted it")] = None
    as_of: Annotated[Day | None, doc("Ngày kết thúc thu phiếu", "Last day of the field work")] = None
    sheet: Annotated[Text | None, doc("Trang tính trong tệp Excel", "Sheet of an Excel file")] = None
    respondent: Annotated[
        Text | None, doc("Cột mã phiếu (không phải tên người), để tìm phiếu trùng", "Column that tells a form apart")
    ] = None
    group: Annotated[Text | None, doc("Cột nhóm người trả lời", "Column of the respondents' group")] = None
    scale: Annotated[Scale, doc("Thang trả lời", "Scale")]
    questions: Annotated[list[Question], doc("Câu hỏi", "Questions"), Field(min_length=1)]
    results: Annotated[list[SurveyResult], doc("Kết quả", "Results"), Field(min_length=1)]
    groups: Annotated[
        list[Stratum], doc("Các nhóm và số người; có thì tính theo trọng số", "Groups; with them results are weighted")
    ] = []
    population: Annotated[NotNegative | None, doc("Tổng thể khảo sát", "The whole population")] = None
    sent: Annotated[NotNegative | None, doc("Số phiếu phát ra", "Forms handed out")] = None
    error: Annotated[Number, doc("Sai số cho phép, %", "Margin of error, percent"), Field(gt=0, lt=50)] = Decimal(5)
    confidence: Annotated[Confidence, doc("Độ tin cậy, %", "Confidence level, percent")] = "95"
    note: Annotated[Text | None, doc("Ghi chú", "Note")] = None
