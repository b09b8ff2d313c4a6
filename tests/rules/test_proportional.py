"""Points in proportion, from a floor up to the target."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.values.numbers import rounded
from tests.rules.helpers import YES, give, n, on, r, rule, run, steps

HUNDRED = rule(kind="proportional", base="hundred", floor="90")
TARGET = rule(kind="proportional", base="target")
FROM_HALF = rule(kind="proportional", base="target", floor="50")


@pytest.mark.parametrize(
    ("fact", "to", "given"),
    [
        (r(1164, 1200), ">= 98", "3.88"),  # 97%: 4 × 97 ÷ 100
        (r(1164, 1200), "> 95", "4"),  # "trên 95%"
        (r(1164, 1200), "== 100", "3.88"),
        (r(1200, 1200), "== 100", "4"),
        (r(980, 1000), ">= 98", "4"),  # at the target
        (r(979, 1000), ">= 98", "3.916"),  # 4 × 97,9 ÷ 100
        (r(900, 1000), ">= 98", "3.6"),  # at the floor
        (r(899, 1000), ">= 98", "0"),  # below it
        (r(89999, 100000), ">= 98", "0"),  # 89,999% is below 90%
        (r(950, 1000), "> 95", "3.8"),  # a strict target is not met at equality: 4 × 95 ÷ 100
        (n("97"), ">= 98", "3.88"),
        (r(850, 1000), ">= 80", "4"),  # met, though below the floor
        (n("100"), ">= 98", "4"),
        (n("100"), "> 100", "4"),  # never exceeded: 4 × 100 ÷ 100
    ],
)
def test_base_hundred(fact: Any, to: str, given: str) -> None:
    assert give(HUNDRED, fact, 4, to) == given


@pytest.mark.parametrize(
    ("rule_", "fact", "points", "to", "given"),
    [
        (TARGET, r(40, 100), 2, ">= 80", "1"),  # 2 × 40 ÷ 80
        (TARGET, r(0, 100), 2, ">= 80", "0"),
        (TARGET, r(80, 100), 2, ">= 80", "2"),
        (TARGET, r(80, 100), 2, "> 80", "2"),  # value ÷ target = 1
        (TARGET, r(81, 100), 2, "> 80", "2"),
        (TARGET, n("150"), 2, ">= 100", "2"),  # over the target: never more than the maximum
        (TARGET, r(2, 3), 3, ">= 100", "2"),  # 3 × 2 ÷ 3, not 1,999…
        (TARGET, r(1, 3), 3, "== 100", "1"),
        (TARGET, r(1, 3), 1, ">= 50", "0.6666666666666666666666666666666667"),  # 1 × 1 × 100 ÷ (3 × 50)
        (FROM_HALF, r(49, 100), 2, ">= 80", "0"),
        (FROM_HALF, r(50, 100), 2, ">= 80", "1.25"),  # 2 × 50 ÷ 80
        (TARGET, n("-5"), 2, ">= 80", "0"),
    ],
)
def test_base_target(rule_: Any, fact: Any, points: int, to: str, given: str) -> None:
    assert give(rule_, fact, points, to) == given


@pytest.mark.parametrize(("numerator", "whole"), [(1, 3), (2, 3), (1, 7), (3, 7), (5, 11), (1, 9)])
def test_whole_points_stay_whole_under_any_rounding(numerator: int, whole: int) -> None:
    """``whole`` points × numerator ÷ whole: a lost digit would show under ``down`` (0,99)."""
    for base in ("hundred", "target"):
        result = run(rule(kind="proportional", base=base), r(numerator, whole), whole, "== 100")
        assert result.points == numerator
        assert rounded(result.points, 2, "down") == numerator


@pytest.mark.parametrize(
    ("rule_", "fact", "to", "reason"),
    [
        (HUNDRED, None, ">= 98", "missing.fact"),
        (HUNDRED, r(1, 1), None, "no_target.none"),
        (HUNDRED, r(0, 0), ">= 98", "invalid.zero_denominator"),
        (HUNDRED, r(3, 2), ">= 98", "invalid.over_denominator"),
        (HUNDRED, n("100.01"), ">= 98", "invalid.over_hundred"),  # only shares make sense
        (HUNDRED, YES, ">= 98", "invalid.kind"),
        (HUNDRED, on("2023-01-01"), ">= 98", "invalid.kind"),
        (HUNDRED, r(1, 1), "<= 98", "invalid.target_kind"),  # lower is better: bands or curve
        (HUNDRED, r(1, 1), "< 98", "invalid.target_kind"),
        (HUNDRED, r(1, 1), "== true", "invalid.target_kind"),
        (HUNDRED, r(1, 1), "<= 2023-01-01", "invalid.target_kind"),
        (TARGET, n("0"), "> 0", "invalid.target_kind"),  # no value ÷ target
    ],
)
def test_no_score(rule_: Any, fact: Any, to: str | None, reason: str) -> None:
    assert give(rule_, fact, 4, to) == reason


def test_the_working_says_which_way_it_went() -> None:
    assert steps(HUNDRED, r(98, 100), 4, ">= 98") == ["proportional.met", "sum"]
    assert steps(HUNDRED, r(97, 100), 4, ">= 98") == ["proportional.of_hundred", "sum"]
    assert steps(HUNDRED, r(80, 100), 4, ">= 98") == ["proportional.below_floor", "sum"]
    assert steps(HUNDRED, r(1, 1), 4, "> 100") == ["proportional.of_hundred_equal", "sum"]
    assert steps(TARGET, r(1, 2), 4, ">= 98") == ["proportional.of_target", "sum"]
    assert steps(TARGET, r(98, 100), 4, "> 98") == ["proportional.of_target_equal", "sum"]


def test_a_share_that_does_not_end_stays_two_counts_in_the_sum() -> None:
    two, three, hundred = (n(value).value for value in (2, 3, 100))
    assert run(TARGET, r(2, 3), 3, "== 100").steps[-1].sum == ("÷", (("×", (three, two)), three))
    assert run(TARGET, r(2, 3), 3, ">= 80").steps[-1].sum == (
        "÷",
        (("×", (three, two, hundred)), ("×", (three, n(80).value))),
    )


def test_a_share_that_ends_stands_as_one_number_in_the_sum() -> None:
    four, share, hundred = (n(value).value for value in (4, 97, 100))
    assert run(HUNDRED, r(1164, 1200), 4, ">= 98").steps[-1].sum == ("÷", (("×", (four, share)), hundred))


def test_met_is_told_apart_from_full_points() -> None:
    assert run(TARGET, r(80, 100), 2, "> 80").met is False
    assert run(TARGET, r(81, 100), 2, "> 80").met is True
