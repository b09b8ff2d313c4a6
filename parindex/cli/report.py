"""``parindex report``: Word documents of one unit, or on the ranking of many."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parindex.cli.exits import FINDINGS, OK
from parindex.cli.options import ForceOption, Lang, LangOption, PeriodOption
from parindex.cli.output import exit_code, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.report_kinds import Asked


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
        Path | None,
        typer.Argument(
            metavar="UNIT.yaml|KHO",
            help="Tệp số liệu của đơn vị; thư mục kho với summary, submission, decision.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        KindName,
        typer.Option(
            "--kind",
            help="Tự chấm, định kỳ, nhiệm vụ, tổng hợp, tờ trình, quyết định, biên bản thẩm định, giải trình.",
        ),
    ] = KindName.self,
    docx: Annotated[bool, typer.Option("--docx", help="Viết tệp Word.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Viết cả PDF (cần LibreOffice).")] = False,
    bundle: Annotated[
        bool, typer.Option("--bundle", help="Gói báo cáo, tài liệu kiểm chứng và mã băm vào một tệp zip.")
    ] = False,
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
    collect: Annotated[
        Path | None,
        typer.Option(
            "--collect",
            metavar="BÁO-CÁO.docx",
            help="Lấy phần viết thêm trong Word về tệp số liệu.",
            show_default=False,
        ),
    ] = None,
    list_fields: Annotated[
        bool, typer.Option("--list-fields", help="Liệt kê các trường mà mẫu Word dùng được, kèm ví dụ.")
    ] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Vẫn viết khi còn lỗi; mọi trang ghi DỰ THẢO.")] = False,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Viết báo cáo, tờ trình, quyết định theo Nghị định 30/2020/NĐ-CP."""
    from parindex.cli.days import day_asked
    from parindex.cli.report_collect import print_taken
    from parindex.cli.report_faults import told
    from parindex.jobs.report import report_file
    from parindex.jobs.report_kinds import Asked

    if list_fields:
        with told(lang, kind, period, unit):
            _print_fields(Asked(kind.value, period, appraisal=appraisal, responses=tuple(response or ())), unit)
        raise typer.Exit
    if unit is not None and collect is not None:
        with told(lang, kind, period, unit):
            done = print_taken(unit, collect, template, lang, force=force)
        raise typer.Exit(OK if done else FINDINGS)
    if unit is None or not (docx or pdf or bundle):
        raise typer.BadParameter(say("needs_docx" if unit is not None else "needs_unit", lang))
    try:
        day = day_asked(on) if on is not None else None
    except ValueError:
        raise typer.BadParameter(say("no_day", lang, text=on)) from None
    asked = Asked(kind.value, period, day, draft, appraisal, tuple(response or ()))
    with told(lang, kind, period, unit):
        written = report_file(
            unit, asked, output=output, template=template, force=force, docx=docx, pdf=pdf, bundle=bundle
        )
    tell(written.findings, lang)
    if written.refused:
        typer.echo(say("report_refused", lang), err=True)
    for path in (written.path, written.pdf):
        if path is not None:
            typer.echo(say("report_written", lang, path=path))
    raise typer.Exit(exit_code(written.findings))


def _print_fields(asked: Asked, unit: Path | None) -> None:
    """Each field with its tag, what it means and an example; loops stand above what is inside them."""
    from parindex.jobs.report_fields import list_fields

    last = ""
    for field in list_fields(asked, unit):
        if field.inside != last and field.inside:
            typer.echo(f"\n{field.inside}")
        last = field.inside
        example = f"; ví dụ: {field.example}" if field.example else ""
        typer.echo(f"{'  ' if field.inside else ''}{field.tag}  {field.meaning}{example}")
