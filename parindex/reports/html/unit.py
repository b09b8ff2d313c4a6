"""The page of a unit: its place, its domains, every criterion with its working, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from parindex.locale.periods import period_name
from parindex.model.sheet import Line, Sheet
from parindex.reports.html.addresses import domain_page, unit_page, up
from parindex.reports.html.charts import Bar, bar
from parindex.reports.html.proofs import Proof, proofs_of
from parindex.reports.html.rankings import COLOURS, climbed_words
from parindex.reports.html.sections import Domain, sections_of, state_counts
from parindex.reports.html.shell import REFERENCE, SYNTHETIC, Frame, Link, Shell, group_title, shell
from parindex.reports.ranking.view import Group, Part, RankingView, Row
from parindex.reports.ranking.words import remarks, signed, to_next
from parindex.reports.view.evidence import criterion_mark
from parindex.reports.view.results import results_of
from parindex.reports.view.words import Scores, capital
from parindex.values.numbers import ZERO


class UnitPlace(Struct, frozen=True):
    """Where a unit stands; plain data, so that its page can be made in another process."""

    group: Group
    row: Row
    domains: tuple[tuple[Part, Row], ...]
    before: tuple[str, str] | None
    """Name and id of the unit before it in the ranking."""
    after: tuple[str, str] | None


class Figure(Struct, frozen=True):
    """A figure at the head of the page."""

    label: str
    text: str
    small: str = ""


class DomainLine(Struct, frozen=True):
    """A domain in the summary."""

    code: str
    name: str
    mark: str
    href: str
    max: str
    scorable: str
    earned: str
    index: str
    bar: Bar
    place: str
    change: str


class UnitPage(Struct, frozen=True):
    """A unit."""

    shell: Shell
    title: str
    period: str
    set_title: str
    why: str
    """Why the unit has no place; empty where it has one."""
    remarks: str
    figures: tuple[Figure, ...]
    lead: tuple[str, ...]
    domains: tuple[DomainLine, ...]
    counts: tuple[tuple[str, str, int], ...]
    """For the filter: state, words, criteria."""
    sections: Iterator[Domain]
    plans: tuple[str, ...]
    proofs: tuple[Proof, ...]
    before: Link | None
    after: Link | None


def unit_places(view: RankingView) -> Iterator[UnitPlace]:
    """The units of all groups by place."""
    for group in view.groups():
        before: tuple[str, str] | None = None
        last: tuple[Row, tuple[tuple[Part, Row], ...]] | None = None
        for row, domains in view.domains(group.number):
            if last is not None:
                yield UnitPlace(group, *last, before, (row.name, row.id))
                before = last[0].name, last[0].id
            last = row, tuple(domains)
        if last is not None:
            yield UnitPlace(group, *last, before, None)


def unit_page_of(
    sheet: Sheet,
    frame: Frame,
    place: UnitPlace | None,
    *,
    why: str = "",
    links: Mapping[str, str] | None = None,
    medians: Mapping[str, str] | None = None,
) -> UnitPage:
    """The page of a unit.

    ``why`` says why it has no place, where it has none. ``links`` gives by document id the address of its file as it
    works from the page; ``medians`` by code what half of the group's units reach.
    """
    page = unit_page(sheet.unit.id)
    score = Scores(sheet.policy.rounding)
    labels = [REFERENCE] if sheet.set.status == "reference" else []
    if sheet.unit.synthetic:
        labels.append(SYNTHETIC)
    return UnitPage(
        shell=shell(frame, page, labels=tuple(labels)),
        title=sheet.unit.name,
        period=capital(period_name(sheet.period)),
        set_title=sheet.set.title,
        why=why,
        remarks=capital(remarks(place.row, frame.about, sheet.policy.rounding)) if place else "",
        figures=tuple(_figures(sheet, place, score)),
        lead=results_of(sheet, None, "").overall.paragraphs,
        domains=tuple(_domain_line(line, at, sheet, place, score, page) for at, line in enumerate(sheet.lines)),
        counts=tuple(state_counts(sheet)),
        sections=sections_of(sheet, score, links or {}, medians or {}, page),
        plans=tuple(f"{plan.title} (số {plan.number})" if plan.number else plan.title for plan in sheet.plans),
        proofs=tuple(proofs_of(sheet, links or {})),
        before=_way(place.before, page) if place else None,
        after=_way(place.after, page) if place else None,
    )


def _way(unit: tuple[str, str] | None, page: str) -> Link | None:
    return Link(unit[0], up(page) + unit_page(unit[1])) if unit else None


def _figures(sheet: Sheet, place: UnitPlace | None, score: Scores) -> Iterator[Figure]:
    totals = sheet.totals
    yield Figure("Chỉ số", score.share(totals.index), "tạm tính" if totals.provisional else "")
    out = f"tối đa của bộ: {score(totals.max)}" if totals.max != totals.scorable else ""
    yield Figure("Điểm / điểm tối đa được chấm", f"{score(totals.earned)} / {score(totals.scorable)}", out)
    if place is not None:
        row, group = place.row, place.group
        shared = ", đồng hạng" if row.shared else ""
        yield Figure("Hạng", f"{row.place} / {group.units}", f"{group_title(group)}{shared}")
    if sheet.score_class:
        more = f"còn thiếu để lên {to_next(place.row, place.group.rounding)}" if place and place.row.next_class else ""
        yield Figure("Xếp loại", sheet.score_class, more)
    if place is not None and place.row.change is not None:
        yield Figure(
            f"So với {'cùng kỳ ' if sheet.period != str(sheet.year) else ''}năm {sheet.year - 1}",
            signed(place.row.change, place.group.rounding.digits, place.group.rounding.mode),
            "; ".join(filter(None, ["điểm phần trăm", climbed_words(place.row.climbed)])),
        )
    if place is not None and place.row.behind:
        yield Figure("Kém đơn vị dẫn đầu", score(place.row.behind), "điểm phần trăm")


def _domain_line(line: Line, at: int, sheet: Sheet, place: UnitPlace | None, score: Scores, page: str) -> DomainLine:
    totals = line.totals
    found = next((row for part, row in place.domains if part.code == line.code), None) if place else None
    earned, scorable = (totals.earned, totals.scorable) if totals else (ZERO, ZERO)
    return DomainLine(
        code=line.code,
        name=line.name,
        mark=criterion_mark(line.code),
        href=up(page) + domain_page(sheet.set.id, line.code) if found else "",
        max=score(line.max),
        scorable=score(scorable),
        earned=score(earned),
        index=score.share(totals.index if totals else None),
        bar=bar([(at % COLOURS, earned)], line.max, line.max - scorable),
        place=f"{found.place}/{place.group.units}" if found and place else "",
        change=signed(found.change, sheet.policy.rounding.digits, sheet.policy.rounding.mode) if found else "",
    )
