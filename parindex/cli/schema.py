"""``parindex schema``: JSON Schemas of all kinds of files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, Lang, LangOption
from parindex.cli.texts import say


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[LOẠI]",
            help="unit, criteria, plan, indicators, project, submission, appraisal, response, survey, sheet; "
            "parindex hoặc trống: tất cả.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="THƯ MỤC", help="Ghi thành tệp LOẠI.json.", show_default=False),
    ] = None,
    editor: Annotated[
        bool, typer.Option("--editor", help="Dạng draft-07 cho trình soạn thảo (yaml-language-server).")
    ] = False,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """In JSON Schema của các loại tệp."""
    from difflib import get_close_matches

    from parindex.cli.output import tell
    from parindex.files.folders import make_folder
    from parindex.files.unusable import Unusable
    from parindex.files.write import write_text
    from parindex.jobs.schema import ALL, NAMES, schema_text

    if kind is not None and kind not in NAMES:
        near = get_close_matches(kind, NAMES, n=1, cutoff=0.5)
        hint = say("near", lang, near=near[0]) if near else ""
        raise typer.BadParameter(say("no_schema", lang, kind=kind, known=", ".join(NAMES), near=hint))
    if output is None:
        typer.echo(schema_text(kind or ALL, editor=editor), nl=False)
        return
    names = NAMES if kind is None else (kind,)
    try:
        make_folder(output)
        for name in names:
            write_text(output / f"{name}.json", schema_text(name, editor=editor), force=force)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    typer.echo(say("schemas_written", lang, count=len(names), folder=output))
