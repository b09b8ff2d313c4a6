"""From pydantic's errors to findings on the line of the value that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from parindex.files.codes import CODE_OF_PATTERN, CODE_OF_TYPE, NOTHING, UNKNOWN_TYPE, WRONG_TYPE
from parindex.files.document import Document, holds
from parindex.files.names import names_at
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum

MAX_SKIPS = 8
"""Union tags in one ``loc``: rules inside criteria inside criteria have four."""

_COMMA_NUMBER = re.compile(r"-?\d{1,3}(\.\d{3})*,\d+|-?\d+,\d+", re.ASCII)

SHOWN = 60
"""Characters of a value that a message repeats."""


def findings_of(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Finding]:
    """The findings of a failed validation, each on its own value, in the order of the file."""
    found = [_finding(one, document, model) for one in error.errors(include_url=False)]
    kept: dict[tuple[Route, str], Finding] = {}
    for finding in _without_other_branches(found):
        kept.setdefault((finding.route, finding.part), finding)
    return sorted(kept.values(), key=_position)


def route_of(loc: tuple[str | int, ...], data: Any, found: Any) -> Route | None:
    """The keys that lead to the datum ``found``, which pydantic says lies at ``loc``.

    pydantic puts the tags of unions into ``loc``, and a tag may be spelled as a key is (``bands.bands``). So the ways
    to take some of ``loc`` for keys and skip the others are tried, fewest skips first, and the way whose datum *is*
    the input of the error is the right one.
    """
    for skips in range(min(len(loc), MAX_SKIPS) + 1):
        for route, datum in _ways(loc, data, skips):
            if datum is found:
                return route
    return None


def _ways(loc: tuple[str | int, ...], data: Any, skips: int) -> Iterator[tuple[Route, Any]]:
    if not loc:
        if skips == 0:
            yield (), data
        return
    first, rest = loc[0], loc[1:]
    if holds(data, first):
        for route, datum in _ways(rest, data[first], skips):
            yield (first, *route), datum
    if skips:
        yield from _ways(rest, data, skips - 1)


def _longest(loc: tuple[str | int, ...], data: Any) -> Route:
    """As far as the keys of ``loc`` go: for an error whose input is not a value of the file."""
    route: list[str | int] = []
    for key in loc:
        if holds(data, key):
            data = data[key]
            route.append(key)
    return tuple(route)


def _finding(error: Mapping[str, Any], document: Document, model: type[BaseModel]) -> Finding:
    kind, loc, value = error["type"], tuple(error["loc"]), error["input"]
    context = error.get("ctx", {})
    if kind == "missing":
        route = (*_route(loc[:-1], document, value), loc[-1])
        return document.finding("E201", route, key=str(loc[-1]))
    if kind == "extra_forbidden":
        above = _above(loc, document)
        return _unknown_key(document, above, loc[-1], model)
    if loc and loc[-1] == "[key]":
        above = _above(loc[:-1], document)
        return document.key_finding(_code(kind, context), (*above, loc[-2]), value=_shown(loc[-2]))
    route = _route(loc, document, value)
    if kind == "union_tag_not_found":
        return document.finding("E230", (*route, "kind"), key=str(context["discriminator"]).strip("'"))
    if kind == "union_tag_invalid":
        tag, tags = str(context["tag"]), _quoted(context["expected_tags"])
        return document.finding("E229", (*route, "kind"), **_choice(tag, tags))
    if value is None and kind not in ("literal_error", "greater_than_equal"):
        return document.finding(NOTHING, route, key=str(route[-1]) if route else "")
    data = data_of(kind, context, value)
    if kind not in CODE_OF_TYPE:
        data |= {"type": kind, "message": str(error["msg"])}
    if kind.startswith("formula_"):
        return in_formula(document.finding(_code(kind, context), _expression(route, value), **data), document)
    return document.finding(_code(kind, context), route, **data)


def _expression(route: Route, value: Any) -> Route:
    """Names are checked by the leaf, which knows its facts: the error is about the formula of its rule all the same."""
    for key in ("rule", "expression"):
        if isinstance(value, dict) and key in value:
            route, value = (*route, key), value[key]
    return route


def in_formula(finding: Finding, document: Document) -> Finding:
    """The same at the character that it names, where the formula stands on one line as it is."""
    position, place = finding.data.get("position"), finding.place
    text = document.value(finding.route)
    if not isinstance(position, int) or not isinstance(text, str) or place is None or place.end_column is None:
        return finding
    start = place.text.find(text, place.column - 1, place.end_column - 1) + position
    if start < position:
        return finding
    found = finding.data.get("found", finding.data.get("name", ""))
    end = min(start + max(1, len(str(found))), place.end_column)
    return replace(finding, place=replace(place, column=start, end_column=max(end, start + 1)))


def _route(loc: tuple[str | int, ...], document: Document, value: Any) -> Route:
    route = route_of(loc, document.data, value)
    return _longest(loc, document.data) if route is None else route


def _above(loc: tuple[str | int, ...], document: Document) -> Route:
    """The route of the mapping that holds the key at the end of ``loc``."""
    for skips in range(min(len(loc), MAX_SKIPS)):
        for route, datum in _ways(loc[:-1], document.data, skips):
            if isinstance(datum, dict) and loc[-1] in datum:
                return route
    return _longest(loc[:-1], document.data)


def _unknown_key(document: Document, above: Route, key: str | int, model: type[BaseModel]) -> Finding:
    if (cut := _cut_number(document, above, key)) is not None:
        return cut
    known = names_at(model, above, document.data)
    near = _close(str(key), known)
    return document.key_finding("E202", (*above, key), key=str(key), allowed=", ".join(known), **near)


def _cut_number(document: Document, above: Route, key: str | int) -> Finding | None:
    """A number with a decimal comma between braces: YAML ends ``98,5`` at the comma and takes the 5 for a key."""
    mapping = document.value(above)
    if not isinstance(mapping, dict) or not isinstance(key, str) or mapping[key] is not None:
        return None
    before = list(mapping)[list(mapping).index(key) - 1]
    whole, place = mapping[before], document.place((*above, before))
    digits = document.place((*above, key), "key")
    printed = f"{whole},{key}"
    stands = place.line == digits.line and place.text.startswith(printed, place.column - 1)
    if not isinstance(whole, str) or not stands or not _COMMA_NUMBER.fullmatch(printed):
        return None
    right = printed.replace(".", "").replace(",", ".")
    finding = document.finding("E204", (*above, before), value=printed, right=right)
    return replace(finding, place=replace(place, end_column=digits.end_column))


def _code(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return CODE_OF_PATTERN.get(context["pattern"], UNKNOWN_TYPE)
    return CODE_OF_TYPE.get(kind, UNKNOWN_TYPE)


def data_of(kind: str, context: Mapping[str, Any], value: Any) -> dict[str, Datum]:
    """What a finding says of an error of the models: its context, its value, and what may be meant."""
    data = {name: datum for name, given in context.items() if (datum := _datum(given)) is not None}
    data.pop("error", None)
    data["value"] = _shown(value)
    if kind == "formula_name":
        data |= _close(str(data["name"]), str(data["allowed"]).split(", "))
    if kind == "literal_error":
        data |= _choice(_shown(value), _quoted(context["expected"]))
        del data["expected"]
    for name, sign in (("ge", "≥"), ("gt", ">"), ("le", "≤"), ("lt", "<")):
        if name in data:
            data |= {"sign": sign, "bound": data.pop(name)}
    return data


def _datum(value: Any) -> Datum | None:
    if isinstance(value, float):
        return f"{value:g}"
    return value if isinstance(value, str | int | bool) else str(value)


def _shown(value: Any) -> str:
    """A value as the file spells it, cut where it is long; of a collection its brackets."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _quoted(text: str) -> list[str]:
    return re.findall(r"'([^']*)'", text)


def _choice(given: str, options: list[str]) -> dict[str, Datum]:
    return {"value": given, "allowed": ", ".join(options), **_close(given, options)}


def _close(word: str, known: list[str]) -> dict[str, Datum]:
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return {"close": near[0]} if near else {}


def _without_other_branches(found: list[Finding]) -> list[Finding]:
    """Without the complaints of a union's other branches.

    A list with a bad item, where a text or a list may stand, is complained of twice: it is no text, and its item is
    bad. The deeper complaint is the one to mend; without a union a value of the wrong type has none.
    """
    above = {finding.route[:length] for finding in found for length in range(len(finding.route))}
    return [finding for finding in found if finding.code not in WRONG_TYPE or finding.route not in above]


def _position(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)
