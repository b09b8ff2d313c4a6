"""Numbers and symbols of documents, by the form of the document (W516 to W519, W522)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from parindex.checks.subject import Subject
from parindex.model.unit import DocumentEntry
from parindex.values.findings import Finding

_BLANK = re.compile(r"(số)?[\s.…:_-]*(/|$)", re.I)
"""A draft as it is printed before it gets its number: ``…/KH-UBND``, ``Số:      /KH-UBND``."""
_WORD = r"[^\W\d_][\w&.]*"


class Numbering(Struct, frozen=True):
    """How one form of documents is numbered."""

    pattern: re.Pattern[str]
    example: str


NUMBERED: Mapping[str, Numbering] = {
    # Nghị định 30/2020/NĐ-CP: running number, a stroke, type and issuer joined by a hyphen.
    "administrative": Numbering(re.compile(rf"\d+[a-zđ]?/{_WORD}(-{_WORD})+"), "05/KH-UBND"),
    # Party documents put the hyphen before the type and the stroke before the issuer.
    "party": Numbering(re.compile(rf"\d+[a-zđ]?-{_WORD}/{_WORD}(-{_WORD})*"), "103a-KH/TU"),
    # Normative documents name the year; laws carry the National Assembly's term (76/2015/QH13).
    "legal-normative": Numbering(re.compile(rf"\d+/(?P<year>\d{{4}})/{_WORD}(-{_WORD})*"), "33/2019/QĐ-UBND"),
}
"""Forms that are always numbered; an extract may be, everything else never is."""

UNNUMBERED = ("screenshot", "media", "link", "physical")


def check_numbers(subject: Subject) -> Iterator[Finding]:
    """Numbers that are blank, do not fit, or stand twice."""
    seen: dict[tuple[object, ...], str] = {}
    for id_, entry in subject.unit.documents.items():
        yield from _number(subject, id_, entry)
        if entry.number is not None and entry.date is not None:
            key = (entry.number.casefold(), entry.date.year, entry.issuer)
            if (other := seen.setdefault(key, id_)) != id_:
                yield subject.document.finding("W522", ("documents", id_, "number"), id=id_, other=other)


def _number(subject: Subject, id_: str, entry: DocumentEntry) -> Iterator[Finding]:
    finding, route = subject.document.finding, ("documents", id_, "number")
    numbering = NUMBERED.get(entry.form)
    if entry.number is None:
        if numbering is not None:
            yield subject.document.key_finding("W517", ("documents", id_), id=id_)
        return
    if numbering is not None and _BLANK.match(entry.number):
        yield finding("W517", route, id=id_)
        return
    if entry.form in UNNUMBERED:
        yield finding("W518", route, id=id_, form=entry.form, number=entry.number)
        return
    if numbering is None:
        return
    fitting = numbering.pattern.fullmatch(entry.number)
    # Symbols begin with a capital: CTr, TTr, QĐ (Nghị định 30/2020/NĐ-CP, Phụ lục III).
    if fitting is None or any(part[0].islower() for part in re.split("[/-]", entry.number)[1:]):
        yield finding("W516", route, number=entry.number, form=entry.form, example=numbering.example)
        return
    inside = fitting.groupdict().get("year")
    if inside is not None and entry.date is not None and int(inside) != entry.date.year:
        yield finding("W519", route, number=entry.number, inside=int(inside), year=entry.date.year)
