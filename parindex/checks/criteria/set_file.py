"""A criteria set with its file: every finding about the set finds its place there, also in an overlay's file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from parindex.files.document import Document
from parindex.model.criteria import CriteriaSet, Group, Leaf, Node
from parindex.model.indicators import Indicator
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum


@dataclass(frozen=True)
class SetFile:
    """What the checks of a set are given."""

    criteria: CriteriaSet
    document: Document
    indicators: Mapping[str, Indicator]

    def finding(self, code: str, route: Route = (), /, **data: Datum) -> Finding:
        """A finding about a place of the set."""
        return self.document.finding(code, self.placed(route), **data)

    def again(self, finding: Finding) -> Finding:
        """A finding whose route was meant for the whole set, at its place in this file."""
        return self.finding(finding.code, finding.route, **finding.data)

    @cached_property
    def nodes(self) -> list[tuple[Route, Node, str]]:
        """Groups and leaves in order, with their routes in the whole set and the code of what they lie under."""
        return [
            found
            for number, domain in enumerate(self.criteria.domains)
            for found in _below(domain.criteria, ("domains", number), domain.code)
        ]

    @cached_property
    def leaves(self) -> list[tuple[Route, Leaf]]:
        """The leaves in order, with their routes."""
        return [(route, node) for route, node, _ in self.nodes if isinstance(node, Leaf)]

    def indicator(self, leaf: Leaf) -> Indicator | None:
        """The one indicator of a leaf; ``None`` without one, or when nobody defines it."""
        return self.indicators.get(leaf.indicator) if leaf.indicator is not None else None

    def placed(self, route: Route) -> Route:
        """The route in this file: an overlay holds only what it changes and adds, the rest is its ``extends``."""
        data = self.document.data
        if not isinstance(data, dict) or "extends" not in data:
            return route
        for at, node, _ in reversed(self.nodes):
            if route[: len(at)] == at:
                return self._in_overlay(node.code, route[len(at) :]) or ("extends",)
        return route if self.document.has(route[:1]) and route[:1] != ("domains",) else ("extends",)

    def _in_overlay(self, code: str, rest: Route) -> Route | None:
        changed: Route = ("change", code)
        if self.document.has((*changed, *rest[:1])):
            return (*changed, *rest)
        added = next(_with_code(self.document.data.get("add"), code, ("add",)), None)
        if added is not None:
            return (*added, *rest)
        return changed if self.document.has(changed) else None


def _below(nodes: list[Node], route: Route, parent: str) -> Iterator[tuple[Route, Node, str]]:
    for number, node in enumerate(nodes):
        at = (*route, "criteria", number)
        yield at, node, parent
        if isinstance(node, Group):
            yield from _below(node.criteria, at, node.code)


def _with_code(data: Any, code: str, route: Route) -> Iterator[Route]:
    """The routes of mappings whose ``code`` is the one."""
    if isinstance(data, dict):
        if data.get("code") == code:
            yield route
        for key, value in data.items():
            yield from _with_code(value, code, (*route, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _with_code(value, code, (*route, number))
