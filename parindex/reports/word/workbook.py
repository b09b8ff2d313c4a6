"""The small workbook behind a chart, so that "Edit data" in Word opens the chart's own numbers."""

from __future__ import annotations

from functools import cache

from markupsafe import escape

from parindex.reports.view.data import Chart
from parindex.reports.word.inline import clean
from parindex.reports.word.package import pack
from parindex.values.numbers import plain

SHEET = "Sheet1"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@cache
def _static() -> dict[str, bytes]:
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets><sheet name="{SHEET}" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }
    return {name: (_DECLARED + xml).encode() for name, xml in parts.items()}


def workbook(chart: Chart) -> bytes:
    """The .xlsx with the categories in column A and a column for each series; the same chart gives the same bytes."""
    head = "".join(_text(column(at + 1), 1, name) for at, name in enumerate(chart.series))
    rows = [f'<row r="1">{_text("A", 1, "")}{head}</row>']
    for number, bar in enumerate(chart.bars, start=2):
        cells = "".join(
            f'<c r="{column(at + 1)}{number}"><v>{plain(value)}</v></c>'
            for at, value in enumerate(bar.values)
            if value is not None
        )
        rows.append(f'<row r="{number}">{_text("A", number, bar.name)}{cells}</row>')
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    return pack(_static() | {"xl/worksheets/sheet1.xml": (_DECLARED + sheet).encode()})


def column(at: int) -> str:
    """``A`` for 0; charts have fewer than 26 columns."""
    return chr(ord("A") + at)


def _text(letter: str, row: int, text: str) -> str:
    return f'<c r="{letter}{row}" t="inlineStr"><is><t xml:space="preserve">{escape(clean(text))}</t></is></c>'
