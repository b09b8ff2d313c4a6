"""So many points per case or per step."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.helpers import NO, cases, give, n, r, refused, rule, run, steps

HALF = rule(kind="per_case", direction="deduct", each="0.5")
QUARTER = rule(kind="per_case", direction="deduct", share="25")  # "trừ 25% số điểm mỗi lỗi"
FLOORED = rule(kind="per_case", direction="deduct", each="0.5", floor="0.5")
STEPS = rule(kind="per_case", direction="add", each="0.25", every="5", cap="2")  # "cứ thêm 5% được 0,25, tối đa 2"
ABOVE = rule(kind="per_case", direction="add", each="0.25", every="5", above="50", cap="2")
TEN = rule(kind="per_case", direction="deduct", each="0.5", every="10", above="5")


@pytest.mark.parametrize(
    ("rule_", "fact", "points", "given"),
    [
        (HALF, cases(0), 2, "2"),
        (HALF, cases(1), 2, "1.5"),
        (HALF, cases(4), 2, "0"),
        (HALF, cases(9), 2, "0"),  # never below zero
        (HALF, cases(3, 2), 2, "1.5"),  # two of three excluded with a reason
        (QUARTER, cases(1), 2, "1.5"),  # 2 − 1 × (2 × 25 ÷ 100)
        (QUARTER, cases(3), 2, "0.5"),
        (QUARTER, cases(5), 2, "0"),
        (FLOORED, cases(2), 2, "1"),
        (FLOORED, cases(8), 2, "0.5"),
        (STEPS, n("0"), 2, "0"),
        (STEPS, n("4.99"), 2, "0"),  # only full steps
        (STEPS, n("5"), 2, "0.25"),
        (STEPS, n("23"), 2, "1"),  # 4 steps
        (STEPS, n("40"), 2, "2"),
        (STEPS, n("100"), 2, "2"),  # the cap
        (STEPS, r(1, 3), 2, "1.5"),  # 33,33…% is 6 steps
        (ABOVE, n("50"), 2, "0"),
        (ABOVE, n("49"), 2, "0"),
        (ABOVE, n("60"), 2, "0.5"),
        (ABOVE, n("64.99"), 2, "0.5"),
        (TEN, n("14.9"), 1, "1"),
        (TEN, n("15"), 1, "0.5"),
        (TEN, n("25"), 1, "0"),
        (rule(kind="per_case", direction="add", each="1", cap="5"), cases(9), 3, "3"),  # the cap is over the maximum
        (rule(kind="per_case", direction="deduct", each="1", cap="2"), cases(0), 3, "2"),
        (rule(kind="per_case", direction="add", share="10"), cases(3), 2, "0.6"),  # 3 × (2 × 10 ÷ 100)
    ],
)
def test_points(rule_: Any, fact: Any, points: int, given: str) -> None:
    assert give(rule_, fact, points) == given


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (None, "missing.fact"),
        (cases(1, 2), "invalid.negative"),
        (n("-1"), "invalid.negative"),
        (NO, "invalid.kind"),
        (r(0, 0), "invalid.zero_denominator"),
    ],
)
def test_no_score(fact: Any, reason: str) -> None:
    assert give(HALF, fact, 2) == reason


def test_the_working_names_what_is_excluded() -> None:
    assert steps(HALF, cases(3, 2), 2) == ["per_case.excluded", "per_case.deduct", "sum"]
    assert steps(HALF, cases(3), 2) == ["per_case.deduct", "sum"]
    data = {key: str(value) for key, value in run(HALF, cases(3), 2).steps[0].data.items()}
    assert data == {"steps": "3", "every": "1", "above": "0", "floor": "0", "cap": "2", "each": "0.5"}
    assert "each" not in run(QUARTER, cases(3), 2).steps[0].data
    assert run(QUARTER, cases(3), 2).steps[0].data["share"] == 25
    level = rule(kind="per_case", direction="deduct", each="1", floor="1", cap="1")
    assert give(level, cases(3), 2) == "1"
    assert run(HALF, cases(2, 2), 2).met is True
    assert run(HALF, cases(1), 2).met is False


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "per_case_measure"),
        ({"each": "1", "share": "10"}, "per_case_measure"),
        ({"each": "1", "floor": "2", "cap": "1"}, "per_case_bounds"),
        ({"each": "1", "every": "0"}, "greater_than"),
    ],
)
def test_refused(fields: dict[str, str], error: str) -> None:
    assert refused(kind="per_case", direction="deduct", **fields) == error
