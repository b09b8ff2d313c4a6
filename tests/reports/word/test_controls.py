"""Templates that LibreOffice saved: the unit's own words still stand in tagged controls."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from parindex.files.library import data_folder
from parindex.reports.word.names import W
from parindex.reports.word.tags import prepare
from tests.reports.word.pages import NEEDED, convert

TEMPLATES = sorted((data_folder() / "templates").glob("*.docx"))
DOCUMENT = "word/document.xml"


def document(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read(DOCUMENT)


def tags(xml: bytes) -> list[str]:
    """What the controls of a prepared template will be tagged with."""
    prepared = prepare(DOCUMENT, xml)
    assert prepared is not None
    return sorted(re.findall(r'w:tag w:val="([^"]*)"', etree.tostring(prepared.root, encoding="unicode")))


def as_libreoffice_leaves_it(xml: bytes) -> bytes:
    """Controls around paragraphs are gone, those within one have lost their tag."""
    root = etree.fromstring(xml)
    for control in list(root.iter(f"{{{W}}}sdt")):
        if control.find(f"{{{W}}}sdtContent/{{{W}}}p") is not None:
            for each in list(control.find(f"{{{W}}}sdtContent")):
                control.addprevious(each)
            control.getparent().remove(control)
        elif (properties := control.find(f"{{{W}}}sdtPr")) is not None:
            properties[:] = []
    return etree.tostring(root)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_controls_that_were_dropped_are_put_back(template: Path) -> None:
    before, dropped = document(template), as_libreoffice_leaves_it(document(template))
    assert b"w:tag " not in dropped
    assert tags(dropped) == tags(before) != []


@pytest.mark.visual
@NEEDED
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_saved_by_libreoffice(template: Path, tmp_path: Path) -> None:
    saved = convert(tmp_path, template, "docx:MS Word 2007 XML")
    assert tags(document(saved)) == tags(document(template))


P = f'<w:p xmlns:w="{W}"><w:r><w:t>%s</w:t></w:r></w:p>'


def test_a_loop_that_has_its_control_or_never_ends_is_left_alone() -> None:
    def part(*texts: str) -> bytes:
        body = "".join(P % text for text in texts)
        return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()

    loop = "{%p for text in part.own.texts %}"
    nested = ("{%p for each in text %}", "{{ each }}", "{%p endfor %}")
    assert tags(part(loop, *nested, "{%p endfor %}", "{{ x }}")) == ["{{ ( part.own.route ) | attribute }}"]
    assert tags(part(loop, "{{ text }}")) == []
    assert tags(part("{%p for text in part.items %}", "{{ text }}", "{%p endfor %}")) == []
