"""The pages of criteria: how the points of all units spread in each one, and the list of all criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from parindex.locale.formats import number
from parindex.locale.steps import STATUS
from parindex.reports.html.addresses import CRITERIA, criterion_page, domain_page, unit_page, up
from parindex.reports.html.charts import Bar, Spread, axis, bar, quartiles, share, spread
from parindex.reports.html.columns import Columns
from parindex.reports.html.shell import Link, Shell, frame_of, group_title, shell
from parindex.reports.ranking.view import TOTAL, Cell, Criterion, Member, RankingView
from parindex.reports.view.words import DASH, Scores
from parindex.values.numbers import ZERO, exact, plain


class UnitPoints(Struct, frozen=True):
    """A unit's row in the page of a criterion."""

    place: int
    name: str
    order: int
    href: str
    points: str
    value: str
    bar: Bar
    status: str


class GroupSpread(Struct, frozen=True):
    """A group in one criterion; ``rows`` can be walked once."""

    number: int
    name: str
    units: int
    scored: int
    full: int
    mean: str
    median: str
    lowest: str
    highest: str
    others: tuple[tuple[str, int], ...]
    """Units without points, by status."""
    plot: Spread | None
    plot_text: str
    zoomed: str
    """Where the axis begins, if not at zero."""
    rows: Iterator[UnitPoints]


class CriterionPage(Struct, frozen=True):
    """One criterion."""

    shell: Shell
    title: str
    code: str
    name: str
    domain: str
    domain_href: str
    max: str
    set_title: str
    groups: tuple[GroupSpread, ...]
    before: Link | None
    after: Link | None


class CriterionRow(Struct, frozen=True):
    """A criterion in the list of all."""

    code: str
    name: str
    href: str
    order: int
    max: str
    max_value: str
    means: tuple[tuple[str, str, Bar], ...]
    """Of each group: the mean share of the maximum, what it is sorted by, and its bar."""


class CriterionList(Struct, frozen=True):
    """The criteria of a set."""

    set_title: str
    groups: tuple[str, ...]
    domains: tuple[tuple[str, str, tuple[CriterionRow, ...]], ...]


class CriteriaPage(Struct, frozen=True):
    """All criteria."""

    shell: Shell
    title: str
    lists: tuple[CriterionList, ...]


def criterion_pages(view: RankingView, columns: Sequence[Columns]) -> Iterator[tuple[str, CriterionPage]]:
    """A page for each criterion of each set, with its place in the site."""
    for set_id, mine in _by_set(columns).items():
        criteria = view.criteria(set_id)
        names = {part.code: part.name for part in view.parts(set_id)}
        title = next((each.title for each in view.about.sets if each.id == set_id), "")
        for at, criterion in enumerate(criteria):
            page = criterion_page(set_id, criterion.code)
            yield (
                page,
                CriterionPage(
                    shell=shell(frame_of(view), page, CRITERIA),
                    title=f"{criterion.code}. {criterion.name}",
                    code=criterion.code,
                    name=criterion.name,
                    domain=f"{criterion.domain}. {names.get(criterion.domain, '')}",
                    domain_href=up(page) + domain_page(set_id, criterion.domain),
                    max=Scores(mine[0].group.rounding)(criterion.max),
                    set_title=title,
                    groups=tuple(_spread(each, criterion, page) for each in mine),
                    before=_link(set_id, criteria[at - 1], page) if at else None,
                    after=_link(set_id, criteria[at + 1], page) if at + 1 < len(criteria) else None,
                ),
            )


def criteria_page(view: RankingView, columns: Sequence[Columns]) -> CriteriaPage:
    """The list of all criteria."""
    return CriteriaPage(
        shell=shell(frame_of(view), CRITERIA, CRITERIA),
        title="Các tiêu chí",
        lists=tuple(_list(view, set_id, mine) for set_id, mine in _by_set(columns).items()),
    )


def _by_set(columns: Sequence[Columns]) -> dict[str, list[Columns]]:
    found: dict[str, list[Columns]] = {}
    for each in columns:
        found.setdefault(each.group.set_id, []).append(each)
    return found


def _link(set_id: str, criterion: Criterion, page: str) -> Link:
    return Link(f"{criterion.code}. {criterion.name}", up(page) + criterion_page(set_id, criterion.code))


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    if not values:
        return None
    with exact():
        return sum(values, ZERO) / len(values)


def _spread(columns: Columns, criterion: Criterion, page: str) -> GroupSpread:
    score, found = Scores(columns.group.rounding), columns.of(criterion.code)
    scored = [(unit.name, cell.final) for unit, cell in found if cell.final is not None]
    values = [final for _, final in scored]
    counts: dict[str, int] = {}
    for _, cell in found:
        if cell.final is None:
            words = STATUS.get(cell.status, STATUS["missing"])[0]
            counts[words] = counts.get(words, 0) + 1
    box = quartiles(values) if values else None
    low, high = axis(values, criterion.max)
    with exact():
        ticks = [low + (high - low) * quarter / 4 for quarter in range(5)]
    full = sum(criterion.reached(final) >= criterion.max for final in values) if criterion.max > 0 else 0
    best = "không bị trừ điểm" if criterion.counts == "penalty" else f"đạt điểm tối đa {score(criterion.max)}"
    text = DASH
    if box:
        text = (
            f"{len(values)} đơn vị có điểm: thấp nhất {score(box.low)}, một phần tư số đơn vị từ {score(box.q1)} trở "
            f"xuống, trung vị {score(box.median)}, một phần tư từ {score(box.q3)} trở lên, cao nhất {score(box.high)}; "
            f"{full} đơn vị {best}"
        )
    return GroupSpread(
        number=columns.group.number,
        name=group_title(columns.group),
        units=len(found),
        scored=len(values),
        full=full,
        mean=score(_mean(values)),
        median=score(box.median if box else None),
        lowest=score(box.low if box else None),
        highest=score(box.high if box else None),
        others=tuple(counts.items()),
        plot=spread(scored, low, high, ticks, score) if box else None,
        plot_text=text,
        zoomed=number(low) if low > 0 else "",
        rows=(_unit(unit, cell, columns.order[unit.id], criterion, score, page) for unit, cell in found),
    )


def _unit(unit: Member, cell: Cell, order: int, criterion: Criterion, score: Scores, page: str) -> UnitPoints:
    final = cell.final
    return UnitPoints(
        place=unit.place,
        name=unit.name,
        order=order,
        href=up(page) + unit_page(unit.id),
        points=score(final),
        value="" if final is None else plain(final),
        bar=bar([(0, final or ZERO)], criterion.max),
        status=STATUS.get(cell.status, STATUS["missing"])[0],
    )


def _list(view: RankingView, set_id: str, columns: Sequence[Columns]) -> CriterionList:
    names: Mapping[str, str] = {part.code: part.name for part in view.parts(set_id) if part.code != TOTAL}
    rows: dict[str, list[CriterionRow]] = {}
    for at, criterion in enumerate(view.criteria(set_id)):
        rows.setdefault(criterion.domain, []).append(_criterion(criterion, at, set_id, columns))
    title = next((each.title for each in view.about.sets if each.id == set_id), "")
    return CriterionList(
        title,
        tuple(group_title(each.group) for each in columns),
        tuple((code, names.get(code, ""), tuple(found)) for code, found in rows.items()),
    )


def _criterion(criterion: Criterion, at: int, set_id: str, columns: Sequence[Columns]) -> CriterionRow:
    means = []
    for each in columns:
        score = Scores(each.group.rounding)
        mean = _mean([cell.final for _, cell in each.of(criterion.code) if cell.final is not None])
        reached = None if mean is None else share(criterion.reached(mean), criterion.max)
        text = score.share(reached) if reached is not None else score(mean)
        means.append(
            (
                text,
                "" if mean is None else plain(reached if reached is not None else mean),
                bar([(0, mean or ZERO)], criterion.max),
            )
        )
    return CriterionRow(
        criterion.code,
        criterion.name,
        up(CRITERIA) + criterion_page(set_id, criterion.code),
        at,
        Scores(columns[0].group.rounding)(criterion.max),
        plain(criterion.max),
        tuple(means),
    )
