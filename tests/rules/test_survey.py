"""Points from answers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from parindex.values.facts import Answers, Fact
from tests.rules.helpers import YES, give, n, r, refused, rule, run

INDEX = rule(kind="survey")
SHARES = rule(kind="survey", shares={"A": "100", "B": "60", "C": "20", "D": "0"})


def answers(**counts: int) -> Fact:
    return Answers({option: Decimal(count) for option, count in counts.items()})


@pytest.mark.parametrize(
    ("fact", "given"),
    [
        (n("87.5"), "8.75"),  # 10 × 87,5 ÷ 100
        (n("0"), "0"),
        (n("100"), "10"),
        (r(2, 3), "6.666666666666666666666666666666667"),  # 10 × 2 ÷ 3
        (r(180, 200), "9"),
    ],
)
def test_index(fact: Any, given: str) -> None:
    assert give(INDEX, fact, 10) == given


@pytest.mark.parametrize(
    ("fact", "given"),
    [
        (answers(A=10), "10"),
        (answers(B=10), "6"),
        (answers(C=10), "2"),
        (answers(D=10), "0"),
        # 10 × (1 × 100 + 1 × 60 + 1 × 20 + 1 × 0) ÷ (4 × 100) = 4,5
        (answers(A=1, B=1, C=1, D=1), "4.5"),
        # 10 × (50 × 100 + 30 × 60 + 15 × 20 + 5 × 0) ÷ (100 × 100) = 7,1
        (answers(D=5, C=15, B=30, A=50), "7.1"),
        (answers(A=2, B=0, D=1), "6.666666666666666666666666666666667"),
    ],
)
def test_answers(fact: Any, given: str) -> None:
    assert give(SHARES, fact, 10) == given


@pytest.mark.parametrize(
    ("rule_", "fact", "reason"),
    [
        (INDEX, None, "missing.fact"),
        (INDEX, n("100.1"), "invalid.over_hundred"),
        (INDEX, n("-1"), "invalid.over_hundred"),
        (INDEX, r(3, 2), "invalid.over_denominator"),
        (INDEX, r(0, 0), "invalid.zero_denominator"),
        (INDEX, YES, "invalid.kind"),
        (INDEX, answers(A=1), "invalid.unknown_option"),
        (SHARES, answers(A=1, E=1), "invalid.unknown_option"),
        (SHARES, answers(), "missing.no_answers"),
        (SHARES, answers(A=0), "missing.no_answers"),
    ],
)
def test_no_score(rule_: Any, fact: Any, reason: str) -> None:
    assert give(rule_, fact, 10) == reason


def test_the_unknown_option_is_named() -> None:
    assert run(SHARES, answers(Z=1, E=1), 10).data == {"option": "E"}


def test_met_follows_the_target() -> None:
    assert run(INDEX, n("85"), 10, ">= 85").met is True
    assert run(INDEX, n("84.99"), 10, ">= 85").met is False
    assert run(INDEX, n("85"), 10).met is None


@pytest.mark.parametrize(("share", "error"), [("101", "less_than_equal"), ("-1", "greater_than_equal")])
def test_a_share_lies_within_the_points(share: str, error: str) -> None:
    assert refused(kind="survey", shares={"A": share}) == error
