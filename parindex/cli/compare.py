"""``parindex compare``: two units, two years, or a unit before and after a change."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parindex.cli.exits import USAGE
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
    a: Annotated[Path, typer.Argument(metavar="A", help="Tệp đơn vị (YAML) hoặc phiếu điểm (JSON).")],
    b: Annotated[Path | None, typer.Argument(metavar="B", help="Tệp so với A.", show_default=False)] = None,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="REV", help="So với chính tệp đó ở phiên bản git này.", show_default=False),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="Dạng kết quả.")] = Form.text,
    whole: Annotated[bool, typer.Option("--all", help="In cả tiêu chí không đổi.")] = False,
    period: PeriodOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """So sánh hai đơn vị, hai năm, hoặc một đơn vị trước và sau khi sửa."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.compare import NoBase, compare_base, compare_files
    from parindex.jobs.periods import NoSuchPeriod

    if (b is None) == (base is None):
        raise typer.BadParameter(say("compare_two", lang))
    try:
        found = compare_base(a, base or "", period=period) if b is None else compare_files(a, b, period=period)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoBase as reason:
        raise typer.BadParameter(say(f"compare_{reason.key}", lang, base=base, path=a)) from None
    except NoSuchPeriod as wrong:
        raise typer.BadParameter(say("no_period", lang, period=wrong)) from None
    _print(found, Form.json if json else form, whole=whole)


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
