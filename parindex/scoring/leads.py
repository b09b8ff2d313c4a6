"""Who leads a task: the unit itself, or a group that it belongs to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from parindex.model.plan import Plan, Task
from parindex.model.unit import UnitIdentity

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_HEADS = ("chủ tịch ", "thủ trưởng ", "người đứng đầu ")
_BELOW = {"province": "district", "district": "commune"}
"""The level of the territorial units right below an issuer of plans."""
_OFFICES = (
    "các phòng chuyên môn",
    "các phòng ban",
    "các cơ quan chuyên môn",
    "các cơ quan ban ngành",
    "các sở ngành",
    "các sở ban ngành",
)
"""How plans begin to name all of an issuer's own offices at once."""


def leads(unit: UnitIdentity, plan: Plan, task: Task) -> bool:
    """Whether a task is the unit's to lead.

    All tasks of its own plan are (the leads named there are its posts or parts). Of another's plan those are whose
    lead is the unit, or a group that it belongs to: a collective lead is one obligation per member.
    """
    return concerns(unit, plan, task.lead)


def coordinates(unit: UnitIdentity, plan: Plan, task: Task) -> bool:
    """Whether the unit only helps with a task."""
    return not leads(unit, plan, task) and any(_means(name, plan, unit) for name in names(task.coordinate))


def concerns(unit: UnitIdentity, plan: Plan, who: str | Iterable[str] | None) -> bool:
    """Whether a duty of a plan, given to ``who``, is the unit's: a task, a report or a milestone."""
    return own_plan(unit, plan) or any(_means(name, plan, unit) for name in names(who))


def own_plan(unit: UnitIdentity, plan: Plan) -> bool:
    """Whether the unit, or its head, issued the plan."""
    return _institution(plan.issuer) == _institution(unit.name)


def names(lead: str | Iterable[str] | None) -> list[str]:
    """One lead or several, as a list."""
    if lead is None:
        return []
    return [lead] if isinstance(lead, str) else list(lead)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for what ``name_key`` passes over."""
    return name_key(one) == name_key(other)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The letters of a name, for grouping: plans print one post in several spellings.

    Case, blanks, dashes and commas do not matter, nor NFC or NFD, the vowel that carries the tone (hóa, hoá), and
    whether Ủy ban and Hội đồng nhân dân are written out. Every letter does: a misprint stays a name of its own.
    """
    return _shortened(_letters(name))


def post_key(name: str, plan: Plan) -> str:
    """The key of an office or post within one plan: "Phòng Tư pháp" and "Phòng Tư pháp thành phố" of a city are one."""
    place = _place(plan.issuer)
    kind = next((kind for kind in _KINDS if place.startswith(kind)), None)
    key = name_key(name)
    return key if kind is None else key.removesuffix(f" {kind.strip()}")


def own_leads(unit: UnitIdentity, plan: Plan, task: Task) -> list[str]:
    """The leads of a task that the unit answers for: in its own plan all, in another's those that are it or hold it."""
    own = own_plan(unit, plan)
    return [name for name in names(task.lead) if own or _means(name, plan, unit)]


def _letters(name: str) -> str:
    words: list[str] = []
    spaced = "".join(char if char.isalnum() or unicodedata.combining(char) else " " for char in name.casefold())
    for word in unicodedata.normalize("NFD", spaced).split():
        letters = "".join(char for char in word if char not in _TONES)
        words.append(letters + "".join(sorted(char for char in word if char in _TONES)))
    return " ".join(words)


def _shortened(key: str) -> str:
    return key.replace(_LONG_COMMITTEE, "ubnd").replace(_LONG_COUNCIL, _letters("hđnd"))


_LONG_COMMITTEE = _letters("ủy ban nhân dân")
_LONG_COUNCIL = _letters("hội đồng nhân dân")
_HEAD_KEYS = tuple(_letters(head) + " " for head in _HEADS)
_OFFICE_KEYS = tuple(_letters(office) for office in _OFFICES)
_ALL_OFFICES = _letters("các cơ quan đơn vị")
_COMMITTEES = "ubnd " + _letters("các") + " "
_TOWN = _letters("thị xã")
_KINDS = tuple(
    _letters(kind) + " " for kind in ("tỉnh", "thành phố", "thị xã", "huyện", "quận", "phường", "xã", "thị trấn")
)
_TERRITORIES = {
    "commune": frozenset(_letters("xã phường").split()),
    "district": frozenset([_letters("huyện"), "town"]),
}


def _institution(name: str) -> str:
    """The key of a name, or of the body that it is the head of."""
    key = name_key(name)
    head = next((head for head in _HEAD_KEYS if key.startswith(head)), "")
    return key.removeprefix(head)


def _place(name: str) -> str:
    """The key of a territory, named with or without its committee."""
    return _institution(name).removeprefix("ubnd ")


def _means(name: str, plan: Plan, unit: UnitIdentity) -> bool:
    """Whether a printed name is the unit, its head, or a group that holds it."""
    return _institution(name) == _institution(unit.name) or _member(name, plan, unit, frozenset())


def _member(group: str, plan: Plan, unit: UnitIdentity, above: frozenset[str]) -> bool:
    """By the plan's own list where it has one, else by what the group's name says."""
    key = name_key(group)
    lists = [members for name, members in plan.agencies.items() if name_key(name) == key]
    if not lists:
        return _covers(_institution(group), plan, unit)
    return any(
        same_name(member, unit.name) or (name_key(member) not in above and _member(member, plan, unit, above | {key}))
        for members in lists
        for member in members
    )


def _covers(key: str, plan: Plan, unit: UnitIdentity) -> bool:
    """Whether a collective name says that it holds the unit.

    "UBND các xã, phường" holds the communes right below the issuer, "các phòng chuyên môn" its offices. What does not
    say which units it means ("các cơ quan có liên quan", "các địa phương") holds none.
    """
    if unit.parent is not None and _place(unit.parent) != _place(plan.issuer):
        return False
    if unit.level == "agency":
        return key == _ALL_OFFICES or key.startswith(_OFFICE_KEYS)
    words = set(key.replace(_TOWN, "town").split())
    below = _BELOW.get(plan.level) == unit.level
    return below and key.startswith(_COMMITTEES) and bool(words & _TERRITORIES.get(unit.level, frozenset()))
