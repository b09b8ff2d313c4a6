"""The periodic report."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from templates.charts import Charts
from templates.frame import annex, chart, foot, head, putter, section, texts
from templates.parts import rows
from templates.tasks import task_table
from templates.xml import TEXT_LANDSCAPE, cell, paragraph, row, section_break, table, tag, tag_row

WIDTHS = [600, 3403, 1000, 2400, 1100, 1000, 1500, 1000, 2000]
if sum(WIDTHS) != TEXT_LANDSCAPE:
    raise ValueError("columns do not fill the page")


def periodic(document: Document, charts: Charts) -> None:
    """Fill an empty document."""
    put = putter(document)
    head(put, "BÁO CÁO")
    section(put, "direction", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    put(tag("p if fields"))
    put(paragraph("Đề mục I", "{{ fields.number }}. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH"))
    put(tag("p for part in fields.parts"), paragraph("Đề mục 1", "{{ part.number }}. {{ part.title }}"))
    texts(put, "part")
    put(tag("p endfor"))
    chart(put, charts, "chart", "Kết quả", "Chỉ tiêu", height=10)
    put(tag("p endif"))
    section(put, "assessment", "ĐÁNH GIÁ CHUNG")
    section(put, "next", "{{ next_title }}")
    section(put, "proposals", "ĐỀ XUẤT, KIẾN NGHỊ")
    foot(put)
    put(tag("p if figures"))
    annex(put, "figures", "SỐ LIỆU THỐNG KÊ CẢI CÁCH HÀNH CHÍNH", figure_table("figures.rows"))
    put(paragraph("Ghi chú bảng", "{{ figures.note }}"), tag("p endif"))
    put(tag("p if figures and tasks"), section_break(landscape=True), tag("p endif"), tag("p if tasks"))
    annex(put, "tasks", "NHIỆM VỤ TRONG KỲ", task_table("tasks.rows"))
    put(tag("p endif"), paragraph("Cuối phần", ""))


def figure_table(name: str) -> Element:
    """The figures of the period against the report before and the targets."""
    heads = ["STT", "Chỉ số", "Đơn vị tính", "Kết quả kỳ này", "{{ figures.before }}", "Thay đổi", "Chỉ tiêu",
             "Đánh giá", "Tài liệu kiểm chứng"]  # fmt: skip
    fields = ["number", "name", "unit", "now", "before", "change", "target", "verdict", "proof"]
    styles = ["Bảng – giữa", "Bảng – chữ", "Bảng – giữa", "Bảng – chữ", "Bảng – số", "Bảng – số", "Bảng – chữ",
              "Bảng – giữa", "Bảng – chữ"]  # fmt: skip
    return table(
        WIDTHS,
        [
            rows(WIDTHS, ["Bảng – đầu cột"] * 9, heads, header=True),
            tag_row(f"tr for row in {name}", WIDTHS),
            tag_row('tr if row.kind == "domain"', WIDTHS),
            row(cell(sum(WIDTHS), paragraph("Bảng – mục", "{{ row.name }}"), span=9)),
            tag_row("tr else", WIDTHS),
            rows(WIDTHS, styles, [f"{{{{ row.{field} }}}}" for field in fields]),
            tag_row("tr endif", WIDTHS),
            tag_row("tr endfor", WIDTHS),
        ],
    )
