"""What a report says, as plain data made from the score sheet; one view feeds every output."""

from __future__ import annotations

from collections.abc import Mapping

from parindex.model.sheet import Sheet
from parindex.model.unit import ReportEntry, Unit
from parindex.reports.view.data import Part, Section, SelfReport
from parindex.reports.view.evidence import evidence_annex
from parindex.reports.view.heading import capitals, heading_of, reference_of, signature_of
from parindex.reports.view.results import results_of
from parindex.reports.view.scores import score_annex
from parindex.reports.view.sections import (
    closing_of,
    explanations_of,
    opening_of,
    own_words,
    shortcomings_of,
)
from parindex.reports.view.words import ROMAN, Scores, small

KIND = "self"


def self_view(sheet: Sheet, unit: Unit, *, links: Mapping[str, str] | None = None, draft: bool = False) -> SelfReport:
    """The self-assessment report of a unit.

    ``links`` gives, by document id, the path of its file relative to where the report will lie (as a URI reference:
    ``minh%20chung/05.pdf``), or an address.
    Sections without content are left out and the numbers close up. The same arguments give the same report.
    """
    entry = unit.report.get(KIND) or ReportEntry()
    score = Scores(sheet.policy.rounding)
    numbers = iter(ROMAN)
    organisation = own_words(entry.organisation)
    organised = Section(next(numbers), organisation) if organisation else None
    results = results_of(sheet, unit.previous, next(numbers))
    gaps = shortcomings_of(sheet, entry, score)
    shortcomings = Section(next(numbers), *gaps) if gaps else None
    explained = explanations_of(sheet, score)
    explanations = None
    if explained:
        parts = tuple(Part(str(number), title, items=items) for number, (title, items) in enumerate(explained, start=1))
        explanations = Section(next(numbers), parts=parts)
    remedies = own_words(entry.remedies)
    proposals = own_words(entry.proposals)
    heading = heading_of(sheet, entry)
    evidence = evidence_annex(sheet, links or {}, "Phụ lục II")
    return SelfReport(
        title=f"Báo cáo {small(heading.subject)}".replace("\n", " "),
        author=sheet.unit.name,
        draft=draft,
        heading=heading,
        opening=opening_of(sheet, entry),
        organisation=organised,
        results=results,
        shortcomings=shortcomings,
        explanations=explanations,
        remedies=Section(next(numbers), remedies) if remedies else None,
        proposals=Section(next(numbers), proposals) if proposals else None,
        closing=closing_of(sheet, entry),
        signature=signature_of(sheet, entry),
        reference=reference_of(sheet, entry),
        scores=score_annex(
            sheet, unit, "Phụ lục I" if evidence else "Phụ lục", explanations.number if explanations else None
        ),
        evidence=evidence,
    )


__all__ = ["SelfReport", "capitals", "self_view"]
