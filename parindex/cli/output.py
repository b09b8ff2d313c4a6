"""Consoles and findings: results go to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from parindex.cli.exits import FINDINGS, OK
from parindex.cli.texts import say

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from parindex.reports.columns import Page
    from parindex.values.findings import Finding


def console() -> Console:
    """Standard output; plain text where it is not a terminal."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=False)


def show(result: RenderableType | Page) -> None:
    """Print a result; without a terminal, without colours and without blanks at the ends of lines."""
    from parindex.reports.columns import Page

    if isinstance(result, Page) and not sys.stdout.isatty():
        width = get_terminal_size().columns  # 80 where nothing says otherwise
        print("\n".join("".join(piece.text for piece in line).rstrip() for line in result.lines(width)))
        return
    screen = console()
    if isinstance(result, Page):
        from rich.text import Text

        for line in result.lines(screen.width):
            screen.print(Text.assemble(*line), soft_wrap=True)
    elif screen.is_terminal:
        screen.print(result)
    else:
        with screen.capture() as captured:
            screen.print(result)
        print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def tell(findings: Sequence[Finding], lang: str, *, summary: bool = True) -> None:
    """Print findings to standard error, with a line that sums them up."""
    if not findings:
        return
    from parindex.checks.registry import severity_of
    from parindex.checks.render import render

    for finding in findings:
        print(render(finding, lang), file=sys.stderr)
    if summary:
        errors = sum(severity_of(finding) == "error" for finding in findings)
        warnings = sum(severity_of(finding) == "warning" for finding in findings)
        print(say("summary", lang, errors=errors, warnings=warnings), file=sys.stderr)


def exit_code(findings: Sequence[Finding], *, strict: bool = False) -> int:
    """1 with error-level findings (with ``strict`` warnings too), else 0."""
    if not findings:
        return OK
    from parindex.checks.registry import severity_of

    bad = ("error", "warning") if strict else ("error",)
    return FINDINGS if any(severity_of(finding) in bad for finding in findings) else OK
