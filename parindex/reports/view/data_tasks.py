"""The shape of the report on the tasks of plans."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from parindex.reports.view.data import Chart, Paper, Section


class StateRow(Struct, frozen=True):
    """How many tasks of a group stand how."""

    number: str
    name: str
    total: str
    on_time: str
    late: str
    kept: str
    """Done without a printed day, or kept up."""
    running: str
    """In progress or not due yet."""
    overdue: str
    """Overdue, or without evidence."""
    other: str
    """Not arising, not applicable, undetermined."""
    share: str
    """Percent done of those whose time has come."""


class StateTable(Struct, frozen=True):
    """A table of groups of tasks."""

    title: str
    of: str
    """What the groups are: the head of the column of names."""
    rows: tuple[StateRow, ...]


class TaskRow(Struct, frozen=True):
    """A task, or the heading above some."""

    kind: Literal["group", "task"]
    number: str
    name: str
    lead: str
    deliverable: str
    deadline: str
    result: str
    proof: str


class TaskAnnex(Struct, frozen=True):
    """The annex with all tasks."""

    label: str
    rows: tuple[TaskRow, ...]


class TasksReport(Paper, frozen=True):
    """The report on the completion of the tasks of plans."""

    overall: Section
    tables: tuple[StateTable, ...]
    total: StateRow
    note: str
    """What the columns hold."""
    chart: Chart | None
    unfinished: Section | None
    causes: Section | None
    remedies: Section | None
    proposals: Section | None
    annex: TaskAnnex
