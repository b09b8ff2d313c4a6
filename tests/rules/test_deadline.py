"""Points by the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parindex.values.deadlines import Due
from tests.rules.helpers import NO, YES, give, n, on, refused, rule, run

LATE = [{"within_days": 15, "points": "0.75"}]
BEFORE = rule(kind="deadline", due={"to": "2023-01-15", "inclusive": False}, on_time="1.5", late=LATE)
BY = rule(kind="deadline", due={"to": "2023-01-15"}, on_time="1.5", late=LATE, later="0.25")
NONE = rule(kind="deadline", on_time="1.5")


@pytest.mark.parametrize(
    ("rule_", "day", "given"),
    [
        (BEFORE, "2022-12-20", "1.5"),
        (BEFORE, "2023-01-14", "1.5"),
        (BEFORE, "2023-01-15", "0.75"),  # "trước ngày 15/01" excludes that day: one day late
        (BEFORE, "2023-01-29", "0.75"),  # 15 days after the 14th
        (BEFORE, "2023-01-30", "0"),
        (BY, "2023-01-15", "1.5"),  # "chậm nhất ngày" includes it
        (BY, "2023-01-16", "0.75"),
        (BY, "2023-01-30", "0.75"),  # 15 days after the 15th
        (BY, "2023-01-31", "0.25"),
    ],
)
def test_by_the_sets_own_day(rule_: Any, day: str, given: str) -> None:
    assert give(rule_, on(day), "1.5") == given


@pytest.mark.parametrize(
    ("to", "due", "day", "given"),
    [
        # A target that is a day comes first, then the plan's due day, then the set's.
        ("< 2023-02-01", {"": Due(date(2023, 3, 1))}, "2023-01-31", "1.5"),
        ("< 2023-02-01", {"": Due(date(2023, 3, 1))}, "2023-02-01", "0.75"),
        ("<= 2023-02-01", {}, "2023-02-01", "1.5"),
        (None, {"": Due(date(2023, 3, 1))}, "2023-03-01", "1.5"),
        (None, {"": Due(date(2023, 3, 1), inclusive=False)}, "2023-03-01", "0.75"),
        (None, {"2023-Q1": Due(date(2023, 3, 1))}, "2023-01-16", "0.75"),  # of a period only: not this one
        (">= 98", {}, "2023-01-16", "0.75"),  # no day
    ],
)
def test_which_day_counts(to: str | None, due: dict[str, Due], day: str, given: str) -> None:
    assert give(BY, on(day), "1.5", to, due=due) == given


def test_never_done() -> None:
    assert give(BEFORE, NO, "1.5") == "0"
    assert give(BY, NO, "1.5") == "0"  # later than late, and yet not done
    assert run(BY, NO, "1.5").steps[0].what == "deadline.never"


@pytest.mark.parametrize(
    ("rule_", "fact", "reason"),
    [
        (BEFORE, None, "missing.fact"),
        (BEFORE, YES, "invalid.no_date"),
        (BEFORE, n(3), "invalid.kind"),
        (NONE, on("2023-01-01"), "no_target.due"),
    ],
)
def test_no_score(rule_: Any, fact: Any, reason: str) -> None:
    assert give(rule_, fact, "1.5") == reason


def test_the_working_counts_the_days() -> None:
    step = run(BEFORE, on("2023-01-20"), "1.5").steps[0]
    assert step.what == "deadline.late"
    assert step.data["days"] == 6  # from the 14th
    assert step.data["due"] == date(2023, 1, 15)
    assert step.data["inclusive"] is False


@pytest.mark.parametrize(
    ("fact", "met"),
    [(on("2023-01-15"), True), (on("2023-01-16"), False), (on("2023-03-16"), False), (NO, False)],
)
def test_met_means_on_time(fact: Any, met: bool) -> None:
    assert run(BY, fact, "1.5").met is met


@pytest.mark.parametrize(
    "fields",
    [
        {"late": [{"within_days": 15, "points": "1"}, {"within_days": 10, "points": "0.5"}]},
        {"late": [{"within_days": 10, "points": "1"}, {"within_days": 10, "points": "0.5"}]},
        {"late": [{"within_days": 10, "points": "0.5"}, {"within_days": 15, "points": "1"}]},
        {"late": [{"within_days": 10, "points": "2"}]},
        {"later": "2"},
    ],
)
def test_later_never_earns_more(fields: dict[str, Any]) -> None:
    assert refused(kind="deadline", on_time="1.5", **fields) == "deadline_order"
