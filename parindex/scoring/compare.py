"""Two score sheets, criterion by criterion: two units, two years, or one unit before and after a change. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from parindex.model.policy import Rounding
from parindex.model.sheet import FactLine, Line, Sheet, SheetSet, SheetUnit
from parindex.values.numbers import HUNDRED, ZERO, exact

Match = Literal["code", "indicator"]
"""Criteria of one set are matched by code; of two sets, by the indicator that they give points for."""


class Side(Struct, frozen=True):
    """What one sheet has for a criterion, or for the criteria of one indicator together."""

    codes: tuple[str, ...]
    max: Decimal
    points: Decimal | None
    """``None``: a score that does not exist yet."""
    rounding: Rounding
    """How its set prints points."""
    status: str
    """The line's status; of several lines ``scored`` if all are, else the first other one."""
    facts: tuple[FactLine, ...]
    target: str | None
    """Comparator and value in force, for telling whether it changed."""

    @property
    def share(self) -> Decimal | None:
        """Points in percent of the maximum: comparable where the maxima differ."""
        if self.points is None or not self.max:
            return None
        with exact():
            return self.points * HUNDRED / self.max


class Difference(Struct, frozen=True):
    """One criterion in both sheets, or in one of them."""

    name: str
    indicator: str | None
    a: Side | None
    b: Side | None

    @property
    def points(self) -> Decimal | None:
        """Points of the second less those of the first; ``None`` unless both are known for the same maximum."""
        if self.a is None or self.b is None or self.a.points is None or self.b.points is None:
            return None
        if self.a.max != self.b.max:
            return None
        with exact():
            return self.b.points - self.a.points

    @property
    def share(self) -> Decimal | None:
        """Percent of the maximum, the second less the first; ``None`` unless both are known."""
        first = self.a.share if self.a else None
        second = self.b.share if self.b else None
        if first is None or second is None:
            return None
        with exact():
            return second - first

    @property
    def changed(self) -> bool:
        """Whether points, status, maximum, facts or target differ."""
        if self.a is None or self.b is None:
            return True
        return _content(self.a) != _content(self.b)


class DomainPair(Struct, frozen=True):
    """The index of a domain in both sheets; ``None`` where a sheet does not have it."""

    name: str
    a: Decimal | None
    b: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """The second index less the first."""
        return _less(self.b, self.a)


class Head(Struct, frozen=True):
    """What a compared sheet is."""

    unit: SheetUnit
    year: int
    period: str
    set: SheetSet
    earned: Decimal
    scorable: Decimal
    index: Decimal | None
    score_class: str | None
    provisional: bool
    rescaled: bool
    rounding: Rounding


class Comparison(Struct, frozen=True):
    """Two sheets beside each other."""

    match: Match
    a: Head
    b: Head
    domains: tuple[DomainPair, ...]
    differences: tuple[Difference, ...]
    """In the order of the second sheet; what only the first has comes last."""

    @property
    def change(self) -> Decimal | None:
        """The second index less the first."""
        return _less(self.b.index, self.a.index)


def compare(a: Sheet, b: Sheet) -> Comparison:
    """Compare two sheets: by code when one set scored both, else by indicator.

    Between two sets, criteria that give points for the same indicator are taken together, whatever their codes and
    however many they are; a criterion without an indicator stands on its own side.
    """
    match: Match = "code" if a.set.id == b.set.id else "indicator"
    first, second = _grouped(a, match), _grouped(b, match)
    order = [*second, *(key for key in first if key not in second)]
    pairs = [(first.get(key, ()), second.get(key, ())) for key in order]
    differences = tuple(
        Difference((theirs or ours)[0].name, (theirs or ours)[0].indicator, _side(ours, a), _side(theirs, b))
        for ours, theirs in pairs
    )
    return Comparison(match, _head(a), _head(b), _domains(a, b), differences)


def _grouped(sheet: Sheet, match: Match) -> Mapping[object, Sequence[Line]]:
    found: dict[object, list[Line]] = {}
    for line in sheet.leaves():
        found.setdefault(line.code if match == "code" else _indicators(line, sheet.set.id), []).append(line)
    return found


def _indicators(line: Line, set_id: str) -> object:
    if line.indicator is not None:
        return line.indicator
    named = tuple(sorted(fact.indicator for fact in line.facts))
    return named or (set_id, line.code)


def _side(lines: Sequence[Line], sheet: Sheet) -> Side | None:
    if not lines:
        return None
    statuses = [line.status or "scored" for line in lines]
    with exact():
        known = [line.final for line in lines if line.final is not None]
        points = sum(known, ZERO) if len(known) == len(lines) else None
        most = sum((line.max for line in lines), ZERO)
    return Side(
        codes=tuple(line.code for line in lines),
        max=most,
        points=points,
        rounding=sheet.policy.rounding,
        status=next((status for status in statuses if status != "scored"), "scored"),
        facts=_facts(lines),
        target=_target(lines[0]),
    )


def _facts(lines: Iterable[Line]) -> tuple[FactLine, ...]:
    """Each fact once: several criteria can be fed by one."""
    return tuple({fact.indicator: fact for line in lines for fact in line.facts}.values())


def _target(line: Line) -> str | None:
    return f"{line.target.comparator} {line.target.value}" if line.target else None


def _content(side: Side) -> tuple[object, ...]:
    # Last year's value is a fact of another year.
    facts = tuple(fact.but(previous=None) for fact in side.facts)
    return side.max, side.points, side.status, facts, side.target


def _domains(a: Sheet, b: Sheet) -> tuple[DomainPair, ...]:
    """Domains by id; by name for sheets that were saved without ids."""
    first, second = ({line.domain or line.name: line for line in sheet.lines} for sheet in (a, b))
    return tuple(
        DomainPair((second.get(key) or first[key]).name, _index(first.get(key)), _index(second.get(key)))
        for key in [*second, *(key for key in first if key not in second)]
    )


def _index(line: Line | None) -> Decimal | None:
    return line.totals.index if line is not None and line.totals is not None else None


def _head(sheet: Sheet) -> Head:
    totals = sheet.totals
    return Head(
        unit=sheet.unit,
        year=sheet.year,
        period=sheet.period,
        set=sheet.set,
        earned=totals.earned,
        scorable=totals.scorable,
        index=totals.index,
        score_class=sheet.score_class,
        provisional=totals.provisional,
        rescaled=totals.rescaled,
        rounding=sheet.policy.rounding,
    )


def _less(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return None
    with exact():
        return one - other
