"""What an officer wrote in a report: the unit's own words in their content controls, and everything around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from parindex.reports.word.marks import PREFIX, ROUTE, mark_of
from parindex.reports.word.names import W
from parindex.reports.word.package import unpack
from parindex.reports.word.printed import remembered
from parindex.reports.word.tags import parse

_P, _T, _TR, _TC, _SDT, _BR, _TAB = (f"{{{W}}}{name}" for name in ("p", "t", "tr", "tc", "sdt", "br", "tab"))
_START, _END = f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd"
_VAL, _ID, _NAME = f"{{{W}}}val", f"{{{W}}}id", f"{{{W}}}name"
_GONE = (f"{{{W}}}del", f"{{{W}}}moveFrom")
"""What changes tracked in Word have taken away."""
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_DIGITS = re.compile(r"\d")


class Words(Struct):
    """Words of the unit in a report."""

    texts: list[str]
    """Paragraph by paragraph."""
    tail: str = ""
    """What follows them in their last paragraph."""
    next: int = 0
    """The place in the report's lines of the one after them."""


class Collected(Struct, frozen=True):
    """A report taken apart."""

    key: str
    """Kind, period, unit and year, as the report's properties give them; empty where they were lost."""
    draft: bool
    own: dict[str, Words]
    """The unit's own words, by their route; by the name of their bookmark where a program dropped the control's tag."""
    lines: tuple[tuple[str, ...], ...]
    """All other paragraphs in order, a row of a table as its cells; empty ones are left out."""
    printed: dict[str, str] = {}
    """Digests of the unit's words when the report was printed, by the name of their bookmark."""


class Difference(Struct, frozen=True):
    """A paragraph or cell that is not as the figures give it."""

    place: str
    """The first words of the row of a cell, such as the code of a criterion; empty for a paragraph."""
    expected: str
    """Empty for what was added."""
    found: str
    """Empty for what was deleted."""

    @property
    def numbers(self) -> bool:
        """Whether the figures in it differ."""
        return _DIGITS.findall(self.expected) != _DIGITS.findall(self.found)


def collect(docx: bytes) -> Collected:
    """Take a report apart; raises ``TemplateError`` for what is no Word document."""
    parts = unpack(docx)
    body = parse("word/document.xml", parts["word/document.xml"])
    key = ""
    if "docProps/core.xml" in parts:
        found = parse("docProps/core.xml", parts["docProps/core.xml"]).find(_CATEGORY)
        key = (found.text or "") if found is not None else ""
    headers = (content for name, content in parts.items() if name.startswith("word/header"))
    draft = any("DỰ THẢO".encode() in content for content in headers)
    own, lines = _taken(body)
    return Collected(key.strip(), draft, own, tuple(lines), remembered(parts))


def named(found: Collected, expected: Collected, more: Iterable[str] = ()) -> Collected:
    """The report with its words by their routes, where only bookmarks told them from the rest.

    ``more`` are routes that ``expected`` may not have. A program that drops the controls lets an officer write past
    the end of a bookmark: what follows in its paragraph, and paragraphs after it that the report would not have, are
    the unit's words too. Bookmarks of no known route stay out.
    """
    routes = {mark_of(route): route for route in (*more, *expected.own)}
    known = set(expected.lines)
    own: dict[str, Words] = {}
    taken: set[int] = set()
    for name, words in found.own.items():
        if name not in routes:
            own |= {} if name.startswith(PREFIX) else {name: words}
            continue
        route = routes[name]
        texts = list(words.texts)
        if words.tail and not (route in expected.own and expected.own[route].tail == words.tail):
            texts[-1:] = [f"{texts[-1] if texts else ''} {words.tail}".strip()]
        at = words.next
        while at < len(found.lines) and len(found.lines[at]) == 1 and found.lines[at] not in known:
            texts += found.lines[at]
            taken.add(at)
            at += 1
        own[route] = Words(texts, next=words.next)
    lines = tuple(line for at, line in enumerate(found.lines) if at not in taken)
    return replace(found, own=own, lines=lines)


def differences(expected: Collected, found: Collected) -> list[Difference]:
    """The lines outside of the content controls that differ, those with other figures first."""
    said: list[Difference] = []
    ours, theirs = expected.lines, found.lines
    for what, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for at in range(max(b - a, d - c)):
            left = ours[a + at] if a + at < b else ()
            right = theirs[c + at] if c + at < d else ()
            said += _cells(left, right)
    return sorted(said, key=lambda each: not each.numbers)


def _cells(left: tuple[str, ...], right: tuple[str, ...]) -> list[Difference]:
    """The cells that differ; rows of other shapes differ as a whole."""
    if len(left) == len(right) > 1:
        place = next((cell for cell in left if cell), "")
        return [Difference(place, ours, theirs) for ours, theirs in zip(left, right, strict=True) if ours != theirs]
    return [Difference("", " | ".join(left), " | ".join(right))]


def _route(control: etree._Element) -> str | None:
    tag = control.find(f"{{{W}}}sdtPr/{{{W}}}tag")
    value = tag.get(_VAL, "") if tag is not None else ""
    return value if ROUTE.fullmatch(value) else None


Pieces = list[tuple[str | None, str]]
"""The text of a paragraph in pieces, each with the route or bookmark that it belongs to."""


def _taken(body: etree._Element) -> tuple[dict[str, Words], list[tuple[str, ...]]]:
    pieces = _pieces(body)
    own: dict[str, Words] = {}
    lines: list[tuple[str, ...]] = []
    for element in body.iter(_P, _TR):
        if element.tag == _TR:
            inside = [[_sorted(pieces.get(each, []), own) for each in cell.iter(_P)] for cell in element.iter(_TC)]
            line = tuple(" ".join(lead for lead in cell if lead) for cell in inside)
        elif next(element.iterancestors(_TC), None) is not None:
            continue
        else:
            line = (_sorted(pieces.get(element, []), own),)
        if any(line):
            lines.append(line)
        for words in own.values():
            words.next = words.next or len(lines)
    return own, lines


def _sorted(pieces: Pieces, own: dict[str, Words]) -> str:
    """Put the unit's words of a paragraph where they belong; gives what stands before them."""
    routes = [route for route, _ in pieces if route is not None]
    if not routes:
        return _one_line(text for _, text in pieces)
    route = routes[0]
    first = next(at for at, (name, _) in enumerate(pieces) if name == route)
    last = max(at for at, (name, _) in enumerate(pieces) if name == route)
    words = own.setdefault(route, Words([]))
    said = _one_line(text for _, text in pieces[first : last + 1])
    if said:
        words.texts.append(said)
    words.tail, words.next = _one_line(text for _, text in pieces[last + 1 :]), 0
    return _one_line(text for _, text in pieces[:first])


def _pieces(body: etree._Element) -> dict[etree._Element, Pieces]:
    """The text of every paragraph, without what was deleted with changes tracked."""
    found: dict[etree._Element, Pieces] = {}
    routes: dict[etree._Element, str | None] = {}
    names, ends = _bookmarks(body)
    marked: str | None = None
    for node in body.iter(_START, _END, _T, _BR, _TAB):
        if node.tag == _START:
            name = names.get(node.get(_ID, ""))
            marked = name if name in ends else marked
            control = next(node.iterancestors(_SDT), None)
            if control is not None and name and not _route_of(control, routes):
                routes[control] = name  # LibreOffice may end the bookmark before the control's text
        elif node.tag == _END:
            marked = None if node is ends.get(marked) else marked
        else:
            above = list(node.iterancestors(_P, _SDT, *_GONE))
            if any(each.tag in _GONE for each in above):
                continue
            paragraph = next((each for each in above if each.tag == _P), None)
            route = next((name for each in above if each.tag == _SDT and (name := _route_of(each, routes))), marked)
            if paragraph is not None:
                found.setdefault(paragraph, []).append((route, node.text or "" if node.tag == _T else " "))
    return found


def _bookmarks(body: etree._Element) -> tuple[dict[str, str], dict[str | None, etree._Element]]:
    """The names of our bookmarks by id, and the last end of each; LibreOffice begins some of them twice."""
    names = {
        each.get(_ID, ""): each.get(_NAME, "") for each in body.iter(_START) if each.get(_NAME, "").startswith(PREFIX)
    }
    ends: dict[str | None, etree._Element] = {}
    for each in body.iter(_END):
        if each.get(_ID) in names:
            ends[names[each.get(_ID)]] = each
    return names, ends


def _route_of(control: etree._Element, known: dict[etree._Element, str | None]) -> str | None:
    if control not in known:
        known[control] = _route(control)
    return known[control]


def _one_line(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())
