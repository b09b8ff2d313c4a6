"""Score every unit of an evidence repository, in parallel and only where something changed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from parindex.files.library import Library
from parindex.files.project import Repository, open_repository, unit_files, unread_folders
from parindex.files.repository import leads_out
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.jobs.batch_outputs import CACHE, STATE, Outputs, writing_into
from parindex.jobs.batch_surroundings import Surroundings, surroundings
from parindex.jobs.batch_unit import REPORTS, Folders, Setting, lost_path, score_path, start, still_holds
from parindex.jobs.cache import Cache, Entry
from parindex.jobs.periods import NoSuchPeriod, period_asked
from parindex.jobs.processes import Crew, cores, deaf_to_interrupts, in_processes
from parindex.values.findings import Finding

SEAL_EVERY = 256
"""Units after which what was found is made good for later runs."""


class NothingToDo(Exception):
    """The folder has no file of a unit."""


class Progress(Protocol):
    """Told how a run goes; the job itself is silent."""

    def begin(self, units: int, unchanged: int) -> None:
        """So many units, of which so many need no scoring."""

    def step(self, entry: Entry) -> None:
        """One more unit is done."""


class Options(Struct, frozen=True):
    """How to score."""

    jobs: int | None = None
    """Processes; ``None``: one for each core that may be used."""
    period: str | None = None
    docx: bool = False
    use_cache: bool = True
    force: bool = False


class Run(Struct, frozen=True):
    """A run that scored all it could. ``cache`` holds its entries and is closed by the caller."""

    repository: Repository
    paths: tuple[str, ...]
    """The units' files in order."""
    scored: int
    unchanged: int
    around: Surroundings
    cache: Cache
    outputs: Outputs
    unread: tuple[Finding, ...] = ()
    """Folders in which there may be more units."""


def run_batch(folder: Path, out: Path, options: Options, progress: Progress, names: Sequence[str] = ()) -> Run:
    """Score the units of a folder into ``out``: sheets, and reports with ``docx``.

    ``names`` are the outputs that the caller will write, which must not be somebody else's. Raises ``NothingToDo``,
    ``Unusable`` for the project's file or the output folder, and ``KeyboardInterrupt``: what is finished by then is
    whole and counts in the next run.
    """
    repository = open_repository(folder)
    paths, unread = unit_files(repository, folder), unread_folders(repository, folder)
    if not paths:
        raise Unusable(unread) if unread else NothingToDo
    year = repository.project.year if repository.project else None
    if options.period is not None and year is not None:
        period_asked(options.period, year)
    outputs = Outputs(out, force=options.force)
    outputs.refuse_foreign(names)
    if options.docx:
        (out / REPORTS).mkdir(exist_ok=True)
    setting = Setting(
        repository.root, out, year, options.period, options.docx, options.force, outputs.reports if options.docx else {}
    )
    library = Library(setting.root)
    arguments = {"period": options.period or "", "year": str(year), "out": _place(out, repository.root)}
    around = surroundings(library, arguments)
    with writing_into(out):
        cache = Cache(out / STATE / CACHE, around.digest, keep=options.use_cache)
    todo = []
    folders: Folders = {}
    outside = {each for each in {path.parent for path in paths} if leads_out(each, repository.root)}
    for path in paths:
        kept = cache.kept(file_name(path))
        if kept is None or path.is_symlink() or path.parent in outside or not still_holds(kept, setting, path, folders):
            todo.append(path)
    progress.begin(len(paths), len(paths) - len(todo))

    def undisturbed() -> bool:
        return surroundings(library, arguments).stamps == around.stamps

    try:
        with writing_into(out), closing(_score_all(todo, setting, options.jobs or cores())) as entries:
            for count, entry in enumerate(entries, start=1):
                cache.put(entry)
                if entry.report is not None:
                    outputs.note(f"{REPORTS}/{entry.id}.docx", entry.report)
                progress.step(entry)
                if count % SEAL_EVERY == 0:
                    cache.seal(valid=undisturbed())
            cache.seal(valid=undisturbed())
    except BaseException:
        with deaf_to_interrupts():
            with suppress(sqlite3.Error, Unusable):  # the disk may be what failed
                cache.seal(valid=undisturbed())
                outputs.save()
            cache.close()
        raise
    return Run(
        repository,
        tuple(file_name(path) for path in paths),
        len(todo),
        len(paths) - len(todo),
        around,
        cache,
        outputs,
        tuple(unread),
    )


def _place(out: Path, root: Path) -> str:
    """Where the outputs lie as their links to evidence see it."""
    try:
        return os.path.relpath(out.resolve(), root.resolve())
    except ValueError:  # another drive (Windows)
        return str(out.resolve())


def _score_all(paths: Sequence[Path], setting: Setting, jobs: int) -> Generator[Entry, None, None]:
    """Entries as they are finished."""
    return in_processes(Crew(score_path, lost_path, start, setting), paths, min(jobs, len(paths)))


__all__ = ["NoSuchPeriod", "NothingToDo", "Options", "Progress", "Run", "run_batch"]
