"""What comes with the program is parsed once and kept, as Python keeps its own modules.

Parsing takes longer than all that is then done with a set or plan, and these files change only with the program. So
their data are kept in ``__pycache__`` beside them by Python's own means, which see to folders that may not be written,
to processes that write at once, and to ``PYTHONDONTWRITEBYTECODE``. What is kept holds the digest of the bytes that it
was parsed from: of other bytes it is never used.
"""

from __future__ import annotations

import hashlib
from functools import cache, partial
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

from msgspec import json

from parindex.files.document import Document, Places
from parindex.files.parsers import C_PARSER, PureParser
from parindex.files.source import file_name, read_bytes
from parindex.files.yaml_reader import read, read_text

READER = "1"
"""Rises when the reader gives other data of the same text."""


class _Compiler(SourceFileLoader):
    """Makes of a YAML file what Python makes of a module; its only constant is what is kept."""

    def source_to_code(self, data: Any, path: Any, **_: Any) -> CodeType:  # type: ignore[override]
        document = read(data, file_name(Path(path)))
        kept = (_version(data), document.parser is PureParser, json.encode(document.data))
        return compile(repr(kept), path, "eval", dont_inherit=True)


def read_shipped(path: Path, name: str) -> Document:
    """A file of the shipped data, as ``read`` reads it; raises ``Unusable`` as that does."""
    content = read_bytes(path, name)
    try:
        code: Any = _Compiler(path.stem, str(path)).get_code(path.stem)
        version, pure, data = code.co_consts[0]
    except Exception:
        # What was kept is broken, or the file itself: reading it tells.
        version = ""
    if version != _version(content):
        return read(content, name)
    text = content.decode("utf-8-sig")
    parser = PureParser if pure else C_PARSER or PureParser
    return Document(name, json.decode(data), cache(partial(_places, text, name)), text, parser, content)


def _version(content: bytes) -> str:
    return f"{READER} {hashlib.sha256(content).hexdigest()}"


def _places(text: str, name: str) -> Places:
    return read_text(text, name).places()
