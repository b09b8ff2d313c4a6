"""The shape of what a report says: plain data, every text ready to print."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of text within a line, which may be the goal of a link, or link elsewhere."""

    text: str
    bookmark: str | None = None
    """Name of the bookmark that this text is."""
    to: str | None = None
    """Name of the bookmark that this text links to."""
    href: str | None = None
    """Path relative to the report (a URI reference), or an address, that this text links to."""


Spans = tuple[Span, ...]


class Heading(Struct, frozen=True):
    """The head of the document."""

    superior: tuple[str, ...]
    """The agency above, capitals; empty for a People's Committee."""
    name: tuple[str, ...]
    """The issuing agency in capitals; two lines for a People's Committee."""
    rule: str
    """Spaces that do not break, to be underlined: 2/5 of the last line of the name."""
    number: str
    place_and_day: str
    subject: str
    """Two lines: what, and of whom."""
    subject_rule: str
    """Like ``rule``, under the second line of the subject."""
    notice: str | None
    """Says that the figures are synthetic, when they are."""
    addressees: tuple[str, ...]


class Signature(Struct, frozen=True):
    """The foot of the document."""

    recipients: tuple[str, ...]
    """With the sign at the end of each; the last one is the archive."""
    authority: tuple[str, ...]
    """TM., KT. … and the title of the signer, in capitals."""
    signer: str


class Own(Struct, frozen=True):
    """The unit's own words: printed inside a content control, from where they can be taken back into its file."""

    route: str
    """Keys of the unit's file joined by slashes, such as ``report/self/difficulties``."""
    texts: tuple[str, ...]
    listed: bool = False
    """Whether they are items of a list."""


class Explained(Struct, frozen=True):
    """A criterion that needs an explanation, and the unit's words."""

    lead: str
    """What is explained."""
    route: str
    """Like that of ``Own``: ``explanations/3.1.2``."""
    text: str


class Part(Struct, frozen=True):
    """A numbered part of a section: paragraphs, then items of a list, explanations, and the unit's own words."""

    number: str
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    explained: tuple[Explained, ...] = ()
    own: Own | None = None


class Section(Struct, frozen=True):
    """A section in Roman numbers; sections without content do not exist, and the numbers close up."""

    number: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    own: Own | None = None


class SummaryRow(Struct, frozen=True):
    """A domain in the table of totals."""

    number: str
    name: str
    max: str
    left_out: str
    """Maximum that waits for the council or a survey, or did not arise."""
    earned: str
    unreached: str
    index: str


class Results(Struct, frozen=True):
    """Section II."""

    number: str
    overall: Part
    rows: tuple[SummaryRow, ...]
    total: SummaryRow
    note: str | None
    """What the column of points left out holds."""
    domains_number: str
    domains: tuple[Part, ...]
    compared: Part | None
    remedied: Part | None
    domains_chart: Chart | None
    """Points by domain against the maximum that could be scored."""
    causes_chart: Chart | None
    """Points not reached, by cause."""
    compared_chart: Chart | None
    """Indices and shares, this year against last."""


class ScoreRow(Struct, frozen=True):
    """A row of the full table."""

    kind: Literal["domain", "group", "leaf"]
    code: Spans
    name: str
    target: str
    result: str
    max: str
    earned: str
    unreached: str
    working: str
    evidence: Spans


class ScoreAnnex(Struct, frozen=True):
    """The annex with the full table of scores."""

    label: str
    legend: tuple[str, ...]
    rows: tuple[ScoreRow, ...]
    total: ScoreRow


class EvidenceRow(Struct, frozen=True):
    """A document of the annex of evidence."""

    label: Spans
    number: str
    day: str
    issuer: str
    signer: str | None
    title: str
    proves: Spans
    """Criteria with where in the document, each linked to its row of the score table."""
    file: Spans


class ProvedRow(Struct, frozen=True):
    """A criterion with the documents that prove it."""

    code: Spans
    """Linked to its row of the score table."""
    name: str
    documents: Spans
    """For each document its label, linked to its row, number and day, and where in it."""


class EvidenceAnnex(Struct, frozen=True):
    """The annex of evidence: by document, and by criterion."""

    label: str
    rows: tuple[EvidenceRow, ...]
    criteria: tuple[ProvedRow, ...] = ()


class Bar(Struct, frozen=True):
    """A category of a chart with a value for each series; ``None`` draws nothing."""

    name: str
    values: tuple[Decimal | None, ...]


class Chart(Struct, frozen=True):
    """What a chart of the template draws."""

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]


class Paper(Struct, frozen=True):
    """What every document has around its sections."""

    title: str
    """For the properties of the file."""
    author: str
    key: str
    """Kind and period, then of a unit's document the unit and the year: ``self 2023-Q1 phu-son 2023``."""
    draft: bool
    heading: Heading
    opening: tuple[str, ...]
    closing: str
    signature: Signature
    reference: str
    """The line under the heading of an annex: with which document it comes."""


class SelfReport(Paper, frozen=True):
    """The whole self-assessment report."""

    organisation: Section | None
    results: Results
    shortcomings: Section | None
    explanations: Section | None
    remedies: Section | None
    proposals: Section | None
    scores: ScoreAnnex
    evidence: EvidenceAnnex | None
