"""What the leaves of a set are judged against, whichever unit is scored: worked out once and kept for all units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from parindex.model.criteria import CriteriaSet, Leaf
from parindex.model.indicators import Indicator
from parindex.model.plan import Level, Plan
from parindex.model.sheet import FactLine, Line
from parindex.model.unit import UnitIdentity
from parindex.scoring.lines import blank_fact
from parindex.scoring.targets import Resolved, own_threshold, resolve
from parindex.values.deadlines import Due
from parindex.values.facts import SHARES


class Ground(Struct, frozen=True):
    """One leaf, for all units of one level."""

    leaf: Leaf
    names: Mapping[str, str]
    """The indicators that feed the leaf, by the names that the rule uses."""
    due: Mapping[str, Due]
    """Due days that the plans print for a reporting duty, by period; the first listed plan wins."""
    resolved: Resolved | None
    """The target in force; ``None``: it depends on the unit's name or on its figure of last year."""
    line: Line
    """The leaf's line as far as it is the same for every unit."""
    facts: Mapping[str, FactLine]
    """The lines of its facts by their names, as far as they are the same for every unit."""


class Grounds:
    """The grounds of all leaves of a set under some plans."""

    def __init__(
        self,
        criteria: CriteriaSet,
        indicators: Mapping[str, Indicator],
        plans: Sequence[Plan],
        elsewhere: Sequence[Plan],
    ) -> None:
        self._criteria, self._indicators, self._plans, self._elsewhere = criteria, indicators, plans, elsewhere
        self._known: dict[tuple[str, str], Ground] = {}
        asked = [entry for plan in (*plans, *elsewhere) for entry in plan.targets]
        self._personal = {entry.indicator for entry in asked if entry.applies_to or entry.value == "previous"}

    def of(self, leaf: Leaf, level: Level) -> Ground:
        """The ground of a leaf for units of a level."""
        known = self._known.get((leaf.code, level))
        if known is None or known.leaf is not leaf:
            known = self._known[leaf.code, level] = self._ground(leaf, level)
        return known

    def target(self, leaf: Leaf, unit: UnitIdentity, previous: Decimal | None) -> Resolved:
        """The target of a leaf that binds the unit; ``previous`` is its figure of last year, where known."""
        if leaf.indicator is None:
            return own_threshold(leaf.otherwise)
        return resolve(
            leaf.indicator,
            unit,
            self._plans,
            policy=self._criteria.policy.target_policy,
            otherwise=leaf.otherwise,
            aspiration=leaf.aspiration,
            previous=previous,
            elsewhere=self._elsewhere,
            own_unit="percent" if self._indicators[leaf.indicator].measure in SHARES else "",
        )

    def _ground(self, leaf: Leaf, level: Level) -> Ground:
        resolved = None if leaf.indicator in self._personal else self.target(leaf, _anyone(level), None)
        line = Line(
            code=leaf.code,
            name=leaf.name,
            level="leaf",
            max=leaf.points,
            counts=leaf.counts,
            indicator=leaf.indicator,
            scored_by=leaf.scored_by,
            appraised_by=leaf.appraised_by,
            rule=leaf.rule.kind,
            required_evidence=tuple(leaf.evidence),
        )
        facts = {name: blank_fact(self._indicators[id_]) for name, id_ in leaf.names.items()}
        return Ground(leaf, leaf.names, self._due(leaf, level), resolved, line, facts)

    def _due(self, leaf: Leaf, level: Level) -> dict[str, Due]:
        due: dict[str, Due] = {}
        for plan in self._plans:
            for duty in plan.reporting:
                if duty.indicator is None or duty.indicator != leaf.indicator or level not in duty.levels:
                    continue
                for day in duty.deadline.due:
                    if day.to is not None:
                        due.setdefault(day.period or "", Due(day.to, day.inclusive))
        return due


@cache
def _anyone(level: Level) -> UnitIdentity:
    """A unit of which nothing but its level is known."""
    return UnitIdentity.model_construct(id="-", name="-", level=level)


def grounds_of(
    criteria: CriteriaSet, indicators: Mapping[str, Indicator], plans: Sequence[Plan], elsewhere: Sequence[Plan]
) -> Grounds:
    """The grounds of a set under some plans; the same objects give the same grounds."""
    return _grounds(_Itself(criteria), _Itself(indicators), *map(_Itself, plans), None, *map(_Itself, elsewhere))


class _Itself:
    """A thing as a key: equal to itself alone, whatever it holds."""

    __slots__ = ("thing",)

    def __init__(self, thing: Any) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.thing is other.thing


@lru_cache(maxsize=8)
def _grounds(criteria: _Itself, indicators: _Itself, *plans: _Itself | None) -> Grounds:
    split = plans.index(None)
    own, others = (tuple(each.thing for each in part if each) for part in (plans[:split], plans[split + 1 :]))
    return Grounds(criteria.thing, indicators.thing, own, others)
