"""A comparison in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from parindex.locale.formats import by_set
from parindex.reports.comparison.words import change, codes, index, notes, short, signed, standing, title
from parindex.scoring.compare import Comparison


def comparison(found: Comparison, *, whole: bool = False) -> Iterator[RenderableType]:
    """The pieces of a comparison; only what differs, unless ``whole``."""
    yield Text(f"A: {title(found.a)}: {index(found.a)}", style="bold")
    yield Text(f"B: {title(found.b)}: {index(found.b)}", style="bold")
    yield Text(f"Chênh lệch (B − A): {signed(found.change, found.b.rounding)}")
    for note in notes(found):
        yield Text(note, style="dim")
    yield Text()
    yield _domains(found)
    shown = [each for each in found.differences if whole or each.changed]
    yield Text()
    if shown:
        grid = _grid(("Mã", "Tiêu chí", "A", "B", "B − A"), words=(1,))
        for each in shown:
            grid.add_row(codes(each), Text(each.name), short(each.a), short(each.b), change(each))
            first, second = standing(each.a), standing(each.b)
            if first != second:
                grid.add_row("", Text(f"{first} → {second}", style="dim"), "", "", "")
        yield grid
    if same := len(found.differences) - len(shown):
        yield Text(f"{same} tiêu chí không đổi.")


def _domains(found: Comparison) -> RenderableType:
    grid = _grid(("Lĩnh vực", "A (%)", "B (%)", "B − A"), words=(0,))
    for domain in found.domains:
        grid.add_row(
            Text(domain.name),
            by_set(domain.a, found.a.rounding),
            by_set(domain.b, found.b.rounding),
            signed(domain.change, found.b.rounding),
        )
    return grid


def _grid(heads: tuple[str, ...], *, words: tuple[int, ...]) -> Table:
    grid = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    for at, head in enumerate(heads):
        wide = at in words
        grid.add_column(
            head, justify="right" if at > max(words) else "left", ratio=1 if wide else None, no_wrap=not wide
        )
    return grid
