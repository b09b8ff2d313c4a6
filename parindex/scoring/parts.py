"""The state of one part of a task on a day, by the type of its deadline (design, section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from parindex.model.plan import Deadline, Part, Task
from parindex.model.unit import DocumentEntry, PartDone, TaskEntry
from parindex.values.deadlines import Due
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

WORST_FIRST: tuple[State, ...] = (
    "overdue",
    "no-evidence",
    "in-progress",
    "undetermined",
    "not-due",
    "done-late",
    "done-on-time",
    "done",
    "maintained",
    "not-arising",
    "not-applicable",
)
"""A whole is as its worst part is; what is kept up or has no printed day does not hide that the rest was on time."""

_SAME_END = (("Q2", "6m"), ("Q3", "9m"), ("Q4", ""))
"""Parts of period names that end on the same day."""


def together(parts: Iterable[State]) -> State:
    """The state of a whole from those of its parts or periods: done when all are, begun when some are."""
    given = set(parts)
    worst: State = next((state for state in WORST_FIRST if state in given), "undetermined")
    return "in-progress" if worst in ("undetermined", "not-due") and given & DONE else worst


class Term(Struct, frozen=True):
    """One last day of a part and how it was kept."""

    period: str | None
    last_day: date
    """The last day on which the part is still on time."""
    printed: bool
    """Whether the plan prints that day; else it is the end of a period that the plan names ("hàng quý")."""
    state: State


class PartState(Struct, frozen=True):
    """How one part stands, with its last days, if it has any."""

    part: Part
    state: State
    terms: tuple[Term, ...] = ()


class Judge(Struct, frozen=True):
    """Tells states: as of which day, from what had been recorded by which day."""

    on: date
    recorded_by: date
    year: int
    """The plan's year: the periods of "hàng quý" are those of this year."""
    documents: Mapping[str, DocumentEntry]

    def parts(self, task: Task, entry: TaskEntry | None) -> tuple[PartState, ...]:
        """The parts of a task; what the entry says of the whole holds for every part without its own."""
        recurring = any(part.deadline.type == "recurring" for part in task.parts)
        found: list[PartState] = []
        for number, part in enumerate(task.parts, start=1):
            own = entry.parts.get(str(number)) if entry is not None else None
            said = own or entry
            periods = said.periods if said is not None else {}
            if own is None and recurring and part.deadline.type != "recurring":
                periods = {}  # the periods of the whole task speak of its recurring parts
            found.append(self.part(part, said, periods))
        return tuple(found)

    def part(self, part: Part, said: PartDone | None, periods: Mapping[str, PartDone]) -> PartState:
        """The state of one part, from what the unit says of it and of its periods."""
        if said is not None and said.not_applicable:
            return PartState(part, "not-applicable")
        if said is not None and said.not_arising:
            return PartState(part, "not-arising")
        done = self._done(said)
        match part.deadline.type:
            case "ongoing":
                kept = done is not None or any(map(self._proved, [said, *periods.values()]))
                return PartState(part, "maintained" if kept else "no-evidence")
            case "recurring":
                return self._recurring(part, said, periods)
            case "date" | "range" if (due := _last(part.deadline)) is not None:
                state = self._by_day(due, done, said)
                return PartState(part, state, (Term(None, due.last_day, True, state),))
            case "open-start" if done is None and not self._begun(said) and self.on < _start(part.deadline):
                return PartState(part, "not-due")
        if done is not None:
            return PartState(part, "done")
        return PartState(part, "in-progress" if self._begun(said) else "undetermined")

    def _recurring(self, part: Part, said: PartDone | None, periods: Mapping[str, PartDone]) -> PartState:
        """Period by period: a printed day judges it; without one a period is judged only once it is over."""
        due = {day.period: Due(day.to, day.inclusive) for day in part.deadline.due if day.period and day.to}
        ends = {period: due[period].last_day for period in due} or periods_of(part.deadline.every, self.year)
        given = _by_period(periods, ends)
        if not given and said is not None and len(ends) <= 1:
            given = dict.fromkeys(ends or [""], said)  # one period: what is said of the part is said of it
        terms: list[Term] = []
        for period, end in ends.items():
            state = self._period(given.get(period), due.get(period), end)
            terms.append(Term(period, end, period in due, state))
        if terms:
            return PartState(part, together([term.state for term in terms]), tuple(terms))
        # The plan names no period that can be counted ("hàng tuần", "định kỳ"): only what is recorded can be judged.
        return PartState(part, together([self._undated(entry) for entry in given.values()]))

    def _period(self, said: PartDone | None, due: Due | None, end: date) -> State:
        if said is not None and (said.not_arising or said.not_applicable):
            return "not-arising" if said.not_arising else "not-applicable"
        if due is None and self._done(said) is not None:
            return "done"
        return self._by_day(due or Due(end), self._done(said), said)

    def _by_day(self, due: Due, done: date | None, said: PartDone | None) -> State:
        if done is not None:
            return "done-late" if due.days_late(done) else "done-on-time"
        if self.on > due.last_day:
            return "overdue"
        return "in-progress" if self._begun(said) else "not-due"

    def _undated(self, said: PartDone) -> State:
        if said.not_arising or said.not_applicable:
            return "not-arising" if said.not_arising else "not-applicable"
        if self._done(said) is not None:
            return "done"
        return "in-progress" if self._begun(said) else "undetermined"

    def _done(self, said: PartDone | None) -> date | None:
        if said is None or said.done is None or said.done > self.recorded_by:
            return None
        return said.done

    def _begun(self, said: PartDone | None) -> bool:
        """Something is on record: a trigger, or a document that is not of a later day."""
        if said is None:
            return False
        days = [self._day(proof.doc) for proof in said.evidence]
        known = [said.triggered] if said.triggered is not None else []
        return any(day is None or day <= self.recorded_by for day in [*days, *known])

    def _proved(self, said: PartDone | None) -> bool:
        """An ongoing duty shows in its deliverable or in a document with a date, and in nothing else."""
        if said is None:
            return False
        days = [self._day(proof.doc) for proof in said.evidence]
        return self._done(said) is not None or any(day is not None and day <= self.recorded_by for day in days)

    def _day(self, id_: str) -> date | None:
        document = self.documents.get(id_)
        return day_of(document) if document is not None else None


def day_of(document: DocumentEntry) -> date | None:
    """The day from which a document proves something: its own, else the last one that it covers."""
    return document.date or (document.covers.to if document.covers is not None else None)


def _last(deadline: Deadline) -> Due | None:
    days = [Due(day.to, day.inclusive) for day in deadline.due if day.to is not None]
    return max(days, key=lambda due: due.last_day) if days else None


def _start(deadline: Deadline) -> date:
    return min((day.from_ for day in deadline.due if day.from_ is not None), default=date.min)


def _by_period(periods: Mapping[str, PartDone], ends: Mapping[str, date]) -> dict[str, PartDone]:
    """The entries under the names that the plan's periods have: the report of 6 months is that of quarter II."""
    given = {period: entry for period, entry in periods.items() if period in ends}
    for period, entry in periods.items():
        year, _, part = period.partition("-")
        alike = next((set(pair) - {part} for pair in _SAME_END if part in pair), set())
        for other in alike:
            name = f"{year}-{other}" if other else year
            given.setdefault(name if name in ends else period, entry)
    return given if ends else dict(periods)
