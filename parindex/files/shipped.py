"""What comes with the program is parsed once.

Parsing takes longer than all that is then done with a set or plan, and these files change only with the program. What
is kept is of the very bytes of the file: of others it is never used.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from msgspec import json

from parindex.files.document import Document, Places
from parindex.files.kept import kept
from parindex.files.parsers import C_PARSER, PureParser
from parindex.files.source import read_bytes
from parindex.files.yaml_reader import read, read_text

READER = b"1"
"""Rises when the reader gives other data of the same text."""


def read_shipped(path: Path, name: str) -> Document:
    """A file of the shipped data, as ``read`` reads it; raises ``Unusable`` as that does."""
    content = read_bytes(path, name)

    def parsed() -> bytes:
        document = read(content, name)
        return json.encode((document.parser is PureParser, document.data))

    pure, data = json.decode(kept(path, READER + content, parsed))
    text = content.decode("utf-8-sig")
    parser = PureParser if pure else C_PARSER or PureParser
    return Document(name, data, cache(partial(_places, text, name)), text, parser, content)


def _places(text: str, name: str) -> Places:
    return read_text(text, name).places()
