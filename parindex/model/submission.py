"""What a unit hands in: a manifest of digests over its file, its evidence, its sheet and the sets and plans used."""

from typing import Annotated, Literal

from pydantic import Field

from parindex.model.unit import DocId
from parindex.values.fields import Day, Flag, Id, Model, Sha256, Text, Year, doc


class FrozenFile(Model):
    """A file beside the manifest, or one that was read, with its digest."""

    file: Annotated[Text, doc("Tệp", "File")]
    sha256: Annotated[Sha256, doc("Mã băm SHA-256", "SHA-256")]


class FrozenData(FrozenFile):
    """The copy of the unit's file, byte by byte."""

    source: Annotated[Text, doc("Tệp gốc của đơn vị, tính từ hồ sơ này", "The unit's own file, relative to this one")]


class FrozenEvidence(FrozenFile):
    """An evidence file; the path is as the unit's file declares it."""

    doc: Annotated[DocId, doc("Mã tài liệu", "Id of the document")]
    size: Annotated[int, doc("Dung lượng, byte", "Size in bytes"), Field(ge=0)]


class FrozenTotals(Model):
    """The score as submitted, exact; the sheet holds the working and must agree."""

    earned: Annotated[Text, doc("Điểm tự chấm", "Self score")]
    computed: Annotated[Text, doc("Điểm máy tính", "Computed by the rules")]
    scorable: Annotated[Text, doc("Điểm tối đa chấm được", "The maximum that could be scored")]
    index: Annotated[Text | None, doc("Chỉ số, %", "Index, percent")] = None


class SubmittedUnit(Model):
    """The unit that submits."""

    id: Annotated[Id, doc("Mã đơn vị", "Id")]
    name: Annotated[Text, doc("Tên đơn vị", "Name")]


class Submission(Model):
    """The manifest of one unit's submission; it is never edited."""

    kind: Literal["submission"]
    format: Literal["1"]
    unit: Annotated[SubmittedUnit, doc("Đơn vị", "The unit")]
    year: Annotated[Year, doc("Năm", "Year")]
    criteria: Annotated[Id, doc("Bộ tiêu chí", "Criteria set")]
    submitted: Annotated[Day, doc("Ngày nộp", "Day of submission")]
    deadline: Annotated[Day | None, doc("Hạn nộp, đã tính gia hạn", "Deadline, extensions included")] = None
    late: Annotated[Flag, doc("Nộp quá hạn", "After the deadline")] = False
    post: Annotated[Text | None, doc("Chức vụ người chịu trách nhiệm", "Post of the person responsible")] = None
    program: Annotated[Text, doc("Phiên bản phần mềm", "Version of the program")]
    data: Annotated[FrozenData, doc("Số liệu đã nộp", "The figures as submitted")]
    sheet: Annotated[FrozenFile, doc("Phiếu điểm đã nộp (JSON)", "The score sheet as submitted (JSON)")]
    report: Annotated[FrozenFile | None, doc("Báo cáo đã ký số (PDF)", "The signed report (PDF)")] = None
    totals: Annotated[FrozenTotals, doc("Kết quả đã nộp", "The result as submitted")]
    inputs: Annotated[
        list[FrozenFile], doc("Bộ tiêu chí, kế hoạch, danh mục đã dùng", "The sets, plans and lists that were used")
    ] = []
    evidence: Annotated[list[FrozenEvidence], doc("Minh chứng", "Evidence files")] = []
