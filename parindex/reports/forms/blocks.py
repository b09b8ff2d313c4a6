"""The lines of a domain's sheet: one block per leaf, with the cells to fill in, laid out before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from parindex.model.criteria import Domain, Group, Leaf, Node
from parindex.model.indicators import Indicator
from parindex.reports.forms.cells import Field, at
from parindex.reports.forms.measures import Entry, entries, last_year_entries
from parindex.reports.forms.source import FormSource
from parindex.values.findings import Route


class Row(Struct):
    """One line of a block."""

    key: str
    label: str = ""
    name: str = ""
    """What the value is called in formulas."""
    fields: dict[str, Field] = {}
    """Open cells by column."""


class Block(Struct):
    """A group's heading, or a leaf with its lines."""

    node: Group | Leaf
    indicator: Indicator | None = None
    rows: list[Row] = []
    told: str = ""
    """What to know instead of figures: they stand elsewhere, or others give the points."""


def sheet_key(domain: Domain) -> str:
    """The key of a domain's sheet."""
    return f"domain/{domain.code}"


def blocks(domain: Domain, source: FormSource, placed: dict[str, str]) -> list[Block]:
    """The blocks of a domain in order. ``placed`` notes at which criterion an indicator is filled in: once."""
    return list(_blocks(domain.criteria, sheet_key(domain), source, placed))


def _blocks(nodes: list[Node], sheet: str, source: FormSource, placed: dict[str, str]) -> Iterator[Block]:
    for node in nodes:
        if isinstance(node, Group):
            yield Block(node)
            yield from _blocks(node.criteria, sheet, source, placed)
        else:
            yield _leaf(node, sheet, source, placed)


def _leaf(leaf: Leaf, sheet: str, source: FormSource, placed: dict[str, str]) -> Block:
    names = [source.indicators[id_] for id_ in leaf.names.values()]
    block = Block(leaf, names[0] if leaf.indicator is not None else None)
    told: list[str] = []
    if leaf.scored_by == "council" or not names:
        told.append("Hội đồng thẩm định cho điểm.")
        names = []
    for indicator in names:
        told += _indicator(leaf, indicator, sheet, source, placed, block)
    if not block.rows:
        block.rows.append(Row(f"{leaf.code}/-"))
    block.told = " ".join(told)
    first = block.rows[0].fields
    first["explanation"] = source.field(sheet, block.rows[0].key, "explanation", ("explanations", leaf.code), "text")
    if leaf.scored_by == "unit":
        first["claim"] = source.field(sheet, block.rows[0].key, "claim", ("claims", leaf.code), "number")
    return block


def _indicator(
    leaf: Leaf, indicator: Indicator, sheet: str, source: FormSource, placed: dict[str, str], block: Block
) -> list[str]:
    """Lay out the cells of one indicator; gives what to say where there are none."""
    if indicator.id in placed:
        return [f"Số liệu nhập ở tiêu chí {placed[indicator.id]}."]
    placed[indicator.id] = leaf.code
    if indicator.measure == "reports":
        row = Row(f"{leaf.code}/{indicator.id}")
        block.rows.append(row)
        _nothing_arose(row, indicator, sheet, source)
        return ["Nhập ở trang Báo cáo."]
    told: list[str] = []
    if indicator.derived and indicator.derived in source.derived:
        kind = "các cuộc kiểm tra trong tệp của đơn vị" if "inspection" in indicator.derived else "trang Nhiệm vụ"
        return [f"Tính từ {kind}."]
    if indicator.derived and "tasks" in indicator.derived:
        told = ["Chỉ nhập khi không khai trang Nhiệm vụ."]
    figures = entries(leaf, indicator, source)
    if leaf.indicator is not None:
        figures += last_year_entries(indicator, source)
    proofs = _proofs(("facts", indicator.id, "evidence"), source)
    first = len(block.rows)
    for number, (figure, proof) in enumerate(zip_longest(figures, range(proofs))):
        block.rows.append(_row(f"{leaf.code}/{indicator.id}/{number}", sheet, indicator, figure, proof, source))
    top = block.rows[first]
    top.fields["as_of"] = source.field(sheet, top.key, "as_of", ("facts", indicator.id, "as_of"), "day")
    _nothing_arose(top, indicator, sheet, source)
    return told


def _nothing_arose(row: Row, indicator: Indicator, sheet: str, source: FormSource) -> None:
    route: Route = ("not_arising", indicator.id, "reason")
    row.fields["not_arising"] = source.field(sheet, row.key, "not_arising", route, "text")


def _row(
    key: str, sheet: str, indicator: Indicator, figure: Entry | None, proof: int | None, source: FormSource
) -> Row:
    row = Row(key)
    if figure is not None:
        row.label, row.name = figure.label, figure.name
        row.fields["value"] = source.field(sheet, key, "value", figure.route, figure.kind)
    if proof is not None:
        route: Route = ("facts", indicator.id, "evidence", proof)
        row.fields["doc"] = source.field(sheet, key, "doc", (*route, "doc"), "document")
        row.fields["at"] = source.field(sheet, key, "at", (*route, "at"), "text")
    return row


def _proofs(route: Route, source: FormSource) -> int:
    """Lines for the evidence that is there and for one more, at least two."""
    given = at(source.data, route)
    return max(2, len(given) + 1) if isinstance(given, list) else 2
