"""The two parsers of PyYAML, and which of them reads a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent, StreamEndEvent

Parser = Callable[[str], Any]
"""Makes a parser with ``get_event``; PyYAML's own types are not exact enough to say more."""


class PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser written in Python."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


C_PARSER: Parser | None = getattr(yaml.cyaml, "CParser", None) if yaml.__with_libyaml__ else None
"""libyaml's parser, where PyYAML was built with it."""

_LOOSE = re.compile(r"(?:^|[\s,\[{])!(?=\s|$)|[|>][0-9+-]*#", re.MULTILINE)
"""A bare tag, or a comment that touches the header of a block of text."""


def parser_for(text: str) -> Parser:
    """libyaml's parser where there is one, except for texts that libyaml reads and the pure parser reads otherwise.

    Those may hold a tab (libyaml takes one after ``a:``), an escape such as ``\\ud83d``, the bare tag ``!``, or a
    question mark inside brackets. The pure parser reads them everywhere, so that a file means the same on every
    machine.
    """
    if C_PARSER is None or "\t" in text or "\\u" in text or "\\U" in text:
        return PureParser
    if ("!" in text or "#" in text) and _LOOSE.search(text):
        return PureParser
    if "?" in text and _asks_in_brackets(C_PARSER(text)):
        return PureParser
    return C_PARSER


def _asks_in_brackets(parser: Any) -> bool:
    """Whether a scalar without quotation marks, inside brackets or braces, holds a question mark."""
    flow: list[bool] = []
    try:
        while (event := parser.get_event()).__class__ is not StreamEndEvent:
            if isinstance(event, CollectionStartEvent):
                flow.append(bool(event.flow_style))
            elif isinstance(event, CollectionEndEvent):
                flow.pop()
            elif isinstance(event, ScalarEvent) and not event.style and flow and flow[-1] and "?" in event.value:
                return True
    except yaml.YAMLError:
        return True
    return False
