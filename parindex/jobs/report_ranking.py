"""What a document on many units says: rank them, and make the view that its template prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from parindex.files.library import Library
from parindex.files.project import PROJECT_FILE, Repository, open_repository, unit_files
from parindex.jobs.batch import Options, run_batch
from parindex.jobs.batch_unit import SHEETS
from parindex.jobs.cache import Entry, unpack_findings
from parindex.jobs.rank import project_around, rank_folder
from parindex.jobs.report import printed
from parindex.jobs.report_kinds import NAMES, Asked, Made, NotMany
from parindex.reports.ranking.view import RankingView
from parindex.reports.view import Paper
from parindex.reports.view.ranking import Issuer, decision_view, submission_view, summary_view
from parindex.values.findings import Finding

_VIEWS: dict[str, Callable[..., Paper]] = {
    "summary": summary_view,
    "submission": submission_view,
    "decision": decision_view,
}
_FEW = 60


class _Silent:
    """Shows no progress."""

    def begin(self, units: int, unchanged: int) -> None:
        """Nothing to show."""

    def step(self, entry: Entry) -> None:
        """Nothing to show."""


def ranking_document(path: Path, asked: Asked) -> Made:
    """The document on the units of a repository (its folder or ``parindex.yaml``), or of a folder of saved sheets.

    Raises ``NotMany`` for another path, ``NothingToDo`` without units, ``Unusable`` for what cannot be read.
    """
    folder = path.parent if path.name == PROJECT_FILE else path
    if not folder.is_dir():
        raise NotMany
    sheets = _sheets(folder)
    if sheets is not None:
        return _document(sheets, None, asked, ())
    with TemporaryDirectory(prefix="parindex-") as scratch:
        repository = open_repository(folder)
        # Few units are scored before other processes have started.
        jobs = 1 if len(unit_files(repository, folder)) < _FEW else None
        options = Options(jobs=jobs, period=asked.period, use_cache=False)
        run = run_batch(folder, Path(scratch), options, _Silent())
        try:
            wrong = tuple(each for entry in run.cache.entries(run.paths) for each in unpack_findings(entry.findings))
        finally:
            run.cache.close()
        project = folder if run.repository.project is not None else None
        return _document(Path(scratch) / SHEETS, project, asked, wrong)


def _sheets(folder: Path) -> Path | None:
    """The saved sheets that are meant: those that a run wrote into the folder, or the folder's own.

    ``None`` for a folder that says which units are its own: a single sheet that lies there is not all of them.
    """
    if (folder / PROJECT_FILE).is_file():
        return None
    if any((folder / SHEETS).glob("*.json")):
        return folder / SHEETS
    return folder if any(folder.glob("*.json")) and not unit_files(open_repository(folder), folder) else None


def summary_of(view: RankingView, repository: Repository, *, draft: bool) -> bytes:
    """The summary report on a ranking as a Word document; raises ``Unusable`` (E151)."""
    found = repository.project
    issuer = Issuer(found.agency, found.report) if found is not None else Issuer()
    return printed(summary_view(view, issuer, draft=draft), Library(repository.root).template("summary"))


def _document(sheets: Path, project: Path | None, asked: Asked, findings: tuple[Finding, ...]) -> Made:
    made: list[Paper] = []
    found = project_around(sheets, project).project
    issuer = Issuer(found.agency, found.report) if found is not None else Issuer()

    def take(view: RankingView) -> None:
        made.append(_VIEWS[asked.kind](view, issuer, draft=asked.draft))

    told = rank_folder(sheets, None, project, force=False, show=take)
    name = f"{NAMES[asked.kind]}-{found.id}" if found is not None else NAMES[asked.kind]
    return Made(made[0], (*findings, *told), name)
