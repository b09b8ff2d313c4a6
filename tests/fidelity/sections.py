"""A source document as sections of sentences and table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from .folding import Fault, fold, mend
from .segment import Block, segment

_CAPITAL = "[" + "".join(letter for letter in map(chr, range(0x41, 0x1EFF)) if letter.isupper()) + "]"
_BULLET = re.compile(rf"^\s*[-–+]\s+(?={_CAPITAL})", re.MULTILINE)
_SENTENCE = re.compile(rf"(?<=[.!?…])\s+(?=[-–+“\"(]?\s*(?:{_CAPITAL}|\d))")
_PERCENT = re.compile(r"(\d+(?:,\d+)?)\s?%")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a table row, with its place in the section's text."""

    section: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def percents(self) -> list[Decimal]:
        """Every figure followed by %, in order."""
        return [Decimal(figure.replace(",", ".")) for figure in _PERCENT.findall(self.text)]


@dataclass(slots=True)
class Section:
    """The own words of a section, folded."""

    name: str
    text: str = ""
    units: list[Unit] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """Append one folded sentence or row."""
        start = len(self.text) + 1 if self.text else 0
        self.text = f"{self.text} {sentence}".strip()
        self.units.append(Unit(self.name, sentence, start))

    def units_of(self, phrase: str) -> list[Unit]:
        """The sentences or rows that the first occurrence of the phrase touches."""
        start = self.text.find(phrase)
        end = start + len(phrase)
        return [unit for unit in self.units if start >= 0 and unit.start < end and start < unit.end]


def sections_of(source: str, faults: list[Fault], document: str) -> dict[str, Section]:
    """The sections of a document by name, in reading order."""
    found: dict[str, Section] = {}
    for block in segment(mend(source, faults, document)):
        section = found.setdefault(block.section, Section(block.section))
        for text in _row_or_sentences(block):
            section.add(text)
    return found


def _row_or_sentences(block: Block) -> list[str]:
    if block.kind == "row" or _is_plain_row(block.section):
        return [text] if (text := fold(block.text)) else []
    paragraphs = _BULLET.sub("\0", block.text).split("\0")
    return [text for part in paragraphs for text in map(str.strip, _SENTENCE.split(fold(part))) if text]


def _is_plain_row(section: str) -> bool:
    """A numbered row of an annex whose table came out as plain lines (``PL.07.2``)."""
    return section.startswith("PL.") and section.count(".") >= 2
