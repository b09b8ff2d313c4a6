"""Figures that contradict themselves or cannot well be right (W5); days are in ``dates``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from parindex.checks.subject import Subject
from parindex.model.indicators import Indicator
from parindex.model.unit import FactEntry, Values
from parindex.values.findings import Finding, Route
from parindex.values.numbers import HUNDRED, exact, is_whole
from parindex.values.periods import quarters_of

SUMMED = ("numerator", "denominator", "count", "amount")
"""Keys that add up over time; a percent never does."""
LAST = (*SUMMED, "percent", "rank")
"""Keys of which the last quarter's stands for the year, where an indicator says so."""

THOUSAND = Decimal(1000)

MEASURED = re.compile(r"((nghìn|triệu|tỷ) )?đồng|điểm|%|(mét|m2|m²|km|ha|héc-ta|tấn|kg|giờ)\b.*", re.I)
"""Units of what is measured, not counted: half of one is possible."""


def check_figures(subject: Subject) -> Iterator[Finding]:
    """All doubtful figures of a unit."""
    for route, indicator, values in subject.values():
        yield from _values(route, indicator, values, subject)
    for id_, entry in subject.unit.facts.items():
        if id_ not in subject.indicators:
            continue
        known = subject.indicators[id_]
        yield from _periods(known, entry, subject)
        yield from _as_of(known, entry, subject)
        yield from _issued(known, entry, subject)
        if id_ in subject.unit.not_arising:
            yield subject.document.key_finding("W507", ("not_arising", id_), id=id_, name=known.name)
    yield from _inspections(subject)
    yield from _conductors(subject)
    yield from _last_index(subject)


def _values(route: Route, indicator: Indicator, values: Values, subject: Subject) -> Iterator[Finding]:
    finding = subject.document.finding
    if values.numerator is not None and values.denominator is not None:
        if values.denominator == 0:
            yield finding("W504", (*route, "denominator"))
        elif values.numerator > values.denominator:
            yield finding("W501", (*route, "numerator"), numerator=values.numerator, denominator=values.denominator)
        elif values.percent is not None and _disagree(values.numerator, values.denominator, values.percent):
            above, below, percent = values.numerator, values.denominator, values.percent
            yield finding("W525", (*route, "percent"), percent=percent, numerator=above, denominator=below)
    if values.percent is not None and values.percent > HUNDRED:
        yield finding("W502", (*route, "percent"), value=values.percent)
    if values.date is not None and values.answer is False:
        yield finding("W524", (*route, "answer"), date=values.date)
    for key in SUMMED:
        number = getattr(values, key)
        if number is not None and number.as_tuple().exponent == -3 and 1 <= number < THOUSAND:
            # «1.176» in a document is one thousand one hundred and seventy-six; in a file it is a little over one.
            yield finding("W511", (*route, key), value=f"{number:f}", right=f"{number:f}".replace(".", ""))
        elif number is not None and not _possible(number, indicator):
            yield finding("W523", (*route, key), value=number, counts=indicator.counts or indicator.name)
    for place, each in enumerate(values.excluded):
        if not _possible(each.count, indicator):
            counts = indicator.counts or indicator.name
            yield finding("W523", (*route, "excluded", place, "count"), value=each.count, counts=counts)
    excluded = sum((each.count for each in values.excluded), Decimal(0))
    if values.count is not None and excluded > values.count:
        yield finding("W508", (*route, "excluded"), excluded=excluded, count=values.count)


def _disagree(numerator: Decimal, denominator: Decimal, percent: Decimal) -> bool:
    """Whether a percent is not that of the two numbers, rounded or cut to the digits that it is given with."""
    with exact():
        digit = Decimal(1).scaleb(int(percent.as_tuple().exponent))
        return abs(numerator * HUNDRED - percent * denominator) >= digit * denominator


def _possible(number: Decimal, indicator: Indicator) -> bool:
    """Whether there can be so many of what the indicator counts: whole ones, unless it is measured."""
    if is_whole(number) or indicator.measure == "amount":
        return True
    return indicator.measure != "count" and (
        indicator.counts is None or MEASURED.fullmatch(indicator.counts) is not None
    )


def _periods(indicator: Indicator, entry: FactEntry, subject: Subject) -> Iterator[Finding]:
    """The year's figures, and those of six and nine months, against the quarters that make them up (W503)."""
    year = str(subject.unit.year)
    whole: dict[str, tuple[Route, Values]] = {
        period: (("facts", indicator.id, "periods", period, "values"), entry.periods[period].values)
        for period in (f"{year}-6m", f"{year}-9m", year)
        if period in entry.periods
    }
    if entry.values is not None:
        whole[year] = (("facts", indicator.id, "values"), entry.values)
    for period, (route, values) in whole.items():
        quarters = quarters_of(period)
        if not all(quarter in entry.periods for quarter in quarters):
            continue
        parts = [entry.periods[quarter].values for quarter in quarters]
        for key, expected in _expected(indicator, parts).items():
            given = getattr(values, key)
            if given is not None and given != expected:
                yield subject.document.finding("W503", (*route, key), key=key, year=given, periods=expected)


def _expected(indicator: Indicator, parts: list[Values]) -> dict[str, Decimal]:
    if indicator.over_time == "last":
        return {key: value for key in LAST if (value := getattr(parts[-1], key)) is not None}
    if indicator.over_time != "sum":
        return {}
    columns = {key: [getattr(part, key) for part in parts] for key in SUMMED}
    with exact():
        return {key: sum(column, Decimal(0)) for key, column in columns.items() if None not in column}


def _as_of(indicator: Indicator, entry: FactEntry, subject: Subject) -> Iterator[Finding]:
    if entry.as_of is not None and entry.as_of.year != subject.unit.year:
        route = ("facts", indicator.id, "as_of")
        yield subject.document.finding("W505", route, as_of=entry.as_of, year=subject.unit.year)


def _issued(indicator: Indicator, entry: FactEntry, subject: Subject) -> Iterator[Finding]:
    """A day of issue that no document given as its evidence bears (W506)."""
    if indicator.measure != "date" or entry.values is None or entry.values.date is None:
        return
    documents = subject.unit.documents
    dated = [
        (proof.doc, day)
        for proof in entry.evidence
        if proof.doc in documents and (day := documents[proof.doc].date) is not None
    ]
    if dated and all(day != entry.values.date for _, day in dated):
        id_, day = dated[0]
        route = ("facts", indicator.id, "values", "date")
        yield subject.document.finding("W506", route, date=entry.values.date, doc=id_, proved=day)


def _conductors(subject: Subject) -> Iterator[Finding]:
    """Surveys whose criterion stays pending because nobody says who conducted them (W530)."""
    known, facts = subject.indicators, subject.unit.facts
    unsaid = [
        id_
        for id_, entry in facts.items()
        if entry.conducted_by is None and id_ in known and known[id_].measure == "survey"
    ]
    if not unsaid or subject.criteria is None:
        return
    surveyed = {
        id_ for _, leaf in subject.criteria.leaves() if leaf.scored_by == "survey" for id_ in leaf.names.values()
    }
    for id_ in unsaid:
        if id_ in surveyed:
            yield subject.document.key_finding("W530", ("facts", id_), name=known[id_].name)


def _last_index(subject: Subject) -> Iterator[Finding]:
    """Last year's index over 100, which only a set that says so lets it be (W526)."""
    last, criteria = subject.unit.previous, subject.criteria
    may = criteria is not None and criteria.policy.may_exceed_scale
    if last is not None and last.index is not None and last.index > HUNDRED and not may:
        yield subject.document.finding("W526", ("previous", "index"), value=last.index)


def _inspections(subject: Subject) -> Iterator[Finding]:
    for number, entry in enumerate(subject.unit.inspections):
        if entry.remedied > entry.findings:
            route = ("inspections", number, "remedied")
            yield subject.document.finding("W510", route, remedied=entry.remedied, findings=entry.findings)
