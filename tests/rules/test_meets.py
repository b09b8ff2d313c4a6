"""All or nothing by the target."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.values.facts import Ticks
from tests.rules.helpers import NO, YES, cases, give, n, on, r, rule, run, steps

MEETS = rule(kind="meets")


@pytest.mark.parametrize(
    ("fact", "to", "given"),
    [
        (r(980, 1000), ">= 98", "2"),  # 98% at "từ 98%"
        (r(979, 1000), ">= 98", "0"),
        (r(69996, 100000), ">= 70", "0"),  # 69,996% is not 70%
        (r(950, 1000), "> 95", "0"),  # "trên 95%" at equality
        (r(9501, 10000), "> 95", "2"),
        (r(100, 100), "== 100", "2"),
        (r(9999, 10000), "== 100", "0"),  # 99,99% is not 100%
        (n("2.5"), "<= 2.5", "2"),  # "không quá"
        (n("2.5"), "< 2.5", "0"),  # "dưới" at equality
        (n("2.4"), "< 2.5", "2"),
        (r(2, 3), ">= 66.67", "0"),  # 66,666…
        (r(2, 3), ">= 66.66", "2"),
        (cases(0), "== 0", "2"),  # "không có trường hợp nào"
        (cases(1), "== 0", "0"),
        (cases(1, 1), "== 0", "2"),  # the only case is excluded with a reason
        (YES, None, "2"),
        (NO, None, "0"),
        (YES, "== true", "2"),
        (NO, "== true", "0"),
        (NO, "== false", "2"),  # "không để xảy ra"
        (on("2023-01-14"), "< 2023-01-15", "2"),  # "trước ngày 15/01"
        (on("2023-01-15"), "< 2023-01-15", "0"),
        (on("2023-01-15"), "<= 2023-01-15", "2"),  # "chậm nhất ngày 15/01"
        (on("2023-01-16"), "<= 2023-01-15", "0"),
        (on("2023-01-14"), "== 2023-01-15", "2"),
        (NO, "<= 2023-01-15", "0"),  # never issued
    ],
)
def test_points(fact: Any, to: str | None, given: str) -> None:
    assert give(MEETS, fact, 2, to) == given


@pytest.mark.parametrize(
    ("fact", "to", "reason"),
    [
        (None, ">= 98", "missing.fact"),
        (None, None, "missing.fact"),
        (r(1, 2), None, "no_target.none"),
        (on("2023-01-01"), None, "no_target.none"),
        (r(0, 0), ">= 98", "invalid.zero_denominator"),
        (r(5, 4), ">= 98", "invalid.over_denominator"),
        (cases(1, 2), "<= 3", "invalid.negative"),
        (Ticks(frozenset()), ">= 98", "invalid.kind"),
        # A target of another kind is no silent zero.
        (YES, ">= 98", "invalid.target_kind"),
        (YES, "<= 2023-01-15", "invalid.no_date"),
        (r(1, 2), "== true", "invalid.target_kind"),
        (n(1), "<= 2023-01-15", "invalid.target_kind"),
        (on("2023-01-01"), ">= 98", "invalid.target_kind"),
    ],
)
def test_no_score(fact: Any, to: str | None, reason: str) -> None:
    assert give(MEETS, fact, 2, to) == reason


def test_the_working_says_whether_the_target_is_met() -> None:
    assert steps(MEETS, r(1, 1), 2, ">= 98") == ["meets.met", "sum"]
    assert steps(MEETS, r(0, 1), 2, ">= 98") == ["meets.not_met", "sum"]
    assert run(MEETS, r(1, 1), 2, ">= 98").met is True
    assert run(MEETS, r(0, 1), 2, ">= 98").met is False
