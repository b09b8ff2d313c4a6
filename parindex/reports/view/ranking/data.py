"""The shape of the documents on a ranking."""

from __future__ import annotations

from dataclasses import dataclass

from parindex.reports.view.data import Chart, Own, Paper, Section


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A unit's place."""

    place: str
    name: str
    earned: str
    scorable: str
    index: str
    score_class: str
    before: str
    """Last year's index."""
    change: str
    note: str


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """The places of a group."""

    number: str
    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain over all units of a group."""

    number: str
    name: str
    max: str
    mean: str
    highest: str
    """The best index and who has it."""
    lowest: str


@dataclass(frozen=True, slots=True)
class DomainTable:
    """The domains of a group."""

    title: str
    rows: tuple[DomainRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A unit's index in every domain; the first row names the domains."""

    name: str
    cells: tuple[str, ...]
    """As many as there are columns: blank beyond the domains of the set."""
    index: str


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """The indices of the units of a group by domain."""

    title: str
    heads: tuple[str, ...]
    """``LV 1`` …; ``legend`` says what they stand for."""
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class SummaryAnnex:
    """The annex with the indices by domain."""

    label: str
    legend: str
    tables: tuple[MatrixTable, ...]


@dataclass(frozen=True, slots=True)
class SummaryReport(Paper):
    """The report that sums up the results of many units."""

    status: str
    """Draft, or approved by which decision."""
    organisation: Section | None
    overall: Section
    places_number: str
    groups: tuple[PlaceTable, ...]
    chart: Chart | None
    domains_number: str
    domains: tuple[DomainTable, ...]
    apart: Section | None
    shortcomings: Section | None
    remedies: Section | None
    proposals: Section | None
    annex: SummaryAnnex


@dataclass(frozen=True, slots=True)
class RankingAnnex:
    """The places of all groups."""

    label: str
    title: str
    groups: tuple[PlaceTable, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Submission(Paper):
    """The submission (tờ trình) that asks for approval."""

    basis: Section
    process: Section | None
    results: Section
    proposals: Section
    annex: RankingAnnex


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a decision."""

    title: str
    """``Điều 1.``"""
    text: str
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Decision(Paper):
    """The decision that approves and publishes the results."""

    authority: str
    """Who decides, in capitals."""
    bases: tuple[str, ...]
    articles: tuple[Article, ...]
    annex: RankingAnnex
