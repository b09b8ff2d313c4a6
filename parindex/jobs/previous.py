"""Last year's result of a unit: as published where the unit gives it, else scored from last year's file."""

from __future__ import annotations

from pathlib import Path

from parindex.checks.references import check_unit
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFolder, Problem
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.repository import repository_root
from parindex.files.unusable import Unusable
from parindex.model.sheet import Input, Sheet, SheetPrevious
from parindex.model.unit import Unit
from parindex.scoring.sheet import score
from parindex.values.findings import Finding

LastYear = tuple[SheetPrevious | None, tuple[Input, ...], tuple[Finding, ...]]


def last_year(unit: Unit, document: Document, path: Path, library: Library, period: str) -> LastYear:
    """Last year's index, place and domains, the files read for them, and what is wrong with last year's file.

    The file must lie inside the repository, like evidence. What last year's file itself names as its previous one is
    not followed. A part of the year is compared with the same part of last year, never with what was published for
    the whole.
    """
    given = unit.previous
    if given is None:
        return None, (), ()
    whole = period == str(unit.year)
    figures = SheetPrevious(index=given.index, place=given.place) if whole else SheetPrevious()
    if given.file is None:
        return figures if (figures.index is not None or figures.place is not None) else None, (), ()
    found = EvidenceFolder(path.parent, repository_root(path)).resolve(given.file)
    if isinstance(found, Problem):
        return figures, (), (document.finding(found.code, ("previous", "file"), **found.data),)
    name = (path.parent / given.file).as_posix()
    try:
        old, old_document = load_model(found.path, Unit, name)
    except Unusable as problem:
        return figures, (), problem.findings
    sheet = _scored(old, old_document, found.path, library, f"{old.year}{period.removeprefix(str(unit.year))}")
    own = Input(path=name, sha256=old_document.sha256)
    if sheet is None:
        return figures, (own,), (document.finding("W607", ("previous", "file"), file=given.file),)
    if not whole and all(leaf.status != "scored" for leaf in sheet.leaves()):
        return None, (own,), ()
    parts = {
        line.domain or line.name: line.totals.index
        for line in sheet.lines
        if line.totals and line.totals.index is not None
    }
    index = figures.index if figures.index is not None else sheet.totals.index
    return figures.but(index=index, parts=parts), (own,), ()


def _scored(unit: Unit, document: Document, path: Path, library: Library, period: str) -> Sheet | None:
    references = check_unit(unit, document, library, path)
    if references.criteria is None or references.plans is None:
        return None
    return score(unit, references.criteria, references.plans, library.indicators, period=period)
