"""The sheet of documents: what serves as evidence, with room for new ones."""

from __future__ import annotations

from typing import Any

from parindex.reports.forms.cells import Field, Kind
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


def add_documents(book: Any, styles: Styles, source: FormSource) -> list[Field]:
    """Write the sheet; gives its open cells."""
    notes = (
        "Tài liệu kiểm chứng",
        "Mỗi tài liệu một dòng, mã tự đặt: chữ thường không dấu, số, gạch nối (ví dụ bc-212). Hình thức và trích yếu "
        "là bắt buộc.",
        "Mã của tài liệu đã khai không đổi được ở đây, vì minh chứng khác đang dẫn tới nó.",
    )
    grid = Grid(book, styles, NAME, KEY, COLUMNS, notes)
    grid.sheet.freeze_panes(grid.first, 2)
    fields: list[Field] = []
    row = grid.first
    for id_ in source.unit.documents:
        grid.sheet.write_string(row, 0, f"doc/{id_}", styles.key)
        grid.text(row, "id", id_, styles.bold)
        fields += _line(grid, row, f"doc/{id_}", ("documents", id_), source)
        row += 1
    for number in range(1, ROOM + 1):
        key = f"doc/+{number}"
        grid.sheet.write_string(row, 0, key, styles.key)
        id_field = Field(KEY, key, "id", ("documents", f"+{number}", "id"), "document-id")
        grid.input(row, id_field)
        fields += [id_field, *_line(grid, row, key, ("documents", f"+{number}"), source)]
        row += 1
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
