"""``parindex report``: Word documents of one unit, or on the ranking of many."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, Lang, LangOption, PeriodOption
from parindex.cli.output import exit_code, tell
from parindex.cli.texts import say


class KindName(StrEnum):
    """Kinds of documents."""

    self = "self"
    periodic = "periodic"
    tasks = "tasks"
    summary = "summary"
    submission = "submission"
    decision = "decision"
    appraisal = "appraisal"
    explanation = "explanation"


def report(
    unit: Annotated[
        Path,
        typer.Argument(
            metavar="UNIT.yaml|KHO",
            help="Tệp số liệu của đơn vị; thư mục kho với summary, submission, decision.",
            show_default=False,
        ),
    ],
    kind: Annotated[
        KindName,
        typer.Option(
            "--kind",
            help="Tự chấm, định kỳ, nhiệm vụ, tổng hợp, tờ trình, quyết định, biên bản thẩm định, giải trình.",
        ),
    ] = KindName.self,
    docx: Annotated[bool, typer.Option("--docx", help="Viết tệp Word.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Viết cả PDF (cần LibreOffice).")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Tệp báo cáo; «-» là đầu ra chuẩn.", show_default=False),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="MẪU.docx", help="Mẫu Word riêng của cơ quan.", show_default=False),
    ] = None,
    period: PeriodOption = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="NGÀY", help="Tình hình nhiệm vụ đến ngày (--kind tasks).", show_default=False),
    ] = None,
    appraisal: Annotated[
        Path | None,
        typer.Option("--appraisal", metavar="TỆP", help="Tệp thẩm định (appraisal, explanation).", show_default=False),
    ] = None,
    response: Annotated[
        list[Path] | None,
        typer.Option("--response", metavar="TỆP", help="Tệp giải trình của đơn vị.", show_default=False),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Vẫn viết khi còn lỗi; mọi trang ghi DỰ THẢO.")] = False,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Viết báo cáo, tờ trình, quyết định theo Nghị định 30/2020/NĐ-CP."""
    from parindex.cli.days import day_asked
    from parindex.files.unusable import Unusable
    from parindex.jobs.batch import NothingToDo
    from parindex.jobs.periods import NoSuchPeriod
    from parindex.jobs.report import report_file
    from parindex.jobs.report_kinds import Asked, NoAppraisal
    from parindex.jobs.report_pdf import NoOffice, NotConverted
    from parindex.jobs.report_ranking import NotMany

    if not (docx or pdf):
        raise typer.BadParameter(say("needs_docx", lang))
    try:
        day = day_asked(on) if on is not None else None
    except ValueError:
        raise typer.BadParameter(say("no_day", lang, text=on)) from None
    asked = Asked(kind.value, period, day, draft, appraisal, tuple(response or ()))
    try:
        written = report_file(unit, asked, output=output, template=template, force=force, docx=docx, pdf=pdf)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoSuchPeriod:
        raise typer.BadParameter(say("no_period", lang, period=period)) from None
    except NotMany:
        raise typer.BadParameter(say("report_many", lang, kind=kind.value)) from None
    except NothingToDo:
        raise typer.BadParameter(say("no_units", lang, folder=unit)) from None
    except NoAppraisal:
        raise typer.BadParameter(say("needs_appraisal", lang, kind=kind.value)) from None
    except NoOffice:
        raise typer.BadParameter(say("no_office", lang)) from None
    except NotConverted as fault:
        typer.echo(say("no_pdf", lang, reason=fault), err=True)
        raise typer.Exit(USAGE) from None
    tell(written.findings, lang)
    if written.refused:
        typer.echo(say("report_refused", lang), err=True)
    for path in (written.path, written.pdf):
        if path is not None:
            typer.echo(say("report_written", lang, path=path))
    raise typer.Exit(exit_code(written.findings))
