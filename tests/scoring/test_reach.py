"""Ways to more points, each worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.rules.base import Inputs
from parindex.scoring.reach import Asked, Way, least, ways
from parindex.values.facts import Answer, Cases, Fact, Issued, Number, Ratio, Received, Sent, Ticks
from parindex.values.steps import Outcome
from parindex.values.targets import Target
from tests.scoring.world import D

ON = date(2023, 6, 1)
ASKED = Asked(ON, 2023, date(2023, 12, 14))
BANDS = {
    "kind": "bands",
    "bands": [{"to": "50", "points": "0"}, {"from": "50", "to": "80", "points": "1"}, {"from": "80", "points": "2"}],
}
SHARE = {"kind": "proportional", "base": "hundred", "floor": "90"}


def ratio(numerator: int, denominator: int) -> Ratio:
    return Ratio(D(numerator), D(denominator))


def found(
    rule: Any,
    fact: Fact | None,
    measure: str = "ratio",
    *,
    points: str = "2",
    target: Target | None = None,
    asked: Asked = ASKED,
    better: str | None = None,
    **more: Any,
) -> list[Way]:
    about = {"code": "1.1", "name": "A", "points": points, "indicator": "a.b", "rule": rule, **more}
    leaf = Leaf.model_validate(about)
    indicator = Indicator.model_validate(
        {"id": "a.b", "name": "A", "domain": "d", "measure": measure, "better": better or _BETTER.get(measure)}
    )
    inputs = Inputs({} if fact is None else {"value": fact}, target)
    return ways(leaf, inputs, {"a.b": indicator}, asked)


_BETTER = {"ratio": "higher", "date": "earlier", "yes-no": "yes"}


def told(all_: list[Way]) -> list[tuple[str, Fact, str]]:
    return [(way.kind, way.fact, str(way.points)) for way in all_]


def test_the_next_band_and_the_best_one() -> None:
    # 50% of 9 is 4,5: the fifth; 80% of 9 is 7,2: the eighth
    first, last = found(BANDS, ratio(3, 9))
    assert told([first, last]) == [("figure", ratio(5, 9), "1"), ("figure", ratio(8, 9), "2")]
    assert (first.more, first.best, last.more, last.best) == (2, False, 5, True)
    assert first.by == date(2023, 12, 14)


def test_a_share_is_asked_for_its_floor_and_its_target_and_not_for_every_dossier_between() -> None:
    target = Target(">=", D(98))
    # below 90% nothing: 90% of 200 is 180, which earns 1,8; 98% is 196
    assert told(found(SHARE, ratio(150, 200), target=target)) == [
        ("figure", ratio(180, 200), "1.8"),
        ("figure", ratio(196, 200), "2"),
    ]
    # already over the floor: the target alone
    assert told(found(SHARE, ratio(190, 200), target=target)) == [("figure", ratio(196, 200), "2")]
    assert found(SHARE, ratio(196, 200), target=target) == []


def test_a_strict_target_takes_one_more() -> None:
    (way,) = found({"kind": "meets"}, ratio(190, 200), target=Target(">", D(95)))
    assert (way.fact, way.met, way.more) == (ratio(191, 200), True, 1)


def test_a_large_denominator_is_searched_and_not_walked_through() -> None:
    (way,) = found(SHARE, ratio(1_900_000, 2_000_000), target=Target(">=", D("98.00005")))
    assert way.fact == ratio(1_960_001, 2_000_000)


def test_cases_that_happened_are_named_and_cannot_be_undone() -> None:
    rule = {"kind": "per_case", "direction": "deduct", "each": "0.5"}
    next_, best = found(rule, Cases(D(3)), "count", better="lower")
    assert (next_.kind, next_.fact, next_.doable, next_.points) == ("fewer", Cases(D(2)), False, 1)  # 2 − 2 × 0,5
    assert best.fact == Cases(D(0))


def test_cases_that_earn_are_added_up_to_the_cap() -> None:
    rule = {"kind": "per_case", "direction": "add", "each": "0.25", "cap": "1"}
    next_, best = found(rule, Cases(D(1)), "count", better="higher")
    assert (next_.fact, next_.points, next_.more) == (Cases(D(2)), D("0.5"), 1)
    assert (best.fact, best.points, best.doable) == (Cases(D(4)), 1, True)


def test_a_percent_is_told_by_the_threshold() -> None:
    assert [way.fact for way in found(BANDS, Number(D("41.5")), "percent", better="higher")] == [
        Number(D(50)),
        Number(D(80)),
    ]


def test_what_lower_is_better_for_goes_down() -> None:
    rule = {"kind": "meets"}
    (way,) = found(rule, Number(D(7)), "amount", better="lower", target=Target("<=", D(5)))
    assert (way.kind, way.fact, way.more) == ("figure", Number(D(5)), -2)


def test_a_figure_that_is_not_reported_is_asked_for_with_what_it_takes() -> None:
    (way,) = found(SHARE, None, target=Target(">=", D(98)))
    assert (way.kind, way.fact, way.points) == ("enter", ratio(98, 100), 2)


DEADLINE = {
    "kind": "deadline",
    "due": {"to": "2023-06-15", "inclusive": False},
    "on_time": "2",
    "late": [{"within_days": 10, "points": "1"}],
}


@pytest.mark.parametrize(
    ("on", "points", "by", "doable"),
    [
        (date(2023, 6, 1), "2", date(2023, 6, 14), True),  # "trước ngày 15/6" leaves the 14th
        (date(2023, 6, 14), "2", date(2023, 6, 14), True),
        (date(2023, 6, 15), "1", date(2023, 6, 24), True),
        (date(2023, 6, 25), "2", date(2023, 6, 14), False),  # too late: what would have won is told
    ],
)
def test_a_document_by_the_day_it_still_counts(on: date, points: str, by: date, doable: bool) -> None:
    for fact in (None, Answer(False)):
        (way,) = found(DEADLINE, fact, "date", asked=Asked(on, 2023, None))
        assert (way.kind, str(way.points), way.by, way.doable) == ("issue", points, by, doable)


def test_a_document_that_was_issued_late_is_not_issued_again() -> None:
    assert found(DEADLINE, Issued(date(2023, 7, 30)), "date") == []


REPORTS = {
    "kind": "reports",
    "on_time": "0.5",
    "late": "0.25",
    "required": [
        {"period": "2023-Q1", "to": "2023-03-14"},
        {"period": "2023-Q2", "to": "2023-06-14"},
    ],
}


def test_reports_late_and_to_come() -> None:
    late, coming = found(REPORTS, Sent({}), "reports")
    assert (late.fact, late.points, late.by) == (Sent({"2023-Q1": Received(ON)}), D("0.25"), None)
    assert (coming.fact, coming.by) == (Sent({"2023-Q2": Received(date(2023, 6, 14))}), date(2023, 6, 14))


def test_a_report_whose_day_is_over_and_that_earns_nothing_late_is_closed() -> None:
    first = found({**REPORTS, "late": "0"}, None, "reports")[0]
    assert (first.doable, first.by) == (False, date(2023, 3, 14))


def test_a_report_that_was_sent_late_stands() -> None:
    sent = Sent({"2023-Q1": Received(date(2023, 4, 1)), "2023-Q2": Received(date(2023, 6, 1))})
    assert found(REPORTS, sent, "reports") == []


ITEMS = [{"id": "a", "points": "1"}, {"id": "b", "points": "0.5"}, {"id": "c", "points": "0.5"}]


def test_items_alone_or_all_together() -> None:
    each = found({"kind": "checklist", "items": ITEMS}, Ticks(frozenset("a")), "checklist")
    assert told(each) == [("tick", Ticks(frozenset("b")), "1.5"), ("tick", Ticks(frozenset("c")), "1.5")]
    (whole,) = found({"kind": "checklist", "items": ITEMS, "all_or_nothing": True}, Ticks(frozenset("a")), "checklist")
    assert (whole.fact, whole.points) == (Ticks(frozenset("bc")), 2)


def test_a_yes() -> None:
    (way,) = found({"kind": "meets"}, Answer(False), "yes-no")
    assert (way.kind, way.fact, way.doable) == ("answer", Answer(True), True)
    assert found({"kind": "meets"}, Answer(True), "yes-no") == []


def test_after_the_period_of_the_figures_they_stand() -> None:
    (way,) = found({"kind": "meets"}, Answer(False), "yes-no", asked=Asked(date(2023, 12, 15), 2023, ASKED.until))
    assert way.doable is False


def test_nothing_for_what_others_score() -> None:
    assert found(BANDS, ratio(1, 9), scored_by="council") == []


def test_a_penalty_is_better_smaller() -> None:
    rule = {"kind": "per_case", "direction": "add", "each": "0.5"}
    (way, none) = found(rule, Cases(D(2)), "count", better="lower", counts="penalty")
    assert (way.fact, way.points) == (Cases(D(1)), D("0.5"))
    assert (none.fact, none.points) == (Cases(D(0)), 0)


@given(st.integers(-50, 50), st.integers(1, 200))
def test_least_is_the_least(low: int, distance: int) -> None:
    for answer in (low + 1, low + distance, low + (distance + 1) // 2):
        assert least(low, low + distance, lambda n, answer=answer: n >= answer) == max(answer, low + 1)


@given(st.integers(1, 3000), st.data())
def test_one_less_than_the_least_does_not_reach_it(denominator: int, data: st.DataObject) -> None:
    numerator = data.draw(st.integers(0, denominator))
    leaf = Leaf.model_validate({"code": "1", "name": "A", "points": "2", "indicator": "a.b", "rule": BANDS})
    for way in found(BANDS, ratio(numerator, denominator)):
        assert isinstance(way.fact, Ratio)
        less = leaf.rule.score(Inputs({"value": Ratio(way.fact.numerator - 1, way.fact.denominator)}), leaf.points)
        assert isinstance(less, Outcome)
        assert less.points < way.points
