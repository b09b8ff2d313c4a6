"""Entries applied to a submission: rounds, final scores, history; every number worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from parindex.model.appraisal import Entry, Response
from parindex.model.sheet import Sheet
from parindex.reports.appraisal import changed
from parindex.scoring.appraisal import Case, appraise, drawn_along, effective
from parindex.values.records import to_json
from tests.scoring.world import D, criteria, domain, fact, leaf, line, scored, told, unit, vocabulary

SHARE = {"kind": "proportional", "base": "hundred", "floor": "0"}
HUNDRED = {"comparator": ">=", "value": "100"}
DIGEST = "0" * 64


def case(set_: Any, unit_: Any, **indicators: Any) -> Case:
    words = vocabulary(set_, **indicators)
    return Case(unit_, set_, (), words, scored(set_, unit_, indicators=indicators), DIGEST)


def entry(id_: str, code: str, round_: int = 1, agency: str = "Phòng Nội vụ", **more: Any) -> Entry:
    return Entry.model_validate(
        {
            "id": id_,
            "round": round_,
            "code": code,
            "by": {"agency": agency, "post": "Chuyên viên"},
            "date": f"2024-0{round_}-10",
            "reason": f"lý do {id_}",
            **more,
        }
    )


def shared() -> Case:
    """1.1 and 2.1 use the same fact, 90 of 100: 5 × 90 ÷ 100 = 4,5 and 10 × 90 ÷ 100 = 9; 2.2 tells 3 of 5."""
    set_ = criteria(
        domain(1, leaf("1.1", 5, SHARE, "ratio.a", otherwise=HUNDRED)),
        domain(2, leaf("2.1", 10, SHARE, "ratio.a", otherwise=HUNDRED), leaf("2.2", 5)),
    )
    return case(set_, unit({"ratio.a": fact(numerator="90", denominator="100"), **told(c2_2="3")}))


def numbers(sheet: Sheet, code: str) -> tuple[Decimal | None, ...]:
    found = line(sheet, code)
    return found.self_score, found.round1, found.round2, found.final


def test_without_entries_the_submitted_scores_are_final() -> None:
    before = shared()
    sheet = appraise(before, [])
    assert sheet.totals == before.submitted.totals
    assert numbers(sheet, "1.1") == (D("4.5"), None, None, D("4.5"))
    assert sheet.appraisal is not None
    assert sheet.appraisal.undecided == ("1.1", "2.1", "2.2")


def test_a_score_is_kept_with_who_when_from_to_and_why() -> None:
    before = shared()
    sheet = appraise(before, [entry("e1", "2.2", score="2")])
    # 4,5 + 9 + 2 = 15,5 of 20: 77,5%; 3 was submitted.
    assert numbers(sheet, "2.2") == (3, 2, None, 2)
    assert (sheet.totals.earned, sheet.totals.index) == (D("15.5"), D("77.5"))
    (change,) = line(sheet, "2.2").history
    assert (change.agency, change.post, change.date.isoformat()) == ("Phòng Nội vụ", "Chuyên viên", "2024-01-10")
    assert (change.before, change.after, change.reason) == (3, 2, "lý do e1")
    assert line(sheet, "2.2").unreached == 3
    assert numbers(sheet, "2") == (12, 11, None, 11)
    assert sheet.appraisal is not None
    assert sheet.appraisal.submitted_earned == D("16.5")


def test_the_submitted_sheet_is_left_as_it_was() -> None:
    before = shared()
    text = to_json(before.submitted)
    appraise(before, [entry("e1", "2.2", score="2"), entry("e2", "1.1", fact=ratio("50"))])
    assert to_json(before.submitted) == text


def ratio(numerator: str, denominator: str = "100", **more: Any) -> dict[str, Any]:
    return {"indicator": "ratio.a", "values": {"numerator": numerator, "denominator": denominator}, **more}


def test_a_corrected_fact_scores_every_criterion_that_uses_it_again() -> None:
    sheet = appraise(shared(), [entry("e1", "1.1", fact=ratio("80"))])
    # 5 × 80 ÷ 100 = 4 and 10 × 80 ÷ 100 = 8; with 3 it is 15 of 20: 75%.
    assert numbers(sheet, "1.1") == (D("4.5"), 4, None, 4)
    assert numbers(sheet, "2.1") == (9, 8, None, 8)
    assert numbers(sheet, "2.2") == (3, None, None, 3)
    assert (sheet.totals.earned, sheet.totals.index) == (15, 75)
    assert [(c.entry, c.before, c.after, c.indicator) for c in line(sheet, "2.1").history] == [("e1", 9, 8, "ratio.a")]
    assert line(sheet, "1.1").facts[0].numerator == 80
    assert sheet.appraisal is not None
    assert sheet.appraisal.undecided == ("2.1", "2.2")  # its own appraiser has not spoken of 2.1
    # Of those two 2.1 is another score already: the self score of 2.2 alone stands.
    assert [code for code in sheet.appraisal.undecided if line(sheet, code).keeps_self_score] == ["2.2"]


def test_an_entry_draws_along_the_other_criteria_of_its_fact() -> None:
    acts = [entry("e1", "1.1", fact=ratio("80")), entry("e2", "2.2", score="2")]
    sheet = appraise(shared(), acts)
    assert list(drawn_along(acts[0], sheet)) == [("2.1", 9, 8)]
    assert list(drawn_along(acts[1], sheet)) == []


def test_a_score_that_came_back_is_told_as_changed() -> None:
    back = entry("e2", "1.1", round_=2, fact=ratio("90"))
    sheet = appraise(shared(), [entry("e1", "1.1", fact=ratio("80")), back])
    assert (line(sheet, "2.1").final, [each.code for each in changed(sheet)]) == (9, ["1.1", "2.1"])


def test_a_claim_does_not_survive_a_correction_of_its_fact() -> None:
    before = shared()
    claimed = before.unit.model_copy(update={"claims": {"1.1": D(5), "2.2": D(5)}, "explanations": {"1.1": "vì"}})
    before = case(before.criteria, claimed)
    sheet = appraise(before, [entry("e1", "2.1", fact=ratio("80"))])
    assert numbers(sheet, "1.1") == (5, 4, None, 4)
    assert line(sheet, "1.1").claimed == 5
    assert numbers(sheet, "2.2") == (5, None, None, 5)


def test_round_two_stands_on_round_one() -> None:
    entries = [
        entry("e1", "1.1", fact=ratio("80")),
        entry("e2", "2.2", score="1"),
        entry("e3", "2.2", 2, score="2.5"),
        entry("e4", "1.1", 2, agree=True),
    ]
    sheet = appraise(shared(), entries)
    assert numbers(sheet, "1.1") == (D("4.5"), 4, 4, 4)
    assert numbers(sheet, "2.1") == (9, 8, 8, 8)
    assert numbers(sheet, "2.2") == (3, 1, D("2.5"), D("2.5"))
    # Round 1: 4 + 8 + 1 = 13; round 2: 4 + 8 + 2,5 = 14,5.
    assert (line(sheet, "2").round1, line(sheet, "2").round2) == (9, D("10.5"))
    assert sheet.totals.earned == D("14.5")
    assert [change.after for change in line(sheet, "2.2").history] == [1, D("2.5")]


def test_rounds_go_before_the_order_in_the_file() -> None:
    late_first = [entry("e2", "2.2", 2, score="2"), entry("e1", "2.2", 1, score="1")]
    assert numbers(appraise(shared(), late_first), "2.2") == (3, 1, 2, 2)


def test_a_correction_in_round_two_comes_over_a_score_of_round_one() -> None:
    sheet = appraise(shared(), [entry("e1", "1.1", score="1"), entry("e2", "1.1", 2, fact=ratio("100"))])
    assert numbers(sheet, "1.1") == (D("4.5"), 1, 5, 5)
    assert line(sheet, "1.1").status == "scored"


def test_a_replaced_score_stays_in_the_history() -> None:
    entries = [entry("e1", "2.2", score="1"), entry("e2", "2.2", score="2", replaces="e1")]
    sheet = appraise(shared(), entries)
    assert [(c.entry, c.before, c.after) for c in line(sheet, "2.2").history] == [("e1", 3, 1), ("e2", 1, 2)]
    assert [each.id for each in effective(entries)] == ["e2"]


def test_a_correction_that_is_taken_back_gives_back_what_it_took() -> None:
    entries = [
        entry("e1", "1.1", fact=ratio("80")),
        entry("e2", "1.1", score="3", replaces="e1"),
    ]
    sheet = appraise(shared(), entries)
    assert numbers(sheet, "2.1") == (9, 9, None, 9)
    assert numbers(sheet, "1.1") == (D("4.5"), 3, None, 3)
    acts = [(c.act, c.before, c.after) for c in line(sheet, "1.1").history]
    assert acts == [("fact", D("4.5"), 4), ("withdrawn", 4, D("4.5")), ("score", D("4.5"), 3)]


def test_what_is_taken_back_does_not_touch_a_score_that_was_given_since() -> None:
    entries = [
        entry("e1", "1.1", fact=ratio("80")),
        entry("e2", "2.1", score="7"),
        entry("e3", "1.1", agree=True, replaces="e1"),
    ]
    assert numbers(appraise(shared(), entries), "2.1") == (9, 7, None, 7)


def test_a_score_given_before_a_correction_stands_again_when_it_is_taken_back() -> None:
    entries = [
        entry("e1", "1.1", score="3"),
        entry("e2", "1.1", 2, fact=ratio("80")),
        entry("e3", "2.1", 2, fact=ratio("70")),
        entry("e4", "1.1", 2, agree=True, replaces="e2"),
    ]
    # e3 still corrects the fact that 1.1 uses: 5 × 70 ÷ 100.
    assert numbers(appraise(shared(), entries), "1.1")[1:] == (3, D("3.5"), D("3.5"))
    assert numbers(appraise(shared(), [entries[0], entries[1], entries[3]]), "1.1")[1:] == (3, 3, 3)
    again = [*entries[:2], entry("e5", "1.1", 2, fact=ratio("60"), replaces="e2")]
    assert numbers(appraise(shared(), again), "1.1")[3] == 3  # 5 × 60 ÷ 100
    back = entry("e6", "1.1", 2, agree=True, replaces="e5")
    sheet = appraise(shared(), [entries[0], entries[1], entry("e5", "1.1", 2, fact=ratio("50"), replaces="e2"), back])
    assert numbers(sheet, "1.1")[3] == 3


def test_council_and_survey_come_in_here() -> None:
    set_ = criteria(
        leaf("1.1", 4),
        leaf("1.2", 2, {"kind": "appraised"}, scored_by="council"),
        leaf("1.3", 4, {"kind": "survey"}, "survey.s", scored_by="survey"),
    )
    before = case(set_, unit(told(c1_1="4")))
    assert before.submitted.totals.pending == 6
    values = {"numerator": "75", "denominator": "100"}
    entries = [
        entry("e1", "1.2", score="1.5"),
        entry("e2", "1.3", fact={"indicator": "survey.s", "values": values, "conducted_by": "superior"}),
    ]
    sheet = appraise(before, entries)
    # 4 + 1,5 + 4 × 75 ÷ 100 = 8,5 of 10
    assert numbers(sheet, "1.2") == (None, D("1.5"), None, D("1.5"))
    assert (line(sheet, "1.3").survey, line(sheet, "1.3").final) == (3, 3)
    assert (line(sheet, "1").survey, sheet.totals.pending) == (3, 0)
    assert (sheet.totals.earned, sheet.totals.index) == (D("8.5"), 85)


def test_a_survey_of_the_unit_itself_does_not_fill_the_criterion() -> None:
    set_ = criteria(leaf("1.3", 4, {"kind": "survey"}, "survey.s", scored_by="survey"))
    before = case(set_, unit())
    values = {"numerator": "75", "denominator": "100"}
    correction = {"indicator": "survey.s", "values": values, "conducted_by": "self"}
    sheet = appraise(before, [entry("e1", "1.3", fact=correction)])
    assert (line(sheet, "1.3").final, line(sheet, "1.3").status) == (None, "pending")


def test_a_penalty_is_taken_off() -> None:
    set_ = criteria(leaf("1.1", 10), leaf("1.2", 3, counts="penalty"))
    sheet = appraise(case(set_, unit(told(c1_1="8", c1_2="0"))), [entry("e1", "1.2", score="2")])
    assert (line(sheet, "1.2").final, sheet.totals.earned) == (-2, 6)


def test_what_did_not_arise_counts_again_once_the_council_finds_that_it_did() -> None:
    set_ = criteria(leaf("1.1", 5), leaf("1.2", 5))
    nothing = {"amount.1-2": {"reason": "không phát sinh"}}
    before = case(set_, unit(told(c1_1="5"), not_arising=nothing))
    assert before.submitted.totals.scorable == 5
    correction = {"indicator": "amount.1-2", "values": {"amount": "2"}, "evidence": [{"doc": "d"}]}
    sheet = appraise(before, [entry("e1", "1.2", fact=correction)])
    assert (sheet.totals.earned, sheet.totals.scorable, sheet.totals.index) == (7, 10, 70)


def test_a_corrected_share_comes_before_what_follows_from_the_tasks() -> None:
    derived = {"ratio.a": {"derived": "inspection-findings-remedied"}}
    set_ = criteria(leaf("1.1", 10, SHARE, "ratio.a", otherwise=HUNDRED))
    inspected = [{"by": "Đoàn kiểm tra", "findings": "4", "remedied": "4", "evidence": [{"doc": "d"}]}]
    before = case(set_, unit(inspections=inspected), **derived)
    assert line(before.submitted, "1.1").final == 10
    sheet = appraise(before, [entry("e1", "1.1", fact=ratio("3", "4"))])
    # 10 × 75 ÷ 100; the evidence of the inspection still stands behind it.
    assert (line(sheet, "1.1").final, line(sheet, "1.1").status) == (D("7.5"), "scored")


def test_evidence_added_in_an_answer_stands_on_the_criterion() -> None:
    response = Response.model_validate(
        {
            "kind": "response",
            "format": "1",
            "submission": {"file": "a.yaml", "sha256": DIGEST},
            "unit": {"id": "a", "name": "A"},
            "year": 2023,
            "documents": {"bs": {"form": "administrative", "title": "Báo cáo bổ sung"}},
            "answers": [
                {
                    "to": "e1",
                    "sha256": DIGEST,
                    "by": {"agency": "UBND phường A", "post": "Công chức"},
                    "date": "2024-01-20",
                    "text": "Bổ sung báo cáo",
                    "evidence": [{"doc": "bs", "at": "trang 2"}],
                }
            ],
        }
    )
    sheet = appraise(shared(), [entry("e1", "2.2", request="Bổ sung báo cáo")], [response])
    assert [proof.doc for proof in line(sheet, "2.2").evidence] == ["d", "bs"]
    assert list(sheet.documents) == ["d", "bs"]
    assert numbers(sheet, "2.2") == (3, None, None, 3)  # a request decides nothing


def test_classes_follow_the_final_score() -> None:
    classes = {"classes": {"mac-dinh": [{"name": "Tốt", "from": "80"}, {"name": "Khá", "from": "0"}]}}
    set_ = criteria(leaf("1.1", 10), policy=classes)
    before = case(set_, unit(told(c1_1="9")))
    assert before.submitted.score_class == "Tốt"
    assert appraise(before, [entry("e1", "1.1", score="7")]).score_class == "Khá"


@pytest.mark.parametrize("act", [{}, {"score": "1", "agree": True}, {"score": "1", "request": "x"}])
def test_an_entry_is_one_act(act: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="one of them"):
        entry("e1", "1.1", **act)


def test_a_score_that_is_replaced_stands_no_more() -> None:
    """The self score of 2.2 is 3: to agree afterwards is to agree with 3, to ask leaves 3 until it is answered."""
    first = entry("a", "2.2", score="1")
    agreed = appraise(shared(), [first, entry("b", "2.2", agree=True, replaces="a")])
    assert numbers(agreed, "2.2") == (D(3), D(3), None, D(3))
    acts = [(each.act, each.before, each.after) for each in line(agreed, "2.2").history]
    assert acts == [("score", D(3), D(1)), ("withdrawn", D(1), D(3)), ("agree", D(3), D(3))]
    asked = appraise(shared(), [first, entry("b", "2.2", request="Gửi bản ký", replaces="a")])
    assert line(asked, "2.2").final == D(3)
    assert asked.appraisal is not None
    assert "2.2" in asked.appraisal.undecided


def test_a_score_replaced_twice_gives_back_what_stood_first() -> None:
    entries = [
        entry("a", "2.2", score="1"),
        entry("b", "2.2", score="2", replaces="a"),
        entry("c", "2.2", agree=True, replaces="b"),
    ]
    sheet = appraise(shared(), entries)
    assert line(sheet, "2.2").final == D(3)
    assert [(each.before, each.after) for each in line(sheet, "2.2").history][:2] == [(D(3), D(1)), (D(1), D(2))]


def test_a_corrected_fact_outlives_the_score_that_it_overruled_and_that_was_replaced() -> None:
    """2.1 by 80 of 100: 8; the 5 given before is taken back, so it does not return with the correction."""
    given = entry("a", "2.1", score="5")
    fix = entry("b", "1.1", fact={"indicator": "ratio.a", "values": {"numerator": "80", "denominator": "100"}})
    asked = entry("c", "2.1", request="Giải trình", replaces="a")
    assert line(appraise(shared(), [given, fix, asked]), "2.1").final == D(8)
    back = entry("d", "1.1", request="Giải trình", replaces="b")
    assert line(appraise(shared(), [given, fix, asked, back]), "2.1").final == D(9)
    assert line(appraise(shared(), [given, fix, back]), "2.1").final == D(5)
