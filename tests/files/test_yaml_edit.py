"""Edits change what they name and leave the rest of the text alone."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.files.library import data_folder
from parindex.files.unusable import Unusable
from parindex.files.yaml_edit import GONE, Uneditable, applied, edited
from parindex.files.yaml_reader import read_text

KEYS = st.sampled_from(["a", "b", "c", "d.e", "2023-Q1", "khóa", "1.1"])
WORDS = st.sampled_from(["x", "hai chữ", "98.5", "", "a: b", "a # b", "dòng một\ndòng hai\n", "\n", "1, 2", "{", "no"])
DATA = st.recursive(
    WORDS, lambda below: st.dictionaries(KEYS, below, max_size=4) | st.lists(below, max_size=4), max_leaves=12
)
TOPS = st.dictionaries(KEYS, DATA, min_size=1, max_size=5)
NEW = st.recursive(WORDS | st.booleans(), lambda below: st.dictionaries(KEYS, below, max_size=3), max_leaves=4)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A mapping as some program or officer might write it, with comments and blank lines."""
    data = draw(TOPS)
    text: str = yaml.safe_dump(
        data,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=draw(st.sampled_from([None, False, False, True])),
        default_style=draw(st.sampled_from([None, None, None, "|", '"'])),
        indent=draw(st.sampled_from([2, 4])),
        width=draw(st.sampled_from([20, 120])),
    )
    lines = text.split("\n")[:-1]
    for number in draw(st.sets(st.integers(0, len(lines) - 1), max_size=4)):
        noted = [*lines[:number], f"{lines[number]}  # chú {number}", *lines[number + 1 :]]
        if _says("\n".join([*noted, ""]), data):
            lines = noted
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])


def _says(text: str, data: Any) -> bool:
    """Whether the text with its comment still says the same: a comment is none inside a text."""
    try:
        return bool(read_text(text, "-").data == data)
    except Unusable:
        return False


@st.composite
def edits_of(draw: st.DrawFn, data: Any) -> dict[tuple[str | int, ...], Any]:
    """Changes of existing and new places, none over another."""
    chosen: dict[tuple[str | int, ...], Any] = {}

    def walk(value: Any, route: tuple[str | int, ...]) -> None:
        if isinstance(value, dict):
            for key, below in value.items():
                step(below, (*route, key))
            if draw(st.booleans()):
                new = draw(KEYS.filter(lambda key: key not in value))
                deeper = draw(st.sampled_from([(), ("m",), ("m", "n")]))
                chosen[(*route, new, *deeper)] = draw(NEW)
        elif isinstance(value, list):
            for number, below in enumerate(value):
                step(below, (*route, number))
            if draw(st.booleans()):
                chosen[(*route, len(value))] = draw(NEW)

    def step(below: Any, route: tuple[str | int, ...]) -> None:
        match draw(st.integers(0, 3)):
            case 0:
                chosen[route] = draw(NEW)
            case 1:
                chosen[route] = GONE
            case _:
                walk(below, route)

    walk(data, ())
    return chosen


@settings(max_examples=400, deadline=None)
@given(st.data(), texts())
def test_the_text_says_what_the_changes_mean(data: st.DataObject, text: str) -> None:
    before = read_text(text, "-").data
    changes = data.draw(edits_of(before))
    try:
        result = edited(text, changes)
    except Uneditable as fault:
        # The only layout known not to be editable: a list item whose first keys all go while others stay.
        assert "share a line" in str(fault)
        return
    assert read_text(result, "-").data == applied(before, changes)


@settings(max_examples=200, deadline=None)
@given(st.data(), texts())
def test_lines_without_a_change_stay(data: st.DataObject, text: str) -> None:
    """Only additions and new scalars: every comment stays, and of each line but those of the old values all."""
    before = read_text(text, "-").data
    changes = {
        route: value
        for route, value in data.draw(edits_of(before)).items()
        if value is not GONE and not isinstance(_at(before, route), str | dict | list)
    }
    result = edited(text, changes)
    old, new = text.splitlines(True), result.splitlines(True)
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    gone = [line for what, start, end, _, _ in steps if what == "delete" for line in old[start:end]]
    assert gone == []
    assert text.count("# chú") == result.count("# chú")
    assert set(_line_ends(result)) <= set(_line_ends(text))


def _at(data: Any, route: tuple[str | int, ...]) -> Any:
    for step in route:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _line_ends(text: str) -> list[str]:
    return ["\r\n" if line.endswith("\r\n") else "\n" for line in text.splitlines(True) if line.endswith("\n")]


@given(texts())
def test_no_changes_change_nothing(text: str) -> None:
    assert edited(text, {}) == text


CASES = [
    ("a: 1  # one\nb: 2\n", {("a",): "98.5"}, "a: 98.5  # one\nb: 2\n"),
    ("a:\n  b: 1 # c\n\n# tail\nd: 2\n", {("a", "m"): "x"}, "a:\n  b: 1 # c\n  m: x\n\n# tail\nd: 2\n"),
    ("a: {b: 1}   # c\n", {("a", "m"): "x, y"}, 'a: {b: 1, m: "x, y"}   # c\n'),
    ("a: {b: 1, c: 2}\n", {("a", "b"): GONE}, "a: {c: 2}\n"),
    ("a: {b: 1, c: 2}\n", {("a", "c"): GONE}, "a: {b: 1}\n"),
    ("a: {b: 1,}\n", {("a", "b"): GONE}, "a: {}\n"),
    ("a: [1, 2, 3]\n", {("a", 1): GONE, ("a", 3): "4"}, "a: [1, 3, 4]\n"),
    ("a:\n- x\n- y # c\nb: 1\n", {("a", 0): GONE, ("a", 2): {"k": "v"}}, "a:\n- y # c\n- {k: v}\nb: 1\n"),
    ("a:\n  - k: 1\n    l: 2\n", {("a", 0, "k"): GONE}, "a:\n  - l: 2\n"),
    ("a: # c\n  b: 1\nd: 2\n", {("a",): "x"}, "a: x # c\nd: 2\n"),
    ("a: # c\n", {("a", "b"): {"k": "v"}}, "a: # c\n  b: {k: v}\n"),
    ("a: |  # c\n  t\n\nb: 1\n", {("a",): "x"}, "a: x  # c\n\nb: 1\n"),
    ("a: |\n  t\n\nb: 1\n", {("c",): "x"}, "a: |\n  t\n\nb: 1\nc: x\n"),
    ("a: |+\n  t\n\n", {("b",): "x"}, "a: |+\n  t\n\nb: x\n"),
    ("a: 1", {("b",): "x"}, "a: 1\nb: x"),
    ("a: 1\r\nb:\r\n  c: 2\r\n", {("b", "d"): "3"}, "a: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\n"),
    ("a: 'x'\n", {("a",): True}, "a: true\n"),
    ("---\na: 1\n...\n", {("b",): "2"}, "---\na: 1\nb: 2\n...\n"),
    ("{a: 1}\n", {("b",): "2"}, "{a: 1, b: 2}\n"),
    ("a: {b}\n", {("a", "b"): "2"}, "a: {b: 2}\n"),
    ("a:\n  b: {}\n", {("a", "b", "c"): "2"}, "a:\n  b: {c: 2}\n"),
    ("a:\n  b: 1\n", {("a", "b"): GONE}, "a: {}\n"),
    ("a: >-\n  hai\n  dòng\nb: 1\n", {("a",): GONE}, "b: 1\n"),
]


@pytest.mark.parametrize(("text", "changes", "expected"), CASES, ids=range(len(CASES)))
def test_layouts(text: str, changes: Any, expected: str) -> None:
    assert edited(text, changes) == expected


def test_every_figure_of_the_shipped_example_can_be_changed_alone() -> None:
    path: Path = data_folder() / "examples" / "phu-son-2023" / "unit.yaml"
    text = path.read_text(encoding="utf-8")
    routes = [
        ("facts", "tthc.on-time", "values", "numerator"),
        ("facts", "staff.violations", "values", "excluded", 0, "reason"),
        ("reports", "direction.par-reports", "2023-9m", "sent_at"),
        ("tasks", "phu-son-2023", "pl-07-4", "parts", "2", "periods", "2023-Q3", "evidence", 0, "doc"),
        ("tasks", "phu-son-2023", "iv-2-2", "not_applicable"),
        ("explanations", "1.2.1"),
    ]
    for route in routes:
        result = edited(text, {route: "moi"})
        changed = [line for line in difflib.ndiff(text.splitlines(), result.splitlines()) if line[0] in "+-"]
        removed = [line for line in changed if line[0] == "-"]
        assert 1 <= len(removed) <= 2, route
        assert "moi" in "".join(changed)


def test_a_route_over_another_is_refused() -> None:
    with pytest.raises(ValueError, match="under another"):
        edited("a: 1\n", {("b",): "1", ("b", "c"): "2"})
    with pytest.raises(ValueError, match="over another"):
        edited("a: 1\n", {("b", "c"): "2", ("b",): "1"})
    with pytest.raises(ValueError, match="whole"):
        edited("a: 1\n", {(): "1"})


def test_a_list_is_not_changed_by_keys() -> None:
    with pytest.raises(Uneditable, match="numbers"):
        edited("a: [1]\n", {("a", "k"): "1"})
