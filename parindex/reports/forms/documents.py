"""The sheet of documents: what serves as evidence, with room for new ones."""

from __future__ import annotations

from typing import Any

from parindex.model.unit import DocumentEntry
from parindex.reports.forms.cells import Field, Kind, stated
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import DOCUMENTS_NAME, Column, Grid, Styles, letters
from parindex.values.findings import Route

KEY = "documents"
NAME = "Tài liệu"
ROOM = 100
"""Lines for new documents."""

COLUMNS = (
    Column("id", "Mã tài liệu", 14),
    Column("form", "Hình thức", 20),
    Column("number", "Số, ký hiệu", 17),
    Column("date", "Ngày", 11.5),
    Column("issuer", "Cơ quan ban hành", 24),
    Column("signer", "Người ký", 18),
    Column("title", "Trích yếu", 46),
    Column("file", "Tệp (đường dẫn)", 28),
    Column("link", "Liên kết (https://…)", 24),
    Column("from", "Phản ánh từ ngày", 11.5),
    Column("to", "đến ngày", 11.5),
)
_PLACES: dict[str, tuple[Route, Kind]] = {
    "form": (("form",), "form"),
    "number": (("number",), "text"),
    "date": (("date",), "day"),
    "issuer": (("issuer",), "text"),
    "signer": (("signer",), "text"),
    "title": (("title",), "text"),
    "file": (("file",), "text"),
    "link": (("link",), "text"),
    "from": (("covers", "from"), "day"),
    "to": (("covers", "to"), "day"),
}


def add_documents(book: Any, styles: Styles, source: FormSource, *, fixed: bool = False) -> list[Field]:
    """Write the sheet; gives its open cells. ``fixed``: the documents that are there were submitted and are locked."""
    notes = (
        "Tài liệu kiểm chứng",
        "Mỗi tài liệu một dòng, mã tự đặt: chữ thường không dấu, số, gạch nối (ví dụ bc-212). Hình thức và trích yếu "
        "là bắt buộc.",
        "Tài liệu đã nộp không sửa được; tài liệu bổ sung ghi ở các dòng đầu, màu vàng."
        if fixed
        else "Mã của tài liệu đã khai không đổi được ở đây, vì minh chứng khác đang dẫn tới nó.",
    )
    grid = Grid(book, styles, NAME, KEY, COLUMNS, notes)
    grid.sheet.freeze_panes(grid.first, 2)
    fields: list[Field] = []
    new = [f"+{number}" for number in range(1, ROOM + 1)]
    known = list(source.unit.documents)
    for row, id_ in enumerate([*new, *known] if fixed else [*known, *new], start=grid.first):
        key = f"doc/{id_}"
        grid.line(row, key, {"id": id_} if id_ in source.unit.documents else {})
        if id_ in source.unit.documents:
            grid.text(row, "id", id_, styles.bold)
        else:
            fields.append(Field(KEY, key, "id", ("documents", id_, "id"), "document-id"))
            grid.input(row, fields[-1])
        if fixed and id_ in source.unit.documents:
            _submitted(grid, row, source.unit.documents[id_])
        else:
            fields += _line(grid, row, key, ("documents", id_), source)
    row = grid.first + len(known) + ROOM
    column = letters(grid.columns["id"])
    book.define_name(DOCUMENTS_NAME, f"='{NAME}'!${column}${grid.first + 1}:${column}${row}")
    grid.sheet.print_area(1, 1, grid.first + len(source.unit.documents) + 9, len(COLUMNS))
    return fields


def _line(grid: Grid, row: int, key: str, route: Route, source: FormSource) -> list[Field]:
    fields = [source.field(KEY, key, column, (*route, *below), kind) for column, (below, kind) in _PLACES.items()]
    for field in fields:
        grid.input(row, field)
    widths = {column.key: column.width for column in COLUMNS}
    grid.tall(row, ((field.base, widths[field.column]) for field in fields if field.kind == "text"))
    return fields


def _submitted(grid: Grid, row: int, document: DocumentEntry) -> None:
    """The line of a document that cannot be changed any more."""
    data = document.model_dump(mode="json", by_alias=True)
    for column, (below, kind) in _PLACES.items():
        grid.given(row, column, kind, stated(kind, below, data))
    grid.tall(row, [(document.title, 46.0)])
