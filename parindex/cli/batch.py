"""``parindex batch``: score and rank every unit of an evidence repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parindex.cli.exits import FINDINGS, INTERNAL, OK, USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption, PeriodOption, StrictOption
from parindex.cli.output import tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.batch_finish import Finished
    from parindex.jobs.cache import Entry


def batch(
    folder: Annotated[Path, typer.Argument(metavar="THƯ-MỤC", help="Kho minh chứng (có parindex.yaml).")] = Path(),
    output: Annotated[Path, typer.Option("-o", "--output", metavar="THƯ-MỤC", help="Nơi ghi kết quả.")] = Path("out"),
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="Số tiến trình; trống: theo số nhân máy.", show_default=False)
    ] = None,
    docx: Annotated[bool, typer.Option("--docx", help="Viết cả báo cáo Word: từng đơn vị, tổng hợp.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Viết cả trang web tĩnh, mở bằng trình duyệt.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Chấm lại tất cả, không dùng kết quả đã lưu.")] = False,
    period: PeriodOption = None,
    json: JsonOption = False,
    strict: StrictOption = False,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Chấm điểm và xếp hạng mọi đơn vị của một kho minh chứng."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.batch import NoSuchPeriod, NothingToDo, Options, run_batch
    from parindex.jobs.batch_finish import finish
    from parindex.jobs.batch_outputs import SUMMARY
    from parindex.jobs.rank import NAMES

    if not folder.is_dir():
        raise typer.BadParameter(say("no_folder", lang, folder=folder))
    options = Options(jobs, period, docx, not no_cache, force)
    names = (*NAMES, *([SUMMARY] if docx else []), *(_site_names() if html else ()))
    try:
        with _Bar(lang.value) as bar:
            run = run_batch(folder, output, options, bar, names)
        if html and sys.stderr.isatty():
            typer.echo(say("batch_site", lang), err=True)
        try:
            finished = finish(run, docx=docx, html=html, jobs=jobs)
        finally:
            run.cache.close()
    except NothingToDo:
        typer.echo(say("no_units", lang, folder=folder), err=True)
        raise typer.Exit(USAGE) from None
    except NoSuchPeriod as wrong:
        raise typer.BadParameter(say("no_period", lang, period=wrong)) from None
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    _tell(finished, output, lang, json=json)
    bad = finished.errors or (strict and finished.warnings)
    raise typer.Exit(INTERNAL if finished.faults else FINDINGS if bad else OK)


def _site_names() -> tuple[str, ...]:
    from parindex.jobs.site import SITE_NAMES  # templates cost time to import

    return SITE_NAMES


def _tell(finished: Finished, output: Path, lang: Lang, *, json: bool) -> None:
    from parindex.cli.log import write_log

    tell(finished.findings, lang, summary=False)
    for path, trace in finished.faults:
        log = write_log(trace, sys.argv[1:])
        typer.echo(say("batch_fault", lang, path=path, log=log), err=True)
    counts = {
        name: getattr(finished, name)
        for name in ("units", "scored", "unchanged", "ranked", "apart", "errors", "warnings")
    }
    typer.echo(say("batch_summary", lang, **counts), err=True)
    if finished.warnings:
        typer.echo(say("batch_warnings", lang), err=True)
    if json:
        from json import dumps

        written = [path.as_posix() for path in finished.written]
        typer.echo(dumps(counts | {"written": written, "anew": finished.anew, "older": finished.older}))
    elif finished.anew:
        names = ", ".join(path.name for path in finished.written)
        typer.echo(say("batch_written", lang, folder=output, names=names))
    else:
        typer.echo(say("batch_unchanged", lang, folder=output))
    if finished.older:
        from parindex.jobs.batch_outputs import SITE

        options = {"--html" if name == SITE else "--docx" for name in finished.older}
        words = say("batch_older", lang, names=", ".join(finished.older), options=" ".join(sorted(options)))
        typer.echo(words, err=True)


class _Bar:
    """The progress of a run: a bar with the time left and a running count of findings, on a terminal only."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._bar: Any = None
        self._task: Any = None
        self._errors = self._warnings = 0

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *problem: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def begin(self, units: int, unchanged: int) -> None:
        """So many units, of which so many need no scoring."""
        if not sys.stderr.isatty() or units == unchanged:
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[findings]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(
            say("batch_progress", self._lang), total=units, completed=unchanged, findings=self._found()
        )
        self._bar.start()

    def step(self, entry: Entry) -> None:
        """One more unit is done."""
        self._errors += entry.errors
        self._warnings += entry.warnings
        if self._bar is not None:
            self._bar.update(self._task, advance=1, findings=self._found())

    def _found(self) -> str:
        return say("batch_findings", self._lang, errors=self._errors, warnings=self._warnings)
