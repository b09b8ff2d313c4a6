"""A YAML file as read: its data, and where every key and value stands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import Any, Literal

from msgspec import Struct

from parindex.files.parsers import Parser, PureParser
from parindex.files.pyyaml import ScalarEvent, StreamEndEvent, yaml
from parindex.values.findings import Finding, Place, Route
from parindex.values.steps import Datum

Data = Any
"""Dicts, lists and text; plain true, false and null (~, nothing) are ``True``, ``False`` and ``None``."""

Places = Any
"""A tree beside the data, made of the parser's marks; lines and ends are worked out late.

A scalar's place is the mark of its start. A list's is ``[start, item, item, …]``, a mapping's ``[start, key, value,
key, value, …]`` in the order of the dict. One plain list for each collection and nothing else: places cost next to
no time while reading.
"""

_NOTHING: Any = object()


class Document(Struct, frozen=True, dict=True):
    """The content of one YAML file."""

    name: str
    """The file as it was named, with forward slashes."""
    data: Data
    places: Callable[[], Places]
    """Gives the places: they are asked for only where something is said of the file."""
    text: str
    """The text as read, without a byte order mark."""
    parser: Parser = PureParser
    """The parser that read it."""
    content: bytes = b""
    """The bytes of the file."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"

    @cached_property
    def lines(self) -> list[str]:
        """The source lines, without their ends."""
        # The reader refused every other character that splitlines takes for a line end.
        return self.text.splitlines()

    def place(self, route: Route, part: Literal["key", "value"] = "value") -> Place:
        """Where the key or value at the end of ``route`` stands.

        A route that goes further than the file gives the last collection on it: a missing key is placed at the start
        of the mapping that lacks it.
        """
        data, places, key = self.data, self.places(), None
        last: str | int = ""
        for step in route:
            found = _step(data, places, step)
            if found is None:
                return self._place(places)
            data, places, key = found
            last = step
        return self._place(key, last) if part == "key" and key is not None else self._place(places, data)

    def span(self, route: Route) -> tuple[tuple[int, int], tuple[int, int]]:
        """Line and column, from 0, of the first character of a scalar and of the one after its last.

        Raises ``KeyError`` when no scalar stands at the end of ``route``.
        """
        data, places = self.data, self.places()
        for step in route:
            if (found := _step(data, places, step)) is None:
                raise KeyError(step)
            data, places, _ = found
        end = self._ends[places.line, places.column]
        return (places.line, places.column), (end.line, end.column)

    def has(self, route: Route) -> bool:
        """Whether the file has a value at the end of ``route``."""
        return self._found(route) is not _NOTHING

    def value(self, route: Route) -> Data | None:
        """The datum at the end of ``route``; ``None`` when the file has none."""
        found = self._found(route)
        return None if found is _NOTHING else found

    def _found(self, route: Route) -> Data:
        data = self.data
        for step in route:
            if not holds(data, step):
                return _NOTHING
            data = data[step]
        return data

    def finding(self, code: str, route: Route = (), /, **data: Datum) -> Finding:
        """A finding about a value of this file; ``data`` are the words that its message names."""
        return Finding(code, self.name, route, "value", data, self.place(route))

    def key_finding(self, code: str, route: Route, /, **data: Datum) -> Finding:
        """A finding about a key of this file."""
        return Finding(code, self.name, route, "key", data, self.place(route, "key"))

    @property
    def sources(self) -> tuple[Document, ...]:
        """The files that the content comes from: this one; a criteria set that extends another has more."""
        return (self,)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 digest of the file, in lower-case hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def _ends(self) -> dict[tuple[int, int], Any]:
        """Where each scalar ends, by its start: the text is parsed again, for only files with findings need it."""
        get = self.parser(self.text).get_event
        ends: dict[tuple[int, int], Any] = {}
        event: Any
        # The text of a heading is cut off somewhere: what stands before is good.
        with suppress(yaml.YAMLError):
            while (event := get()).__class__ is not StreamEndEvent:
                if event.__class__ is ScalarEvent:
                    start: Any = event.start_mark
                    ends[start.line, start.column] = event.end_mark
        return ends

    def _place(self, places: Places, scalar: object = None) -> Place:
        """The place of a collection, or of a scalar, whose text may be known."""
        if type(places) is list:
            return mark_place(places[0], None, self.lines)
        line, column = places.line, places.column
        text = self.lines[line] if line < len(self.lines) else ""
        if (
            isinstance(scalar, str)
            and scalar
            and text[column : column + 1] not in "'\"|>"
            and text.startswith(scalar, column)
        ):
            return Place(line + 1, column + 1, column + len(scalar) + 1, text)  # plain, on one line
        return mark_place(places, self._ends.get((line, column)), self.lines)


def mark_place(start: Any, end: Any, lines: list[str]) -> Place:
    """The place between two of the parser's marks; the end counts only where it is on the same line."""
    text = lines[start.line] if start.line < len(lines) else ""
    same_line = end is not None and end.line == start.line and end.column > start.column
    return Place(start.line + 1, start.column + 1, end.column + 1 if same_line else None, text)


def holds(data: Data, step: str | int) -> bool:
    """Whether a mapping has a key, or a list an item of a number."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def _step(data: Data, places: Places, step: str | int) -> tuple[Data, Places, Places | None] | None:
    if not holds(data, step):
        return None
    if isinstance(step, int):
        return data[step], places[step + 1], None
    at = 1 + 2 * list(data).index(step)
    return data[step], places[at + 1], places[at]
