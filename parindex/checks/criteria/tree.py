"""Codes that do not lie under their parent, domains that map to nothing, indicators that feed two leaves."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from parindex.checks.criteria.set_file import SetFile
from parindex.values.findings import Finding
from parindex.values.steps import Datum


def check_tree(file: SetFile) -> Iterator[Finding]:
    """W706 for ids of domains, W710 to W712."""
    yield from _domains(file)
    for route, node, parent in file.nodes:
        if not node.code.startswith(f"{parent}."):
            yield file.finding("W710", (*route, "code"), code=node.code, parent=parent)
    first: dict[str, str] = {}
    for route, leaf in file.leaves:
        for name, id_ in leaf.names.items():
            at = "indicator" if leaf.indicator is not None else "facts"
            if (other := first.setdefault(id_, leaf.code)) != leaf.code:
                place = (*route, at) if at == "indicator" else (*route, at, name)
                yield file.finding("W712", place, id=id_, criterion=leaf.code, other=other)


def _domains(file: SetFile) -> Iterator[Finding]:
    shared = list(dict.fromkeys(indicator.domain for indicator in file.indicators.values()))
    seen: set[str] = set()
    for number, domain in enumerate(file.criteria.domains):
        route = ("domains", number)
        if domain.id in seen:
            yield file.finding("W706", (*route, "id"), id=domain.id)
        seen.add(domain.id)
        mapped = domain.maps_to or domain.id
        if mapped not in shared:
            near = get_close_matches(mapped, shared, n=1, cutoff=0.6)
            close: dict[str, Datum] = {"close": near[0]} if near else {}
            at = "maps_to" if domain.maps_to else "id"
            yield file.finding("W711", (*route, at), id=mapped, known=", ".join(shared), **close)
