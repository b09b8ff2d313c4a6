"""Text in columns, for a screen of any width.

A score sheet is printed again after every correction, and rich needs longer to be imported and to lay out such a table
than all the scoring takes. So the lines are made here, and rich is asked only for colours, on a terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct


class Cell(NamedTuple):
    """A text and how it looks, in rich's words (``bold red``)."""

    text: str
    style: str = ""


Row = Sequence[Cell]


class Grid(Struct, frozen=True):
    """Rows of cells under each other."""

    rows: Sequence[Row]
    gap: int = 1
    """Blanks between columns."""
    indent: int = 0
    flexible: int = 1
    """The column that takes what the others leave, and whose texts are wrapped."""
    right: frozenset[int] = frozenset()
    """Columns that are set to the right."""
    fill: bool = True
    """Whether the flexible column takes all that is left, even where its texts are shorter."""

    def lines(self, width: int) -> Iterator[list[Cell]]:
        """The lines on a screen of so many columns, as pieces of text."""
        if not self.rows:
            return
        widths = [max(len_on_screen(cell.text) for cell in column) for column in zip(*self.rows, strict=True)]
        others = sum(widths) - widths[self.flexible] + self.gap * (len(widths) - 1) + self.indent
        room = max(width - others, 1)
        widths[self.flexible] = room if self.fill else min(widths[self.flexible], room)
        ahead = [" " * self.indent, *[" " * self.gap] * (len(widths) - 1)]
        blanks = [Cell(before + " " * most) for before, most in zip(ahead, widths, strict=True)]
        for row in self.rows:
            wrapped = [wrap(cell.text, most) for cell, most in zip(row, widths, strict=True)]
            for at in range(max(map(len, wrapped))):
                pieces = blanks.copy()
                for column, parts in enumerate(wrapped):
                    if at < len(parts) and (text := parts[at]):
                        pad = " " * (widths[column] - len_on_screen(text))
                        placed = pad + text if column in self.right else text + pad
                        pieces[column] = Cell(ahead[column] + placed, row[column].style)
                yield pieces


class Page(Struct, frozen=True):
    """What is printed: grids and single lines in order."""

    parts: Sequence[Grid | Cell]

    def lines(self, width: int) -> Iterator[list[Cell]]:
        """All lines on a screen of so many columns."""
        for part in self.parts:
            if isinstance(part, Grid):
                yield from part.lines(width)
            else:
                yield from ([Cell(text, part.style)] for text in wrap(part.text, width))


@lru_cache(maxsize=4096)
def len_on_screen(text: str) -> int:
    """How many columns a text takes: a tone that stands after its letter takes none, a wide sign two."""
    return len(text) if text.isascii() else sum(map(_width, text))


class _Widths(dict[str, int]):
    """The columns of a character, worked out when it is first met."""

    def __missing__(self, char: str) -> int:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
            self[char] = 0
        else:
            self[char] = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        return self[char]


_width = _Widths().__getitem__


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns, broken between words; a longer word is broken where it must be."""
    if len_on_screen(text) <= width and "\n" not in text:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, taken = "", 0
        for word in paragraph.split(" "):
            more = len_on_screen(word) + bool(line)
            if taken + more <= width:
                line, taken = f"{line} {word}" if line else word, taken + more
                continue
            if line:
                lines.append(line)
            *full, line = _broken(word, width)
            lines += full
            taken = len_on_screen(line)
        lines.append(line)
    return lines


def _broken(word: str, width: int) -> list[str]:
    """A word in pieces that fit."""
    pieces = [""]
    for char in word:
        if pieces[-1] and len_on_screen(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
