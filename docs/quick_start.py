"""Make ``docs/nhanh.docx``, one page to print, from the text of ``docs/nhanh.md``."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from parindex.reports.word.package import pack, unpack

SIZE = Pt(12)
WIDTH = Mm(180)
SHARES = {2: (0.32, 0.68), 3: (0.2, 0.09, 0.71)}
"""Widths of the columns of a table, by their number."""
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def quick_start(text: str) -> bytes:
    """The page as the bytes of a Word file: headings, paragraphs, numbered lines and tables; bold words."""
    document = _empty()
    for block in text.strip().split("\n\n"):
        lines = block.strip().split("\n")
        if heading := re.match(r"(#+) (.+)", block):
            _heading(document, heading[2], len(heading[1]))
        elif block.startswith("|"):
            _table(document, [[cell.strip() for cell in line.strip("|").split("|")] for line in (lines[0], *lines[2:])])
        else:
            for each in re.split(r"\n(?=\d+\. )", block):
                _write(document.add_paragraph(), " ".join(each.split()))
    out = io.BytesIO()
    document.save(out)
    return pack(unpack(out.getvalue()))


def _empty() -> DocumentType:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(14)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", SIZE
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(3)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "parindex: hướng dẫn nhanh", "", ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    properties.language = "vi-VN"
    return document


def _heading(document: DocumentType, text: str, level: int) -> None:
    paragraph = document.add_paragraph(style=f"Heading {level}")
    paragraph.paragraph_format.space_before = Pt(0 if level == 1 else 7)
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if level == 1 else WD_ALIGN_PARAGRAPH.LEFT
    run = paragraph.add_run(text)
    run.font.size, run.font.name, run.bold = Pt(17 if level == 1 else 13), "Times New Roman", True
    run.font.color.rgb = RGBColor(0, 0, 0)


def _table(document: DocumentType, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, SHARES[len(rows[0])], strict=True):
        column.width = int(WIDTH * share)
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        for cell, text, share in zip(cells, row, SHARES[len(row)], strict=True):
            cell.width = int(WIDTH * share)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.space_before = Pt(1)
            _write(paragraph, text if number else f"**{text}**")


def _write(paragraph: Paragraph, text: str) -> None:
    """Add text, with what stands between ** in bold."""
    for number, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = True if number % 2 else None
