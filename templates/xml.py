"""Small pieces of WordprocessingML."""

from __future__ import annotations

from html import escape

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from templates.styles import GRID, LINK, style_id

A4 = (11906, 16838)
TOP, BOTTOM, LEFT, RIGHT = 1134, 1134, 1701, 1134
"""Margins of 20, 20, 30 and 20 mm."""
TEXT_PORTRAIT = A4[0] - LEFT - RIGHT
TEXT_LANDSCAPE = A4[1] - LEFT - RIGHT
HEADER = 567
"""The page number stands 10 mm below the edge, in the middle of the top margin."""


def paragraph(style: str, text: str, *, link: bool = False, keep: bool = False) -> Element:
    """A paragraph of one style; ``link`` gives its run the style of links, ``keep`` ties it to what follows."""
    run = f'<w:rPr><w:rStyle w:val="{style_id(LINK)}"/></w:rPr>' if link else ""
    tied = "<w:keepNext/>" if keep else ""
    words = f'<w:r>{run}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    return parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style_id(style)}"/>{tied}</w:pPr>{words}</w:p>')


def bold_start(style: str, start: str, text: str) -> Element:
    """A paragraph whose first words are bold: ``Điều 1.``"""
    made = paragraph(style, text)
    run = f'<w:r {nsdecls("w")}><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(start, quote=False)}</w:t></w:r>'
    made.insert(1, parse_xml(run))
    return made


def tag(text: str) -> Element:
    """A paragraph that holds only a tag: ``p if notice``."""
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">{{%{escape(text, quote=False)} %}}</w:t></w:r></w:p>'
    )


def _control(alias: str, tag_: str) -> str:
    return f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag_}"/></w:sdtPr><w:sdtContent>'


def control(alias: str, tag_: str, *content: Element) -> Element:
    """A content control around paragraphs; its tag says where its words belong in the unit's file."""
    made = parse_xml(_control(alias, tag_) + "</w:sdtContent></w:sdt>")
    for each in content:
        made[-1].append(each)
    return made


def inline_control(style: str, before: str, alias: str, tag_: str, text: str) -> Element:
    """A paragraph that ends with a content control."""
    made = paragraph(style, before)
    run = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    made.append(parse_xml(_control(alias, tag_) + f"{run}</w:sdtContent></w:sdt>"))
    return made


def cell(width: int, *content: Element, span: int = 1, middle: bool = True) -> Element:
    """A table cell of a fixed width."""
    made = parse_xml(
        f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + ('<w:vAlign w:val="center"/>' if middle else "")
        + "</w:tcPr></w:tc>"
    )
    for each in content:
        made.append(each)
    return made


def row(*cells: Element, header: bool = False) -> Element:
    """A row that does not break over pages; a header row is repeated on every page."""
    made = parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr></w:tr>")
    for each in cells:
        made.append(each)
    return made


def tag_row(text: str, widths: list[int]) -> Element:
    """A row that holds only a tag: ``tr for row in rows``."""
    return row(cell(sum(widths), paragraph("Bảng – chữ", f"{{%{text} %}}"), span=len(widths)))


def table(widths: list[int], rows: list[Element], *, grid: bool = True) -> Element:
    """A table of fixed columns, with lines or without."""
    style = f'<w:tblStyle w:val="{style_id(GRID)}"/>' if grid else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid></w:tbl>'
    )
    for each in rows:
        made.append(each)
    return made


def _section(landscape: bool) -> str:
    width, height = reversed(A4) if landscape else A4
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="{HEADER}" '
        f'w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/>'
    )


def section_break(*, landscape: bool) -> Element:
    """The last paragraph of a section, which carries the section's page."""
    made = paragraph("Cuối phần", "")
    made.find(qn("w:pPr")).append(parse_xml(f"<w:sectPr {nsdecls('w')}>{_section(landscape)}</w:sectPr>"))
    return made


def clear(document: Document) -> None:
    """Empty the body, but for the page of its last section: the annexes."""
    body = document.element.body
    for each in list(body):
        body.remove(each)
    body.append(parse_xml(f"<w:sectPr {nsdecls('w')}>{_section(True)}</w:sectPr>"))


def settings(document: Document) -> None:
    """Only what matters: the mode of today's Word, and no field that asks to be updated."""
    root = document.settings.element
    for each in list(root):
        root.remove(each)
    for each in (
        '<w:zoom {} w:percent="100"/>',
        '<w:defaultTabStop {} w:val="720"/>',
        '<w:characterSpacingControl {} w:val="doNotCompress"/>',
        '<w:compat {}><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>',
    ):
        root.append(parse_xml(each.format(nsdecls("w"))))


_MARK = (
    '<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="DuThao{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" alt="Dự thảo" '
    'style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:110pt;rotation:315;z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" fillcolor="#bfbfbf" stroked="f"><v:fill opacity=".4"/>'
    '<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="DỰ THẢO"/></v:shape>'
    "</w:pict></w:r>"
)


def header(document: Document) -> None:
    """Page number from the second page on; the mark of a draft on every page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for number, part in enumerate((section.header, section.first_page_header), start=1):
        part.is_linked_to_previous = False
        root = part._element
        for each in list(root):
            root.remove(each)
        line = paragraph("Số trang", "")
        if number == 1:
            for kind in ("begin", None, "separate", "text", "end"):
                line.append(_field(kind))
        for each in ("{%r if draft %}", None, "{%r endif %}"):
            if each is None:
                line.append(parse_xml(_MARK.format(ns=nsdecls("w"), number=number, spid=2048 + number)))
            else:
                line.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>{each}</w:t></w:r>"))
        root.append(line)


def _field(kind: str | None) -> Element:
    run = OxmlElement("w:r")
    if kind is None:
        run.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>'))
    elif kind == "text":
        run.append(parse_xml(f"<w:t {nsdecls('w')}>2</w:t>"))
    else:
        run.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
    return run
