"""YAML into plain data with places, by walking the parser's events.

Scalars stay text: pydantic types them by field, so 00123 keeps its zeros, ``no`` stays a word and 21.00 keeps its
digits. What makes a file say something else than what an officer reads in it (anchors, tags, merge keys, duplicate
keys, several documents) is refused.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from parindex.files.document import Document, Places, mark_place
from parindex.files.parsers import Parser, PureParser, parser_for
from parindex.files.pyyaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    yaml,
)
from parindex.files.source import FORBIDDEN, decode, file_name, place_in_text, read_bytes
from parindex.files.unusable import Unusable
from parindex.values.findings import Finding, Place
from parindex.values.steps import Datum

MAX_DEPTH = 40
"""Collections inside collections; the deepest shipped file has fewer than 15."""

WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
"""The plain scalars that are not text."""

_DIRECTIVE = re.compile(r"(?:[ ]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*(?=%)")


def read(source: Path | bytes, name: str | None = None) -> Document:
    """Read a YAML file, or the bytes of one; ``name`` is the file as findings should name it.

    Raises ``Unusable`` with one finding (E101 to E130) when it cannot be read or holds what is refused.
    """
    if isinstance(source, Path):
        name = file_name(source) if name is None else name
        source = read_bytes(source, name)
    return replace(read_text(decode(source, name or "-"), name or "-"), content=source)


def read_text(text: str, name: str) -> Document:
    """Read YAML text that ``decode`` has let through."""
    if (directive := _DIRECTIVE.match(text)) is not None:
        raise Unusable([Finding("E119", name, place=place_in_text(text, directive.end()))])
    parser = parser_for(text)
    try:
        return _parse(text, name, parser)
    except (Unusable, _Unsure):
        if parser is PureParser:
            raise
    # libyaml refuses a little that the pure parser reads, and places some errors elsewhere. A file that libyaml does
    # not like is read again, so that it means the same, and is wrong at the same place, on every machine.
    return _parse(text, name, PureParser)


def _parse(text: str, name: str, parser: Parser) -> Document:
    walk = _Walk(text, name, parser(text), unsure="?" in text and parser is not PureParser)
    try:
        data, places = walk.document()
    except yaml.MarkedYAMLError as error:
        raise Unusable([_syntax(error, text, name)]) from None
    except ValueError:
        # The pure parser lets chr() fail on an escape over \U0010FFFF, without a mark.
        raise Unusable([Finding("E127", name, place=walk.escape_place())]) from None
    return Document(name, data, lambda: places, text, parser)


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> Finding:
    from parindex.files.yaml_errors import syntax_finding  # most files have none

    return syntax_finding(error, text, name)


class _Unsure(Exception):
    """libyaml took a question mark inside brackets for text; the pure parser may not."""


class _Walk:
    """One pass over the events of one document."""

    def __init__(self, text: str, name: str, parser: Any, *, unsure: bool) -> None:
        self.text, self.name = text, name
        self.parser = parser
        self.next = parser.get_event
        self.unsure = unsure
        # A file without these signs has no anchors, aliases, tags, escapes and merge keys: the question is asked once.
        self.careful = unsure or any(sign in text for sign in "&*!\\<")

    def document(self) -> tuple[Any, Places]:
        """The data and places of the only document."""
        self.next()
        start = self.next()
        if start.__class__ is StreamEndEvent:
            self._refuse_empty()
        first = self.next()
        if first.__class__ is ScalarEvent:
            if not first.style and first.value == "":
                self._refuse_empty()
            self._check(first, flow=False)
            data = first.value if first.style else WORDS.get(first.value, first.value)
            places: Places = first.start_mark
        else:
            data, places = self._collection(first, 1)
        self._end(explicit=self.next().explicit)
        return data, places

    def escape_place(self) -> Place:
        """The escape that the pure parser stands at."""
        return place_in_text(self.text, max(0, self.text.rfind("\\", 0, self.parser.get_mark().index)))

    def _end(self, explicit: bool) -> None:
        """Refuse whatever follows the document; ``explicit`` says that it was closed by ``...``."""
        try:
            after = self.next()
        except yaml.MarkedYAMLError as error:
            finding = _syntax(error, self.text, self.name)
            raise Unusable([replace(finding, code="E117", data={}) if explicit else finding]) from None
        if after.__class__ is not StreamEndEvent:
            self._refuse("E117", after)

    def _collection(self, start: Any, depth: int) -> tuple[Any, Places]:
        if self.careful:
            self._beware(start)
        if depth > MAX_DEPTH:
            self._refuse("E118", start, depth=MAX_DEPTH)
        if start.__class__ is MappingStartEvent:
            return self._mapping(start, depth)
        return self._sequence(start, depth)

    def _mapping(self, start: Any, depth: int) -> tuple[dict[str, Any], Places]:
        # The hot loop of the program: it asks nothing of an event that the text as a whole has answered.
        data: dict[str, Any] = {}
        places: Places = [start.start_mark]
        add = places.append
        get, careful, words = self.next, self.careful, WORDS
        while True:
            event = get()
            if type(event) is not ScalarEvent:
                if type(event) is MappingEndEvent:
                    return data, places
                self._refuse_key(event)
            key = event.value
            if careful:
                self._check(event, start.flow_style)
                if key == "<<" and not event.style:
                    self._refuse("E116", event)
            if key in data:
                first = places[1 + 2 * list(data).index(key)]
                self._refuse("E112", event, key=key, line=first.line + 1)
            add(event.start_mark)
            event = get()
            if type(event) is ScalarEvent:
                add(event.start_mark)
                if careful:
                    self._check(event, start.flow_style)
                value = event.value
                data[key] = value if event.style else words.get(value, value)
            else:
                data[key], inner = self._collection(event, depth + 1)
                add(inner)

    def _sequence(self, start: Any, depth: int) -> tuple[list[Any], Places]:
        data: list[Any] = []
        places: Places = [start.start_mark]
        get, careful, words = self.next, self.careful, WORDS
        while True:
            event = get()
            if type(event) is ScalarEvent:
                places.append(event.start_mark)
                if careful:
                    self._check(event, start.flow_style)
                value = event.value
                data.append(value if event.style else words.get(value, value))
            elif type(event) is SequenceEndEvent:
                return data, places
            else:
                item, inner = self._collection(event, depth + 1)
                data.append(item)
                places.append(inner)

    def _check(self, event: Any, flow: bool) -> None:
        """Refuse what a scalar may not be, in a text that has signs of it."""
        if event.anchor is not None or event.tag is not None:
            self._beware(event)
        if event.style == '"':
            # A character that a file may not hold, written as an escape: Word could not hold it either.
            if found := FORBIDDEN.search(event.value):
                self._refuse("E107", event, character=f"U+{ord(found[0]):04X}")
        elif flow and self.unsure and not event.style and "?" in event.value:
            raise _Unsure

    def _beware(self, event: Any) -> None:
        """Refuse anchors, aliases and tags."""
        if event.__class__ is AliasEvent:
            self._refuse("E114", event, name=str(event.anchor))
        if event.anchor is not None:
            self._refuse("E113", event, name=str(event.anchor))
        if event.tag is not None:
            self._refuse("E115", event, tag=event.tag)

    def _refuse_empty(self) -> NoReturn:
        raise Unusable([Finding("E108", self.name, place=Place(1, 1))])

    def _refuse_key(self, event: Any) -> NoReturn:
        if event.__class__ in (AliasEvent, MappingStartEvent, SequenceStartEvent):
            self._beware(event)
        self._refuse("E120", event)

    def _refuse(self, code: str, event: Any, **data: Datum) -> NoReturn:
        mark = event.start_mark
        end = event.end_mark if event.__class__ in (ScalarEvent, AliasEvent) else None
        place = mark_place(mark, end, self.text.splitlines())
        raise Unusable([Finding(code, self.name, data=data, place=place)])
