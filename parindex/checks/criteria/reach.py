"""What the rule of each leaf really gives: its maximum, no more, and more for better results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from parindex.checks.criteria.fit import fits
from parindex.checks.criteria.set_file import SetFile
from parindex.checks.render import datum_text
from parindex.model.criteria import Leaf
from parindex.rules.base import Inputs
from parindex.rules.checklist import Checklist
from parindex.rules.deadline import Deadline
from parindex.rules.reports import Reports
from parindex.scoring.bounds import Bounds, search
from parindex.values.facts import Answer, Answers, Fact, Issued, Ratio, Sent, Ticks, measured
from parindex.values.findings import Finding, Route
from parindex.values.numbers import ZERO, evaluate, exact, plain, plus, times
from parindex.values.steps import Datum


def bounds_of(file: SetFile) -> dict[str, Bounds]:
    """The best and worst attainable points of each leaf, by code; not of those that the council scores."""
    return {
        leaf.code: search(leaf, file.indicators, file.criteria.year)
        for _, leaf in file.leaves
        if leaf.rule.kind != "appraised" and _searchable(file, leaf)
    }


def check_reach(file: SetFile, bounds: Mapping[str, Bounds]) -> Iterator[Finding]:
    """W718 to W722."""
    for route, leaf in file.leaves:
        if leaf.code not in bounds:
            continue
        if (wrong := _sum(file, route, leaf)) is not None:
            yield wrong
        else:
            yield from _extremes(file, route, leaf, bounds[leaf.code])
        if (fall := bounds[leaf.code].fall) is not None:
            yield file.finding(
                "W718",
                (*route, "rule"),
                criterion=leaf.code,
                less=fall.better.points,
                more=fall.worse.points,
                **shown("better", fall.better.inputs),
                **shown("worse", fall.worse.inputs),
            )


def shown(name: str, inputs: Inputs) -> dict[str, Datum]:
    """The facts of a trial as the data of a finding, short: a number, a day, yes or no; several in both languages."""
    if len(inputs.facts) == 1:
        return {name: _fact(next(iter(inputs.facts.values())))}
    told = {
        lang: ", ".join(f"{fact} = {_text(of, lang)}" for fact, of in inputs.facts.items()) for lang in ("vi", "en")
    }
    return {name: told["vi"], f"{name}_en": told["en"]}


def _fact(fact: Fact) -> Datum:
    match fact:
        case Answer(yes):
            return "true" if yes else "false"
        case Issued(on):
            return on
        case Ticks(done):
            return f"done: [{', '.join(sorted(done))}]"
        case Sent(reports):
            return f"reports: [{', '.join(sorted(reports))}]"
        case Answers(counts):
            return ", ".join(f"{option}: {plain(count)}" for option, count in counts.items())
        case _:
            share = measured(fact)
            return evaluate(share) if share is not None else "?"


def _text(fact: Fact, lang: str) -> str:
    """A formula may look at both parts of a ratio, so that they stand there."""
    if isinstance(fact, Ratio):
        return "/".join(datum_text(part, lang) for part in (fact.numerator, fact.denominator))
    return datum_text(_fact(fact), lang)


def _searchable(file: SetFile, leaf: Leaf) -> bool:
    ids = leaf.names.values()
    if leaf.facts is not None and leaf.rule.kind != "formula":
        return False
    return all(id_ in file.indicators and fits(leaf, file.indicators[id_].measure) for id_ in ids)


def _sum(file: SetFile, route: Route, leaf: Leaf) -> Finding | None:
    """Points given part by part that are not the leaf's maximum (W719)."""
    rule = leaf.rule
    with exact():
        match rule:
            case Reports():
                each = plus(rule.on_time, rule.content) if rule.content else rule.on_time
                parts, total = "required", evaluate(times(Decimal(len(rule.required)), each))
            case Deadline():
                parts, total = "on_time", rule.on_time
            case Checklist():
                total = sum((item.points for item in rule.items), ZERO)
                if rule.all_or_nothing and not total:
                    return None
                parts = "items"
            case _:
                return None
    if total == leaf.points:
        return None
    at = (*route, "rule", parts)
    return file.finding("W719", at, criterion=leaf.code, parts=f"rule.{parts}", sum=total, points=leaf.points)


def _extremes(file: SetFile, route: Route, leaf: Leaf, bounds: Bounds) -> Iterator[Finding]:
    best, worst, at = bounds.best, bounds.worst, (*route, "rule")
    if best is None or worst is None:
        return
    if best.points > leaf.points:
        yield file.finding(
            "W721", at, criterion=leaf.code, best=best.points, points=leaf.points, **shown("value", best.inputs)
        )
    elif best.points == worst.points:
        yield file.finding("W722", at, criterion=leaf.code, points=best.points)
    elif best.points < leaf.points:
        yield file.finding(
            "W720", at, criterion=leaf.code, best=best.points, points=leaf.points, tried=Decimal(bounds.tried)
        )
