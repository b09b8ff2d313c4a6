"""The criteria of a group column by column: what a ranking gives row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from parindex.locale.alphabet import sort_key
from parindex.reports.html.charts import quartiles
from parindex.reports.ranking.view import Cell, Group, RankingView
from parindex.reports.view.words import Scores

Points = tuple[Decimal | None, str]
"""A unit's points in a criterion and the status of its line."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """As much of a unit as its rows in the criteria need."""

    place: int
    id: str
    name: str
    order: int


class Columns:
    """The criteria of one group, column by column: what a matrix gives row by row.

    Equal points are kept once, for a criterion knows few different ones: a unit costs some hundred bytes.
    """

    def __init__(self, view: RankingView, group: Group) -> None:
        self.group = group
        self.criteria = view.criteria(group.set_id)
        codes = [each.code for each in self.criteria]
        known: dict[Points, Points] = {}
        units: list[tuple[int, str, str]] = []
        self._points: dict[str, list[Points | None]] = {code: [] for code in codes}
        for row, cells in view.matrix(group.number):
            units.append((row.place, row.id, row.name))
            for code in codes:
                self._points[code].append(_known(cells.get(code), known))
        order = {id_: at for at, (_, id_) in enumerate(sorted((sort_key(name), id_) for _, id_, name in units))}
        self.units = [UnitName(place, id_, name, order[id_]) for place, id_, name in units]

    def of(self, code: str) -> list[tuple[UnitName, Points]]:
        """The units that have the criterion, by their place in the ranking."""
        pairs = zip(self.units, self._points[code], strict=True)
        return [(unit, points) for unit, points in pairs if points is not None]


def _known(cell: Cell | None, known: dict[Points, Points]) -> Points | None:
    if cell is None:
        return None
    points = (cell.final, cell.status)
    return known.setdefault(points, points)


def medians(columns: Sequence[Columns]) -> dict[int, dict[str, str]]:
    """The median of each criterion as text, by the number of the group and the code; empty where none has points."""
    found: dict[int, dict[str, str]] = {}
    for each in columns:
        score = Scores(each.group.rounding)
        mine = found.setdefault(each.group.number, {})
        for criterion in each.criteria:
            values = [final for _, (final, _) in each.of(criterion.code) if final is not None]
            mine[criterion.code] = score(quartiles(values).median) if values else ""
    return found
