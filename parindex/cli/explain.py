"""``parindex explain``: what a diagnostic means and how to mend it."""

from __future__ import annotations

from typing import Annotated

import typer

from parindex.cli.options import Lang, LangOption
from parindex.cli.texts import say


def explain(
    code: Annotated[str, typer.Argument(metavar="MÃ", help="Mã chẩn đoán, ví dụ E301.", show_default=False)],
    lang: LangOption = Lang.vi,
) -> None:
    """Giải thích một mã chẩn đoán và cách sửa."""
    from difflib import get_close_matches

    from parindex.checks.explaining import explain as explained
    from parindex.checks.registry import REGISTRY

    if code.upper() not in REGISTRY:
        near = get_close_matches(code.upper(), REGISTRY, n=1, cutoff=0.5)
        raise typer.BadParameter(
            say("no_diagnostic", lang, code=code, near=say("near", lang, near=near[0]) if near else "")
        )
    typer.echo(explained(REGISTRY[code.upper()], lang.value))
