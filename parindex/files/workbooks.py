"""An .xlsx workbook before its cells are read: whether it can be trusted, and what only its XML tells of cells."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn

from lxml import etree
from msgspec import Struct

from parindex.files.unusable import Unusable
from parindex.values.findings import Finding
from parindex.values.steps import Datum

MAX_BYTES = 20 * 1024 * 1024
"""Of a workbook; a form of the largest set has less than half a megabyte."""
MAX_UNPACKED = 200 * 1024 * 1024
"""Of its parts together, so that a small file cannot fill the memory."""
MAX_AREA = 5_000_000
"""Cells of the rectangle from A1 to the last cell with something in it: all of them are held in memory at once."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PERCENT_FORMATS = {"9", "10"}
_COLUMN = re.compile("[A-Z]{1,3}")
_CHUNK = 1 << 20
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(ValueError, RuntimeError, NotImplementedError, EOFError, OSError),
)
"""All that zipfile raises for a package that is none, is damaged, or is locked part by part."""


class Oddities(Struct, frozen=True):
    """What the values alone do not tell, by row and column from 0."""

    errors: Mapping[tuple[int, int], str]
    """Formulas that give an error, or whose value was never worked out, which would read as empty cells."""
    percents: frozenset[tuple[int, int]]
    """Cells shown as percents: what reads 97,5% is 0.975."""


def parts_of(content: bytes, name: str) -> list[str]:
    """The names of the parts of an .xlsx file; raises ``Unusable`` for anything else.

    E158 too large, E163 with a password, E159 another kind of table, E161 broken or none of these.
    """
    if len(content) > MAX_BYTES:
        refuse("E158", name)
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            refuse("E163", name)
        refuse("E159", name, kind=".xls")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.namelist()
            if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                refuse("E158", name)
            for part in package.infolist():  # sizes and checksums are those that the file promises
                with package.open(part) as stream:
                    while stream.read(_CHUNK):
                        pass
    except _BROKEN:
        refuse("E161", name)
    if "xl/workbook.xml" not in parts:
        if "content.xml" in parts:
            refuse("E159", name, kind=".ods")
        if "xl/workbook.bin" in parts:
            refuse("E159", name, kind=".xlsb")
        refuse("E161", name)
    return parts


def oddities(content: bytes, name: str) -> dict[str, Oddities]:
    """The oddities of every sheet, by its name.

    Raises ``Unusable``: E156 for a cell so far from all others that a reader would have to hold millions, E161 for
    what cannot be read as XML.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        try:
            percents = _percent_styles(package)
            return {
                title: _cells(package.read(part), percents, f"{name}: {title}")
                for title, part in sheet_parts(package).items()
            }
        except (KeyError, etree.XMLSyntaxError):
            refuse("E161", name)


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """The part of the package that holds each sheet, by the sheet's name; raises ``KeyError`` for a broken package."""
    links = {str(link.get("Id")): str(link.get("Target")) for link in _xml(package, "xl/_rels/workbook.xml.rels")}
    found: dict[str, str] = {}
    for sheet in _xml(package, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = links.get(str(sheet.get(_LINK)), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in package.namelist():
            found[str(sheet.get("name"))] = part
    return found


def _cells(content: bytes, percent_styles: set[str], where: str) -> Oddities:
    errors: dict[tuple[int, int], str] = {}
    percents: set[tuple[int, int]] = set()
    rows = columns = 0
    for _, row in etree.iterparse(io.BytesIO(content), tag=f"{MAIN}row", resolve_entities=False, no_network=True):
        for cell in row.iterchildren(f"{MAIN}c"):
            error, percent, filled = cell.get("t") == "e", cell.get("s") in percent_styles, len(cell) > 0
            unsolved = filled and cell.find(f"{MAIN}f") is not None and not cell.findtext(f"{MAIN}v")
            if not (error or percent or filled) or (place := _place(cell.get("r", ""))) is None:
                continue
            if error or (unsolved and cell.get("t") != "str"):
                errors[place] = cell.findtext(f"{MAIN}v") or "–"
            if percent:
                percents.add(place)
            if filled:
                rows, columns = max(rows, place[0] + 1), max(columns, place[1] + 1)
                if rows * columns > MAX_AREA:
                    refuse("E156", f"{where}!{cell.get('r')}")
        row.clear()
    return Oddities(errors, frozenset(percents))


def _percent_styles(package: zipfile.ZipFile) -> set[str]:
    if "xl/styles.xml" not in package.namelist():
        return set()
    styles = _xml(package, "xl/styles.xml")
    formats = set(_PERCENT_FORMATS)
    for each in styles.iter(f"{MAIN}numFmt"):
        if "%" in re.sub(r'"[^"]*"|\\.', "", str(each.get("formatCode"))):
            formats.add(str(each.get("numFmtId")))
    cells = styles.find(f"{MAIN}cellXfs")
    if cells is None:
        return set()
    return {str(number) for number, each in enumerate(cells) if each.get("numFmtId") in formats}


def _place(reference: str) -> tuple[int, int] | None:
    letters = reference.rstrip("0123456789")
    column, row = _column(letters), reference[len(letters) :]
    return (int(row) - 1, column) if column is not None and 0 < len(row) < 8 else None


@lru_cache(maxsize=1024)
def _column(letters: str) -> int | None:
    """The number from 0 of a column of one to three letters."""
    if not _COLUMN.fullmatch(letters):
        return None
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _xml(package: zipfile.ZipFile, part: str) -> Any:
    return etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def refuse(code: str, name: str, **data: Datum) -> NoReturn:
    """Raise ``Unusable`` with one finding."""
    raise Unusable([Finding(code, name, data=data)])
