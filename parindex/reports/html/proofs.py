"""The list of evidence at the end of a unit's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from parindex.model.sheet import Sheet
from parindex.reports.html.addresses import is_external, safe_link
from parindex.reports.view.data import Spans
from parindex.reports.view.evidence import evidence_annex


class Words(Struct, frozen=True):
    """A stretch of text in the list of evidence."""

    text: str
    mark: str | None = None
    href: str | None = None
    external: bool = False


class Proof(Struct, frozen=True):
    """A document."""

    label: tuple[Words, ...]
    number: str
    day: str
    issuer: str
    title: str
    proves: tuple[Words, ...]
    file: tuple[Words, ...]


def proofs_of(sheet: Sheet, links: Mapping[str, str]) -> Iterator[Proof]:
    """The documents of a sheet with what they prove; ``links`` by document id."""
    annex = evidence_annex(sheet, links, "")
    for row in annex.rows if annex else ():
        yield Proof(_words(row.label), row.number, row.day, row.issuer, row.title, _words(row.proves), _words(row.file))


def _words(spans: Spans) -> tuple[Words, ...]:
    found = []
    for span in spans:
        href = f"#{span.to}" if span.to else safe_link(span.href)
        text = "; " if span.text == "\n" else span.text
        found.append(Words(text, span.bookmark, href, bool(href) and is_external(href or "")))
    return tuple(found)
