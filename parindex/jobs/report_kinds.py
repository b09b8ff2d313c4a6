"""What a document of each kind says about one unit: score it, and make the view that its template prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from parindex.files.library import Library
from parindex.jobs.score import Scored, score_file
from parindex.model.plan import Plan
from parindex.reports.view import Paper, self_view
from parindex.values.findings import Finding

Kind = Literal["self", "periodic", "tasks", "summary", "submission", "decision", "appraisal", "explanation"]
KINDS: tuple[Kind, ...] = get_args(Kind)
APPRAISAL: frozenset[Kind] = frozenset({"appraisal", "explanation"})
"""Documents that need the council's file."""
RANKING: frozenset[Kind] = frozenset({"summary", "submission", "decision"})
"""Documents on many units; all others are of one."""
NAMES: Mapping[Kind, str] = {
    "self": "bao-cao-tu-cham",
    "periodic": "bao-cao-cchc",
    "tasks": "bao-cao-nhiem-vu",
    "summary": "bao-cao-tong-hop",
    "submission": "to-trinh",
    "decision": "quyet-dinh",
    "appraisal": "bien-ban-tham-dinh",
    "explanation": "bao-cao-giai-trinh",
}
"""How the file of each kind begins to be named."""


class Asked(Struct, frozen=True):
    """What document is asked for."""

    kind: Kind = "self"
    period: str | None = None
    on: date | None = None
    """As of which day the tasks are told; the end of the year unless given."""
    draft: bool = False
    appraisal: Path | None = None
    """The council's file, for documents of the appraisal."""
    responses: tuple[Path, ...] = ()
    """The unit's answers to it."""


class NotMany(Exception):
    """A document on many units is asked for, and the path is neither a folder nor a project's file."""


class NoAppraisal(Exception):
    """A document of the appraisal is asked for without the council's file."""


class Made(Struct, frozen=True):
    """What a document says, or why it cannot be said."""

    view: Paper | None
    findings: tuple[Finding, ...]
    name: str = ""
    """The name of its file without the ending, where it is not named after a unit."""


def unit_document(
    scored: Scored, path: Path, asked: Asked, links: Mapping[str, str], library: Library | None = None
) -> Made:
    """The document of a scored unit; ``links`` are the addresses of its evidence from where it will lie.

    Raises ``Unusable`` when a file that the kind needs cannot be had.
    """
    if scored.sheet is None:
        return Made(None, scored.findings)
    unit, sheet, draft = scored.unit, scored.sheet, asked.draft
    view: Paper
    if asked.kind == "self":
        return Made(self_view(sheet, unit, links=links, draft=draft), scored.findings)
    if asked.kind in APPRAISAL:
        from parindex.jobs.report_appraisal import appraisal_document

        return appraisal_document(scored, path, asked)
    library = library or Library.around(path)
    if asked.kind == "tasks":
        from parindex.reports.view.tasks import tasks_view

        view = tasks_view(unit, _plans(scored, library), asked.on, draft=draft)
    else:
        from parindex.reports.view.periodic import periodic_view
        from parindex.reports.view.periodic.window import before

        last = before(sheet.period)
        earlier = score_file(path, period=last, library=library).sheet if last is not None else None
        view = periodic_view(
            sheet,
            unit,
            _plans(scored, library),
            library.indicators,
            earlier=earlier,
            criteria=library.criteria(unit.criteria),
            draft=draft,
        )
    return Made(view, scored.findings)


def _plans(scored: Scored, library: Library) -> list[Plan]:
    return [library.plan(id_) for id_ in scored.unit.plans]
