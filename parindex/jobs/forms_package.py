"""The file of a form before its cells are read: what kind of file it is, and what only its XML tells of cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from lxml import etree

from parindex.files.unusable import Unusable
from parindex.values.findings import Finding
from parindex.values.steps import Datum

MAX_BYTES = 20 * 1024 * 1024
"""Of a form's file; a form of the largest set has less than half a megabyte."""
MAX_UNPACKED = 200 * 1024 * 1024
"""Of its parts together, so that a small file cannot fill the memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PERCENT_FORMATS = {"9", "10"}


@dataclass(frozen=True, slots=True)
class Oddities:
    """What the values alone do not tell, by row and column from 0."""

    errors: Mapping[tuple[int, int], str]
    """Formulas that give an error, which would read as empty cells."""
    percents: frozenset[tuple[int, int]]
    """Cells shown as percents: what reads 97,5% is 0.975."""


def checked_package(path: Path, name: str) -> bytes:
    """The bytes of an .xlsx workbook; raises ``Unusable`` (E101 to E104, E161 to E163) for anything else."""
    try:
        if path.is_dir():
            _refuse("E102", name)
        if path.stat().st_size > MAX_BYTES:
            _refuse("E161", name, reason="tệp quá lớn")
        content = path.read_bytes()
    except FileNotFoundError:
        _refuse("E101", name)
    except OSError as error:
        _refuse("E103", name, reason=error.strerror or str(error))
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            _refuse("E163", name)
        _refuse("E161", name, reason="tệp Excel kiểu cũ (.xls)")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.namelist()
            if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                _refuse("E161", name, reason="tệp quá lớn")
            types = package.read("[Content_Types].xml") if "[Content_Types].xml" in parts else b""
    except (zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError, EOFError):
        _refuse("E161", name, reason="không phải tệp Excel, hoặc tệp hỏng")
    if any(part.lower().endswith("vbaproject.bin") for part in parts) or b"macroEnabled" in types:
        _refuse("E162", name)
    if "xl/workbook.xml" not in parts:
        ods = "content.xml" in parts
        _refuse("E161", name, reason="tệp LibreOffice (.ods)" if ods else "không phải tệp Excel (.xlsx)")
    return content


def oddities(content: bytes) -> dict[str, Oddities]:
    """The oddities of every sheet, by its name; empty for what cannot be read as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        try:
            links = {
                str(link.get("Id")): str(link.get("Target")) for link in _xml(package, "xl/_rels/workbook.xml.rels")
            }
            book = _xml(package, "xl/workbook.xml")
            percents = _percent_styles(package)
        except (KeyError, etree.XMLSyntaxError):
            return {}
        found: dict[str, Oddities] = {}
        for sheet in book.iter(f"{_MAIN}sheet"):
            target = links.get(str(sheet.get(_LINK)), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in package.namelist():
                found[str(sheet.get("name"))] = _cells(package.read(part), percents)
        return found


def _cells(content: bytes, percent_styles: set[str]) -> Oddities:
    errors: dict[tuple[int, int], str] = {}
    percents: set[tuple[int, int]] = set()
    for _, cell in etree.iterparse(io.BytesIO(content), tag=f"{_MAIN}c", resolve_entities=False, no_network=True):
        place = _place(str(cell.get("r", "")))
        if place is not None:
            if cell.get("t") == "e":
                errors[place] = cell.findtext(f"{_MAIN}v") or "#?"
            if cell.get("s") in percent_styles:
                percents.add(place)
        cell.clear()
    return Oddities(errors, frozenset(percents))


def _percent_styles(package: zipfile.ZipFile) -> set[str]:
    if "xl/styles.xml" not in package.namelist():
        return set()
    styles = _xml(package, "xl/styles.xml")
    formats = set(_PERCENT_FORMATS)
    for each in styles.iter(f"{_MAIN}numFmt"):
        if "%" in re.sub(r'"[^"]*"|\\.', "", str(each.get("formatCode"))):
            formats.add(str(each.get("numFmtId")))
    cells = styles.find(f"{_MAIN}cellXfs")
    return (
        {str(number) for number, each in enumerate(cells) if each.get("numFmtId") in formats} if len(cells) else set()
    )


def _place(reference: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _xml(package: zipfile.ZipFile, part: str) -> Any:
    return etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _refuse(code: str, name: str, **data: Datum) -> NoReturn:
    raise Unusable([Finding(code, name, data=data)])
