"""The shape of the appraisal's documents."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from parindex.reports.view.data import Chart, Paper, Section


class RoundRow(Struct, frozen=True):
    """Scores of a domain, criterion or the whole through the rounds."""

    kind: Literal["domain", "group", "leaf"]
    code: str
    name: str
    max: str
    earned: str
    """Self score."""
    round1: str
    round2: str
    final: str
    difference: str
    """Final less self score, with its sign."""
    reason: str
    """Who changed it and why."""


class RoundAnnex(Struct, frozen=True):
    """The annex with every criterion."""

    label: str
    rows: tuple[RoundRow, ...]
    total: RoundRow


class Minutes(Paper, frozen=True):
    """The council's minutes on one unit."""

    attendance: Section
    results: Section
    rows: tuple[RoundRow, ...]
    """The domains."""
    total: RoundRow
    chart: Chart | None
    changes: Section | None
    requests: Section | None
    conclusion: Section
    annex: RoundAnnex


class AnswerRow(Struct, frozen=True):
    """A request or a changed score with the unit's answer."""

    number: str
    code: str
    name: str
    asked: str
    by: str
    answer: str
    proof: str


class DocumentRow(Struct, frozen=True):
    """A document that the unit adds."""

    number: str
    name: str
    issuer: str
    file: str


class Explanation(Paper, frozen=True):
    """The unit's answer to the council's requests."""

    summary: Section
    answers: tuple[AnswerRow, ...]
    documents: tuple[DocumentRow, ...]
    documents_number: str
    proposals: Section | None
