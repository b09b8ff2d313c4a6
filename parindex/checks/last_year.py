"""This year's figures against last year's: a copied file shows (W512)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parindex.checks.subject import Subject
from parindex.model.unit import Unit, Values
from parindex.values.findings import Finding, Route

ENOUGH = 5
"""Facts known of both years, from which it is no chance that all are equal."""


def check_last_year(subject: Subject, last: Unit | None) -> Iterator[Finding]:
    """Whether every figure known of both years is the same; ``last`` is last year's file, where it can be read."""
    given = subject.unit.previous
    if given is None:
        return
    yield from _compare(subject, ("previous", "facts"), given.facts)
    if last is not None:
        figures = {id_: entry.values for id_, entry in last.facts.items() if entry.values is not None}
        yield from _compare(subject, ("previous", "file"), figures)


def _compare(subject: Subject, route: Route, last: Mapping[str, Values]) -> Iterator[Finding]:
    now = {id_: entry.values for id_, entry in subject.unit.facts.items() if entry.values is not None}
    # Yes and no, ticks and days are few or belong to the year: only numbers can be copied unnoticed.
    both = [(now[id_], last[id_]) for id_ in now if id_ in last and _numbers(now[id_])]
    if len(both) >= ENOUGH and all(_numbers(this) == _numbers(that) for this, that in both):
        yield subject.document.key_finding("W512", route, count=len(both))


def _numbers(values: Values) -> tuple[object, ...]:
    found = (values.numerator, values.denominator, values.percent, values.count, values.amount, values.rank)
    return found if any(number is not None for number in found) else ()
