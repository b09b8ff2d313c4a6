"""From the cells that were changed to changes of the unit's file, three ways: as they were, as filled in, as it is.

As they were: when the form was made, or when it was last read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from parindex.files.yaml_edit import GONE, applied
from parindex.reports.forms.cells import Field, at, stated
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum

_ORDER = ("documents", "facts", "reports", "tasks", "previous", "not_arising", "claims", "explanations", "report")
"""In which order new sections are added to a file."""


class Filled(Struct, frozen=True):
    """A field with what the form now says."""

    field: Field
    value: str
    where: str

    @property
    def changed(self) -> bool:
        """Whether the cell says something else than when the form was made or last read."""
        return self.value != self.field.base


class Merge(Struct):
    """What to change in the unit's file."""

    edits: dict[Route, Any] = {}
    changes: list[Filled] = []
    """The cells whose values go into the file."""
    findings: list[Finding] = []
    form_wins: bool = False
    """What the form says is right where the file was changed since, too."""
    origin: dict[Route, Filled] = {}
    """The cell of each route, so that what the file's model refuses can be told by cell."""


def merge(filled: Sequence[Filled], data: Any, *, form_wins: bool = False) -> Merge:
    """The changes that bring a file to what the form says; ``data`` is the raw data of the file as it is now.

    A cell that still says what it said when the form was made or last read changes nothing, whatever the file says
    now. Where the form and the file were both changed, and differently, nothing is guessed: E182 names the cell. With
    ``form_wins`` the form is right there.
    """
    result = Merge(form_wins=form_wins)
    read = {str(each.field.route[1]): each for each in filled if each.field.kind == "document-id" and each.field.base}
    """New documents of the form that were read before, by the name of their row."""
    plain: list[Filled] = []
    lists: dict[Route, list[Filled]] = defaultdict(list)
    ticks: dict[Route, list[Filled]] = defaultdict(list)
    documents: dict[str, list[Filled]] = defaultdict(list)
    renamed: dict[str, list[Filled]] = defaultdict(list)
    for each in filled:
        route = each.field.route
        if route[0] == "documents" and (name := read.get(str(route[1]))) is not None:
            if name.changed:
                renamed[name.field.base].append(each)
                continue
            if each is name:
                continue
            route = ("documents", name.value, *route[2:])
            each = replace(each, field=replace(each.field, route=route))
        result.origin.setdefault(route, each)
        if each.field.kind == "tick":
            ticks[route[:-1]].append(each)
        elif route[0] == "documents" and str(route[1]).startswith("+"):
            documents[str(route[1])].append(each)
        elif (place := _list_of(route)) is not None:
            lists[place].append(each)
        elif each.changed:
            plain.append(each)
    for each in plain:
        _plain(each, data, result)
    for route, slots in lists.items():
        _list(route, slots, data, result)
    for route, items in ticks.items():
        _ticks(route, items, data, result)
    for id_, fields in renamed.items():
        _renamed(id_, fields, data, result)
    known = {str(each.field.route[1]) for each in filled if each.field.route[0] == "documents"}
    _documents(documents, known | {each.value for each in read.values()}, data, result)
    result.edits = _pruned(_ordered(result.edits), data)
    return result


def _plain(each: Filled, data: Any, result: Merge) -> None:
    route, kind = each.field.route, each.field.kind
    if not _stands(each, stated(kind, route, data), result):
        return
    if route[0] == "not_arising" and not each.value:
        route = route[:2]  # without its reason the declaration is withdrawn
    result.edits[route] = _stored(each)
    result.changes.append(each)


def _stands(each: Filled, current: str, result: Merge) -> bool:
    """Whether the change is to be made: the file does not say it yet, and was not changed otherwise meanwhile."""
    if current == each.value:
        return False
    ticks = each.field.kind == "tick" and "true" not in (current, each.field.base)  # blank, and not among those done
    if current != each.field.base and not ticks and not result.form_wins:
        result.findings.append(_both_changed(each, current))
        return False
    return True


def _both_changed(each: Filled, current: str) -> Finding:
    words: dict[str, Datum] = {"form": each.value or "–", "file": current or "–", "base": each.field.base or "–"}
    return Finding("E182", each.where, data=words)


def _stored(each: Filled) -> Any:
    """The value as the file holds it."""
    if not each.value:
        return GONE
    if each.field.kind == "lines":
        return each.value.split("\n")
    return each.value == "true" if each.field.kind in ("yes-no", "tick") else each.value


def _list_of(route: Route) -> Route | None:
    """The list that a field is in an item of."""
    numbers = [number for number, step in enumerate(route) if isinstance(step, int)]
    return route[: numbers[0]] if numbers else None


def _list(route: Route, slots: list[Filled], data: Any, result: Merge) -> None:
    """Items of a list: evidence, and cases that do not count."""
    changed = [each for each in slots if each.changed]
    if not changed:
        return
    depth = len(route)
    items: dict[int, list[Filled]] = defaultdict(list)
    for each in slots:
        items[int(each.field.route[depth])].append(each)
    given = at(data, route)
    length = len(given) if isinstance(given, list) else 0
    wanted = [item for number in sorted(items) if (item := _item(items[number], depth))]
    if wanted == _as_text(given):
        return
    known = [number for number in sorted(items) if any(each.field.base for each in items[number])]
    places = {number: place for place, number in enumerate(known)}
    """Where the file holds the items that it has."""

    def of_file(each: Filled) -> Route:
        return (*route, places[int(each.field.route[depth])], *each.field.route[depth + 1 :])

    held = [each for number in known for each in items[number]]
    same = all(stated(each.field.kind, of_file(each), data) == each.field.base for each in held)
    if not same or length != len(known):
        if result.form_wins and _holds_no_more(given, wanted):
            result.edits[route] = wanted or GONE
            _complete(items, depth, route, result)
            result.changes += changed
            return
        result.findings += [_both_changed(each, stated(each.field.kind, each.field.route, data)) for each in changed]
        return
    touched = {number: items[number] for number in sorted(items) if any(each.changed for each in items[number])}
    for number, fields in touched.items():
        item = _item(fields, depth)
        if number not in places:
            if item:
                result.edits[(*route, length)] = item
                result.origin |= {(*route, length, *each.field.route[depth + 1 :]): each for each in fields}
                length += 1
        elif not item:
            result.edits[(*route, places[number])] = GONE
        else:
            own = {of_file(each): each for each in fields if each.changed}
            result.edits |= {place: _stored(each) for place, each in own.items()}
            result.origin |= own
    _complete(touched, depth, route, result)
    result.changes += changed


def _complete(items: Mapping[int, list[Filled]], depth: int, route: Route, result: Merge) -> None:
    """Hold that every item has what it cannot be without."""
    for number in sorted(items):
        item = _item(items[number], depth)
        if item and next(iter(item)) != _first_key(items[number], depth):
            missing = next(each for each in items[number] if each.value)
            code = "E181" if route[-1] == "evidence" else "E184"
            result.findings.append(Finding(code, missing.where, data={"value": missing.value}))


def _holds_no_more(given: Any, wanted: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a list can be put as a whole: it has no keys but those of the form."""
    keys = {key for item in wanted for key in item}
    return given is None or (
        isinstance(given, list) and all(isinstance(item, dict) and set(item) <= keys for item in given)
    )


def _item(fields: list[Filled], depth: int) -> dict[str, Any]:
    return {str(each.field.route[depth + 1]): each.value for each in fields if each.value}


def _first_key(fields: list[Filled], depth: int) -> str:
    """The key that an item cannot be without: the document of a proof, the number of cases."""
    return str(fields[0].field.route[depth + 1])


def _as_text(given: Any) -> list[Any]:
    return given if isinstance(given, list) else []


def _ticks(route: Route, items: list[Filled], data: Any, result: Merge) -> None:
    """A checklist: what is answered yes is done; all blank says nothing at all."""
    changed = [each for each in items if each.changed]
    kept = [each for each in changed if _stands(each, stated("tick", each.field.route, data), result)]
    if not kept:
        return
    given = at(data, route)
    done: list[Any] = list(given) if isinstance(given, list) else []
    now = {str(each.field.route[-1]): each.value for each in items}
    done = [item for item in done if now.get(str(item), "true") == "true"]
    done += [item for item, value in now.items() if value == "true" and item not in done]
    result.edits[route] = done if done or any(now.values()) else GONE
    result.changes += kept
    result.origin.setdefault(route, kept[0])


def _renamed(id_: str, fields: list[Filled], data: Any, result: Merge) -> None:
    """A document that was read under another id, or that is no longer in the form."""
    name = next(each for each in fields if each.field.kind == "document-id")
    given = [each for each in fields if each.value]
    if given and not name.value:
        result.findings.append(Finding("E183", given[0].where, data={"value": given[0].value}))
        return
    old = at(data, ("documents", id_))
    if old is not None:
        result.edits[("documents", id_)] = GONE
    if name.value:
        if at(data, ("documents", name.value)) is not None:
            result.findings.append(Finding("E180", name.where, data={"value": name.value}))
        place: Route = ("documents", name.value)
        own = {(*place, *each.field.route[2:]): each for each in fields if each is not name}
        whole = {"documents": {name.value: old or {}}}
        result.edits[place] = at(applied(whole, {route: _stored(each) for route, each in own.items()}), place)
        result.origin |= {place: name, **own}
    result.changes += [each for each in fields if each.changed]


def _documents(rows: Mapping[str, list[Filled]], known: Collection[str], data: Any, result: Merge) -> None:
    """New documents, under the ids that they are given; ``known`` are those that stand in the form with their ids."""
    declared = at(data, ("documents",))
    taken = set(declared) if isinstance(declared, dict) else set()
    added: set[str] = set()
    for fields in rows.values():
        given = [each for each in fields if each.value]
        if not given:
            continue
        name = next((each for each in given if each.field.kind == "document-id"), None)
        if name is None and not any(each.field.kind == "document-id" for each in fields):
            continue  # its id cannot be read, which was told
        if name is None:
            result.findings.append(Finding("E183", given[0].where, data={"value": given[0].value}))
            continue
        own = {each: ("documents", name.value, *each.field.route[2:]) for each in fields if each is not name}
        new = {each: route for each, route in own.items() if stated(each.field.kind, route, data) != each.value}
        if name.value in taken and (result.form_wins and name.value not in {*known, *added}):
            pass  # this form was read before, and filled in further
        elif name.value in taken | added:
            if name.value in added or any(each.value for each in new):
                result.findings.append(Finding("E180", name.where, data={"value": name.value}))
            continue  # this form was read before
        added.add(name.value)
        result.origin[("documents", name.value)] = name
        for each, route in new.items():
            result.edits[route] = _stored(each)
            result.origin[route] = each
        if given == [name] and name.value not in taken:
            result.edits[("documents", name.value)] = {}
        result.changes += new if name.value in taken else given


def _ordered(edits: Mapping[Route, Any]) -> dict[Route, Any]:
    return dict(sorted(edits.items(), key=lambda item: _ORDER.index(str(item[0][0]))))


def _pruned(edits: Mapping[Route, Any], data: Any) -> dict[Route, Any]:
    """Take away what a change leaves empty: figures without a figure, a list of evidence without evidence."""
    result: dict[Route, Any] = dict(edits)
    while True:
        after = applied(data, result)
        empty = next(
            (
                above
                for route, value in result.items()
                if value is GONE
                for above in _above(route)
                if at(after, above) in ({}, []) and at(data, above) not in ({}, [])
            ),
            None,
        )
        if empty is None:
            return result
        if empty[-1] == "values" and empty[-3:-2] == ("periods",):
            empty = empty[:-1]  # what proved the figures of a quarter goes with them
        result = {route: value for route, value in result.items() if route[: len(empty)] != empty} | {empty: GONE}


def _above(route: Route) -> Iterator[Route]:
    for length in range(len(route) - 1, 0, -1):
        yield route[:length]
