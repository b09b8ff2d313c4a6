"""Places: who stands where in a group, how far from the leader, and what changed since last year. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Literal

from msgspec import Struct

from parindex.model.policy import Rounding
from parindex.values.numbers import HUNDRED, ZERO, exact, rounded

Ties = Literal["shared", "exact"]
NameKey = Callable[[str], Any]


class Standing(Struct, frozen=True):
    """One unit's index in one part, before places are given."""

    id: str
    name: str
    index: Decimal
    previous_index: Decimal | None = None
    previous_place: int | None = None
    score_class: str | None = None


class Place(Struct, frozen=True):
    """A unit's place among its group in one part."""

    standing: Standing
    place: int
    """From 1; units that tie share it, and the next place counts all of them."""
    shared: bool
    """Whether another unit has the same place."""
    behind: Decimal
    """The leader's index less the unit's own, exact."""
    change: Decimal | None
    """Index less last year's, exact; ``None`` where last year's is not known."""
    previous_place: int | None
    """As published; where no unit of the group gives one, or they count other units, worked out from last year's
    indices of the group, if all are known."""
    climbed: int | None
    """Places won since last year; negative for places lost."""


def rank(standings: Sequence[Standing], *, ties: Ties, rounding: Rounding, name_key: NameKey) -> list[Place]:
    """Places by index, the best first; units of one place stand by name.

    With ``shared`` equal printed indices (by ``rounding``) share a place; with ``exact`` only equal exact ones do, for
    then nothing tells the units apart. After a shared place the next one skips: 1, 2, 2, 4. The order of
    ``standings`` does not matter. ``name_key`` sorts names (the Vietnamese alphabet); the unit's id decides last.
    """
    worth = _worth(ties, rounding)
    ordered = sorted(standings, key=lambda each: (-worth(each.index), name_key(each.name), each.id))
    places = _numbered([worth(each.index) for each in ordered])
    holders = Counter(places)
    before = _previous_places(ordered, worth)
    leader = max((each.index for each in ordered), default=ZERO)
    found = []
    for standing, place in zip(ordered, places, strict=True):
        last = before.get(standing.id)
        with exact():
            behind = leader - standing.index
            change = None if standing.previous_index is None else standing.index - standing.previous_index
        climbed = None if last is None else last - place
        found.append(Place(standing, place, holders[place] > 1, behind, change, last, climbed))
    return found


def _worth(ties: Ties, rounding: Rounding) -> Callable[[Decimal], Decimal]:
    if ties == "exact":
        return lambda index: index
    return lambda index: rounded(index, rounding.digits, rounding.mode)


def _numbered(worths: Sequence[Decimal]) -> list[int]:
    places: list[int] = []
    for number, worth in enumerate(worths, start=1):
        places.append(places[-1] if number > 1 and worth == worths[number - 2] else number)
    return places


def _previous_places(standings: Sequence[Standing], worth: Callable[[Decimal], Decimal]) -> dict[str, int]:
    """Last year's places. Published and worked-out places are never mixed: they may count different units.

    Published places that the group is too small for were given among other units, and are not compared with.
    """
    given = {each.id: each.previous_place for each in standings if each.previous_place is not None}
    if given and max(given.values()) <= len(standings):
        return given
    known = [(worth(each.previous_index), each.id) for each in standings if each.previous_index is not None]
    if len(known) < len(standings):
        return {}
    known.sort(key=lambda pair: -pair[0])
    places = _numbered([pair[0] for pair in known])
    return {id_: place for (_, id_), place in zip(known, places, strict=True)}


class ClassShare(Struct, frozen=True):
    """How many units of a group are in a class."""

    name: str | None
    """``None``: below all classes, or the set has none."""
    units: int
    share: Decimal
    """Percent of the ranked units, exact. Printed with two decimals the shares may add up to 100,01: they are
    printed as they are, never bent to fit."""


class Summary(Struct, frozen=True):
    """A group in one part."""

    units: int
    """Units ranked."""
    mean: Decimal | None
    """The mean of their exact indices; ``None`` without units."""
    highest: Decimal | None
    lowest: Decimal | None
    classes: tuple[ClassShare, ...]


def summarise(standings: Sequence[Standing], classes: Sequence[str]) -> Summary:
    """Mean, extremes and class shares; ``classes`` are the names of the set's classes, the best first."""
    count = len(standings)
    if not count:
        return Summary(0, None, None, None, ())
    indices = [each.index for each in standings]
    held = [each.score_class for each in standings]
    names: list[str | None] = [*classes, *([None] if None in held else [])]
    with exact():
        mean = sum(indices, ZERO) / count
        shares = tuple(
            ClassShare(name, held.count(name), HUNDRED * held.count(name) / count)
            for name in (names if classes else [])
        )
    return Summary(count, mean, max(indices), min(indices), shares)
