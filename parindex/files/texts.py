"""The text of documents, as far as it can be had cheaply: a line for each paragraph, row or line on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from io import BytesIO
from threading import Lock
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

WHOLE = 20 * 1024 * 1024
"""Bytes up to which a document, or a part of one, is looked into."""

TEXT = 2 * 1024 * 1024
"""Characters of a document that are kept."""

_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml|ppt/slides/slide\d+\.xml|content\.xml")
_BREAKS = re.compile(r"</w:p>|</a:p>|</text:p>|<w:br/>|<w:tab/>|</tr>|</p>|</div>|<br ?/?>|</td>", re.I)
_TAGS = re.compile(r"<[^>]*>")
_NAMED_NUMBERS = re.compile(r"CCCD|CMND|CMTND|căn cước|định danh|chứng minh (?:nhân dân|thư)", re.I)
"""Heads of columns whose numbers have lost the zeros they begin with, as Excel writes them."""
_DIGITS = 12
"""Of a citizen's identity number; the card before it had nine."""
_PDFIUM = Lock()
"""PDFium does one thing at a time."""


class Locked(Exception):
    """The document opens with a password only."""


def has_text(suffix: str) -> bool:
    """Whether text is looked for in files of an extension (lower case, with its point)."""
    return suffix in _READERS


def text_of(suffix: str, content: bytes) -> str:
    """The text of a whole file; empty where there is none or it cannot be had (scans, damage); raises ``Locked``."""
    return _READERS[suffix](content)[:TEXT] if suffix in _READERS else ""


def _as_text(content: bytes) -> str:
    return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")


def _as_markup(content: bytes) -> str:
    return _plain(_as_text(content))


def _as_package(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = [each for each in package.infolist() if _PARTS.fullmatch(each.filename) and each.file_size <= WHOLE]
            return "\n".join(_plain(package.read(part).decode("utf-8", errors="replace")) for part in parts)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, ZlibError, EOFError):
        # The directory is good and a part is not, or it is locked by a password: there is no text to look at.
        return ""


def _plain(marked_up: str) -> str:
    return unescape(_TAGS.sub("", _BREAKS.sub("\n", marked_up)))


def _as_workbook(content: bytes) -> str:
    from python_calamine import CalamineWorkbook

    if content.startswith(b"PK") and _unpacked(content) > 10 * WHOLE:
        return ""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return "\n".join(line for name in book.sheet_names for line in _rows(book.get_sheet_by_name(name).to_python()))
    except Exception:
        # The reader has a dozen kinds of faults; a workbook that it does not read has no text to look at.
        return ""


def _unpacked(content: bytes) -> int:
    try:
        with ZipFile(BytesIO(content)) as package:
            return sum(part.file_size for part in package.infolist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return 0


def _rows(rows: Sequence[Sequence[object]]) -> Iterator[str]:
    heads: dict[int, str] = {}
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, str) and _NAMED_NUMBERS.search(cell):
                heads[column] = cell
        yield "\t".join(_cell(cell, heads.get(column)) for column, cell in enumerate(row))


def _cell(cell: object, head: str | None) -> str:
    if not isinstance(cell, float) or not cell.is_integer():
        return str(cell)
    digits = str(int(cell))
    if head is None or len(digits) < 9:
        return digits
    return f"CMND {digits}" if len(digits) == 9 else digits.zfill(_DIGITS)


def _as_pdf(content: bytes) -> str:
    import pypdfium2

    text: list[str] = []
    try:
        with _PDFIUM, pypdfium2.PdfDocument(content) as document:
            for page in document:
                text.append(page.get_textpage().get_text_bounded())
                page.close()
                if sum(map(len, text)) > TEXT:
                    break
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Locked from None
        # Damaged: what was read until then is looked at.
        return "\n".join(text)
    return "\n".join(text)


_READERS: Mapping[str, Callable[[bytes], str]] = {
    **dict.fromkeys((".docx", ".pptx", ".odt", ".odp"), _as_package),
    **dict.fromkeys((".xlsx", ".xls", ".ods"), _as_workbook),
    **dict.fromkeys((".txt", ".csv", ".tsv", ".json", ".md", ".eml"), _as_text),
    **dict.fromkeys((".html", ".htm", ".xml"), _as_markup),
    ".pdf": _as_pdf,
}
