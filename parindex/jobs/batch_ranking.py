"""Fill the tables of a ranking, and give the places in every group and part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parindex import __version__
from parindex.jobs.batch_rows import UnitRows, rows_of, stored
from parindex.jobs.batch_tables import new_tables
from parindex.locale.alphabet import sort_key
from parindex.locale.periods import period_name
from parindex.model.policy import Policy
from parindex.model.project import Project
from parindex.reports.ranking.view import Reason
from parindex.scoring.ranking import Standing, Summary, rank, summarise
from parindex.scoring.results import UnitResult
from parindex.scoring.totals import classes_of
from parindex.values.names import folded
from parindex.values.numbers import plain

NO_TYPE = "Chưa rõ loại đơn vị"


class Without(Struct, frozen=True):
    """A unit that gets no place."""

    id: str | None
    name: str
    file: str
    reason: Reason
    words: str = ""
    index: Decimal | None = None


class _Group(Struct, frozen=True):
    """Units that are ranked among each other."""

    label: str
    """The name, with what tells it from others of this name."""
    name: str
    set_id: str
    period: str


class RankingTables:
    """Takes results in any number, keeps them on disk, and ranks them when all are there."""

    def __init__(self, path: Path, project: Project | None, title: str) -> None:
        """``path`` is a new file; ``title`` stands above the ranking where there is no project."""
        self.path = path
        self.connection = new_tables(path)
        self.project = project
        self.policies: dict[str, Policy] = {}
        self._groups = _groups(project)
        self._kinds: dict[str, str] = {}
        """Where the project has no groups: kinds of unit, folded, as the first unit of each spells it."""
        self._editions: dict[str, list[object]] = {}
        self._apart: list[Without] = []
        self._write_about(title)

    def add(self, result: UnitResult, file: str) -> None:
        """One unit's result. Units must come in one and the same order for the same bytes.

        A set can be issued anew within the year: units that were scored by another edition of it are ranked apart.
        """
        edition, known = _edition(result), self._editions.setdefault(result.set_id, [])
        if edition not in known:
            known.append(edition)
        if (number := known.index(edition) + 1) > 1:
            result = replace(result, set_id=f"{result.set_id}-ban-{number}")
        self.add_rows(rows_of(result), file, lambda: result)

    def add_rows(
        self, unit: UnitRows, file: str, whole: Callable[[], UnitResult], *, errors: int = 0, warnings: int = 0
    ) -> None:
        """One unit's rows; ``whole`` gives its result, and is asked for it once for each set."""
        reason, words = self._place_of(unit)
        if reason is not None:
            index = Decimal(unit.index) if unit.index is not None else None
            self._apart.append(Without(unit.id, unit.name, file, reason, words, index))
            return
        if unit.set_id not in self.policies:
            self._know_set(whole())
        cursor = self.connection.execute(
            "INSERT INTO unit"
            " (id, name, type, parent, year, period, set_id, synthetic, group_name, file, errors, warnings)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                unit.id,
                unit.name,
                unit.type,
                unit.parent,
                unit.year,
                unit.period,
                unit.set_id,
                unit.synthetic,
                words,
                file,
                errors,
                warnings,
            ),
        )
        number = cursor.lastrowid
        self.connection.executemany(
            f"INSERT INTO result VALUES ({', '.join('?' * 19)})",  # noqa: S608 - question marks only
            [(number, *part) for part in unit.parts],
        )
        self.connection.executemany(
            "INSERT OR REPLACE INTO score VALUES (?, ?, ?, ?)", [(number, *score) for score in unit.scores]
        )

    def leave_out(self, unit: Without) -> None:
        """A unit that gets no place, with the reason."""
        self._apart.append(unit)

    def finish(self) -> None:
        """Rank every group in every part, and close the tables for writing."""
        self._say_period()
        for number, group in enumerate(self._found_groups(), start=1):
            self._finish_group(number, group)
        for position, each in enumerate(sorted(self._apart, key=_apart_key), start=1):
            self.connection.execute(
                "INSERT INTO apart VALUES (?, ?, ?, ?, ?, ?, ?)",
                (position, each.id, each.name, each.file, each.reason, each.words, stored(each.index)),
            )
        self.connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def _place_of(self, unit: UnitRows) -> tuple[Reason | None, str]:
        """Why a unit gets no place, or no reason and the name of its group."""
        project = self.project
        if project is not None:
            if unit.id in project.left_out:
                return "left_out", project.left_out[unit.id]
            if unit.year != project.year:
                return "other_year", str(unit.year)
        if unit.index is None:
            return "no_index", ""
        if not self._groups:
            kind = unit.type or NO_TYPE
            return None, self._kinds.setdefault(folded(kind), kind)
        group = self._groups.get(folded(unit.type or ""))
        return (None, group) if group is not None else ("no_group", unit.type or NO_TYPE)

    def _write_about(self, title: str) -> None:
        project = self.project
        decision = project.decision if project else None
        rows = {
            "title": project.title if project else title,
            "year": str(project.year) if project else None,
            "status": project.status if project else "draft",
            "decision": decision.number if decision else None,
            "decided": decision.date.isoformat() if decision else None,
            "program": f"parindex {__version__}",
        }
        self.connection.executemany("INSERT INTO about VALUES (?, ?)", rows.items())

    def _know_set(self, result: UnitResult) -> None:
        self.policies[result.set_id] = result.policy
        run = self.connection.executemany
        run(
            "INSERT INTO criteria_set VALUES (?, ?, ?, ?)",
            [(result.set_id, result.set_title, result.set_status, result.decision)],
        )
        run(
            "INSERT INTO part VALUES (?, ?, ?, ?, ?)",
            # A domain of bonus and penalty alone has no maximum, so no index: its points count in the whole.
            [
                (result.set_id, at, part.code, part.name, plain(part.max))
                for at, part in enumerate(result.parts)
                if part.max or not at
            ],
        )
        run(
            "INSERT INTO criterion VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (result.set_id, at, leaf.code, leaf.name, leaf.domain, plain(leaf.max), leaf.counts)
                for at, leaf in enumerate(result.leaves)
            ],
        )

    def _say_period(self) -> None:
        """Say what period the ranking is of, and without a project of what year, where it is of one."""
        periods = [period for (period,) in self.connection.execute("SELECT DISTINCT period FROM unit")]
        one = periods[0] if len(periods) == 1 else None
        self.connection.execute("INSERT INTO about VALUES ('period', ?)", (one,))
        self.connection.execute("UPDATE about SET value = ? WHERE key = 'year' AND value IS NULL", (one and one[:4],))
        if one is not None and "-" in one:  # the decision approved the year's results, not those of a part of it
            self.connection.execute("UPDATE about SET value = 'draft' WHERE key = 'status'")
            self.connection.execute("UPDATE about SET value = NULL WHERE key IN ('decision', 'decided')")

    def _found_groups(self) -> list[_Group]:
        """Groups that have units, in the project's order.

        Units of different sets, years or periods are never compared: they are ranked apart.
        """
        rows = self.connection.execute("SELECT DISTINCT group_name, set_id, period FROM unit").fetchall()
        order = list(dict.fromkeys(self._groups.values()))
        sets = Counter(name for name, _ in {row[:2] for row in rows})
        several = len({period for *_, period in rows}) > 1
        rows.sort(
            key=lambda row: (order.index(row[0]) if row[0] in order else len(order), sort_key(row[0]), *row[:0:-1])
        )
        return [
            _Group(
                "".join(
                    (name, f" ({set_id})" if sets[name] > 1 else "", f", {period_name(period)}" if several else "")
                ),
                *(name, set_id, period),
            )
            for name, set_id, period in rows
        ]

    def _finish_group(self, number: int, group: _Group) -> None:
        policy = self.policies[group.set_id]
        units = self.connection.execute(
            "UPDATE unit SET group_number = ? WHERE group_name = ? AND set_id = ? AND period = ?",
            (number, group.name, group.set_id, group.period),
        ).rowcount
        self.connection.execute(
            "INSERT INTO unit_group VALUES (?, ?, ?, ?, ?, ?)",
            (number, group.label, group.set_id, units, policy.ties, policy.rounding.model_dump_json()),
        )
        kinds = {row[0] for row in self.connection.execute("SELECT type FROM unit WHERE group_number = ?", (number,))}
        classes = _class_names(policy, kinds)
        parts = self.connection.execute("SELECT code FROM part WHERE set_id = ? ORDER BY position", (group.set_id,))
        for (part,) in parts.fetchall():
            self._finish_part(number, part, policy, classes)

    def _finish_part(self, group: int, part: str, policy: Policy, classes: Sequence[str]) -> None:
        numbers: dict[str, int] = {}
        standings = []
        rows = self.connection.execute(
            "SELECT unit.number, unit.id, unit.name, idx, previous_index, published_place, class"
            " FROM unit JOIN result ON result.unit = unit.number"
            " WHERE group_number = ? AND part = ? AND idx IS NOT NULL",
            (group, part),
        )
        for number, id_, name, index, previous, place, klass in rows:
            numbers[id_] = number
            last = Decimal(previous) if previous is not None else None
            standings.append(Standing(id_, name, Decimal(index), last, place, klass))
        places = rank(standings, ties=policy.ties, rounding=policy.rounding, name_key=sort_key)
        self.connection.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    group,
                    part,
                    position,
                    numbers[each.standing.id],
                    each.place,
                    each.shared,
                    plain(each.behind),
                    stored(each.change),
                    each.previous_place,
                    each.climbed,
                )
                for position, each in enumerate(places, start=1)
            ),
        )
        self._write_summary(group, part, summarise(standings, classes))

    def _write_summary(self, group: int, part: str, summary: Summary) -> None:
        self.connection.execute(
            "INSERT INTO summary VALUES (?, ?, ?, ?, ?, ?)",
            (group, part, summary.units, stored(summary.mean), stored(summary.highest), stored(summary.lowest)),
        )
        self.connection.executemany(
            "INSERT INTO class_share VALUES (?, ?, ?, ?, ?, ?)",
            [(group, part, at, each.name, each.units, plain(each.share)) for at, each in enumerate(summary.classes)],
        )


def _edition(result: UnitResult) -> object:
    """All of a set that places depend on: its policy, domains and criteria."""
    parts = [(part.code, part.name, part.max) for part in result.parts]
    leaves = [(leaf.code, leaf.name, leaf.domain, leaf.max, leaf.counts) for leaf in result.leaves]
    return result.set_title, result.policy, parts, leaves


def _groups(project: Project | None) -> dict[str, str]:
    """The group of each kind of unit, kinds folded: Hòa and Hoà, Phường and phường are one."""
    groups = project.groups if project else {}
    return {folded(kind): name for name, kinds in groups.items() for kind in kinds}


def _class_names(policy: Policy, kinds: Iterable[str | None]) -> list[str]:
    """Names of the classes that hold for the kinds of a group, the best first."""
    found: dict[str, Decimal] = {}
    for kind in kinds:
        for each in classes_of(policy, kind):
            found[each.name] = max(each.from_, found.get(each.name, each.from_))
    return sorted(found, key=lambda name: (-found[name], name))


def _apart_key(unit: Without) -> tuple[object, ...]:
    return sort_key(unit.name), unit.file
