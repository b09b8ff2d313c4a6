"""What a unit hands in: a manifest of digests over its file, its evidence, its sheet and the sets and plans used."""

from typing import Annotated, Literal

from parindex.model.unit import DocId
from parindex.values.fields import (
    EMPTY_LIST,
    Day,
    Flag,
    Id,
    Model,
    Sha256,
    Text,
    Year,
    whole,
)


class FrozenFile(Model):
    """A file beside the manifest, or one that was read, with its digest."""

    file: Text
    """Tệp | File"""
    sha256: Sha256
    """Mã băm SHA-256 | SHA-256"""


class FrozenData(FrozenFile):
    """The copy of the unit's file, byte by byte."""

    source: Text
    """Tệp gốc của đơn vị, tính từ hồ sơ này | The unit's own file, relative to this one"""


class FrozenEvidence(FrozenFile):
    """An evidence file; the path is as the unit's file declares it."""

    doc: DocId
    """Mã tài liệu | Id of the document"""
    size: Annotated[int, whole(ge=0)]
    """Dung lượng, byte | Size in bytes"""


class FrozenTotals(Model):
    """The score as submitted, exact; the sheet holds the working and must agree."""

    earned: Text
    """Điểm tự chấm | Self score"""
    computed: Text
    """Điểm máy tính | Computed by the rules"""
    scorable: Text
    """Điểm tối đa chấm được | The maximum that could be scored"""
    index: Text | None = None
    """Chỉ số, % | Index, percent"""


class SubmittedUnit(Model):
    """The unit that submits."""

    id: Id
    """Mã đơn vị | Id"""
    name: Text
    """Tên đơn vị | Name"""


class Submission(Model):
    """The manifest of one unit's submission; it is never edited."""

    kind: Literal["submission"]
    format: Literal["1"]
    unit: SubmittedUnit
    """Đơn vị | The unit"""
    year: Year
    """Năm | Year"""
    criteria: Id
    """Bộ tiêu chí | Criteria set"""
    submitted: Day
    """Ngày nộp | Day of submission"""
    deadline: Day | None = None
    """Hạn nộp, đã tính gia hạn | Deadline, extensions included"""
    late: Flag = False
    """Nộp quá hạn | After the deadline"""
    post: Text | None = None
    """Chức vụ người chịu trách nhiệm | Post of the person responsible"""
    program: Text
    """Phiên bản phần mềm | Version of the program"""
    data: FrozenData
    """Số liệu đã nộp | The figures as submitted"""
    sheet: FrozenFile
    """Phiếu điểm đã nộp (JSON) | The score sheet as submitted (JSON)"""
    report: FrozenFile | None = None
    """Báo cáo đã ký số (PDF) | The signed report (PDF)"""
    totals: FrozenTotals
    """Kết quả đã nộp | The result as submitted"""
    inputs: list[FrozenFile] = EMPTY_LIST
    """Bộ tiêu chí, kế hoạch, danh mục đã dùng | The sets, plans and lists that were used"""
    evidence: list[FrozenEvidence] = EMPTY_LIST
    """Minh chứng | Evidence files"""
