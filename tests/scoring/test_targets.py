"""Which target binds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parindex.model.criteria import Threshold
from parindex.model.plan import Plan
from parindex.model.unit import UnitIdentity
from parindex.scoring.targets import Resolved, resolve
from parindex.values.targets import Target
from tests.scoring.world import D, codes, criteria, fact, leaf, line, plan, scored, target, unit

WARD = UnitIdentity(id="a", name="UBND phường A", level="commune")
ON_TIME = "ratio.a"
OWN = plan("xa", "commune", target(ON_TIME, ">=", "98"))
TOWN = plan("huyen", "district", target(ON_TIME, "==", "100"))
PROVINCE = plan("tinh", "province", target(ON_TIME, ">", "95"))
OTHERWISE = Threshold.model_validate({"comparator": ">=", "value": "90"})


def resolved(*plans: Plan, policy: str = "superior-first", **more: Any) -> Resolved:
    return resolve(ON_TIME, WARD, plans, policy=policy, otherwise=more.pop("otherwise", None), **more)


@pytest.mark.parametrize(
    ("plans", "policy", "binding"),
    [
        ([OWN, TOWN, PROVINCE], "superior-first", Target(">", D(95))),
        ([OWN, TOWN], "superior-first", Target("==", D(100))),
        ([OWN], "superior-first", Target(">=", D(98))),
        ([OWN, TOWN, PROVINCE], "listed", Target(">=", D(98))),
        ([PROVINCE, OWN, TOWN], "listed", Target(">", D(95))),
        ([OWN, TOWN, PROVINCE], "strictest", Target("==", D(100))),
        ([PROVINCE, OWN], "strictest", Target(">=", D(98))),
    ],
)
def test_target_policies(plans: list[Plan], policy: str, binding: Target) -> None:
    found = resolved(*plans, policy=policy)
    assert found.target == binding
    assert found.line is not None
    assert found.line.source == "plan"
    assert len(found.others) == len(plans) - 1


@pytest.mark.parametrize(
    ("one", "other", "stricter"),
    [
        ((">=", "95"), (">", "95"), 1),  # "trên 95%" asks more than "từ 95%"
        ((">", "95"), (">=", "96"), 1),
        (("<=", "2"), ("<", "2"), 1),
        (("<=", "2"), ("<=", "1"), 1),
        (("<=", "2"), ("==", "0"), 1),  # none at all is the lowest ceiling
        ((">=", "95"), ("==", "100"), 1),
        (("<=", "2023-01-15"), ("<", "2023-01-15"), 1),
        (("<=", "2023-01-15"), ("<=", "2023-01-10"), 1),
        ((">=", "95"), ("<=", "99"), 0),  # not to be compared: the first stands
        (("==", True), (">=", "95"), 0),
        ((">=", "95"), (">=", "95"), 0),  # the same: the first stands
        ((">", "95"), (">", "95"), 0),
        (("<", "2"), ("<=", "2"), 0),
    ],
)
def test_strictest(one: tuple[str, Any], other: tuple[str, Any], stricter: int) -> None:
    plans = [plan("p", "commune", target(ON_TIME, *one)), plan("q", "commune", target(ON_TIME, *other))]
    found = resolved(*plans, policy="strictest")
    assert found.line is not None
    assert found.line.cite is not None
    assert found.line.cite.plan == "pq"[stricter]


def test_a_units_own_weaker_target_is_told() -> None:
    found = resolved(OWN, TOWN)
    assert found.weaker is not None
    assert found.weaker.value == 98
    assert resolved(OWN, PROVINCE).weaker is None  # the own one asks more
    assert resolved(TOWN, PROVINCE, policy="strictest").weaker is None  # neither is the unit's own
    leaf_ = leaf("1.1", 4, {"kind": "meets"}, ON_TIME)
    sheet = scored(criteria(leaf_), unit({ON_TIME: fact(numerator="99", denominator="100")}), [OWN, TOWN])
    assert codes(sheet) == ["W601"]
    assert sheet.findings[0].data == {"own": 98, "binding": 100}
    assert sheet.findings[0].words["own_comparator"] == ">="
    assert line(sheet, "1.1").computed == 0


def test_two_targets_that_bind_at_once_are_an_error() -> None:
    twice = plan("xa", "commune", target(ON_TIME, ">=", "98"), target(ON_TIME, ">=", "99", id="u"))
    found = resolved(twice)
    assert found.clash == "xa"
    sheet = scored(criteria(leaf("1.1", 4, {"kind": "meets"}, ON_TIME)), unit(), [twice])
    assert codes(sheet) == ["W602"]


@pytest.mark.parametrize(
    "other",
    [
        {"levels": ["province"]},
        {"applies_to": ["UBND phường B"]},
        {"indicator": "ratio.b"},
        {"binding": "aspiration"},
        {"comparator": None, "value": None, "external": "Quyết định giao chỉ tiêu"},
    ],
)
def test_what_does_not_bind_does_not_clash(other: dict[str, Any]) -> None:
    both = plan("xa", "commune", target(ON_TIME, ">=", "98"), {**target(ON_TIME, ">=", "99", id="u"), **other})
    found = resolved(both)
    assert found.clash is None
    assert found.target == Target(">=", D(98))


@pytest.mark.parametrize("name", ["UBND phường A", "ubnd  Phường A"])
def test_a_target_for_named_units(name: str) -> None:
    assert resolved(plan("xa", "commune", target(ON_TIME, ">=", "99", applies_to=[name]))).target is not None


def test_an_aspiration_is_used_only_where_the_leaf_says_so() -> None:
    hoped = plan("xa", "commune", target(ON_TIME, ">=", "99", binding="aspiration"))
    assert resolved(hoped, otherwise=OTHERWISE).target == Target(">=", D(90))
    found = resolved(hoped, otherwise=OTHERWISE, aspiration=True)
    assert found.line is not None
    assert (found.line.value, found.line.binding) == (99, "aspiration")
    aspiring = leaf("1.1", 4, {"kind": "meets"}, ON_TIME, aspiration=True)
    sheet = scored(criteria(aspiring), unit({ON_TIME: fact(numerator="98", denominator="100")}), [hoped])
    assert line(sheet, "1.1").met is False


@pytest.mark.parametrize("turn", [False, True])
def test_a_required_value_and_one_aspired_to_do_not_clash(turn: bool) -> None:
    both = [target(ON_TIME, ">=", "90"), target(ON_TIME, ">=", "95", binding="aspiration")]
    printed = plan("xa", "commune", *(both[::-1] if turn else both))
    for aspiration, value in ((False, 90), (True, 95)):
        found = resolved(printed, aspiration=aspiration)
        assert (found.line and found.line.value, found.clash) == (value, None)


def test_the_sets_own_threshold_where_no_plan_asks() -> None:
    found = resolved(otherwise=OTHERWISE)
    assert found.target == Target(">=", D(90))
    assert found.line is not None
    assert (found.line.source, found.line.cite) == ("set", None)
    assert resolved(OWN, otherwise=OTHERWISE).target == Target(">=", D(98))
    assert resolved().target is None


def test_last_years_value_as_target() -> None:
    more = plan("xa", "commune", target(ON_TIME, ">", "previous"))
    assert resolved(more, previous=D(96)).target == Target(">", D(96))
    assert resolved(more).needs_previous
    assert resolved(more, otherwise=OTHERWISE).target == Target(">=", D(90))  # not known: the set's own threshold
    leaf_ = leaf("1.1", 4, {"kind": "meets"}, ON_TIME)
    now = {ON_TIME: fact(numerator="2", denominator="3")}
    missing = line(scored(criteria(leaf_), unit(now), [more]), "1.1")
    assert (missing.status, missing.reason) == ("no_target", "no_target.previous")
    before = {"facts": {ON_TIME: {"numerator": "4", "denominator": "6"}}}
    equal = line(scored(criteria(leaf_), unit(now, previous=before), [more]), "1.1")
    assert (equal.computed, equal.met) == (0, False)  # the same share is no rise


def test_plans_of_elsewhere_are_shown_and_never_used() -> None:
    found = resolved(OWN, elsewhere=[TOWN, plan("q", "commune", target(ON_TIME, ">", "previous"))])
    assert found.target == Target(">=", D(98))
    assert [other.value for other in found.others] == [100]
    assert resolved(elsewhere=[TOWN]).target is None
    hoped = plan("h", "commune", target(ON_TIME, ">=", "99", binding="aspiration"))
    assert resolved(OWN, elsewhere=[hoped], aspiration=True).others == ()


def test_a_plans_day_comes_before_the_sets_own_threshold() -> None:
    duty = {
        "id": "r",
        "name": "Báo cáo năm",
        "indicator": "date.a",
        "who": "UBND xã",
        "levels": ["commune"],
        "deadline": {"text": "trước 15/12", "type": "date", "due": [{"to": "2023-12-15", "inclusive": False}]},
        "cite": {"section": "IV", "locator": "trước ngày"},
    }
    rule = {"kind": "deadline", "on_time": "2"}
    own = leaf("1.1", 2, rule, "date.a", otherwise={"comparator": "<=", "value": "2023-12-31"})
    sent = unit({"date.a": fact(date=date(2023, 12, 20))})
    assert line(scored(criteria(own), sent), "1.1").computed == 2
    assert line(scored(criteria(own), sent, [plan("xa", "commune", reporting=[duty])]), "1.1").computed == 0
    for other in ({"indicator": "date.b"}, {"indicator": None}, {"levels": ["province"]}):
        elsewhere = plan("xa", "commune", reporting=[{**duty, **other}])
        assert line(scored(criteria(own), sent, [elsewhere]), "1.1").computed == 2
    asked = plan("xa", "commune", target("date.a", "<=", "2023-12-20"), reporting=[duty])
    assert line(scored(criteria(own), sent, [asked]), "1.1").computed == 2  # a target comes first


def test_a_formula_of_several_facts_has_the_sets_threshold() -> None:
    rule = {"kind": "formula", "expression": "points if a + b >= target else 0"}
    both = leaf("1.1", 2, rule, facts={"a": "amount.a", "b": "amount.b"}, otherwise={"comparator": ">=", "value": "5"})
    facts = {"amount.a": fact(amount="2"), "amount.b": fact(amount="3")}
    got = line(scored(criteria(both), unit(facts)), "1.1")
    assert got.computed == 2
    assert got.target is not None
    assert got.target.source == "set"
