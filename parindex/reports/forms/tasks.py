"""The sheet of the plans' tasks: when each part was done, what proves it, what did not arise or does not apply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from parindex.locale.periods import period_name
from parindex.locale.sections import section_name
from parindex.model.plan import Part, Plan, Task
from parindex.model.unit import TaskEntry
from parindex.reports.forms.cells import Field, Kind, at
from parindex.reports.forms.reporting import proof_columns, proof_fields, proofs_needed
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Column, Grid, Styles, letters
from parindex.scoring.duties import standing_for
from parindex.values.findings import Route
from parindex.values.periods import is_period, periods_of

KEY = "tasks"
NAME = "Nhiệm vụ"

_FIXED = (
    Column("section", "Mục", 16),
    Column("name", "Nhiệm vụ", 40),
    Column("deliverable", "Sản phẩm", 30),
    Column("deadline", "Thời hạn in trong kế hoạch", 20),
    Column("period", "Kỳ", 16),
    Column("done", "Ngày làm xong", 11.5),
    Column("not_arising", "Không phát sinh: lý do", 20),
    Column("not_applicable", "Không áp dụng: lý do", 20),
    Column("triggered", "Ngày phát sinh (nếu có điều kiện)", 12),
)
_OPEN: dict[str, Kind] = {"done": "day", "not_arising": "text", "not_applicable": "text", "triggered": "day"}


class _Line(Struct, frozen=True):
    task: Task
    part: Part | None
    """``None``: what is said of the whole task."""
    period: str
    route: Route


def add_tasks(book: Any, styles: Styles, source: FormSource) -> tuple[list[Field], str]:
    """Write the sheet, if there are tasks; gives its open cells and a reference to all of them."""
    lines = [(plan, line) for plan in source.plans for line in _lines(plan, source)]
    if not lines:
        return [], ""
    count = proofs_needed([at(source.data, (*line.route, "evidence")) for _, line in lines])
    notes = (
        "Nhiệm vụ của kế hoạch",
        "Ghi ngày làm xong và minh chứng cho từng phần, từng kỳ. Việc thường xuyên chỉ cần minh chứng có ngày.",
        "Tỷ lệ nhiệm vụ hoàn thành được tính từ trang này khi chấm.",
    )
    columns = (*_FIXED, *proof_columns(count))
    grid = Grid(book, styles, NAME, KEY, columns, notes)
    grid.sheet.freeze_panes(grid.first, 3)
    fields: list[Field] = []
    row, last = grid.first, None
    for plan, line in lines:
        if plan.id != last:
            for column in (each.key for each in columns):
                grid.text(row, column, plan.title if column == "name" else "", styles.group)
            row, last = row + 1, plan.id
        fields += _write(grid, row, line, count, source)
        row += 1
    first = letters(grid.columns["done"])
    end = letters(grid.columns[columns[-1].key])
    return fields, f"'{NAME}'!${first}${grid.first + 1}:${end}${row}"


def _write(grid: Grid, row: int, line: _Line, count: int, source: FormSource) -> list[Field]:
    key = "/".join(map(str, line.route[1:]))
    task, part = line.task, line.part
    deadline = part.deadline.text if part else ""
    texts = {
        "section": section_name(task.cite.section),
        "name": task.name if part else f"{task.name} (cả nhiệm vụ)",
        "deliverable": part.deliverable if part else "",
        "deadline": deadline,
        "period": period_name(line.period) if is_period(line.period) else line.period,
    }
    grid.line(row, key, texts)
    for column, text in texts.items():
        grid.text(row, column, text)
    fields = [source.field(KEY, key, column, (*line.route, column), kind) for column, kind in _OPEN.items()]
    fields += proof_fields(source, KEY, key, line.route, count)
    for each in fields:
        grid.input(row, each)
    widths = {column.key: column.width for column in _FIXED}
    cells = [(text, widths[column]) for column, text in texts.items()]
    grid.tall(row, [*cells, *((each.base, widths.get(each.column, 14.0)) for each in fields if each.kind == "text")])
    return fields


def _lines(plan: Plan, source: FormSource) -> Iterator[_Line]:
    """The tasks that count for the unit, and what its file says of others."""
    counted = {task for id_, task in standing_for(source.unit.unit, source.plans) if id_ == plan.id}
    given = source.unit.tasks.get(plan.id, {})
    for task in plan.tasks:
        if task.id in counted or task.id in given:
            yield from _task(plan, task, given.get(task.id))


def _task(plan: Plan, task: Task, entry: TaskEntry | None) -> Iterator[_Line]:
    """One line per part and period, in the shape in which the unit's file already speaks of the task."""
    route: Route = ("tasks", plan.id, task.id)
    by_parts = len(task.parts) > 1 or (entry is not None and bool(entry.parts))
    if not by_parts:
        part = task.parts[0] if task.parts else None
        yield from _periods(plan, task, part, route, entry)
        return
    if entry is not None and _speaks(entry):
        yield _Line(task, None, "", route)
    if entry is not None:
        yield from (_Line(task, None, period, (*route, "periods", period)) for period in entry.periods)
    for number, part in enumerate(task.parts, start=1):
        below: Route = (*route, "parts", str(number))
        yield from _periods(plan, task, part, below, entry.parts.get(str(number)) if entry is not None else None)


def _periods(plan: Plan, task: Task, part: Part | None, route: Route, entry: Any) -> Iterator[_Line]:
    given = dict(entry.periods) if entry is not None else {}
    wanted: list[str] = list(given)
    if part is not None and part.deadline.type == "recurring":
        named = [each.period for each in part.deadline.due if each.period]
        every = named or list(periods_of(part.deadline.every, plan.year))
        wanted = sorted({*wanted, *every}, key=lambda each: (every.index(each) if each in every else -1, each))
    if not wanted or (entry is not None and _speaks(entry)):
        yield _Line(task, part, "", route)
    for period in wanted:
        yield _Line(task, part, period, (*route, "periods", period))


def _speaks(entry: Any) -> bool:
    """Whether the entry says something of the whole besides its parts and periods."""
    return bool(entry.done or entry.evidence or entry.not_arising or entry.not_applicable or entry.triggered)
