"""Tags in a Word part: joined where Word split them over runs, and lifted to the row or paragraph that they govern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree
from msgspec import Struct

from parindex.reports.word.controls import restore_controls
from parindex.reports.word.errors import TemplateError, short
from parindex.reports.word.names import LIFTED, W

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_P, _R, _T, _TR, _TC, _RPR = (f"{{{W}}}{name}" for name in ("p", "r", "t", "tr", "tc", "rPr"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{ *[a-z_]+(\.[a-z_]+)+ *\}")
"""What is left of a tag that is not whole; a field in single braces is one that was typed wrong."""
_LIFT = re.compile(r"\{%-?(tr|tc|p|r)\s+(.*?)%\}", re.DOTALL)
_RUNS = re.compile(r"\{\{r\s+(.*?)\}\}", re.DOTALL)
_CHART = re.compile(r"\{\{c\s+(.*?)\}\}", re.DOTALL)
_TITLE = re.compile(r"\{\{\s*([\w.]*chart)\.title\s*\}\}")
_VALUE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_C_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
"""Word turns straight quotes into typographic ones while a tag is typed."""


Cells = dict[Any, tuple[int, int, int]]
"""Numbers of table, row and cell, by paragraph or by what stands for a lifted tag."""


class Place(Struct):
    """One tag and where it stands."""

    tag: str
    """As it is compiled."""
    shown: str
    """As the template has it."""
    paragraph: str
    cell: tuple[int, int, int] | None
    container: tuple[object, ...]
    """Where the tag stands in the tree: an opening and a closing tag must stand in one container."""

    @property
    def where(self) -> dict[str, Any]:
        """The place as a fault names it."""
        return {"paragraph": self.paragraph, "cell": self.cell, "tag": self.shown}


class Prepared(Struct):
    """A part ready to be compiled."""

    root: etree._Element
    places: list[Place]
    """Every tag in the order of the document."""
    properties: list[tuple[str, str]]
    """Run properties of the ``{{r`` tags: for links, and without the character style for plain text."""
    charts: list[str]
    """Relationship ids of the charts that are filled: their alternative text is a ``{{c`` tag."""


def parse(part: str, xml: bytes) -> etree._Element:
    """The part's tree; no entity, no document type, no network.

    Raises ``TemplateError`` for XML that does not parse.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError("xml", part=part, detail=str(error)) from None
    if root.getroottree().docinfo.doctype:
        raise TemplateError("xml", part=part, detail="document type")
    return root


def prepare(part: str, xml: bytes) -> Prepared | None:
    """Join and lift the tags of a part; ``None`` where it has none.

    Raises ``TemplateError`` with the paragraph for a tag left open or lifted from where it cannot be.
    """
    root = parse(part, xml)
    _forget_edits(root)
    cells = _number_cells(root)
    for paragraph in root.iter(_P):
        _join(paragraph, part, cells)
    properties: list[tuple[str, str]] = []
    for node in [node for node in root.iter(_T) if node.text and "{" in node.text]:
        _lift(node, part, cells)
    for node in [node for node in root.iter(_T) if node.text and "{{r" in node.text]:
        _replace_run(node, properties, part, cells)
    restore_controls(root)
    shown: dict[str, str] = {}
    charts = _mark_attributes(root, part, shown)
    places = _places(root, cells, shown)
    return Prepared(root, places, properties, charts) if places else None


def _number_cells(root: etree._Element) -> Cells:
    """Table, row and cell of every paragraph in a table, as an officer counts them."""
    found: Cells = {}
    for number, table in enumerate(root.iter(f"{{{W}}}tbl"), start=1):
        for row, tr in enumerate(table.iterchildren(_TR), start=1):
            for cell, tc in enumerate(tr.iterchildren(_TC), start=1):
                found |= dict.fromkeys(tc.iterchildren(_P), (number, row, cell))
    return found


def _forget_edits(root: etree._Element) -> None:
    """Drop what Word leaves behind while editing and what would no longer be unique in a repeated row."""
    for node in root.iter(etree.Element):
        for name in ("paraId", "textId"):
            node.attrib.pop(f"{{{_W14}}}{name}", None)
    for control in root.findall(f".//{{{W}}}sdtPr/{{{W}}}id"):
        control.getparent().remove(control)
    for start in root.findall(f".//{{{W}}}bookmarkStart[@{{{W}}}name='_GoBack']"):
        id_ = start.get(f"{{{W}}}id")
        for node in (start, *root.findall(f".//{{{W}}}bookmarkEnd[@{{{W}}}id='{id_}']")):
            node.getparent().remove(node)


def _mark_attributes(root: etree._Element, part: str, shown: dict[str, str]) -> list[str]:
    """Let tags in attributes print without markup; those of charts hand over what to draw. Gives the charts' ids.

    ``shown`` takes the tags as the template has them.
    """
    charts: list[str] = []
    _name_charts(root)
    for node in root.iter(etree.Element):
        for name, value in node.attrib.items():
            if "{{" not in value or node.tag == LIFTED:
                continue
            match = _CHART.fullmatch(value.strip())
            if match is None or node.tag != _DOC_PR:
                marked = _VALUE.sub(r"{{ (\1) | attribute }}", value.translate(_TYPED))
                shown |= zip(TAG.findall(marked), TAG.findall(value), strict=True)
                node.set(name, marked)
                continue
            drawn = next((each.get(_R_ID) for each in node.getparent().iter(_C_CHART)), None)
            if drawn is None or drawn in charts:
                raise TemplateError("no-chart", part=part, paragraph=words_of(_above(node, _P)), tag=value)
            node.set(name, f"{{{{ ({match[1].translate(_TYPED)}) | chart({len(charts)}) }}}}")
            shown[node.get(name)] = match[0]
            charts.append(drawn)
    return charts


def _name_charts(root: etree._Element) -> None:
    """Give a chart that lost its alternative text (LibreOffice drops it) the tag that its title above it tells."""
    for drawing in root.iter(_DOC_PR):
        if next(drawing.getparent().iter(_C_CHART), None) is None or "{{" in drawing.get("descr", ""):
            continue
        found = _TITLE.search("".join(node.text or "" for node in _texts(_above(drawing, _P))))
        if found is not None:
            drawing.set("descr", f"{{{{c {found[1]} }}}}")


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """The text nodes of a paragraph, without those of a text box inside it."""
    return [node for node in paragraph.iter(_T) if _above(node, _P) is paragraph]


def _above(node: etree._Element, name: str) -> etree._Element | None:
    return next(node.iterancestors(name), None)


def words_of(element: etree._Element) -> str:
    """The text of a paragraph, cell or row as one line."""
    return short(" ".join("".join(node.text or "" for node in _texts(each)) for each in element.iter(_P)))


def _join(paragraph: etree._Element, part: str, cells: Cells) -> None:
    nodes = _texts(paragraph)
    whole = "".join(node.text or "" for node in nodes)
    if "{" not in whole and "}" not in whole:
        return
    loose = _LOOSE.search(TAG.sub("", whole))
    if loose is not None:
        cell = cells.get(paragraph)
        raise TemplateError("open-tag", part=part, paragraph=short(whole), cell=cell, tag=loose.group())
    owner = [index for index, node in enumerate(nodes) for _ in node.text or ""]
    for match in TAG.finditer(whole):
        for place in range(match.start(), match.end()):
            owner[place] = owner[match.start()]
    for index, node in enumerate(nodes):
        text = "".join(char for char, at in zip(whole, owner, strict=True) if at == index)
        node.text = TAG.sub(lambda match: "" if match[0].startswith("{#") else match[0].translate(_TYPED), text)
        node.set(_SPACE, "preserve")


def _lift(node: etree._Element, part: str, cells: Cells) -> None:
    for match in _LIFT.finditer(node.text or ""):
        level = match[1]
        name = {"tr": _TR, "tc": _TC, "p": _P, "r": _R}[level]
        element = _above(node, name)
        if element is None:
            raise TemplateError("no-row", part=part, paragraph=words_of(_above(node, _P)), tag=match[0])
        parent = element.getparent()
        if parent is None:  # lifted already, by the first tag of the same row
            continue
        tags = [found for each in element.iter(_T) for found in _LIFT.finditer(each.text or "")]
        rest = _LIFT.sub("", "".join(each.text or "" for each in element.iter(_T)))
        if rest.strip() or any(found[1] != level for found in tags):
            cell = cells.get(_above(node, _P))
            raise TemplateError("row-text", part=part, paragraph=words_of(element), cell=cell, tag=match[0])
        at = cells.get(_above(node, _P))
        for found in tags:
            lifted = etree.Element(LIFTED, shown=found[0])
            lifted.text = f"{{% {found[2]}%}}"
            if at is not None:
                cells[lifted] = at
            element.addprevious(lifted)
        parent.remove(element)
        return


def _replace_run(node: etree._Element, properties: list[tuple[str, str]], part: str, cells: Cells) -> None:
    run, paragraph = _above(node, _R), _above(node, _P)
    match = _RUNS.fullmatch((node.text or "").strip())
    if run is None or match is None or len(run.findall(_T)) != 1:
        cell = cells.get(paragraph)
        raise TemplateError("row-text", part=part, paragraph=words_of(paragraph), cell=cell, tag=node.text or "")
    lifted = etree.Element(LIFTED, shown=match[0])
    if paragraph in cells:
        cells[lifted] = cells[paragraph]
    lifted.text = f"{{{{ ({match[1]}) | runs({len(properties)}) }}}}"
    style = run.find(_RPR)
    linked = plain = ""
    if style is not None:
        linked = _bare(style)
        for each in style.findall(f"{{{W}}}rStyle"):
            style.remove(each)
        plain = _bare(style)
    properties.append((linked, plain))
    run.addprevious(lifted)
    run.getparent().remove(run)


def _bare(element: etree._Element) -> str:
    """The element's XML without the declarations of namespaces, which the part's root has."""
    return re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", etree.tostring(element, encoding="unicode", with_tail=False))


def _places(root: etree._Element, cells: Cells, shown: Mapping[str, str]) -> list[Place]:
    places: list[Place] = []
    for node in root.iter(etree.Element):
        if node.tag != LIFTED:
            for value in node.attrib.values():
                places += [
                    Place(match[0], shown.get(match[0], match[0]), _nearby(node), None, (node,))
                    for match in TAG.finditer(value)
                ]
        if not node.text or node.tag not in (_T, LIFTED):
            continue
        paragraph = node if node.tag == LIFTED else _above(node, _P)
        if node.tag == LIFTED:
            container: tuple[object, ...] = (node.getparent(),)
        else:
            container = (paragraph, *(each.tag for each in node.iterancestors() if each is not paragraph))
        words, cell = _nearby(paragraph), cells.get(paragraph)
        places += [
            Place(match[0], node.get("shown") or match[0], words, cell, container) for match in TAG.finditer(node.text)
        ]
    return places


def _nearby(element: etree._Element) -> str:
    """The paragraph's text; for a lifted tag, the text of what it governs; for a tag in an attribute, what is near."""
    if element.tag == _P:
        return words_of(element)
    if element.tag == LIFTED:
        following = next((each for each in element.itersiblings() if each.tag != LIFTED), None)
        return words_of(following) if following is not None else ""
    above = next((each for each in element.iterancestors(_P, f"{{{W}}}sdt")), None)
    return words_of(above) if above is not None else ""
