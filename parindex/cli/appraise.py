"""``parindex appraise``: the council's way from a submission to the final scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from parindex.cli.exits import FINDINGS, USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption, StrictOption
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.appraise_read import Read

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
    source: Annotated[
        Path,
        typer.Argument(
            metavar="HO-SO.yaml|TỔNG-HỢP.yaml",
            help="Hồ sơ đã nộp: lần 1. Tệp tổng hợp: sổ Excel của lần 2.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi; không ghi là cạnh hồ sơ.", show_default=False),
    ] = None,
    council: Annotated[
        str | None,
        typer.Option("--council", metavar="TÊN", help="Cơ quan tổng hợp, thẩm định phần còn lại.", show_default=False),
    ] = None,
    response: Responses = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tạo cho mỗi cơ quan thẩm định một tệp và một sổ Excel, kèm tiêu chí, cách tính, minh chứng của cơ quan đó."""
    from parindex.jobs.appraise_start import begin
    from parindex.locale.formats import day

    started = _try(lambda: begin(source, output, council=council, responses=response or (), force=force), lang)
    tell(started.findings, lang)
    for agency, book in started.books.items():
        typer.echo(say("appraise_started", lang, agency=agency, path=started.files[agency], book=book))
    for name, term in started.terms.items():
        key = "appraise_term_extended" if term.extended_by else "appraise_term"
        typer.echo(say(key, lang, name=say(f"term_{name}", lang), day=day(term.day), by=term.extended_by))
    raise typer.Exit(exit_code(started.findings))


@app.command("read")
def read(
    books: Annotated[
        list[Path], typer.Argument(metavar="SỔ.xlsx…", help="Sổ thẩm định, sổ giải trình đã điền.", show_default=False)
    ],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="TỆP.yaml", help="Tệp nhận; không ghi là tệp cạnh sổ.", show_default=False),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ cho xem lượt sẽ ghi.")] = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Đọc sổ Excel đã điền vào tệp của cơ quan hoặc của đơn vị; mọi chỗ sai được báo theo trang và ô."""
    from parindex.jobs.appraise_workbooks import read_books

    if into is not None and len(books) > 1:
        raise typer.BadParameter(say("appraise_into_one", lang))
    done = _try(lambda: read_books(books, into, dry_run=dry_run), lang)
    findings = [finding for each in done for finding in each.findings]
    tell(findings, lang)
    _told(done, lang)
    raise typer.Exit(exit_code(findings, strict=strict))


@app.command("merge")
def merge(
    files: Annotated[
        list[Path], typer.Argument(metavar="TỆP…", help="Tệp .yaml hoặc sổ .xlsx của các cơ quan.", show_default=False)
    ],
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
    _told(merged.read, lang, whole=False)
    if merged.path is None or merged.appraisal is None:
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
    """Tạo tệp và sổ Excel giải trình cho đơn vị: mỗi yêu cầu, mỗi điểm bị hạ một khối."""
    from parindex.jobs.appraise_start import answer as form

    count, book = _try(lambda: form(appraisal, output, force=force), lang)
    typer.echo(say("appraise_answer", lang, count=count, path=book.with_suffix(".yaml"), book=book))


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


def _told(done: Sequence[Read], lang: Lang, *, whole: bool = True) -> None:
    """Say what each workbook added to which file; ``whole``: entry by entry."""
    for each in done:
        for line in each.added if whole else ():
            typer.echo(f"  {line}")
        key = "appraise_read" if each.written else "appraise_read_dry" if each.added else "appraise_read_same"
        if not each.refused:
            typer.echo(say(key, lang, book=each.book, path=each.path, count=len(each.added)))
        else:
            typer.echo(say("appraise_read_refused", lang, book=each.book, path=each.path), err=True)


def _try(job: Callable[[], R], lang: Lang) -> R:
    """Run a job; what cannot be used is told, with exit code 2."""
    from parindex.files.unusable import Unusable

    try:
        return job()
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
