"""The sheet of a whole set: JSON and back, any decimal context, any order of entries."""

from __future__ import annotations

from datetime import date
from decimal import Context, localcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.jobs.score import score_file
from parindex.model.sheet import Sheet
from parindex.scoring.lines import from_sum_line
from parindex.values.numbers import evaluate
from parindex.values.records import from_json, to_data, to_json
from tests.scoring.world import D, criteria, domain, fact, leaf, line, plan, scored, target, unit

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/unit.yaml"))

BANDS = [{"to": "50", "points": "0"}, {"from": "50", "points": "2"}]
ASKED = {"otherwise": {"comparator": ">=", "value": "90"}}
LEAVES = [
    leaf("1.1", 3, {"kind": "proportional", "base": "target"}, "ratio.a", **ASKED),
    leaf("1.2", 2, {"kind": "bands", "of": "target", "bands": BANDS}, "ratio.b", **ASKED),
    leaf("1.3", 2, {"kind": "curve", "through": [{"at": "0", "points": "0"}, {"at": "100", "points": "2"}]}, "ratio.c"),
    leaf("1.4", 2, {"kind": "compare", "against": "previous", "better": "2", "equal": "1", "worse": "0"}, "ratio.d"),
    leaf(
        "1.5",
        2,
        {"kind": "change", "direction": "increase", "measured": "percent", "step": {"every": "5", "each": "0.25"}},
        "ratio.e",
    ),
    leaf("1.6", 2, {"kind": "meets"}, "ratio.f"),
    leaf("2.1", 2, {"kind": "per_case", "direction": "deduct", "share": "25"}, "count.a"),
    leaf("2.2", 2, {"kind": "deadline", "due": {"to": "2023-01-15", "inclusive": False}, "on_time": "2"}, "date.a"),
    leaf(
        "2.3",
        2,
        {"kind": "reports", "required": [{"period": "2023-Q1", "to": "2023-03-14"}], "on_time": "1", "content": "1"},
        "reports.a",
    ),
    leaf(
        "2.4",
        2,
        {"kind": "checklist", "items": [{"id": "x", "points": "1"}, {"id": "y", "points": "1"}]},
        "checklist.a",
    ),
    leaf("2.5", 2, {"kind": "survey"}, "survey.a", scored_by="survey"),
    leaf("2.6", 2, {"kind": "appraised"}, scored_by="council"),
    leaf("2.7", 2, {"kind": "meets"}, "yes-no.a"),
    leaf(
        "2.8",
        2,
        {"kind": "formula", "expression": "round(a / 3, 3) if a >= 1 and not b else points * a"},
        facts={"a": "ratio.a", "b": "yes-no.a"},
    ),
    leaf("P.1", 3, {"kind": "per_case", "direction": "add", "each": "0.5"}, "count.b", counts="penalty"),
]
SET = criteria(
    domain(1, {"code": "1", "name": "Nhóm", "criteria": LEAVES[:6]}),
    domain(2, *LEAVES[6:]),
    policy={"classes": {"mac-dinh": [{"name": "Tốt", "from": "80"}, {"name": "Kém", "from": "0"}]}},
)
PLANS = [
    plan("xa", "commune", target("ratio.f", ">", "previous"), target("ratio.a", ">=", "95", id="u")),
    plan("tinh", "province", target("ratio.a", ">=", "85"), target("date.a", "<", "2023-01-20", id="v")),
]

RATIO = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
    lambda pair: {"numerator": pair[0], "denominator": pair[1]}
)
COUNT = st.integers(0, 9).map(lambda number: {"count": number})
VALUES = {
    "ratio": RATIO,
    "count": COUNT | st.just({"count": "4", "excluded": [{"count": "1", "reason": "thiên tai"}]}),
    "date": st.dates(date(2022, 12, 1), date(2023, 2, 28)).map(lambda day: {"date": day}),
    "checklist": st.lists(st.sampled_from(["x", "y"]), unique=True).map(lambda done: {"done": done}),
    "survey": RATIO,
    "yes-no": st.booleans().map(lambda yes: {"answer": yes}),
}
IDS = [f"ratio.{letter}" for letter in "abcdef"]
IDS += ["count.a", "count.b", "date.a", "checklist.a", "survey.a", "yes-no.a"]


@st.composite
def units(draw: st.DrawFn) -> dict[str, Any]:
    """Any entries of a unit, contradictory ones too."""
    facts: dict[str, Any] = {}
    for id_ in draw(st.lists(st.sampled_from(IDS), unique=True)):
        entry = fact(draw(st.booleans()), **draw(VALUES[id_.partition(".")[0]]))
        facts[id_] = {**entry, "conducted_by": "superior"} if id_ == "survey.a" else entry
    looked_at = st.lists(st.sampled_from(["ratio.d", "ratio.e", "ratio.f"]), unique=True)
    before = {id_: draw(RATIO) for id_ in draw(looked_at)}
    sent = draw(st.none() | st.just({"sent_at": "2023-03-14", "adequate": draw(st.none() | st.booleans())}))
    return {
        "facts": facts,
        "previous": {"facts": before},
        "reports": {"reports.a": {"2023-Q1": sent}} if sent else {},
        "claims": draw(st.dictionaries(st.sampled_from([each["code"] for each in LEAVES]), st.integers(0, 4))),
        "not_arising": {id_: {"reason": "x"} for id_ in draw(st.lists(st.sampled_from(IDS), max_size=2))},
        "explanations": draw(st.dictionaries(st.sampled_from(["1.1", "2.1"]), st.just("Có lý do"))),
        "missing_survey": draw(st.none() | st.just({"policy": "rescale", "reason": "x"})),
    }


def again(sheet: Sheet) -> Sheet:
    return from_json(Sheet, to_json(sheet))


@settings(max_examples=80, deadline=None)
@given(units())
def test_any_sheet_through_json_is_the_same(entries: dict[str, Any]) -> None:
    sheet = scored(SET, unit(**entries), PLANS)
    assert again(sheet) == sheet


@settings(max_examples=80, deadline=None)
@given(units())
def test_points_lie_within_the_maximum_and_follow_from_the_working(entries: dict[str, Any]) -> None:
    sheet = scored(SET, unit(**entries), PLANS)
    for each in sheet.leaves():
        for points in (each.computed, each.self_score):
            if points is not None:
                low, high = (-each.max, 0) if each.counts == "penalty" else (0, each.max)
                assert low <= points <= high
        if each.computed is not None:
            last = each.steps[-1].sum
            assert last is not None
            assert evaluate(from_sum_line(last)) == each.computed
        assert (each.unreached is None) == (each.final is None)
    assert sheet.totals.index is None or 0 <= sheet.totals.index <= 100
    assert sum(each.max for each in sheet.lines) == sheet.totals.max
    assert sum(each.totals.scorable for each in sheet.lines if each.totals) == sheet.totals.scorable


@settings(max_examples=40, deadline=None)
@given(units())
def test_the_callers_decimal_context_changes_nothing(entries: dict[str, Any]) -> None:
    who = unit(**entries)
    usual = scored(SET, who, PLANS)
    with localcontext(Context(prec=5, rounding="ROUND_UP")):
        assert scored(SET, who, PLANS) == usual


@settings(max_examples=40, deadline=None)
@given(units())
def test_the_order_of_entries_does_not_matter(entries: dict[str, Any]) -> None:
    turned = {
        key: dict(reversed(list(value.items()))) if isinstance(value, dict) else value for key, value in entries.items()
    }
    assert scored(SET, unit(**turned), PLANS) == scored(SET, unit(**entries), PLANS)


def test_long_numbers_and_other_contexts() -> None:
    """Counts of many digits lose none, whatever the caller's context."""
    long = "123456789012345"
    rule = {"kind": "proportional", "base": "hundred"}
    set_ = criteria(leaf("1.1", 3, rule, "ratio.a", otherwise={"comparator": "==", "value": "100"}))
    who = unit({"ratio.a": fact(numerator="123456789012344", denominator=long)})
    with localcontext(Context(prec=3)):
        found = line(scored(set_, who), "1.1")
    assert found.more is not None
    assert (found.more.more, found.more.numerator) == (1, D(long))
    assert found.computed is not None
    assert D("2.9999999999999") < found.computed < 3


def test_a_last_years_share_that_does_not_end_stays_whole_in_json() -> None:
    who = unit(
        {"ratio.f": fact(numerator="1", denominator="2")},
        previous={"facts": {"ratio.f": {"numerator": "2", "denominator": "3"}}},
    )
    sheet = scored(SET, who, PLANS)
    found = line(again(sheet), "1.6")
    assert found.target is not None
    assert found.target.value == D("66.66666666666666666666666666666667")


def test_numbers_are_texts_without_exponents() -> None:
    sheet = scored(criteria(leaf("1.1", 100)), unit({"amount.1-1": fact(amount="100")}))
    data = to_data(sheet)
    assert data["totals"]["index"] == "100"
    assert data["lines"][0]["children"][0]["self"] == "100"
    assert "E+" not in to_json(sheet)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_shipped_examples_through_json(path: Path) -> None:
    sheet = score_file(path).sheet
    assert sheet is not None
    assert again(sheet) == sheet
