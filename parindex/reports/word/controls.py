"""Content controls around the unit's own words, for templates that a program has saved which drops them."""

from __future__ import annotations

import re

from lxml import etree

from parindex.reports.word.names import LIFTED, W

_SDT, _PROPERTIES, _CONTENT, _TAG, _ALIAS, _T = (
    f"{{{W}}}{name}" for name in ("sdt", "sdtPr", "sdtContent", "tag", "alias", "t")
)
_VAL = f"{{{W}}}val"
_OWN = re.compile(r"\{%\s*for \w+ in ([\w.]+\.own)\.texts\s*%\}")
_OPENS, _CLOSES = re.compile(r"\{%\s*for\s"), re.compile(r"\{%\s*endfor\s*%\}")
_EXPLAINED = re.compile(r"\{\{\s*each\.text\s*\}\}")


def restore_controls(root: etree._Element) -> None:
    """Put a tagged control around every loop over the unit's own words that stands in none.

    LibreOffice 7 keeps the loop and drops the control or its tag; without it what an officer writes into the report
    could not be taken back.
    """
    for loop in list(root.iter(LIFTED)):
        own = _OWN.fullmatch((loop.text or "").strip())
        if own is None or any(_is_tagged(each) for each in loop.iterancestors(_SDT)):
            continue
        inside = _loop(loop)
        if inside:
            _wrap(inside, f"{{{{ {own[1]}.route }}}}")
    for control in root.iter(_SDT):
        words = "".join(node.text or "" for node in control.iter(_T))
        if not _is_tagged(control) and _EXPLAINED.fullmatch(words.strip()):
            _tag(control, "{{ each.route }}")


def _is_tagged(control: etree._Element) -> bool:
    return control.find(f"{_PROPERTIES}/{_TAG}") is not None


def _loop(first: etree._Element) -> list[etree._Element]:
    """The elements of a loop with its beginning and end; none where it ends elsewhere, which is told later."""
    found, depth = [first], 1
    for each in first.itersiblings():
        found.append(each)
        if each.tag == LIFTED:
            depth += bool(_OPENS.match(each.text or "")) - bool(_CLOSES.match(each.text or ""))
        if depth == 0:
            return found
    return []


def _wrap(elements: list[etree._Element], tag: str) -> None:
    control = etree.Element(_SDT)
    elements[0].addprevious(control)
    etree.SubElement(etree.SubElement(control, _PROPERTIES), _ALIAS).set(_VAL, "Nội dung của đơn vị")
    _tag(control, tag)
    etree.SubElement(control, _CONTENT).extend(elements)


def _tag(control: etree._Element, tag: str) -> None:
    properties = control.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        control.insert(0, properties)
    etree.SubElement(properties, _TAG).set(_VAL, tag)
