"""The shape of the appraisal's documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parindex.reports.view.data import Chart, Paper, Section


@dataclass(frozen=True, slots=True)
class RoundRow:
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


@dataclass(frozen=True, slots=True)
class RoundAnnex:
    """The annex with every criterion."""

    label: str
    rows: tuple[RoundRow, ...]
    total: RoundRow


@dataclass(frozen=True, slots=True)
class Minutes(Paper):
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


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A request or a changed score with the unit's answer."""

    number: str
    code: str
    name: str
    asked: str
    by: str
    answer: str
    proof: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that the unit adds."""

    number: str
    name: str
    issuer: str
    file: str


@dataclass(frozen=True, slots=True)
class Explanation(Paper):
    """The unit's answer to the council's requests."""

    summary: Section
    answers: tuple[AnswerRow, ...]
    documents: tuple[DocumentRow, ...]
    documents_number: str
    proposals: Section | None
