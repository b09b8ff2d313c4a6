"""What a file really is, by its first bytes: an extension is only a name."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

HEAD = 1024
"""Bytes that are looked at; the mark of a PDF may stand anywhere among them."""

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 97–2003"),
    (b"{\\rtf", "RTF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"ID3", "MP3"),
    (b"\xff\xfb", "MP3"),
    (b"\xff\xf3", "MP3"),
    (b"OggS", "Ogg"),
    (b"\x1aE\xdf\xa3", "Matroska"),
    (b"MZ", "EXE"),
)
_RIFF = {b"WEBP": "WebP", b"WAVE": "WAV", b"AVI ": "AVI"}
_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"qt  ": "QuickTime"}

_OFFICE = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
_OPEN = {".odt", ".ods", ".odp"}

KINDS: Mapping[str, frozenset[str]] = {
    suffix: frozenset(kinds.split("|"))
    for suffixes, kinds in {
        ".pdf": "PDF",
        ".docx .xlsx .pptx .odt .ods .odp .zip": "ZIP",
        ".doc": "Office 97–2003|RTF",
        ".xls .ppt .msg": "Office 97–2003",
        ".rtf": "RTF",
        ".png": "PNG",
        ".jpg .jpeg .jfif": "JPEG",
        ".gif": "GIF",
        ".tif .tiff": "TIFF",
        ".bmp": "BMP",
        ".webp": "WebP",
        ".heic .heif": "HEIC",
        ".rar": "RAR",
        ".7z": "7-Zip",
        ".mp4 .m4a .m4v": "MP4|QuickTime",
        ".mov": "QuickTime|MP4",
        ".mp3": "MP3",
        ".wav": "WAV",
        ".avi": "AVI",
        ".mkv .webm": "Matroska",
        ".ogg": "Ogg",
        ".txt .csv .tsv .html .htm .xml .json .md .eml .yaml .yml": "text",
    }.items()
    for suffix in suffixes.split()
}
"""The kinds of content that fit an extension; extensions that are not here are not judged."""


def kind_of_content(head: bytes) -> str:
    """The kind of a file by its first bytes: ``PDF``, ``ZIP``, ``text`` …; ``?`` when none is known."""
    if b"%PDF-" in head[:HEAD]:
        return "PDF"
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "?")
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "MP4")
    return "text" if _is_text(head) else "?"


def fits(suffix: str, kind: str) -> bool:
    """Whether a kind of content is what the extension (lower case, with its point) promises."""
    return suffix not in KINDS or kind in KINDS[suffix]


def has_parts(suffix: str) -> bool:
    """Whether files of an extension are packages (.docx, .odt, .zip …)."""
    return suffix in _OFFICE or suffix in _OPEN or suffix == ".zip"


def package_fault(suffix: str, content: bytes) -> str | None:
    """Of a package (.docx, .xlsx …): the other kind that it is, or ``damaged``; ``None`` when it is what it says."""
    if not has_parts(suffix):
        return None
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return "damaged"
    if suffix == ".zip":
        return None
    found = next((other for other, folder in _OFFICE.items() if any(name.startswith(folder) for name in names)), None)
    if found is None and "mimetype" in names:
        found = suffix if suffix in _OPEN else ".odt"
    return None if found == suffix else (found or "ZIP")


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    if any(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A letter that is cut at the end of what was read is no fault; older encodings have bytes UTF-8 has not.
        return error.start >= len(head) - 4 or all(byte != 0x7F for byte in head)
    return True
