"""Points by interval: closed on the left, open on the right."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.rules.helpers import NO, cases, give, n, on, r, refused, rule, run, steps

SHARE = rule(
    kind="bands",
    bands=[
        {"from": "0", "to": "70", "points": "0"},
        {"from": "70", "to": "80", "points": "0.5"},
        {"from": "80", "points": "1"},
    ],
)
COUNT = rule(  # "0 lần: 2; 1 lần: 1; hơn 1 lần: 0"
    kind="bands",
    bands=[{"to": "1", "points": "2"}, {"from": "1", "to": "2", "points": "1"}, {"from": "2", "points": "0"}],
)
OF_TARGET = rule(
    kind="bands",
    of="target",
    bands=[{"to": "50", "points": "0"}, {"from": "50", "to": "100", "points": "1"}, {"from": "100", "points": "2"}],
)


@pytest.mark.parametrize(
    ("fact", "given"),
    [
        (r(69996, 100000), "0"),  # 69,996% is not 70%
        (r(70, 100), "0.5"),  # closed on the left
        (r(79999, 100000), "0.5"),
        (r(80, 100), "1"),  # open on the right
        (r(2, 3), "0"),
        (r(0, 5), "0"),
        (n("250"), "1"),
    ],
)
def test_of_value(fact: Any, given: str) -> None:
    assert give(SHARE, fact, 1) == given


@pytest.mark.parametrize(
    ("fact", "given"),
    [(cases(0), "2"), (cases(1), "1"), (cases(2), "0"), (cases(9), "0"), (cases(2, 1), "1"), (cases(1, 1), "2")],
)
def test_counts_with_an_exclusion(fact: Any, given: str) -> None:
    assert give(COUNT, fact, 2) == given


@pytest.mark.parametrize(
    ("fact", "to", "given"),
    [
        (r(40, 100), ">= 80", "1"),  # 40 × 100 ÷ 80 = 50, closed on the left
        (r(39, 100), ">= 80", "0"),  # 48,75
        (r(80, 100), ">= 80", "2"),
        (r(80, 100), "> 80", "2"),  # of the target only its value counts
        (r(1, 3), ">= 33.34", "1"),  # 33,33… × 100 ÷ 33,34 = 99,98…
        (r(1, 3), ">= 33.33", "2"),
        (n("8"), "<= 10", "1"),
    ],
)
def test_of_target(fact: Any, to: str, given: str) -> None:
    assert give(OF_TARGET, fact, 2, to) == given


def test_a_quotient_that_does_not_end_is_compared_unrounded() -> None:
    """2 of 3 is a little more, or a little less, than twice the target."""
    twice = rule(kind="bands", of="target", bands=[{"to": "200", "points": "0"}, {"from": "200", "points": "1"}])
    assert give(twice, r(2, 3), 1, ">= 33.33333333333333333333333333") == "1"
    assert give(twice, r(2, 3), 1, ">= 33.33333333333333333333333334") == "0"


@pytest.mark.parametrize(
    ("rule_", "fact", "to", "reason"),
    [
        (SHARE, None, None, "missing.fact"),
        (SHARE, r(0, 0), None, "invalid.zero_denominator"),
        (SHARE, r(2, 1), None, "invalid.over_denominator"),
        (SHARE, n("-1"), None, "invalid.below_bands"),
        (SHARE, NO, None, "invalid.kind"),
        (SHARE, on("2023-01-01"), None, "invalid.kind"),
        (COUNT, cases(0, 1), None, "invalid.negative"),
        (OF_TARGET, r(1, 2), None, "no_target.none"),
        (OF_TARGET, r(1, 2), ">= 0", "invalid.target_kind"),
        (OF_TARGET, r(1, 2), "== true", "invalid.target_kind"),
        (OF_TARGET, r(1, 2), "<= 2023-01-01", "invalid.target_kind"),
    ],
)
def test_no_score(rule_: Any, fact: Any, to: str | None, reason: str) -> None:
    assert give(rule_, fact, 2, to) == reason


@pytest.mark.parametrize(
    ("bands", "error"),
    [
        ([{"from": "5", "to": "9", "points": "0"}, {"from": "9", "points": "1"}], "bands_start"),
        ([{"to": "5", "points": "0"}, {"from": "5", "to": "9", "points": "1"}], "bands_end"),
        (
            [
                {"to": "5", "points": "0"},
                {"from": "5", "to": "9", "points": "1"},
                {"from": "9", "to": "12", "points": "2"},
            ],
            "bands_end",
        ),
        ([{"to": "5", "points": "0"}, {"from": "6", "points": "1"}], "bands_seam"),
        ([{"to": "5", "points": "0"}, {"from": "4", "points": "1"}], "bands_seam"),
        ([{"points": "0"}, {"from": "4", "points": "1"}], "bands_seam"),
        ([{"to": "0", "points": "0"}, {"points": "1"}], "bands_seam"),
        (
            [{"from": "0", "to": "0", "points": "0"}, {"from": "0", "points": "1"}],
            "bands_empty",
        ),
        ([{"points": "1"}], "too_short"),
    ],
)
def test_bands_that_leave_gaps(bands: list[dict[str, str]], error: str) -> None:
    assert refused(kind="bands", bands=bands) == error


def test_a_seam_at_zero_is_shown_as_zero() -> None:
    with pytest.raises(ValidationError) as caught:
        rule(kind="bands", bands=[{"to": "0", "points": "0"}, {"from": "1", "points": "1"}])
    assert caught.value.errors()[0]["ctx"] == {"to": "0", "from": "1"}


def test_the_working_names_the_interval() -> None:
    assert steps(SHARE, r(75, 100), 1) == ["bands.value.between", "sum"]
    assert steps(SHARE, r(80, 100), 1) == ["bands.value.from", "sum"]
    assert steps(COUNT, cases(0), 2) == ["bands.value.below", "sum"]
    assert steps(OF_TARGET, r(1, 100), 2, ">= 80") == ["bands.target.below", "sum"]
    assert run(SHARE, r(75, 100), 1).steps[0].data == {"from": 70, "to": 80, "points": n("0.5").value}
    assert run(COUNT, cases(0), 2).steps[0].data == {"to": 1, "points": 2}
    assert run(COUNT, cases(5), 2).steps[0].data == {"from": 2, "points": 0}


def test_met_follows_the_target_where_there_is_a_number() -> None:
    assert run(SHARE, r(75, 100), 1, ">= 80").met is False
    assert run(SHARE, r(80, 100), 1, ">= 80").met is True
    assert run(SHARE, r(80, 100), 1).met is None
    assert run(SHARE, r(80, 100), 1, "== true").met is None
