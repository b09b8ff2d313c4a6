"""Score one unit's file: read it and all it refers to, check the references, run the engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from parindex.checks.references import check_unit
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFolder
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.jobs.periods import period_asked
from parindex.jobs.previous import last_year
from parindex.model.criteria import CriteriaSet
from parindex.model.sheet import Sheet, SheetFinding
from parindex.model.unit import Unit
from parindex.scoring.sheet import score
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum


class Scored(Struct, frozen=True):
    """A unit's sheet with all findings, those of the scoring itself included."""

    unit: Unit
    document: Document
    sheet: Sheet | None
    """``None`` when the set or a plan that the unit names cannot be had."""
    findings: tuple[Finding, ...]


def score_file(
    path: Path, *, period: str | None = None, library: Library | None = None, elsewhere: bool = True
) -> Scored:
    """Score the unit of a file.

    ``period`` is the year unless given (``2023-Q2``, ``6m``, ``9m``, ``year``); ``library`` is that of the file's
    repository unless given, so that many units can share one. Without ``elsewhere`` the sheet does not say what plans
    ask that are not the unit's: those need not be read then. Raises ``Unusable`` when the file cannot be read or does
    not say what a unit's file must say.
    """
    unit, document = load_model(path, Unit)
    return score_unit(unit, document, path, library or Library.around(path), period=period, elsewhere=elsewhere)


def score_unit(
    unit: Unit,
    document: Document,
    path: Path,
    library: Library,
    *,
    period: str | None = None,
    disk: EvidenceFolder | None = None,
    elsewhere: bool = True,
) -> Scored:
    """Score a unit that is read already; ``path`` is where its evidence and its repository are looked for."""
    references = check_unit(unit, document, library, path, disk)
    if references.criteria is None or references.plans is None:
        return Scored(unit, document, None, references.findings)
    period = period_asked(period, unit.year)
    previous, read, wrong = last_year(unit, document, path, library, period)
    sheet = score(
        unit,
        references.criteria,
        references.plans,
        library.indicators,
        period=period,
        inputs=(*references.inputs, *read),
        elsewhere=library.other_plans(unit.plans, unit.year) if elsewhere else (),
    )
    if previous is not None:
        sheet = sheet.but(previous=previous)
    own = tuple(_located(finding, document, references.criteria) for finding in sheet.findings)
    return Scored(unit, document, sheet, references.findings + wrong + own)


def _located(finding: SheetFinding, document: Document, criteria: CriteriaSet) -> Finding:
    """A finding of the scoring at the place in the unit's file that it speaks of."""
    code = finding.criterion or ""
    routes: list[Route] = [("claims", code), ("explanations", code), ("plans",)]
    if finding.code == "W603":  # of what has no evidence
        fed = next((leaf.names.values() for _, leaf in criteria.leaves() if leaf.code == code), ())
        routes = [(top, id_) for id_ in fed for top in ("facts", "reports")] + routes
    route = next((route for route in routes if document.has(route)), ())
    data: dict[str, Datum] = {"criterion": code, **finding.data, **finding.words}
    for name, value in finding.data.items():
        if f"{name}_comparator" in data:
            from parindex.locale.plans import demand_text  # hardly any unit has two targets

            # «60 is less than 60»: what tells two targets apart may be the comparator alone.
            comparator: Any = data.pop(f"{name}_comparator")
            unit = str(data.pop(f"{name}_unit"))
            data |= {
                name: demand_text(comparator, value, unit),
                f"{name}_en": demand_text(comparator, value, unit, "en"),
            }
    return document.finding(finding.code, route, **data)
