"""From where to where in a text the entries of a composed YAML node reach."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from parindex.files.pyyaml import yaml


class Span(Struct, frozen=True, eq=False):
    """A pair of a mapping or an item of a list."""

    step: str | int
    key: Any
    """The node of the key; ``None`` for an item."""
    value: Any
    start: int
    """Of the key, or of the dash of a block list's item, or of the item between brackets."""
    end: int
    """After the last character of the value; of a block scalar the start of the next line."""
    column: int
    """Of the start."""


class Spans:
    """Positions in one text; all are indices of characters."""

    def __init__(self, text: str) -> None:
        self.text = text

    def entries(self, node: Any) -> list[Span]:
        """The pairs or items of a collection, in order."""
        if isinstance(node, yaml.MappingNode):
            return [
                Span(
                    key.value,
                    key,
                    value,
                    key.start_mark.index,
                    self.end(value),
                    key.start_mark.column,
                )
                for key, value in node.value
            ]
        column = node.start_mark.column
        return [
            Span(
                number,
                None,
                item,
                item.start_mark.index if node.flow_style else self._dash(item, column),
                self.end(item),
                column,
            )
            for number, item in enumerate(node.value)
        ]

    def end(self, node: Any) -> int:
        """After the last character of a node, comments and blank lines behind it left out."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)

    def is_empty(self, node: Any) -> bool:
        """Whether nothing is written for the node."""
        return isinstance(node, yaml.ScalarNode) and not node.style and node.start_mark.index == node.end_mark.index

    def line_start(self, at: int) -> int:
        """The start of the line of a position."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """The end of the line of a position, before its line end."""
        found = [place for sign in "\r\n" if (place := self.text.find(sign, at)) >= 0]
        return min(found, default=len(self.text))

    def next_line(self, at: int) -> int:
        """The start of the line after that of a position, or the end of the text."""
        end = self.line_end(at)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if end < len(self.text) else 0)

    def is_line_start(self, at: int) -> bool:
        """Whether a line begins at the position."""
        return at == 0 or self.text[at - 1] in "\r\n"

    def starts_line(self, at: int) -> bool:
        """Whether only blanks stand before the position on its line."""
        return not self.text[self.line_start(at) : at].strip(" \t")

    def colon_before(self, at: int) -> int | None:
        """The position after the colon that ends the last line before with more than a comment or blanks on it."""
        line = self.line_start(at)
        while line > 0:
            line = self.line_start(line - 1 - self.text.startswith("\r\n", line - 2))
            text = self.text[line : self.line_end(line)]
            if text.strip() and not text.lstrip().startswith("#"):
                code = text[: text.index(" #")] if " #" in text else text
                code = code.rstrip()
                return line + len(code) if code.endswith(":") else None
        return None

    def _dash(self, item: Any, column: int) -> int:
        """The dash of an item of a block list, which stands in the column of the list."""
        at = item.start_mark.index
        while True:
            line = self.line_start(at)
            place = line + column
            if place < item.start_mark.index and self.text.startswith("-", place):
                return place
            if place == item.start_mark.index and self.text.startswith("-", place):  # pragma: no cover - a safety net
                return place
            if line == 0:  # pragma: no cover - every item has its dash
                raise ValueError("no dash")
            at = line - 1
