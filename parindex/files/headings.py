"""The first keys of a file, without reading the rest: what the file is, and its id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from parindex.files.document import Document
from parindex.files.parsers import C_PARSER, PureParser
from parindex.files.pyyaml import MappingStartEvent, ScalarEvent, yaml
from parindex.files.source import file_name

HEAD = 4096
"""Bytes that are read: ``kind``, ``format`` and ``id`` stand in the first lines."""


def heading(path: Path) -> Document | None:
    """The plain keys at the top of a mapping, up to the first list or block; ``None`` when there are none.

    The library lists a folder with it. Nothing is checked here: a broken file is passed over, and said to be broken
    when it is used.
    """
    try:
        if not path.is_file():  # whoever opens a pipe waits until somebody writes into it
            return None
        with path.open("rb") as file:
            text = file.read(HEAD).decode("utf-8-sig", errors="ignore")
    except OSError:
        return None
    parser = C_PARSER or PureParser
    data: dict[str, Any] = {}
    places: list[Any] = []
    try:
        get = parser(text).get_event
        get()
        get()
        start: Any = get()
        if not isinstance(start, MappingStartEvent):
            return None
        places.append(start.start_mark)
        while isinstance(key := get(), ScalarEvent) and isinstance(value := get(), ScalarEvent):
            if key.value not in data:
                data[key.value] = value.value
                places += [key.start_mark, value.start_mark]
    except (yaml.YAMLError, ValueError):
        # Cut in the middle of a value, or broken: the keys before that are good.
        pass
    return Document(file_name(path), data, lambda: places, text, parser) if data else None
