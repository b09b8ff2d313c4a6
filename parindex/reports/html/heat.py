"""The heat map: what each unit reached in each criterion, as percent of the criterion's maximum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice

from msgspec import Struct

from parindex.reports.html.addresses import criterion_page, domain_page, heat_page, unit_page, up
from parindex.reports.html.charts import share, whole_percent
from parindex.reports.html.shell import Link, Shell, frame_of, group_title, shell
from parindex.reports.ranking.view import TOTAL, Cell, Criterion, Group, RankingView, Row
from parindex.reports.view.words import Scores

UNITS_A_PAGE = 150
"""Rows of one page: with a hundred criteria, what a browser still scrolls smoothly."""
COLUMNS_ON_A4 = 55
"""Columns that stay readable on a sheet of A4."""
STEPS = ((0, "0%"), (50, "dưới 50%"), (70, "50 – dưới 70%"), (80, "70 – dưới 80%"), (90, "80 – dưới 90%"),
         (100, "90 – dưới 100%"))  # fmt: skip
FULL = "100%"
MARKS = {"pending": ("chờ", "chờ thẩm định hoặc điều tra"), "not_arising": ("kps", "không phát sinh")}
NONE = "–"


class HeatCell(Struct, frozen=True):
    """One unit in one criterion."""

    text: str
    style: str
    """``h0`` … ``h6`` by percent of the maximum; ``hx`` where there is none."""


class HeatRow(Struct, frozen=True):
    """A unit."""

    place: int
    name: str
    href: str
    index: str
    cells: tuple[HeatCell, ...]


class HeatHead(Struct, frozen=True):
    """A column, or the domain above some columns."""

    code: str
    name: str
    href: str
    span: int = 1


class HeatPage(Struct, frozen=True):
    """A page of the map; ``rows`` can be walked once."""

    shell: Shell
    title: str
    groups: tuple[Link, ...]
    pages: tuple[Link, ...]
    domains: tuple[HeatHead, ...]
    criteria: tuple[HeatHead, ...]
    large: bool
    """Whether the map needs a larger sheet of paper than A4."""
    legend: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, str], ...]
    rows: Iterator[HeatRow]


def heat_pages(view: RankingView) -> Iterator[tuple[str, HeatPage]]:
    """The pages of each group, with their places in the site; each must be written before the next is asked for."""
    groups = view.groups()
    for group in groups:
        matrix = view.matrix(group.number)
        count = -(-group.units // UNITS_A_PAGE)
        for number in range(1, count + 1):
            page = heat_page(group.number, number)
            yield page, _page(view, groups, group, number, count, page, islice(matrix, UNITS_A_PAGE))


def _page(
    view: RankingView,
    groups: Sequence[Group],
    group: Group,
    number: int,
    count: int,
    page: str,
    units: Iterator[tuple[Row, Mapping[str, Cell]]],
) -> HeatPage:
    root, criteria = up(page), view.criteria(group.set_id)
    names = {part.code: part.name for part in view.parts(group.set_id) if part.code != TOTAL}
    domains = [(code, len(list(found))) for code, found in groupby(criteria, key=lambda each: each.domain)]
    first = (number - 1) * UNITS_A_PAGE + 1
    return HeatPage(
        shell=shell(frame_of(view), page, heat_page(groups[0].number)),
        title=f"Bản đồ nhiệt: {group_title(group)}",
        groups=tuple(Link(group_title(each), root + heat_page(each.number), each is group) for each in groups),
        pages=tuple(
            Link(
                f"{(at - 1) * UNITS_A_PAGE + 1}–{min(at * UNITS_A_PAGE, group.units)}",
                root + heat_page(group.number, at),
                (at - 1) * UNITS_A_PAGE + 1 == first,
            )
            for at in range(1, count + 1)
        )
        if count > 1
        else (),
        domains=tuple(
            HeatHead(code, names.get(code, ""), root + domain_page(group.set_id, code), span) for code, span in domains
        ),
        criteria=tuple(
            HeatHead(each.code, each.name, root + criterion_page(group.set_id, each.code)) for each in criteria
        ),
        large=len(criteria) > COLUMNS_ON_A4,
        legend=(*((f"h{at}", words) for at, (_, words) in enumerate(STEPS)), (f"h{len(STEPS)}", FULL)),
        marks=tuple(MARKS.values()),
        rows=(_row(row, cells, criteria, group, root) for row, cells in units),
    )


def _row(row: Row, cells: Mapping[str, Cell], criteria: Sequence[Criterion], group: Group, root: str) -> HeatRow:
    score = Scores(group.rounding)
    return HeatRow(
        row.place,
        row.name,
        root + unit_page(row.id),
        score(row.index),
        tuple(_cell(cells.get(each.code), each, score) for each in criteria),
    )


def _cell(cell: Cell | None, criterion: Criterion, score: Scores) -> HeatCell:
    if cell is None or cell.final is None:
        return HeatCell(MARKS.get(cell.status, (NONE, ""))[0] if cell else NONE, "hx")
    reached = share(criterion.reached(cell.final), criterion.max)
    if reached is None:
        return HeatCell(score(cell.final), "hx")
    if reached < 0:
        return HeatCell(score(cell.final), "h0")
    return HeatCell(str(whole_percent(reached)), style_of(whole_percent(reached)))


def style_of(percent: int) -> str:
    """The colour of a whole percent: zero and the full score stand apart."""
    if percent <= 0:
        return "h0"
    return next((f"h{at}" for at, (below, _) in enumerate(STEPS) if percent < below), f"h{len(STEPS)}")
