"""Note in a form what it has given, so that what is cleared or corrected later is known from what never stood there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from parindex.files.packages import rewrite
from parindex.files.workbooks import MAIN, sheet_parts
from parindex.jobs.forms_book import Form
from parindex.jobs.forms_merge import Filled
from parindex.reports.forms.cells import HIDDEN

_BASE = "F"
"""The column of the hidden sheet that holds what a cell said when the form was made or last read."""


def remember(path: Path, form: Form, filled: Sequence[Filled]) -> bool:
    """Write into the form's hidden sheet what its cells say now; nothing else of the workbook changes.

    ``False`` where the form cannot be written, as while Excel has it open: it then stays as it is.
    """
    now = {id(each.field): each.value for each in filled if each.changed}
    said = {row: now[id(each)] for row, each in zip(form.remembered, form.fields, strict=True) if id(each) in now}
    if not said:
        return True
    return rewrite(path, lambda package: sheet_parts(package)[HIDDEN], lambda sheet: _told(sheet, said))


def _told(sheet: bytes, said: Mapping[int, str]) -> bytes:
    root = etree.fromstring(sheet, etree.XMLParser(resolve_entities=False, no_network=True))
    rows: dict[str, Any] = {str(row.get("r")): row for row in root.iter(f"{MAIN}row")}
    for number, text in said.items():
        row, reference = rows[str(number)], f"{_BASE}{number}"
        for cell in [cell for cell in row if cell.get("r") == reference]:
            row.remove(cell)
        if text:
            cell = etree.SubElement(row, f"{MAIN}c", r=reference, t="inlineStr")
            words = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            words.text = text
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
