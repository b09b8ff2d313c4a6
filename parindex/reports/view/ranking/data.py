"""The shape of the documents on a ranking."""

from __future__ import annotations

from msgspec import Struct

from parindex.reports.view.data import Chart, Own, Paper, Section


class PlaceRow(Struct, frozen=True):
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


class PlaceTable(Struct, frozen=True):
    """The places of a group."""

    number: str
    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[PlaceRow, ...]


class DomainRow(Struct, frozen=True):
    """A domain over all units of a group."""

    number: str
    name: str
    max: str
    mean: str
    highest: str
    """The best index and who has it."""
    lowest: str


class DomainTable(Struct, frozen=True):
    """The domains of a group."""

    title: str
    rows: tuple[DomainRow, ...]


class MatrixRow(Struct, frozen=True):
    """A unit's index in every domain; the first row names the domains."""

    name: str
    cells: tuple[str, ...]
    """As many as there are columns: blank beyond the domains of the set."""
    index: str


class MatrixTable(Struct, frozen=True):
    """The indices of the units of a group by domain."""

    title: str
    heads: tuple[str, ...]
    """``LV 1`` …; ``legend`` says what they stand for."""
    rows: tuple[MatrixRow, ...]


class SummaryAnnex(Struct, frozen=True):
    """The annex with the indices by domain."""

    label: str
    legend: str
    tables: tuple[MatrixTable, ...]


class SummaryReport(Paper, frozen=True):
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


class RankingAnnex(Struct, frozen=True):
    """The places of all groups."""

    label: str
    title: str
    groups: tuple[PlaceTable, ...]
    notes: tuple[str, ...]


class Submission(Paper, frozen=True):
    """The submission (tờ trình) that asks for approval."""

    basis: Section
    process: Section | None
    results: Section
    proposals: Section
    annex: RankingAnnex


class Article(Struct, frozen=True):
    """An article of a decision."""

    title: str
    """``Điều 1.``"""
    text: str
    own: Own | None = None


class Decision(Paper, frozen=True):
    """The decision that approves and publishes the results."""

    authority: str
    """Who decides, in capitals."""
    bases: tuple[str, ...]
    articles: tuple[Article, ...]
    annex: RankingAnnex
