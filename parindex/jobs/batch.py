"""Score every unit of an evidence repository, in parallel and only where something changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from parindex.files.library import Library
from parindex.files.project import Repository, open_repository, unit_files
from parindex.files.source import file_name
from parindex.jobs.batch_outputs import CACHE, STATE, Outputs
from parindex.jobs.batch_surroundings import Surroundings, surroundings
from parindex.jobs.batch_unit import REPORTS, Setting, score_path, start, still_holds
from parindex.jobs.cache import Cache, Entry
from parindex.jobs.periods import NoSuchPeriod, period_asked
from parindex.jobs.processes import deaf_to_interrupts

AHEAD = 4
"""Units handed to each process in advance: enough to keep it busy, few enough to forget soon."""
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


@dataclass(frozen=True, slots=True)
class Options:
    """How to score."""

    jobs: int | None = None
    """Processes; ``None``: one for each core that may be used."""
    period: str | None = None
    docx: bool = False
    use_cache: bool = True
    force: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run that scored all it could. ``cache`` holds its entries and is closed by the caller."""

    repository: Repository
    paths: tuple[str, ...]
    """The units' files in order."""
    scored: int
    unchanged: int
    around: Surroundings
    cache: Cache
    outputs: Outputs


def run_batch(folder: Path, out: Path, options: Options, progress: Progress, names: Sequence[str] = ()) -> Run:
    """Score the units of a folder into ``out``: sheets, and reports with ``docx``.

    ``names`` are the outputs that the caller will write, which must not be somebody else's. Raises ``NothingToDo``,
    ``Unusable`` for the project's file or the output folder, and ``KeyboardInterrupt``: what is finished by then is
    whole and counts in the next run.
    """
    repository = open_repository(folder)
    paths = unit_files(repository, folder)
    if not paths:
        raise NothingToDo
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
    arguments = {"period": options.period or "", "year": str(year)}
    around = surroundings(library, arguments)
    cache = Cache(out / STATE / CACHE if options.use_cache else None, around.digest)
    todo = []
    for path in paths:
        kept = cache.kept(file_name(path))
        if kept is None or not still_holds(kept, setting, path):
            todo.append(path)
    progress.begin(len(paths), len(paths) - len(todo))

    def undisturbed() -> bool:
        return surroundings(library, arguments).stamps == around.stamps

    try:
        for count, entry in enumerate(_score_all(todo, setting, options.jobs or cores()), start=1):
            cache.put(entry)
            if entry.report is not None:
                outputs.note(f"{REPORTS}/{entry.id}.docx", entry.report)
            progress.step(entry)
            if count % SEAL_EVERY == 0:
                cache.seal(valid=undisturbed())
    except BaseException:
        cache.seal(valid=undisturbed())
        outputs.save()
        cache.close()
        raise
    cache.seal(valid=undisturbed())
    return Run(
        repository,
        tuple(file_name(path) for path in paths),
        len(todo),
        len(paths) - len(todo),
        around,
        cache,
        outputs,
    )


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _score_all(paths: Sequence[Path], setting: Setting, jobs: int) -> Iterator[Entry]:
    """Entries as they are finished."""
    jobs = min(jobs, len(paths))
    if jobs <= 1:
        start(setting, alone=True)
        yield from map(score_path, paths)
        return
    # Fresh processes everywhere: a forked one would share open files and locks of this one, and Windows has no fork.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=start, initargs=(setting,))
    waiting: set[Future[Entry]] = set()
    rest = iter(paths)
    try:
        for path in rest:
            with deaf_to_interrupts():
                waiting.add(pool.submit(score_path, path))
            if len(waiting) >= jobs * AHEAD:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        # Ctrl-C: what is being scored is a matter of milliseconds and ends whole; what waits is dropped.
        pool.shutdown(wait=True, cancel_futures=True)


__all__ = ["NoSuchPeriod", "NothingToDo", "Options", "Progress", "Run", "run_batch"]
