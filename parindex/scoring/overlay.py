"""From a base set and an overlay to a plain criteria set, with the origin of every part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct
from pydantic import ValidationError

from parindex.model.criteria import CriteriaSet, Domain, Group, Leaf, Node
from parindex.model.overlay import Change, Overlay
from parindex.values.findings import Route
from parindex.values.steps import Datum

Element = Domain | Group | Leaf


class Fault(Struct, frozen=True):
    """Something in the overlay that does not fit its base."""

    what: str
    """The code of a diagnostic, or the type of an error of the models."""
    route: Route
    data: Mapping[str, Datum] = {}
    part: Literal["key", "value"] = "value"


class Origin(Struct, frozen=True):
    """Where a domain, group or leaf of the result stands."""

    code: str
    own: bool
    """Whether it stands in the overlay's own file, under ``add``; else in the base."""
    route: Route


class Extended(Struct, frozen=True):
    """A base with an overlay laid over it."""

    criteria: CriteriaSet | None
    """``None`` where there are faults."""
    origins: Mapping[Route, Origin]
    """By the route in the result."""
    faults: tuple[Fault, ...]


class _Part(Struct, eq=False):
    """A domain, group or leaf while it is worked on."""

    node: Element
    own: bool
    route: Route
    parts: list[_Part]

    @property
    def below(self) -> Iterator[_Part]:
        """Itself and all that lies under it."""
        yield self
        for part in self.parts:
            yield from part.below


def extend(base: CriteriaSet, overlay: Overlay) -> Extended:
    """Lay ``overlay`` over ``base``: drop, change, add, in this order."""
    work = _Work(base, overlay)
    faults = (*work.drop(), *work.change(), *work.add())
    if faults:
        return Extended(None, {}, faults)
    given = {name: getattr(overlay, name) for name in ("scale", "data_period", "windows", "policy")}
    top = {name: getattr(base, name) if value is None else value for name, value in given.items()}
    own = {name: getattr(overlay, name) for name in CriteriaSet.model_fields if name in Overlay.model_fields}
    domains = [_frozen(part) for part in work.domains]
    criteria = CriteriaSet.model_validate({**own, **top, "domains": domains})
    return Extended(criteria, dict(_origins(work.domains, ("domains",))), ())


class _Work:
    def __init__(self, base: CriteriaSet, overlay: Overlay) -> None:
        self.base, self.overlay = base, overlay
        self.domains = [_part(domain, ("domains", at), own=False) for at, domain in enumerate(base.domains)]
        self.dropped: set[str] = set()

    @property
    def _parts(self) -> dict[str, _Part]:
        return {part.node.code: part for domain in self.domains for part in domain.below}

    def _unknown(self, code: str, route: Route, part: Literal["key", "value"] = "value") -> Fault:
        if code in self.dropped:
            return Fault("E327", route, {"id": code}, part)
        known = [*self._parts, *(domain.id for domain in self.base.domains)]
        near = get_close_matches(code, known, n=1)
        data: dict[str, Datum] = {"id": code, "base": self.base.id}
        return Fault("E320", route, data | ({"close": near[0]} if near else {}), part)

    def drop(self) -> Iterator[Fault]:
        """Take parts out; a group is never left empty in silence."""
        emptied: list[tuple[_Part, Route]] = []
        for at, code in enumerate(self.overlay.drop):
            part = self._parts.get(code)
            if part is None:
                yield self._unknown(code, ("drop", at))
                continue
            self.dropped |= {below.node.code for below in part.below}
            above = next((other for other in self._parts.values() if part in other.parts), None)
            (self.domains if above is None else above.parts).remove(part)
            if above is not None and not above.parts:
                emptied.append((above, ("drop", at)))
        filled = {addition.under for addition in self.overlay.add}
        for above, route in emptied:
            node = above.node
            if node.code not in self.dropped and not {node.code, getattr(node, "id", node.code)} & filled:
                yield Fault("E326", route, {"id": node.code})

    def change(self) -> Iterator[Fault]:
        """Replace named fields, of domains and groups first: what is said of one leaf wins."""
        parts = self._parts
        inner = [code for code in self.overlay.change if code not in parts or isinstance(parts[code].node, Leaf)]
        outer = sorted(set(self.overlay.change) - set(inner), key=lambda code: len(parts[code].route))
        for code in (*outer, *inner):
            route: Route = ("change", code)
            if code not in parts:
                yield self._unknown(code, route, "key")
            else:
                yield from self._changed(parts[code], self.overlay.change[code], route)

    def _changed(self, part: _Part, change: Change, route: Route) -> Iterator[Fault]:
        kind: type[Element] = type(part.node)
        named = {name: getattr(change, name) for name in change.model_fields_set}
        if kind is not Leaf and "appraised_by" in named:
            appraiser = named.pop("appraised_by")
            for below in part.below:
                if isinstance(below.node, Leaf):
                    below.node = below.node.model_copy(update={"appraised_by": appraiser})
        allowed = [name for name in Change.model_fields if name in kind.model_fields or name == "appraised_by"]
        wrong = False
        for name, value in named.items():
            if name not in allowed:
                wrong = True
                data = {"key": name, "id": part.node.code, "allowed": ", ".join(allowed)}
                yield Fault("E322", (*route, name), data, "key")
            elif value is None and kind.model_fields[name].default is not None:
                wrong = True
                yield Fault("E227", (*route, name), {"key": name})
        if wrong:
            return
        try:
            stated = {name: getattr(part.node, name) for name in kind.model_fields}
            part.node = kind.model_validate(stated | named)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                at = one["loc"][:1] or _formula(one["type"], named)
                yield Fault(one["type"], (*route, *at), one.get("ctx", {}))

    def add(self) -> Iterator[Fault]:
        """Put the additions in their places, in the order of the file."""
        ids = {domain.id: domain.code for domain in self.base.domains}
        for number, addition in enumerate(self.overlay.add):
            route: Route = ("add", number)
            above = self._parts.get(ids.get(addition.under, addition.under))
            if above is None:
                code = ids.get(addition.under, addition.under)
                yield self._unknown(code if code in self.dropped else addition.under, (*route, "under"))
                continue
            if isinstance(above.node, Leaf):
                yield Fault("E324", (*route, "under"), {"id": above.node.code})
                continue
            new = [_part(node, (*route, "criteria", at), own=True) for at, node in enumerate(addition.criteria)]
            known = set(self._parts)
            for part in (below for each in new for below in each.below):
                if part.node.code in known:
                    yield Fault("E323", (*part.route, "code"), {"id": part.node.code, "base": self.base.id})
                known.add(part.node.code)
            yield from self._placed(above, new, addition.after, (*route, "after"))

    def _placed(self, above: _Part, new: list[_Part], after: str | None, route: Route) -> Iterator[Fault]:
        codes = [part.node.code for part in above.parts]
        if after is None:
            above.parts += new
        elif after in codes:
            at = codes.index(after) + 1
            above.parts[at:at] = new
        elif after in self._parts:
            yield Fault("E325", route, {"id": after, "under": above.node.code, "known": ", ".join(codes)})
        else:
            yield self._unknown(after, route)


def _formula(what: str, named: Collection[str]) -> Route:
    """Where a formula that does not go with its facts was changed: the leaf as a whole is told of it."""
    if not what.startswith("formula_"):
        return ()
    return ("rule", "expression") if "rule" in named else ("facts",)


def _part(node: Element, route: Route, *, own: bool) -> _Part:
    inner = [] if isinstance(node, Leaf) else node.criteria
    return _Part(node, own, route, [_part(each, (*route, "criteria", at), own=own) for at, each in enumerate(inner)])


def _frozen(part: _Part) -> Element:
    if isinstance(part.node, Leaf):
        return part.node
    inner: list[Node] = [node for each in part.parts if not isinstance(node := _frozen(each), Domain)]
    return part.node.model_copy(update={"criteria": inner})


def _origins(parts: list[_Part], route: Route) -> Iterator[tuple[Route, Origin]]:
    for at, part in enumerate(parts):
        here = (*route, at)
        yield here, Origin(part.node.code, part.own, part.route)
        yield from _origins(part.parts, (*here, "criteria"))
