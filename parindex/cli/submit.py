"""``parindex submit``: freeze what a unit hands in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parindex.cli.exits import FINDINGS, USAGE
from parindex.cli.options import ForceOption, Lang, LangOption, StrictOption, UnitFile
from parindex.cli.output import exit_code, tell
from parindex.cli.texts import say


def submit(
    unit: UnitFile,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Thư mục hồ sơ; không ghi là cạnh tệp đơn vị."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="TỆP.pdf", help="Báo cáo đã ký số của đơn vị.", show_default=False),
    ] = None,
    post: Annotated[
        str | None,
        typer.Option("--post", metavar="CHỨC_VỤ", help="Chức vụ người chịu trách nhiệm.", show_default=False),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option("--sign", metavar="KHÓA", help="Ký hồ sơ bằng khóa SSH (ssh-keygen -Y sign).", show_default=False),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="NGÀY", help="Ngày nộp; không ghi là hôm nay.", show_default=False)
    ] = None,
    force: ForceOption = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Nộp hồ sơ tự chấm: chốt số liệu, minh chứng, phiếu điểm; từ chối khi còn lỗi."""
    from parindex.cli.days import day_asked
    from parindex.files.unusable import Unusable
    from parindex.jobs.ssh_signature import NoSshKeygen, sign
    from parindex.jobs.submit import submit as hand_in
    from parindex.locale.formats import day

    try:
        when = day_asked(on)
    except ValueError:
        raise typer.BadParameter(say("no_day", lang, text=on)) from None
    try:
        done = hand_in(unit, on=when, folder=output, post=post, report=report, force=force)
        tell(done.findings, lang)
        if done.path is None or done.submission is None:
            typer.echo(say("submit_refused", lang), err=True)
            raise typer.Exit(FINDINGS)
        typer.echo(say("submitted", lang, path=done.path, day=day(done.submission.submitted)))
        if done.submission.deadline is not None:
            typer.echo(say("submit_deadline", lang, day=day(done.submission.deadline)))
        if key is not None:
            typer.echo(say("submit_signed", lang, path=sign(done.path, key, force=force)))
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoSshKeygen:
        raise typer.BadParameter(say("no_ssh", lang)) from None
    raise typer.Exit(exit_code(done.findings, strict=strict))
