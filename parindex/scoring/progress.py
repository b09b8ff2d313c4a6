"""How far a unit's tasks have come: for the whole, and by annex, domain and lead, each share with its working."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from unicodedata import normalize

from msgspec import Struct

from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.scoring.leads import names, own_leads, post_key
from parindex.scoring.parts import PartState, State, Term
from parindex.scoring.tasks import TaskState, share, states
from parindex.values.numbers import evaluate

BODY = ""
"""The annex of a duty in the body of the document."""
NOBODY = ""
"""The lead of a duty for which the plan names none."""


class Score(Struct, frozen=True):
    """A share of tasks as a score: ``percent`` is ``done`` × 100 ÷ ``of``, unrounded; ``None`` where ``of`` is 0."""

    done: int
    of: int
    percent: Decimal | None
    left_out: Mapping[str, int]
    """What the denominator leaves out, by state (``in-progress``: the last day is still ahead), or ``undated``."""


class Group(Struct, frozen=True):
    """Some tasks taken together."""

    name: str
    """As the plan prints it first; a domain's id; empty for the body of a document, and where no lead is named."""
    plan: str | None
    """The plan whose annex it is."""
    tasks: int
    states: Mapping[State, int]
    finished: Score
    """Done, late or not."""
    on_time: Score


class PartRow(Struct, frozen=True):
    """One part of a task."""

    deliverable: str
    deadline: str
    """The deadline as printed."""
    type: str
    state: State
    terms: tuple[Term, ...]


class TaskRow(Struct, frozen=True):
    """One task."""

    plan: str
    id: str
    name: str
    section: str
    annex: str | None
    domain: str
    lead: tuple[str, ...]
    state: State
    parts: tuple[PartRow, ...]


class Progress(Struct, frozen=True):
    """A unit's tasks on a day."""

    format: str
    unit: str
    name: str
    synthetic: bool
    year: int
    on: date
    plans: tuple[str, ...]
    total: Group
    by_annex: tuple[Group, ...]
    by_domain: tuple[Group, ...]
    by_lead: tuple[Group, ...]
    """A task with several leads of the unit stands under each, so these groups may add up to more than the total."""
    tasks: tuple[TaskRow, ...]


def progress(unit: Unit, plans: Sequence[Plan], on: date) -> Progress:
    """The states of all tasks that the unit leads, on a day, from what it had recorded by that day."""
    found = states(unit, plans, on)
    spelled: dict[str, str] = {}
    for each in found:
        for lead in own_leads(unit.unit, each.plan, each.task):
            spelled.setdefault(post_key(lead, each.plan), normalize("NFC", lead))
    order = [each.id for each in plans]
    return Progress(
        format="1",
        unit=unit.unit.id,
        name=unit.unit.name,
        synthetic=unit.unit.synthetic,
        year=unit.year,
        on=on,
        plans=tuple(order),
        total=_group("", None, found),
        by_annex=_groups(found, lambda each: [(each.plan.id, each.task.annex or BODY)], {}),
        by_domain=_groups(found, lambda each: [("", each.task.domain)], {}),
        by_lead=_groups(found, lambda each: [("", key) for key in lead_keys(unit, each)], spelled),
        tasks=tuple(map(_row, found)),
    )


def lead_keys(unit: Unit, each: TaskState) -> list[str]:
    """The unit's own leads of a task, each once, in the form that groups spellings.

    What a commune did of a duty given to offices and communes alike says nothing about the offices.
    """
    leads = own_leads(unit.unit, each.plan, each.task)
    return list(dict.fromkeys(post_key(lead, each.plan) for lead in leads)) or [NOBODY]


def score_of(tasks: Sequence[TaskState], *, on_time: bool) -> Score:
    """The share of tasks done, or done on time, as a score."""
    found = share(tasks, on_time=on_time)
    done, of = int(found.ratio.numerator), int(found.ratio.denominator)
    return Score(done, of, evaluate(found.ratio.share) if of else None, found.left_out)


def _groups(
    found: Sequence[TaskState],
    keys: Callable[[TaskState], list[tuple[str, str]]],
    spelled: Mapping[str, str],
) -> tuple[Group, ...]:
    """Groups in the order in which the plans name them, with what names none at the end."""
    members: dict[tuple[str, str], list[TaskState]] = {}
    for each in found:
        for key in keys(each):
            members.setdefault(key, []).append(each)
    plans = list(dict.fromkeys(plan for plan, _ in members))
    ordered = sorted(members.items(), key=lambda item: (plans.index(item[0][0]), not item[0][1]))
    return tuple(_group(spelled.get(name, name), plan or None, tasks) for (plan, name), tasks in ordered)


def _group(name: str, plan: str | None, tasks: Sequence[TaskState]) -> Group:
    counts = Counter(each.state for each in tasks)
    return Group(name, plan, len(tasks), dict(counts), score_of(tasks, on_time=False), score_of(tasks, on_time=True))


def _row(each: TaskState) -> TaskRow:
    task = each.task
    return TaskRow(
        plan=each.plan.id,
        id=task.id,
        name=task.name,
        section=task.cite.section,
        annex=task.annex,
        domain=task.domain,
        lead=tuple(names(task.lead)),
        state=each.state,
        parts=tuple(map(_part, each.parts)),
    )


def _part(each: PartState) -> PartRow:
    deadline = each.part.deadline
    return PartRow(each.part.deliverable, deadline.text, deadline.type, each.state, each.terms)
