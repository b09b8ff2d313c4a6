"""A criteria set with its file, its vocabulary, and the routes of its groups and leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from parindex.files.document import Document
from parindex.model.criteria import CriteriaSet, Group, Leaf, Node
from parindex.model.indicators import Indicator
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum


class SetFile(Struct, frozen=True, dict=True):
    """What the checks of a set are given."""

    criteria: CriteriaSet
    document: Document
    indicators: Mapping[str, Indicator]

    def finding(self, code: str, route: Route = (), /, **data: Datum) -> Finding:
        """A finding about a place of the set; the document of an overlay knows in which file that stands."""
        return self.document.finding(code, route, **data)

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


def _below(nodes: list[Node], route: Route, parent: str) -> Iterator[tuple[Route, Node, str]]:
    for number, node in enumerate(nodes):
        at = (*route, "criteria", number)
        yield at, node, parent
        if isinstance(node, Group):
            yield from _below(node.criteria, at, node.code)
