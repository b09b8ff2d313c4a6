"""Documents on the ranking of many units: summary report, submission, decision."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from templates.charts import Charts
from templates.frame import Put, annex, chart, foot, head, own_words, putter, section, texts
from templates.parts import head_table, rows, signature_table
from templates.xml import (
    TEXT_LANDSCAPE,
    TEXT_PORTRAIT,
    bold_start,
    cell,
    paragraph,
    row,
    section_break,
    table,
    tag,
    tag_row,
)

PLACE_WIDTHS = [700, 2471, 850, 850, 850, 1150, 850, 1350]
ANNEX_WIDTHS = [900, 3603, 1300, 1300, 1300, 1500, 1300, 1300, 1500]
DOMAIN_WIDTHS = [560, 3111, 900, 1100, 1700, 1700]
MATRIX_WIDTHS = [640, 3763, 1200, *[1050] * 8]
if (sum(PLACE_WIDTHS), sum(DOMAIN_WIDTHS)) != (TEXT_PORTRAIT, TEXT_PORTRAIT):
    raise ValueError("columns do not fill the page")
if (sum(ANNEX_WIDTHS), sum(MATRIX_WIDTHS)) != (TEXT_LANDSCAPE, TEXT_LANDSCAPE):
    raise ValueError("columns do not fill the page")


def summary(document: Document, charts: Charts) -> None:
    """The summary report."""
    put = putter(document)
    head(put, "BÁO CÁO", status="{{ status }}")
    section(put, "organisation", "CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC ĐÁNH GIÁ")
    put(paragraph("Đề mục I", "{{ overall.number }}. KẾT QUẢ CHUNG"))
    texts(put, "overall")
    put(paragraph("Đề mục I", "{{ places_number }}. XẾP HẠNG"))
    put(tag("p for group in groups"), paragraph("Đề mục 1", "{{ group.number }}. {{ group.title }}"))
    put(tag("p for text in group.paragraphs"), paragraph("Nội dung", "{{ text }}"), tag("p endfor"))
    put(paragraph("Tên bảng", "Bảng xếp hạng"), _places(PLACE_WIDTHS))
    put(tag("p endfor"))
    chart(put, charts, "chart", "Chỉ số CCHC", height=11)
    put(paragraph("Đề mục I", "{{ domains_number }}. KẾT QUẢ THEO LĨNH VỰC"))
    put(tag("p for table in domains"), paragraph("Tên bảng", "{{ table.title }}"), _domains(), tag("p endfor"))
    section(put, "apart", "ĐƠN VỊ KHÔNG XẾP HẠNG")
    section(put, "shortcomings", "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    section(put, "remedies", "GIẢI PHÁP")
    section(put, "proposals", "ĐỀ XUẤT, KIẾN NGHỊ")
    foot(put)
    annex(put, "annex", "CHỈ SỐ THEO LĨNH VỰC CỦA TỪNG ĐƠN VỊ")
    put(paragraph("Ghi chú bảng", "{{ annex.legend }}"))
    put(tag("p for table in annex.tables"), paragraph("Tên bảng", "{{ table.title }}"), _matrix(), tag("p endfor"))
    put(paragraph("Cuối phần", ""))


def submission(document: Document, charts: Charts) -> None:
    """The submission."""
    put = putter(document)
    head(put, "TỜ TRÌNH")
    section(put, "basis", "CĂN CỨ")
    section(put, "process", "QUÁ TRÌNH THỰC HIỆN")
    section(put, "results", "KẾT QUẢ")
    section(put, "proposals", "ĐỀ NGHỊ")
    foot(put)
    _ranking_annex(put)


def decision(document: Document, charts: Charts) -> None:
    """The decision."""
    put = putter(document)
    put(head_table())
    put(paragraph("Tên loại văn bản", "QUYẾT ĐỊNH"), paragraph("Trích yếu", "{{ heading.subject }}"))
    put(paragraph("Vạch dưới", "{{ heading.subject_rule }}"))
    put(tag("p if heading.notice"), paragraph("Ghi chú", "{{ heading.notice }}"), tag("p endif"))
    put(paragraph("Thẩm quyền ban hành", "{{ authority }}"))
    put(tag("p for text in bases"), paragraph("Căn cứ", "{{ text }}"), tag("p endfor"))
    put(paragraph("Thẩm quyền ban hành", "QUYẾT ĐỊNH:"))
    put(tag("p for article in articles"), bold_start("Nội dung", "{{ article.title }}", " {{ article.text }}"))
    own_words(put, "article")
    put(tag("p endfor"), signature_table(), section_break(landscape=False))
    _ranking_annex(put)


def _ranking_annex(put: Put) -> None:
    annex(put, "annex", "{{ annex.title }}")
    put(tag("p for group in annex.groups"), paragraph("Tên bảng", "{{ group.title }}"))
    put(_places(ANNEX_WIDTHS, full=True), tag("p endfor"))
    put(tag("p for text in annex.notes"), paragraph("Ghi chú bảng", "{{ text }}"), tag("p endfor"))
    put(paragraph("Cuối phần", ""))


def _places(widths: list[int], *, full: bool = False) -> Element:
    heads = [
        "Hạng",
        "Đơn vị",
        "Điểm đạt",
        "Điểm tối đa",
        "Chỉ số (%)",
        "Xếp loại",
        "Năm trước (%)",
        "Thay đổi",
        "Ghi chú",
    ]
    fields = ["place", "name", "earned", "scorable", "index", "score_class", "before", "change", "note"]
    styles = ["Bảng – giữa", "Bảng – chữ", *["Bảng – số"] * 3, "Bảng – giữa", "Bảng – số", "Bảng – số", "Bảng – chữ"]
    if not full:
        kept = [0, 1, 2, 3, 4, 5, 7, 8]
        heads, fields, styles = ([each[at] for at in kept] for each in (heads, fields, styles))
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * len(widths), heads, header=True),
            tag_row("tr for row in group.rows", widths),
            rows(widths, styles, [f"{{{{ row.{field} }}}}" for field in fields]),
            tag_row("tr endfor", widths),
        ],
    )


def _domains() -> Element:
    widths = DOMAIN_WIDTHS
    heads = ["STT", "Lĩnh vực", "Điểm tối đa", "Chỉ số trung bình", "Cao nhất", "Thấp nhất"]
    fields = ["number", "name", "max", "mean", "highest", "lowest"]
    styles = ["Bảng – giữa", "Bảng – chữ", "Bảng – số", "Bảng – số", "Bảng – chữ", "Bảng – chữ"]
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 6, heads, header=True),
            tag_row("tr for row in table.rows", widths),
            rows(widths, styles, [f"{{{{ row.{field} }}}}" for field in fields]),
            tag_row("tr endfor", widths),
        ],
    )


def _matrix() -> Element:
    """As many columns of domains as the set has; the grid has room for eight."""
    widths = MATRIX_WIDTHS
    number, name, total, domain = *widths[:3], widths[3]

    def line(styles: list[str], texts: list[str], loop: str, field: str, *, header: bool = False) -> Element:
        fixed = zip((number, name, total), styles, texts, strict=False)
        cells = [cell(width, paragraph(style, text)) for width, style, text in fixed]
        style = styles[3]
        cells += [cell(domain, paragraph(style, each)) for each in (f"{{%tc for {loop} %}}", field, "{%tc endfor %}")]
        return row(*cells, header=header)

    head = ["Bảng – đầu cột"] * 4
    usual = ["Bảng – giữa", "Bảng – chữ", "Bảng – tổng, số", "Bảng – số"]
    return table(
        widths,
        [
            line(head, ["STT", "Đơn vị", "Chỉ số chung"], "text in table.heads", "{{ text }}", header=True),
            tag_row("tr for row in table.rows", widths),
            line(usual, ["{{ loop.index }}", "{{ row.name }}", "{{ row.index }}"], "text in row.cells", "{{ text }}"),
            tag_row("tr endfor", widths),
        ],
    )
