"""Points per required report, by the day it was sent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parindex.values.deadlines import Due
from parindex.values.facts import Received, Sent
from tests.rules.helpers import NO, give, refused, rule, run, sent, steps

QUARTERS = [
    {"period": "2023-Q1", "to": "2023-03-14", "inclusive": False},
    {"period": "2023-Q2", "to": "2023-06-14"},
]
PLAIN = rule(kind="reports", required=QUARTERS, on_time="0.5", late="0.25")
CONTENT = rule(kind="reports", required=QUARTERS, on_time="0.5", late="0.25", content="0.25")


@pytest.mark.parametrize(
    ("fact", "given"),
    [
        (sent(Q1="2023-03-13", Q2="2023-06-14"), "1"),  # 0,5 + 0,5
        (sent(Q1="2023-03-14", Q2="2023-06-14"), "0.75"),  # "trước ngày 14/3": late
        (sent(Q1="2023-03-13", Q2="2023-06-15"), "0.75"),
        (sent(Q1="2023-03-13"), "0.5"),
        (sent(Q1="2023-12-31"), "0.25"),
        (sent(), "0"),
        (sent(Q1=None, Q2=None), "0"),  # signed and never sent
        (sent(Q1="2023-03-13", Q2="2023-06-14", Q3="2023-09-01"), "1"),  # the third is not required
    ],
)
def test_by_the_sending_date(fact: Any, given: str) -> None:
    assert give(PLAIN, fact, 1) == given


def test_a_plans_day_replaces_the_sets_for_its_period_only() -> None:
    due = {"2023-Q1": Due(date(2023, 3, 20)), "": Due(date(2023, 12, 31))}
    assert give(PLAIN, sent(Q1="2023-03-20", Q2="2023-06-15"), 1, due=due) == "0.75"


@pytest.mark.parametrize(
    ("fact", "given", "told"),
    [
        (sent(Q1="2023-03-13+", Q2="2023-06-14+"), "1.5", ["reports.content", "reports.content"]),  # 2 × (0,5 + 0,25)
        (sent(Q1="2023-03-13+", Q2="2023-06-14-"), "1.25", ["reports.content", "reports.no_content"]),
        (sent(Q1="2023-03-13", Q2="2023-06-14"), "1", ["reports.content_waits", "reports.content_waits"]),
        (sent(Q1="2023-04-13+"), "0.5", ["reports.content"]),  # late 0,25 + content 0,25
    ],
)
def test_content_is_the_appraisers(fact: Any, given: str, told: list[str]) -> None:
    assert give(CONTENT, fact, "1.5") == given
    assert [step for step in steps(CONTENT, fact, "1.5") if "content" in step] == told


def test_content_of_a_report_that_was_not_sent_earns_nothing() -> None:
    assert give(CONTENT, Sent({"2023-Q1": Received(None, True)}), "1.5") == "0"


def test_late_may_earn_as_much() -> None:
    lenient = rule(kind="reports", required=QUARTERS, on_time="0.5", late="0.5")
    assert give(lenient, sent(Q1="2023-12-31"), 1) == "0.5"


def test_no_score() -> None:
    assert give(PLAIN, None, 1) == "missing.fact"
    assert give(PLAIN, NO, 1) == "invalid.kind"


def test_met_means_every_one_on_time() -> None:
    assert run(PLAIN, sent(Q1="2023-03-13", Q2="2023-06-14"), 1).met is True
    assert run(PLAIN, sent(Q1="2023-03-13", Q2="2023-06-15"), 1).met is False
    assert run(PLAIN, sent(Q1="2023-03-13"), 1).met is False


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"required": [QUARTERS[0], QUARTERS[0]], "on_time": "1"}, "reports_twice"),
        ({"required": QUARTERS, "on_time": "0.5", "late": "0.6"}, "reports_order"),
        ({"required": [], "on_time": "0.5"}, "too_short"),
    ],
)
def test_refused(fields: dict[str, Any], error: str) -> None:
    assert refused(kind="reports", **fields) == error
