"""The self-assessment report of a unit."""

from __future__ import annotations

from collections.abc import Mapping

from parindex.locale.periods import period_name
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.reports.view.data import Own, Part, Section, SelfReport
from parindex.reports.view.entries import Entry, key_of
from parindex.reports.view.evidence import evidence_annex
from parindex.reports.view.heading import Sender, heading_of, reference_of, signature_of
from parindex.reports.view.remedies import proposed
from parindex.reports.view.results import results_of
from parindex.reports.view.scores import score_annex
from parindex.reports.view.sections import closing_of, explanations_of, opening_of, shortcomings_of
from parindex.reports.view.words import ROMAN, Scores, small

KIND = "self"


def self_view(sheet: Sheet, unit: Unit, *, links: Mapping[str, str] | None = None, draft: bool = False) -> SelfReport:
    """The self-assessment report of a unit.

    ``links`` gives, by document id, the path of its file relative to where the report will lie (as a URI reference:
    ``minh%20chung/05.pdf``), or an address.
    Sections without content are left out and the numbers close up; a draft has the unit's free-text parts in any case,
    to be filled in. The same arguments give the same report.
    """
    given = Entry(unit.report, KIND, sheet.period, draft=draft)
    entry, sender, score = given.entry, Sender.of(sheet), Scores(sheet.policy.rounding)
    numbers = iter(ROMAN)

    def words(own: Own | None, paragraphs: tuple[str, ...] = (), items: tuple[str, ...] = ()) -> Section | None:
        return Section(next(numbers), paragraphs, items, own=own) if own or paragraphs else None

    organisation = words(given.own("organisation"))
    results = results_of(sheet, unit.previous, next(numbers))
    difficulties = given.own("difficulties", listed_=True)
    gaps = shortcomings_of(sheet, score)
    shortcomings = words(difficulties, (*gaps, *(["Khó khăn và nguyên nhân:"] if difficulties else [])))
    explained = explanations_of(sheet, score)
    explanations = None
    if explained:
        parts = tuple(Part(str(number), title, explained=each) for number, (title, each) in enumerate(explained, 1))
        explanations = Section(next(numbers), parts=parts)
    remedies, proposals = words(given.own("remedies"), *proposed(sheet, score)), words(given.own("proposals"))
    subject = f"Kết quả tự chấm điểm Chỉ số cải cách hành chính {period_name(sheet.period)}\ncủa {sender.full_name}"
    evidence = evidence_annex(sheet, links or {}, "Phụ lục II")
    return SelfReport(
        title=f"Báo cáo {small(subject)}".replace("\n", " "),
        author=sheet.unit.name,
        key=key_of(KIND, sheet.period, sheet),
        draft=draft,
        heading=heading_of(sender, entry, subject),
        opening=opening_of(sheet, entry),
        organisation=organisation,
        results=results,
        shortcomings=shortcomings,
        explanations=explanations,
        remedies=remedies,
        proposals=proposals,
        closing=closing_of(sheet, entry),
        signature=signature_of(sender, entry),
        reference=reference_of(sender, entry),
        scores=score_annex(
            sheet, unit, "Phụ lục I" if evidence else "Phụ lục", explanations.number if explanations else None
        ),
        evidence=evidence,
    )
