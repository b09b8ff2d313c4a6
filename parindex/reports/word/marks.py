"""Bookmarks around the unit's own words: what other programs keep where they drop a content control's tag."""

from __future__ import annotations

import hashlib
import re
from html import unescape

ROUTE = re.compile(r"(report/[A-Za-z0-9-]+/[a-z_]+(/[a-z0-9.-]+)?|explanations/[0-9A-Za-z.-]+)")
"""Where words belong in a unit's file, as the tag of a content control says it."""
PREFIX = "loi_"
_CONTROL = re.compile(r"<w:sdt>(?:(?!<w:sdt>).)*?</w:sdt>", re.DOTALL)
_TAG = re.compile(rf'<w:tag w:val="({ROUTE.pattern})"')
_FIRST = re.compile(r"<w:p(?: [^>]*)?>(?:<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:br|tab)(?: [^>]*)?/>|(</w:p>)")
_LOWEST = 1_000_000_000
"""Ids of these bookmarks are above those that templates and links have."""


def mark_of(route: str) -> str:
    """The name of the bookmark of a route: Word allows 40 letters, digits and underscores."""
    return PREFIX + hashlib.sha256(route.encode()).hexdigest()[:16]


def marked(xml: str, texts: dict[str, list[str]]) -> str:
    """The part with a bookmark inside every content control that holds the unit's own words.

    ``texts`` receives their paragraphs by the name of the bookmark.
    """
    return _CONTROL.sub(lambda match: _mark(match, texts), xml) if "<w:sdt>" in xml else xml


def _mark(match: re.Match[str], texts: dict[str, list[str]]) -> str:
    control = match[0]
    tag = _TAG.search(control)
    at = control.find("<w:sdtContent>")
    if tag is None or at < 0:
        return control
    name = mark_of(tag[1])
    texts.setdefault(name, []).extend(_paragraphs(control[at:]))
    id_ = _LOWEST + int(name.removeprefix(PREFIX)[:7], 16)
    start, end = f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{id_}"/>'
    first = _FIRST.search(control, at)
    if first is None:
        begins, ends = at + len("<w:sdtContent>"), control.rindex("</w:sdtContent>")
    else:
        begins, ends = first.end(), control.rindex("</w:p>")
    return f"{control[:begins]}{start}{control[begins:ends]}{end}{control[ends:]}"


def _paragraphs(control: str) -> list[str]:
    """What the control says, as it is read back."""
    said = [""]
    for match in _TEXT.finditer(control):
        text, ends = match.groups()
        if ends:
            said.append("")
        else:
            said[-1] += " " if text is None else unescape(text)
    return said
