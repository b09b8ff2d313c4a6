"""Figures that contradict themselves or cannot well be right (W5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parindex.checks.subject import Subject
from parindex.model.indicators import Indicator
from parindex.model.unit import FactEntry, Values
from parindex.values.findings import Finding, Route
from parindex.values.numbers import HUNDRED, exact
from parindex.values.periods import quarters_of

SUMMED = ("numerator", "denominator", "count", "amount")
"""Keys that add up over time; a percent never does."""
LAST = (*SUMMED, "percent", "rank")
"""Keys of which the last quarter's stands for the year, where an indicator says so."""

THOUSAND = Decimal(1000)


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
            yield subject.document.key_finding("W507", ("not_arising", id_), id=id_)
    yield from _inspections(subject)


def _values(route: Route, indicator: Indicator, values: Values, subject: Subject) -> Iterator[Finding]:
    finding = subject.document.finding
    if values.numerator is not None and values.denominator is not None:
        if values.denominator == 0:
            yield finding("W504", (*route, "denominator"))
        elif values.numerator > values.denominator:
            yield finding("W501", (*route, "numerator"), numerator=values.numerator, denominator=values.denominator)
    if values.percent is not None and values.percent > HUNDRED:
        yield finding("W502", (*route, "percent"), value=values.percent)
    for key in SUMMED:
        number = getattr(values, key)
        if number is not None and number.as_tuple().exponent == -3 and 1 <= number < THOUSAND:
            # «1.176» in a document is one thousand one hundred and seventy-six; in a file it is a little over one.
            yield finding("W511", (*route, key), value=f"{number:f}", right=f"{number:f}".replace(".", ""))
    excluded = sum((each.count for each in values.excluded), Decimal(0))
    if values.count is not None and excluded > values.count:
        yield finding("W508", (*route, "excluded"), excluded=excluded, count=values.count)


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


def _inspections(subject: Subject) -> Iterator[Finding]:
    for number, entry in enumerate(subject.unit.inspections):
        if entry.remedied > entry.findings:
            route = ("inspections", number, "remedied")
            yield subject.document.finding("W510", route, remedied=entry.remedied, findings=entry.findings)
