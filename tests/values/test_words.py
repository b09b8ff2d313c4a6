"""Due days, targets, facts and steps."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.values.deadlines import Due
from parindex.values.facts import Answer, Answers, Cases, Issued, Number, Ratio, Sent, Ticks, is_defined, measured
from parindex.values.numbers import evaluate, over, times
from parindex.values.steps import Step, outcome
from parindex.values.targets import Comparator, Target

D = Decimal
DAY = date(2023, 1, 15)


@pytest.mark.parametrize(
    ("inclusive", "on", "late"),
    [
        (False, date(2023, 1, 14), 0),
        (False, date(2023, 1, 15), 1),
        (False, date(2023, 2, 1), 18),
        (True, date(2023, 1, 15), 0),
        (True, date(2023, 1, 16), 1),
        (True, date(2022, 12, 31), 0),
    ],
)
def test_before_a_day_excludes_it_and_at_the_latest_includes_it(inclusive: bool, on: date, late: int) -> None:
    assert Due(DAY, inclusive).days_late(on) == late


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.booleans())
def test_the_last_day_is_on_time_and_the_next_is_late(to: date, inclusive: bool) -> None:
    due = Due(to, inclusive)
    assert due.days_late(due.last_day) == 0
    assert due.days_late(due.last_day + timedelta(days=1)) == 1


@pytest.mark.parametrize(
    ("comparator", "below", "equal", "above"),
    [
        (">=", False, True, True),
        (">", False, False, True),
        ("<=", True, True, False),
        ("<", True, False, False),
        # A bare 100% is recorded as equality and scored as "at least".
        ("==", False, True, True),
    ],
)
def test_comparators(comparator: Comparator, below: bool, equal: bool, above: bool) -> None:
    target = Target(comparator, D(95))
    assert [target.met(D(value)) for value in ("94.9999999", "95.0", "95.0000001")] == [below, equal, above]
    assert target.lower_is_better is (comparator in ("<", "<="))


@pytest.mark.parametrize(
    ("comparator", "before", "on", "after"),
    [("<", True, False, False), ("<=", True, True, False), (">=", False, True, True), (">", False, False, True)],
)
def test_days(comparator: Comparator, before: bool, on: bool, after: bool) -> None:
    days = Target(comparator, DAY)
    assert [days.met(DAY + timedelta(days=shift)) for shift in (-1, 0, 1)] == [before, on, after]


def test_types_are_not_mixed() -> None:
    assert Target("==", True).met(True)
    assert not Target("==", True).met(False)
    assert not Target("==", True).met(D(1))
    assert not Target(">=", D(1)).met(True)
    assert not Target(">=", D(1)).met(DAY)
    assert not Target(">=", DAY).met(D(999999))


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        (Ratio(D(1164), D(1200)), D(97)),
        (Ratio(D(69996), D(100000)), D("69.996")),
        (Number(D("98.5")), D("98.5")),
        (Cases(D(5)), D(5)),
        (Cases(D(5), D(2)), D(3)),
    ],
)
def test_what_a_fact_measures(fact: Any, value: Decimal) -> None:
    sum_ = measured(fact)
    assert sum_ is not None
    assert evaluate(sum_) == value


@pytest.mark.parametrize("fact", [Answer(True), Issued(DAY), Ticks(frozenset({"a"})), Sent({}), Answers({"a": D(1)})])
def test_facts_that_are_no_number(fact: Any) -> None:
    assert measured(fact) is None
    assert is_defined(fact)


def test_nothing_of_nothing_is_no_share() -> None:
    assert not is_defined(Ratio(D(0), D(0)))
    assert is_defined(Ratio(D(0), D(1)))


def test_an_outcome_is_the_value_of_its_last_step() -> None:
    sum_ = over(times(D(4), D(97)), D(100))
    result = outcome(sum_, Step("first"), what="proportional.part", met=False)
    assert result.points == D("3.88")
    assert [step.what for step in result.steps] == ["first", "proportional.part"]
    assert result.steps[-1].sum == sum_
    assert result.met is False
