"""Which target binds a unit for an indicator: by the unit's level and the set's policy."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from parindex.model.criteria import Threshold
from parindex.model.plan import Plan, PlanTarget
from parindex.model.sheet import CiteLine, TargetLine
from parindex.model.unit import UnitIdentity
from parindex.scoring.leads import same_name
from parindex.values.targets import Bound, Target

_RANK = {"province": 0, "district": 1, "agency": 2, "commune": 3}
"""Superior first."""


class Resolved(Struct, frozen=True):
    """The target in force, and what the other plans ask."""

    target: Target | None
    line: TargetLine | None
    others: tuple[TargetLine, ...] = ()
    clash: str | None = None
    """A plan in which two targets bind the unit at once."""
    weaker: TargetLine | None = None
    """A target of the unit's own plan that asks less than the one in force."""
    needs_previous: bool = False
    """The target compares with last year, and last year's figure is not given."""


class _Candidate(Struct, frozen=True):
    plan: Plan
    entry: PlanTarget
    target: Target

    @property
    def line(self) -> TargetLine:
        cite = CiteLine(
            plan=self.plan.id,
            title=self.plan.title,
            section=self.entry.cite.section,
            locator=self.entry.cite.locator,
        )
        return TargetLine(
            comparator=self.target.comparator,
            value=self.target.value,
            unit=self.entry.unit,
            source="plan",
            binding=self.entry.binding,
            cite=cite,
        )


def resolve(
    indicator: str,
    unit: UnitIdentity,
    plans: Sequence[Plan],
    *,
    policy: str,
    otherwise: Threshold | None,
    aspiration: bool = False,
    previous: Decimal | None = None,
    elsewhere: Sequence[Plan] = (),
    own_unit: str = "",
) -> Resolved:
    """The target in force: of the unit's plans by the policy, else the set's own threshold.

    ``elsewhere`` are plans that do not apply to the unit; what they ask is shown, never used. An aspiration is used
    only where the leaf says so. A target of last year's value, which is not known, falls to the set's own threshold;
    ``own_unit`` is the measure unit of that threshold.
    """
    candidates: list[_Candidate] = []
    clash, needs_previous = None, False
    for plan in plans:
        bound = [entry for entry in plan.targets if _binds(entry, indicator, unit, aspiration)]
        # A leaf that counts aspirations goes by the plan's aspiration where there is one beside what is required.
        bound = [entry for entry in bound if entry.binding != "required"] or bound
        if len(bound) > 1:
            clash = plan.id
        for entry in bound[:1]:
            if (candidate := _candidate(plan, entry, previous)) is not None:
                candidates.append(candidate)
            else:
                needs_previous = True
    chosen = _choose(candidates, policy)
    others = tuple(candidate.line for candidate in candidates if candidate is not chosen)
    for plan in elsewhere:
        asked = [entry for entry in plan.targets if _binds(entry, indicator, unit, False)]
        others += tuple(c.line for entry in asked[:1] if (c := _candidate(plan, entry, None)) is not None)
    if chosen is not None:
        own = next((c for c in candidates if c is not chosen and c.plan.level == unit.level), None)
        weaker = own.line if own is not None and stricter(chosen.target, own.target) else None
        return Resolved(chosen.target, chosen.line, others, clash, weaker)
    fallback = own_threshold(otherwise, own_unit)
    if fallback.target is not None:
        return Resolved(fallback.target, fallback.line, others, clash)
    return Resolved(None, None, others, clash, needs_previous=needs_previous)


def own_threshold(otherwise: Threshold | None, unit: str = "") -> Resolved:
    """The set's own threshold, used where no plan sets a target; a leaf with several facts has no other.

    ``unit`` is its measure unit: ``percent`` for a share, else blank.
    """
    if otherwise is None:
        return Resolved(None, None)
    target = Target(otherwise.comparator, otherwise.value)
    return Resolved(target, TargetLine(comparator=target.comparator, value=target.value, unit=unit, source="set"))


def _binds(entry: PlanTarget, indicator: str, unit: UnitIdentity, aspiration: bool) -> bool:
    return (
        entry.indicator == indicator
        and entry.external is None
        and unit.level in entry.levels
        and (entry.binding == "required" or aspiration)
        and (entry.applies_to is None or any(same_name(name, unit.name) for name in entry.applies_to))
    )


def _candidate(plan: Plan, entry: PlanTarget, previous: Decimal | None) -> _Candidate | None:
    value = previous if entry.value == "previous" else entry.value
    if value is None or entry.comparator is None:
        return None
    return _Candidate(plan, entry, Target(entry.comparator, value))


def _choose(candidates: list[_Candidate], policy: str) -> _Candidate | None:
    if not candidates:
        return None
    if policy == "listed":
        return candidates[0]
    if policy == "superior-first":
        return min(candidates, key=lambda candidate: _RANK[candidate.plan.level])
    strictest = candidates[0]
    for candidate in candidates[1:]:
        if stricter(candidate.target, strictest.target):
            strictest = candidate
    return strictest


def stricter(one: Target, other: Target) -> bool:
    """Whether ``one`` asks more than ``other``: a higher floor, a lower ceiling, an earlier day, or strictness."""
    a, b = _order(one.value), _order(other.value)
    if one.lower_is_better != other.lower_is_better or a is None or b is None:
        return False
    if a == b:
        return one.comparator in ("<", ">") and other.comparator not in ("<", ">")
    return a < b if one.lower_is_better else a > b


def _order(value: Bound) -> Decimal | None:
    if isinstance(value, bool):
        return None
    return value if isinstance(value, Decimal) else Decimal(value.toordinal())
