"""The tables of the self-assessment report: head, totals, signature, scores, evidence."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from templates.xml import TEXT_LANDSCAPE, TEXT_PORTRAIT, cell, paragraph, row, table, tag, tag_row

HEAD_WIDTHS = [3271, 5800]
SUMMARY_WIDTHS = [620, 2971, 1096, 1096, 1096, 1096, 1096]
SIGN_WIDTHS = [4535, 4536]
SCORE_WIDTHS = [820, 2300, 1750, 1850, 780, 780, 780, 3793, 1150]
EVIDENCE_WIDTHS = [1100, 1700, 1200, 2200, 3000, 2850, 1953]
PROVED_WIDTHS = [1100, 5203, 7700]
MOTTO_RULE = 86
"""Blanks of 2 pt that are as long as the motto "Độc lập - Tự do - Hạnh phúc" in bold 14 pt."""

for _widths, _whole in (
    (HEAD_WIDTHS, TEXT_PORTRAIT),
    (SUMMARY_WIDTHS, TEXT_PORTRAIT),
    (SIGN_WIDTHS, TEXT_PORTRAIT),
    (SCORE_WIDTHS, TEXT_LANDSCAPE),
    (EVIDENCE_WIDTHS, TEXT_LANDSCAPE),
    (PROVED_WIDTHS, TEXT_LANDSCAPE),
):
    if sum(_widths) != _whole:
        raise ValueError(f"columns {_widths} make {sum(_widths)}, not {_whole}")


def head_table() -> Element:
    """Issuing agency and motto; number, place and date."""
    left = [
        tag("p for line in heading.superior"),
        paragraph("Cơ quan cấp trên", "{{ line }}"),
        tag("p endfor"),
        tag("p for line in heading.name"),
        paragraph("Tên cơ quan", "{{ line }}"),
        tag("p endfor"),
        paragraph("Vạch dưới", "{{ heading.rule }}"),
    ]
    right = [
        paragraph("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc"),
        paragraph("Vạch dưới", "\u00a0" * MOTTO_RULE),
    ]
    first, second = HEAD_WIDTHS
    return table(
        HEAD_WIDTHS,
        [
            row(cell(first, *left, middle=False), cell(second, *right, middle=False)),
            row(
                cell(first, paragraph("Số, ký hiệu", "{{ heading.number }}"), middle=False),
                cell(second, paragraph("Địa danh, ngày tháng", "{{ heading.place_and_day }}"), middle=False),
            ),
        ],
        grid=False,
    )


def rows(
    widths: list[int], styles: list[str], texts: list[str], *, header: bool = False, keep: bool = False
) -> Element:
    """A row of cells with one paragraph each; ``header`` repeats it on every page, ``keep`` ties it to the next."""
    cells = zip(widths, styles, texts, strict=True)
    return row(*(cell(width, paragraph(style, text, keep=keep)) for width, style, text in cells), header=header)


def above_total(loop: str, widths: list[int], styles: list[str], texts: list[str]) -> list[Element]:
    """The rows of a loop; the last one stays on the page of the total below it."""
    return [
        tag_row(f"tr for {loop}", widths),
        tag_row("tr if loop.last", widths),
        rows(widths, styles, texts, keep=True),
        tag_row("tr else", widths),
        rows(widths, styles, texts),
        tag_row("tr endif", widths),
        tag_row("tr endfor", widths),
    ]


def summary_table() -> Element:
    """Points by domain."""
    heads = ["STT", "Lĩnh vực", "Điểm tối đa", "Điểm chưa tính", "Điểm tự chấm", "Điểm chưa đạt", "Chỉ số (%)"]
    fields = ["number", "name", "max", "left_out", "earned", "unreached", "index"]
    usual = ["Bảng – giữa", "Bảng – chữ", *["Bảng – số"] * 5]
    bold = ["Bảng – tổng, giữa", "Bảng – tổng", *["Bảng – tổng, số"] * 5]
    return table(
        SUMMARY_WIDTHS,
        [
            rows(SUMMARY_WIDTHS, ["Bảng – đầu cột"] * 7, heads, header=True),
            *above_total("row in results.rows", SUMMARY_WIDTHS, usual, [f"{{{{ row.{field} }}}}" for field in fields]),
            rows(SUMMARY_WIDTHS, bold, [f"{{{{ results.total.{field} }}}}" for field in fields]),
        ],
    )


def signature_table() -> Element:
    """Recipients on the left, signature on the right."""
    left = recipients()
    right = [
        tag("p for line in signature.authority"),
        paragraph("Thẩm quyền ký", "{{ line }}"),
        tag("p endfor"),
        paragraph("Họ tên người ký", "{{ signature.signer }}"),
    ]
    first, second = SIGN_WIDTHS
    return table(SIGN_WIDTHS, [row(cell(first, *left, middle=False), cell(second, *right, middle=False))], grid=False)


def recipients() -> list[Element]:
    """Whom a document goes to."""
    return [
        paragraph("Nơi nhận – nhãn", "Nơi nhận:"),
        tag("p for text in signature.recipients"),
        paragraph("Nơi nhận", "{{ text }}"),
        tag("p endfor"),
    ]


def minutes_signature_table() -> Element:
    """Secretary and chair, who sign minutes; the recipients stand below them."""
    first, second = SIGN_WIDTHS

    def signs(title: str, name: str) -> list[Element]:
        return [paragraph("Thẩm quyền ký", title), paragraph("Họ tên người ký", name, keep=True)]

    secretary, chair = signs("THƯ KÝ", ""), signs("CHỦ TRÌ", "{{ signature.signer }}")
    return table(
        SIGN_WIDTHS,
        [
            row(cell(first, *secretary, middle=False), cell(second, *chair, middle=False)),
            row(cell(first + second, *recipients(), span=2, middle=False)),
        ],
        grid=False,
    )


def annex_head(name: str, title: str) -> list[Element]:
    """Number, title and reference of an annex."""
    return [
        paragraph("Phụ lục", f"{{{{ {name}.label }}}}"),
        paragraph("Tên phụ lục", title),
        paragraph("Dẫn phụ lục", "{{ reference }}"),
        tag("p if heading.notice"),
        paragraph("Ghi chú", "{{ heading.notice }}"),
        tag("p endif"),
    ]


def score_table(widths: list[int]) -> Element:
    """The full table: domains and groups as subtotals, criteria with target, result, working and evidence."""
    heads = ["STT", "Lĩnh vực, tiêu chí", "Chỉ tiêu", "Kết quả", "Điểm tối đa", "Điểm tự chấm", "Điểm chưa đạt",
             "Cách tính, ghi chú", "Tài liệu kiểm chứng"]  # fmt: skip

    def points(row_name: str, style: str) -> list[Element]:
        return [cell(widths[at], paragraph(style, f"{{{{ {row_name}.{field} }}}}"))
                for at, field in ((4, "max"), (5, "earned"), (6, "unreached"))]  # fmt: skip

    def node(row_name: str) -> Element:
        return row(
            cell(widths[0], paragraph("Bảng – mục, giữa", f"{{{{r {row_name}.code }}}}")),
            cell(sum(widths[1:4]), paragraph("Bảng – mục", f"{{{{ {row_name}.name }}}}"), span=3),
            *points(row_name, "Bảng – mục, số"),
            cell(sum(widths[7:]), paragraph("Bảng – mục", f"{{{{ {row_name}.working }}}}"), span=2),
        )

    leaf = row(
        cell(widths[0], paragraph("Bảng – giữa", "{{r row.code }}")),
        *(cell(widths[at], paragraph("Bảng – chữ", f"{{{{ row.{field} }}}}"))
          for at, field in ((1, "name"), (2, "target"), (3, "result"))),
        *points("row", "Bảng – số"),
        cell(widths[7], paragraph("Bảng – chữ", "{{ row.working }}")),
        cell(widths[8], paragraph("Bảng – giữa", "{{r row.evidence }}", link=True)),
    )  # fmt: skip
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 9, heads, header=True),
            tag_row("tr for row in scores.rows", widths),
            tag_row('tr if row.kind == "leaf"', widths),
            leaf,
            tag_row("tr else", widths),
            node("row"),
            tag_row("tr endif", widths),
            tag_row("tr endfor", widths),
            node("scores.total"),
        ],
    )


def evidence_table() -> Element:
    """The documents, each linked to its file and to the criteria that it proves."""
    widths = EVIDENCE_WIDTHS
    heads = ["Ký hiệu", "Số, ký hiệu văn bản", "Ngày ban hành", "Cơ quan ban hành, người ký", "Trích yếu nội dung",
             "Chứng minh tiêu chí (mục, trang)", "Tệp, liên kết"]  # fmt: skip
    label, number, issued, issuer, title, proves, file = widths
    usual, middle = "Bảng – chữ", "Bảng – giữa"
    cells = [
        cell(label, paragraph(middle, "{{r row.label }}")),
        cell(number, paragraph(middle, "{{ row.number }}")),
        cell(issued, paragraph(middle, "{{ row.day }}")),
        cell(
            issuer,
            paragraph(usual, "{{ row.issuer }}"),
            tag("p if row.signer"),
            paragraph(usual, "Người ký: {{ row.signer }}"),
            tag("p endif"),
        ),
        cell(title, paragraph(usual, "{{ row.title }}")),
        cell(proves, paragraph(usual, "{{r row.proves }}", link=True)),
        cell(file, paragraph(usual, "{{r row.file }}", link=True)),
    ]
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 7, heads, header=True),
            tag_row("tr for row in evidence.rows", widths),
            row(*cells),
            tag_row("tr endfor", widths),
        ],
    )


def proved_table() -> Element:
    """The criteria, each with its documents and where in them; linked to the score table and the list above."""
    widths = PROVED_WIDTHS
    code, name, documents = widths
    return table(
        widths,
        [
            rows(widths, ["Bảng – đầu cột"] * 3, ["STT", "Tiêu chí", "Tài liệu kiểm chứng (mục, trang)"], header=True),
            tag_row("tr for row in evidence.criteria", widths),
            row(
                cell(code, paragraph("Bảng – giữa", "{{r row.code }}", link=True)),
                cell(name, paragraph("Bảng – chữ", "{{ row.name }}")),
                cell(documents, paragraph("Bảng – chữ", "{{r row.documents }}", link=True)),
            ),
            tag_row("tr endfor", widths),
        ],
    )
