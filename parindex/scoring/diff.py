"""What changed between two criteria sets: leaves matched by code, by indicator and by name; everything as data."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from decimal import Decimal

from msgspec import Struct

from parindex.model.criteria import CriteriaSet, Domain, Group, Leaf, Node, leaves_of
from parindex.values.numbers import exact

HEADINGS = ("title", "level", "year", "status", "decision", "scale", "data_period")
"""Fields of the set itself that are compared; its id is how it was asked for."""

FIELDS = (
    "code",
    "name",
    "points",
    "counts",
    "indicator",
    "facts",
    "rule",
    "otherwise",
    "evidence",
    "scored_by",
    "appraised_by",
    "aspiration",
    "not_arising",
)
"""Fields of a leaf that change how it is scored or read; notes and cases do not."""


class Change(Struct, frozen=True):
    """One field that differs."""

    field: str
    before: object
    after: object


class LeafChange(Struct, frozen=True):
    """A leaf that stands in both sets and differs."""

    before: Leaf
    after: Leaf
    changes: tuple[Change, ...]


class PartChange(Struct, frozen=True):
    """A domain or group that differs in name or maximum, came (no ``before``) or went (no ``after``)."""

    code: str
    name: str
    changes: tuple[Change, ...]
    came: bool = False
    went: bool = False


class SetDiff(Struct, frozen=True):
    """All differences of two sets."""

    before: CriteriaSet
    after: CriteriaSet
    heading: tuple[Change, ...]
    policy: tuple[Change, ...]
    windows: tuple[Change, ...]
    domains: tuple[PartChange, ...]
    groups: tuple[PartChange, ...]
    added: tuple[Leaf, ...]
    dropped: tuple[Leaf, ...]
    changed: tuple[LeafChange, ...]
    same: int
    """Leaves that do not differ."""

    @property
    def empty(self) -> bool:
        """Whether the two sets score alike."""
        parts = (self.heading, self.policy, self.windows, self.domains, self.groups)
        return not any((*parts, self.added, self.dropped, self.changed))


def diff(before: CriteriaSet, after: CriteriaSet) -> SetDiff:
    """What changed from one set to the other.

    A leaf is taken for the same when code and indicator (or code and name) agree, else when indicator, code or name
    does, in this order; so a criterion that only got another number is changed, not dropped and added.
    """
    old = [leaf for _, leaf in before.leaves()]
    new = [leaf for _, leaf in after.leaves()]
    order = {id(leaf): number for number, leaf in enumerate(new)}
    pairs = sorted(_pairs(old, new), key=lambda pair: order[id(pair[1])])
    taken_old, taken_new = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    changed = [LeafChange(a, b, found) for a, b in pairs if (found := tuple(_changes(a, b, FIELDS)))]
    return SetDiff(
        before,
        after,
        heading=tuple(_changes(before, after, HEADINGS)),
        policy=tuple(_changes(before.policy, after.policy, tuple(type(before.policy).model_fields))),
        windows=tuple(
            Change(kind, before.windows.get(kind), after.windows.get(kind))
            for kind in dict.fromkeys((*before.windows, *after.windows))
            if before.windows.get(kind) != after.windows.get(kind)
        ),
        domains=tuple(_parts({d.id: d for d in before.domains}, {d.id: d for d in after.domains})),
        groups=tuple(_parts(_groups(before), _groups(after))),
        added=tuple(leaf for leaf in new if id(leaf) not in taken_new),
        dropped=tuple(leaf for leaf in old if id(leaf) not in taken_old),
        changed=tuple(changed),
        same=len(pairs) - len(changed),
    )


def maximum(nodes: list[Node]) -> Decimal:
    """The maximum of some nodes, without bonus and penalty points unless there are no others."""
    leaves = list(leaves_of(nodes))
    normal = [leaf for leaf in leaves if leaf.counts == "normal"]
    with exact():
        return sum((leaf.points for leaf in normal or leaves), Decimal(0))


def _fed_by(leaf: Leaf) -> Hashable:
    return tuple(sorted(leaf.names.values())) or None


_SAME: tuple[Callable[[Leaf], Hashable], ...] = (
    lambda leaf: (leaf.code, fed) if (fed := _fed_by(leaf)) else None,
    lambda leaf: (leaf.code, leaf.name),
    _fed_by,
    lambda leaf: leaf.code,
    lambda leaf: leaf.name,
)
"""What makes two leaves the same, the surest first; ``None`` matches nothing."""


def _pairs(old: list[Leaf], new: list[Leaf]) -> Iterator[tuple[Leaf, Leaf]]:
    left, right = list(old), list(new)
    for key in _SAME:
        waiting: dict[Hashable, list[Leaf]] = {}
        for leaf in right:
            if (mark := key(leaf)) is not None:
                waiting.setdefault(mark, []).append(leaf)
        for leaf in tuple(left):
            if (mark := key(leaf)) is not None and waiting.get(mark):
                match = waiting[mark].pop(0)
                left = [each for each in left if each is not leaf]
                right = [each for each in right if each is not match]
                yield leaf, match


def _changes(before: object, after: object, fields: tuple[str, ...]) -> Iterator[Change]:
    for field in fields:
        one, other = getattr(before, field), getattr(after, field)
        if one != other:
            yield Change(field, one, other)


def _groups(criteria: CriteriaSet) -> dict[str, Group]:
    found: dict[str, Group] = {}

    def below(nodes: list[Node]) -> None:
        for node in nodes:
            if isinstance(node, Group):
                found.setdefault(node.code, node)
                below(node.criteria)

    for domain in criteria.domains:
        below(domain.criteria)
    return found


def _parts(
    old: dict[str, Domain] | dict[str, Group], new: dict[str, Domain] | dict[str, Group]
) -> Iterator[PartChange]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before is None or after is None:
            given = before or after
            if given is not None:
                points = Change("points", before and maximum(before.criteria), after and maximum(after.criteria))
                yield PartChange(given.code, given.name, (points,), came=before is None, went=after is None)
            continue
        changes = [*_changes(before, after, ("code", "name"))]
        one, other = maximum(before.criteria), maximum(after.criteria)
        if one != other:
            changes.append(Change("points", one, other))
        if changes:
            yield PartChange(after.code, after.name, tuple(changes))
