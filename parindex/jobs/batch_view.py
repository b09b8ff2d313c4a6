"""A ranking read back from its tables, row by row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from parindex.model.policy import Rounding
from parindex.reports.ranking.view import TOTAL, About, Apart, Cell, Criterion, Group, Member, Part, Row, SetInfo
from parindex.scoring.ranking import ClassShare, Summary

_COLUMNS = """
SELECT unit.number, place.place, place.shared, unit.id, unit.name, unit.type, result.earned, result.appraised,
  result.survey, result.max, result.scorable, result.idx, result.class, result.next_class, result.short, result.gates,
  place.behind, result.previous_index, place.change, place.previous_place, place.climbed, result.pending,
  result.missing, result.provisional, result.rescaled, unit.synthetic, unit.file, unit.errors, unit.warnings,
  result.computed_idx
"""
_ROW = f"""{_COLUMNS}
FROM place JOIN unit ON unit.number = place.unit
  JOIN result ON result.unit = place.unit AND result.part = place.part
WHERE place.group_number = ? AND place.part = ? ORDER BY place.position
"""
_DOMAINS = f"""{_COLUMNS}, part.code, part.name, part.max
FROM place AS total JOIN place ON place.unit = total.unit AND place.group_number = total.group_number
  JOIN unit ON unit.number = place.unit
  JOIN result ON result.unit = place.unit AND result.part = place.part
  JOIN part ON part.set_id = unit.set_id AND part.code = place.part
WHERE total.group_number = ? AND total.part = '' ORDER BY total.position, part.position
"""
_COLUMN = """
SELECT place.place, unit.id, unit.name, score.final, score.status
FROM place JOIN unit ON unit.number = place.unit JOIN score ON score.unit = place.unit AND score.code = ?
WHERE place.group_number = ? AND place.part = '' ORDER BY place.position
"""


class TablesView:
    """The view of a ranking (``reports.ranking.view.RankingView``) over its finished tables."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self.about = self._about()

    def groups(self) -> Sequence[Group]:
        """The groups in the project's order."""
        rows = self._run("SELECT number, name, set_id, units, ties, rounding FROM unit_group ORDER BY number")
        return [
            Group(number, name, set_id, units, ties, Rounding.model_validate_json(rounding))
            for number, name, set_id, units, ties, rounding in rows
        ]

    def parts(self, set_id: str) -> Sequence[Part]:
        """The whole, then the domains of a set."""
        rows = self._run("SELECT code, name, max FROM part WHERE set_id = ? ORDER BY position", (set_id,))
        return [Part(code, name, Decimal(most)) for code, name, most in rows]

    def criteria(self, set_id: str) -> Sequence[Criterion]:
        """The leaves of a set in order."""
        rows = self._run(
            "SELECT code, name, domain, max, counts FROM criterion WHERE set_id = ? ORDER BY position", (set_id,)
        )
        return [Criterion(code, name, domain, Decimal(most), counts) for code, name, domain, most, counts in rows]

    def rows(self, group: int, part: str = TOTAL) -> Iterator[Row]:
        """The places of a group in one part, the best first."""
        return (_row(values) for values in self._run(_ROW, (group, part)))

    def domains(self, group: int) -> Iterator[tuple[Row, Sequence[tuple[Part, Row]]]]:
        """The units of a group by place, each with its rows in the domains that could be scored, in order."""
        for _, found in groupby(self._run(_DOMAINS, (group,)), key=lambda values: values[0]):
            (_, total), *rest = [(Part(code, name, Decimal(most)), _row(row)) for *row, code, name, most in found]
            yield total, rest

    def summary(self, group: int, part: str = TOTAL) -> Summary:
        """Mean, extremes and class shares of a group."""
        units, mean, highest, lowest = self._run(
            "SELECT units, mean, highest, lowest FROM summary WHERE group_number = ? AND part = ?", (group, part)
        ).fetchone()
        shares = self._run(
            "SELECT name, units, share FROM class_share WHERE group_number = ? AND part = ? ORDER BY position",
            (group, part),
        )
        classes = tuple(ClassShare(name, count, Decimal(share)) for name, count, share in shares)
        return Summary(units, _number(mean), _number(highest), _number(lowest), classes)

    def unranked(self, group: int, part: str) -> Sequence[str]:
        """Names of ranked units for which this domain has nothing that could be scored."""
        rows = self._run(
            "SELECT unit.name FROM unit JOIN result ON result.unit = unit.number"
            " JOIN place ON place.unit = unit.number AND place.part = '' AND place.group_number = unit.group_number"
            " WHERE unit.group_number = ? AND result.part = ? AND result.idx IS NULL ORDER BY place.position",
            (group, part),
        )
        return [name for (name,) in rows]

    def apart(self) -> Iterator[Apart]:
        """The units without a place, by name."""
        rows = self._run("SELECT id, name, file, reason, words, idx FROM apart ORDER BY position")
        return (Apart(id_, name, file, reason, words, _number(index)) for id_, name, file, reason, words, index in rows)

    def matrix(self, group: int) -> Iterator[tuple[Row, Mapping[str, Cell]]]:
        """The units of a group by place, with their criteria by code."""
        for values in self._run(_ROW, (group, TOTAL)):
            scores = self._run("SELECT code, final, status FROM score WHERE unit = ?", (values[0],))
            yield _row(values), {code: Cell(_number(final), status) for code, final, status in scores}

    def column(self, group: int, code: str) -> Iterator[tuple[Member, Cell]]:
        """The units of a group by place, with their points in one criterion; those that have it."""
        for place, id_, name, final, status in self._run(_COLUMN, (code, group)):
            yield Member(place, id_, name), Cell(_number(final), status)

    def _about(self) -> About:
        said: dict[str, Any] = dict(self._run("SELECT key, value FROM about"))
        sets = self._run("SELECT id, title, status, decision FROM criteria_set ORDER BY id")
        ranked, synthetic = self._run("SELECT count(*), coalesce(sum(synthetic), 0) FROM unit").fetchone()
        rescaled, provisional, missing = self._run(
            "SELECT coalesce(sum(rescaled), 0), coalesce(sum(provisional), 0), coalesce(sum(missing != '0'), 0)"
            " FROM result WHERE part = ''"
        ).fetchone()
        (apart,) = self._run("SELECT count(*) FROM apart").fetchone()
        return About(
            title=said["title"],
            year=int(said["year"]) if said["year"] else None,
            period=said["period"],
            approved=said["status"] == "approved",
            decision=said["decision"],
            decided=date.fromisoformat(said["decided"]) if said["decided"] else None,
            program=said["program"],
            sets=tuple(SetInfo(*values) for values in sets),
            ranked=ranked,
            apart=apart,
            synthetic=synthetic,
            rescaled=rescaled,
            provisional=provisional,
            missing=missing,
        )


def _row(values: Sequence[Any]) -> Row:
    (_, place, shared, id_, name, type_, earned, appraised, survey, most, scorable, index, klass, above, short, gates,
     behind, previous, change, previous_place, climbed, pending, missing, provisional, rescaled, synthetic, file,
     errors, warnings, computed) = values  # fmt: skip
    return Row(
        place=place,
        shared=bool(shared),
        id=id_,
        name=name,
        type=type_,
        earned=Decimal(earned),
        appraised=Decimal(appraised),
        survey=Decimal(survey),
        max=Decimal(most),
        scorable=Decimal(scorable),
        index=Decimal(index),
        score_class=klass,
        next_class=above,
        short=_number(short),
        gates=tuple(json.loads(gates)),
        behind=Decimal(behind),
        previous_index=_number(previous),
        change=_number(change),
        previous_place=previous_place,
        climbed=climbed,
        pending=Decimal(pending),
        missing=Decimal(missing),
        provisional=bool(provisional),
        rescaled=bool(rescaled),
        synthetic=bool(synthetic),
        file=file,
        errors=errors,
        warnings=warnings,
        computed_index=_number(computed),
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
