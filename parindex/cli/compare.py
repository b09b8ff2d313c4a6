"""``parindex compare``: two units, two years, or a unit before and after a change."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parindex.cli.exits import FINDINGS, USAGE
from parindex.cli.options import JsonOption, Lang, LangOption, PeriodOption
from parindex.cli.output import show, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.scoring.compare import Comparison


class Form(StrEnum):
    """Forms of a comparison."""

    text = "text"
    json = "json"
    markdown = "markdown"


def compare(
    a: Annotated[
        Path | None,
        typer.Argument(metavar="A", help="Tệp đơn vị (YAML) hoặc phiếu điểm (JSON).", show_default=False),
    ] = None,
    b: Annotated[Path | None, typer.Argument(metavar="B", help="Tệp so với A.", show_default=False)] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="REV",
            help="So với phiên bản git này: tệp A, hoặc mọi đơn vị có thay đổi.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="Dạng kết quả.")] = Form.text,
    whole: Annotated[bool, typer.Option("--all", help="In cả tiêu chí không đổi.")] = False,
    period: PeriodOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """So sánh hai đơn vị, hai năm, hoặc trước và sau khi sửa."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.compare import OtherPeriod, compare_base, compare_files
    from parindex.jobs.periods import NoSuchPeriod
    from parindex.jobs.revision import NoBase

    if a is None and base is not None:
        _changed(base, period, Form.json if json else form, lang, whole=whole)
        return
    if a is None or (b is None) == (base is None):
        raise typer.BadParameter(say("compare_two", lang))
    try:
        found, wrong = compare_base(a, base or "", period=period) if b is None else compare_files(a, b, period=period)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoBase as reason:
        raise typer.BadParameter(say(f"compare_{reason.key}", lang, base=base, path=a)) from None
    except NoSuchPeriod as other:
        raise typer.BadParameter(say("no_period", lang, period=other)) from None
    except OtherPeriod as saved:
        from parindex.locale.periods import period_name

        words = say("compare_saved", lang, path=saved.path, period=period_name(saved.period))
        raise typer.BadParameter(words) from None
    _print(found, Form.json if json else form, whole=whole)
    tell(wrong, lang)
    if wrong:
        raise typer.Exit(FINDINGS)


def _changed(base: str, period: str | None, form: Form, lang: Lang, *, whole: bool) -> None:
    """Every unit that the change touches; those that cannot be scored are told, and the others compared."""
    from parindex.jobs.check_changed import NoRevision
    from parindex.jobs.compare_changed import compare_changed
    from parindex.jobs.periods import NoSuchPeriod

    try:
        units = list(compare_changed(Path(), base, period=period))
    except NoRevision:
        raise typer.BadParameter(say("compare_no_revision", lang, base=base, path=".")) from None
    except NoSuchPeriod as wrong:
        raise typer.BadParameter(say("no_period", lang, period=wrong)) from None
    found = [unit.found for unit in units if unit.found is not None]
    if form is Form.json:
        from parindex.reports.comparison.json import comparisons_json

        typer.echo(comparisons_json(found), nl=False)
    for number, each in enumerate(found if form is not Form.json else ()):
        if number:
            typer.echo()
        _print(each, form, whole=whole)
    for unit in units:
        if unit.found is None and not unit.findings:
            typer.echo(say("compare_new", lang, base=base, path=unit.file), err=True)
    tell([finding for unit in units for finding in unit.findings], lang)
    if not units:
        typer.echo(say("compare_none", lang, base=base), err=True)
    if any(unit.findings for unit in units):
        raise typer.Exit(FINDINGS)


def _print(found: Comparison, form: Form, *, whole: bool) -> None:
    match form:
        case Form.json:
            from parindex.reports.comparison.json import comparison_json

            typer.echo(comparison_json(found), nl=False)
        case Form.markdown:
            from parindex.reports.comparison.markdown import markdown

            typer.echo(markdown(found, whole=whole), nl=False)
        case Form.text:
            from parindex.reports.comparison.terminal import comparison

            for piece in comparison(found, whole=whole):
                show(piece)
