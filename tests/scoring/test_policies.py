"""What the policy of a set makes of a leaf: nothing arose, no evidence, no survey, claims."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.model.sheet import Sheet
from tests.scoring.world import D, codes, criteria, fact, leaf, line, scored, told, unit

NOTHING = {"amount.1-2": {"reason": "không có hồ sơ", "by": "Phòng Nội vụ"}}


def with_nothing(policy: Any, **more: Any) -> Sheet:
    """8 of 10 earned, and 5 points of what did not arise."""
    set_ = criteria(leaf("1.1"), leaf("1.2", 5, **more), policy=policy)
    return scored(set_, unit(told(c1_1="8"), not_arising=NOTHING))


@pytest.mark.parametrize(
    ("policy", "own", "computed", "scorable", "index"),
    [
        ({}, None, None, "10", "80"),  # excluded: 8 of 10
        ({"not_arising": "exclude"}, None, None, "10", "80"),
        ({"not_arising": "full"}, None, "5", "15", "86.66666666666666666666666666666667"),  # 13 of 15
        ({"not_arising": "zero"}, None, "0", "15", "53.33333333333333333333333333333333"),  # 8 of 15
        ({"not_arising": "zero"}, "full", "5", "15", "86.66666666666666666666666666666667"),  # the leaf's own way
        ({"not_arising": "full"}, "exclude", None, "10", "80"),
    ],
)
def test_not_arising(policy: Any, own: str | None, computed: str | None, scorable: str, index: str) -> None:
    sheet = with_nothing(policy, **({"not_arising": own} if own else {}))
    found = line(sheet, "1.2")
    assert found.status == "not_arising"
    assert found.computed == found.self_score == (None if computed is None else D(computed))
    assert found.max == 5
    assert sheet.totals.max == 15
    assert sheet.totals.scorable == D(scorable)
    assert sheet.totals.not_arising == 15 - D(scorable)
    assert sheet.totals.index == D(index)
    assert codes(sheet) == []


@pytest.mark.parametrize(
    ("policy", "own", "earned"),
    [
        ("full", {}, "8"),  # nobody gets a bonus for what did not happen
        ("zero", {}, "8"),
        ("exclude", {}, "8"),
        ("full", {"not_arising": "full"}, "13"),  # unless the leaf itself says so
    ],
)
def test_a_bonus_that_did_not_arise_is_none(policy: str, own: Any, earned: str) -> None:
    sheet = with_nothing({"not_arising": policy}, counts="bonus", **own)
    assert line(sheet, "1.2").status == "not_arising"
    assert sheet.totals.earned == D(earned)
    assert sheet.totals.scorable == 10


@pytest.mark.parametrize("policy", ["full", "exclude", "zero"])
@pytest.mark.parametrize(
    ("rule", "by", "reason"),
    [("survey", "survey", "pending.survey"), ("appraised", "council", "pending.council")],
)
def test_a_unit_cannot_declare_away_what_others_score(policy: str, rule: str, by: str, reason: str) -> None:
    set_ = criteria(
        leaf("1.1"), leaf("1.2", 5, {"kind": rule}, "survey.a", scored_by=by), policy={"not_arising": policy}
    )
    sheet = scored(set_, unit(told(c1_1="8"), not_arising={"survey.a": {"reason": "x"}}))
    found = line(sheet, "1.2")
    assert (found.status, found.reason, found.computed) == ("pending", reason, None)
    assert (sheet.totals.earned, sheet.totals.pending) == (8, 5)


def test_a_leaf_of_several_facts_did_not_arise_only_when_none_did() -> None:
    both = leaf("1.1", rule={"kind": "formula", "expression": "a + b"}, facts={"a": "amount.a", "b": "amount.b"})
    nothing = {"amount.a": {"reason": "x"}}
    assert line(scored(criteria(both), unit(not_arising=nothing)), "1.1").status == "missing"
    nothing["amount.b"] = {"reason": "x"}
    assert line(scored(criteria(both), unit(not_arising=nothing)), "1.1").status == "not_arising"


@pytest.mark.parametrize(
    ("policy", "explained", "computed", "steps", "found"),
    [
        ("explain", False, "8", ["formula.text", "formula.fact", "sum"], ["W603"]),
        ("explain", True, "8", ["formula.text", "formula.fact", "sum"], []),
        ("zero", False, "0", ["formula.text", "formula.fact", "sum", "policy.unsupported_zero"], ["W603"]),
        ("zero", True, "0", ["formula.text", "formula.fact", "sum", "policy.unsupported_zero"], []),
    ],
)
def test_missing_evidence(policy: str, explained: bool, computed: str, steps: list[str], found: list[str]) -> None:
    set_ = criteria(leaf("1.1"), policy={"missing_evidence": policy})
    explanations = {"1.1": "Đang bổ sung"} if explained else {}
    sheet = scored(set_, unit({"amount.1-1": fact(False, amount="8")}, explanations=explanations))
    got = line(sheet, "1.1")
    assert (got.status, got.reason) == ("unsupported", "unsupported.none")
    assert got.computed == D(computed)
    assert [step.what for step in got.steps] == steps
    assert codes(sheet) == found
    assert sheet.totals.unsupported == D(computed)


def test_nothing_earned_needs_no_evidence() -> None:
    sheet = scored(criteria(leaf("1.1")), unit({"amount.1-1": fact(False, amount="0")}))
    assert line(sheet, "1.1").status == "scored"


def test_no_one_escapes_a_penalty_by_proving_nothing() -> None:
    set_ = criteria(leaf("1.1"), leaf("1.2", 3, counts="penalty"), policy={"missing_evidence": "zero"})
    facts = {**told(c1_1="8"), "amount.1-2": fact(False, amount="2")}
    sheet = scored(set_, unit(facts))
    assert line(sheet, "1.2").computed == -2
    assert sheet.totals.earned == 6


SURVEY = leaf("2.1", 30, {"kind": "survey"}, "survey.a", scored_by="survey")


def survey(by: str | None, policy: Any = None, own: Any = None) -> Sheet:
    """65 appraised by the unit's facts, 58,5 of them earned, and 35 for a survey."""
    set_ = criteria(leaf("1.1", 65), {**SURVEY, "points": "35"}, policy=policy or {})
    facts = told(c1_1="58.5")
    if by:
        facts["survey.a"] = {**fact(percent="80"), "conducted_by": by}
    return scored(set_, unit(facts, **({"missing_survey": own} if own else {})))


def test_an_appraised_part_of_65_and_a_survey_part_of_35() -> None:
    sheet = survey("superior")
    assert line(sheet, "2.1").computed == 28  # 35 × 80 ÷ 100
    assert sheet.totals.earned == D("86.5")
    assert sheet.totals.index == D("86.5")  # of 100
    assert (sheet.totals.provisional, sheet.totals.rescaled) == (False, False)


@pytest.mark.parametrize(
    ("by", "policy", "reason"),
    [
        (None, None, "pending.survey"),
        ("self", None, "pending.own_survey"),
        ("self", {"surveys": ["self"]}, None),
        ("independent", None, None),
        ("independent", {"surveys": ["superior"]}, "pending.survey"),
    ],
)
def test_whose_survey_counts(by: str | None, policy: Any, reason: str | None) -> None:
    got = line(survey(by, policy), "2.1")
    assert got.reason == reason
    assert got.status == ("pending" if reason else "scored")
    assert (got.computed is None) is (reason is not None)


@pytest.mark.parametrize(
    ("policy", "own", "provisional", "rescaled"),
    [
        ("pending", None, True, False),
        ("rescale", None, False, True),
        ("pending", "rescale", False, True),  # for this unit alone, with the reason
        ("rescale", "pending", True, False),
    ],
)
def test_a_missing_survey(policy: str, own: str | None, provisional: bool, rescaled: bool) -> None:
    sheet = survey(None, {"missing_survey": policy}, own and {"policy": own, "reason": "mới thành lập"})
    assert sheet.totals.pending == 35
    assert sheet.totals.scorable == 65
    assert sheet.totals.index == 90  # 58,5 of 65: never counted as zero in silence
    assert (sheet.totals.provisional, sheet.totals.rescaled) == (provisional, rescaled)


def test_what_waits_for_the_council_stays_provisional_when_surveys_are_rescaled() -> None:
    council = leaf("3.1", 5, {"kind": "appraised"}, scored_by="council")
    set_ = criteria(leaf("1.1", 65), SURVEY, council, policy={"missing_survey": "rescale"})
    totals = scored(set_, unit(told(c1_1="65"))).totals
    assert (totals.provisional, totals.rescaled) == (True, True)
    assert totals.pending == 35
    assert totals.index == 100


ANSWERS = {"kind": "survey", "shares": {"A": "100", "B": "60", "C": "20", "D": "0"}}


def test_answers_as_shares_of_the_points() -> None:
    """A 100%, B 60%, C 20%, D 0%: 10 × (5 × 100 + 3 × 60 + 1 × 20 + 1 × 0) ÷ (10 × 100) = 7."""
    set_ = criteria(leaf("1.1", 10, ANSWERS, "survey.a", scored_by="survey"))
    answers = {"A": "5", "B": "3", "C": "1", "D": "1"}
    sheet = scored(set_, unit({"survey.a": {"values": {"answers": answers}, "conducted_by": "independent"}}))
    assert line(sheet, "1.1").computed == 7


@pytest.mark.parametrize(
    ("claim", "explained", "own", "found"),
    [
        ("7", True, "7", []),
        ("7", False, "7", ["W604"]),  # a claim without explanation blocks submission
        ("8", False, "8", []),  # the same as computed
        ("9.5", True, "9.5", []),
        ("10.5", True, "8", ["W606"]),  # over the maximum: left out
    ],
)
def test_claims(claim: str, explained: bool, own: str, found: list[str]) -> None:
    explanations = {"1.1": "Có căn cứ khác"} if explained else {}
    facts = told(c1_1="8", c1_2="10")
    sheet = scored(criteria(leaf("1.1"), leaf("1.2")), unit(facts, claims={"1.1": claim}, explanations=explanations))
    got = line(sheet, "1.1")
    assert (got.computed, got.self_score, got.final) == (D(8), D(own), D(own))
    assert got.unreached == 10 - D(own)
    assert codes(sheet) == found
    assert sheet.totals.computed == 18  # both totals
    assert sheet.totals.earned == 10 + D(own)
    assert sheet.totals.computed_index == 90
    assert sheet.totals.index == (10 + D(own)) * 5


def test_a_claim_stands_where_there_is_no_fact() -> None:
    sheet = scored(criteria(leaf("1.1")), unit(claims={"1.1": "3"}, explanations={"1.1": "x"}))
    got = line(sheet, "1.1")
    assert (got.status, got.computed, got.self_score) == ("missing", None, 3)
    assert sheet.totals.index == 30
    assert sheet.totals.computed_index == 0


def test_claims_where_they_cannot_stand_are_left_out() -> None:
    council = leaf("1.3", 5, {"kind": "appraised"}, scored_by="council")
    own = leaf("1.4", 5, {"kind": "appraised"})
    set_ = criteria(leaf("1.1"), leaf("1.2"), council, own, SURVEY)
    claims = {"1.2": "4", "1.3": "5", "1.4": "5", "2.1": "5"}
    sheet = scored(set_, unit(told(c1_1="10"), not_arising=NOTHING, claims=claims))
    assert codes(sheet) == ["W610", "W605", "W605", "W605"]
    assert sheet.totals.index == 100
    assert all(line(sheet, code).self_score is None for code in claims)


def test_a_claimed_penalty_lies_below_zero() -> None:
    set_ = criteria(leaf("1.1"), leaf("1.2", 3, counts="penalty"))
    facts = told(c1_1="8", c1_2="2")
    sheet = scored(set_, unit(facts, claims={"1.2": "1"}, explanations={"1.2": "x"}))
    got = line(sheet, "1.2")
    assert (got.computed, got.claimed, got.self_score, got.unreached) == (-2, -1, -1, 1)
    assert (sheet.totals.computed, sheet.totals.earned) == (6, 7)
    same = scored(set_, unit(facts, claims={"1.2": "2"}))
    assert codes(same) == []


def test_a_penalty_that_did_not_arise_is_none() -> None:
    for way in ("full", "zero"):
        set_ = criteria(leaf("1.1"), leaf("1.2", 5, counts="penalty"), policy={"not_arising": way})
        sheet = scored(set_, unit(told(c1_1="8"), not_arising=NOTHING))
        assert line(sheet, "1.2").computed == 0
        assert sheet.totals.earned == 8


@pytest.mark.parametrize(
    ("facts", "status", "reason"),
    [
        ({}, "missing", "missing.fact"),
        ({"ratio.a": fact(numerator="5", denominator="4")}, "invalid", "invalid.over_denominator"),
        ({"ratio.a": fact(numerator="0", denominator="0")}, "invalid", "invalid.zero_denominator"),
        ({"ratio.a": fact(numerator="1", denominator="4")}, "no_target", "no_target.none"),
    ],
)
def test_what_earns_nothing_stays_in_the_maximum(facts: Any, status: str, reason: str) -> None:
    set_ = criteria(leaf("1.1"), leaf("1.2", 5, {"kind": "meets"}, "ratio.a"))
    sheet = scored(set_, unit({**told(c1_1="10"), **facts}))
    got = line(sheet, "1.2")
    assert (got.status, got.reason, got.computed, got.self_score) == (status, reason, None, 0)
    assert sheet.totals.missing == 5
    assert sheet.totals.scorable == 15
    assert sheet.totals.index == D("66.66666666666666666666666666666667")


def test_a_rule_that_gives_more_than_the_maximum_gives_the_maximum_and_says_so() -> None:
    bands = {"kind": "bands", "of": "value", "bands": [{"to": "50", "points": "0"}, {"from": "50", "points": "8"}]}
    sheet = scored(criteria(leaf("1.1", 5, bands, "ratio.a")), unit({"ratio.a": fact(numerator="9", denominator="10")}))
    found = line(sheet, "1.1")
    assert (found.computed, found.final, found.unreached) == (5, 5, 0)
    assert [(step.what, step.sum) for step in found.steps][-1] == ("policy.over_max", 5)


def test_own_scores_are_rounded_where_the_computed_ones_are() -> None:
    # 40,005 and 39,985 are 40,01 and 39,99 at the leaf: 80,00 in all, as printed
    facts = told(c1_1="1", c1_2="1")
    for at, earned in (("leaf", "80"), ("print", "79.99")):
        set_ = criteria(leaf("1.1", 50), leaf("1.2", 50), policy={"rounding": {"at": at, "digits": 2}})
        claims = {"claims": {"1.1": "40.005", "1.2": "39.985"}, "explanations": {"1.1": "a", "1.2": "b"}}
        assert scored(set_, unit(facts, **claims)).totals.earned == D(earned)
