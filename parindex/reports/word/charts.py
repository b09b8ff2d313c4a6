"""Charts of a template: Word's own, filled with the report's numbers and restyled by nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from copy import deepcopy
from functools import lru_cache
from posixpath import basename, dirname, join, normpath

from lxml import etree

from parindex.reports.view.data import Chart
from parindex.reports.word.inline import clean
from parindex.reports.word.workbook import SHEET, column, workbook
from parindex.values.numbers import plain

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BEFORE = frozenset(f"{{{C}}}{name}" for name in (
    "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt", "dLbls",
    "trendline", "errBars",
))  # fmt: skip
"""What stands before the categories in a series."""
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def draw(parts: dict[str, bytes], part: str, charts: Mapping[str, Chart], known: Collection[str]) -> None:
    """Fill the charts of a part; those that the report left out go with all that belongs to them.

    ``charts`` is by relationship id, ``known`` are the ids of all charts that the template fills.
    """
    rels = _rels_of(part)
    targets = _targets(parts, part)
    for id_ in known:
        name = targets.get(id_)
        if name is None or name not in parts:
            continue
        if id_ in charts:
            parts[name] = filled(parts[name], charts[id_])
            for below in _targets(parts, name).values():
                if below.endswith(".xlsx"):
                    parts[below] = workbook(charts[id_])
        else:
            _drop(parts, name)
            parts[rels] = re.sub(rb'<Relationship [^>]*\bId="%s"[^>]*/>' % id_.encode(), b"", parts[rels])


def filled(xml: bytes, chart: Chart) -> bytes:
    """The chart part with the names and numbers of ``chart``; its look stays."""
    root = deepcopy(_parsed(xml))
    series = list(root.iter(f"{{{C}}}ser"))
    for at in range(len(series), len(chart.series)):
        more = deepcopy(series[-1])
        for name in ("idx", "order"):
            more.find(f"{{{C}}}{name}").set("val", str(at))
        series[-1].addnext(more)
        series.append(more)
    for extra in series[len(chart.series) :]:
        extra.getparent().remove(extra)
    count = len(chart.bars)
    names = _strings(f"{SHEET}!$A$2:$A${count + 1}", [bar.name for bar in chart.bars])
    for at, (each, name) in enumerate(zip(series, chart.series, strict=False)):
        letter = column(at + 1)
        _set(each, "tx", _strings(f"{SHEET}!${letter}$1", [name]))
        _set(each, "cat", deepcopy(names))
        _set(each, "val", _numbers(f"{SHEET}!${letter}$2:${letter}${count + 1}", chart, at))
        for point in each.findall(f"{{{C}}}dPt"):
            if int(point.find(f"{{{C}}}idx").get("val")) >= count:
                each.remove(point)
    text: str = etree.tostring(root, encoding="unicode")
    return (_DECLARED + text).encode()


@lru_cache(maxsize=32)
def _parsed(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, _parser())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _set(series: etree._Element, name: str, content: etree._Element) -> None:
    holder = series.find(f"{{{C}}}{name}")
    if holder is None:
        holder = etree.Element(f"{{{C}}}{name}")
        before = {"tx": 2, "cat": None, "val": None}[name]
        if before is not None:
            series.insert(before, holder)
        else:
            places = [at for at, each in enumerate(series) if each.tag in _BEFORE or each.tag == f"{{{C}}}cat"]
            series.insert(max(places, default=-1) + 1, holder)
    for each in list(holder):
        holder.remove(each)
    holder.append(content)


def _strings(formula: str, texts: list[str]) -> etree._Element:
    made = _reference("strRef", formula, "strCache")
    cache = made[1]
    _add(cache, "ptCount", val=str(len(texts)))
    for at, text in enumerate(texts):
        _add(_add(cache, "pt", idx=str(at)), "v").text = " ".join(clean(text).split())
    return made


def _numbers(formula: str, chart: Chart, series: int) -> etree._Element:
    made = _reference("numRef", formula, "numCache")
    cache = made[1]
    _add(cache, "formatCode").text = "General"
    _add(cache, "ptCount", val=str(len(chart.bars)))
    for at, bar in enumerate(chart.bars):
        value = bar.values[series]
        if value is not None:
            _add(_add(cache, "pt", idx=str(at)), "v").text = plain(value)
    return made


def _reference(name: str, formula: str, cache: str) -> etree._Element:
    made = etree.Element(f"{{{C}}}{name}")
    _add(made, "f").text = formula
    _add(made, cache)
    return made


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{C}}}{name}", attributes)


def _rels_of(part: str) -> str:
    return f"{dirname(part)}/_rels/{basename(part)}.rels"


def _targets(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    """The parts that a part points to, by relationship id."""
    xml = parts.get(_rels_of(part))
    if xml is None:
        return {}
    inside = [each for each in etree.fromstring(xml, _parser()) if each.get("TargetMode") != "External"]
    return {each.get("Id"): _resolved(part, each.get("Target")) for each in inside}


def _resolved(part: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(join(dirname(part), target))


def _drop(parts: dict[str, bytes], name: str) -> None:
    gone = [name, *_targets(parts, name).values(), _rels_of(name)]
    for each in gone:
        parts.pop(each, None)
        pattern = rb'<Override [^>]*PartName="/%s"[^>]*/>' % re.escape(each).encode()
        parts["[Content_Types].xml"] = re.sub(pattern, b"", parts["[Content_Types].xml"])
