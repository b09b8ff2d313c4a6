"""Sums, the index, rounding, bonus and penalty, classes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.model.policy import Policy
from parindex.model.sheet import Line, Sheet
from parindex.scoring.totals import class_of, classes_of, totals_of
from tests.scoring.world import D, criteria, domain, fact, leaf, line, scored, told, unit

SEVENTY = [leaf("1.1", 70), leaf("2.1", 30, {"kind": "survey"}, "survey.a", scored_by="survey")]


def rescaled(at: str, mode: str, digits: int = 2) -> Sheet:
    policy = {"missing_survey": "rescale", "rounding": {"at": at, "mode": mode, "digits": digits}}
    return scored(criteria(*SEVENTY, policy=policy), unit(told(c1_1="62.62")))


@pytest.mark.parametrize(
    ("at", "mode", "digits", "index"),
    [
        ("total", "down", 2, "89.45"),  # 62,62 × 100 ÷ 70 = 89,457142…
        ("total", "half-up", 2, "89.46"),
        ("total", "half-even", 2, "89.46"),
        ("print", "down", 2, "89.45714285714285714285714285714286"),  # exact: rounded in print only
        ("leaf", "down", 2, "89.45714285714285714285714285714286"),
    ],
)
def test_a_set_without_its_survey_is_rescaled_from_70(at: str, mode: str, digits: int, index: str) -> None:
    totals = rescaled(at, mode, digits).totals
    assert totals.index == totals.computed_index == D(index)
    assert totals.earned == D("62.62")
    assert (totals.max, totals.scorable, totals.pending) == (100, 70, 30)
    assert totals.rescaled


def test_the_index_is_rounded_from_the_exact_sum_not_from_the_rounded_one() -> None:
    totals = rescaled("total", "half-up", 0).totals
    assert totals.earned == 63
    assert totals.index == 89  # 89,457…; 63 of 70 would be 90


THIRD = {"kind": "proportional", "base": "target"}


def thirds(at: str, mode: str) -> Sheet:
    """Two leaves of 1 point each, 2 of 3 done in both, and 3 points that end at 0,005."""
    of = {"otherwise": {"comparator": "==", "value": "100"}}
    leaves = [leaf("1.1", 1, THIRD, "ratio.a", **of), leaf("1.2", 1, THIRD, "ratio.b", **of), leaf("1.3", 3)]
    two = fact(numerator="2", denominator="3")
    set_ = criteria(*leaves, policy={"rounding": {"at": at, "mode": mode}})
    return scored(set_, unit({**told(c1_3="1.005"), "ratio.a": two, "ratio.b": two}))


@pytest.mark.parametrize(
    ("at", "mode", "leaves", "earned"),
    [
        # At the leaf: 0,67 + 0,67 + 1,01; down 0,66 + 0,66 + 1; half-even 0,67 + 0,67 + 1,00.
        ("leaf", "half-up", "0.67", "2.35"),
        ("leaf", "down", "0.66", "2.32"),
        ("leaf", "half-even", "0.67", "2.34"),
        # At the total: 1,33… + 1,005 = 2,338…
        ("total", "half-up", "0.6666666666666666666666666666666667", "2.34"),
        ("total", "down", "0.6666666666666666666666666666666667", "2.33"),
        ("print", "down", "0.6666666666666666666666666666666667", "2.338333333333333333333333333333333"),
    ],
)
def test_rounding_is_applied_once_where_the_policy_says(at: str, mode: str, leaves: str, earned: str) -> None:
    sheet = thirds(at, mode)
    assert line(sheet, "1.1").computed == D(leaves)
    assert line(sheet, "1").computed == sheet.totals.earned
    assert abs(sheet.totals.earned - D(earned)) < D("1e-30")
    assert (line(sheet, "1.1").steps[-1].what == "policy.rounding") is (at == "leaf")


def of_shares(*shares: tuple[str, str, str], **policy: Any) -> Sheet:
    """Leaves of so many points each, with so many of so many done."""
    of = {"otherwise": {"comparator": "==", "value": "100"}}
    leaves = [leaf(f"1.{n}", points, THIRD, f"ratio.a{n}", **of) for n, (points, *_) in enumerate(shares, 1)]
    facts = {f"ratio.a{n}": fact(numerator=part, denominator=whole) for n, (_, part, whole) in enumerate(shares, 1)}
    return scored(criteria(*leaves, policy=policy), unit(facts))


AT_80 = {"classes": {"mac-dinh": [{"name": "Tốt", "from": "80"}, {"name": "Khá", "from": "0"}]}}


@pytest.mark.parametrize("mode", ["down", "half-up"])
@pytest.mark.parametrize("at", ["print", "total"])
def test_points_that_do_not_end_are_added_up_exactly(at: str, mode: str) -> None:
    """20 × 2 ÷ 3, twice, and 40 × 28 ÷ 30 are 40 ÷ 3 + 40 ÷ 3 + 112 ÷ 3 = 64 of 80, which is 80% and Tốt."""
    policy = {**AT_80, "rounding": {"at": at, "mode": mode}}
    sheet = of_shares(("20", "2", "3"), ("20", "2", "3"), ("40", "28", "30"), **policy)
    assert (sheet.totals.earned, sheet.totals.index, sheet.score_class) == (64, 80, "Tốt")
    assert line(sheet, "1").computed == 64


def test_equal_shares_are_equal_however_they_come_about() -> None:
    """Points that end in different ways to the same sum have the same index, so that they share a place."""
    one = of_shares(("7", "2", "3"), ("7", "5", "6"), ("7", "1", "7")).totals  # 4,66… + 5,83… + 1 = 11,5
    other = of_shares(("21", "23", "42")).totals  # 21 × 23 ÷ 42 = 11,5
    assert one.earned == other.earned == D("11.5")
    assert one.index == other.index
    thirds_ = of_shares(("20", "1", "3"), ("10", "1", "3")).totals
    assert thirds_.index == of_shares(("30", "1", "3")).totals.index


def test_domain_maxima_that_do_not_add_up_to_the_scale() -> None:
    """20,5 + 10 + 10 + 6 + 10,05 + 6 + 14 + 9 + 14 = 99,55: the index is of 99,55, not of 100."""
    maxima = ["20.5", "10", "10", "6", "10.05", "6", "14", "9", "14"]
    domains = [domain(number, leaf(f"{number}.1", points)) for number, points in enumerate(maxima, start=1)]
    facts = {
        id_: entry for number, points in enumerate(maxima, 1) for id_, entry in told(**{f"c{number}_1": points}).items()
    }
    sheet = scored(criteria(*domains), unit(facts))
    assert sheet.totals.max == D("99.55")
    assert sheet.totals.index == 100
    facts |= told(c1_1="0.59")
    assert scored(criteria(*domains), unit(facts)).totals.index == 80  # 99,55 − 19,91 = 79,64 of 99,55
    assert [each.max for each in sheet.lines] == [D(points) for points in maxima]


def bonus(policy: Any = None, *, main: str = "95", extra: str = "10", fine: str = "0") -> Sheet:
    leaves = [
        leaf("1.1", 100),
        leaf("B.1", 6, counts="bonus"),
        leaf("B.2", 6, counts="bonus"),
        leaf("P.1", 8, counts="penalty"),
    ]
    half = str(Decimal(extra) / 2)
    facts = {**told(c1_1=main), "amount.b-1": fact(amount=half), "amount.b-2": fact(amount=half)}
    return scored(criteria(*leaves, policy=policy or {}), unit({**facts, "amount.p-1": fact(amount=fine)}))


@pytest.mark.parametrize(
    ("policy", "given", "bonus_", "penalty", "index"),
    [
        ({"may_exceed_scale": True}, {}, "10", "0", "105"),  # 95 + 10: a maximum of 110 = 100 + 10
        ({"may_exceed_scale": True}, {"main": "100"}, "10", "0", "110"),
        ({}, {"main": "100"}, "10", "0", "100"),  # the scale is the end
        ({}, {"main": "85"}, "10", "0", "95"),
        ({"bonus_cap": "5", "may_exceed_scale": True}, {}, "5", "0", "100"),
        ({"bonus_cap": "12", "may_exceed_scale": True}, {}, "10", "0", "105"),
        ({}, {"extra": "0", "fine": "7"}, "0", "-7", "88"),
        ({"penalty_cap": "5"}, {"extra": "0", "fine": "7"}, "0", "-5", "90"),
        ({"penalty_cap": "5", "bonus_cap": "2"}, {"fine": "7"}, "2", "-5", "92"),
        ({}, {"main": "3", "extra": "0", "fine": "7"}, "0", "-7", "0"),  # an index is never below zero
    ],
)
def test_bonus_and_penalty(policy: Any, given: dict[str, str], bonus_: str, penalty: str, index: str) -> None:
    totals = bonus(policy, **given).totals
    assert totals.max == totals.scorable == 100  # they change what is earned, never the maximum
    assert (totals.bonus, totals.penalty, totals.index) == (D(bonus_), D(penalty), D(index))
    assert totals.computed == totals.earned


def test_a_claimed_bonus_does_not_change_what_the_rules_give() -> None:
    set_ = criteria(leaf("1.1", 100), leaf("B.1", 6, counts="bonus"), policy={"bonus_cap": "4"})
    facts = {**told(c1_1="90"), "amount.b-1": fact(amount="1")}
    totals = scored(set_, unit(facts, claims={"B.1": "6"}, explanations={"B.1": "x"})).totals
    assert (totals.computed, totals.earned, totals.bonus) == (91, 94, 4)
    assert (totals.computed_index, totals.index) == (91, 94)


@pytest.mark.parametrize("counts", ["bonus", "penalty"])
def test_a_bonus_or_penalty_that_waits_makes_the_index_provisional(counts: str) -> None:
    council = leaf("B.1", 6, {"kind": "appraised"}, scored_by="council", counts=counts)
    totals = scored(criteria(leaf("1.1", 100), council), unit(told(c1_1="90"))).totals
    assert (totals.index, totals.pending, totals.provisional) == (90, 0, True)


@pytest.mark.parametrize(("missing", "provisional"), [("rescale", False), ("pending", True)])
def test_a_bonus_by_survey_is_not_waited_for_when_surveys_are_rescaled(missing: str, provisional: bool) -> None:
    survey = leaf("B.1", 6, {"kind": "survey"}, "survey.a", scored_by="survey", counts="bonus")
    set_ = criteria(leaf("1.1", 100), survey, policy={"missing_survey": missing})
    totals = scored(set_, unit(told(c1_1="90"))).totals
    assert (totals.provisional, totals.rescaled) == (provisional, False)


def test_what_is_not_reached_is_never_below_zero() -> None:
    """A domain of bonus criteria has a maximum of 0: whoever earns 5 there owes nothing."""
    domains = [domain(1, leaf("1.1", 100)), domain(2, leaf("2.1", 6, counts="bonus"))]
    sheet = scored(criteria(*domains), unit(told(c1_1="90", c2_1="5")))
    assert (line(sheet, "2").self_score, line(sheet, "2").unreached) == (5, 0)
    assert (sheet.totals.earned, sheet.totals.unreached, line(sheet, "1").unreached) == (95, 5, 10)


def test_nothing_that_could_be_scored_has_no_index() -> None:
    council = leaf("1.1", 5, {"kind": "appraised"}, scored_by="council")
    sheet = scored(criteria(council, policy={"classes": {"mac-dinh": [{"name": "Kém", "from": "0"}]}}), unit())
    assert sheet.totals.index is None
    assert sheet.score_class is None


def ladder(*steps: str) -> Any:
    names = ["Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu"]
    return [{"name": name, "from": step} for name, step in zip(names, [*steps, "0"], strict=True)]


CLASSES = {"mac-dinh": ladder("95", "80", "70", "50"), "phường": ladder("90", "80", "70", "55")}


@pytest.mark.parametrize(
    ("kind", "points", "name"),
    [
        ("xã", "95", "Xuất sắc"),
        ("xã", "94.999", "Tốt"),  # 94,999 prints as 95,00 and is not 95
        ("xã", "80", "Tốt"),
        ("xã", "79.99", "Khá"),
        ("xã", "50", "Trung bình"),
        ("xã", "49.99", "Yếu"),
        ("phường", "90", "Xuất sắc"),
        ("phường", "89.99", "Tốt"),
        ("phường", "55", "Trung bình"),
        ("phường", "54.99", "Yếu"),
        (None, "92", "Tốt"),
    ],
)
def test_classes_by_group(kind: str | None, points: str, name: str) -> None:
    who = {"id": "a", "name": "UBND A", "level": "commune", "type": kind}
    sheet = scored(criteria(leaf("1.1", 100), policy={"classes": CLASSES}), unit(told(c1_1=points), unit=who))
    assert sheet.score_class == name


@pytest.mark.parametrize(
    ("gate", "first", "name"),
    [
        (None, "0", "Tốt"),
        ({"code": "d1", "least": "80"}, "8", "Tốt"),  # a domain by id
        ({"code": "d1", "least": "80"}, "7.99", "Khá"),
        ({"code": "1", "least": "80"}, "7.99", "Khá"),  # by code
        ({"code": "1.1", "least": "80"}, "8", "Tốt"),  # a criterion
        ({"code": "1.1", "least": "80"}, "7.99", "Khá"),
        ({"code": "9", "least": "0"}, "10", "Khá"),  # what does not exist is not reached
    ],
)
def test_a_class_may_have_a_gate(gate: Any, first: str, name: str) -> None:
    classes = [{"name": "Tốt", "from": "80", "gates": [gate] if gate else []}, {"name": "Khá", "from": "0"}]
    domains = [domain(1, leaf("1.1", 10)), domain(2, leaf("2.1", 90))]
    set_ = criteria(*domains, policy={"classes": {"mac-dinh": classes}})
    assert scored(set_, unit(told(c1_1=first, c2_1="90"))).score_class == name


def test_the_kind_of_a_unit_is_one_however_it_is_typed() -> None:
    policy = Policy.model_validate({"classes": CLASSES})
    kinds = ("phường", "Phường", " PHƯỜNG", "xã", None)
    assert [classes_of(policy, kind)[0].from_ for kind in kinds] == [90, 90, 90, 95, 95]


def test_without_classes_there_is_none() -> None:
    assert scored(criteria(leaf("1.1")), unit(told(c1_1="1"))).score_class is None


STEP_UP = {"kind": "per_case", "direction": "add", "each": "0.25", "every": "5", "cap": "2"}
NONE_ONE_MORE = {
    "kind": "bands",
    "bands": [{"to": "1", "points": "2"}, {"from": "1", "to": "2", "points": "1"}, {"from": "2", "points": "0"}],
}


def test_real_texts() -> None:
    """ "Cứ thêm 5% được 0,25, tối đa 2" and "0 lần: 2; 1 lần: 1; hơn 1 lần: 0" with an exclusion."""
    set_ = criteria(leaf("1.1", 2, STEP_UP, "percent.a"), leaf("1.2", 2, NONE_ONE_MORE, "count.a"))
    late = fact(count="2", excluded=[{"count": "1", "reason": "thiên tai"}])
    sheet = scored(set_, unit({"percent.a": fact(percent="23"), "count.a": late}))
    assert line(sheet, "1.1").computed == 1  # 4 full steps × 0,25
    assert line(sheet, "1.2").computed == 1  # one of two counts
    assert line(sheet, "1.2").facts[0].excluded == 1


amounts = st.decimals(0, 10, places=3)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A leaf's line in any state that the engine makes."""
    highest = draw(st.decimals(1, 10, places=2))
    points = draw(st.decimals(0, highest, places=3))
    claim = draw(st.none() | st.decimals(0, highest, places=2))
    counts = draw(st.sampled_from(["normal", "normal", "normal", "bonus", "penalty"]))
    status = draw(st.sampled_from(["scored", "scored", "unsupported", "missing", "pending", "not_arising", "invalid"]))
    computed: Decimal | None = -points if counts == "penalty" else points
    own = computed
    if status in ("missing", "invalid"):
        computed, own = None, Decimal(0)
    elif status in ("pending", "not_arising"):
        computed = own = None
    elif claim is not None and counts != "penalty":
        own = claim
    return Line(
        code="1",
        name="x",
        level="leaf",
        max=highest,
        counts=counts,
        computed=computed,
        self_score=own,
        status=status,
        scored_by=draw(st.sampled_from(["unit", "survey"])),
    )


def oracle(leaves: list[Line], policy: Policy) -> dict[str, Fraction | None]:
    """The totals by the words of the design, worked out with fractions in another way."""

    def capped(kind: str, cap: Decimal | None) -> Fraction:
        total = sum((Fraction(each.self_score or 0) for each in leaves if each.counts == kind), Fraction(0))
        return total if cap is None or abs(total) <= cap else Fraction(cap) * (1 if total > 0 else -1)

    earned = capped("bonus", policy.bonus_cap) + capped("penalty", policy.penalty_cap)
    base = Fraction(0)
    for each in leaves:
        if each.counts == "normal" and each.status not in ("pending", "not_arising"):
            base += Fraction(each.max)
            earned += Fraction(each.self_score or 0)
    index = None
    if base:
        index = max(earned / base * 100, Fraction(0))
        index = index if policy.may_exceed_scale else min(index, Fraction(100))
    return {"earned": earned, "scorable": base, "index": index}


@settings(max_examples=300)
@given(
    st.lists(lines(), max_size=8),
    st.builds(Policy, bonus_cap=st.none() | amounts, penalty_cap=st.none() | amounts, may_exceed_scale=st.booleans()),
    st.randoms(use_true_random=False),
)
def test_totals_agree_with_an_oracle_in_any_order(leaves: list[Line], policy: Policy, chance: Any) -> None:
    totals = totals_of(leaves, policy, rescale=False)
    for name, expected in oracle(leaves, policy).items():
        got = getattr(totals, name)
        if expected is None:
            assert got is None
        else:
            assert abs(Fraction(got) - expected) <= abs(expected) * Fraction(1, 10**32)
    kept = [each.max for each in leaves if each.counts == "normal"]
    assert totals.max == totals.scorable + totals.pending + totals.not_arising == sum(kept)
    shuffled = leaves[:]
    chance.shuffle(shuffled)
    assert totals_of(shuffled, policy, rescale=False) == totals


def test_classes_need_not_stand_in_order() -> None:
    totals = scored(criteria(leaf("1.1", 100)), unit(told(c1_1="85"))).totals
    policy = Policy.model_validate({"classes": {"mac-dinh": list(reversed(ladder("95", "80", "70", "50")))}})
    assert class_of(totals, {}, policy, None) == "Tốt"
