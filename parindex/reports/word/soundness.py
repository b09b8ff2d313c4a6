"""Whether a template's package can become a report that Word opens, and that fetches nothing from elsewhere."""

from __future__ import annotations

import re
from posixpath import basename, dirname, join, normpath

from lxml import etree

from parindex.reports.word.errors import TemplateError
from parindex.reports.word.tags import parse

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_NEEDED = frozenset({"officeDocument", "styles", "chart", "header", "footer", "image"})
"""Parts that must be there; the workbook of a chart is made anew."""
_XLSX = b'<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
_STRICT = b"http://purl.oclc.org/ooxml/"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = _MAIN.replace(b"document.main", b"template.main")
_ATTACHED = re.compile(rb"<w:attachedTemplate\b[^>]*/>")


def sound(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, as a document (a .dotx is one) and without the link to the template that Word attached.

    Raises ``TemplateError``: macros, the strict form of the format, links to what lies outside, parts that are not
    there.
    """
    parts = dict(parts)
    types = parts["[Content_Types].xml"]
    if b"macroEnabled" in types:
        raise TemplateError("macros")
    if _STRICT in parts["word/document.xml"][:4000]:
        raise TemplateError("strict")
    if "_rels/.rels" not in parts:
        raise TemplateError("broken", part="_rels/.rels")
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in parts):
        raise TemplateError("not-a-docx")
    types = types.replace(_TEMPLATE, _MAIN)
    if b'Extension="xlsx"' not in types and any(name.startswith("word/charts/") for name in parts):
        types = types.replace(b"<Override", _XLSX + b"<Override", 1)
    parts["[Content_Types].xml"] = types
    for name in [name for name in parts if name.endswith(".rels")]:
        parts[name] = _checked(parts, name)
    if "word/settings.xml" in parts:
        parts["word/settings.xml"] = _ATTACHED.sub(b"", parts["word/settings.xml"])
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            _resolved(parts, name, content)
    return parts


def _checked(parts: dict[str, bytes], name: str) -> bytes:
    """Relationships to parts that are there, and to nothing outside but addresses to be clicked."""
    root = parse(name, parts[name])
    base = dirname(dirname(name))
    dropped = False
    for each in list(root):
        target, kind = each.get("Target", ""), each.get("Type", "").rpartition("/")[2]
        if each.get("TargetMode") == "External":
            if kind == "attachedTemplate":
                root.remove(each)
                dropped = True
            elif kind != "hyperlink":
                raise TemplateError("external", part=name, name=target)
            continue
        path = target.lstrip("/") if target.startswith("/") else normpath(join(base, target))
        if path not in parts and kind in _NEEDED:
            raise TemplateError("broken", part=path)
    if not dropped:
        return parts[name]
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _resolved(parts: dict[str, bytes], name: str, content: bytes) -> None:
    """Every relationship that a part uses is declared."""
    used = {each.decode() for each in re.findall(rb'\br:(?:id|embed|link|pict)="([^"]+)"', content)}
    if not used:
        return
    rels = f"{dirname(name)}/_rels/{basename(name)}.rels"
    known = {each.get("Id") for each in parse(rels, parts[rels])} if rels in parts else set()
    if not used <= known:
        raise TemplateError("broken", part=rels)


def check_charts(parts: dict[str, bytes], part: str, charts: list[str]) -> None:
    """The charts that a part fills are charts of bars or lines with a series; raises ``TemplateError``."""
    if not charts:
        return
    targets = {each.get("Id"): each for each in parse(part, parts[f"{dirname(part)}/_rels/{basename(part)}.rels"])}
    for id_ in charts:
        name = normpath(join(dirname(part), targets[id_].get("Target")))
        root = parse(name, parts[name])
        if next(root.iter(f"{_CHART}ser"), None) is None:
            raise TemplateError("no-series", part=name)
