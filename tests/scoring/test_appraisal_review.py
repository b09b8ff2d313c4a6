"""What is wrong with entries is named: gaps, double scores, conflicts, scores over the maximum."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.model.appraisal import Entry
from parindex.scoring.appraisal_review import gaps, review
from tests.scoring.test_appraisal import case, entry, ratio, shared
from tests.scoring.world import criteria, leaf, unit

COUNCIL = "Phòng Nội vụ"


def found(*entries: Entry) -> list[tuple[str, str | None]]:
    return [(one.code, one.entry) for one in review(shared(), entries, ["d"], COUNCIL)]


def test_good_entries() -> None:
    assert found(entry("e1", "1.1", fact=ratio("80")), entry("e2", "2.2", score="5")) == []


BAD: list[tuple[str, list[dict[str, Any]]]] = [
    ("E304", [{"code": "9.9", "score": "1"}]),
    ("E305", [{"code": "1.1", "fact": ratio("80", evidence=[{"doc": "x"}])}]),
    ("E306", [{"code": "1.1", "fact": {"indicator": "ratio.a", "values": {"count": "1"}}}]),
    ("E311", [{"code": "1.1", "fact": {"indicator": "ratio.a", "reports": {"2023-Q1": {}}}}]),
    ("W501", [{"code": "1.1", "fact": ratio("101")}]),
    ("E343", [{"code": "2.2", "score": "5.01"}]),
    ("E344", [{"code": "2.2", "fact": ratio("80")}]),
    ("E342", [{"code": "2.2", "score": "1", "replaces": "e9"}]),
    ("E342", [{"code": "2.1", "score": "1"}, {"code": "2.2", "score": "1", "replaces": "e1"}]),
    ("E342", [{"code": "2.2", "score": "1"}, {"code": "2.2", "round": 2, "score": "1", "replaces": "e1"}]),
    ("E346", [{"code": "2.2", "score": "1"}, {"code": "2.2", "score": "1"}]),
    ("E346", [{"code": "2.2", "score": "1"}, {"code": "2.2", "agree": True}]),
    ("E347", [{"code": "2.1", "score": "1"}, {"code": "1.1", "fact": ratio("80")}]),
    ("E347", [{"code": "1.1", "fact": ratio("80")}, {"code": "2.1", "agree": True}]),
    ("E347", [{"code": "1.1", "fact": ratio("80")}, {"code": "2.1", "fact": ratio("70")}]),
    ("W621", [{"code": "2.2", "score": "1", "by": {"agency": "Phòng Tư pháp", "post": "Chuyên viên"}}]),
]


@pytest.mark.parametrize(("code", "given"), BAD)
def test_each_fault_is_named_once(code: str, given: list[dict[str, Any]]) -> None:
    entries = [
        entry(f"e{number}", one["code"], one.get("round", 1), **{k: v for k, v in one.items() if k not in SET_APART})
        for number, one in enumerate(given, start=1)
    ]
    assert [name for name, _ in found(*entries)] == [code]


SET_APART = ("code", "round")


def test_an_id_that_stands_twice() -> None:
    assert ("E341", "e1") in found(entry("e1", "2.2", score="1"), entry("e1", "1.1", score="1"))


def test_an_entry_is_replaced_once() -> None:
    first = entry("e1", "2.2", score="1")
    again = [entry(id_, "2.2", score="2", replaces="e1") for id_ in ("e2", "e3")]
    assert [code for code, id_ in found(first, *again) if id_ == "e3"] == ["E342", "E346"]


def test_replacing_ends_a_double_score_and_a_conflict() -> None:
    doubled = [entry("e1", "2.2", score="1"), entry("e2", "2.2", score="2", replaces="e1")]
    assert found(*doubled) == []
    clash = [entry("e1", "2.1", score="1"), entry("e2", "1.1", fact=ratio("80"))]
    assert found(*clash, entry("e3", "1.1", agree=True, replaces="e2")) == []


def test_the_same_correction_by_two_agencies_is_no_conflict() -> None:
    assert found(entry("e1", "1.1", fact=ratio("80")), entry("e2", "2.1", fact=ratio("80"))) == []


def test_other_rounds_do_not_clash() -> None:
    assert found(entry("e1", "2.2", score="1"), entry("e2", "2.2", 2, score="2")) == []


def test_nothing_can_be_agreed_with_where_no_score_stands() -> None:
    set_ = criteria(leaf("1.1", 2, {"kind": "appraised"}, scored_by="council"))
    troubles = list(review(case(set_, unit()), [entry("e1", "1.1", agree=True)], [], COUNCIL))
    assert [one.code for one in troubles] == ["E349"]


def test_gaps_by_agency() -> None:
    set_ = criteria(leaf("1.1", appraised_by="Phòng Tư pháp"), leaf("1.2"), leaf("1.3", appraised_by="Phòng Tư pháp"))
    before = case(set_, unit())
    assert gaps(before, [], COUNCIL) == {"Phòng Tư pháp": ["1.1", "1.3"], COUNCIL: ["1.2"]}
    asked = [entry("e1", "1.1", request="Bổ sung"), entry("e2", "1.3", score="1")]
    assert gaps(before, asked, COUNCIL) == {"Phòng Tư pháp": ["1.1"], COUNCIL: ["1.2"]}
