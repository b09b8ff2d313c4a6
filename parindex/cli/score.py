"""``parindex score``: the score sheet of one unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parindex.cli.exits import FINDINGS, USAGE
from parindex.cli.options import JsonOption, Lang, LangOption, PeriodOption, StrictOption, UnitFile
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.appraise import Applied
    from parindex.jobs.score import Scored


def score(
    unit: UnitFile,
    explain: Annotated[
        list[str] | None,
        typer.Option("--explain", metavar="MÃ", help="In cách tính của tiêu chí có mã này (dùng nhiều lần được)."),
    ] = None,
    period: PeriodOption = None,
    appraisal: Annotated[
        Path | None,
        typer.Option("--appraisal", metavar="TỆP", help="Điểm sau thẩm định, theo tệp này.", show_default=False),
    ] = None,
    response: Annotated[
        list[Path] | None,
        typer.Option("--response", metavar="TỆP", help="Giải trình của đơn vị, đi với --appraisal."),
    ] = None,
    json: JsonOption = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Chấm điểm một đơn vị và cho xem cách tính."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.periods import NoSuchPeriod
    from parindex.jobs.score import score_file

    try:
        if appraisal is not None:
            scored: Scored | Applied = _appraised(unit, appraisal, response, lang)
        else:
            # The table does not show what other plans ask; to read them takes as long as to score the unit.
            scored = score_file(unit, period=period, elsewhere=json or bool(explain))
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoSuchPeriod:
        raise typer.BadParameter(say("no_period", lang, period=period)) from None
    tell(scored.findings, lang)
    if scored.sheet is not None:
        if json:
            from parindex.values.records import to_json

            typer.echo(to_json(scored.sheet, indent=2))
        elif explain:
            _explain(scored.sheet, explain, lang)
        else:
            from parindex.reports.terminal import table

            show(table(scored.sheet, lang.value))
    raise typer.Exit(exit_code(scored.findings, strict=strict))


def _appraised(unit: Path, appraisal: Path, responses: list[Path] | None, lang: Lang) -> Applied:
    """The sheet after the appraisal; it is about the figures as submitted, whatever the file says now."""
    from parindex.jobs.appraise import apply

    applied = apply(appraisal, responses or (), unit_path=unit)
    if applied.sheet is None:
        tell(applied.findings, lang)
        typer.echo(say("appraise_refused", lang), err=True)
        raise typer.Exit(FINDINGS)
    return applied


def _explain(sheet, codes: list[str], lang: Lang) -> None:  # type: ignore[no-untyped-def]
    from difflib import get_close_matches

    from parindex.reports.terminal import explanation

    lines = {line.code: line for line in sheet.every()}
    for code in codes:
        if code not in lines:
            near = get_close_matches(code, lines, n=1, cutoff=0.5)
            hint = say("near", lang, near=near[0]) if near else ""
            raise typer.BadParameter(say("no_code", lang, code=code, near=hint))
    for code in codes:
        for leaf in lines[code].leaves():  # of a domain or group all that it is made of
            show(explanation(leaf, sheet, lang.value))
