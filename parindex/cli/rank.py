"""``parindex rank``: rank saved score sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.reports.ranking.view import RankingView


def rank(
    sheets: Annotated[Path, typer.Argument(metavar="PHIẾU", help="Thư mục phiếu điểm, ví dụ out/sheets.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="THƯ-MỤC", help="Ghi cả Excel, CSV, JSON, SQLite.", show_default=False),
    ] = None,
    project: Annotated[
        Path | None,
        typer.Option("--project", metavar="parindex.yaml", help="Nhóm xếp hạng, đơn vị đặc thù.", show_default=False),
    ] = None,
    domain: Annotated[
        str, typer.Option("--domain", metavar="MÃ", help="Xếp hạng theo một lĩnh vực, ví dụ 3.", show_default=False)
    ] = "",
    html: Annotated[bool, typer.Option("--html", help="Viết cả trang web tĩnh vào thư mục của -o.")] = False,
    json: JsonOption = False,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Xếp hạng từ các phiếu điểm đã lưu."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.rank import rank_folder

    if not sheets.is_dir():
        raise typer.BadParameter(say("no_folder", lang, folder=sheets))
    if html and output is None:
        raise typer.BadParameter(say("needs_output", lang))
    try:
        findings = rank_folder(
            sheets,
            output,
            project,
            force=force,
            html=html,
            check=lambda view: _check(view, domain, lang),
            show=lambda view: _print(view, domain, json=json),
        )
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    tell(findings, lang)
    raise typer.Exit(exit_code(findings))


def _check(view: RankingView, domain: str, lang: Lang) -> None:
    """A domain that no set has is a slip of the pen, told before anything is written."""
    known = {part.code for group in view.groups() for part in view.parts(group.set_id)}
    if domain and domain not in known:
        from difflib import get_close_matches

        near = get_close_matches(domain, known, n=1, cutoff=0.5)
        hint = say("near", lang, near=near[0]) if near else ""
        raise typer.BadParameter(say("no_code", lang, code=domain, near=hint))


def _print(view: RankingView, domain: str, *, json: bool) -> None:
    if json:
        import io

        from parindex.reports.ranking.json import write_json

        text = io.BytesIO()
        write_json(view, text)
        typer.echo(text.getvalue().decode(), nl=False)
        return
    from parindex.reports.ranking.terminal import ranking

    for piece in ranking(view, part=domain):
        show(piece)
