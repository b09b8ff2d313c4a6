"""From the text of a formula to its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from parindex.rules.expression.errors import MAX_LENGTH, misspelt, strange, too_long

TokenKind = Literal["number", "name", "word", "sign", "end"]

WORDS = frozenset({"and", "or", "not", "if", "else", "true", "false"})
"""Words of the language; they cannot name a fact."""

_SAME = {"−": "-", "*": "×", "/": "÷", "≥": ">=", "≤": "<=", "≠": "!="}
"""Signs with two spellings: as typed on a keyboard and as printed."""

_PATTERN = re.compile(
    r"(?P<space>[ \t\n]+)"
    r"|(?P<number>[0-9][0-9.]*)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?)"
    r"|(?P<sign>>=|<=|==|!=|[-+*/×÷−≥≤≠<>(),])"
)
_NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_MAX_DIGITS = 30


class Token(Struct, frozen=True):
    """A word of the formula; ``start`` and ``end`` count characters from 0."""

    kind: TokenKind
    text: str
    start: int
    end: int

    @property
    def at(self) -> int:
        """The position for people, from 1."""
        return self.start + 1


def tokens(text: str) -> Iterator[Token]:
    """The words of a formula, with an ``end`` after the last; raises ``PydanticCustomError`` with the position."""
    if len(text) > MAX_LENGTH:
        raise too_long()
    place = 0
    while place < len(text):
        match = _PATTERN.match(text, place)
        if match is None:
            raise strange(place + 1, text[place])
        start, place = match.span()
        word = match.group()
        match match.lastgroup:
            case "number":
                if not _NUMBER.fullmatch(word) or len(word) > _MAX_DIGITS:
                    raise misspelt(start + 1, word)
                yield Token("number", word, start, place)
            case "name":
                yield Token("word" if word in WORDS else "name", word, start, place)
            case "sign":
                yield Token("sign", _SAME.get(word, word), start, place)
    yield Token("end", "", len(text), len(text))
