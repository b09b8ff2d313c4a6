"""The content of evidence files, each read once: digest, kind, and what is seen in its text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from msgspec import Struct

from parindex.files.signatures import HEAD, fits, has_parts, kind_of_content, package_fault
from parindex.files.texts import WHOLE, Locked, has_text, text_of

WORKERS = 8
"""Threads that read and hash; hashing leaves the interpreter free."""

_BLOCK = 1 << 20
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The name of the stream that holds a Word or Excel file with a password."""
Seen = TypeVar("Seen")


class Content(Struct, Generic[Seen], frozen=True):
    """What one pass over a file tells."""

    sha256: str
    size: int
    kind: str
    """By the first bytes: ``PDF``, ``ZIP``, ``text`` …"""
    wrong: str | None
    """What the file is in place of what its extension says; ``damaged`` for a package that does not open, ``locked``
    for what opens with a password only."""
    seen: Seen
    """What was seen in its text; texts themselves are not kept."""


class Contents(Generic[Seen]):
    """Reads files in threads, each once however many documents and units name it, and remembers what it found.

    ``look`` is given the text of a file, empty where there is none (scans, pictures, files over 20 MB).
    """

    def __init__(self, look: Callable[[str], Seen]) -> None:
        self._look = look
        self._read: dict[Path, Future[Content[Seen]]] = {}
        self._pool = ThreadPoolExecutor(WORKERS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def prepare(self, paths: Iterable[Path]) -> None:
        """Begin to read files; whoever asks for one later waits no longer than needed."""
        for path in paths:
            if path not in self._read:
                self._read[path] = self._pool.submit(read_content, path, self._look)

    def of(self, path: Path) -> Content[Seen]:
        """What a file holds; raises ``OSError``."""
        self.prepare([path])
        return self._read[path].result()

    def digest(self, path: Path) -> str:
        """Its SHA-256 digest in lower-case hexadecimal; raises ``OSError``."""
        return self.of(path).sha256


def read_content(path: Path, look: Callable[[str], Seen]) -> Content[Seen]:
    """Read a file from beginning to end; raises ``OSError``."""
    suffix = path.suffix.lower()
    look_inside = has_text(suffix) or has_parts(suffix)
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
    elif whole is not None and _LOCKED in whole and has_parts(suffix):
        wrong = "locked"
    try:
        text = text_of(suffix, whole) if whole is not None and wrong is None else ""
    except Locked:
        wrong, text = "locked", ""
    return Content(digest.hexdigest(), size, kind, wrong, look(text))
