# ruff: noqa: E501 (rules stand on one line each, as in a file)
"""The bounded search finds the extremes of a rule by running it; worked out by hand here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.scoring.bounds import search
from parindex.scoring.candidates import MOST, candidates, targets
from parindex.values.facts import Answer, Cases, Issued, Measure
from parindex.values.targets import Target


def indicator(measure: Measure, better: str | None = "higher", **fields: Any) -> Indicator:
    return Indicator.model_validate(
        {"id": "a.b", "name": "A", "domain": "tthc", "measure": measure, "better": better, **fields}
    )


def leaf(rule: dict[str, Any], points: str = "4", **fields: Any) -> Leaf:
    fields = {"indicator": "a.b", **fields}
    return Leaf.model_validate({"code": "1.1", "name": "A", "points": points, "rule": rule, **fields})


OTHERWISE = {"comparator": ">=", "value": "95"}
DEDUCT = {"kind": "per_case", "direction": "deduct", "each": "0.5"}


@pytest.mark.parametrize(
    ("rule", "measure", "better", "fields", "best", "worst"),
    [
        ({"kind": "proportional", "base": "hundred", "floor": "90"}, "ratio", "higher", {"otherwise": OTHERWISE}, "4", "0"),
        ({"kind": "meets"}, "yes-no", "yes", {}, "4", "0"),
        ({"kind": "bands", "bands": [{"to": "5", "points": "1"}, {"from": "5", "points": "3"}]}, "ratio", "higher", {}, "3", "1"),
        # 200% of a share is out of reach
        ({"kind": "bands", "bands": [{"to": "200", "points": "1"}, {"from": "200", "points": "4"}]}, "ratio", "higher", {}, "1", "1"),
        # a percent may grow over 100
        ({"kind": "bands", "bands": [{"to": "200", "points": "1"}, {"from": "200", "points": "4"}]}, "percent", "higher", {}, "4", "1"),
        (DEDUCT, "count", "lower", {}, "4", "0"),
        ({**DEDUCT, "floor": "1.5"}, "count", "lower", {}, "4", "1.5"),
        # 8 steps of 5% above 60% are 100%: 8 × 0,25 = 2
        ({"kind": "per_case", "direction": "add", "each": "0.25", "every": "5", "above": "60"}, "ratio", "higher", {}, "2", "0"),
        # a share of the maximum: 4 cases of 25% use it up
        ({"kind": "per_case", "direction": "deduct", "share": "25"}, "count", "lower", {}, "4", "0"),
        ({"kind": "deadline", "due": {"to": "2023-01-15"}, "on_time": "4", "late": [{"within_days": 5, "points": "2"}], "later": "1"}, "date", "earlier", {}, "4", "0"),
        ({"kind": "survey", "shares": {"A": "100", "B": "60", "C": "20"}}, "survey", "higher", {}, "4", "0.8"),
        ({"kind": "curve", "through": [{"at": "50", "points": "1"}, {"at": "90", "points": "4"}]}, "ratio", "higher", {}, "4", "1"),
        ({"kind": "change", "direction": "decrease", "measured": "percent", "step": {"every": "5", "each": "0.25", "cap": "2"}}, "amount", "lower", {}, "2", "0"),
        ({"kind": "compare", "against": "previous", "better": "4", "equal": "2", "worse": "1"}, "rank", "higher", {}, "4", "1"),
    ],
)  # fmt: skip
def test_extremes(
    rule: dict[str, Any], measure: Measure, better: str, fields: dict[str, Any], best: str, worst: str
) -> None:
    found = search(leaf(rule, **fields), {"a.b": indicator(measure, better)}, 2023)
    assert found.best is not None
    assert found.worst is not None
    assert (found.best.points, found.worst.points) == (Decimal(best), Decimal(worst))
    assert found.fall is None
    assert 0 < found.scored <= found.tried <= MOST


def test_reports_with_content_and_without() -> None:
    rule = {
        "kind": "reports",
        "required": [{"period": "2023-6m", "to": "2023-06-20"}, {"period": "2023", "to": "2023-12-20", "inclusive": False}],
        "on_time": "1.5",
        "content": "0.5",
    }  # fmt: skip
    found = search(leaf(rule), {"a.b": indicator("reports")}, 2023)
    assert found.best is not None
    assert found.best.points == 4  # 2 × (1,5 + 0,5)


def test_formula_over_several_facts_within_bounds() -> None:
    rule = {"kind": "formula", "expression": "points * min(a, b) / 100 if c else 0"}
    known = {name: indicator("ratio").model_copy(update={"id": name}) for name in ("x.a", "x.b")}
    known["x.c"] = indicator("yes-no", "yes")
    given_ = leaf(rule, indicator=None, facts={"a": "x.a", "b": "x.b", "c": "x.c"})
    found = search(given_, known, 2023)
    assert found.best is not None
    assert (found.best.points, found.best.inputs.facts["c"]) == (4, Answer(True))
    assert found.tried <= MOST


def test_a_rule_that_falls_says_where() -> None:
    rule = {"kind": "bands", "bands": [{"to": "80", "points": "4"}, {"from": "80", "points": "1"}]}
    found = search(leaf(rule), {"a.b": indicator("ratio")}, 2023)
    assert found.fall is not None
    assert (found.fall.worse.points, found.fall.better.points) == (4, 1)
    assert search(leaf(rule), {"a.b": indicator("ratio", "lower")}, 2023).fall is None
    assert search(leaf(rule), {"a.b": indicator("ratio", None)}, 2023).fall is None


@pytest.mark.parametrize(
    ("expression", "falls"),
    [
        ("points * (a + b) / 200", None),
        ("points * a / 100 if b >= 50 else points * a / 200", None),
        ("points * a / 100 if b < 50 else 0", "b"),
        ("points * b / 100 if a <= 90 else 0", "a"),
        ("points * (a.numerator + b.numerator) / (a.denominator + b.denominator)", None),
        ("points - points * a.numerator / (a.denominator + b.denominator)", "a"),
    ],
)
def test_each_fact_of_a_formula_may_only_win_by_improving(expression: str, falls: str | None) -> None:
    known = {id_: indicator("ratio").model_copy(update={"id": id_}) for id_ in ("x.a", "x.b")}
    rule = {"kind": "formula", "expression": expression}
    fall = search(leaf(rule, indicator=None, facts={"a": "x.a", "b": "x.b"}), known, 2023).fall
    if falls is None or fall is None:
        assert fall is falls
    else:
        changed = [name for name, fact in fall.better.inputs.facts.items() if fact != fall.worse.inputs.facts[name]]
        assert (changed, fall.better.points < fall.worse.points) == ([falls], True)


def test_a_penalty_may_rise_with_faults() -> None:
    rule = {"kind": "per_case", "direction": "add", "each": "1"}
    assert search(leaf(rule, counts="penalty"), {"a.b": indicator("count", "lower")}, 2023).fall is None
    assert search(leaf(rule), {"a.b": indicator("count", "lower")}, 2023).fall is not None


def test_a_penalty_is_told_by_the_fewest_faults_that_use_it_up() -> None:
    """2 points a case, 6 at most: the whole penalty from 3 cases on, none of it at 0."""
    rule = {"kind": "per_case", "direction": "add", "each": "2"}
    found = search(leaf(rule, "6", counts="penalty"), {"a.b": indicator("count", "lower")}, 2023)
    assert found.best is not None
    assert found.worst is not None
    assert (found.best.points, found.best.inputs.fact) == (6, Cases(Decimal(3)))
    assert (found.worst.points, found.worst.inputs.fact) == (0, Cases(Decimal(0)))


def test_never_done_is_worse_than_late() -> None:
    rule = {"kind": "deadline", "due": {"to": "2023-01-15"}, "on_time": "4", "later": "1"}
    found = search(leaf(rule), {"a.b": indicator("date", "earlier")}, 2023)
    assert found.fall is None
    assert found.worst is not None
    assert found.worst.inputs.fact == Answer(False)


def test_targets_are_the_leafs_own_then_those_of_its_cases_then_supposed() -> None:
    meets = {"kind": "meets"}
    case = {"facts": {"percent": "1"}, "target": {"comparator": ">=", "value": "70"}, "points": "0"}
    known = {"a.b": indicator("percent")}
    own = leaf(meets, otherwise=OTHERWISE, cases=[case])
    assert targets(own, known, 2023) == [Target(">=", Decimal(95)), Target(">=", Decimal(70))]
    assert targets(leaf(meets), known, 2023) == [Target(">=", Decimal(80))]
    assert targets(leaf(meets), {"a.b": indicator("count", "lower")}, 2023) == [Target("<=", Decimal(10))]
    assert targets(leaf(meets), {"a.b": indicator("date", "earlier")}, 2023) == [Target("<=", date(2023, 12, 31))]
    assert targets(leaf(DEDUCT), known, 2023) == [None]


def test_days_stand_around_what_is_due() -> None:
    rule = {
        "kind": "deadline",
        "due": {"to": "2023-03-31"},
        "on_time": "4",
        "late": [{"within_days": 15, "points": "1"}],
    }
    days = {
        inputs.fact.on
        for inputs in candidates(leaf(rule), {"a.b": indicator("date")}, 2023)
        if isinstance(inputs.fact, Issued)
    }
    assert {date(2023, 3, 31), date(2023, 4, 1), date(2023, 4, 15), date(2023, 4, 16)} <= days


def test_unknown_indicators_and_the_council_have_no_bounds() -> None:
    assert search(leaf(DEDUCT), {}, 2023).tried == 0
    assert search(leaf({"kind": "appraised"}, indicator=None), {}, 2023).best is None


@given(
    steps=st.lists(st.integers(1, 99), min_size=1, max_size=5, unique=True),
    points=st.lists(st.integers(0, 40), min_size=6, max_size=6),
)
def test_of_bands_the_extremes_are_those_of_the_bands(steps: list[int], points: list[int]) -> None:
    edges = sorted(steps)
    bands = [{"to": str(edges[0]), "points": str(points[0])}]
    for number, (low, high) in enumerate(zip(edges, [*edges[1:], None], strict=True), start=1):
        bands.append({"from": str(low), "points": str(points[number])} | ({"to": str(high)} if high else {}))
    given_ = points[: len(bands)]
    found = search(leaf({"kind": "bands", "bands": bands}, "40"), {"a.b": indicator("ratio")}, 2023)
    assert found.best is not None
    assert found.worst is not None
    assert (found.best.points, found.worst.points) == (max(given_), min(given_))
    assert (found.fall is None) == (given_ == sorted(given_))
