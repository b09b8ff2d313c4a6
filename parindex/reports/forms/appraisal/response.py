"""The unit's workbook between the rounds: what it is asked, cells for its answers, and documents that it adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, BinaryIO

from msgspec import Struct

from parindex import __version__
from parindex.reports.forms.appraisal.sheet import add_shared
from parindex.reports.forms.cells import FORM_FORMAT, RESPONSE_FORM, Field, Kind
from parindex.reports.forms.documents import add_documents
from parindex.reports.forms.guide import add_guide, say, warnings
from parindex.reports.forms.hidden import add_hidden
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Column, Grid, Styles
from parindex.reports.forms.workbook import new_book

KEY = "answers"
NAME = "Giải trình"
PROOFS = 3
"""Documents that an answer may name."""

STEPS = (
    "Chỉ nhập vào ô màu vàng; các ô khác đã khóa. Không thêm, xóa, gộp dòng và cột.",
    "Trang «Giải trình»: mỗi dòng là một yêu cầu, hoặc một điểm bị hạ. Dòng nào không giải trình thì để trống.",
    "Tài liệu bổ sung khai ở trang «Tài liệu» trước: mỗi tài liệu một mã mới, tệp đặt cạnh tệp giải trình; rồi chọn mã "
    "ở cột minh chứng. Tài liệu đã nộp cũng chọn được, nhưng không sửa được.",
    "Ghi ngày và chức vụ người giải trình một lần ở dòng đầu. Ghi chức vụ, không ghi họ tên.",
    "Lưu tệp dạng .xlsx rồi chạy: parindex appraise read «tệp này». Mọi chỗ sai được báo theo trang và ô, tất cả trong "
    "một lần.",
)
_COLUMNS = (
    Column("code", "Mã", 7),
    Column("name", "Tiêu chí", 24),
    Column("asked", "Cơ quan thẩm định nêu", 44),
    Column("before", "Điểm trước", 8),
    Column("after", "Điểm nay", 8),
    Column("text", "Nội dung giải trình", 44),
    *(
        column
        for number in range(1, PROOFS + 1)
        for column in (Column(f"doc{number}", f"Minh chứng {number}: mã", 12), Column(f"at{number}", "Mục, trang", 12))
    ),
    Column("date", "Ngày", 11),
    Column("post", "Chức vụ người giải trình", 14),
)
_WIDTH = {column.key: column.width for column in _COLUMNS}


class Asked(Struct, frozen=True):
    """An entry that the unit may answer."""

    id: str
    code: str
    name: str
    text: str
    """Who asked or lowered what, when and why."""
    before: Decimal | None
    after: Decimal | None


class ResponseSource(Struct, frozen=True):
    """What the workbook is made from."""

    form: FormSource
    """The unit as submitted, with nothing filled in."""
    asked: Sequence[Asked]
    said: Mapping[str, str]
    terms: Sequence[str] = ()


def write_response(source: ResponseSource, file: BinaryIO) -> None:
    """Write the workbook."""
    unit, criteria = source.form.unit, source.form.criteria
    title = f"Giải trình kết quả thẩm định Chỉ số cải cách hành chính năm {unit.year}"
    book = new_book(file, f"{title}: {unit.unit.name}")
    styles = Styles(book)
    guide = add_guide(book, styles)
    guide.set_row(1, 22)
    guide.write_string(1, 1, title, styles.title)
    said = [
        (f"Đơn vị: {unit.unit.name}", styles.plain),
        (f"Bộ tiêu chí: {criteria.title}", styles.plain),
        *((f"{term}.", styles.plain) for term in source.terms),
        *warnings(unit, criteria, styles),
    ]
    say(guide, styles, 1, said, STEPS)
    fields = _add_answers(book, styles, source)
    fields += add_documents(book, styles, source.form, fixed=True)
    head = {"format": FORM_FORMAT, "form": RESPONSE_FORM, "program": __version__}
    add_hidden(book, head | dict(source.said), fields)
    guide.activate()
    book.close()


def _add_answers(book: Any, styles: Styles, source: ResponseSource) -> list[Field]:
    unit = source.form.unit
    notes = (
        "Giải trình, bổ sung minh chứng",
        f"{unit.unit.name}, năm {unit.year}. {source.form.criteria.title}.",
        *(f"{term}." for term in source.terms),
    )
    grid = Grid(book, styles, NAME, KEY, _COLUMNS, notes)
    grid.sheet.freeze_panes(grid.first + 1, 3)
    fields = add_shared(grid, KEY, grid.first, "Ngày và chức vụ dùng chung cho mọi dòng để trống hai ô này:")
    row = grid.first
    for row, each in enumerate(source.asked, start=grid.first + 1):
        fields += _line(grid, row, each)
    grid.sheet.print_area(1, 1, row, len(_COLUMNS))
    return fields


def _line(grid: Grid, row: int, each: Asked) -> list[Field]:
    styles = grid.styles
    grid.sheet.write_string(row, 0, each.id, styles.key)
    texts = {"code": each.code, "name": each.name, "asked": each.text}
    for column, text in texts.items():
        grid.text(row, column, text, styles.center if column == "code" else styles.text)
    for column, value in {"before": each.before, "after": each.after}.items():
        if value is None:
            grid.text(row, column, "", styles.points)
        else:
            grid.sheet.write_number(row, grid.columns[column], float(value), styles.points)
    kinds: dict[str, Kind] = {"text": "text", "date": "day", "post": "text"}
    fields = [Field(KEY, each.id, column, (each.id, column), kind) for column, kind in kinds.items()]
    for number in range(PROOFS):
        place = (each.id, "evidence", number)
        fields.append(Field(KEY, each.id, f"doc{number + 1}", (*place, "doc"), "document"))
        fields.append(Field(KEY, each.id, f"at{number + 1}", (*place, "at"), "text"))
    for field in fields:
        grid.input(row, field)
    grid.tall(row, [(text, _WIDTH[column]) for column, text in texts.items()], least=60)
    return fields
