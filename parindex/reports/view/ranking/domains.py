"""The domains of a ranking: over all units, and unit by unit."""

from __future__ import annotations

from collections.abc import Iterator

from parindex.reports.ranking.view import TOTAL, Group, RankingView, Row
from parindex.reports.view.ranking.data import DomainRow, DomainTable, MatrixRow, MatrixTable
from parindex.reports.view.words import DASH, Scores, series

COLUMNS = 8
"""Domains that fit a page; the shared frame has so many."""
_MOST_NAMED = 3


def tables_of(view: RankingView) -> Iterator[DomainTable]:
    """The domains of each group: mean, best and last."""
    for group in view.groups():
        rows = tuple(_rows(view, group))
        if rows:
            yield DomainTable(f"Kết quả theo lĩnh vực: {group.name}", rows)


def _rows(view: RankingView, group: Group) -> Iterator[DomainRow]:
    score = Scores(group.rounding)
    for part in view.parts(group.set_id):
        if part.code == TOTAL:
            continue
        summary = view.summary(group.number, part.code)
        rows = list(view.rows(group.number, part.code))
        if not rows or summary.mean is None:
            yield DomainRow(part.code, part.name, score(part.max), DASH, DASH, DASH)
            continue

        yield DomainRow(
            number=part.code,
            name=part.name,
            max=score(part.max),
            mean=score.share(summary.mean),
            highest=_held(rows, 1, score.share(summary.highest)),
            lowest=_held(rows, rows[-1].place, score.share(summary.lowest)),
        )


def _held(rows: list[Row], place: int, index: str) -> str:
    """``95,20% (Phường A và Phường B)``; of many units only how many."""
    found = [row.name for row in rows if row.place == place]
    return f"{index} ({series(found) if len(found) <= _MOST_NAMED else f'{len(found)} đơn vị'})"


def matrices_of(view: RankingView) -> Iterator[MatrixTable]:
    """The index of every unit in every domain, by place; more domains than fit a page go on in another table."""
    for group in view.groups():
        score = Scores(group.rounding)
        parts = [part for part in view.parts(group.set_id) if part.code != TOTAL]
        for first in range(0, len(parts), COLUMNS):
            shown = parts[first : first + COLUMNS]
            cells: dict[str, dict[str, str]] = {}
            for part in shown:
                for row in view.rows(group.number, part.code):
                    cells.setdefault(row.id, {})[part.code] = score(row.index)
            rows = tuple(
                MatrixRow(
                    row.name,
                    tuple(cells.get(row.id, {}).get(part.code, DASH) for part in shown),
                    score(row.index),
                )
                for row in view.rows(group.number)
            )
            title = f"{group.name} (tiếp theo)" if first else group.name
            yield MatrixTable(title, tuple(f"LV {part.code}" for part in shown), rows)


def legend_of(view: RankingView) -> str:
    """``LV 1: Công tác chỉ đạo, điều hành; …``; by group where the groups' sets name their domains otherwise."""
    legends = {
        group.name: "; ".join(f"LV {part.code}: {part.name}" for part in view.parts(group.set_id) if part.code)
        for group in view.groups()
    }
    if len(set(legends.values())) < 2:
        return f"{next(iter(legends.values()), '')}. Chỉ số tính bằng %."
    return f"{'. '.join(f'{group}: {legend}' for group, legend in legends.items())}. Chỉ số tính bằng %."
