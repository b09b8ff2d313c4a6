"""The shape of the periodic report."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from parindex.reports.view.data import Chart, Paper, Part, Section
from parindex.reports.view.data_tasks import TaskAnnex


class FigureRow(Struct, frozen=True):
    """A figure of the statistical annex, or the heading above some."""

    kind: Literal["domain", "figure"]
    number: str
    name: str
    unit: str
    now: str
    before: str
    change: str
    target: str
    verdict: str
    proof: str


class FigureAnnex(Struct, frozen=True):
    """The statistical annex."""

    label: str
    before: str
    """Head of the column of the last report: ``Quý I``."""
    rows: tuple[FigureRow, ...]
    note: str


class Fields(Struct, frozen=True):
    """The section with the fields of reform."""

    number: str
    parts: tuple[Part, ...]


class PeriodicReport(Paper, frozen=True):
    """The report of a quarter, six or nine months, or the year."""

    direction: Section | None
    fields: Fields | None
    chart: Chart | None
    """Shares of the period against what the plans ask."""
    assessment: Section | None
    next_title: str
    """``NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2023``."""
    next: Section | None
    proposals: Section | None
    figures: FigureAnnex | None
    tasks: TaskAnnex | None
