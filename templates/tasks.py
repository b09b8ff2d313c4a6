"""The report on the tasks of plans."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from templates.charts import Charts
from templates.frame import annex, chart, foot, head, putter, section, texts
from templates.parts import above_total, rows
from templates.xml import TEXT_LANDSCAPE, TEXT_PORTRAIT, cell, paragraph, row, table, tag, tag_row

STATE_WIDTHS = [560, 2271, *[780] * 8]
TASK_WIDTHS = [620, 2700, 1700, 2000, 1700, 2983, 2300]
if sum(STATE_WIDTHS) != TEXT_PORTRAIT or sum(TASK_WIDTHS) != TEXT_LANDSCAPE:
    raise ValueError("columns do not fill the page")


def tasks(document: Document, charts: Charts) -> None:
    """Fill an empty document."""
    put = putter(document)
    head(put, "BÁO CÁO")
    put(paragraph("Đề mục I", "{{ overall.number }}. KẾT QUẢ CHUNG"))
    texts(put, "overall")
    put(tag("p for table in tables"), paragraph("Tên bảng", "{{ table.title }}"))
    put(state_table("table"), tag("p endfor"))
    put(paragraph("Ghi chú bảng", "{{ note }}"))
    chart(put, charts, "chart", "Tỷ lệ hoàn thành", height=7)
    section(put, "unfinished", "NHIỆM VỤ CHƯA HOÀN THÀNH")
    section(put, "causes", "KHÓ KHĂN, NGUYÊN NHÂN")
    section(put, "remedies", "GIẢI PHÁP")
    section(put, "proposals", "ĐỀ XUẤT, KIẾN NGHỊ")
    foot(put)
    annex(put, "annex", "TÌNH HÌNH THỰC HIỆN TỪNG NHIỆM VỤ", task_table("annex.rows"))
    put(paragraph("Cuối phần", ""))


def state_table(name: str) -> Element:
    """How many tasks of each group stand how."""
    heads = ["STT", f"{{{{ {name}.of }}}}", "Tổng số", "Đúng hạn", "Chậm hạn", "Không in hạn",
             "Đang làm", "Quá hạn", "Không tính", "Tỷ lệ (%)"]  # fmt: skip
    fields = ["number", "name", "total", "on_time", "late", "kept", "running", "overdue", "other", "share"]
    usual = ["Bảng – giữa", "Bảng – chữ", *["Bảng – giữa"] * 7, "Bảng – số"]
    bold = ["Bảng – tổng, giữa", "Bảng – tổng", *["Bảng – tổng, giữa"] * 7, "Bảng – tổng, số"]
    widths = STATE_WIDTHS
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 10, heads, header=True),
            *above_total(f"row in {name}.rows", widths, usual, [f"{{{{ row.{field} }}}}" for field in fields]),
            rows(widths, bold, [f"{{{{ total.{field} }}}}" for field in fields]),
        ],
    )


def task_table(name: str) -> Element:
    """Every task with its lead, deliverables, deadlines, state and proof."""
    widths = TASK_WIDTHS
    heads = ["STT", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Thời hạn", "Kết quả thực hiện", "Tài liệu kiểm chứng"]
    fields = ["number", "name", "lead", "deliverable", "deadline", "result", "proof"]
    styles = ["Bảng – giữa", *["Bảng – chữ"] * 6]
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 7, heads, header=True),
            tag_row(f"tr for row in {name}", widths),
            tag_row('tr if row.kind == "group"', widths),
            row(cell(sum(widths), paragraph("Bảng – mục", "{{ row.name }}"), span=7)),
            tag_row("tr else", widths),
            rows(widths, styles, [f"{{{{ row.{field} }}}}" for field in fields]),
            tag_row("tr endif", widths),
            tag_row("tr endfor", widths),
        ],
    )
