"""How the tasks of a plan stand for a unit: the state of each part, each task, and the shares done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from parindex.model.plan import Deadline, Part, Plan, Task
from parindex.model.unit import PartDone, TaskEntry, TaskPart, Unit
from parindex.scoring.leads import leads
from parindex.values.deadlines import Due
from parindex.values.facts import Ratio
from parindex.values.periods import periods_of

State = Literal[
    "done-on-time",
    "done-late",
    "done",
    "maintained",
    "in-progress",
    "not-due",
    "overdue",
    "no-evidence",
    "not-arising",
    "not-applicable",
    "undetermined",
]
"""``done``: finished, and the plan prints no day to judge it by. ``maintained`` and ``no-evidence`` are of ongoing
duties, which are never "on time". ``undetermined``: nothing is recorded, and the plan prints no day either."""

DONE: frozenset[State] = frozenset({"done-on-time", "done-late", "done", "maintained"})
LEFT_OUT: frozenset[State] = frozenset({"not-arising", "not-applicable", "not-due", "undetermined"})
"""States that do not count in a share of tasks; the share says how many and why."""

_WORST_FIRST: tuple[State, ...] = (
    "overdue",
    "no-evidence",
    "in-progress",
    "undetermined",
    "not-due",
    "done-late",
    "done",
    "done-on-time",
    "maintained",
    "not-arising",
    "not-applicable",
)
_BY_DAY = frozenset({"date", "range"})


@dataclass(frozen=True, slots=True)
class TaskState:
    """How one task of one plan stands."""

    plan: Plan
    task: Task
    state: State
    parts: tuple[State, ...]


def states(unit: Unit, plans: Sequence[Plan], on: date) -> list[TaskState]:
    """The state on a day of every task that the unit leads, in the order of the plans.

    A duty printed twice (``same_as``) counts where it stands first.
    """
    found: list[TaskState] = []
    seen = {(plan.id, task.id) for plan in plans for task in plan.tasks if leads(unit.unit, plan, task)}
    for plan in plans:
        entries = unit.tasks.get(plan.id, {})
        for task in plan.tasks:
            same = task.same_as
            if (plan.id, task.id) not in seen or (same and (same.plan or plan.id, same.task) in seen):
                continue
            parts = part_states(task, entries.get(task.id), on)
            found.append(TaskState(plan, task, _worst(parts), parts))
    return found


def part_states(task: Task, entry: TaskEntry | None, on: date) -> tuple[State, ...]:
    """The state of each part; what the entry says of the whole task holds for every part without its own."""
    found: list[State] = []
    for number, part in enumerate(task.parts, start=1):
        own: PartDone | None = entry.parts.get(str(number)) if entry else None
        found.append(_part_state(part, own or entry, on))
    return tuple(found)


def _part_state(part: Part, entry: PartDone | None, on: date) -> State:
    deadline = part.deadline
    if entry is not None and entry.not_applicable:
        return "not-applicable"
    if entry is not None and entry.not_arising:
        return "not-arising"
    periods = entry.periods if isinstance(entry, TaskEntry | TaskPart) else {}
    match deadline.type:
        case "ongoing":
            return "maintained" if entry and (entry.done or entry.evidence or periods) else "no-evidence"
        case "recurring" if periods or not (entry and entry.done):
            return _recurring(deadline, periods, on)
        case "conditional" if not (entry and (entry.triggered or entry.done or entry.evidence)):
            return "undetermined"
    if entry is not None and entry.done is not None:
        return _finished(entry.done, _due(deadline))
    if (due := _due(deadline)) is not None:
        if on > due.last_day:
            return "overdue"
        return "in-progress" if entry and entry.evidence else "not-due"
    if entry is not None and (entry.evidence or entry.triggered):
        return "in-progress"
    return "undetermined"


def _due(deadline: Deadline) -> Due | None:
    days = [day for day in deadline.due if day.to is not None] if deadline.type in _BY_DAY else []
    if not days or days[-1].to is None:
        return None
    return Due(days[-1].to, days[-1].inclusive)


def _finished(done: date, due: Due | None) -> State:
    if due is None:
        return "done"
    return "done-late" if due.days_late(done) else "done-on-time"


def _recurring(deadline: Deadline, periods: Mapping[str, PartDone], on: date) -> State:
    """Period by period: a printed day judges it; without one a period is judged only once it is over."""
    due = {day.period: Due(day.to, day.inclusive) for day in deadline.due if day.period and day.to}
    ends = {period: due[period].last_day for period in due} or periods_of(deadline.every, on.year)
    found: list[State] = []
    for period, end in ends.items():
        entry = periods.get(period)
        if entry is not None and (entry.not_arising or entry.not_applicable):
            found.append("not-arising" if entry.not_arising else "not-applicable")
        elif entry is not None and entry.done is not None:
            found.append(_finished(entry.done, due.get(period)))
        else:
            found.append("overdue" if on > end else "not-due")
    return _worst(found) if found else "undetermined"


def _worst(parts: Iterable[State]) -> State:
    given = set(parts)
    return next((state for state in _WORST_FIRST if state in given), "undetermined")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of tasks, with what was left out of its denominator."""

    ratio: Ratio
    left_out: Mapping[str, int]


def share(tasks: Sequence[TaskState], *, on_time: bool) -> Share:
    """The share done, or done on time. Ongoing duties that are kept up count as done; they are never on time or late,
    so the share on time leaves them out, as it does what has no printed day."""
    left: Counter[str] = Counter(each.state for each in tasks if each.state in LEFT_OUT)
    counted = [each for each in tasks if each.state not in LEFT_OUT]
    good = DONE
    if on_time:
        left.update(each.state for each in counted if each.state in ("maintained", "no-evidence", "done"))
        counted = [each for each in counted if each.state not in ("maintained", "no-evidence", "done")]
        good = frozenset({"done-on-time"})
    done = sum(each.state in good for each in counted)
    return Share(Ratio(Decimal(done), Decimal(len(counted))), dict(sorted(left.items())))
