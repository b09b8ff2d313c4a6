"""Type into a form as an officer would: the cells of the workbook are changed in its XML, everything else stays."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from parindex.jobs.forms_book import open_form
from parindex.reports.forms.cells import APPRAISAL_FORM, RESPONSE_FORM, UNIT_FORM
from parindex.values.findings import Route

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ASKED = "asked"
"""An attribute for the number format that a cell is to have; it is gone when the sheet is written."""
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Error:
    """A formula that gives an error."""

    value: str


@dataclass(frozen=True)
class Formula:
    """A formula with the value that it gives; without one nothing has worked it out yet."""

    text: str
    value: float | None


@dataclass(frozen=True)
class Percent:
    """A number in a cell formatted as a percent."""

    value: float


@dataclass(frozen=True)
class Day:
    """A day in a cell that was no date before: Excel gives it the format of one."""

    value: date


def place(book: Path, route: Route) -> tuple[str, str]:
    """The sheet and the reference of the cell that a route belongs to: ``("Lĩnh vực 3", "H12")``."""
    form = open_form(book, (UNIT_FORM, APPRAISAL_FORM, RESPONSE_FORM))
    cells = [form.cell(field) for field in form.fields if field.route == route]
    assert cells and cells[0] is not None, route
    sheet, _, reference = cells[0].where.partition(": ")[2].rpartition("!")
    return sheet, reference


def fill(book: Path, values: Mapping[Route, Any]) -> None:
    """Type values into the cells of some routes."""
    by_sheet: dict[str, dict[str, Any]] = {}
    for route, value in values.items():
        sheet, reference = place(book, route)
        by_sheet.setdefault(sheet, {})[reference] = value

    def change(name: str, root: Any) -> None:
        for reference, value in by_sheet.get(name, {}).items():
            write(root, reference, value)

    reshape(book, change)


def write(root: Any, reference: str, value: Any) -> None:
    """Put a value into a cell of a sheet's XML, as Excel saves it."""
    cell = next(cell for cell in root.iter(f"{MAIN}c") if cell.get("r") == reference)
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    match value:
        case None:
            return
        case Error(text):
            cell.set("t", "e")
            etree.SubElement(cell, f"{MAIN}f").text = "1/0"
            etree.SubElement(cell, f"{MAIN}v").text = text
        case Formula(text, result):
            etree.SubElement(cell, f"{MAIN}f").text = text
            etree.SubElement(cell, f"{MAIN}v").text = None if result is None else repr(result)
        case Percent(number):
            etree.SubElement(cell, f"{MAIN}v").text = repr(number)
            cell.set(ASKED, "10")
        case Day(day):
            etree.SubElement(cell, f"{MAIN}v").text = str((day - date(1899, 12, 30)).days)
            cell.set(ASKED, "14")
        case bool():
            cell.set("t", "b")
            etree.SubElement(cell, f"{MAIN}v").text = str(int(value))
        case date():
            etree.SubElement(cell, f"{MAIN}v").text = str((value - date(1899, 12, 30)).days)
        case int() | float():
            etree.SubElement(cell, f"{MAIN}v").text = repr(value)
        case _:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
            text.text = str(value)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def reshape(book: Path, change: Callable[[str, Any], None], *, rename: Callable[[str], str] = str) -> None:
    """Change the XML of every sheet; ``rename`` gives the sheets other names."""
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    links = {
        link.get("Id"): "xl/" + str(link.get("Target"))
        for link in etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    }
    root = etree.fromstring(parts["xl/workbook.xml"])
    for sheet in root.iter(f"{MAIN}sheet"):
        part = links[sheet.get(LINK)]
        tree = etree.fromstring(parts[part])
        change(str(sheet.get("name")), tree)
        for cell in tree.iter(f"{MAIN}c"):
            if (number := cell.attrib.pop(ASKED, None)) is not None:
                cell.set("s", _style(parts, number))
        parts[part] = etree.tostring(tree)
        sheet.set("name", rename(str(sheet.get("name"))))
    parts["xl/workbook.xml"] = etree.tostring(root)
    with zipfile.ZipFile(book, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def _style(parts: dict[str, bytes], number: str) -> str:
    """A cell format with a built-in number format (10 is ``0.00%``, 14 a day), added to the styles where needed."""
    styles = etree.fromstring(parts["xl/styles.xml"])
    formats = styles.find(f"{MAIN}cellXfs")
    found = [number for number, each in enumerate(formats) if each.get("numFmtId") == number]
    if not found:
        etree.SubElement(formats, f"{MAIN}xf", numFmtId=number, fontId="0", fillId="0", borderId="0", xfId="0")
        parts["xl/styles.xml"] = etree.tostring(styles)
        found = [len(formats) - 1]
    return str(found[0])


def shift_rows(root: Any, by: int) -> None:
    """Move all rows of a sheet down, as if rows had been put in before them."""
    for row in root.iter(f"{MAIN}row"):
        number = int(row.get("r")) + by
        row.set("r", str(number))
        for cell in row:
            cell.set("r", re.sub(r"\d+", str(number), cell.get("r")))
    for merge in list(root.iter(f"{MAIN}mergeCells")):
        merge.getparent().remove(merge)


def swap_rows(root: Any, one: int, other: int) -> None:
    """Let two rows of a sheet change places."""
    rows = {row.get("r"): row for row in root.iter(f"{MAIN}row")}
    for row, number in ((rows[str(one)], other), (rows[str(other)], one)):
        row.set("r", str(number))
        for cell in row:
            cell.set("r", re.sub(r"\d+", str(number), cell.get("r")))
    data = root.find(f"{MAIN}sheetData")
    data[:] = sorted(data, key=lambda row: int(row.get("r")))
