"""The pages of places: the whole ranking, and the ranking in each domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from parindex.locale.alphabet import sort_key
from parindex.reports.html.addresses import INDEX, domain_page, unit_page, up
from parindex.reports.html.charts import Bar, bar
from parindex.reports.html.shell import Link, Shell, frame_of, group_title, shell
from parindex.reports.ranking.view import TOTAL, About, Apart, Group, Part, RankingView, Row
from parindex.reports.ranking.words import notes, printed, remarks, signed, to_next, why
from parindex.reports.view.words import Scores
from parindex.values.numbers import RoundingMode, plain

COLOURS = 8
"""Colours of domains; a ninth domain begins them anew, and the text of the bar tells them apart."""


class Cell(Struct, frozen=True):
    """A figure as it is printed, and what it is sorted by."""

    text: str
    value: str


class UnitRow(Struct, frozen=True):
    """A unit in the table."""

    place: int
    shared: bool
    name: str
    href: str
    order: int
    """Of the name, in the Vietnamese alphabet."""
    index: Cell
    bar: Bar
    bar_text: str
    earned: Cell
    scorable: str
    score_class: str
    class_order: int
    change: Cell
    climbed: Cell
    climbed_words: str
    behind: Cell
    to_next: Cell
    remarks: str
    marks: str
    """Words of the filter that hold for the unit."""


class ClassCount(Struct, frozen=True):
    """How many units of a group are in a class."""

    name: str
    units: int
    share: str


class GroupTable(Struct, frozen=True):
    """A group with its places; ``rows`` can be walked once."""

    number: int
    name: str
    units: int
    mean: str
    highest: str
    lowest: str
    classes: tuple[ClassCount, ...]
    legend: tuple[tuple[int, str], ...]
    """Colours and what they stand for; empty where the bar is of one colour."""
    unranked: str
    rows: Iterator[UnitRow]


class DomainRow(Struct, frozen=True):
    """A domain in the list: the mean of each group."""

    code: str
    name: str
    href: str
    max: str
    means: tuple[str, ...]


class DomainList(Struct, frozen=True):
    """The domains of a set."""

    title: str
    groups: tuple[str, ...]
    rows: tuple[DomainRow, ...]


class ApartRow(Struct, frozen=True):
    """A unit without a place."""

    name: str
    href: str | None
    why: str


class RankingPage(Struct, frozen=True):
    """The whole ranking, or that of one domain."""

    shell: Shell
    title: str
    part: str
    notes: tuple[str, ...]
    tables: Iterator[GroupTable]
    domains: tuple[DomainList, ...]
    apart: Iterator[ApartRow]
    apart_count: int
    others: tuple[Link, ...]
    """The other domains."""


def index_page(view: RankingView, has_page: frozenset[str]) -> RankingPage:
    """The first page; ``has_page`` are the ids of units without a place that have a page all the same."""
    groups = view.groups()
    return RankingPage(
        shell=shell(frame_of(view), INDEX, INDEX),
        title="Bảng xếp hạng",
        part="",
        notes=tuple(notes(view.about, groups)),
        tables=(_table(view, group, Part(TOTAL, "", Decimal(0)), INDEX) for group in groups),
        domains=tuple(_domains(view, groups)),
        apart=(_apart(unit, has_page) for unit in view.apart()),
        apart_count=view.about.apart,
        others=(),
    )


def domain_pages(view: RankingView) -> Iterator[tuple[str, RankingPage]]:
    """A page for each domain of each set, with its place in the site."""
    groups = view.groups()
    for set_id in dict.fromkeys(group.set_id for group in groups):
        mine = [group for group in groups if group.set_id == set_id]
        parts = [part for part in view.parts(set_id) if part.code != TOTAL]
        score = Scores(mine[0].rounding)
        for part in parts:
            page = domain_page(set_id, part.code)
            others = tuple(
                Link(f"{each.code}. {each.name}", up(page) + domain_page(set_id, each.code), each is part)
                for each in parts
            )
            yield (
                page,
                RankingPage(
                    shell=shell(frame_of(view), page, f"{INDEX}#linh-vuc"),
                    title=f"Xếp hạng lĩnh vực {part.code}. {part.name}",
                    part=part.name,
                    notes=(f"Điểm tối đa của lĩnh vực: {score(part.max)}", *notes(view.about, groups)),
                    tables=(_table(view, group, part, page) for group in mine),
                    domains=(),
                    apart=iter(()),
                    apart_count=0,
                    others=others,
                ),
            )


def _table(view: RankingView, group: Group, part: Part, page: str) -> GroupTable:
    score = Scores(group.rounding)
    summary = view.summary(group.number, part.code)
    parts = [each for each in view.parts(group.set_id) if each.code != TOTAL]
    classes = [each.name for each in summary.classes if each.name is not None]
    return GroupTable(
        number=group.number,
        name=group_title(group),
        units=summary.units,
        mean=score(summary.mean),
        highest=score(summary.highest),
        lowest=score(summary.lowest),
        classes=tuple(
            ClassCount(each.name or "Chưa xếp loại", each.units, f"{score(each.share)}%") for each in summary.classes
        ),
        legend=tuple((colour(parts, each), f"{each.code}. {each.name}") for each in parts) if not part.code else (),
        unranked="; ".join(view.unranked(group.number, part.code)) if part.code else "",
        rows=_rows(view, group, part, page, parts, classes),
    )


def colour(parts: Sequence[Part], part: Part) -> int:
    """The number of a domain's colour."""
    return next(at for at, each in enumerate(parts) if each.code == part.code) % COLOURS


def _rows(
    view: RankingView, group: Group, part: Part, page: str, parts: Sequence[Part], classes: Sequence[str]
) -> Iterator[UnitRow]:
    score = Scores(group.rounding)
    names = sorted((sort_key(row.name), row.id) for row in view.rows(group.number, part.code))
    order = {id_: at for at, (_, id_) in enumerate(names)}
    del names
    if part.code:
        rows = ((row, [(part, row)]) for row in view.rows(group.number, part.code))
        yield from (_row(row, own, group, view.about, score, page, parts, classes, order) for row, own in rows)
    else:
        for row, own in view.domains(group.number):
            yield _row(row, list(own), group, view.about, score, page, parts, classes, order)


def _row(
    row: Row,
    own: Sequence[tuple[Part, Row]],
    group: Group,
    about: About,
    score: Scores,
    page: str,
    parts: Sequence[Part],
    classes: Sequence[str],
    order: dict[str, int],
) -> UnitRow:
    shown = printed(row.index, group.rounding) if group.ties == "shared" else row.index
    return UnitRow(
        place=row.place,
        shared=row.shared,
        name=row.name,
        href=up(page) + unit_page(row.id),
        order=order[row.id],
        index=Cell(score(row.index), plain(shown)),
        bar=bar([(colour(parts, each), found.earned) for each, found in own], row.max, row.max - row.scorable),
        bar_text="; ".join(f"{each.name}: {score(found.earned)}/{score(found.max)}" for each, found in own),
        earned=Cell(score(row.earned), plain(row.earned)),
        scorable=score(row.scorable),
        score_class=row.score_class or "",
        class_order=classes.index(row.score_class) if row.score_class in classes else len(classes),
        change=_signed(row.change, group.rounding.digits, group.rounding.mode),
        climbed=_signed(row.climbed, 0),
        climbed_words=climbed_words(row.climbed),
        behind=Cell(score(row.behind) if row.behind else "", plain(row.behind)),
        to_next=Cell(to_next(row, group.rounding), plain(row.short) if row.short is not None else ""),
        remarks=remarks(row, about, group.rounding),
        marks=" ".join(marks(row)),
    )


def climbed_words(climbed: int | None) -> str:
    """``tăng 2 bậc``; empty where last year's place is not known."""
    if climbed is None:
        return ""
    return f"{'tăng' if climbed > 0 else 'giảm'} {abs(climbed)} bậc" if climbed else "giữ nguyên hạng"


def marks(row: Row) -> Iterator[str]:
    """What keeps a unit's index from being whole."""
    if row.rescaled:
        yield "quy-doi"
    if row.provisional:
        yield "tam-tinh"
    if row.missing:
        yield "thieu"
    if row.errors:
        yield "loi"


def _signed(value: Decimal | int | None, digits: int, mode: RoundingMode = "half-up") -> Cell:
    return Cell(signed(value, digits, mode), "" if value is None else plain(Decimal(value)))


def _domains(view: RankingView, groups: Sequence[Group]) -> Iterator[DomainList]:
    for set_id in dict.fromkeys(group.set_id for group in groups):
        mine = [group for group in groups if group.set_id == set_id]
        score = Scores(mine[0].rounding)
        title = next((each.title for each in view.about.sets if each.id == set_id), "")
        rows = tuple(
            DomainRow(
                part.code,
                part.name,
                domain_page(set_id, part.code),
                score(part.max),
                tuple(score.share(view.summary(group.number, part.code).mean) for group in mine),
            )
            for part in view.parts(set_id)
            if part.code != TOTAL
        )
        yield DomainList(title, tuple(group_title(group) for group in mine), rows)


def _apart(unit: Apart, has_page: frozenset[str]) -> ApartRow:
    href = unit_page(unit.id) if unit.id is not None and unit.id in has_page else None
    return ApartRow(unit.name, href, why(unit))
