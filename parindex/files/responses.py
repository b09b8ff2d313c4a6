"""The answers of a survey: CSV as any program writes it, or Excel. Only the columns asked for are kept."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.files.workbooks import oddities, parts_of
from parindex.values.findings import Finding

_DELIMITERS = (",", ";", "\t", "|")
_ENCODINGS = ("utf-8-sig", "cp1258")
"""After UTF-16 by its mark: UTF-8, then the Vietnamese Windows code page of older Excel."""

_PERSONAL = re.compile(
    r"ho (va )?ten|ten (nguoi|cong dan|to chuc)|dien thoai|\bs?dt\b|phone|can cuoc|cccd|cmnd|cmtnd|chung minh|"
    r"dinh danh|email|thu dien tu|dia chi|address|\bname\b|ngay sinh|so ho so"
)
"""Headings, without marks, of columns with personal data."""

_PHONE = re.compile(r"(?<!\d)(?:\+?84|0)[ .-]?[235789](?:[ .-]?\d){8}(?!\d)")


class Responses(Struct, frozen=True):
    """What is kept of a file of responses."""

    name: str
    sha256: str
    rows: tuple[Mapping[str, str], ...]
    """By the names of the columns asked for; cells are stripped and composed (NFC)."""
    dropped: tuple[str, ...]
    """Columns that were not asked for: they are not kept."""
    personal: tuple[str, ...]
    """Those of them that look like personal data."""


def read_responses(path: Path, columns: Collection[str], sheet: str | None = None) -> Responses:
    """Read the named columns; headings are compared without case and extra blanks.

    Raises ``Unusable``: E101 to E104, E190 for a file that is no table, E191 for each column that is not there.
    """
    content = read_bytes(path)
    name = file_name(path)
    excel = path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods")
    table = _from_excel(content, name, sheet) if excel else _from_csv(content, name)
    table = [row for row in table if any(row)]
    if not table:
        raise Unusable([Finding("E190", name, data={"reason": "tệp trống"})])
    heads = [folded(cell) for cell in table[0]]
    places: dict[str, int] = {}
    missing = []
    for column in dict.fromkeys(columns):
        if heads.count(folded(column)) == 1:
            places[column] = heads.index(folded(column))
        else:
            near = get_close_matches(column, table[0], n=1, cutoff=0.5)
            known = ", ".join(cell for cell in table[0] if cell)
            missing.append(Finding("E191", name, data={"column": column, "close": near[0] if near else known}))
    if missing:
        raise Unusable(missing)
    rows = tuple({column: row[at] if at < len(row) else "" for column, at in places.items()} for row in table[1:])
    dropped = tuple(cell for at, cell in enumerate(table[0]) if cell and at not in places.values())
    personal = tuple(cell for cell in dropped if _PERSONAL.search(_bare(cell)))
    return Responses(name, hashlib.sha256(content).hexdigest(), rows, dropped, personal)


def looks_personal(text: str) -> bool:
    """Whether a cell looks like a phone or identity number: 9 or 12 digits alone, or more than 8 after a 0."""
    digits = re.sub(r"[ .-]", "", text)
    number = digits.isdigit() and (len(digits) in (9, 12) or (len(digits) > 8 and digits[0] == "0"))
    return number or bool(_PHONE.search(text))


def personal_heading(text: str) -> bool:
    """Whether a heading names personal data: a name, a phone number, an identity number, an address."""
    return bool(_PERSONAL.search(_bare(text)))


def folded(text: str) -> str:
    """For comparing headings and answers: composed, without case and extra blanks."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFD", folded(text)).replace("đ", "d")
    return "".join(char for char in plain if not unicodedata.combining(char))


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", "" if value is None else str(value)).strip()


def _from_csv(content: bytes, name: str) -> list[list[str]]:
    text = _decoded(content, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.lower().startswith("sep=") and len(first) == 5:  # what Excel writes to name the delimiter
        delimiter, text = first[4], text.split("\n", 1)[-1]
    else:
        delimiter = max(_DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark))))
    try:
        return [[_cell(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise Unusable([Finding("E190", name, data={"reason": str(error)})]) from None


def _decoded(content: bytes, name: str) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    if b"\0" not in content or encodings == ("utf-16",):
        for encoding in encodings:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise Unusable([Finding("E190", name, data={"reason": "không rõ bảng mã"})])


def _from_excel(content: bytes, name: str, sheet: str | None) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    if content.startswith(b"PK") and b"xl/workbook.xml" in content:
        parts_of(content, name)  # E156, E158: what would fill the memory
        oddities(content, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        title = sheet if sheet is not None else book.sheet_names[0]
        if title not in book.sheet_names:
            raise Unusable(
                [Finding("E190", name, data={"reason": f"không có trang «{title}», có: {', '.join(book.sheet_names)}"})]
            )
        rows = book.get_sheet_by_name(title).to_python(skip_empty_area=True)
    except (CalamineError, IndexError, ValueError):
        raise Unusable([Finding("E190", name, data={"reason": "tệp hỏng hoặc không phải bảng tính"})]) from None
    return [[_cell(cell) for cell in row] for row in rows]
