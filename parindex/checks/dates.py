"""Days that documents and reports must bear: in the windows of the set, in order, and there at all (W514 to W529)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from parindex.checks.subject import Subject
from parindex.model.unit import Proof
from parindex.values.findings import Finding, Route

DEFAULT = "mac-dinh"
"""The window of every measure that has none of its own."""


def check_dates(subject: Subject) -> Iterator[Finding]:
    """Documents outside the set's windows, days that no dated document proves, and days that cannot be right."""
    yield from _windows(subject)
    yield from _undated(subject)
    yield from _nothing_to_see(subject)
    yield from _reports(subject)
    yield from _spans(subject)


def _windows(subject: Subject) -> Iterator[Finding]:
    if subject.criteria is None or not subject.criteria.windows:
        return
    told: set[str] = set()
    for measure, proofs in _proofs(subject):
        span = subject.criteria.windows.get(measure, subject.criteria.windows.get(DEFAULT))
        for proof in proofs:
            entry = subject.unit.documents.get(proof.doc)
            if span is None or entry is None or entry.date is None or proof.doc in told:
                continue
            if not span.from_ <= entry.date <= span.to:
                told.add(proof.doc)
                yield subject.document.finding(
                    "W515",
                    ("documents", proof.doc, "date"),
                    doc=proof.doc,
                    date=entry.date,
                    first=span.from_,
                    last=span.to,
                )


def _proofs(subject: Subject) -> Iterator[tuple[str, Iterable[Proof]]]:
    """The evidence of facts and reports, with the measure that it serves."""
    for id_, fact in subject.unit.facts.items():
        if (indicator := subject.indicators.get(id_)) is not None:
            yield indicator.measure, fact.evidence
            for part in fact.periods.values():
                yield indicator.measure, part.evidence
    for periods in subject.unit.reports.values():
        for report in periods.values():
            yield "reports", report.evidence


def _undated(subject: Subject) -> Iterator[Finding]:
    """A day of issue or completion whose evidence bears no day at all (W514)."""
    for id_, fact in subject.unit.facts.items():
        if fact.values is not None and fact.values.date is not None:
            yield from _day(subject, ("facts", id_, "values", "date"), fact.evidence, fact.values.date)
    for plan, tasks in subject.unit.tasks.items():
        for task, entry in tasks.items():
            if entry.done is not None:
                yield from _day(subject, ("tasks", plan, task, "done"), entry.evidence, entry.done)


def _day(subject: Subject, route: Route, evidence: list[Proof], day: date) -> Iterator[Finding]:
    documents = subject.unit.documents
    named = [proof.doc for proof in evidence if proof.doc in documents]
    if named and all(documents[id_].date is None and documents[id_].covers is None for id_ in named):
        yield subject.document.finding("W514", route, date=day, doc=", ".join(dict.fromkeys(named)))


def _nothing_to_see(subject: Subject) -> Iterator[Finding]:
    for id_, entry in subject.unit.documents.items():
        if entry.file is None and entry.link is None and entry.form != "physical":
            yield subject.document.key_finding("W521", ("documents", id_), id=id_)


def _reports(subject: Subject) -> Iterator[Finding]:
    """Reports signed after they were sent (W527), and days in no year in which one is sent (W528)."""
    year, finding = subject.unit.year, subject.document.finding
    for id_, periods in subject.unit.reports.items():
        for period, report in periods.items():
            route = ("reports", id_, period)
            for key, day in (("signed", report.signed), ("sent_at", report.sent_at)):
                if day is not None and not year <= day.year <= year + 1:
                    yield finding("W528", (*route, key), date=day, year=year)
            if report.signed is not None and report.sent_at is not None and report.signed > report.sent_at:
                yield finding("W527", (*route, "signed"), signed=report.signed, sent=report.sent_at)


def _spans(subject: Subject) -> Iterator[Finding]:
    for id_, entry in subject.unit.documents.items():
        if (span := entry.covers) is not None and span.from_ > span.to:
            yield subject.document.finding(
                "W529", ("documents", id_, "covers", "from"), id=id_, first=span.from_, last=span.to
            )
