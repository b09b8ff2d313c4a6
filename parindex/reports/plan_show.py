"""One plan whole in a terminal: its document, targets, tasks, reports, dates and what is odd in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.table import Table

from parindex.locale.plans import LEVEL, demand_text, name_of, word
from parindex.locale.steps import Lang
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan, Task
from parindex.reports.layout import Column, Words, labels, row, side, table, titled

_SECTION = Column(("Mục", "Section"), width=11, wrap=True)
_DEADLINE = Column(("Thời hạn", "Deadline"), width=22, wrap=True)


def plan_view(plan: Plan, indicators: Mapping[str, Indicator], lang: Lang = "vi") -> RenderableType:
    """The plan, part by part; parts that it does not have are left out."""
    parts: list[RenderableType] = [titled(plan.title, _document(plan, lang))]
    for words, grid in (
        (("Chỉ tiêu", "Targets"), _targets(plan, indicators, lang)),
        (("Nhiệm vụ", "Tasks"), _tasks(plan, lang)),
        (("Chế độ báo cáo", "Reports"), _reports(plan, lang)),
        (("Mốc thời gian", "Milestones"), _milestones(plan, lang)),
        (("Kiểm tra", "Inspections"), _inspections(plan, lang)),
        (("Chấm điểm, thẩm định", "Scoring and appraisal"), _duties(plan, lang)),
        (("Nhóm cơ quan", "Groups of leads"), _agencies(plan, lang)),
        (("Điều đáng chú ý của văn bản", "What is odd in the document"), _notes(plan, lang)),
    ):
        if grid.row_count:
            parts.append(titled(f"{side(words, lang)} ({grid.row_count})", grid))
    return Group(*parts)


def who(names: str | Iterable[str] | None) -> str:
    """One name or several as they are printed."""
    if names is None:
        return ""
    return names if isinstance(names, str) else "; ".join(names)


def deadlines(task: Task) -> str:
    """The deadlines of a task's parts as printed, each once."""
    return "; ".join(dict.fromkeys(part.deadline.text for part in task.parts if part.deadline.text))


def _document(plan: Plan, lang: Lang) -> Table:
    pairs: list[tuple[Words, str]] = [
        (("Mã", "Id"), plan.id),
        (("Cơ quan ban hành", "Issuer"), plan.issuer),
        (("Cấp", "Level"), name_of(LEVEL, plan.level, lang)),
        (("Năm", "Year"), str(plan.year)),
        (("Số", "Number"), plan.number or side(("để trống", "blank"), lang)),
        (("Ngày", "Date"), plan.date or side(("để trống", "blank"), lang)),
        (("Văn bản nguồn", "Source"), plan.source),
        (("Căn cứ", "Legal bases"), "; ".join(plan.legal_bases)),
    ]
    return labels([(side(words, lang), value) for words, value in pairs])


def _targets(plan: Plan, indicators: Mapping[str, Indicator], lang: Lang) -> Table:
    grid = table([_SECTION, Column(("Chỉ tiêu", "Target"), ratio=3), Column(("Yêu cầu", "Demand"), ratio=2)], lang)
    for entry in plan.targets:
        indicator = indicators.get(entry.indicator)
        name = f"{indicator.name} ({entry.indicator})" if indicator else entry.indicator
        words = demand_text(entry.comparator, entry.value, entry.unit, lang)
        if entry.external:
            words = word("external", lang, document=entry.external)
        elif entry.binding == "aspiration":
            words += f" ({word('aspiration', lang)})"
        row(grid, entry.cite.section, name, words)
    return grid


def _tasks(plan: Plan, lang: Lang) -> Table:
    grid = table(
        [_SECTION, Column(("Nhiệm vụ", "Task"), ratio=3), Column(("Chủ trì", "Lead"), ratio=2), _DEADLINE], lang
    )
    for task in plan.tasks:
        row(grid, task.cite.section, task.name, who(task.lead), deadlines(task))
    return grid


def _reports(plan: Plan, lang: Lang) -> Table:
    grid = table([_SECTION, Column(("Báo cáo", "Report"), ratio=3), Column(("Ai", "Who"), ratio=2), _DEADLINE], lang)
    for report in plan.reporting:
        row(grid, report.cite.section, report.name, who(report.who), report.deadline.text)
    return grid


def _milestones(plan: Plan, lang: Lang) -> Table:
    grid = table([_SECTION, Column(("Mốc", "Milestone"), ratio=3), Column(("Ai", "Who"), ratio=2), _DEADLINE], lang)
    for milestone in plan.milestones:
        row(grid, milestone.cite.section, milestone.name, who(milestone.who), milestone.deadline.text)
    return grid


def _inspections(plan: Plan, lang: Lang) -> Table:
    grid = table(
        [_SECTION, Column(("Đơn vị", "Unit"), ratio=1), Column(("Khi nào", "When"), width=22, wrap=True)], lang
    )
    for inspection in plan.inspections:
        row(grid, inspection.cite.section, inspection.unit, inspection.when or "")
    return grid


def _duties(plan: Plan, lang: Lang) -> Table:
    grid = table([_SECTION, Column(("Ai", "Who"), ratio=2), Column(("Việc", "What"), ratio=3)], lang)
    for duty in plan.scoring_duties:
        row(grid, duty.cite.section, duty.who, duty.what)
    return grid


def _agencies(plan: Plan, lang: Lang) -> Table:
    grid = table([Column(("Nhóm", "Group"), ratio=1), Column(("Thành viên", "Members"), ratio=2)], lang)
    for name, members in plan.agencies.items():
        row(grid, name, "; ".join(members))
    return grid


def _notes(plan: Plan, lang: Lang) -> Table:
    grid = table([_SECTION, Column(("Ghi chú", "Note"), ratio=1)], lang)
    for note in plan.notes:
        row(grid, note.section, note.note)
    return grid
