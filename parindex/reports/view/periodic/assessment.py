"""The assessment of a period and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from parindex.locale.formats import day, joined
from parindex.locale.steps import TASK_STATE
from parindex.reports.view.data import Own, Part, Section
from parindex.reports.view.periodic.duties import Dispatch
from parindex.reports.view.periodic.figures import Figure, changed, short_of, told
from parindex.reports.view.periodic.window import Window
from parindex.reports.view.task_words import leads_of
from parindex.reports.view.tasks import share_text
from parindex.reports.view.words import capital, listed, series, small
from parindex.scoring.agenda import Item
from parindex.scoring.parts import DONE
from parindex.scoring.progress import score_of
from parindex.scoring.tasks import TaskState

_MOST = 20
"""Duties of the next period that are named; the rest stand in the annex."""

_DONE = {"done-on-time": "đúng hạn", "done-late": "chậm", "done": "theo hạn không in ngày"}
"""How what is done was done, in a sentence that says that it is."""


def assessed(
    number: str,
    figures: Sequence[Figure],
    tasks: Sequence[TaskState],
    sent: Sequence[Dispatch],
    window: Window,
    against: str,
    own: Own | None,
) -> Section:
    """What was reached, what was not, and why in the unit's own words; parts without content are left out."""
    numbers = iter("1234")
    parts = []
    reached = tuple(_reached(figures, tasks, window, against)) or (f"Chưa có số liệu của {window.name}.",)
    parts.append(Part(next(numbers), "Kết quả đạt được", reached))
    change = _changes(figures, against)
    if change:
        lead = f"So với {against}, có {len(change)} chỉ số thay đổi:"
        parts.append(Part(next(numbers), f"Thay đổi so với {against}", (lead,), listed(change)))
    short = list(_short(figures, tasks, sent, window))
    if short:
        parts.append(Part(next(numbers), "Tồn tại, hạn chế", items=listed(short)))
    if own:
        parts.append(Part(next(numbers), "Khó khăn, nguyên nhân", own=own))
    return Section(number, parts=tuple(parts))


def _reached(figures: Sequence[Figure], tasks: Sequence[TaskState], window: Window, against: str) -> Iterator[str]:
    judged = [figure for figure in figures if figure.met is not None]
    met = [figure for figure in judged if figure.met]
    if judged:
        yield (
            f"Trong {len(judged)} chỉ tiêu của kế hoạch và ngưỡng tham chiếu có số liệu {window.name}, đạt "
            f"{len(met)} chỉ tiêu, chưa đạt {len(judged) - len(met)} chỉ tiêu."
        )
    if window.whole_year:
        yield share_text(score_of(tasks, on_time=False), "hoàn thành", window.last)
    else:
        yield from _terms(tasks, window)
    for figure in figures:
        if figure.domain == "tac-dong":
            yield f"{told(figure, against)}."


def _terms(tasks: Sequence[TaskState], window: Window) -> Iterator[str]:
    """Before the end of the year only last days that are past can be judged: ongoing duties go on."""
    past = [term.state for each in tasks for part in each.parts for term in part.terms if term.last_day <= window.last]
    counted = [state for state in past if state not in ("not-arising", "not-applicable")]
    if counted:
        tally = {
            state: f"{counted.count(state)} {_DONE.get(state, words)}"
            for state, (words, _) in TASK_STATE.items()
            if state in counted
        }
        done = [words for state, words in tally.items() if state in DONE]
        rest = [words for state, words in tally.items() if state not in DONE]
        yield (
            f"Từ đầu năm đến ngày {day(window.last)}, kế hoạch đặt {len(counted)} hạn cho các nhiệm vụ của đơn vị; "
            f"đã hoàn thành {sum(state in DONE for state in counted)}/{len(counted)}"
            f"{f' ({series(done)})' if done else ''}{f'; còn {series(rest)}' if rest else ''}."
        )


def _changes(figures: Sequence[Figure], against: str) -> list[str]:
    return [
        f"{figure.fact.name}: {changed(figure)}"
        for figure in figures
        if figure.change and changed(figure) != "không thay đổi"
    ]


def _short(
    figures: Sequence[Figure], tasks: Sequence[TaskState], sent: Sequence[Dispatch], window: Window
) -> Iterator[str]:
    for figure in figures:
        if figure.met is False:
            yield short_of(figure)
    for state, what in (("overdue", "quá hạn"), ("no-evidence", "chưa có minh chứng thực hiện")):
        if state == "overdue" or window.whole_year:
            yield from (f"Nhiệm vụ {what}: {small(each.task.name)}" for each in tasks if each.state == state)
    for report in sent:
        if report.late or report.sent is None:
            yield report.text


def coming(tasks: Sequence[TaskState], items: Sequence[Item], window: Window, own: Own | None) -> Section | None:
    """Duties left over and those that come due in the next period, then the unit's own words; not numbered yet."""
    late = [
        f"{capital(each.task.name)}{f'; chủ trì: {leads_of(each)}' if each.task.lead else ''}"
        for each in tasks
        if each.state == "overdue"
    ]
    duties: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        duties.setdefault((item.plan, item.kind, item.id, item.part), []).append(item)
    said = [_duty(each) for each in list(duties.values())[:_MOST]]
    parts: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    if late:
        lead = f"Tiếp tục hoàn thành {len(late)} nhiệm vụ đã quá hạn:"
        parts.append(("Nhiệm vụ quá hạn", (lead,), listed(late)))
    if said:
        rest = f"; nêu {_MOST} nhiệm vụ đến hạn sớm nhất" if len(duties) > _MOST else ""
        first = day(window.last + timedelta(days=1))
        lead = f"Từ ngày {first} đến ngày {day(window.next_last)} có {len(duties)} nhiệm vụ đến hạn{rest}:"
        parts.append(("Nhiệm vụ đến hạn", (lead,), listed(said)))
    if len(parts) + bool(own) > 1:
        numbers = iter("123")
        told = [Part(next(numbers), title, paragraphs, texts) for title, paragraphs, texts in parts]
        return Section("", parts=(*told, *([Part(next(numbers), "Giải pháp", own=own)] if own else [])))
    if parts:
        return Section("", parts[0][1], parts[0][2])
    return Section("", own=own) if own else None


def _duty(items: Sequence[Item]) -> str:
    """One duty with all its last days of the next period."""
    first = items[0]
    what = capital(first.name)
    if first.deliverable:
        what += f": {'; '.join(small(each.strip()) for each in first.deliverable.rstrip('.').split(';'))}"
    return f"{what} (hạn {joined([day(item.due) for item in items])})"
