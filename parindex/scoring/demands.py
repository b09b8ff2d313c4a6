"""What the plans ask of indicators: side by side, and for one unit which of them binds and which ask less."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from parindex.model.plan import Plan, PlanTarget
from parindex.model.unit import Unit
from parindex.scoring.facts import from_values
from parindex.scoring.leads import same_name
from parindex.scoring.targets import resolve, stricter
from parindex.values.facts import Ratio, measured
from parindex.values.numbers import evaluate
from parindex.values.targets import Bound, Comparator, Target

Against = Literal["weaker", "equal", "stricter", "other"]
"""A target against the one in force; ``other``: they cannot be compared (no value, or another direction)."""


class Demand(Struct, frozen=True):
    """One target of one plan."""

    indicator: str
    plan: str
    plan_title: str
    level: str
    """The level of the plan."""
    id: str
    comparator: Comparator | None
    value: Bound | Literal["previous"] | None
    """``None`` where the plan prints no value (``external``)."""
    unit: str
    levels: tuple[str, ...]
    applies_to: tuple[str, ...]
    of: str | None
    by: str | None
    binding: Literal["required", "aspiration"]
    qualifier: str | None
    external: str | None
    section: str
    locator: str
    also: tuple[str, ...]
    """Other sections of the same plan that repeat it."""
    applies: bool | None = None
    """Whether it is laid on the unit asked about: its plan is the unit's, for its level and its name."""
    in_force: bool = False
    """Whether it is the one that binds the unit."""
    against: Against | None = None
    """How it compares with the one in force."""


def demands(plans: Iterable[Plan], indicator: str | None = None) -> list[Demand]:
    """The targets of the plans, of one indicator or of all, in the order of the plans."""
    return [
        _demand(plan, entry)
        for plan in plans
        for entry in plan.targets
        if indicator is None or entry.indicator == indicator
    ]


def demands_on(
    unit: Unit,
    plans: Sequence[Plan],
    elsewhere: Sequence[Plan],
    indicator: str | None = None,
    *,
    policy: str,
    aspirations: Collection[str] = (),
) -> list[Demand]:
    """The same for a unit: those laid on it, which of them binds by the policy, and what all others ask.

    ``elsewhere`` are plans that are not the unit's. Without an indicator, all on which a target is laid on the unit.
    ``aspirations`` are the indicators of leaves for which an aspiration counts as target.
    """
    found: list[Demand] = []
    laid = [entry.indicator for plan in plans for entry in plan.targets if _laid_on(entry, unit)]
    for each in dict.fromkeys(laid) if indicator is None else [indicator]:
        previous = _previous(unit, each)
        resolved = resolve(
            each,
            unit.unit,
            plans,
            policy=policy,
            otherwise=None,
            aspiration=each in aspirations,
            previous=previous,
        )
        cite = resolved.line.cite if resolved.line is not None else None
        for plan, own in [*((plan, True) for plan in plans), *((plan, False) for plan in elsewhere)]:
            for entry in plan.targets:
                if entry.indicator == each:
                    in_force = cite is not None and (plan.id, entry.cite.section, entry.cite.locator) == (
                        cite.plan,
                        cite.section,
                        cite.locator,
                    )
                    against = None if in_force else _against(entry, resolved.target, previous)
                    applies = own and _laid_on(entry, unit)
                    found.append(_demand(plan, entry, applies=applies, in_force=in_force, against=against))
    return found


def _laid_on(entry: PlanTarget, unit: Unit) -> bool:
    named = entry.applies_to is None or any(same_name(name, unit.unit.name) for name in entry.applies_to)
    return unit.unit.level in entry.levels and named


def _against(entry: PlanTarget, binding: Target | None, previous: Decimal | None) -> Against | None:
    if binding is None:
        return None
    value = previous if entry.value == "previous" else entry.value
    if entry.comparator is None or type(value) is not type(binding.value):
        return "other"
    target = Target(entry.comparator, value)
    if stricter(target, binding):
        return "stricter"
    if stricter(binding, target):
        return "weaker"
    return "equal" if target.value == binding.value and _floor(target) == _floor(binding) else "other"


def _floor(target: Target) -> str:
    """A bare 100% is scored as "at least"."""
    return ">=" if target.comparator == "==" and not isinstance(target.value, bool) else target.comparator


def _previous(unit: Unit, indicator: str) -> Decimal | None:
    """Last year's figure as a number, where the unit gives one."""
    values = unit.previous.facts.get(indicator) if unit.previous is not None else None
    if values is None:
        return None
    for measure in ("ratio", "percent", "count", "amount", "rank"):
        fact = from_values(values, measure)
        if fact is not None and not (isinstance(fact, Ratio) and not fact.denominator):
            number = measured(fact)
            return evaluate(number) if number is not None else None
    return None


def _demand(
    plan: Plan,
    entry: PlanTarget,
    *,
    applies: bool | None = None,
    in_force: bool = False,
    against: Against | None = None,
) -> Demand:
    return Demand(
        indicator=entry.indicator,
        plan=plan.id,
        plan_title=plan.title,
        level=plan.level,
        id=entry.id,
        comparator=entry.comparator,
        value=entry.value,
        unit=entry.unit,
        levels=tuple(entry.levels),
        applies_to=tuple(entry.applies_to or ()),
        of=entry.of,
        by=entry.by.isoformat() if entry.by else None,
        binding=entry.binding,
        qualifier=entry.qualifier,
        external=entry.external,
        section=entry.cite.section,
        locator=entry.cite.locator,
        also=tuple(cite.section for cite in entry.also),
        applies=applies,
        in_force=in_force,
        against=against,
    )
