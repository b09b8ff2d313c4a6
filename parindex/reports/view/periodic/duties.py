"""What a unit did in a period: documents issued, reports sent, tasks done and due, inspections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from parindex.locale.formats import day
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.unit import DocumentEntry, Unit
from parindex.reports.view.periodic.window import Window
from parindex.reports.view.task_words import done_on, entry_of, short_period
from parindex.reports.view.words import small
from parindex.rules.reports import Reports
from parindex.scoring.tasks import TaskState
from parindex.values.deadlines import Due


def document_text(document: DocumentEntry) -> str:
    """``Kế hoạch cải cách hành chính năm 2023 (số 05/KH-UBND ngày 12/01/2023)``."""
    marks = [f"số {document.number}"] if document.number else []
    marks += [f"ngày {day(document.date)}"] if document.date else []
    return f"{document.title} ({' '.join(marks)})" if marks else document.title


class Issued(Struct, frozen=True):
    """A document that a plan or criterion asks for, issued in the period."""

    domain: str
    on: date
    text: str


def issued_in(unit: Unit, indicators: Mapping[str, Indicator], window: Window) -> list[Issued]:
    """The documents that were issued in the period, the earliest first, each once."""
    found: dict[str, Issued] = {}
    for id_, fact in unit.facts.items():
        on = fact.values.date if fact.values is not None else None
        indicator = indicators.get(id_)
        if on is None or indicator is None or on not in window:
            continue
        document = next((unit.documents[proof.doc] for proof in fact.evidence if proof.doc in unit.documents), None)
        text = document_text(document) if document is not None else f"{indicator.name} (ngày {day(on)})"
        found.setdefault(text, Issued(indicator.domain, on, text))
    return sorted(found.values(), key=lambda each: each.on)


class Dispatch(Struct, frozen=True):
    """A report that was due or sent in the period."""

    domain: str
    name: str
    sent: date | None
    late: int | None
    """Days after the last day of a plan or of the set; ``None`` where neither has one."""

    @property
    def text(self) -> str:
        """``Báo cáo … quý III (gửi ngày 22/09/2023, chậm 2 ngày)``."""
        return f"{self.name} (chưa gửi)" if self.sent is None else f"{self.name} (gửi {self.when})"

    @property
    def when(self) -> str:
        """``ngày 22/09/2023, chậm 2 ngày``; nothing where it was not sent."""
        late = f", chậm {self.late} ngày" if self.late else ""
        return f"ngày {day(self.sent)}{late}" if self.sent is not None else ""


def sent_in(
    unit: Unit,
    plans: Sequence[Plan],
    indicators: Mapping[str, Indicator],
    window: Window,
    criteria: CriteriaSet | None = None,
) -> list[Dispatch]:
    """The reports sent in the period, and those whose last day fell in it and that were not sent by its end.

    The last day is the plan's, else that of the set, as the criterion on the reports is scored.
    """
    found: list[Dispatch] = []
    terms = _terms(criteria)
    for id_, indicator in indicators.items():
        if indicator.measure != "reports" or id_ in unit.not_arising:
            continue
        due = terms.get(id_, {}) | _due(unit, plans, id_)
        sent = unit.reports.get(id_, {})
        # What the unit never reports on at all is not its duty, or is told where its criterion is scored.
        periods = dict.fromkeys([*sent, *(due if sent else ())])
        for period in periods:
            on = sent[period].sent_at if period in sent else None
            last = due.get(period)
            missed = last is not None and last.last_day in window and (on is None or on > window.last)
            if on in window or missed:
                name = f"{indicator.name} {short_period(period)}"
                late = last.days_late(on) if last is not None and on is not None else None
                found.append(Dispatch(indicator.domain, name, on if on in window else None, late))
    return found


def _terms(criteria: CriteriaSet | None) -> dict[str, dict[str, Due]]:
    """The last days of the set's criteria on reports, by indicator and period."""
    found: dict[str, dict[str, Due]] = {}
    for _, leaf in criteria.leaves() if criteria is not None else ():
        if isinstance(leaf.rule, Reports):
            for id_ in leaf.names.values():
                found.setdefault(id_, {}).update({each.period: each.as_due() for each in leaf.rule.required})
    return found


def _due(unit: Unit, plans: Sequence[Plan], indicator: str) -> dict[str, Due]:
    """As scoring takes them: of the unit's level, the first listed plan before the others."""
    found: dict[str, Due] = {}
    for plan in plans:
        for duty in plan.reporting:
            if duty.indicator == indicator and unit.unit.level in duty.levels:
                for term in duty.deadline.due:
                    if term.period and term.to:
                        found.setdefault(term.period, Due(term.to, term.inclusive))
    return found


class Done(Struct, frozen=True):
    """Something of a task that was done in the period."""

    task: TaskState
    text: str


def done_in(unit: Unit, tasks: Sequence[TaskState], window: Window) -> Iterator[Done]:
    """The tasks of which something was done in the period, with the last day on which it was, for each of its parts."""
    for each in tasks:
        days: dict[str, date] = {}
        for number, _, on in done_on(entry_of(unit, each)):
            if on in window:
                what = _deliverable(each, number)
                days[what] = max(on, days.get(what, on))
        if days:
            told = "; ".join(f"{what}ngày {day(on)}" for what, on in days.items())
            yield Done(each, f"{small(each.task.name)} ({told})")


def _deliverable(task: TaskState, number: int | None) -> str:
    """What was done of a task of several parts: its plan is of another day than its last report."""
    parts = task.task.parts
    if number is None or not 1 < len(parts) >= number:
        return ""
    return f"{small(parts[number - 1].deliverable.strip().rstrip('.')) or f'phần {number}'} "


def of_period(unit: Unit, tasks: Sequence[TaskState], window: Window) -> list[TaskState]:
    """The tasks that the period is about: something done in it, a last day in it, or overdue at its end."""
    done = {id(each.task) for each in done_in(unit, tasks, window)}
    return [
        each
        for each in tasks
        if id(each) in done
        or each.state == "overdue"
        or any(term.last_day in window for part in each.parts for term in part.terms)
    ]


def inspections_in(unit: Unit, window: Window) -> Iterator[str]:
    """A sentence for each inspection of the period, with findings and their remedy."""
    for each in unit.inspections:
        if each.date not in window:
            continue
        words = f"{each.by} kiểm tra ngày {day(each.date)}" if each.date else f"{each.by} kiểm tra"
        if not each.findings:
            yield f"{words}, không nêu tồn tại, hạn chế."
            continue
        words += f", nêu {each.findings} tồn tại, hạn chế"
        by = f" (xong ngày {day(each.remedied_by)})" if each.remedied_by and each.remedied_by <= window.last else ""
        known = each.remedied_by is None or each.remedied_by <= window.last
        yield f"{words}; đã khắc phục {each.remedied if known else 0}/{each.findings}{by}."
