"""Evidence within a unit's file: every document that is named is declared, and every declared one is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


def named_documents(data: Any, route: Route) -> list[tuple[Route, Mapping[str, Any]]]:
    """Every ``{doc: …}`` under ``evidence`` or ``conclusion``, wherever it stands in a unit's file."""
    found: list[tuple[Route, Mapping[str, Any]]] = []
    _gather(data, route, found)
    return found


def _gather(data: Any, route: Route, found: list[tuple[Route, Mapping[str, Any]]]) -> None:
    # Every collection of every unit's file is looked at: a list is filled, for generators inside each other are slow.
    if isinstance(data, dict):
        if isinstance(data.get("doc"), str) and ("evidence" in route[-2:] or "conclusion" in route[-2:]):
            found.append((route, data))
        items: Iterable[tuple[str | int, Any]] = data.items()
    else:
        items = enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(value, dict | list):
            _gather(value, (*route, key), found)
