"""Who issues a document on a ranking."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from parindex.model.unit import ReportEntry
from parindex.reports.ranking.view import About
from parindex.reports.view.entries import Entry
from parindex.reports.view.heading import Sender

BLANK = "……………………"


class Issuer(Struct, frozen=True):
    """The agency that publishes and what its documents need besides the ranking."""

    agency: str | None = None
    report: Mapping[str, ReportEntry] = {}

    def sender(self, about: About) -> Sender:
        """As the head of a document names it; dots where no agency is given."""
        return Sender(self.agency or BLANK, None, about.year or 0, about.synthetic > 0, later=True)

    def entry(self, kind: str, about: About, *, draft: bool) -> Entry:
        """What is said for a kind of document."""
        return Entry(self.report, kind, str(about.year), draft=draft)
