"""Points of ticked items."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.values.facts import Fact, Ticks
from tests.rules.helpers import YES, give, refused, rule, run, steps

ITEMS = [{"id": "a", "points": "0.5"}, {"id": "b", "points": "0.25"}, {"id": "c", "points": "0.25"}]
SUM = rule(kind="checklist", items=ITEMS)
ALL = rule(kind="checklist", items=[{"id": "a"}, {"id": "b"}], all_or_nothing=True)


def ticks(text: str) -> Fact:
    return Ticks(frozenset(text))


@pytest.mark.parametrize(
    ("done", "given"),
    [("", "0"), ("a", "0.5"), ("ab", "0.75"), ("bc", "0.5"), ("abc", "1"), ("abcx", "1"), ("x", "0")],
)
def test_sum(done: str, given: str) -> None:
    assert give(SUM, ticks(done), 1) == given


@pytest.mark.parametrize(("done", "given"), [("", "0"), ("a", "0"), ("ab", "1.5"), ("abx", "1.5")])
def test_all_or_nothing(done: str, given: str) -> None:
    assert give(ALL, ticks(done), "1.5") == given


def test_the_working_lists_every_item() -> None:
    assert steps(SUM, ticks("b"), 1) == ["checklist.open", "checklist.done", "checklist.open", "sum"]
    assert steps(ALL, ticks("b"), 1) == ["checklist.open", "checklist.done", "checklist.not_all", "sum"]
    assert steps(ALL, ticks("ab"), 1)[-2] == "checklist.all"
    assert run(SUM, ticks("abc"), 1).met is True
    assert run(SUM, ticks("ab"), 1).met is False


@pytest.mark.parametrize(("fact", "reason"), [(None, "missing.fact"), (YES, "invalid.kind")])
def test_no_score(fact: Any, reason: str) -> None:
    assert give(SUM, fact, 1) == reason


def test_refused() -> None:
    assert refused(kind="checklist", items=[ITEMS[0], ITEMS[0]]) == "checklist_twice"
    assert refused(kind="checklist", items=[]) == "too_short"
