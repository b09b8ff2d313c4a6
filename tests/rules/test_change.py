"""The change against last year."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.values.numbers import evaluate
from tests.rules.helpers import NO, cases, give, n, on, r, refused, rule, run, steps

STEP = {"every": "5", "each": "0.25", "cap": "2"}  # "cứ thêm 5% được 0,25, tối đa 2"
BANDS = [{"to": "0", "points": "0"}, {"from": "0", "to": "10", "points": "1"}, {"from": "10", "points": "2"}]
UP = rule(kind="change", direction="increase", measured="percent", step=STEP)
UP_ABSOLUTE = rule(kind="change", direction="increase", measured="absolute", step=STEP)
DOWN = rule(kind="change", direction="decrease", measured="percent", bands=BANDS)
UP_BANDS = rule(kind="change", direction="increase", measured="percent", bands=BANDS)
OVER_TEN = rule(
    kind="change", direction="decrease", measured="absolute", step={"every": "1", "each": "0.5", "above": "10"}
)


@pytest.mark.parametrize(
    ("rule_", "now", "last", "given"),
    [
        (UP, n("100"), n("100"), "0"),
        (UP, n("104.99"), n("100"), "0"),  # no full step
        (UP, n("105"), n("100"), "0.25"),
        (UP, n("112"), n("100"), "0.5"),  # 12%: 2 steps
        (UP, n("140"), n("100"), "2"),  # 8 steps
        (UP, n("300"), n("100"), "2"),  # the cap
        (UP, n("90"), n("100"), "0"),  # a fall earns nothing
        (UP, r(90, 100), r(80, 100), "0.5"),  # (90 − 80) × 100 ÷ 80 = 12,5%
        (UP, r(2, 3), r(1, 3), "2"),  # exactly 100%: 20 steps, capped
        (UP, cases(21), cases(20), "0.25"),
        (UP, cases(22, 1), cases(20), "0.25"),
        (UP_ABSOLUTE, r(90, 100), r(80, 100), "0.5"),  # 10 percentage points: 2 steps
        (UP_ABSOLUTE, n("5"), n("0"), "0.25"),  # a plain difference needs no division
        (UP_ABSOLUTE, n("5"), n("-5"), "0.5"),
        (DOWN, n("90"), n("100"), "2"),  # a fall of 10%
        (DOWN, n("90.01"), n("100"), "1"),  # 9,99%
        (DOWN, n("100"), n("100"), "1"),  # 0 is "từ 0"
        (DOWN, n("100.01"), n("100"), "0"),
        (DOWN, n("500"), n("100"), "0"),
        (DOWN, n("0"), n("100"), "2"),
        (UP_BANDS, n("110"), n("100"), "2"),
        (UP_BANDS, n("109.99"), n("100"), "1"),
        (OVER_TEN, n("10"), n("22"), "1"),  # 12 − 10: 2 steps of 1
        (OVER_TEN, n("12"), n("22"), "0"),
    ],
)
def test_points(rule_: Any, now: Any, last: Any, given: str) -> None:
    assert give(rule_, now, 2, last=last) == given


def test_shares_that_do_not_end_change_by_exact_amounts() -> None:
    """From 1 of 3 to 2 of 3 is a rise of exactly 100%, not of 99,99…%."""
    exactly = rule(
        kind="change",
        direction="increase",
        measured="percent",
        bands=[{"to": "100", "points": "0"}, {"from": "100", "points": "1"}],
    )
    assert give(exactly, r(2, 3), 1, last=r(1, 3)) == "1"
    assert give(exactly, r(2, 7), 1, last=r(1, 7)) == "1"
    assert give(exactly, r(19999, 30000), 1, last=r(1, 3)) == "0"


@pytest.mark.parametrize(
    ("rule_", "now", "last", "reason"),
    [
        (UP, None, n(1), "missing.fact"),
        (UP, n(1), None, "missing.previous"),
        (UP, n(1), n(0), "invalid.baseline_zero"),
        (UP, n(1), n(-3), "invalid.baseline_zero"),
        (DOWN, cases(1), cases(2, 2), "invalid.baseline_zero"),
        (UP, r(1, 2), r(0, 0), "invalid.zero_denominator"),
        (UP, r(0, 0), r(1, 2), "invalid.zero_denominator"),
        (UP, r(1, 2), NO, "invalid.kind"),
        (UP, on("2023-01-01"), on("2022-01-01"), "invalid.kind"),
    ],
)
def test_no_score(rule_: Any, now: Any, last: Any, reason: str) -> None:
    assert give(rule_, now, 2, last=last) == reason


def test_the_working_shows_the_change_and_then_the_points() -> None:
    told = run(UP, r(90, 100), 2, last=r(80, 100)).steps
    assert [step.what for step in told] == ["change.increase.percent", "change.step.percent", "sum"]
    assert evaluate(told[0].sum) == evaluate(n("12.5").value)
    assert told[1].data["steps"] == 2
    assert steps(DOWN, n("1"), 2, last=n(100)) == ["change.decrease.percent", "change.from.percent", "sum"]
    assert steps(DOWN, n("95"), 2, last=n(100))[1] == "change.between.percent"
    assert run(DOWN, n("95"), 2, last=n(100)).steps[1].data == {"from": 0, "to": 10, "points": 1}
    assert run(DOWN, n("105"), 2, last=n(100)).steps[1].data == {"to": 0, "points": 0}
    assert steps(DOWN, n("105"), 2, last=n(100))[1] == "change.below.percent"
    assert steps(UP_ABSOLUTE, n("105"), 2, last=n(100))[:2] == ["change.increase.absolute", "change.step.absolute"]


def test_met_is_of_the_value() -> None:
    assert run(UP, n("99"), 2, ">= 100", last=n(1)).met is False
    assert run(UP, n("99"), 2, last=n(1)).met is None


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "change_way"),
        ({"bands": BANDS, "step": STEP}, "change_way"),
        ({"bands": [{"from": "0", "to": "5", "points": "0"}, {"from": "5", "points": "1"}]}, "change_start"),
        ({"bands": [{"to": "5", "points": "0"}, {"from": "6", "points": "1"}]}, "bands_seam"),
        ({"bands": [{"to": "5", "points": "0"}, {"from": "5", "to": "6", "points": "1"}]}, "bands_end"),
        ({"step": {"every": "0", "each": "1"}}, "greater_than"),
    ],
)
def test_refused(fields: dict[str, Any], error: str) -> None:
    assert refused(kind="change", direction="increase", measured="percent", **fields) == error
