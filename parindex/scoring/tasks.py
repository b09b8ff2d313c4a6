"""How the tasks of a plan stand for a unit: the state of each part, each task, and the shares done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from parindex.model.plan import Plan, Task
from parindex.model.unit import TaskEntry, Unit
from parindex.scoring.duties import Key, standing_for
from parindex.scoring.parts import DONE, Judge, PartState, State, together
from parindex.values.facts import Ratio

LEFT_OUT: frozenset[State] = frozenset({"not-arising", "not-applicable", "not-due", "undetermined"})
"""States that do not count in a share of tasks; the share says how many and why."""


class TaskState(Struct, frozen=True):
    """How one task of one plan stands."""

    plan: Plan
    task: Task
    state: State
    parts: tuple[PartState, ...]

    @property
    def running(self) -> bool:
        """In progress, with a last day still ahead."""
        return self.state == "in-progress" and any(
            term.state in ("not-due", "in-progress") for part in self.parts for term in part.terms
        )

    @property
    def dated(self) -> bool:
        """Whether the plan prints a day to judge the task by."""
        return any(term.printed for part in self.parts for term in part.terms)


def states(unit: Unit, plans: Sequence[Plan], on: date, *, recorded_by: date | None = None) -> list[TaskState]:
    """The state on a day of every task that the unit leads, in the order of the plans.

    What the unit records as done later than ``recorded_by`` (``on`` unless given) is not done yet. A duty printed
    twice (``same_as``) counts once, where it stands by itself; an entry under the repetition counts for it.
    """
    counted = standing_for(unit.unit, plans)
    found: list[TaskState] = []
    for plan in plans:
        judge = Judge(on, recorded_by or on, plan.year, unit.documents)
        for task in plan.tasks:
            key = (plan.id, task.id)
            if key in counted:
                found.append(task_state(plan, task, _entry(unit, key, counted[key]), judge))
    return found


def _entry(unit: Unit, key: Key, repeats: Sequence[Key]) -> TaskEntry | None:
    own = unit.tasks.get(key[0], {}).get(key[1])
    if own is not None:
        return own
    found = (unit.tasks.get(plan, {}).get(task) for plan, task in repeats)
    # The parts of a repetition are numbered by its own text, so an entry by parts says nothing of this task's.
    return next((entry for entry in found if entry is not None and not entry.parts), None)


def task_state(plan: Plan, task: Task, entry: TaskEntry | None, judge: Judge) -> TaskState:
    """The state of a task and its parts."""
    parts = judge.parts(task, entry)
    return TaskState(plan, task, together(part.state for part in parts), parts)


class Share(Struct, frozen=True):
    """A share of tasks, with what was left out of its denominator."""

    ratio: Ratio
    left_out: Mapping[str, int]
    """How many tasks for which reason: their state (``in-progress``: the last day is still ahead), or ``undated``."""


def share(tasks: Sequence[TaskState], *, on_time: bool) -> Share:
    """The share done, or done on time, of the tasks whose time has come.

    Left out are the states of ``LEFT_OUT`` and what is in progress before its last day. Ongoing duties that are kept
    up count as done; they are never on time or late, so the share on time leaves out all tasks without a printed day.
    """
    good = frozenset({"done-on-time"}) if on_time else DONE
    left: Counter[str] = Counter()
    done = counted = 0
    for each in tasks:
        if each.state in LEFT_OUT or each.running:
            left[each.state] += 1
        elif on_time and not each.dated:
            left["undated"] += 1
        else:
            counted += 1
            done += each.state in good
    return Share(Ratio(Decimal(done), Decimal(counted)), dict(sorted(left.items())))
