"""What an officer wrote in a report: the unit's own words in their content controls, and everything around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from parindex.reports.word.package import unpack
from parindex.reports.word.tags import W, parse

_P, _T, _TR, _TC, _SDT, _BR, _TAB = (f"{{{W}}}{name}" for name in ("p", "t", "tr", "tc", "sdt", "br", "tab"))
_VAL = f"{{{W}}}val"
_DELETED = f"{{{W}}}del"
_ROUTE = re.compile(r"(report/[A-Za-z0-9-]+/[a-z_]+(/[a-z0-9.-]+)?|explanations/[0-9A-Za-z.-]+)")
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Collected:
    """A report taken apart."""

    key: str
    """Kind and period, as the report's properties give them: ``self 2023``; empty where they were lost."""
    draft: bool
    own: dict[str, tuple[str, ...]]
    """The paragraphs of each content control, by its route."""
    lines: tuple[tuple[str, ...], ...]
    """All other paragraphs in order, a row of a table as its cells; empty ones are left out."""


@dataclass(frozen=True, slots=True)
class Difference:
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
    own: dict[str, list[str]] = {}
    for control in body.iter(_SDT):
        route = _route(control)
        if route is not None:
            own.setdefault(route, []).extend(_paragraphs(control))
    key = ""
    if "docProps/core.xml" in parts:
        found = parse("docProps/core.xml", parts["docProps/core.xml"]).find(_CATEGORY)
        key = (found.text or "") if found is not None else ""
    headers = (content for name, content in parts.items() if name.startswith("word/header"))
    draft = any("DỰ THẢO".encode() in content for content in headers)
    return Collected(key.strip(), draft, {route: tuple(texts) for route, texts in own.items()}, tuple(_lines(body)))


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
    return value if _ROUTE.fullmatch(value) else None


def _paragraphs(control: etree._Element) -> Iterator[str]:
    """The paragraphs inside; of a control within a paragraph, its text."""
    content = control.find(f"{{{W}}}sdtContent")
    if content is None:
        return
    inside = list(content.iter(_P))
    for element in inside or [content]:
        text = _text(element, skip=False)
        if text:
            yield text


def _lines(body: etree._Element) -> Iterator[tuple[str, ...]]:
    for element in body.iter(_P, _TR):
        above = {each.tag for each in element.iterancestors()}
        if element.tag == _P and (_TC in above or any(_route(each) for each in element.iterancestors(_SDT))):
            continue
        if element.tag == _TR:
            cells = tuple(" ".join(_text(each, skip=True) for each in cell.iter(_P)) for cell in element.iter(_TC))
        else:
            cells = (_text(element, skip=True),)
        if any(cells):
            yield cells


def _text(element: etree._Element, *, skip: bool) -> str:
    """The text on one line, without what was deleted with changes tracked; ``skip`` leaves out content controls."""
    said: list[str] = []
    for node in element.iter(_T, _BR, _TAB):
        if any(each.tag == _DELETED for each in node.iterancestors()):
            continue
        if skip and any(_route(each) for each in node.iterancestors(_SDT)):
            continue
        said.append(node.text or "" if node.tag == _T else " ")
    return " ".join("".join(said).split())
