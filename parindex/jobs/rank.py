"""From results to a written ranking: of a run, or of saved score sheets."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from parindex.checks.projects import check_left_out
from parindex.files.project import PROJECT_FILE, Repository, open_repository
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.jobs.batch_outputs import STATE, Outputs, noted_in, writing_into
from parindex.jobs.batch_ranking import RankingTables, Without
from parindex.jobs.batch_view import TablesView
from parindex.jobs.rank_write import DATABASE, FORMS, write_ranking
from parindex.jobs.sheets import read_sheet
from parindex.model.project import Project
from parindex.reports.ranking.view import RankingView
from parindex.scoring.results import result_of
from parindex.values.findings import Finding

NAMES = (*FORMS, DATABASE)
"""What a ranking writes into its folder."""


@contextmanager
def making(outputs: Outputs, project: Project | None, title: str) -> Iterator[RankingTables]:
    """Empty tables in the output folder's own place; they are taken away unless they become an output."""
    path = outputs.folder / STATE / f"{DATABASE}.new"
    path.unlink(missing_ok=True)
    tables = RankingTables(path, project, title)
    try:
        yield tables
    finally:
        tables.close()
        path.unlink(missing_ok=True)


def rank_folder(
    folder: Path,
    out: Path | None,
    project: Path | None,
    *,
    force: bool,
    show: Callable[[RankingView], None],
    check: Callable[[RankingView], None] = lambda _: None,
    html: bool = False,
) -> tuple[Finding, ...]:
    """Rank the saved sheets of a folder, show the ranking, and write it into ``out`` where that is given.

    The project is the one named, else the nearest ``parindex.yaml`` above the folder. Raises ``Unusable`` when there
    are no sheets, or the project or the output cannot be used; gives the sheets that could not be read. With ``html``
    the site is written too. ``check`` sees the ranking before anything is written, and may raise.
    """
    repository = project_around(folder, project)
    with TemporaryDirectory(prefix="parindex-") as scratch, writing_into(out or Path(scratch)):
        outputs = Outputs(out, force=force, sheets=False) if out is not None else Outputs(Path(scratch), sheets=False)
        outputs.refuse_foreign(NAMES)
        with making(outputs, repository.project, folder.absolute().parent.name) as tables:
            findings = _add_sheets(folder, repository, tables)
            check(TablesView(tables.connection))
            if out is None:
                show(TablesView(tables.connection))
            else:
                outputs.note_run("")  # where a run wrote before, its outputs do not stand as it made them any more
                view = write_ranking(tables, outputs)
                outputs.save()
                if html:
                    from parindex.jobs.site import write_site  # templates cost time to import

                    write_site(view, outputs, lambda _, file: Path(file))
                show(view)
    return findings


def _add_sheets(folder: Path, repository: Repository, tables: RankingTables) -> tuple[Finding, ...]:
    paths = sorted((path for path in folder.glob("*.json") if path.name not in NAMES), key=lambda path: path.name)
    if not paths:
        raise Unusable([Finding("E101", file_name(folder / "*.json"))])
    findings: list[Finding] = []
    ids = {path.as_posix(): id_ for path in paths if (id_ := _unit_id(path)) is not None}
    twice = duplicates(iter(ids.items()))
    for path in paths:
        try:
            sheet = read_sheet(path)
        except Unusable as problem:
            findings += problem.findings
            tables.leave_out(Without(None, path.stem, file_name(path), "unreadable"))
            continue
        if (other := twice.get(path.as_posix())) is not None:
            findings.append(Finding("E308", file_name(path), data={"id": sheet.unit.id, "other": other}))
            tables.leave_out(Without(sheet.unit.id, sheet.unit.name, file_name(path), "duplicate", other))
            continue
        tables.add(result_of(sheet), file_name(path))
    findings += left_out(repository, list(ids.values()))
    tables.finish()
    return tuple(findings)


def _unit_id(path: Path) -> str | None:
    """The id of a saved sheet's unit, without reading the rest of it; ``None`` where there is none."""
    try:
        id_ = json.loads(path.read_bytes())["unit"]["id"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return id_ if isinstance(id_, str) else None


def duplicates(units: Iterator[tuple[str, str]]) -> dict[str, str]:
    """The files whose unit has the id of another one, each with the other."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    for path, id_ in units:
        files[id_].append(path)
    return {
        path: next(other for other in paths if other != path)
        for paths in files.values()
        if len(paths) > 1
        for path in paths
    }


def left_out(repository: Repository, ids: Sequence[str]) -> list[Finding]:
    """What is wrong with the units that the project leaves out."""
    if repository.project is None or repository.document is None:
        return []
    return list(check_left_out(repository.project, repository.document, ids))


def digest_of_run(parts: Iterator[str]) -> str:
    """One digest of all that the outputs of a run are made from."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def project_around(folder: Path, given: Path | None) -> Repository:
    """The project that ranks the sheets of a folder: the one that is named, that of the run, or the nearest above."""
    if given is None:
        known = Path(noted_in(folder.parent, "project"))
        return open_repository(known.parent if known.is_file() else folder)
    folder = given.parent if given.name == PROJECT_FILE else given
    if not (folder / PROJECT_FILE).is_file():
        raise Unusable([Finding("E101", file_name(folder / PROJECT_FILE))])
    return open_repository(folder)
