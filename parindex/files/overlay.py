"""Criteria sets from their files, those that extend another set among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from msgspec.structs import asdict

from parindex.files.document import Document
from parindex.files.load import validate
from parindex.files.unusable import Unusable
from parindex.model.criteria import CriteriaSet
from parindex.values.findings import Finding, Place, Route
from parindex.values.steps import Datum

if TYPE_CHECKING:
    from parindex.scoring.overlay import Extended, Fault, Origin

Bases = Callable[[str, tuple[str, ...]], tuple[CriteriaSet, Document]]
"""Gives a base by its id; the ids of the sets that extend it, so far, come along."""


class ExtendedDocument(Document, frozen=True):
    """The file of an overlay; what is said of the resulting set is placed where it really stands."""

    base: Document | None = None
    origins: Mapping[Route, Origin] = {}

    @property
    def sources(self) -> tuple[Document, ...]:
        """This file, its base, the base of that, and so on."""
        return (self, *(self.base.sources if self.base is not None else ()))

    def place(self, route: Route, part: Literal["key", "value"] = "value") -> Place:
        """Where a value of the resulting set stands, in this file or in a base."""
        document, own = self._source(route)
        return super().place(own, part) if document is self else document.place(own, part)

    def finding(self, code: str, route: Route = (), /, **data: Datum) -> Finding:
        """A finding about a value of the resulting set, in the file in which it stands."""
        document, own = self._source(route)
        return super().finding(code, own, **data) if document is self else document.finding(code, own, **data)

    def key_finding(self, code: str, route: Route, /, **data: Datum) -> Finding:
        """A finding about a key of the resulting set, in the file in which it stands."""
        document, own = self._source(route)
        return super().key_finding(code, own, **data) if document is self else document.key_finding(code, own, **data)

    def _source(self, route: Route) -> tuple[Document, Route]:
        if self.base is None or self.has(route):
            return self, route
        lengths = range(len(route), 0, -1)
        parts = [(length, self.origins[route[:length]]) for length in lengths if route[:length] in self.origins]
        if not parts:
            return self.base, route
        (length, origin), *above = parts
        rest = route[length:]
        if origin.own:
            return self, (*origin.route, *rest)
        changing = [origin.code]
        if rest[:1] == ("appraised_by",):
            # Of a group or domain it stands for all leaves below.
            changing += [each.code for _, each in above]
        for code in changing:
            if rest and self.has(("change", code, rest[0])):
                return self, ("change", code, *rest)
        return self.base, (*origin.route, *rest)


def criteria_of(document: Document, bases: Bases, chain: tuple[str, ...] = ()) -> tuple[CriteriaSet, Document]:
    """The criteria set of a file; one with ``extends`` is laid over its base, the result is a plain set.

    ``chain`` are the ids of the sets that extend this one. Raises ``Unusable``: what ``validate`` raises, E321 for
    sets that extend each other, what is wrong in the base, and in this file E227, E243 and E320 to E327 for what does
    not fit the base. Whatever ``bases`` raises for an unknown base is placed on ``extends``.
    """
    if not (isinstance(document.data, dict) and "extends" in document.data):
        return validate(document, CriteriaSet), document
    from parindex.model.overlay import Overlay
    from parindex.scoring.overlay import extend

    overlay = validate(document, Overlay)
    chain = (*chain, overlay.id)
    if overlay.extends in chain:
        loop = " → ".join((*chain[chain.index(overlay.extends) :], overlay.extends))
        raise Unusable([document.finding("E321", ("extends",), id=overlay.extends, chain=loop)])
    try:
        base, base_document = bases(overlay.extends, chain)
    except Unusable as problem:
        raise Unusable([_placed(finding, document) for finding in problem.findings]) from None
    result = extend(base, overlay)
    if result.criteria is None:
        raise Unusable(_findings(result, document))
    return result.criteria, _extended(document, base_document, result)


def _extended(document: Document, base: Document, result: Extended) -> ExtendedDocument:
    return ExtendedDocument(**asdict(document), base=base, origins=result.origins)


def _placed(finding: Finding, document: Document) -> Finding:
    """The finding, or, where it is about no file because no file has the id, on ``extends``."""
    return finding if finding.file else document.finding(finding.code, ("extends",), **finding.data)


def _findings(result: Extended, document: Document) -> list[Finding]:
    found = [_finding(fault, document) for fault in result.faults]
    return sorted(found, key=lambda one: (one.place.line, one.place.column) if one.place else (0, 0))


def _finding(fault: Fault, document: Document) -> Finding:
    from parindex.files.codes import CODE_OF_TYPE
    from parindex.files.locate import data_of, in_formula

    if fault.what in CODE_OF_TYPE:
        data = data_of(fault.what, fault.data, document.value(fault.route))
        return in_formula(document.finding(CODE_OF_TYPE[fault.what], fault.route, **data), document)
    make = document.key_finding if fault.part == "key" else document.finding
    return make(fault.what, fault.route, **fault.data)
