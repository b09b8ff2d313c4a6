"""Splits a source document into its sections by the numbering that is printed.

Sections are named as in the plan files: ``II.3.1``, ``II.2.a``, ``PL.07.2``, ``QD.2.2``, ``KH.II.5``; what stands
before the first number is ``mở-đầu``, what stands after the last one (closing words, recipients, signature) ``cuối``.
A section holds its own words only, not those of its sub-sections. What returns to a heading after its points (a
remark in brackets on a line of its own) belongs to the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from .folding import fold

Kind = Literal["text", "row"]

OPENING, CLOSING = "mở-đầu", "cuối"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

_ANNEX = re.compile(r"Phụ lục (?:số )?(\w+)\s*:|PHỤ LỤC$")
_ARTICLE = re.compile(r"Điều (\d+)\.")
_ROMAN = re.compile(r"([IVX]+)\.\s+\S")
_ONE = re.compile(r"(\d{1,2})\.\s+\S")
_MORE = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s+\S")
_POINT = re.compile(r"(?:- )?([a-zđ])\)\s+\S")
_ALONE = re.compile(r"\d{1,2}$")
_HEADER = re.compile(r"stt\t", re.IGNORECASE)
_CELL = re.compile(r"([IVX]+|\d{1,2})\.?(?:\s|$)")
_CLOSING = re.compile(r"Trên đây là Kế hoạch|Nơi nhận:")
_ENDED = re.compile(r"[.;:…)/]\**$")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one section; a row of a table is a block of its own."""

    section: str
    text: str
    kind: Kind


@dataclass(slots=True)
class _Position:
    """Where the reader stands in the printed numbering."""

    prefix: str = ""
    """``QD.2``, ``KH``, ``PL.07``, or nothing in the body."""
    roman: int = 0
    number: list[int] = field(default_factory=list)
    """Arabic numbers under the roman one: ``[3, 1]`` for 3.1."""
    point: str = ""
    group: str = ""
    row: str = ""
    table: bool = False
    closed: bool = False

    def enter(self, prefix: str) -> None:
        """Begin an annex, an article or an attached plan."""
        self.prefix, self.roman, self.number, self.point = prefix, 0, [], ""
        self.group = self.row = ""
        self.table = self.closed = False

    @property
    def in_annex(self) -> bool:
        return self.prefix.startswith(("PL", "KH"))

    @property
    def section(self) -> str:
        if self.closed:
            return CLOSING
        roman = _ROMANS[self.roman - 1] if self.roman else ""
        number = ".".join(map(str, self.number))
        parts = (self.prefix, roman, number, self.point, self.group, self.row)
        return ".".join(part for part in parts if part) or OPENING


def segment(source: str) -> Iterator[Block]:
    """The blocks of a document in reading order."""
    position, lines, before = _Position(), list[str](), ""
    section = position.section
    for line in source.splitlines():
        clean = fold(line)
        if _HEADER.match(line):
            position.table = True
            continue
        row = position.table and "\t" in line
        if row:
            _row(position, fold(line.split("\t")[0]))
        elif clean:
            _move(position, clean, before)
        if row or position.section != section:
            if lines:
                yield Block(section, "\n".join(lines), "text")
            lines, section = [], position.section
        if row:
            yield Block(section, line, "row")
        else:
            lines.append(line)
        before = clean or before
    if lines:
        yield Block(section, "\n".join(lines), "text")


def _row(position: _Position, first: str) -> None:
    """A row of a table: its first cell names a group (roman), a row (arabic) or, when blank, continues the row."""
    match = _CELL.match(first)
    if not match:
        return
    if match[1].isdigit():
        position.row = match[1]
    else:
        position.group, position.row = match[1], ""


def _move(position: _Position, clean: str, before: str) -> None:
    """Follow a heading, a number or a point; any other line stays where it is."""
    if annex := _ANNEX.match(clean):
        position.enter(f"PL.{annex[1]}" if annex[1] else "PL")
    elif article := _ARTICLE.match(clean):
        position.enter(f"QD.{article[1]}")
    elif clean == "KẾ HOẠCH" and position.prefix.startswith("QD"):
        position.enter("KH")
    elif position.in_annex:
        _move_in_annex(position, clean)
    elif _CLOSING.match(clean):
        position.closed = True
    elif not position.closed:
        _move_in_body(position, clean, before)


def _move_in_annex(position: _Position, clean: str) -> None:
    if clean == "Ghi chú:":
        # The remarks under a table are numbered anew; they belong to the annex, not to its rows.
        position.group = position.row = ""
        position.table = False
    elif not position.table and _ALONE.match(clean) and int(clean) == int(position.row or 0) + 1:
        position.row = clean


def _move_in_body(position: _Position, clean: str, before: str) -> None:
    """Numbers are followed in sequence only: a wrapped line may begin with a number that is no heading."""
    number = position.number
    inside = bool(position.roman or position.prefix)
    if match := _ROMAN.match(clean):
        following = _ROMANS[position.roman : position.roman + 1]
        if (match[1],) == following:
            position.roman, position.number, position.point = position.roman + 1, [], ""
    elif inside and (match := _MORE.match(clean)):
        path = [int(part) for part in match[1].split(".")]
        depth = len(path)
        sibling = number[depth - 1] if len(number) >= depth else 0
        if path[:-1] == number[: depth - 1] and path[-1] == sibling + 1:
            position.number, position.point = path, ""
    elif inside and (match := _ONE.match(clean)):
        if int(match[1]) == (number[0] if number else 0) + 1:
            position.number, position.point = [int(match[1])], ""
    elif inside and (match := _POINT.match(clean)):
        position.point = match[1]
    elif position.point and clean.startswith("(") and _ENDED.search(before):
        position.point = ""
