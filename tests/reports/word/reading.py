"""A rendered report taken apart, for assertions on its XML."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from parindex.reports.word import self_report
from tests.reports.sample import make

TEMPLATE = (Path(__file__).parents[3] / "templates" / "self.docx").read_bytes()
NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Report:
    """The parts of a .docx and the properties that its styles give."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])
        self._styles = etree.fromstring(self.parts["word/styles.xml"])

    @property
    def texts(self) -> dict[str, bytes]:
        """The parts that are XML."""
        return {name: part for name, part in self.parts.items() if not name.endswith(".xlsx")}

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """Styles by id."""
        return {style.get(f"{W}styleId"): style for style in self._styles.iterfind("w:style", NS)}

    def style_of(self, name: str) -> etree._Element:
        return next(style for style in self.styles.values() if style.find("w:name", NS).get(f"{W}val") == name)

    def size(self, name: str) -> float:
        """Size of a style in points."""
        return int(self.style_of(name).find("w:rPr/w:sz", NS).get(f"{W}val")) / 2

    def has(self, name: str, mark: str) -> bool:
        """Whether the style's runs are bold (``b``) or italic (``i``)."""
        return self.style_of(name).find(f"w:rPr/w:{mark}", NS) is not None

    def layout(self, name: str, element: str, attribute: str = "val") -> str | None:
        """A property of the style's paragraphs."""
        found = self.style_of(name).find(f"w:pPr/w:{element}", NS)
        return None if found is None else found.get(f"{W}{attribute}")

    def paragraphs(self, style: str | None = None) -> list[str]:
        """Texts of the paragraphs of a style, or of all, in order; a line break is ``\\n``."""
        return [text_of(each) for each in self.body.iter(f"{W}p") if style is None or self.name_of(each) == style]

    def name_of(self, paragraph: etree._Element) -> str:
        style = paragraph.find("w:pPr/w:pStyle", NS)
        return "" if style is None else self.styles[style.get(f"{W}val")].find("w:name", NS).get(f"{W}val")

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs())

    def relations(self, part: str = "document.xml") -> dict[str, tuple[str, str | None]]:
        """Target and mode by relationship id."""
        root = etree.fromstring(self.parts[f"word/_rels/{part}.rels"])
        return {each.get("Id"): (each.get("Target"), each.get("TargetMode")) for each in root}


def text_of(paragraph: etree._Element) -> str:
    said = []
    for node in paragraph.iter(f"{W}t", f"{W}br"):
        said.append("\n" if node.tag == f"{W}br" else node.text or "")
    return "".join(said)


def report(count: int = 24, *, draft: bool = False, links: bool = True, **changes: Any) -> Report:
    """The report of a sample of so many criteria."""
    sheet, unit = make(count, **changes)
    paths = {id_: f"minh chứng/{document.file}" for id_, document in sheet.documents.items()} if links else {}
    return Report(self_report(sheet, unit, TEMPLATE, links=paths, draft=draft))
