"""A scored survey and a sample in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from rich.console import Group, RenderableType
from rich.text import Text

from parindex.locale.formats import number
from parindex.locale.steps import Lang
from parindex.reports.layout import Column, labels, row, side, table
from parindex.scoring.survey import Interval, Satisfaction

_COLUMNS = (
    Column(("Nội dung", "What"), ratio=1),
    Column(("Hài lòng", "Satisfied"), width=11, right=True),
    Column(("Tỷ lệ", "Share"), width=8, right=True),
    Column(("Khoảng tin cậy", "Interval"), width=16, right=True),
)


def scored(
    title: str, forms: Sequence[tuple[tuple[str, str], int | None]], rows: Mapping[str, Satisfaction], lang: Lang = "vi"
) -> RenderableType:
    """The counts of the forms, then a row for each question and result; weighted shares are marked."""
    counts = [(side(words, lang), str(count)) for words, count in forms if count is not None]
    grid = table(_COLUMNS, lang)
    weighted = False
    for name, found in rows.items():
        own = found.weighted is not None
        weighted |= own
        share = found.weighted if own else found.share
        interval = found.weighted_interval if own else found.interval
        mark = " *" if own else ""
        row(grid, name, f"{found.satisfied}/{found.valid}", _percent(share) + mark, _interval(interval))
    parts: list[RenderableType] = [Text(title, style="bold"), labels(counts), Text(), grid]
    if weighted:
        parts.append(Text(side(("* tính theo trọng số của nhóm", "* weighted by group"), lang), style="dim"))
    return Group(*parts)


def _percent(value: Decimal | None) -> str:
    return "–" if value is None else f"{number(value, 2)}%"


def _interval(interval: Interval | None) -> str:
    return "–" if interval is None else f"{number(interval.low, 1)}–{number(interval.high, 1)}%"


def sample(rows: Sequence[tuple[str, int, int, int]], confidence: str, lang: Lang = "vi") -> RenderableType:
    """Groups with their population and their part of the sample by both formulas; the total last."""
    columns = (
        Column(("Nhóm", "Group"), ratio=1),
        Column(("Tổng thể", "Population"), width=12, right=True),
        Column(("N/(1+N·e²)", "N/(1+N·e²)"), width=12, right=True),
        Column((f"Tin cậy {confidence}%", f"Level {confidence}%"), width=14, right=True),
    )
    grid = table(columns, lang)
    for name, population, plain, sure in rows:
        row(grid, name, *(number(Decimal(value)) for value in (population, plain, sure)))
    return grid
