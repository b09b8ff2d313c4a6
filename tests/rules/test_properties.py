"""What holds for every rule and every fact."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.locale.steps import REASON, STEP
from parindex.rules.base import Inputs, Rule
from parindex.values.facts import Answer, Cases, Fact, Issued, Number, Ratio, Received, Sent, Ticks
from parindex.values.numbers import evaluate
from parindex.values.steps import NoScore, Outcome
from parindex.values.targets import Target
from tests.rules import strategies as some
from tests.rules.strategies import POINTS

MANY = settings(max_examples=300, deadline=None)


def inputs(fact: Fact | None, target: Target | None, last: Fact | None = None) -> Inputs:
    return Inputs({} if fact is None else {"value": fact}, target, {} if last is None else {"value": last})


@MANY
@given(some.any_rule, st.none() | some.any_fact, some.any_targets, st.none() | some.any_fact)
def test_points_lie_within_the_maximum_and_are_the_value_of_the_working(
    rule: Rule, fact: Fact | None, target: Target | None, last: Fact | None
) -> None:
    result = rule.score(inputs(fact, target, last), POINTS)
    if isinstance(result, NoScore):
        assert result.reason in REASON
        assert result.status == result.reason.split(".")[0] != "scored"
        return
    assert 0 <= result.points <= POINTS
    assert result.steps[-1].sum is not None
    assert evaluate(result.steps[-1].sum) == result.points
    assert {step.what for step in result.steps[:-1]} <= STEP.keys()


@MANY
@given(some.any_rule, some.any_fact, some.any_targets, st.none() | some.any_fact)
def test_the_callers_decimal_context_changes_nothing(
    rule: Rule, fact: Fact, target: Target | None, last: Fact | None
) -> None:
    usual = rule.score(inputs(fact, target, last), POINTS)
    with localcontext(Context(prec=5, rounding="ROUND_UP")):
        assert rule.score(inputs(fact, target, last), POINTS) == usual


@MANY
@given(some.any_rule, some.any_targets)
def test_no_fact_is_missing_and_never_zero(rule: Rule, target: Target | None) -> None:
    result = rule.score(inputs(None, target), POINTS)
    assert isinstance(result, NoScore)
    assert result.status == "missing"


def never_lower(rule: Rule, worse: Fact, better: Fact, target: Target | None = None) -> None:
    """A better fact earns as much or more; where one has no score, neither has the other."""
    low, high = (rule.score(inputs(fact, target), POINTS) for fact in (worse, better))
    if isinstance(low, Outcome) and isinstance(high, Outcome):
        assert low.points <= high.points
    else:
        assert isinstance(low, NoScore)
        assert isinstance(high, NoScore)
        assert low.reason == high.reason


@st.composite
def two_shares(draw: st.DrawFn) -> tuple[Fact, Fact]:
    """The same denominator, or two percents: the second is better."""
    if draw(st.booleans()):
        low, high = sorted(draw(st.tuples(some.percents, some.percents)))
        return Number(low), Number(high)
    whole = draw(st.integers(1, 99))
    low_, high_ = sorted(draw(st.tuples(st.integers(0, whole), st.integers(0, whole))))
    return Ratio(Decimal(low_), Decimal(whole)), Ratio(Decimal(high_), Decimal(whole))


HIGHER = {
    "proportional": some.proportional(),
    "bands": some.bands(better="higher"),
    "bands of the target": some.bands(better="higher", of="target"),
    "curve": some.curve(better="higher"),
    "curve of the target": some.curve(better="higher", of="target"),
    "per_case add": some.per_case(direction="add"),
    "meets": some.meets,
    "formula": st.just(some.rule(kind="formula", expression="points * value / 100 if value > 20 else 0")),
}


@pytest.mark.parametrize("kind", HIGHER)
@given(st.data())
@settings(max_examples=120, deadline=None)
def test_a_higher_share_never_earns_less(kind: str, data: Any) -> None:
    rule = data.draw(HIGHER[kind])
    target = data.draw(some.targets.filter(lambda target: target.value > 0))
    never_lower(rule, *data.draw(two_shares()), target)


@MANY
@given(some.per_case(direction="deduct"), some.counts, some.counts, some.counts)
def test_more_cases_never_earn_more(rule: Rule, count: Decimal, more: Decimal, excluded: Decimal) -> None:
    out = min(excluded, count)
    never_lower(rule, Cases(count + more, out), Cases(count, out))
    never_lower(rule, Cases(count, Decimal(0)), Cases(count, out))


@MANY
@given(some.deadline(), some.days, some.days)
def test_an_earlier_day_never_earns_less_and_never_done_earns_least(rule: Rule, one: Any, other: Any) -> None:
    never_lower(rule, Issued(max(one, other)), Issued(min(one, other)))
    never_lower(rule, Answer(False), Issued(one))


@MANY
@given(some.reports(), some.sent, st.data())
def test_a_report_sent_earlier_or_found_adequate_never_earns_less(rule: Rule, sent: Sent, data: Any) -> None:
    period = data.draw(st.sampled_from([f"2023-Q{number}" for number in range(1, 5)]))
    before = sent.reports.get(period, Received(None))
    day = data.draw(some.days if before.sent_at is None else st.dates(some.FIRST, before.sent_at))
    better = Received(day, True if before.adequate is None else before.adequate)
    never_lower(rule, sent, Sent({**sent.reports, period: better}))


@MANY
@given(some.checklist(), some.ticks, st.sampled_from("abcd"))
def test_one_more_item_never_earns_less(rule: Rule, ticks: Ticks, item: str) -> None:
    never_lower(rule, ticks, Ticks(ticks.done | {item}))


def turned(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return dict(reversed(list(mapping.items())))


@given(some.sent, some.reports(), some.answers, some.survey())
def test_the_order_of_entries_does_not_matter(sent: Sent, reports: Rule, answers: Any, survey: Rule) -> None:
    assert reports.score(inputs(sent, None), POINTS) == reports.score(inputs(Sent(turned(sent.reports)), None), POINTS)
    again = type(answers)(turned(answers.counts))
    assert survey.score(inputs(answers, None), POINTS) == survey.score(inputs(again, None), POINTS)


@given(some.ratios(), some.numbers)
def test_the_order_of_named_facts_does_not_matter(a: Fact, b: Fact) -> None:
    rule = some.rule(kind="formula", expression="a / 50 + b / 100")
    facts: dict[str, Fact] = {"a": a, "b": b}
    assert rule.score(Inputs(facts), POINTS) == rule.score(Inputs(turned(facts)), POINTS)
