"""``make bench``: every number of the design's section 11 as a ratio against a floor of the same run."""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

import yaml
from msgspec.structs import asdict

from benchmarks.evidence import ratios
from benchmarks.generate import SET, YEAR, write
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.source import read_bytes
from parindex.files.yaml_reader import read
from parindex.jobs.memory import rarely_collect
from parindex.jobs.score import score_file
from parindex.model.unit import Unit
from parindex.reports.view import self_view
from parindex.reports.word import self_report
from parindex.reports.word.template import compiled
from parindex.scoring.sheet import score

ROUNDS = 5
STARTS = 25
"""Rounds of commands so short that a machine's other work shows in each."""
OWN_SET = "do-toc-do-2023"
COUNTRY = 3321
"""Communes: the fewer there are, the more it counts that a process takes half a second to start."""

T = TypeVar("T")


def main(scales: Sequence[int]) -> None:
    """Print the ratios; ``scales`` are the numbers of units for the slope."""
    with tempfile.TemporaryDirectory(prefix="parindex-bench-") as name:
        folder = Path(name)
        paths = write(folder / "small", 40)
        _reading(paths)
        _starting(paths[0])
        _reports(paths[:10])
        for what, ratio, detail in ratios(folder):
            show(what, ratio, "", detail)
        _processes(folder, COUNTRY)
        _batches(folder, 1000)
        _slope(folder, scales)


def show(what: str, ratio: float, bound: str, detail: str = "") -> None:
    """One line: what, the ratio, what the design asks, and the figures behind it."""
    print(f"{what:<52} {ratio:>7.2f}   {bound:<9} {detail}", flush=True)


def _reading(paths: Sequence[Path]) -> None:
    contents = [path.read_bytes() for path in paths]
    library = Library()
    criteria, plans, indicators = library.criteria("cap-xa-2023"), [library.plan("phu-son-2023")], library.indicators

    def whole(path: Path) -> None:
        score(load_model(path, Unit)[0], criteria, plans, indicators)

    floor, places, scored = interleaved(
        plain(lambda: each(lambda content: yaml.load(content, yaml.CSafeLoader), contents)),
        ours(lambda: each(read, paths)),
        ours(lambda: each(whole, paths)),
    )
    unit = f"{1000 * floor / len(paths):.2f} ms a unit with CSafeLoader"
    show("load with positions ÷ CSafeLoader", places / floor, "≤ 0,5", unit)
    show("load + validate + score ÷ CSafeLoader", scored / floor, "≤ 0,55")


def interleaved(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median seconds of several pieces of work, measured in turn so that drift of the machine hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [median(taken) for taken in times]


def each(work: Callable[[T], object], things: Sequence[T]) -> None:
    """Do the work on one thing after the other, letting go of what it gives as a run does."""
    for thing in things:
        work(thing)


def plain(work: Callable[[], object]) -> Callable[[], object]:
    """The work as in any Python process."""
    return _set_to(partial(gc.set_threshold, *gc.get_threshold()), work)


def ours(work: Callable[[], object]) -> Callable[[], object]:
    """The work as in a process of the program."""
    return _set_to(rarely_collect, work)


def _set_to(settle: Callable[[], None], work: Callable[[], object]) -> Callable[[], object]:
    def done() -> None:
        settle()
        work()

    return done


def _starting(path: Path) -> None:
    def command(*words: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True)

    floor, help_, scored = interleaved(
        command("-c", "pass"),
        command("-m", "parindex", "--help"),
        command("-m", "parindex", "score", str(path)),
        rounds=STARTS,
    )
    show("parindex --help ÷ python -c pass", help_ / floor, "≤ 7", f"{1000 * floor:.0f} ms for pass")
    show("parindex score ÷ python -c pass", scored / floor, "≤ 18")


def _reports(paths: Sequence[Path]) -> None:
    template = read_bytes(Library().template("self"))
    scored = [score_file(path) for path in paths]
    contexts = []
    for each in scored:
        if each.sheet is None:
            raise SystemExit("the generated units must score")
        view = self_view(each.sheet, each.unit, links={}, draft=False)
        contexts.append((asdict(view), view.title, view.author))
    engine = compiled(template)
    floor, whole = interleaved(
        lambda: [engine.render(context, title=title, author=author) for context, title, author in contexts],
        lambda: [self_report(each.sheet, each.unit, template) for each in scored if each.sheet],
    )
    show("Word report ÷ compiled Jinja + zip", whole / floor, "≤ 1,5", f"{len(paths) / whole:.0f} reports a second")


def _processes(folder: Path, count: int) -> None:
    country, part = folder / "country", folder / "part"
    write(country, count)
    write(part, count // 6)
    alone, both, once, twice = interleaved(
        lambda: _scoring(country, 1),
        lambda: _scoring(country, 2),
        lambda: _scoring(part, 1),
        lambda: _scoring(part, 1, copies=2),
        rounds=3,
    )
    show("scoring: one process ÷ two processes", alone / both, "≥ 1,85", f"{count} units in {both:.1f} s")
    show("the same with two programs that share nothing", 2 * once / twice, "", "what this machine has to give")
    shutil.rmtree(country)


def _batches(folder: Path, count: int) -> None:
    write(folder / "batch", count, OWN_SET)
    criteria = folder / "batch" / "criteria" / f"{OWN_SET}.yaml"
    criteria.parent.mkdir()
    criteria.write_text(_own_set("1"), encoding="utf-8")
    one = _batch(folder, "batch", "one", "--jobs", "1")[0]
    two = _batch(folder, "batch", "two", "--jobs", "2")[0]
    show("scoring and ranking: one process ÷ two", one / two, "", f"{count} units in {two:.1f} s")
    again = _batch(folder, "batch", "two", "--jobs", "2", "--force")[0]
    show("first run ÷ unchanged re-run", two / again, "≥ 15", f"{again:.1f} s")
    criteria.write_text(_own_set("2"), encoding="utf-8")
    changed = _batch(folder, "batch", "two", "--jobs", "2", "--force")[0]
    show("run after the criteria changed ÷ first run", changed / two, "", "every unit is scored again")


def _own_set(points: str) -> str:
    """A set of the repository's own that changes one criterion of the shipped one."""
    lines = (
        "kind: criteria", "format: 1", f"id: {OWN_SET}", "title: Bộ tham chiếu để đo tốc độ", f"extends: {SET}",
        "level: commune", f"year: {YEAR}", f"change: {{3.1.1: {{points: {points}}}}}",
    )  # fmt: skip
    return "\n".join(lines) + "\n"


SCORING = """
import sys
from pathlib import Path
from parindex.jobs.batch import Options, run_batch
from parindex.jobs.memory import rarely_collect

class Quiet:
    def begin(self, units, unchanged): pass
    def step(self, entry): pass

if __name__ == "__main__":
    rarely_collect()
    folder, out, jobs = sys.argv[1:]
    run_batch(Path(folder), Path(out), Options(int(jobs)), Quiet()).cache.close()
"""
"""Start the program, score every unit and write its sheet."""


def _scoring(source: Path, jobs: int, copies: int = 1) -> None:
    """Score a repository anew, in so many processes; ``copies`` of the program do so side by side."""
    with tempfile.TemporaryDirectory(dir=source.parent) as name:
        script = Path(name) / "scoring.py"
        script.write_text(SCORING, encoding="utf-8")
        command = [sys.executable, str(script), str(source)]
        running = [subprocess.Popen([*command, f"{name}/out-{copy}", str(jobs)]) for copy in range(copies)]
        ends = [each.wait() for each in running]
        if any(ends):
            raise SystemExit("the generated units must score")


WATCH = """
import resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, done.returncode)
print(done.stderr)
"""
"""Run one command in a process that has no other children, so that the memory measured is that command's."""


def _batch(folder: Path, source: str, out: str, *options: str) -> tuple[float, int]:
    """Seconds of one batch, and the most kilobytes that one of its processes held."""
    command = [sys.executable, "-m", "parindex", "batch", str(folder / source), "-o", str(folder / out), *options]
    watched = subprocess.run([sys.executable, "-c", WATCH, *command], capture_output=True, text=True, check=True)
    measured, _, said = watched.stdout.partition("\n")
    taken, peak, code = measured.split()
    if code not in ("0", "1"):
        raise SystemExit(said)
    return float(taken), int(peak)


def _slope(folder: Path, scales: Sequence[int]) -> None:
    found: list[tuple[int, float, int]] = []
    for count in scales:
        write(folder / "scale", count)
        taken, peak = _batch(folder, "scale", "scale-out", "--jobs", "2", "--no-cache", "--force")
        found.append((count, taken, peak))
        shutil.rmtree(folder / "scale")
        shutil.rmtree(folder / "scale-out")
        print(f"  {count:>6} units: {taken:7.1f} s, {1000 * taken / count:.2f} ms a unit, peak {peak // 1024} MB")
    (small, t0, m0), (large, t1, m1) = found[0], found[-1]
    if large > small:
        show("cost of a unit, largest ÷ smallest scale", (t1 / large) / (t0 / small), "linear: 1")
        show("memory a unit adds (KB)", (m1 - m0) / (large - small), "≤ 4")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 1000, 3321, 10000])
