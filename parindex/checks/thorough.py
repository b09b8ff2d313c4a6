"""All that ``parindex check`` asks of a unit beyond what scoring it needs."""

from __future__ import annotations

from collections.abc import Iterator

from parindex.checks.contents import Found, check_contents
from parindex.checks.dates import check_dates
from parindex.checks.last_year import check_last_year
from parindex.checks.numbers import check_numbers
from parindex.checks.required import check_required
from parindex.checks.sensitive import Signs
from parindex.checks.subject import Subject
from parindex.files.contents import Contents
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.values.findings import Finding


def check_thoroughly(
    subject: Subject, found: Found, contents: Contents[Signs], last: Unit | None, sheet: Sheet | None
) -> Iterator[Finding]:
    """Evidence files looked into, numbers and days of documents, kinds of evidence, last year's figures, claims."""
    yield from check_contents(subject, found, contents)
    yield from check_numbers(subject)
    yield from check_dates(subject)
    yield from check_required(subject)
    yield from check_last_year(subject, last)
    if sheet is not None:
        yield from check_claims(subject, sheet)


def check_claims(subject: Subject, sheet: Sheet) -> Iterator[Finding]:
    """Claims that differ from the computed score and are explained (W611); those that are not are W604."""
    for line in sheet.leaves():
        if line.claimed is None or line.computed is None or line.claimed == line.computed:
            continue
        if line.code in subject.unit.explanations:
            yield subject.document.finding(
                "W611", ("claims", line.code), criterion=line.code, claimed=line.claimed, computed=line.computed
            )
