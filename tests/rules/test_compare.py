"""Better, equal, worse."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.rules.helpers import NO, cases, give, n, on, r, refused, rule, run, steps

POINTS = {"better": "2", "equal": "1", "worse": "0"}
SHORTER = rule(POINTS, kind="compare", against="target", direction="lower")  # "ngắn hơn 2, bằng 1, dài hơn 0"
HIGHER = rule(POINTS, kind="compare", against="target")
LAST_YEAR = rule(POINTS, kind="compare", against="previous")
FEWER = rule(POINTS, kind="compare", against="previous", direction="lower")


@pytest.mark.parametrize(
    ("rule_", "fact", "to", "given"),
    [
        (SHORTER, n("14"), "<= 15", "2"),
        (SHORTER, n("15"), "<= 15", "1"),
        (SHORTER, n("15"), "< 15", "1"),  # of the target only its value counts
        (SHORTER, n("15.0001"), "<= 15", "0"),
        (SHORTER, cases(5, 2), "<= 4", "2"),
        (HIGHER, r(81, 100), ">= 80", "2"),
        (HIGHER, r(80, 100), ">= 80", "1"),
        (HIGHER, r(79999, 100000), ">= 80", "0"),
        (SHORTER, on("2023-01-14"), "<= 2023-01-15", "2"),
        (SHORTER, on("2023-01-15"), "<= 2023-01-15", "1"),
        (SHORTER, on("2023-01-16"), "<= 2023-01-15", "0"),
        (SHORTER, on("2023-01-14"), "< 2023-01-15", "1"),  # "trước ngày": the last day is the 14th
        (SHORTER, on("2023-01-13"), "< 2023-01-15", "2"),
        (SHORTER, on("2023-01-15"), "< 2023-01-15", "0"),
        (HIGHER, on("2023-01-14"), "<= 2023-01-15", "2"),  # earlier is better, whatever the direction
    ],
)
def test_against_the_target(rule_: Any, fact: Any, to: str, given: str) -> None:
    assert give(rule_, fact, 2, to) == given


@pytest.mark.parametrize(
    ("rule_", "fact", "last", "given"),
    [
        (LAST_YEAR, r(91, 100), r(90, 100), "2"),
        (LAST_YEAR, r(2, 3), r(4, 6), "1"),  # equal, though neither share ends
        (LAST_YEAR, r(6666, 10000), r(2, 3), "0"),
        (LAST_YEAR, n("0"), n("0"), "1"),
        (FEWER, n("12"), n("15"), "2"),  # a better place
        (FEWER, cases(3), cases(3), "1"),
        (FEWER, cases(3), cases(4, 2), "0"),
    ],
)
def test_against_last_year(rule_: Any, fact: Any, last: Any, given: str) -> None:
    assert give(rule_, fact, 2, last=last) == given


@pytest.mark.parametrize(
    ("rule_", "fact", "to", "last", "reason"),
    [
        (HIGHER, None, ">= 80", None, "missing.fact"),
        (LAST_YEAR, None, None, n(1), "missing.fact"),
        (HIGHER, r(1, 2), None, n(1), "no_target.none"),
        (HIGHER, r(1, 2), "== true", None, "invalid.target_kind"),
        (LAST_YEAR, r(1, 2), ">= 80", None, "missing.previous"),
        (LAST_YEAR, r(1, 2), None, r(0, 0), "invalid.zero_denominator"),
        (LAST_YEAR, r(1, 2), None, NO, "invalid.kind"),
        (LAST_YEAR, r(3, 2), None, n(1), "invalid.over_denominator"),
        (LAST_YEAR, on("2023-01-01"), None, on("2022-01-01"), "invalid.kind"),  # two years' days do not compare
        (LAST_YEAR, on("2023-01-01"), "<= 2023-01-15", on("2022-01-01"), "invalid.kind"),
        (HIGHER, on("2023-01-01"), None, None, "no_target.none"),
        (HIGHER, on("2023-01-01"), ">= 80", None, "invalid.kind"),
        (HIGHER, NO, ">= 80", None, "invalid.kind"),
    ],
)
def test_no_score(rule_: Any, fact: Any, to: str | None, last: Any, reason: str) -> None:
    assert give(rule_, fact, 2, to, last=last) == reason


def test_the_working_names_state_and_reference() -> None:
    assert steps(SHORTER, n("14"), 2, "<= 15") == ["compare.target.better", "sum"]
    assert steps(LAST_YEAR, n("1"), 2, last=n(1)) == ["compare.previous.equal", "sum"]
    assert steps(LAST_YEAR, n("0"), 2, last=n(1)) == ["compare.previous.worse", "sum"]
    assert run(SHORTER, on("2023-01-13"), 2, "< 2023-01-15").steps[0].data["reference"] == date(2023, 1, 14)


def test_met_follows_the_target() -> None:
    assert run(SHORTER, on("2023-01-15"), 2, "<= 2023-01-15").met is True
    assert run(SHORTER, on("2023-01-16"), 2, "<= 2023-01-15").met is False
    assert run(SHORTER, n(15), 2, "< 15").met is False
    assert run(LAST_YEAR, n(15), 2, last=n(1)).met is None


@pytest.mark.parametrize("points", [("1", "1", "0"), ("1", "0", "0"), ("0", "0", "0")])
def test_two_states_may_earn_the_same(points: tuple[str, str, str]) -> None:
    given = dict(zip(("better", "equal", "worse"), points, strict=True))
    assert give(rule(given, kind="compare", against="target"), n(15), 2, ">= 15") == points[1]


@pytest.mark.parametrize("points", [("1", "2", "0"), ("2", "0", "1"), ("0", "1", "2")])
def test_better_never_earns_less(points: tuple[str, str, str]) -> None:
    given = dict(zip(("better", "equal", "worse"), points, strict=True))
    assert refused(kind="compare", against="target", **given) == "compare_order"
