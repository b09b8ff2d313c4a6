"""The end of a run: units told apart, ranked and written; nothing is written again where nothing changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from parindex.checks.registry import severity_of
from parindex.files.project import PROJECT_FILE
from parindex.files.yaml_reader import read
from parindex.jobs.batch import Run
from parindex.jobs.batch_outputs import SITE, SUMMARY, writing_into
from parindex.jobs.batch_ranking import RankingTables, Without
from parindex.jobs.batch_rows import unpack_rows
from parindex.jobs.batch_unit import REPORTS, SHEETS
from parindex.jobs.cache import Entry, unpack_findings
from parindex.jobs.rank import NAMES, digest_of_run, duplicates, left_out, making
from parindex.jobs.rank_write import write_ranking
from parindex.jobs.sheets import read_sheet
from parindex.reports.ranking.view import Reason
from parindex.scoring.results import UnitResult, result_of
from parindex.values.findings import Finding

_SUMMARY_OF = "summary"
"""Under which name the ledger keeps what the report on the ranking was made from."""


class Finished(Struct, frozen=True):
    """What a run came to."""

    units: int
    scored: int
    unchanged: int
    ranked: int
    apart: int
    errors: int
    warnings: int
    findings: tuple[Finding, ...]
    """The errors, by file; warnings are counted only."""
    faults: tuple[tuple[str, str], ...]
    """Units at which the program itself failed, with what a maintainer needs."""
    written: tuple[Path, ...]
    anew: bool
    """False when the outputs of the last run still hold."""
    older: tuple[str, ...] = ()
    """What an earlier run wrote, this one was not asked for, and what has changed since is not in."""


def finish(run: Run, *, docx: bool = False, html: bool = False, jobs: int | None = None) -> Finished:
    """Rank what a run found and write the outputs; raises ``Unusable`` (E141, E142) when they cannot be written."""
    with writing_into(run.outputs.folder):
        return _finish(run, docx, html, jobs)


def _finish(run: Run, docx: bool, html: bool, jobs: int | None) -> Finished:
    twice = duplicates((e.path, e.id) for e in _entries(run) if e.id is not None and e.state == "scored")
    clashes = [_clash(run, path, other) for path, other in twice.items()]
    ids = [entry.id for entry in _entries(run) if entry.id is not None]
    wrong = [*run.unread, *clashes, *left_out(run.repository, ids)]
    errors, warnings, edited = len(wrong), 0, 0
    found: list[Finding] = []
    faults: list[tuple[str, str]] = []
    for entry in _entries(run):
        told = _errors(entry, docx)
        if entry.path in twice:
            # The report of the other file was in the way: it is taken away too.
            told = [each for each in told if each.code != "E141"]
        edited += sum(each.code == "E141" for each in told)
        found += told
        errors, warnings = errors + (len(told) or (entry.state == "fault")), warnings + entry.warnings
        if entry.state == "fault":
            faults.append((entry.path, entry.result or ""))
    single = list(_names(run, twice))
    run.outputs.clear((id_ for id_, _ in single), (id_ for id_, report in single if report) if docx else None)
    digest = digest_of_run(_made_from(run, wrong))
    holds = run.outputs.made_from(digest, NAMES)
    if docx:  # a run in between may have made all but the report anew
        holds = holds and run.outputs.noted(_SUMMARY_OF) == digest and run.outputs.is_ours(SUMMARY)
    ranked, apart, anew = 0, 0, not holds or (html and not _site_holds(run, digest))
    if anew:
        # A run that ends on the way must not be taken for the one whose outputs it has begun to replace.
        run.outputs.note_run("")
        run.outputs.save()
        wrong_units = errors > edited  # an edited report is no error
        ranked, apart = _rank(run, twice, digest if html else None, jobs, draft=wrong_units if docx else None)
        run.outputs.note_run(digest)
        if docx:
            run.outputs.note(_SUMMARY_OF, digest)
        run.outputs.note("counts", f"{ranked} {apart}")
    else:
        ranked, apart = map(int, run.outputs.noted("counts").split())
    if run.repository.document is not None:
        run.outputs.note("project", str((run.repository.root / PROJECT_FILE).absolute()))
    run.outputs.save()
    return Finished(
        units=len(run.paths),
        scored=run.scored,
        unchanged=run.unchanged,
        ranked=ranked,
        apart=apart,
        errors=errors,
        warnings=warnings,
        findings=tuple(sorted((*wrong, *found), key=lambda each: each.file)),
        faults=tuple(faults),
        written=tuple(run.outputs.path(name) for name in _written(docx, html)),
        anew=anew,
        older=tuple(_older(run, digest, docx=docx, html=html)),
    )


def _older(run: Run, digest: str, *, docx: bool, html: bool) -> Iterator[str]:
    """The outputs of earlier runs that tell an old story; they stay, for an office may want them."""
    outputs = run.outputs
    if not docx:
        if outputs.path(SUMMARY).exists() and outputs.noted(_SUMMARY_OF) != digest:
            yield SUMMARY
        if (reports := outputs.reports) and any(f"{e.id}.docx" in reports and e.report is None for e in _entries(run)):
            yield REPORTS
    if not html and outputs.path(SITE).exists():
        from parindex.jobs.site import site_is_of

        if not site_is_of(outputs, digest):
            yield SITE


def _entries(run: Run) -> Iterator[Entry]:
    return run.cache.entries(run.paths)


def _errors(entry: Entry, docx: bool) -> list[Finding]:
    """The errors of a unit's file, and an edited report that stays."""
    if not entry.errors and not (docx and entry.state == "scored" and entry.report is None):
        return []
    return [each for each in unpack_findings(entry.findings) if severity_of(each) == "error"]


def _names(run: Run, twice: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """The units that have a sheet of their own, and whether they have a report."""
    for entry in _entries(run):
        if entry.state == "scored" and entry.id is not None and entry.path not in twice:
            yield entry.id, entry.report is not None


def _clash(run: Run, path: str, other: str) -> Finding:
    document = read(Path(path))
    return document.finding("E308", ("unit", "id"), id=document.data["unit"]["id"], other=other)


def _made_from(run: Run, wrong: list[Finding]) -> Iterator[str]:
    yield run.around.digest
    yield run.repository.document.sha256 if run.repository.document else ""
    yield json.dumps([(finding.code, finding.file, str(finding.route)) for finding in wrong])
    for entry in _entries(run):
        yield f"{entry.path} {entry.state} {entry.id} {entry.sheet} {entry.errors} {entry.warnings}"
        yield entry.result or ""
        # The site links to evidence that is there, and what is not there is told.
        yield entry.findings


def _written(docx: bool, html: bool) -> tuple[str, ...]:
    return (*NAMES, *([SUMMARY] if docx else []), SHEETS, *([REPORTS] if docx else []), *([SITE] if html else []))


def _site_holds(run: Run, digest: str) -> bool:
    from parindex.jobs.site import site_holds  # templates cost time to import, and not every run makes a site

    return site_holds(run.outputs, digest)


def _sheet_of(run: Run, id_: str) -> Path:
    return run.outputs.path(f"{SHEETS}/{id_}.json")


def _rank(
    run: Run, twice: dict[str, str], site: str | None, jobs: int | None, *, draft: bool | None
) -> tuple[int, int]:
    """Write the ranking, and the site where ``site`` says what it is made from.

    ``draft``: whether the report on it is marked as a draft on every page, as units have errors; ``None``: no report.
    """
    with making(run.outputs, run.repository.project, run.repository.root.absolute().name) as tables:
        for entry in _entries(run):
            _add(run, tables, entry, twice)
        tables.finish()
        view = write_ranking(tables, run.outputs, jobs=jobs)
        if draft is not None:
            from parindex.jobs.report_ranking import summary_of  # Word costs time to import

            # What is approved stays approved: the units that have errors are named there.
            marked = draft and not view.about.approved
            run.outputs.write(SUMMARY, summary_of(view, run.repository, draft=marked))
            run.outputs.save()
        if site is not None:
            from parindex.jobs.site import write_site

            run.outputs.save()
            write_site(view, run.outputs, lambda id_, _: _sheet_of(run, id_), digest=site, jobs=jobs)
        return view.about.ranked, view.about.apart


_REASONS: dict[str, Reason] = {
    "unreadable": "unreadable",
    "not_scored": "not_scored",
    "other_year": "other_year",
    "fault": "fault",
}


def _add(run: Run, tables: RankingTables, entry: Entry, twice: dict[str, str]) -> None:
    if entry.state != "scored" or entry.result is None:
        reason = _REASONS[entry.state]
        name = entry.result if entry.state in ("not_scored", "other_year") and entry.result else Path(entry.path).stem
        words = str(entry.year) if entry.state == "other_year" else ""
        tables.leave_out(Without(entry.id, name, entry.path, reason, words))
        return
    unit = unpack_rows(entry.result)
    if entry.path in twice:
        tables.leave_out(Without(unit.id, unit.name, entry.path, "duplicate", twice[entry.path]))
        return

    def whole() -> UnitResult:
        return result_of(read_sheet(_sheet_of(run, unit.id)))

    tables.add_rows(unit, entry.path, whole, errors=entry.errors, warnings=entry.warnings)
