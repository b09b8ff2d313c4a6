"""Tables and headings of the terminal views, for 80 columns and more."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from parindex.locale.steps import Lang

Words = tuple[str, str]
"""In Vietnamese and English."""


class Column(Struct, frozen=True):
    """A column of a table: ``ratio`` shares the free width, else the column is as wide as ``width`` or its content."""

    head: Words
    ratio: int | None = None
    width: int | None = None
    right: bool = False
    wrap: bool = False
    """Long words are folded, never cut off."""


def side(words: Words, lang: Lang) -> str:
    """The words in the language asked for."""
    return words[0 if lang == "vi" else 1]


def table(columns: Sequence[Column], lang: Lang, *, header: bool = True) -> Table:
    """An empty table; cells are ``Text`` so that no mark-up hides in what a file says."""
    grid = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, header_style="bold", show_header=header)
    for column in columns:
        wrap = column.wrap or column.ratio is not None
        grid.add_column(
            side(column.head, lang),
            justify="right" if column.right else "left",
            ratio=column.ratio,
            width=column.width,
            no_wrap=not wrap,
            overflow="fold",
        )
    return grid


def row(grid: Table, *cells: str | Text, style: str = "") -> None:
    """Add a row of plain text."""
    grid.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in cells), style=style)


def titled(title: str, *parts: RenderableType) -> Group:
    """A heading, what stands under it, and a blank line."""
    return Group(Text(title, style="bold"), *parts, Text())


def labels(pairs: Sequence[tuple[str, str]]) -> Table:
    """Labels with what they name; those without are left out."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True, style="cyan")
    grid.add_column(ratio=1, overflow="fold")
    for label, value in pairs:
        if value:
            grid.add_row(Text(label), Text(value))
    return grid
