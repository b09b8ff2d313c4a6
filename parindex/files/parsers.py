"""The two parsers of PyYAML, and which of them reads a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from parindex.files.pyyaml import yaml

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

_BARE_TAG = re.compile(r"(?<![^\s,\[{])!(?!\S)")
_HEADER = re.compile(r"[|>][0-9+-]{0,2}\Z")


def parser_for(text: str) -> Parser:
    """libyaml's parser where there is one, except for texts that libyaml reads and the pure parser reads otherwise.

    Those may hold a tab (libyaml takes one after ``a:``), an escape such as ``\\ud83d``, the bare tag ``!`` or a
    comment that touches a header. The pure parser reads them everywhere, so that a file means the same on every
    machine. (The reader itself sees to question marks inside brackets: only it knows what is inside.)
    """
    if C_PARSER is None or "\t" in text or ("\\" in text and ("\\u" in text or "\\U" in text)):
        return PureParser
    if _any(text, "!", _is_bare_tag) or _any(text, "#", _touches_header):
        return PureParser
    return C_PARSER


def _any(text: str, sign: str, test: Callable[[str, int], bool]) -> bool:
    """Whether the test holds at any place of a sign; much faster than a pattern, for signs are few."""
    at = text.find(sign)
    while at >= 0:
        if test(text, at):
            return True
        at = text.find(sign, at + 1)
    return False


def _is_bare_tag(text: str, at: int) -> bool:
    return _BARE_TAG.match(text, at) is not None


def _touches_header(text: str, at: int) -> bool:
    """Whether a comment touches the header of a block of text: ``|#``; libyaml takes it, the pure parser does not."""
    return _HEADER.search(text[max(0, at - 3) : at]) is not None
