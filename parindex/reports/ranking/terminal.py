"""The ranking in a terminal: the places of each group, and who has none."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from parindex.locale.formats import number, points
from parindex.reports.ranking.view import TOTAL, Group, Part, RankingView
from parindex.reports.ranking.words import heading, notes, remarks, signed, status, why

LONGEST = 40
"""Rows of a group that are shown; files hold the rest."""


def ranking(view: RankingView, *, part: str = TOTAL, longest: int = LONGEST) -> Iterator[RenderableType]:
    """The pieces of the ranking, to be printed one after another."""
    groups = view.groups()
    yield Text(heading(view.about), style="bold")
    yield Text(status(view.about), style="green" if view.about.approved else "yellow")
    for note in notes(view.about, groups):
        yield Text(note, style="dim")
    for group in groups:
        for each in view.parts(group.set_id):
            if each.code == part:
                yield from _group(view, group, each, longest)
    yield from _apart(view, longest)


def _group(view: RankingView, group: Group, part: Part, longest: int) -> Iterator[RenderableType]:
    digits, mode = group.rounding.digits, group.rounding.mode
    grid = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    heads = ("Hạng", "Đơn vị", "Điểm", "Chỉ số", "Xếp loại", "± điểm", "± hạng", "Ghi chú")
    for at, head in enumerate(heads):
        words = at in (1, 7)
        right = at in (0, 2, 3, 5, 6)
        grid.add_column(head, justify="right" if right else "left", no_wrap=not words, ratio=2 if words else None)
    hidden = 0
    for count, row in enumerate(view.rows(group.number, part.code)):
        if count >= longest:
            hidden += 1
            continue
        grid.add_row(
            str(row.place),
            Text(row.name),
            points(row.earned, digits, mode),
            points(row.index, digits, mode),
            Text(row.score_class or ""),
            signed(row.change, digits, mode),
            signed(row.climbed, 0),
            Text(remarks(row, view.about, group.rounding, short=True), style="dim"),
        )
    yield Text()
    yield Text(f"{group.name} ({group.units} đơn vị){f', {part.name}' if part.name else ''}", style="bold")
    yield grid
    if hidden:
        yield Text(f"… và {hidden} đơn vị nữa, xem ranking.xlsx", style="dim")
    if part.code and (without := view.unranked(group.number, part.code)):
        yield Text(f"Chưa chấm lĩnh vực này: {', '.join(without)}", style="dim")
    yield from _summary(view, group, part)


def _summary(view: RankingView, group: Group, part: Part) -> Iterator[RenderableType]:
    found = view.summary(group.number, part.code)
    if found.mean is None or found.highest is None or found.lowest is None:
        return
    digits, mode = group.rounding.digits, group.rounding.mode
    words = [
        f"Trung bình {number(found.mean, digits, mode)}",
        f"cao nhất {number(found.highest, digits, mode)}",
        f"thấp nhất {number(found.lowest, digits, mode)}",
        *(f"{each.name or 'chưa xếp loại'} {each.units} ({number(each.share, 2)}%)" for each in found.classes),
    ]
    yield Text("; ".join(words))


def _apart(view: RankingView, longest: int) -> Iterator[RenderableType]:
    units = list(_some(view, longest))
    if not units:
        return
    yield Text()
    yield Text(f"Không xếp hạng ({view.about.apart} đơn vị)", style="bold")
    for text in units:
        yield Text(text)
    if view.about.apart > len(units):
        yield Text(f"… và {view.about.apart - len(units)} đơn vị nữa, xem ranking.xlsx", style="dim")


def _some(view: RankingView, longest: int) -> Iterator[str]:
    for count, unit in enumerate(view.apart()):
        if count >= longest:
            return
        yield f"  {unit.name}: {why(unit)}"
