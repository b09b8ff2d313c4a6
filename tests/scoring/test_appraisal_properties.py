"""What holds whatever the appraisers do: histories are chains, totals are sums of finals, the submission stays."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.model.appraisal import Entry
from parindex.scoring.appraisal import appraise
from parindex.values.records import to_json
from tests.scoring.test_appraisal import entry, ratio, shared

CASE = shared()
MAXIMA = {"1.1": 5, "2.1": 10, "2.2": 5}


@st.composite
def acts(draw: st.DrawFn, number: int) -> Entry:
    round_ = draw(st.sampled_from([1, 2]))
    kind = draw(st.sampled_from(["score", "fact", "agree", "request"]))
    code = draw(st.sampled_from(["1.1", "2.1"] if kind == "fact" else list(MAXIMA)))
    if kind == "score":
        return entry(f"e{number}", code, round_, score=str(draw(st.integers(0, MAXIMA[code]))))
    if kind == "fact":
        return entry(f"e{number}", code, round_, fact=ratio(str(draw(st.integers(0, 100)))))
    return entry(f"e{number}", code, round_, **({"agree": True} if kind == "agree" else {"request": "x"}))


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    return [draw(acts(number)) for number in range(draw(st.integers(0, 6)))]


@settings(max_examples=60, deadline=None)
@given(histories())
def test_every_history_leads_from_the_self_score_to_the_final_one(entries: list[Entry]) -> None:
    before = to_json(CASE.submitted)
    sheet = appraise(CASE, entries)
    for line in sheet.leaves():
        at = line.self_score
        for change in line.history:
            assert change.before == at
            at = change.after
        assert line.final == at
        assert [change.round for change in line.history] == sorted(change.round for change in line.history)
    finals = [line.final or Decimal(0) for line in sheet.leaves()]
    assert sheet.totals.earned == sum(finals)
    assert sheet.totals.index == sum(finals) * 100 / 20
    assert to_json(CASE.submitted) == before


@settings(max_examples=40, deadline=None)
@given(histories())
def test_the_same_acts_give_the_same_sheet_and_a_request_changes_none(entries: list[Entry]) -> None:
    sheet = appraise(CASE, entries)
    assert appraise(CASE, entries) == sheet
    without = appraise(CASE, [one for one in entries if one.decides])
    assert without.totals == sheet.totals
    assert [line.final for line in without.leaves()] == [line.final for line in sheet.leaves()]


@settings(max_examples=40, deadline=None)
@given(histories())
def test_a_correction_that_is_taken_back_leaves_no_trace_in_the_scores(entries: list[Entry]) -> None:
    first = [one for one in entries if one.round == 1]
    more = [entry("x", "1.1", 2, fact=ratio("33")), entry("y", "1.1", 2, agree=True, replaces="x")]
    plain, back = appraise(CASE, first), appraise(CASE, [*first, *more])
    assert [line.final for line in back.leaves()] == [line.final for line in plain.leaves()]
    assert back.totals == plain.totals
