"""Evidence within a unit's file: every document that is named is declared, and every declared one is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from parindex.checks.subject import Subject
from parindex.values.findings import Finding, Route


def check_proofs(subject: Subject) -> Iterator[Finding]:
    """Documents that are not declared (E305), and those declared for nothing (W509)."""
    documents = subject.unit.documents
    used: set[str] = set()
    for route, proof in named_documents(subject.document.data, ()):
        id_ = proof["doc"]
        used.add(id_)
        if id_ not in documents:
            near = get_close_matches(id_, list(documents), n=1, cutoff=0.6)
            yield subject.document.finding("E305", (*route, "doc"), id=id_, **({"close": near[0]} if near else {}))
    for id_ in documents:
        if id_ not in used:
            yield subject.document.key_finding("W509", ("documents", id_), id=id_)


def named_documents(data: Any, route: Route) -> Iterator[tuple[Route, Mapping[str, Any]]]:
    """Every ``{doc: …}`` under ``evidence`` or ``conclusion``, wherever it stands in a unit's file."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from named_documents(item, (*route, number))
    elif isinstance(data, dict):
        if isinstance(data.get("doc"), str) and {"evidence", "conclusion"} & set(route[-2:]):
            yield route, data
        for key, value in data.items():
            if isinstance(value, dict | list):
                yield from named_documents(value, (*route, key))
