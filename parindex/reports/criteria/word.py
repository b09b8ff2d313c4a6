"""A criteria set as a Word table: landscape, the header repeated on every page, the same bytes for the same set."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from parindex.locale.steps import Lang
from parindex.reports.criteria.terminal import own_threshold, scorer
from parindex.reports.criteria.view import Row, SetView
from parindex.reports.word.inline import text_xml
from parindex.reports.word.package import pack, unpack

FONT = "Times New Roman"
WIDTHS = (16, 52, 18, 82, 46, 38)
"""Widths of the columns in millimetres; together what A4 landscape leaves between its margins (NĐ 30/2020)."""

_HEADS = {
    "vi": ("Mã", "Tiêu chí", "Điểm tối đa", "Cách chấm", "Tài liệu kiểm chứng", "Người chấm, thẩm định"),
    "en": ("Code", "Criterion", "Maximum", "Scoring", "Evidence", "Scored, appraised by"),
}
_TWIPS = 1440 / 25.4
_SIZE = 22
"""Half points: 11 pt in the table, as in the templates."""

_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>vi-VN</dc:language>'
    "</cp:coreProperties>"
)


def set_document(view: SetView, lang: Lang = "vi") -> bytes:
    """The set as a .docx: title, policy, table."""
    document = docx.Document()
    _page(document)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(title, view.title, bold=True, size=14)
    for label, text in view.labels:
        line = document.add_paragraph()
        _run(line, f"{label}: ", bold=True)
        _run(line, text)
    document.element.body.insert_element_before(parse_xml(_table(view.rows, lang)), "w:sectPr")
    buffer = io.BytesIO()
    document.save(buffer)
    parts = unpack(buffer.getvalue())
    parts["docProps/core.xml"] = _CORE.format(text_xml(view.title)).encode()
    return pack(parts)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(13)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(3)


def _run(paragraph, text: str, *, bold: bool = False, size: int | None = None) -> None:  # type: ignore[no-untyped-def]
    run = paragraph.add_run(text)
    run.bold = bold
    if size is not None:
        run.font.size = Pt(size)


def _table(rows: Sequence[Row], lang: Lang) -> str:
    """The table as XML: python-docx rebuilds the grid at every cell that it is asked for."""
    widths = [round(width * _TWIPS) for width in WIDTHS]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell([name], width, bold=True, centre=True) for name, width in zip(_HEADS[lang], widths, strict=True)
    )
    body = "".join(_row(row, widths, lang) for row in rows)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>"
    )


def _row(row: Row, widths: Sequence[int], lang: Lang) -> str:
    points = row.points.partition(" ")[0]
    bold = row.level != "leaf"
    cells = [
        _cell([row.code], widths[0], bold=bold),
        _cell([row.name, *_remarks(row, lang)], widths[1], bold=bold),
        _cell([points], widths[2], bold=bold, centre=True),
    ]
    if bold:
        cells.append(_cell([""], sum(widths[3:]), span=3))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    target = own_threshold(row, lang)
    how = [*row.how, *([target[:1].upper() + target[1:] + "."] if target else [])]
    cells += [
        _cell(how, widths[3]),
        _cell([f"- {each}" for each in row.evidence], widths[4]),
        _cell([scorer(row, lang)], widths[5]),
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _remarks(row: Row, lang: Lang) -> Iterator[str]:
    """What is said under the name: what kind of points, and the note."""
    if row.counts:
        yield f"({row.counts})"
    if row.not_arising:
        yield ("Not arising: " if lang == "en" else "Không phát sinh: ") + row.not_arising
    if row.note:
        yield ("Note: " if lang == "en" else "Ghi chú: ") + row.note


def _cell(lines: Sequence[str], width: int, *, bold: bool = False, centre: bool = False, span: int = 1) -> str:
    mark = "<w:b/>" if bold else ""
    place = '<w:jc w:val="center"/>' if centre else ""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    keep = "<w:keepNext/>" if bold else ""
    text = "".join(
        f'<w:p><w:pPr>{keep}<w:spacing w:before="0" w:after="0"/>{place}</w:pPr><w:r><w:rPr>{mark}'
        f'<w:sz w:val="{_SIZE}"/></w:rPr><w:t xml:space="preserve">{text_xml(line)}</w:t></w:r></w:p>'
        for line in (lines or [""])
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{text}</w:tc>'
