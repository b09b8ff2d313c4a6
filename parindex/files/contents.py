"""The content of evidence files, each read once: digest, kind, and what text can be had cheaply."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from parindex.files.signatures import HEAD, fits, kind_of_content, package_fault

WORKERS = 8
"""Threads that read and hash; hashing leaves the interpreter free."""

WHOLE = 20 * 1024 * 1024
"""Packages and texts up to 20 MB are looked into; of larger ones only the beginning counts."""

TEXT = 2 * 1024 * 1024
"""Characters of a document that are kept."""

_BLOCK = 1 << 20
_PARTS = re.compile(
    r"word/(document|header\d*|footer\d*)\.xml|xl/sharedStrings\.xml|ppt/slides/slide\d+\.xml|content\.xml"
)
_BREAKS = re.compile(r"</w:p>|</a:p>|</si>|</text:p>|<w:br/>|<w:tab/>|</tr>|</p>|</div>|<br ?/?>|</td>", re.I)
_TAGS = re.compile(r"<[^>]*>")
_PACKAGES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip")
_MARKED_UP = (".html", ".htm", ".xml")
_TEXTS = (".txt", ".csv", ".tsv", ".json", ".md", ".eml", *_MARKED_UP)


@dataclass(frozen=True, slots=True)
class Content:
    """What one pass over a file tells."""

    sha256: str
    size: int
    kind: str
    """By the first bytes: ``PDF``, ``ZIP``, ``text`` …"""
    wrong: str | None
    """What the file is in place of what its extension says; ``damaged`` for a package that does not open."""
    text: str
    """The text of packages and plain texts, a line for each paragraph; empty for PDFs and pictures."""


class Contents:
    """Reads files in threads and remembers what it found; a file that cannot be read is asked for again."""

    def __init__(self) -> None:
        self._read: dict[Path, Content] = {}

    def prepare(self, paths: Iterable[Path]) -> None:
        """Read files at the same time."""
        todo = [path for path in dict.fromkeys(paths) if path not in self._read]
        if len(todo) < 2:
            return
        with ThreadPoolExecutor(min(WORKERS, len(todo))) as pool:
            for path, content in zip(todo, pool.map(_attempt, todo), strict=True):
                if content is not None:
                    self._read[path] = content

    def of(self, path: Path) -> Content:
        """What a file holds; raises ``OSError``."""
        if path not in self._read:
            self._read[path] = read_content(path)
        return self._read[path]

    def digest(self, path: Path) -> str:
        """Its SHA-256 digest in lower-case hexadecimal; raises ``OSError``."""
        return self.of(path).sha256


def read_content(path: Path) -> Content:
    """Read a file from beginning to end; raises ``OSError``."""
    suffix = path.suffix.lower()
    look_inside = suffix in _PACKAGES or suffix in _TEXTS
    digest, size, head = hashlib.sha256(), 0, b""
    kept: list[bytes] = []
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            head = head or block[:HEAD]
            size += len(block)
            if look_inside and size <= WHOLE:
                kept.append(block)
    whole = b"".join(kept) if look_inside and size <= WHOLE else None
    kind = kind_of_content(head)
    wrong = None if fits(suffix, kind) else kind
    if wrong is None and whole is not None:
        wrong = package_fault(suffix, whole)
    text = _text(suffix, whole) if whole is not None and wrong is None else ""
    return Content(digest.hexdigest(), size, kind, wrong, text)


def _attempt(path: Path) -> Content | None:
    try:
        return read_content(path)
    except OSError:
        return None


def _text(suffix: str, content: bytes) -> str:
    if suffix in _TEXTS:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")
        return (_plain(text) if suffix in _MARKED_UP else text)[:TEXT]
    if suffix == ".zip":
        return ""
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = [each for each in package.infolist() if _PARTS.fullmatch(each.filename) and each.file_size <= WHOLE]
            return "\n".join(_plain(package.read(part).decode("utf-8", errors="replace")) for part in parts)[:TEXT]
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, ZlibError, EOFError):
        # The directory is good and a part is not, or it is locked by a password: there is no text to look at.
        return ""


def _plain(marked_up: str) -> str:
    return unescape(_TAGS.sub("", _BREAKS.sub("\n", marked_up)))
