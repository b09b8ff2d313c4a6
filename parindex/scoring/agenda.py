"""What is due: the last days of tasks, reports and milestones around a day, and whether they were kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from parindex.model.plan import Deadline, Milestone, Part, Plan, Reporting
from parindex.model.unit import PartDone, Reported, Unit
from parindex.scoring.duties import standing_for
from parindex.scoring.leads import concerns, names, own_plan
from parindex.scoring.parts import DONE, Judge, State, Term
from parindex.scoring.tasks import states, task_state

When = Literal["late", "today", "coming"]
"""``late``: its last day has passed and it is not done; ``today`` is that day; ``coming`` within the days asked for."""

_CLOSED: frozenset[State] = DONE | {"not-arising", "not-applicable"}


class Item(Struct, frozen=True):
    """One last day of one duty."""

    uid: str
    """Made of ids alone, so that the same duty keeps it."""
    when: When
    days: int
    """Days from the day asked about to the last day; below zero when it has passed."""
    due: date
    """The last day on which the duty is still on time."""
    printed: bool
    """Whether the plan prints that day; else it is the end of a period that the plan names ("hàng quý")."""
    kind: Literal["task", "report", "milestone"]
    plan: str
    plan_title: str
    section: str
    id: str
    part: int | None
    period: str | None
    name: str
    deliverable: str
    deadline: str
    """The deadline as printed."""
    who: tuple[str, ...]
    to: str | None
    state: State


class Agenda(Struct, frozen=True):
    """The last days around a day, the earliest first."""

    format: str
    on: date
    until: date
    unit: str | None
    """The unit's name; without a unit nothing is known of what was done."""
    plans: tuple[str, ...]
    items: tuple[Item, ...]


def agenda(plans: Sequence[Plan], on: date, within: int, unit: Unit | None = None) -> Agenda:
    """What is late on a day, due on it, and coming within so many days (0 or more) after it.

    With a unit: its own duties, without those that it has recorded as done, not arising or not applicable. A last day
    that a plan prints for a task, its report and its milestone stands once. Duties without a day are not here.
    """
    until = on + timedelta(days=min(within, (date.max - on).days))
    found = [item for plan_items in _by_place(plans, on, unit) for item in plan_items if item.due <= until]
    found.sort(key=lambda item: (item.due, [plan.id for plan in plans].index(item.plan)))
    name = unit.unit.name if unit is not None else None
    return Agenda("1", on, until, name, tuple(plan.id for plan in plans), tuple(found))


def _by_place(plans: Sequence[Plan], on: date, unit: Unit | None) -> Iterator[list[Item]]:
    """The open items of each plan: one for each section and last day, the task before its report and milestone."""
    tasks = list(_tasks(plans, on, unit))
    for plan in plans:
        judge = Judge(on, on, plan.year, unit.documents if unit else {})
        places: dict[tuple[str, date, str | None], list[Item]] = {}
        for item in [*(item for item in tasks if item.plan == plan.id), *_reports(plan, judge, unit)]:
            places.setdefault((item.section, item.due, item.period), []).append(item)
        for item in _milestones(plan, judge, unit):
            same = [key for key in places if key[:2] == (item.section, item.due)]
            places.setdefault(same[0] if same else (item.section, item.due, None), []).append(item)
        yield [item for items in places.values() for item in _told_once(items)]


def _told_once(items: list[Item]) -> list[Item]:
    """The tasks of a place, else its report, else its milestone; none where any of the same kind of duty is done."""
    tasks = [item for item in items if item.kind == "task"]
    others = [item for item in items if item.kind != "task"]
    if not tasks:
        return [] if any(item.state in _CLOSED for item in others) else others[:1]
    if len(tasks) == 1 and any(item.state in _CLOSED for item in others):
        return []
    return [item for item in tasks if item.state not in _CLOSED]


def _tasks(plans: Sequence[Plan], on: date, unit: Unit | None) -> Iterator[Item]:
    if unit is not None:
        found = states(unit, plans, on)
    else:
        counted = standing_for(None, plans)
        found = [
            task_state(plan, task, None, Judge(on, on, plan.year, {}))
            for plan in plans
            for task in plan.tasks
            if (plan.id, task.id) in counted
        ]
    for each in found:
        task = each.task
        for number, part in enumerate(each.parts, start=1):
            blank = _blank(each.plan, part.part.deadline, names(task.lead), on)
            for term in part.terms:
                blank_task = replace(
                    blank,
                    kind="task",
                    section=task.cite.section,
                    id=task.id,
                    part=number,
                    name=task.name,
                    deliverable=part.part.deliverable,
                )
                yield _at(blank_task, term, unit)


def _reports(plan: Plan, judge: Judge, unit: Unit | None) -> Iterator[Item]:
    for report in plan.reporting:
        if unit is not None and not _reports_here(report, plan, unit):
            continue
        blank = replace(
            _blank(plan, report.deadline, names(report.who), judge.on),
            kind="report",
            section=report.cite.section,
            id=report.id,
            name=report.name,
            to=report.to,
        )
        sent = unit.reports.get(report.indicator or "", {}) if unit else {}
        yield from _terms(blank, report.deadline, _sent(sent), judge, unit)


def _reports_here(report: Reporting, plan: Plan, unit: Unit) -> bool:
    return unit.unit.level in report.levels and concerns(unit.unit, plan, report.who)


def _milestones(plan: Plan, judge: Judge, unit: Unit | None) -> Iterator[Item]:
    for milestone in plan.milestones:
        if unit is not None and not _milestone_here(milestone, plan, unit):
            continue
        blank = replace(
            _blank(plan, milestone.deadline, names(milestone.who), judge.on),
            kind="milestone",
            section=milestone.cite.section,
            id=milestone.id,
            name=milestone.name,
            deliverable=milestone.scope or "",
        )
        yield from _terms(blank, milestone.deadline, {}, judge, unit)


def _milestone_here(milestone: Milestone, plan: Plan, unit: Unit) -> bool:
    return own_plan(unit.unit, plan) or concerns(unit.unit, plan, milestone.who)


def _sent(reports: Mapping[str, Reported]) -> dict[str, PartDone]:
    """A report is done on the day on which it was sent, not on that of its signing."""
    return {period: PartDone(done=each.sent_at, evidence=each.evidence) for period, each in reports.items()}


def _terms(
    blank: Item, deadline: Deadline, done: Mapping[str, PartDone], judge: Judge, unit: Unit | None
) -> Iterator[Item]:
    whole = next(iter(done.values()), None)  # a duty with one last day: whatever period it is filed under
    part = judge.part(Part(deliverable="", deadline=deadline), whole if len(done) == 1 else None, done)
    for term in part.terms:
        yield _at(blank, term, unit)


def _blank(plan: Plan, deadline: Deadline, who: Iterable[str], on: date) -> Item:
    """An item of a plan; what the kinds of duty say of themselves is filled in by them, the day by ``_at``."""
    return Item(
        uid="",
        when="coming",
        days=0,
        due=on,
        printed=True,
        kind="task",
        plan=plan.id,
        plan_title=plan.title,
        section="",
        id="",
        part=None,
        period=None,
        name="",
        deliverable="",
        deadline=deadline.text,
        who=tuple(who),
        to=None,
        state="not-due",
    )


def _at(blank: Item, term: Term, unit: Unit | None) -> Item:
    days = (term.last_day - blank.due).days
    place = [blank.plan, blank.kind, blank.id, str(blank.part or ""), term.period or ""]
    name = ".".join(word for word in place if word)
    return replace(
        blank,
        uid=f"{unit.unit.id}.{name}" if unit else name,
        when="late" if days < 0 else "coming" if days else "today",
        days=days,
        due=term.last_day,
        printed=term.printed,
        period=term.period,
        state=term.state,
    )
