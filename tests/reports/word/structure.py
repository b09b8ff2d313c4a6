"""The rules of a .docx on which Word is strict: one assertion helper for every kind of document."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from posixpath import dirname, join, normpath

from lxml import etree
from python_calamine import CalamineWorkbook

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SERIES = ("idx", "order", "tx", "spPr", "invertIfNegative", "dPt", "dLbls", "cat", "val")
_HEADINGS = ("Đề mục I", "Đề mục 1", "Đề mục a", "Phụ lục", "Tên bảng")


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert len(set(names)) == len(names)
        assert names[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: package.read(name) for name in names}


def assert_sound(data: bytes) -> dict[str, bytes]:
    """Everything that Word checks when it opens a file; gives the parts."""
    parts = unpacked(data)
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    _content_types(parts, trees)
    _relationships(parts, trees)
    _text(parts)
    _ids(trees)
    _tables(trees["word/document.xml"])
    _controls(trees["word/document.xml"])
    _charts(parts, trees)
    return parts


def _content_types(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> None:
    root = trees["[Content_Types].xml"]
    defaults = [each.get("Extension") for each in root if each.tag.endswith("Default")]
    overrides = [each.get("PartName") for each in root if each.tag.endswith("Override")]
    assert len(set(defaults)) == len(defaults)
    assert len(set(overrides)) == len(overrides)
    assert {name.lstrip("/") for name in overrides} <= set(parts)
    for name in parts:
        assert f"/{name}" in overrides or name.rpartition(".")[2] in defaults, name


def _relationships(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> None:
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        ids = [each.get("Id") for each in root]
        assert len(set(ids)) == len(ids), name
        folder = dirname(dirname(name))
        for each in root:
            if each.get("TargetMode") != "External":
                target = each.get("Target")
                resolved = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
                assert resolved in parts, (name, target)
        source = join(folder, name.rpartition("/")[2].removesuffix(".rels"))
        if source in trees:
            used = {value for each in trees[source].iter() for key, value in each.attrib.items() if key.startswith(R)}
            assert used <= set(ids), (source, used - set(ids))


def _text(parts: dict[str, bytes]) -> None:
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", part), name
            assert b"{{" not in part, name
            assert b"{%" not in part, name


def _ids(trees: dict[str, etree._Element]) -> None:
    body = trees["word/document.xml"]
    starts = [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart")]
    names = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    assert len(set(starts)) == len(starts)
    assert len(set(names)) == len(names)
    assert sorted(starts) == sorted(each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd"))
    drawings = [each.get("id") for each in body.iter(f"{WP}docPr")]
    assert len(set(drawings)) == len(drawings)
    anchors = {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")} - {None}
    assert anchors <= set(names)


def _tables(body: etree._Element) -> None:
    for table in body.iter(f"{W}tbl"):
        columns = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
        rows = table.findall(f"{W}tr")
        assert rows
        for row in rows:
            spans = 0
            for cell in row.findall(f"{W}tc"):
                assert cell[-1].tag == f"{W}p", "a cell must end with a paragraph"
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                spans += int(span.get(f"{W}val")) if span is not None else 1
            assert spans == len(columns)


def _controls(body: etree._Element) -> None:
    tags = []
    for control in body.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        assert properties.find(f"{W}id") is None
        assert len(control.find(f"{W}sdtContent")) > 0
        if (tag := properties.find(f"{W}tag")) is not None:  # LibreOffice 7 drops the tags of a template it saves
            assert 0 < len(tag.get(f"{W}val")) <= 64
            tags.append(tag.get(f"{W}val"))
    assert len(set(tags)) == len(tags)


def _charts(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> None:
    drawn = {each.get(f"{R}id") for each in trees["word/document.xml"].iter(f"{C}chart")}
    rels = {each.get("Id"): each.get("Target") for each in trees["word/_rels/document.xml.rels"]}
    charts = [name for name in parts if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    assert {f"word/{rels[id_]}" for id_ in drawn} == set(charts)
    books = [name for name in parts if name.startswith("word/embeddings/")]
    assert len(books) == len(charts)
    for name in charts:
        _chart(parts, trees, name)


def _chart(parts: dict[str, bytes], trees: dict[str, etree._Element], name: str) -> None:
    """Every series has its parts in the schema's order, and its cache says what the workbook behind it says."""
    rel = trees[f"word/charts/_rels/{name.rpartition('/')[2]}.rels"][0]
    book = parts[normpath(join("word/charts", rel.get("Target")))]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    series = list(trees[name].iter(f"{C}ser"))
    assert series
    for at, each in enumerate(series):
        order = [child.tag.removeprefix(C) for child in each]
        assert order == sorted(order, key=_SERIES.index)
        assert [v.text for v in each.find(f"{C}tx").iter(f"{C}v")] == [rows[0][at + 1]]
        assert [v.text for v in each.find(f"{C}cat").iter(f"{C}v")] == [row[0] for row in rows[1:]]
        values = {int(pt.get("idx")): float(pt.find(f"{C}v").text) for pt in each.find(f"{C}val").iter(f"{C}pt")}
        assert values == {n: row[at + 1] for n, row in enumerate(rows[1:]) if row[at + 1] != ""}
        count = each.find(f"{C}val/{C}numRef/{C}numCache/{C}ptCount")
        assert int(count.get("val")) == len(rows) - 1


def assert_no_empty_heading(data: bytes) -> None:
    """Nothing that is left out leaves its heading: a heading is followed by text, a table or a deeper heading."""
    parts = unpacked(data)
    body = etree.fromstring(parts["word/document.xml"])[0]
    styles = etree.fromstring(parts["word/styles.xml"])
    names = {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val") for style in styles.iter(f"{W}style")}
    blocks = [block for each in body for block in (each.find(f"{W}sdtContent") if each.tag == f"{W}sdt" else [each])]

    def rank(block: etree._Element) -> int | None:
        style = block.find(f"{W}pPr/{W}pStyle") if block.tag == f"{W}p" else None
        name = names[style.get(f"{W}val")] if style is not None else ""
        return _HEADINGS.index(name) if name in _HEADINGS[:3] else None

    for block, following in pairwise(blocks):
        at, after = rank(block), rank(following)
        if at is not None:
            assert after is None or after > at, "".join(block.itertext())
            assert (
                following.tag != f"{W}p" or "".join(following.itertext()).strip() or list(following.iter(f"{W}drawing"))
            ), "".join(block.itertext())
