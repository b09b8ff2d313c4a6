"""``parindex advise``: what a unit can still win, and what would bring it to the next class or place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import JsonOption, Lang, LangOption, StrictOption, UnitFile
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say


def advise(
    unit: UnitFile,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="NGÀY", help="Tính đến ngày nào (mặc định: hôm nay).", show_default=False),
    ] = None,
    ranking: Annotated[
        Path | None,
        typer.Option("--ranking", metavar="ranking.json", help="Cần gì để lên hạng trên.", show_default=False),
    ] = None,
    json: JsonOption = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Gợi ý việc cần làm để đạt thêm điểm: việc nào được nhiều nhất, còn kịp hạn không."""
    from parindex.cli.days import day_asked
    from parindex.files.unusable import Unusable
    from parindex.jobs.advise import NotRanked, advise_file

    try:
        day = day_asked(on)
    except ValueError:
        raise typer.BadParameter(say("no_day", lang, text=on)) from None
    try:
        advised = advise_file(unit, day, ranking)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NotRanked as problem:
        raise typer.BadParameter(say("not_ranked", lang, unit=problem, ranking=ranking)) from None
    tell(advised.findings, lang)
    if advised.advice is not None:
        from parindex.reports.advice import as_json, told

        if json:
            typer.echo(as_json(advised.advice))
        else:
            show(told(advised.advice, advised.indicators, lang.value, first=advised.first))
    raise typer.Exit(exit_code(advised.findings, strict=strict))
