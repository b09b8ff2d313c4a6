"""What a report held when it was printed, told by a short digest of each of the unit's parts.

The digests stand among the properties of the file, which Word and LibreOffice keep when they save it. With them an
officer's changes can be told from what has changed in the unit's file since.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from lxml import etree

from parindex.reports.view.entries import TO_FILL
from parindex.reports.view.sections import NOT_EXPLAINED
from parindex.reports.view.words import DASHES, sentence
from parindex.reports.word.marks import PREFIX
from parindex.reports.word.package import declare
from parindex.reports.word.tags import parse

PART = "docProps/custom.xml"
"""Where the digests stand in a report."""
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_PROPERTY = f"{{{_CUSTOM}}}property"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id of all properties that a user or a program adds."""
_ENDS = " .;,"
_PLACEHOLDER = re.compile(f"(?:{re.escape(TO_FILL)}|{re.escape(sentence(NOT_EXPLAINED))})(?:[ .;,]+$)?")


def bare(text: str) -> str:
    """The text for comparison: a dash before it and the sign at its end come from its place in a list."""
    return unicodedata.normalize("NFC", " ".join(DASHES.sub("", text.strip()).split())).rstrip(_ENDS)


def own_text(text: str) -> str:
    """A new text as the unit's file holds it: without the dash and the semicolon of a list."""
    return unicodedata.normalize("NFC", DASHES.sub("", text.strip())).rstrip(" ;,")


def said(texts: Iterable[str]) -> list[str]:
    """The texts that an officer wrote, without what shows where to write: one may have written beside it."""
    return [own for text in texts if bare(own := _written(text)) not in ("", NOT_EXPLAINED)]


def _written(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    rest = _PLACEHOLDER.sub(" ", text)
    return text if rest == text else " ".join(rest.split()).lstrip(_ENDS)


def digest(texts: Iterable[str]) -> str:
    """Short, and the same for texts that only differ in what their place in a list gives them."""
    return hashlib.sha256("\n".join(map(bare, said(texts))).encode()).hexdigest()[:16]


def remember(parts: dict[str, bytes], texts: Mapping[str, Iterable[str]]) -> None:
    """Put the digests of texts by the name of their bookmark into the package, besides properties of the template."""
    if not texts:
        return
    if PART in parts:
        root = parse(PART, parts[PART])
    else:
        root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _TYPES})
        declare(parts, PART, _RELATION, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
    for each in root.findall(_PROPERTY):
        if each.get("name", "").startswith(PREFIX):
            root.remove(each)  # of the report that the template was made from
    last = max((int(pid) for each in root.findall(_PROPERTY) if (pid := each.get("pid", "")).isdecimal()), default=1)
    for pid, (name, said_) in enumerate(texts.items(), start=last + 1):
        of = etree.SubElement(root, _PROPERTY, fmtid=_FORMAT, pid=str(pid), name=name)
        etree.SubElement(of, f"{{{_TYPES}}}lpwstr").text = digest(said_)
    parts[PART] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def taken(part: bytes, texts: Mapping[str, Iterable[str]]) -> bytes:
    """The part that holds the digests, with those of texts that were taken back since."""
    root = parse(PART, part)
    for each in root.findall(_PROPERTY):
        if (name := each.get("name", "")) in texts:
            each[0].text = digest(texts[name])
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def remembered(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The digests by the name of their bookmark; none where the report has lost them or never had them."""
    if PART not in parts:
        return {}
    properties = parse(PART, parts[PART]).findall(_PROPERTY)
    found = ((each.get("name", ""), "".join(each.itertext()).strip()) for each in properties)
    return {name: value for name, value in found if name.startswith(PREFIX)}
