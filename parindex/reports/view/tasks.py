"""The report on the completion of the tasks that plans give a unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from parindex.locale.formats import day
from parindex.locale.plans import DOMAIN, name_of
from parindex.locale.sections import section_name
from parindex.locale.steps import TASK_STATE
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.reports.view.data import Bar, Chart, Own, Section
from parindex.reports.view.data_tasks import StateRow, StateTable, TaskAnnex, TaskRow, TasksReport
from parindex.reports.view.entries import Entry, key_of
from parindex.reports.view.heading import Sender, heading_of, reference_of, signature_of
from parindex.reports.view.sections import carried_out
from parindex.reports.view.task_words import (
    deadlines_of,
    deliverables_of,
    entry_of,
    leads_of,
    proofs_of,
    result_of,
    state_of,
)
from parindex.reports.view.words import DASH, ROMAN, Scores, capital, listed, sentence, series, small
from parindex.scoring.parts import DONE
from parindex.scoring.progress import Group, Progress, Score, progress
from parindex.scoring.tasks import TaskState, states

KIND = "tasks"
_SCORES = Scores()
_NOTE = (
    "Ghi chú: “Không in hạn” là nhiệm vụ đã hoàn thành mà kế hoạch không in hạn, hoặc duy trì thường xuyên; “Quá hạn” "
    "gồm cả nhiệm vụ chưa có minh chứng; “Không tính” là nhiệm vụ không phát sinh, không áp dụng hoặc chưa xác định "
    "được. Tỷ lệ hoàn thành tính trên số nhiệm vụ đã đến hạn."
)


def tasks_view(unit: Unit, plans: Sequence[Plan], on: date | None = None, *, draft: bool = False) -> TasksReport:
    """How the tasks of the plans stand on a day; at the end of the unit's year unless ``on`` is given.

    The entry ``tasks`` of the unit's file gives what the head and foot need. The same arguments give the same report.
    """
    given = Entry(unit.report, KIND, str(unit.year), draft=draft)
    sender = Sender.of(unit)
    last = on or date(unit.year, 12, 31)
    # What was due on the last day of the year and is not done is overdue once that day is over.
    asked = on or date(unit.year + 1, 1, 1)
    found, tasks = progress(unit, plans, asked), states(unit, plans, asked)
    numbers = iter(ROMAN)

    def words(own: Own | None, paragraphs: tuple[str, ...] = (), items: tuple[str, ...] = ()) -> Section | None:
        return Section(next(numbers), paragraphs, items, own=own) if own or paragraphs else None

    overall = Section(next(numbers), tuple(_overall(found, last)))
    unfinished = words(None, *_unfinished(tasks))
    titles = [plan.title for plan in plans]
    subject = f"Kết quả thực hiện nhiệm vụ cải cách hành chính năm {unit.year}\ncủa {sender.full_name}"
    return TasksReport(
        title=f"Báo cáo {small(subject)}".replace("\n", " "),
        author=unit.unit.name,
        key=key_of(KIND, str(on or unit.year), unit),
        draft=draft,
        heading=heading_of(sender, given.entry, subject),
        opening=(
            *carried_out(
                given.entry, titles, sender, f"báo cáo kết quả thực hiện nhiệm vụ đến ngày {day(last)} như sau:"
            ),
        ),
        overall=overall,
        tables=tuple(_tables(found, plans)),
        total=_row("", "Tổng cộng", found.total),
        note=_NOTE if tasks else "",
        chart=chart_of(found),
        unfinished=unfinished,
        causes=words(given.own("difficulties", listed_=True)),
        remedies=words(given.own("remedies")),
        proposals=words(given.own("proposals")),
        annex=TaskAnnex("Phụ lục", tuple(task_rows(unit, plans, tasks, asked))),
        closing=sentence(f"Trên đây là báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính của {sender.full_name}")
        + "/.",
        signature=signature_of(sender, given.entry),
        reference=reference_of(sender, given.entry),
    )


def _overall(found: Progress, last: date) -> Iterator[str]:
    total = found.total
    if not total.tasks:
        yield "Không có nhiệm vụ nào của kế hoạch giao đơn vị chủ trì."
        return
    yield (
        f"Các kế hoạch giao đơn vị chủ trì {total.tasks} nhiệm vụ."
        if len(found.plans) > 1
        else f"Kế hoạch giao đơn vị chủ trì {total.tasks} nhiệm vụ."
    )
    yield share_text(total.finished, "hoàn thành", last)
    yield share_text(total.on_time, "hoàn thành đúng hạn", last)
    counts = [f"{count} {TASK_STATE[state][0]}" for state, count in total.states.items()]
    yield f"Theo trạng thái: {series(counts)}."


def share_text(score: Score, done: str, last: date) -> str:
    """``Đến ngày …, hoàn thành 40/43 nhiệm vụ …, đạt 93,02%``, with what the denominator leaves out."""
    if score.percent is None:
        return f"Đến ngày {day(last)}, chưa có nhiệm vụ nào đến hạn để tính tỷ lệ {done}."
    out = [f"{count} {TASK_STATE[state][0]}" for state, count in score.left_out.items()]
    rest = f" (không tính {series(out)})" if out else ""
    head = f"Đến ngày {day(last)}, {done} {score.done}/{score.of} nhiệm vụ đã đến hạn{rest}"
    return f"{head}, đạt {_SCORES.share(score.percent)}."


def _unfinished(tasks: Sequence[TaskState]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    late = [each for each in tasks if each.state in ("overdue", "no-evidence") or _past(each)]
    if not late:
        return (), ()
    several = len({each.plan.id for each in tasks}) > 1
    items = []
    for each in late:
        where = f"{each.plan.title}, " if several else ""
        words = f"{capital(each.task.name)} ({where}{section_name(each.task.cite.section)}): {state_of(each.state)}"
        open_parts = [part for part in each.parts if part.state not in DONE]  # of what is done no day presses
        deadline = next((part.part.deadline.text for part in open_parts if part.part.deadline.text), "")
        words += f"; thời hạn: {small(deadline.rstrip('.'))}" if deadline else ""
        items.append(words + (f"; chủ trì: {leads_of(each)}" if each.task.lead else ""))
    return (f"Có {len(late)} nhiệm vụ chưa hoàn thành:",), listed(items)


def _past(each: TaskState) -> bool:
    """Begun, and no last day is still ahead."""
    return each.state == "in-progress" and not each.running


def _tables(found: Progress, plans: Sequence[Plan]) -> Iterator[StateTable]:
    titles = {plan.id: plan.title for plan in plans}
    several = len(plans) > 1

    def annex(group: Group) -> str:
        name = f"Phụ lục {group.name}" if group.name else "Phần nội dung của kế hoạch"
        return f"{name} ({titles.get(group.plan or '', '')})" if several else name

    tables = [
        ("Kết quả theo phụ lục của kế hoạch", "Phụ lục", found.by_annex, annex),
        ("Kết quả theo lĩnh vực", "Lĩnh vực", found.by_domain, lambda each: name_of(DOMAIN, each.name)),
        (
            "Kết quả theo cơ quan, người chủ trì",
            "Chủ trì",
            found.by_lead,
            lambda each: each.name or "Kế hoạch không nêu",
        ),
    ]
    for title, of, groups, name in tables:
        rows = [_row(str(number), name(group), group) for number, group in enumerate(groups, start=1)]
        if len(rows) > 1:
            yield StateTable(title, of, tuple(rows))


def _row(number: str, name: str, group: Group) -> StateRow:
    count: Mapping[str, int] = {str(state): count for state, count in group.states.items()}

    def tally(*kept: str) -> str:
        total = sum(count.get(state, 0) for state in kept)
        return str(total) if total else DASH

    percent: Decimal | None = group.finished.percent
    return StateRow(
        number=number,
        name=name,
        total=str(group.tasks),
        on_time=tally("done-on-time"),
        late=tally("done-late"),
        kept=tally("done", "maintained"),
        running=tally("in-progress", "not-due"),
        overdue=tally("overdue", "no-evidence"),
        other=tally("not-arising", "not-applicable", "undetermined"),
        share=_SCORES(percent) if percent is not None else DASH,
    )


def chart_of(found: Progress) -> Chart | None:
    """The share of tasks done, by domain; ``None`` with fewer than two."""
    bars = tuple(
        Bar(name_of(DOMAIN, each.name), (_SCORES.figure(each.finished.percent),))
        for each in found.by_domain
        if each.finished.percent is not None
    )
    return Chart("Tỷ lệ nhiệm vụ hoàn thành theo lĩnh vực (%)", ("Tỷ lệ hoàn thành",), bars) if len(bars) > 1 else None


def task_rows(unit: Unit, plans: Sequence[Plan], tasks: Sequence[TaskState], on: date) -> Iterator[TaskRow]:
    """The tasks as they stand on a day, under the headings of their annexes, numbered from 1."""
    last: tuple[str, str] | None = None
    for number, each in enumerate(tasks, start=1):
        place = (each.plan.id, each.task.annex or "")
        if place != last:
            yield _heading(each, tasks, several=len(plans) > 1)
            last = place
        entry = entry_of(unit, each)
        yield TaskRow(
            "task",
            str(number),
            capital(each.task.name),
            leads_of(each),
            deliverables_of(each),
            deadlines_of(each),
            result_of(each, entry),
            proofs_of(entry, unit.documents, on),
        )


def _heading(first: TaskState, tasks: Sequence[TaskState], *, several: bool) -> TaskRow:
    annex = first.task.annex
    members = [each for each in tasks if each.plan.id == first.plan.id and each.task.annex == annex]
    domains = {each.task.domain for each in members}
    name = f"Phụ lục {annex}" if annex else "Phần nội dung của kế hoạch"
    if annex and len(domains) == 1:
        name += f": {name_of(DOMAIN, domains.pop())}"
    if several:
        name += f" ({first.plan.title})"
    return TaskRow("group", "", name, "", "", "", "", "")
