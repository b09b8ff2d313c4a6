"""Tasks in a terminal: who leads them, what is due, and how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from parindex.locale.formats import day, joined, number
from parindex.locale.periods import period_name
from parindex.locale.plans import DOMAIN, WHEN, name_of, word
from parindex.locale.steps import TASK_STATE, Lang, text
from parindex.reports.layout import Column, Words, row, side, table, titled
from parindex.reports.plan_show import deadlines, who
from parindex.scoring.agenda import Agenda, Item
from parindex.scoring.duties import Listed
from parindex.scoring.parts import DONE
from parindex.scoring.progress import Group as Tasks
from parindex.scoring.progress import Progress, Score

_ROLES: dict[str | None, Words] = {
    None: ("{plan}: {count} nhiệm vụ", "{plan}: {count} tasks"),
    "leads": ("{plan}: chủ trì {count} nhiệm vụ", "{plan}: leads {count} tasks"),
    "coordinates": ("{plan}: chỉ phối hợp {count} nhiệm vụ", "{plan}: only coordinates {count} tasks"),
}
_DUE_STYLE = {"late": "red", "today": "yellow", "coming": ""}
_BAD = ("overdue", "no-evidence")


def tasks_table(listed: Sequence[Listed], lang: Lang = "vi") -> RenderableType:
    """The tasks by plan, and by the unit's part in them."""
    groups: dict[tuple[str | None, str], list[Listed]] = {}
    for each in listed:
        groups.setdefault((each.role, each.plan.id), []).append(each)
    parts: list[RenderableType] = []
    for (role, plan), members in groups.items():
        grid = table(
            [
                Column(("Mã", "Id"), width=11, wrap=True),
                Column(("Nhiệm vụ", "Task"), ratio=3),
                Column(("Chủ trì", "Lead"), ratio=2),
                Column(("Thời hạn", "Deadline"), width=20, wrap=True),
            ],
            lang,
        )
        for each in members:
            row(grid, each.task.id, _named(each, lang), who(each.task.lead), deadlines(each.task))
        parts.append(titled(side(_ROLES[role], lang).format(plan=plan, count=len(members)), grid))
    return Group(*parts)


def _named(each: Listed, lang: Lang) -> str:
    same = each.task.same_as
    if same is None:
        return each.task.name
    where = f"{same.plan}/{same.task}" if same.plan else same.task
    return f"{each.task.name} ({side(('trùng {}', 'same as {}'), lang).format(where)})"


def due_table(agenda: Agenda, lang: Lang = "vi") -> RenderableType:
    """What is late, due on the day and coming, the earliest first; the missed periods of one duty share a row."""
    parts: list[RenderableType] = [Text(_asked(agenda, lang)), Text()]
    several = len(agenda.plans) > 1
    place: Words = ("Kế hoạch, mục", "Plan, section") if several else ("Mục", "Section")
    for when in WHEN:
        rows = _by_duty([item for item in agenda.items if item.when == when])
        if not rows:
            continue
        grid = table(
            [
                Column(("Hạn cuối", "Last day"), width=10),
                Column(("Việc", "Duty"), ratio=5),
                Column(("Chủ trì", "Lead"), ratio=3),
                Column(place, width=18 if several else 9, wrap=True),
            ],
            lang,
        )
        for items in rows:
            first = items[0]
            where = f"{first.plan} {first.section}" if several else first.section
            last = Text(day(first.due), style=_DUE_STYLE[when])
            row(grid, last, _duty(items, agenda, lang), "; ".join(first.who), where)
        parts.append(titled(f"{_heading(when, agenda, lang)} ({sum(map(len, rows))})", grid))
    if not agenda.items:
        parts.append(Text(side(("Không có việc nào đến hạn.", "Nothing is due."), lang)))
    return Group(*parts)


def _by_duty(items: Sequence[Item]) -> list[list[Item]]:
    duties: dict[tuple[str, str, str, int | None], list[Item]] = {}
    for item in items:
        duties.setdefault((item.plan, item.kind, item.id, item.part), []).append(item)
    return list(duties.values())


def _heading(when: str, agenda: Agenda, lang: Lang) -> str:
    if when == "late" and agenda.unit is None:
        return side(("Đã qua hạn", "Past"), lang)  # without a unit nobody knows whether it was done
    return name_of(WHEN, when, lang)


def _asked(agenda: Agenda, lang: Lang) -> str:
    whose = agenda.unit or ", ".join(agenda.plans)
    words = ("{whose}: ngày {on}, xem trước đến {until}", "{whose}: on {on}, looking ahead to {until}")
    return side(words, lang).format(whose=whose, until=day(agenda.until), on=day(agenda.on))


def _duty(items: Sequence[Item], agenda: Agenda, lang: Lang) -> Text:
    item = items[0]
    kinds: dict[str, Words] = {"report": ("Báo cáo: ", "Report: "), "milestone": ("Mốc: ", "Milestone: ")}
    head = side(kinds[item.kind], lang) if item.kind in kinds and not item.name.startswith("Báo cáo") else ""
    words = Text(head + item.name)
    if item.deliverable:
        words.append(f": {item.deliverable}")
    late = "days_late" if agenda.unit else "days_passed"
    key = {"late": late, "today": "today", "coming": "days_left"}[item.when]
    periods = [_period(each.period, lang) for each in items if each.period]
    notes = [", ".join(periods)] if periods else []
    notes.append(word(key, lang, days=abs(item.days)))
    notes += [] if item.printed else [word("not_printed", lang)]
    notes += [text(TASK_STATE, item.state, lang)] if item.state == "in-progress" else []
    return words.append(f" ({'; '.join(notes)})", style="dim")


def _period(period: str, lang: Lang) -> str:
    """``quý I``: the plan says of which year."""
    return period_name(period).replace(f" năm {period[:4]}", "") if lang == "vi" and "-" in period else period


def progress_view(progress: Progress, lang: Lang = "vi") -> RenderableType:
    """The states of the tasks by annex, domain and lead, the two scores with their working, and what is amiss."""
    words = ("{name}: nhiệm vụ của kế hoạch, tính đến {on}", "{name}: tasks of the plans as of {on}")
    parts: list[RenderableType] = [
        Text(side(words, lang).format(name=progress.name, on=day(progress.on)), style="bold")
    ]
    if progress.synthetic:
        notice = ("Số liệu giả định, chỉ để minh họa", "Synthetic figures, an example only")
        parts.append(Text(side(notice, lang), style="yellow"))
    finished = side(("Mức độ hoàn thành", "Completed"), lang)
    on_time = side(("Hoàn thành đúng hạn", "Completed on time"), lang)
    parts += [
        Text(f"{finished}: {working(progress.total.finished, lang)}"),
        Text(f"{on_time}: {working(progress.total.on_time, lang)}"),
        Text(),
    ]
    several = len(progress.plans) > 1
    parts.append(
        _groups(("Theo phụ lục", "By annex"), progress.by_annex, lang, lambda each: _annex(each, several, lang))
    )
    parts.append(
        _groups(("Theo lĩnh vực", "By domain"), progress.by_domain, lang, lambda each: name_of(DOMAIN, each.name, lang))
    )
    parts.append(
        _groups(
            ("Theo người, cơ quan chủ trì", "By lead"),
            progress.by_lead,
            lang,
            lambda each: each.name or word("nobody", lang),
        )
    )
    parts += _amiss(progress, lang)
    return Group(*parts)


def working(score: Score, lang: Lang = "vi") -> str:
    """``5 ÷ 31 × 100% = 16,13%; không tính 18 chưa xác định``."""
    if score.percent is None:
        words = side(("chưa có nhiệm vụ nào để tính", "no task to count"), lang)
    else:
        words = f"{score.done} ÷ {score.of} × 100% = {_percent(score)}"
    if score.left_out:
        reasons = [f"{count} {text(TASK_STATE, state, lang)}" for state, count in score.left_out.items()]
        left = joined(reasons) if lang == "vi" else ", ".join(reasons)
        words += f"; {side(('không tính', 'left out'), lang)} {left}"
    return words


def _percent(score: Score) -> str:
    """With two decimals where there are any; the number of tasks says it exactly."""
    if score.percent is None:
        return "–"
    short = number(score.percent)
    return f"{short if len(short.partition(',')[2]) <= 2 else number(score.percent, 2)}%"


def _annex(each: Tasks, several: bool, lang: Lang) -> str:
    name = word("annex", lang, annex=each.name) if each.name else word("body", lang)
    return f"{each.plan}: {name}" if several else name


def _groups(title: Words, groups: Sequence[Tasks], lang: Lang, name: Callable[[Tasks], str]) -> RenderableType:
    heads: list[Words] = [
        ("Số", "All"),
        ("Xong", "Done"),
        ("Đúng hạn", "On time"),
        ("Quá hạn", "Late"),
        ("Chưa rõ", "Unclear"),
        ("Còn lại", "Others"),
        ("Hoàn thành", "Completed"),
    ]
    grid = table([Column(title, ratio=1), *(Column(head, right=True) for head in heads)], lang)
    for each in groups:
        on_time, late = each.states.get("done-on-time", 0), each.states.get("overdue", 0)
        done = sum(count for state, count in each.states.items() if state in DONE)
        unclear = sum(each.states.get(state, 0) for state in ("no-evidence", "undetermined"))
        row(
            grid,
            name(each),
            str(each.tasks),
            str(done),
            str(on_time),
            Text(str(late), style="red" if late else ""),
            str(unclear),
            str(each.tasks - done - late - unclear),
            f"{each.finished.done}/{each.finished.of} {_percent(each.finished)}" if each.finished.of else "–",
        )
    return Group(grid, Text())


def _amiss(progress: Progress, lang: Lang) -> list[RenderableType]:
    """Each task that is overdue or has no evidence, with the first last day that was missed."""
    found: list[RenderableType] = []
    several = len(progress.plans) > 1
    for state in _BAD:
        tasks = [each for each in progress.tasks if each.state == state]
        if not tasks:
            continue
        columns = [
            Column(("Mã", "Id"), width=18 if several else 11, wrap=True),
            Column(("Nhiệm vụ", "Task"), ratio=3),
            Column(("Chủ trì", "Lead"), ratio=2),
        ]
        columns += [Column(("Hạn cuối", "Last day"), width=10)] if state == "overdue" else []
        grid = table(columns, lang)
        for each in tasks:
            missed = [term.last_day for part in each.parts for term in part.terms if term.state == "overdue"]
            id_ = f"{each.plan} {each.id}" if several else each.id
            row(grid, id_, each.name, "; ".join(each.lead), *([day(min(missed))] if missed else []))
        name = text(TASK_STATE, state, lang)
        found.append(titled(f"{name[:1].upper()}{name[1:]} ({len(tasks)})", grid))
    return found
