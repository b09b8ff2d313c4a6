"""``parindex report``: the Word report of one unit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, Lang, LangOption, PeriodOption, UnitFile
from parindex.cli.output import exit_code, tell
from parindex.cli.texts import say


def report(
    unit: UnitFile,
    docx: Annotated[bool, typer.Option("--docx", help="Viết báo cáo Word.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Tệp báo cáo; «-» là đầu ra chuẩn.", show_default=False),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="MẪU.docx", help="Mẫu Word riêng của cơ quan.", show_default=False),
    ] = None,
    period: PeriodOption = None,
    draft: Annotated[bool, typer.Option("--draft", help="Vẫn viết khi còn lỗi; mọi trang ghi DỰ THẢO.")] = False,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Viết báo cáo Word theo Nghị định 30/2020/NĐ-CP."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.periods import NoSuchPeriod
    from parindex.jobs.report import report_file

    if not docx:
        raise typer.BadParameter(say("needs_docx", lang))
    try:
        written = report_file(unit, output=output, template=template, period=period, draft=draft, force=force)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoSuchPeriod:
        raise typer.BadParameter(say("no_period", lang, period=period)) from None
    tell(written.findings, lang)
    if written.refused:
        typer.echo(say("report_refused", lang), err=True)
    elif written.path is not None:
        typer.echo(say("report_written", lang, path=written.path))
    raise typer.Exit(exit_code(written.findings))
