"""Tables whose columns come from the data: their grid as wide as their rows."""

from __future__ import annotations

from lxml import etree

from parindex.reports.word.names import W
from parindex.reports.word.tags import parse

_VAL, _WIDTH = f"{{{W}}}val", f"{{{W}}}w"


def fitted(part: str, xml: str) -> str:
    """The part with the columns that no row of a table has taken out of its grid."""
    root = parse(part, xml.encode())
    for table in root.iter(f"{{{W}}}tbl"):
        grid = table.find(f"{{{W}}}tblGrid")
        used = max((_columns(row) for row in table.iterchildren(f"{{{W}}}tr")), default=0)
        if grid is None or not 0 < used < len(grid):
            continue
        for column in list(grid)[used:]:
            grid.remove(column)
        width = table.find(f"{{{W}}}tblPr/{{{W}}}tblW")
        if width is not None and width.get(f"{{{W}}}type") == "dxa":
            width.set(_WIDTH, str(sum(int(column.get(_WIDTH, "0")) for column in grid)))
    text: str = etree.tostring(root, encoding="unicode")
    return text


def _columns(row: etree._Element) -> int:
    spans = [cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan") for cell in row.iterchildren(f"{{{W}}}tc")]
    return sum(1 if span is None else int(span.get(_VAL, "1")) for span in spans)
