"""The bytes of a text file, and the text in them, with everything refused that would spoil lines and columns."""

from __future__ import annotations

import re
import stat
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from parindex.files.unusable import Unusable
from parindex.values.findings import Finding, Place
from parindex.values.steps import Datum

MAX_BYTES = 5 * 1024 * 1024
"""Files over 5 MB are refused: no plan, set or unit comes near, and a wrong file should fail at once."""

SEPARATORS = "\x85\u2028\u2029"
"""Characters that YAML takes for line ends and editors do not: line numbers would differ."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, separators, lone surrogates and a byte order mark that is not at the start."""

HARMLESS = bytes({*range(0x20, 0x100), *b"\t\n\r"} - {*b"\x7f\xc2\xe2\xef"})
"""The bytes with which no forbidden character of a text in UTF-8 begins."""


def file_name(path: Path) -> str:
    """The path as findings name it: as it was given, with forward slashes."""
    return path.as_posix()


def read_bytes(path: Path, name: str | None = None) -> bytes:
    """The content of a regular file of at most 5 MB; raises ``Unusable`` (E101 to E104)."""
    name = file_name(path) if name is None else name
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            _refuse("E102", name)
        if not stat.S_ISREG(status.st_mode):
            _refuse("E103", name, reason="not a regular file")
        if status.st_size > MAX_BYTES:
            _refuse_size(name, status.st_size)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        _refuse("E101", name)
    except (OSError, ValueError) as error:
        # ValueError: a NUL character in the path.
        _refuse("E103", name, reason=getattr(error, "strerror", None) or str(error))


def refuse_irregular(path: Path, name: str) -> None:
    """Raises ``Unusable`` (E103) for a pipe or device: whoever opens one may wait for ever."""
    if path.exists() and not path.is_dir() and not path.is_file():
        _refuse("E103", name, reason="not a regular file")


def decode(content: bytes, name: str) -> str:
    """The text of a UTF-8 file without its byte order mark; raises ``Unusable`` (E104 to E109)."""
    if len(content) > MAX_BYTES:
        _refuse_size(name, len(content))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse("E106", name, Place(1, 1), byte=f"0x{content[0]:02X}", offset=1)
    if (nul := content.find(b"\0")) >= 0:
        _refuse("E105", name, place_in_bytes(content, nul), offset=nul + 1)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The position is counted after a byte order mark, which the decoder takes away first.
        at = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
        _refuse("E106", name, place_in_bytes(content, at), byte=f"0x{content[at]:02X}", offset=at + 1)
    # Nearly every file is clean, and most can be seen to be so by their bytes.
    if content.translate(None, HARMLESS) and (found := FORBIDDEN.search(text)):
        code = "E109" if found[0] in SEPARATORS else "E107"
        _refuse(code, name, place_in_text(text, found.start()), character=f"U+{ord(found[0]):04X}")
    if not text.strip():
        _refuse("E108", name, Place(1, 1))
    return text


def place_in_text(text: str, index: int) -> Place:
    """The place of a character, with the part of its line that can be shown."""
    before = re.split(r"\r\n|\r|\n", text[:index])
    rest = re.match(r"[^\r\n]*", text[index:])
    line = before[-1] + (rest[0] if rest else "")
    return Place(len(before), len(before[-1]) + 1, text=FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", line))


def place_in_bytes(content: bytes, offset: int) -> Place:
    """The place of a byte; what comes before it on the line is counted in characters."""
    text = content[:offset].decode("utf-8-sig", errors="replace")
    tail = re.split(rb"[\r\n]", content[offset:], maxsplit=1)[0].decode("utf-8", errors="replace")
    return place_in_text(text + tail, len(text))


def _refuse(code: str, name: str, place: Place | None = None, **data: Datum) -> NoReturn:
    raise Unusable([Finding(code, name, data=data, place=place)])


def _refuse_size(name: str, size: int) -> NoReturn:
    # Rounded up, so that a file one byte over is not said to have just what is allowed.
    tenths = -(-size * 10 // (1024 * 1024))
    _refuse("E104", name, size=Decimal(tenths) / 10)
