"""Kinds of evidence that a set requires and a unit does not give (W520), shares without their answers (W513)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parindex.checks.subject import Subject
from parindex.model.criteria import Leaf
from parindex.model.unit import DocumentEntry
from parindex.values.findings import Finding

TYPES = {
    "kế hoạch": "KH",
    "báo cáo": "BC",
    "quyết định": "QĐ",
    "kết luận": "KL",
    "biên bản": "BB",
    "chương trình": "CTr",
    "thông báo": "TB",
    "tờ trình": "TTr",
    "quy chế": "QC",
    "nghị quyết": "NQ",
}
"""Types of documents as sets name them, with their symbol in numbers (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

FORMS = {"ảnh chụp": ("screenshot", "media"), "tin": ("media", "link"), "trích xuất": ("extract", "screenshot")}
"""What a set requires that is a form, not a type."""

_PARTS = re.compile(r",|;| hoặc ")


def check_required(subject: Subject) -> Iterator[Finding]:
    """Required evidence, as far as the words of the set name a type or a form; other words are not judged."""
    yield from _shares(subject)
    if subject.criteria is None:
        return
    for _, leaf in subject.criteria.leaves():
        if leaf.scored_by != "unit" or leaf.code in subject.unit.explanations:
            continue
        given = list(_given(subject, leaf))
        missing = [
            required
            for required in leaf.evidence
            if _wanted(required) and not any(satisfies(entry, required) for entry in given)
        ]
        if given and missing and not _none_of_it(subject, leaf):
            id_ = next(id_ for id_ in leaf.names.values() if _named(subject, id_))
            top = "facts" if id_ in subject.unit.facts else "reports"
            required = "; ".join(missing)
            yield subject.document.key_finding("W520", (top, id_), criterion=leaf.code, required=required, id=id_)


def satisfies(entry: DocumentEntry, required: str) -> bool:
    """Whether a document is of a type or form that the words of a set name."""
    title, symbol = entry.title.casefold(), re.split(r"[/-]", entry.number or "")
    return any(
        entry.form in FORMS[word] if word in FORMS else word in title or TYPES[word] in symbol
        for word in _wanted(required)
    )


@lru_cache(maxsize=4096)
def _wanted(required: str) -> list[str]:
    """The types and forms that the words ask for; any of them will do. A set asks every unit in the same words."""
    parts = [part.strip().casefold() for part in _PARTS.split(required)]
    return [word for part in parts for word in (*TYPES, *FORMS) if re.match(rf"{word}\b", part)]


def _none_of_it(subject: Subject, leaf: Leaf) -> bool:
    """Whether the unit counts none of what the leaf is about: no violation leaves no decision about it."""
    counted = [fact.values for id_ in leaf.names.values() if (fact := subject.unit.facts.get(id_)) is not None]
    return bool(counted) and all(values is not None and values.count == 0 for values in counted)


def _named(subject: Subject, id_: str) -> bool:
    return id_ in subject.unit.facts or id_ in subject.unit.reports


def _given(subject: Subject, leaf: Leaf) -> Iterator[DocumentEntry]:
    """The declared documents that prove the facts of a leaf."""
    unit = subject.unit
    for id_ in leaf.names.values():
        if (fact := unit.facts.get(id_)) is not None:
            proofs = [*fact.evidence, *(proof for part in fact.periods.values() for proof in part.evidence)]
        else:
            proofs = [proof for report in unit.reports.get(id_, {}).values() for proof in report.evidence]
        yield from (unit.documents[proof.doc] for proof in proofs if proof.doc in unit.documents)


def _shares(subject: Subject) -> Iterator[Finding]:
    for route, indicator, values in subject.values():
        bare = values.answers is None and values.denominator is None
        if route[0] == "facts" and indicator.measure == "survey" and values.percent is not None and bare:
            yield subject.document.finding("W513", (*route, "percent"), id=indicator.id, value=values.percent)
