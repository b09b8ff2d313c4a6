"""The criteria of a group column by column."""

from __future__ import annotations

from collections.abc import Sequence

from parindex.locale.alphabet import sort_key
from parindex.reports.html.charts import quartiles
from parindex.reports.ranking.view import TOTAL, Cell, Group, Member, RankingView
from parindex.reports.view.words import Scores


class Columns:
    """Reads a group criterion by criterion: no more than one column of a country is in memory at a time."""

    def __init__(self, view: RankingView, group: Group) -> None:
        self._view = view
        self.group = group
        self.criteria = view.criteria(group.set_id)
        names = sorted((sort_key(row.name), row.id) for row in view.rows(group.number, TOTAL))
        self.order = {id_: at for at, (_, id_) in enumerate(names)}
        """Of the units' names in the Vietnamese alphabet, by id."""

    def of(self, code: str) -> list[tuple[Member, Cell]]:
        """The units that have the criterion, by their place in the ranking."""
        return list(self._view.column(self.group.number, code))


def medians(columns: Sequence[Columns]) -> dict[int, dict[str, str]]:
    """The median of each criterion as text, by the number of the group and the code; empty where none has points."""
    found: dict[int, dict[str, str]] = {}
    for each in columns:
        score = Scores(each.group.rounding)
        mine = found.setdefault(each.group.number, {})
        for criterion in each.criteria:
            values = [cell.final for _, cell in each.of(criterion.code) if cell.final is not None]
            mine[criterion.code] = score(quartiles(values).median) if values else ""
    return found
