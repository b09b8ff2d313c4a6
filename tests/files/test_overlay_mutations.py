"""Good overlays broken in every place: each slip is told, none changes the points in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from parindex.checks.sets import check_criteria
from parindex.files.library import Library
from parindex.files.overlay import criteria_of
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read

LIBRARY = Library()
OVERLAYS = ["cap-xa-thanh-pho-2023", "cap-huyen-2023", "co-quan-2023", "cap-tinh-2023"]
Data = dict[str, Any]


def codes(data: Data) -> set[str]:
    """What is said of an overlay: the faults that keep it from loading, or what the check of the set finds."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
    try:
        criteria, document = criteria_of(read(text, "f.yaml"), LIBRARY.base)
    except Unusable as problem:
        assert all(finding.file == "f.yaml" and finding.place for finding in problem.findings)
        return {finding.code for finding in problem.findings}
    return {finding.code for finding in check_criteria(criteria, document, LIBRARY.indicators)}


def misspelt_drops(data: Data) -> Iterator[str]:
    for at, code in enumerate(data["drop"]):
        data["drop"][at] = f"{code}.99"
        yield code
        data["drop"][at] = code


def drops_twice(data: Data) -> Iterator[str]:
    for code in list(data["drop"]):
        data["drop"].append(code)
        yield code
        data["drop"].pop()


def forgotten_drops(data: Data) -> Iterator[str]:
    for at, code in enumerate(list(data["drop"])):
        del data["drop"][at]
        yield code
        data["drop"].insert(at, code)


def misspelt_changes(data: Data) -> Iterator[str]:
    for code in list(data["change"]):
        change = data["change"].pop(code)
        data["change"][f"{code}.99"] = change
        yield code
        del data["change"][f"{code}.99"]
        data["change"][code] = change


def changed_maxima(data: Data) -> Iterator[str]:
    for code, change in data["change"].items():
        if "points" in change:
            change["points"] = "77" + (old := change["points"])
            yield code
            change["points"] = old


def changes_of_what_is_dropped(data: Data) -> Iterator[str]:
    for code in data["drop"]:
        data["change"][code] = {"name": "A"}
        yield code
        del data["change"][code]


def misplaced_additions(data: Data) -> Iterator[str]:
    for addition in data.get("add", []):
        old, addition["under"] = addition["under"], "9.9"
        yield old
        addition["under"] = old


def additions_after_nothing(data: Data) -> Iterator[str]:
    for addition in data.get("add", []):
        addition["after"] = "9.9"
        yield addition["under"]
        del addition["after"]


def additions_with_a_code_of_the_base(data: Data) -> Iterator[str]:
    for addition in data.get("add", []):
        for leaf in addition["criteria"]:
            old, leaf["code"] = leaf["code"], "3.1.1"
            yield old
            leaf["code"] = old


def forgotten_additions(data: Data) -> Iterator[str]:
    for at, addition in enumerate(list(data.get("add", []))):
        del data["add"][at]
        yield addition["under"]
        data["add"].insert(at, addition)


BREAKING: list[tuple[Callable[[Data], Iterator[str]], set[str]]] = [
    (misspelt_drops, {"E320"}),
    (drops_twice, {"E327"}),
    (forgotten_drops, {"W704", "W705"}),
    (misspelt_changes, {"E320"}),
    (changed_maxima, {"W705"}),
    (changes_of_what_is_dropped, {"E327"}),
    (misplaced_additions, {"E320", "E326"}),
    (additions_after_nothing, {"E320"}),
    (additions_with_a_code_of_the_base, {"E323"}),
    (forgotten_additions, {"W704", "W705", "E326"}),
]


@pytest.mark.parametrize("id_", OVERLAYS)
def test_the_overlay_itself_is_good(id_: str) -> None:
    assert codes(LIBRARY.document("criteria", id_).data) == set()


@pytest.mark.parametrize("id_", OVERLAYS)
@pytest.mark.parametrize(("breaking", "expected"), BREAKING, ids=[breaking.__name__ for breaking, _ in BREAKING])
def test_every_slip_is_told(id_: str, breaking: Callable[[Data], Iterator[str]], expected: set[str]) -> None:
    data = deepcopy(LIBRARY.document("criteria", id_).data)
    tried = 0
    # Every third place keeps the suite fast: the places of a kind are alike.
    for number, where in enumerate(breaking(data)):
        if number % 3 == 0:
            tried += 1
            found = codes(data)
            assert found & expected, where
            # E326: a group that holds additions only is left empty.
            assert found <= expected | {"W704", "W705", "E326"}, where
    assert tried or "add" not in data
    assert data == LIBRARY.document("criteria", id_).data
