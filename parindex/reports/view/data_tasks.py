"""The shape of the report on the tasks of plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parindex.reports.view.data import Chart, Paper, Section


@dataclass(frozen=True, slots=True)
class StateRow:
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


@dataclass(frozen=True, slots=True)
class StateTable:
    """A table of groups of tasks."""

    title: str
    of: str
    """What the groups are: the head of the column of names."""
    rows: tuple[StateRow, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task, or the heading above some."""

    kind: Literal["group", "task"]
    number: str
    name: str
    lead: str
    deliverable: str
    deadline: str
    result: str
    proof: str


@dataclass(frozen=True, slots=True)
class TaskAnnex:
    """The annex with all tasks."""

    label: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class TasksReport(Paper):
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
