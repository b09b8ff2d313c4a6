"""``parindex plan``: what the plans demand, what is due, and how far a unit's tasks have come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from parindex.cli.days import day_asked, span_asked
from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption, UnitFile
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.plan import Asked

R = TypeVar("R")

app = typer.Typer(
    help="Xem kế hoạch CCHC: chỉ tiêu, nhiệm vụ, thời hạn, tiến độ.", no_args_is_help=True, rich_markup_mode=None
)

UnitOption = Annotated[
    Path | None,
    typer.Option("--unit", metavar="UNIT.yaml", help="Chỉ xem phần của đơn vị này.", show_default=False),
]
PlanOption = Annotated[
    list[str] | None,
    typer.Option("--plan", metavar="MÃ", help="Chỉ xem kế hoạch này (dùng nhiều lần được).", show_default=False),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="NGÀY", help="Xem vào ngày nào: 2023-03-01 hoặc 01/03/2023.", show_default="hôm nay"),
]


@app.command("list")
def list_plans(json: JsonOption = False, lang: LangOption = Lang.vi) -> None:
    """Liệt kê các kế hoạch."""
    from parindex.jobs.plan import asked
    from parindex.reports.plans import plan_list

    given = _try(asked, None, lang=lang)
    if json:
        keys = ("id", "title", "issuer", "level", "year", "number", "date")
        _json({"format": "1", "plans": [{key: getattr(plan, key) for key in keys} for plan in given.plans]})
    else:
        show(plan_list(given.plans, lang.value))
    _end(given, lang)


@app.command("show")
def show_plan(
    plan: Annotated[str, typer.Argument(metavar="MÃ", help="Mã kế hoạch, ví dụ phu-son-2023.", show_default=False)],
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """In toàn bộ một kế hoạch."""
    from parindex.jobs import plan as job
    from parindex.reports.plan_show import plan_view

    found, library = _try(job.show, plan, lang=lang)
    if json:
        typer.echo(found.model_dump_json(by_alias=True, indent=2))
    else:
        show(plan_view(found, library.indicators, lang.value))


@app.command("targets")
def targets(
    indicator: Annotated[
        str | None,
        typer.Argument(metavar="CHỈ_SỐ", help="Mã chỉ số đo, ví dụ tthc.on-time.", show_default=False),
    ] = None,
    unit: UnitOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """So chỉ tiêu của các kế hoạch; với --unit: chỉ tiêu nào áp dụng cho đơn vị."""
    from parindex.jobs import plan as job
    from parindex.reports.plans import no_target, targets_table

    given = _try(job.asked, unit, about=("unit", "criteria", "previous"), lang=lang)
    found = _named(lambda: job.targets(given, indicator), lang) if given.complete else []
    if given.complete and json:
        _json({"format": "1", "unit": given.unit and given.unit.unit.id, "targets": found})
    elif found:
        show(targets_table(found, given.library.indicators, job.looked_at(given), lang.value))
    elif given.complete:
        show(no_target(job.looked_at(given), lang.value))
    _end(given, lang)


@app.command("tasks")
def tasks(
    unit: UnitOption = None,
    plan: PlanOption = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="TÊN", help="Người, cơ quan chủ trì.", show_default=False)
    ] = None,
    domain: Annotated[
        str | None, typer.Option("--domain", metavar="LĨNH_VỰC", help="Mã lĩnh vực, ví dụ tthc.", show_default=False)
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Liệt kê nhiệm vụ; với --unit: việc đơn vị chủ trì, việc chỉ phối hợp."""
    from parindex.jobs import plan as job
    from parindex.reports.plan_tasks import tasks_table

    given = _try(job.asked, unit, plan or (), about=("unit",), lang=lang)
    found = _named(lambda: job.tasks(given, lead, domain), lang) if given.complete else []
    if given.complete and json:
        rows = [{"plan": each.plan.id, "role": each.role, **each.task.model_dump(by_alias=True)} for each in found]
        _json({"format": "1", "unit": given.unit and given.unit.unit.id, "tasks": rows})
    elif found:
        show(tasks_table(found, lang.value))
    elif given.complete:
        typer.echo(say("no_tasks", lang), err=True)
    _end(given, lang)


@app.command("due")
def due(
    on: OnOption = None,
    within: Annotated[
        str, typer.Option("--within", metavar="SỐ_NGÀY", help="Xem trước bao lâu: 30d (ngày) hoặc 4w (tuần).")
    ] = "30d",
    unit: UnitOption = None,
    plan: PlanOption = None,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="TỆP", help="Ghi các hạn này thành tệp lịch iCalendar.", show_default=False),
    ] = None,
    force: ForceOption = False,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Việc và báo cáo quá hạn, đến hạn, sắp đến hạn."""
    from parindex.jobs import plan as job
    from parindex.reports.plan_tasks import due_table

    when, days = _day(on, lang), _span(within, lang)
    given = _try(job.asked, unit, plan or (), about=("unit", "tasks", "reports", "documents"), lang=lang)
    if given.complete:
        found = job.due(given, when, days)
        if ics is not None:
            _try(job.write_calendar, found, ics, lang.value, force=force, lang=lang)
            if str(ics) != "-":
                typer.echo(say("calendar_written", lang, path=ics, count=len(found.items)), err=True)
        if str(ics) == "-":
            pass  # the calendar is the result
        elif json:
            _json(found)
        else:
            show(due_table(found, lang.value))
    _end(given, lang)


@app.command("progress")
def progress(unit: UnitFile, on: OnOption = None, json: JsonOption = False, lang: LangOption = Lang.vi) -> None:
    """Chấm mức độ hoàn thành nhiệm vụ của đơn vị: theo phụ lục, lĩnh vực, người chủ trì."""
    from parindex.jobs import plan as job
    from parindex.reports.plan_tasks import progress_view

    when = _day(on, lang)
    given = _try(job.asked, unit, about=("unit", "tasks", "documents"), lang=lang)
    if given.complete and not given.plans:
        raise typer.BadParameter(say("no_plans", lang))
    if given.complete:
        found = job.state_of(given, when)
        if json:
            _json(found)
        else:
            show(progress_view(found, lang.value))
    _end(given, lang)


def _try(job: Callable[..., R], *arguments: object, lang: Lang, **options: object) -> R:
    """Run a job; what cannot be used is told, with exit code 2."""
    from parindex.files.unusable import Unusable

    try:
        return job(*arguments, **options)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None


def _named(job: Callable[[], R], lang: Lang) -> R:
    """Run a job that looks names up; a name that nothing has is a usage error with a close match."""
    from parindex.jobs.plan import UnknownName

    try:
        return job()
    except UnknownName as unknown:
        near = say("near", lang, near=unknown.near) if unknown.near else ""
        raise typer.BadParameter(say(f"no_{unknown.kind}", lang, name=unknown.name, near=near)) from None


def _end(given: Asked, lang: Lang) -> None:
    tell(given.findings, lang)
    raise typer.Exit(exit_code(given.findings))


def _json(value: object) -> None:
    from msgspec.structs import asdict
    from pydantic_core import to_json

    typer.echo(to_json(value, indent=2, by_alias=True, fallback=asdict).decode())


def _day(text: str | None, lang: Lang) -> date:
    try:
        return day_asked(text)
    except ValueError:
        raise typer.BadParameter(say("no_day", lang, text=text)) from None


def _span(text: str, lang: Lang) -> int:
    try:
        return span_asked(text)
    except ValueError:
        raise typer.BadParameter(say("no_span", lang, text=text)) from None
