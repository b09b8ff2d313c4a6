"""Who leads a task: the unit itself, or a group that it belongs to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from parindex.model.plan import Plan, Task
from parindex.model.unit import UnitIdentity


def leads(unit: UnitIdentity, plan: Plan, task: Task) -> bool:
    """Whether a task is the unit's to lead.

    All tasks of its own plan are (the leads named there are its posts or parts). Of another's plan those are whose
    lead is the unit, or a group that the plan lists the unit in: a collective lead is one obligation per member.
    """
    if same_name(plan.issuer, unit.name):
        return True
    return any(same_name(lead, unit.name) or _member(lead, plan, unit) for lead in names(task.lead))


def coordinates(unit: UnitIdentity, plan: Plan, task: Task) -> bool:
    """Whether the unit only helps with a task."""
    helped = any(same_name(name, unit.name) or _member(name, plan, unit) for name in names(task.coordinate))
    return helped and not leads(unit, plan, task)


def names(lead: str | Iterable[str] | None) -> list[str]:
    """One lead or several, as a list."""
    if lead is None:
        return []
    return [lead] if isinstance(lead, str) else list(lead)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for form, case and blanks."""
    return _folded(one) == _folded(other)


def _member(group: str, plan: Plan, unit: UnitIdentity) -> bool:
    return any(
        same_name(group, name) and any(same_name(member, unit.name) for member in members)
        for name, members in plan.agencies.items()
    )


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
