"""The set's own thresholds, and branches of rules that no fact reaches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from parindex.checks.criteria.fit import fits
from parindex.checks.criteria.set_file import SetFile
from parindex.locale.rules import SHARES
from parindex.model.criteria import Leaf, Threshold
from parindex.model.indicators import Indicator
from parindex.rules.bands import Band, Bands
from parindex.rules.curve import Curve
from parindex.rules.expression.reach import Span
from parindex.rules.formula import Formula
from parindex.rules.proportional import Proportional
from parindex.scoring.candidates import needs_target
from parindex.values.facts import Measure
from parindex.values.findings import Finding, Route
from parindex.values.numbers import HUNDRED, ZERO, plain
from parindex.values.steps import Datum

_AGAINST = {"higher": ("<", "<="), "lower": (">", ">="), "earlier": (">", ">=")}
"""Comparators that run against a direction."""


def check_thresholds(file: SetFile) -> Iterator[Finding]:
    """W715 to W717 and W723."""
    for route, leaf in file.leaves:
        if isinstance(leaf.rule, Formula):
            yield from _formula(file, route, leaf, leaf.rule)
        indicator = file.indicator(leaf)
        if indicator is None or not fits(leaf, indicator.measure):
            continue
        if leaf.otherwise is not None:
            yield from _own(file, (*route, "otherwise"), leaf, leaf.otherwise, indicator)
        elif needs_target(leaf, indicator):
            yield file.finding("W715", (*route, "rule"), criterion=leaf.code, kind=leaf.rule.kind)
        yield from _branches(file, (*route, "rule"), leaf, indicator.measure)


def _formula(file: SetFile, route: Route, leaf: Leaf, rule: Formula) -> Iterator[Finding]:
    """Branches that no fact leads to, with what is known of the facts: a share lies within 0 and 100."""
    known = {name: file.indicators[id_].measure for name, id_ in leaf.names.items() if id_ in file.indicators}
    spans: dict[str, Span] = {}
    for name, measure in known.items():
        if measure in ("ratio", "survey"):
            spans[name] = Span(ZERO, HUNDRED)
        elif measure in ("count", "rank"):
            spans[name] = Span(ZERO)
    for branch in rule.unreachable(spans):
        yield file.finding("W723", (*route, "rule", "expression"), criterion=leaf.code, branch=branch.text)


def _own(file: SetFile, route: Route, leaf: Leaf, own: Threshold, indicator: Indicator) -> Iterator[Finding]:
    value, measure = own.value, indicator.measure
    shown: Datum = value
    if not _suits(value, measure):
        yield file.finding(
            "W716", (*route, "value"), criterion=leaf.code, value=shown, measure=measure, fitting=_form(measure)
        )
    elif own.comparator in _AGAINST.get(indicator.better or "", ()) and _judged(leaf):
        yield file.finding(
            "W717",
            (*route, "comparator"),
            criterion=leaf.code,
            comparator=own.comparator,
            value=shown,
            id=indicator.id,
        )


def _judged(leaf: Leaf) -> bool:
    """Whether a threshold must run with the direction: penalties run against it, and ``proportional`` is W714."""
    return leaf.counts != "penalty" and not isinstance(leaf.rule, Proportional)


def _suits(value: object, measure: Measure) -> bool:
    if isinstance(value, bool):
        return measure == "yes-no"
    if isinstance(value, date):
        return measure == "date"
    if not isinstance(value, Decimal) or measure in ("yes-no", "date", "reports", "checklist"):
        return False
    return value >= 0 and not (measure in ("ratio", "survey") and value > HUNDRED)


def _form(measure: Measure) -> str:
    if measure == "yes-no":
        return "true/false"
    if measure == "date":
        return "YYYY-MM-DD"
    return "0–100" if measure in SHARES else "≥ 0"


def _branches(file: SetFile, route: Route, leaf: Leaf, measure: Measure) -> Iterator[Finding]:
    rule = leaf.rule
    if isinstance(rule, Bands) and rule.of == "value":
        for number, band in enumerate(rule.bands):
            if _empty(band, measure):
                at = (*route, "bands", number)
                yield file.finding("W723", at, criterion=leaf.code, branch=_interval(band))
    if isinstance(rule, Curve) and rule.of == "value" and measure in ("ratio", "survey"):
        for number, vertex in enumerate(rule.through):
            if vertex.at > HUNDRED:
                at = (*route, "through", number)
                yield file.finding("W723", at, criterion=leaf.code, branch=f"at: {plain(vertex.at)}")
    if isinstance(rule, Proportional) and rule.base == "hundred" and rule.floor >= HUNDRED:
        yield file.finding("W723", (*route, "floor"), criterion=leaf.code, branch=f"floor: {plain(rule.floor)}")


def _empty(band: Band, measure: Measure) -> bool:
    """Whether no value that the measure allows lies in the interval."""
    lowest = Decimal(1) if measure == "rank" else ZERO
    if band.to is not None and band.to <= lowest:
        return True
    low = max(lowest, band.from_ if band.from_ is not None else lowest)
    if measure in ("ratio", "survey"):
        return low > HUNDRED
    if measure in ("count", "rank") and band.to is not None:
        return low.to_integral_value(rounding="ROUND_CEILING") >= band.to
    return False


def _interval(band: Band) -> str:
    low = f"from: {plain(band.from_)}" if band.from_ is not None else ""
    high = f"to: {plain(band.to)}" if band.to is not None else ""
    return ", ".join(part for part in (low, high) if part)
