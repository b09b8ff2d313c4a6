"""Documents of the appraisal: the council's minutes and the unit's explanation."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from templates.charts import Charts
from templates.frame import annex, chart, foot, head, notice, putter, section, texts
from templates.parts import above_total, head_table, minutes_signature_table, rows
from templates.xml import TEXT_LANDSCAPE, TEXT_PORTRAIT, paragraph, section_break, table, tag, tag_row

ROUND_WIDTHS = [620, 3051, 900, 900, 900, 900, 900, 900]
ANNEX_WIDTHS = [820, 3300, 850, 850, 850, 850, 850, 850, 4783]
ANSWER_WIDTHS = [560, 820, 2400, 3200, 2000, 3623, 1400]
DOCUMENT_WIDTHS = [620, 5051, 1900, 1500]
for _widths, _whole in (
    (ROUND_WIDTHS, TEXT_PORTRAIT),
    (ANNEX_WIDTHS, TEXT_LANDSCAPE),
    (ANSWER_WIDTHS, TEXT_LANDSCAPE),
    (DOCUMENT_WIDTHS, TEXT_PORTRAIT),
):
    if sum(_widths) != _whole:
        raise ValueError(f"columns {_widths} make {sum(_widths)}, not {_whole}")

_FIELDS = ["code", "name", "max", "earned", "round1", "round2", "final", "difference"]
_HEADS = ["STT", "Lĩnh vực, tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định lần 1", "Thẩm định lần 2", "Kết quả",
          "Chênh lệch"]  # fmt: skip


def appraisal(document: Document, charts: Charts) -> None:
    """The council's minutes."""
    put = putter(document)
    put(head_table())
    put(paragraph("Tên loại văn bản", "BIÊN BẢN"), paragraph("Trích yếu", "{{ heading.subject }}"))
    put(paragraph("Vạch dưới", "{{ heading.subject_rule }}"))
    notice(put)
    put(tag("p for text in opening"), paragraph("Nội dung", "{{ text }}"), tag("p endfor"))
    section(put, "attendance", "THÀNH PHẦN")
    put(paragraph("Đề mục I", "{{ results.number }}. KẾT QUẢ THẨM ĐỊNH"))
    texts(put, "results")
    put(paragraph("Tên bảng", "Kết quả thẩm định theo lĩnh vực"), _domains())
    chart(put, charts, "chart", "Tự chấm", "Thẩm định", height=7.8, dark=1)
    section(put, "changes", "TIÊU CHÍ THAY ĐỔI ĐIỂM")
    section(put, "requests", "YÊU CẦU GIẢI TRÌNH, BỔ SUNG")
    section(put, "conclusion", "KẾT LUẬN")
    put(paragraph("Đoạn kết", "{{ closing }}"), minutes_signature_table(), section_break(landscape=False))
    annex(put, "annex", "ĐIỂM TỪNG TIÊU CHÍ QUA CÁC LẦN THẨM ĐỊNH", _criteria())
    put(paragraph("Cuối phần", ""))


def explanation(document: Document, charts: Charts) -> None:
    """The unit's answer."""
    put = putter(document)
    head(put, "BÁO CÁO")
    put(paragraph("Đề mục I", "{{ summary.number }}. KẾT QUẢ GIẢI TRÌNH"))
    texts(put, "summary")
    put(paragraph("Nội dung", "Nội dung giải trình từng tiêu chí nêu tại Phụ lục kèm theo."))
    put(tag("p if documents"))
    put(paragraph("Đề mục I", "{{ documents_number }}. TÀI LIỆU KIỂM CHỨNG BỔ SUNG"), _documents(), tag("p endif"))
    section(put, "proposals", "ĐỀ XUẤT, KIẾN NGHỊ")
    foot(put)
    put(paragraph("Phụ lục", "Phụ lục"), paragraph("Tên phụ lục", "NỘI DUNG GIẢI TRÌNH"))
    put(paragraph("Dẫn phụ lục", "{{ reference }}"))
    notice(put)
    put(_answers(), paragraph("Cuối phần", ""))


def _fields(row: str, names: list[str]) -> list[str]:
    return [f"{{{{ {row}.{name} }}}}" for name in names]


def _domains() -> Element:
    widths = ROUND_WIDTHS
    usual = ["Bảng – giữa", "Bảng – chữ", *["Bảng – số"] * 6]
    bold = ["Bảng – tổng, giữa", "Bảng – tổng", *["Bảng – tổng, số"] * 6]
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 8, _HEADS, header=True),
            *above_total("row in rows", widths, usual, _fields("row", _FIELDS)),
            rows(widths, bold, _fields("total", _FIELDS)),
        ],
    )


def _criteria() -> Element:
    widths, fields = ANNEX_WIDTHS, [*_FIELDS, "reason"]
    usual = ["Bảng – giữa", "Bảng – chữ", *["Bảng – số"] * 6, "Bảng – chữ"]
    node = ["Bảng – mục, giữa", "Bảng – mục", *["Bảng – mục, số"] * 6, "Bảng – mục"]
    total = ["Bảng – tổng, giữa", "Bảng – tổng", *["Bảng – tổng, số"] * 6, "Bảng – tổng"]
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 9, [*_HEADS, "Ý kiến thẩm định, lý do"], header=True),
            tag_row("tr for row in annex.rows", widths),
            tag_row('tr if row.kind == "leaf"', widths),
            rows(widths, usual, _fields("row", fields)),
            tag_row("tr else", widths),
            rows(widths, node, _fields("row", fields)),
            tag_row("tr endif", widths),
            tag_row("tr endfor", widths),
            rows(widths, total, _fields("annex.total", fields)),
        ],
    )


def _answers() -> Element:
    widths = ANSWER_WIDTHS
    heads = ["STT", "Mã", "Tiêu chí", "Yêu cầu, ý kiến thẩm định", "Cơ quan thẩm định", "Giải trình của đơn vị",
             "Tài liệu kiểm chứng"]  # fmt: skip
    fields = ["number", "code", "name", "asked", "by", "answer", "proof"]
    styles = ["Bảng – giữa", "Bảng – giữa", *["Bảng – chữ"] * 5]
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 7, heads, header=True),
            tag_row("tr for row in answers", widths),
            rows(widths, styles, _fields("row", fields)),
            tag_row("tr endfor", widths),
        ],
    )


def _documents() -> Element:
    widths = DOCUMENT_WIDTHS
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 4, ["STT", "Tài liệu", "Cơ quan ban hành", "Tệp"], header=True),
            tag_row("tr for row in documents", widths),
            rows(
                widths,
                ["Bảng – giữa", *["Bảng – chữ"] * 3],
                _fields("row", ["number", "name", "issuer", "file"]),
            ),
            tag_row("tr endfor", widths),
        ],
    )
