"""The days, spans, classes and caps of a set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

from parindex.checks.criteria.set_file import SetFile
from parindex.model.criteria import Leaf, Span
from parindex.model.policy import ScoreClass
from parindex.rules.deadline import Deadline
from parindex.rules.reports import Reports
from parindex.scoring.totals import DEFAULT_GROUP
from parindex.values.facts import Measure
from parindex.values.findings import Finding, Route
from parindex.values.numbers import HUNDRED


def check_policy(file: SetFile) -> Iterator[Finding]:
    """W730 to W738."""
    yield from _spans(file)
    for route, leaf in file.leaves:
        yield from _days(file, route, leaf)
    classes = file.criteria.policy.classes
    if classes and DEFAULT_GROUP not in classes:
        yield file.finding("W737", ("policy", "classes"))
    for group, steps in classes.items():
        yield from _classes(file, ("policy", "classes", group), group, steps)
    yield from _caps(file)


def _spans(file: SetFile) -> Iterator[Finding]:
    criteria = file.criteria
    spans: list[tuple[Route, Span]] = [(("windows", kind), span) for kind, span in criteria.windows.items()]
    if criteria.data_period is not None:
        spans.insert(0, (("data_period",), criteria.data_period))
        start, to = criteria.data_period.from_, criteria.data_period.to
        if start <= to and to.year != criteria.year:
            what = "data_period.to"
            yield file.finding("W730", ("data_period", "to"), what=what, value=to, year=str(criteria.year))
    for route, span in spans:
        if span.to < span.from_:
            yield file.finding("W731", (*route, "to"), **{"from": span.from_, "to": span.to})
    kinds = [DEFAULT_GROUP, *get_args(Measure)]
    for kind in criteria.windows:
        if kind not in kinds:
            yield file.finding("W732", ("windows", kind), id=kind, known=", ".join(kinds))


def _days(file: SetFile, route: Route, leaf: Leaf) -> Iterator[Finding]:
    rule, year = leaf.rule, file.criteria.year
    named: list[tuple[Route, str, date]] = []
    if isinstance(rule, Deadline) and rule.due is not None:
        named.append(((*route, "rule", "due", "to"), "due", rule.due.to))
    if leaf.otherwise is not None and isinstance(leaf.otherwise.value, date):
        named.append(((*route, "otherwise", "value"), "otherwise", leaf.otherwise.value))
    if isinstance(rule, Reports):
        for number, report in enumerate(rule.required):
            at = (*route, "rule", "required", number)
            named.append(((*at, "to"), "required", report.to))
            if not report.period.startswith(str(year)):
                what = f"{leaf.code} period"
                yield file.finding("W730", (*at, "period"), what=what, value=report.period, year=str(year))
    for at, what, day in named:
        if not date(year - 1, 12, 1) <= day <= date(year + 1, 4, 30):
            yield file.finding("W730", at, what=f"{leaf.code} {what}", value=day, year=str(year))


def _classes(file: SetFile, route: Route, group: str, steps: list[ScoreClass]) -> Iterator[Finding]:
    policy = file.criteria.policy
    known = [domain.id for domain in file.criteria.domains]
    codes = {domain.code for domain in file.criteria.domains}
    codes |= {node.code for _, node, _ in file.nodes}
    open_ended = [step for step in steps if not step.gates]
    lowest = min((step.from_ for step in open_ended), default=HUNDRED)
    if lowest > 0:
        yield file.finding("W733", route, group=group, **{"from": lowest})
    first: dict[object, str] = {}
    for number, step in enumerate(steps):
        at = (*route, number)
        same = (step.from_, tuple((gate.code, gate.least) for gate in step.gates))
        if (other := first.setdefault(same, step.name)) is not step.name:
            yield file.finding("W734", (*at, "from"), group=group, name=other, other=step.name, **{"from": step.from_})
        if step.from_ > HUNDRED and not policy.may_exceed_scale:
            yield file.finding("W736", (*at, "from"), name=step.name, value=step.from_)
        for which, gate in enumerate(step.gates):
            if gate.code not in codes and gate.code not in known:
                yield file.finding(
                    "W735",
                    (*at, "gates", which, "code"),
                    name=step.name,
                    id=gate.code,
                    known=", ".join([*known, *sorted(codes)]),
                )
            elif gate.least > HUNDRED:
                yield file.finding("W736", (*at, "gates", which, "least"), name=step.name, value=gate.least)


def _caps(file: SetFile) -> Iterator[Finding]:
    policy = file.criteria.policy
    caps = {"bonus": ("bonus_cap", policy.bonus_cap), "penalty": ("penalty_cap", policy.penalty_cap)}
    for route, leaf in file.leaves:
        if leaf.counts in caps:
            name, cap = caps.pop(leaf.counts)
            if cap is None:
                yield file.finding("W738", (*route, "counts"), criterion=leaf.code, counts=leaf.counts, cap=name)
