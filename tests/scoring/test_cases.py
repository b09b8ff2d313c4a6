"""Cases of a set: what was worked out by hand against what the rule gives."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.model.criteria import Case
from parindex.scoring.cases import CaseResult, run_case
from tests.scoring.world import criteria, leaf, vocabulary

SHARE = {"kind": "survey"}


def run(given: dict[str, Any], *, points: str = "20") -> CaseResult:
    set_ = criteria(leaf("1.1", points, SHARE, "survey.a", scored_by="survey"))
    (_, only), *_ = set_.leaves()
    return run_case(only, 1, Case.model_validate(given), vocabulary(set_))


def ratio(numerator: str, denominator: str) -> dict[str, str]:
    return {"numerator": numerator, "denominator": denominator}


@pytest.mark.parametrize(
    ("numerator", "points", "holds"),
    [
        ("2", "13.33", True),  # 20 × 2 ÷ 3 = 13,333…
        ("2", "13.3333333", True),
        ("2", "13.34", False),
        ("2", "13.3", False),  # too coarse to prove anything
        ("2", "13", False),
        ("1", "6.67", True),  # 6,666…, half up
        ("1", "6.66", False),
        ("3", "20", True),
        ("3", "20.00", True),
    ],
)
def test_points_that_do_not_end_are_written_with_two_decimals_or_more(numerator: str, points: str, holds: bool) -> None:
    assert run({"facts": ratio(numerator, "3"), "points": points}).holds is holds


@pytest.mark.parametrize(("points", "holds"), [("3.995", True), ("4.00", False), ("3.99", False)])
def test_points_that_end_are_never_rounded(points: str, holds: bool) -> None:
    """5 × 799 ÷ 1000 = 3,995."""
    assert run({"facts": ratio("799", "1000"), "points": points}, points="5").holds is holds


@pytest.mark.parametrize(
    ("facts", "status"),
    [(None, "missing"), (ratio("0", "0"), "invalid"), (ratio("4", "3"), "invalid")],
)
def test_a_status_instead_of_points(facts: Any, status: str) -> None:
    assert run({"facts": facts, "status": status}).holds
    assert not run({"facts": facts, "points": "0"}).holds


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"count": {"count": "3"}, "rank": {"rank": "1"}}, True),
        ({"count": {"numerator": "1", "denominator": "2"}}, True),
        ({"answers": {"count": "3"}, "rank": {"rank": "1"}}, True),
        ({"a": {"count": "3"}}, True),
        ({"answers": {"count": "3"}}, False),
        ({"reports": {"2023-Q1": {"sent_at": "2023-03-01"}}}, False),
        ({"count": "3"}, False),
        ({}, False),
    ],
)
def test_named_facts_are_told_by_their_shape(facts: dict[str, Any], named: bool) -> None:
    case = Case.model_validate({"facts": facts, "points": "1"})
    assert isinstance(case.facts, dict) == named
