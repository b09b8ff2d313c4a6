"""Which tasks count: those that a unit leads, each duty once although plans print it in several places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from parindex.model.plan import Plan, Task
from parindex.model.unit import UnitIdentity
from parindex.scoring.leads import coordinates, leads, names, post_key

Key = tuple[str, str]
"""A plan's id and a task's id."""


def standing_for(unit: UnitIdentity | None, plans: Sequence[Plan]) -> dict[Key, list[Key]]:
    """The tasks that count for a unit, in the order of the plans, each with those that repeat it (``same_as``).

    A task whose like is not the unit's to lead stands for itself. Without a unit all tasks of the plans are looked at.
    """
    own = {
        (plan.id, task.id): (task.same_as.plan or plan.id, task.same_as.task) if task.same_as else None
        for plan in plans
        for task in plan.tasks
        if unit is None or leads(unit, plan, task)
    }
    order = {key: place for place, key in enumerate(own)}
    counted: dict[Key, list[Key]] = {}
    for key in own:
        first = _first(key, own, order)
        repeats = counted.setdefault(first, [])
        if key != first:
            repeats.append(key)
    return dict(sorted(counted.items(), key=lambda item: order[item[0]]))


def _first(key: Key, own: dict[Key, Key | None], order: dict[Key, int]) -> Key:
    """The end of a chain of likenesses; of a ring, what is printed first."""
    chain = list(_chain(key, own))
    last = own.get(chain[-1])
    if last in chain:
        return min(chain[chain.index(last) :], key=order.__getitem__)
    return chain[-1]


def _chain(key: Key, own: dict[Key, Key | None]) -> Iterator[Key]:
    seen: set[Key] = set()
    current: Key | None = key
    while current is not None and current in own and current not in seen:
        yield current
        seen.add(current)
        current = own[current]


class Listed(Struct, frozen=True):
    """A task of a plan, with the unit's part in it when a unit asks."""

    plan: Plan
    task: Task
    role: Literal["leads", "coordinates"] | None = None


def listed(
    plans: Sequence[Plan],
    unit: UnitIdentity | None = None,
    *,
    wanted: Collection[str] = (),
    domain: str | None = None,
) -> list[Listed]:
    """The tasks of the plans as printed, repetitions too; with a unit, those it leads before those it only helps with.

    ``wanted`` are the leads to show, in the form that groups spellings (``post_key``); empty shows all.
    """
    found: list[Listed] = []
    for plan in plans:
        for task in plan.tasks:
            led = {post_key(name, plan) for name in names(task.lead)}
            if (wanted and not led & set(wanted)) or (domain is not None and task.domain != domain):
                continue
            if unit is None:
                found.append(Listed(plan, task))
            elif leads(unit, plan, task):
                found.append(Listed(plan, task, "leads"))
            elif coordinates(unit, plan, task):
                found.append(Listed(plan, task, "coordinates"))
    return sorted(found, key=lambda each: each.role == "coordinates")
