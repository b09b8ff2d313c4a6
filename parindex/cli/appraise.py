"""``parindex appraise``: the council's way from a submission to the final scores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from parindex.cli.exits import FINDINGS, USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption, StrictOption
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say

R = TypeVar("R")

app = typer.Typer(
    help="Thẩm định: chia tệp cho cơ quan, tổng hợp, giải trình, tính điểm cuối cùng.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Merged = Annotated[
    Path, typer.Argument(metavar="THẨM_ĐỊNH.yaml", help="Tệp thẩm định đã tổng hợp.", show_default=False)
]
Responses = Annotated[
    list[Path] | None,
    typer.Option("--response", metavar="TỆP", help="Tệp giải trình của đơn vị (dùng nhiều lần được)."),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="NGÀY", help="Ngày thực hiện; không ghi là hôm nay.", show_default=False),
]


@app.command("start")
def start(
    submission: Annotated[Path, typer.Argument(metavar="HO-SO.yaml", help="Hồ sơ đã nộp.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi; không ghi là cạnh hồ sơ.", show_default=False),
    ] = None,
    council: Annotated[
        str | None,
        typer.Option("--council", metavar="TÊN", help="Cơ quan tổng hợp, thẩm định phần còn lại.", show_default=False),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tạo cho mỗi cơ quan thẩm định một tệp, kèm danh sách tiêu chí của cơ quan đó."""
    from parindex.jobs.appraise_start import start as begin
    from parindex.locale.formats import day
    from parindex.model.appraisal import COUNCIL

    started = _try(lambda: begin(submission, output, council=council or COUNCIL, force=force), lang)
    tell(started.findings, lang)
    for agency, path in started.files.items():
        typer.echo(say("appraise_started", lang, agency=agency, path=path))
    for name, term in started.terms.items():
        key = "appraise_term_extended" if term.extended_by else "appraise_term"
        typer.echo(say(key, lang, name=name, day=day(term.day), by=term.extended_by))
    raise typer.Exit(exit_code(started.findings))


@app.command("merge")
def merge(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP…", help="Tệp của các cơ quan.", show_default=False)],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="TỆP", help="Tệp tổng hợp.", show_default=False)],
    response: Responses = None,
    on: OnOption = None,
    force: ForceOption = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tổng hợp tệp của các cơ quan: nêu chỗ thiếu, chấm trùng, mâu thuẫn; chốt các lượt đã có."""
    from parindex.cli.days import day_asked
    from parindex.jobs.appraise import merge as join

    try:
        day = day_asked(on)
    except ValueError:
        raise typer.BadParameter(say("no_day", lang, text=on)) from None
    merged = _try(lambda: join(files, output, on=day, responses=response or (), force=force), lang)
    tell(merged.findings, lang)
    if merged.path is None:
        typer.echo(say("appraise_not_merged", lang), err=True)
        raise typer.Exit(FINDINGS)
    typer.echo(say("appraise_merged", lang, count=len(merged.appraisal.entries), path=merged.path))
    raise typer.Exit(exit_code(merged.findings, strict=strict))


@app.command("answer")
def answer(
    appraisal: Merged,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="TỆP", help="Tệp giải trình.", show_default=False)],
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tạo mẫu giải trình cho đơn vị: mỗi yêu cầu, mỗi điểm bị hạ một khối."""
    from parindex.jobs.appraise_start import answer as form

    count, _ = _try(lambda: form(appraisal, output, force=force), lang)
    typer.echo(say("appraise_answer", lang, count=count, path=output))


@app.command("apply")
def apply(
    appraisal: Merged,
    response: Responses = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP.json", help="Ghi phiếu điểm cuối cùng.", show_default=False),
    ] = None,
    force: ForceOption = False,
    json: JsonOption = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tính điểm cuối cùng; mọi thay đổi sau khi nộp được nêu tên."""
    from parindex.files.write import write_bytes
    from parindex.jobs.appraise import apply as final
    from parindex.jobs.submit import sheet_bytes

    done = _try(lambda: final(appraisal, response or ()), lang)
    tell(done.findings, lang)
    sheet = done.sheet
    if sheet is None:
        typer.echo(say("appraise_refused", lang), err=True)
        raise typer.Exit(FINDINGS)
    if output is not None:
        _try(lambda: write_bytes(output, sheet_bytes(sheet), force=force), lang)
        typer.echo(say("appraise_applied", lang, path=output))
    elif json:
        typer.echo(sheet_bytes(sheet).decode(), nl=False)
    else:
        from parindex.reports.appraisal import score_table, totals

        show(totals(sheet, lang.value))
        show(score_table(list(sheet.leaves()), lang.value))
    raise typer.Exit(exit_code(done.findings, strict=strict))


@app.command("diff")
def diff(
    appraisal: Merged,
    response: Responses = None,
    whole: Annotated[bool, typer.Option("--all", help="In cả tiêu chí được thống nhất, không đổi điểm.")] = False,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Cho xem điểm nào thay đổi, từ đâu đến đâu, ai, khi nào, vì sao."""
    from json import dumps

    from parindex.jobs.appraise import apply as final
    from parindex.reports.appraisal import diff_data, diff_view

    done = _try(lambda: final(appraisal, response or ()), lang)
    tell(done.findings, lang)
    if done.sheet is None:
        typer.echo(say("appraise_refused", lang), err=True)
        raise typer.Exit(FINDINGS)
    if json:
        typer.echo(dumps(diff_data(done.sheet), ensure_ascii=False, indent=2))
    else:
        show(diff_view(done.sheet, lang.value, whole=whole))
    raise typer.Exit(exit_code(done.findings))


def _try(job: Callable[[], R], lang: Lang) -> R:
    """Run a job; what cannot be used is told, with exit code 2."""
    from parindex.files.unusable import Unusable

    try:
        return job()
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
