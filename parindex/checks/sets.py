"""Criteria sets and plans: by themselves, and against the unit that uses them (W7, E303)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches

from parindex.checks.subject import Subject
from parindex.files.document import Document
from parindex.model.criteria import CriteriaSet, Group, Leaf, Node, leaves_of
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.values.findings import Finding, Route
from parindex.values.numbers import exact


def check_fit(subject: Subject) -> Iterator[Finding]:
    """A set of another level or year (W701, W702), and plans of another year (W703)."""
    unit, document, criteria = subject.unit, subject.document, subject.criteria
    if criteria is not None and criteria.level != unit.unit.level:
        yield document.finding("W701", ("criteria",), id=criteria.id, set=criteria.level, unit=unit.unit.level)
    if criteria is not None and criteria.year != unit.year:
        yield document.finding("W702", ("criteria",), id=criteria.id, set=criteria.year, unit=unit.year)
    for plan in subject.plans:
        if plan.year != unit.year:
            route = ("plans", unit.plans.index(plan.id))
            yield document.finding("W703", route, id=plan.id, plan=plan.year, unit=unit.year)


def check_criteria(criteria: CriteriaSet, document: Document, indicators: Mapping[str, Indicator]) -> list[Finding]:
    """All that is wrong or doubtful in a criteria set by itself (E303, W704 to W706)."""
    return [
        *unknown_indicators(criteria, document, indicators),
        *_sums(criteria, document),
        *_twice(_codes(criteria), document),
    ]


def check_plan(plan: Plan, document: Document, indicators: Mapping[str, Indicator]) -> list[Finding]:
    """All that is wrong in a plan by itself: unknown indicators (E303) and ids used twice (W706)."""
    named: list[tuple[Route, str]] = []
    for number, target in enumerate(plan.targets):
        named.append((("targets", number, "indicator"), target.indicator))
        if target.of is not None:
            named.append((("targets", number, "of"), target.of))
    for number, task in enumerate(plan.tasks):
        named += [(("tasks", number, "indicators", at), id_) for at, id_ in enumerate(task.indicators)]
    for number, duty in enumerate(plan.reporting):
        if duty.indicator is not None:
            named.append((("reporting", number, "indicator"), duty.indicator))
    findings = list(_unknown(named, document, indicators))
    ids = {
        "targets": [item.id for item in plan.targets],
        "tasks": [item.id for item in plan.tasks],
        "reporting": [item.id for item in plan.reporting],
        "milestones": [item.id for item in plan.milestones],
    }
    for top, column in ids.items():
        findings += _twice((((top, number, "id"), id_) for number, id_ in enumerate(column)), document)
    return findings


def unknown_indicators(
    criteria: CriteriaSet, document: Document, indicators: Mapping[str, Indicator]
) -> Iterator[Finding]:
    """Indicators that the leaves of a set name and nobody defines (E303): the set cannot be used."""
    named: list[tuple[Route, str]] = []
    for route, leaf in routed_leaves(criteria):
        if leaf.indicator is not None:
            named.append(((*route, "indicator"), leaf.indicator))
        named += [((*route, "facts", name), id_) for name, id_ in (leaf.facts or {}).items()]
    return _unknown(named, document, indicators)


def routed_leaves(criteria: CriteriaSet) -> Iterator[tuple[Route, Leaf]]:
    """The leaves of a set with their routes in its file."""
    for route, node in _nodes(criteria):
        if isinstance(node, Leaf):
            yield route, node


def _nodes(criteria: CriteriaSet) -> Iterator[tuple[Route, Node]]:
    def below(nodes: list[Node], route: Route) -> Iterator[tuple[Route, Node]]:
        for number, node in enumerate(nodes):
            at = (*route, "criteria", number)
            yield at, node
            if isinstance(node, Group):
                yield from below(node.criteria, at)

    for number, domain in enumerate(criteria.domains):
        yield from below(domain.criteria, ("domains", number))


def _codes(criteria: CriteriaSet) -> Iterator[tuple[Route, str]]:
    for number, domain in enumerate(criteria.domains):
        yield ("domains", number, "code"), domain.code
    for route, node in _nodes(criteria):
        yield (*route, "code"), node.code


def _sums(criteria: CriteriaSet, document: Document) -> Iterator[Finding]:
    """Printed maxima that their parts do not add up to; bonus and penalty points stand outside (W704, W705)."""
    parts: list[tuple[Route, Decimal | None, list[Node]]] = [
        (("domains", number, "points"), domain.points, domain.criteria)
        for number, domain in enumerate(criteria.domains)
    ]
    parts += [
        ((*route, "points"), node.points, node.criteria) for route, node in _nodes(criteria) if isinstance(node, Group)
    ]
    for route, points, nodes in parts:
        if points is not None and (total := _total(leaves_of(nodes))) != points:
            yield document.finding("W705", route, sum=total, points=points)
    if (total := _total(leaf for _, leaf in criteria.leaves())) != criteria.scale:
        yield document.finding("W704", ("scale",), sum=total, scale=criteria.scale)


def _total(leaves: Iterable[Leaf]) -> Decimal:
    """The sum of the normal leaves; where there are none, as in a group of bonus points, of all."""
    given = list(leaves)
    normal = [leaf for leaf in given if leaf.counts == "normal"]
    with exact():
        return sum((leaf.points for leaf in normal or given), Decimal(0))


def _twice(named: Iterable[tuple[Route, str]], document: Document) -> Iterator[Finding]:
    seen: set[str] = set()
    for route, id_ in named:
        if id_ in seen:
            yield document.finding("W706", route, id=id_)
        seen.add(id_)


def _unknown(
    named: Iterable[tuple[Route, str]], document: Document, indicators: Mapping[str, Indicator]
) -> Iterator[Finding]:
    for route, id_ in named:
        if id_ not in indicators:
            near = get_close_matches(id_, list(indicators), n=1, cutoff=0.6)
            yield document.finding("E303", route, id=id_, **({"close": near[0]} if near else {}))
