"""Straight lines between given points."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.values.numbers import rounded
from tests.rules.helpers import NO, cases, give, n, on, r, refused, rule, run, steps


def vertices(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"at": at, "points": points} for at, points in pairs]


RISING = rule(kind="curve", through=vertices(("70", "0.5"), ("90", "1.5"), ("100", "3")))
FALLING = rule(kind="curve", through=vertices(("0", "2"), ("10", "0")))  # lower is better
LEVEL = rule(kind="curve", through=vertices(("0", "1"), ("50", "1"), ("100", "2")))
OF_TARGET = rule(kind="curve", of="target", through=vertices(("50", "0"), ("100", "2")))


@pytest.mark.parametrize(
    ("rule_", "fact", "given"),
    [
        (RISING, r(60, 100), "0.5"),  # level below the first
        (RISING, r(70, 100), "0.5"),
        (RISING, r(80, 100), "1"),  # 0,5 + (1,5 − 0,5) × (80 − 70) ÷ 20
        (RISING, r(90, 100), "1.5"),
        (RISING, r(95, 100), "2.25"),  # 1,5 + 1,5 × 5 ÷ 10
        (RISING, r(100, 100), "3"),
        (RISING, n("120"), "3"),  # level above the last
        (FALLING, cases(0), "2"),
        (FALLING, cases(3), "1.4"),  # 2 + (0 − 2) × 3 ÷ 10
        (FALLING, cases(10), "0"),
        (FALLING, cases(11), "0"),
        (FALLING, cases(5, 2), "1.4"),
        (FALLING, n("2.5"), "1.5"),
        (FALLING, n("-1"), "2"),
        (LEVEL, n("25"), "1"),
        (LEVEL, n("75"), "1.5"),
        (LEVEL, n("50"), "1"),
    ],
)
def test_of_value(rule_: Any, fact: Any, given: str) -> None:
    assert give(rule_, fact, 3) == given


@pytest.mark.parametrize(
    ("fact", "to", "given"),
    [
        (r(40, 100), ">= 80", "0"),  # 50% of the target
        (r(60, 100), ">= 80", "1"),  # 75%: 2 × (75 − 50) ÷ 50
        (r(80, 100), "> 80", "2"),
        (n("6"), "<= 8", "1"),
    ],
)
def test_of_target(fact: Any, to: str, given: str) -> None:
    assert give(OF_TARGET, fact, 2, to) == given


def test_no_digit_is_lost() -> None:
    """1 of 3 on the line from (0; 0) to (100; 3): 3 × 33,33… ÷ 100 = 1, under ``down`` too."""
    whole = rule(kind="curve", through=vertices(("0", "0"), ("100", "3")))
    result = run(whole, r(1, 3), 3)
    assert result.points == 1
    assert rounded(result.points, 2, "down") == 1
    offset = rule(kind="curve", through=vertices(("0", "1"), ("100", "4")))
    assert run(offset, r(2, 3), 4).points == 3  # 1 + 3 × 66,66… ÷ 100


@pytest.mark.parametrize(
    ("rule_", "fact", "to", "reason"),
    [
        (RISING, None, None, "missing.fact"),
        (RISING, r(0, 0), None, "invalid.zero_denominator"),
        (RISING, r(2, 1), None, "invalid.over_denominator"),
        (RISING, NO, None, "invalid.kind"),
        (RISING, on("2023-01-01"), None, "invalid.kind"),
        (OF_TARGET, r(1, 2), None, "no_target.none"),
        (OF_TARGET, r(1, 2), ">= 0", "invalid.target_kind"),
        (OF_TARGET, r(1, 2), "== true", "invalid.target_kind"),
    ],
)
def test_no_score(rule_: Any, fact: Any, to: str | None, reason: str) -> None:
    assert give(rule_, fact, 3, to) == reason


def test_the_working_names_the_stretch() -> None:
    assert steps(RISING, r(60, 100), 3) == ["curve.value.below", "sum"]
    assert steps(RISING, r(80, 100), 3) == ["curve.value.between", "sum"]
    assert steps(RISING, r(100, 100), 3) == ["curve.value.above", "sum"]
    assert steps(OF_TARGET, r(60, 100), 2, ">= 80") == ["curve.target.between", "sum"]
    assert steps(RISING, r(70, 100), 3) == ["curve.value.below", "sum"]
    at_vertex = run(RISING, r(90, 100), 3).steps
    assert at_vertex[0].data["from"] == 90  # closed on the left, as bands are
    assert at_vertex[-1].sum == n("1.5").value  # nothing to work out
    assert run(LEVEL, n("25"), 3).steps[-1].sum == 1
    step = run(RISING, r(95, 100), 3).steps[0]
    assert {key: str(value) for key, value in step.data.items()} == {
        "from": "90",
        "low": "1.5",
        "to": "100",
        "high": "3",
    }


def test_met_is_of_the_value_not_of_its_share_of_the_target() -> None:
    assert run(OF_TARGET, r(80, 100), 2, "> 80").met is False
    assert run(OF_TARGET, r(81, 100), 2, "> 80").met is True


@pytest.mark.parametrize(
    "pairs", [(("70", "1"), ("70", "2")), (("80", "1"), ("70", "2")), (("1", "0"), ("3", "1"), ("2", "2"))]
)
def test_values_must_rise(pairs: tuple[tuple[str, str], ...]) -> None:
    assert refused(kind="curve", through=vertices(*pairs)) == "curve_order"


def test_one_point_is_no_line() -> None:
    assert refused(kind="curve", through=vertices(("70", "1"))) == "too_short"
