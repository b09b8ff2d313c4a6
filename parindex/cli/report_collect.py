"""``parindex report --collect``: what was taken back from Word, and what differs besides."""

from __future__ import annotations

from pathlib import Path

import typer

from parindex.cli.texts import say

_MOST = 30
"""Differences that are printed; the rest are counted."""


def print_taken(unit: Path, report: Path, template: Path | None, lang: str, *, force: bool = False) -> bool:
    """Take the free-text parts back and say what was done; raises ``typer.BadParameter`` for what cannot be.

    Gives whether every change was taken.
    """
    from parindex.jobs.collect import CannotEdit, NotAReport, OthersReport, collect_report

    try:
        taken = collect_report(unit, report, template, force=force)
    except NotAReport:
        raise typer.BadParameter(say("collect_no_report", lang, path=report)) from None
    except OthersReport as other:
        (unit_id, year), (own_id, own_year) = other.theirs, other.ours
        words = {"theirs": unit_id, "year": year, "ours": own_id, "own_year": own_year}
        raise typer.BadParameter(say("collect_others", lang, path=report, unit=unit, **words)) from None
    except CannotEdit as fault:
        raise typer.BadParameter(say("collect_no_edit", lang, path=unit, reason=fault)) from None
    for route in taken.changed:
        typer.echo(say("collected", lang, part=_part(route, lang)))
    key = "collect_written" if taken.changed else "collect_same"
    if taken.changed or not taken.conflicts:
        typer.echo(say(key, lang, path=unit, count=len(taken.changed)))
    if not taken.noted:
        typer.echo(say("collect_open", lang, path=report), err=True)
    for route in taken.conflicts:
        typer.echo(say("collect_conflict", lang, part=_part(route, lang), path=unit), err=True)
    for route in taken.lost:
        typer.echo(say("collect_lost", lang, part=_part(route, lang)), err=True)
    if taken.differences:
        typer.echo(say("collect_differs", lang, count=len(taken.differences)), err=True)
    for each in taken.differences[:_MOST]:
        place = f"{each.place}: " if each.place else ""
        words = {"expected": each.expected or "–", "found": each.found or "–"}
        typer.echo(say("collect_line", lang, place=place, **words), err=True)
    if len(taken.differences) > _MOST:
        typer.echo(say("collect_more", lang, count=len(taken.differences) - _MOST), err=True)
    return not taken.conflicts


def _part(route: str, lang: str) -> str:
    """What a part is called by those who write it, as ``difficulties`` of ``report/self/difficulties`` in words."""
    from parindex.jobs.field_words import words_of
    from parindex.model.unit import ReportEntry

    first, *below = route.split("/")
    if first != "report":
        return say("collect_explanation", lang, code="/".join(below))
    words = words_of(ReportEntry)[below[1]]
    name = words.en if lang == "en" else words.vi
    return f"{name}: {below[2]}" if len(below) > 2 else name
