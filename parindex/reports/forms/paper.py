"""The sheet of what the Word report prints besides figures: number, addressees, signature, the unit's own words."""

from __future__ import annotations

from typing import Any

from parindex.reports.forms.cells import Field, Kind
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Column, Grid, Styles
from parindex.reports.ranking.xlsx_styles import height
from parindex.values.findings import Route

KEY = "paper"
NAME = "In báo cáo"

COLUMNS = (Column("name", "Nội dung", 30), Column("value", "Ghi ở đây", 62), Column("hint", "Cách ghi", 52))
_ROOM = 48
"""Points of height for several lines, so that it shows where they go."""
_LINES = "Mỗi ý một dòng; xuống dòng trong ô: Alt+Enter."
_ENTRIES: tuple[tuple[str, Kind, str, str], ...] = (
    ("number", "text", "Số, ký hiệu", "Ví dụ 12/BC-UBND. Chưa có số thì để trống."),
    ("place", "text", "Địa danh", "Nơi đặt trụ sở, in trước ngày, tháng, năm."),
    ("date", "day", "Ngày ký", "Để trống thì báo cáo chừa chỗ ghi tay."),
    (
        "agency_above",
        "text",
        "Cơ quan chủ quản",
        "In trên tên đơn vị; với UBND thì không in (NĐ 30/2020).",
    ),
    ("addressees", "lines", "Kính gửi", "Mỗi nơi một dòng; xuống dòng trong ô: Alt+Enter."),
    ("bases", "lines", "Căn cứ, kế hoạch thực hiện", _LINES),
    ("organisation", "lines", "Chỉ đạo, tổ chức tự chấm điểm", _LINES),
    ("difficulties", "lines", "Khó khăn, nguyên nhân", _LINES),
    ("remedies", "lines", "Giải pháp", _LINES),
    ("proposals", "lines", "Đề xuất, kiến nghị", _LINES),
    ("authority", "authority", "Thẩm quyền ký", "Chọn trong danh sách. Để trống: người đứng đầu ký."),
    ("on_behalf_of", "text", "Ký thay mặt, ký thay ai", "Để trống thì ghi theo thẩm quyền ký, ví dụ KT. CHỦ TỊCH."),
    ("signer_title", "text", "Chức vụ người ký", "Để trống thì ghi CHỦ TỊCH; khi KT. ghi PHÓ CHỦ TỊCH."),
    ("signer", "text", "Họ tên người ký", "Họ và tên đầy đủ."),
    ("recipients", "lines", "Nơi nhận", "Mỗi nơi một dòng. «Như trên» và «Lưu: VT» tự có."),
    ("index", "percent", "Chỉ số năm trước", "Số phần trăm đã công bố, ví dụ 85,21."),
    ("rank", "whole", "Thứ hạng năm trước", "Trong nhóm của đơn vị, theo kết quả đã công bố."),
)
_ROUTES: dict[str, Route] = {"index": ("previous", "index"), "rank": ("previous", "place")}
"""Where what is not said of the report alone belongs."""


def add_paper(book: Any, styles: Styles, source: FormSource) -> list[Field]:
    """Write the sheet; gives its open cells."""
    notes = (
        "In báo cáo",
        "Những gì báo cáo Word in ngoài số liệu. Ô để trống thì báo cáo chừa chỗ trống, không bịa thêm.",
    )
    grid = Grid(book, styles, NAME, KEY, COLUMNS, notes)
    grid.sheet.freeze_panes(grid.first, 2)
    grid.sheet.fit_to_pages(1, 1)
    fields: list[Field] = []
    for row, (key, kind, name, hint) in enumerate(_ENTRIES, start=grid.first):
        field = source.field(KEY, key, "value", _ROUTES.get(key, ("report", "self", key)), kind)
        grid.line(row, key, {"name": name})
        grid.text(row, "name", name, styles.bold)
        grid.input(row, field)
        grid.text(row, "hint", hint)
        lines = field.base.split("\n")
        tall = sum(height([(line, COLUMNS[1].width)]) for line in lines) + 3
        grid.tall(row, [(hint, COLUMNS[2].width)], max(tall, _ROOM) if kind == "lines" else tall)
        fields.append(field)
    return fields
