"""One task in words: who leads it, what it brings, how it stands and what proves it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from parindex.locale.formats import day
from parindex.locale.periods import period_name
from parindex.locale.steps import TASK_STATE
from parindex.model.unit import DocumentEntry, PartDone, Proof, TaskEntry, TaskPart, Unit
from parindex.reports.view.words import DASH, capital, few
from parindex.scoring.leads import names
from parindex.scoring.parts import DONE, PartState, State, Term, day_of
from parindex.scoring.tasks import TaskState


def entry_of(unit: Unit, each: TaskState) -> TaskEntry | None:
    """What the unit says of a task under the task's own id."""
    return unit.tasks.get(each.plan.id, {}).get(each.task.id)


def leads_of(each: TaskState) -> str:
    """Who leads it; a dash where the plan names nobody."""
    return "; ".join(names(each.task.lead)) or DASH


def state_of(state: State) -> str:
    """The state in words."""
    return TASK_STATE[state][0]


def deliverables_of(each: TaskState) -> str:
    """What the task brings, a line for each part; a dash where nothing is printed."""
    return _numbered([part.part.deliverable or DASH for part in each.parts])


def deadlines_of(each: TaskState) -> str:
    """The deadlines as printed; a dash where nothing is printed."""
    return _numbered([part.part.deadline.text or DASH for part in each.parts])


def _numbered(texts: list[str]) -> str:
    texts = texts if len(set(texts)) > 1 else texts[:1]
    if len(texts) < 2:
        return "".join(texts) or DASH
    return "\n".join(f"({number}) {text}" for number, text in enumerate(texts, start=1))


def result_of(each: TaskState, entry: TaskEntry | None) -> str:
    """How the task stands, with days: ``Hoàn thành đúng hạn: 06/12/2023``, part by part and period by period."""
    said = [_part(part, _said_of(entry, number)) for number, part in enumerate(each.parts, start=1)]
    if len(said) < 2:
        return capital("".join(said) or state_of(each.state))
    return "\n".join(f"({number}) {capital(text)}" for number, text in enumerate(said, start=1))


def _said_of(entry: TaskEntry | None, number: int) -> TaskEntry | TaskPart | None:
    return entry if entry is None else entry.parts.get(str(number), entry)


def _part(part: PartState, said: TaskEntry | TaskPart | None) -> str:
    words = state_of(part.state)
    if said is None:
        return words
    reason = said.not_applicable or said.not_arising
    if reason:
        return f"{words}: {reason.strip()}"
    if part.part.deadline.type == "recurring" and said.periods:
        told = list(_periods(part, said.periods))
        same = f" ({words})"
        if all(each.endswith(same) for each in told):  # what the state of the part says already
            told = [each.removesuffix(same) for each in told]
        return f"{words}: {', '.join(told)}"
    return f"{words}: {day(said.done)}" if said.done and part.state in DONE else words


def _periods(part: PartState, periods: Mapping[str, PartDone]) -> Iterator[str]:
    terms = {term.period: term for term in part.terms}
    for period in dict.fromkeys([*(name for name in terms if name), *periods]):
        done = periods[period].done if period in periods else None
        name = short_period(period)
        yield f"{name} {_term(terms.get(period), done)}"


def _term(term: Term | None, done: date | None) -> str:
    if term is not None and term.state not in DONE:
        return f"({state_of(term.state)})"
    late = " (chậm)" if term is not None and term.state == "done-late" else ""
    return f"{day(done)}{late}" if done is not None else "đã làm"


def short_period(period: str) -> str:
    """``quý I``: the report says of which year."""
    words = period_name(period)
    return words.replace(f" năm {period[:4]}", "") if "-" in period else words


def proofs_of(entry: TaskEntry | None, documents: Mapping[str, DocumentEntry], on: date) -> str:
    """Numbers of the documents that prove it on a day, each once; the title where a document has no number."""
    given = [documents[proof.doc] for proof in _proofs(entry) if proof.doc in documents]
    found = dict.fromkeys(each.number or each.title for each in given if (day_of(each) or on) <= on)
    return few(found) or DASH


def _proofs(entry: PartDone | None) -> Iterator[Proof]:
    if entry is None:
        return
    yield from entry.evidence
    below: Iterable[PartDone] = ()
    if isinstance(entry, TaskEntry):
        below = [*entry.parts.values(), *entry.periods.values()]
    elif isinstance(entry, TaskPart):
        below = entry.periods.values()
    for each in below:
        yield from _proofs(each)


def done_on(entry: TaskEntry | None) -> Iterator[tuple[int | None, str | None, date]]:
    """Every day on which something of the task was done: number of the part, period, day."""
    if entry is None:
        return
    groups: list[tuple[int | None, TaskEntry | TaskPart]] = [(None, entry)]
    groups += [(int(number), part) for number, part in entry.parts.items()]
    for number, said in groups:
        if said.done is not None:
            yield number, None, said.done
        for period, each in said.periods.items():
            if each.done is not None:
                yield number, period, each.done
