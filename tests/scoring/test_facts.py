"""From a unit's entries to facts."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.model.indicators import Indicator
from parindex.model.unit import Unit, Values
from parindex.scoring.facts import fact_of, from_values, proofs_of
from parindex.values.facts import Answer, Answers, Cases, Fact, Issued, Measure, Number, Ratio, Ticks
from tests.scoring.world import D, criteria, leaf, line, scored, unit


def indicator(measure: Measure, over_time: str = "none") -> Indicator:
    return Indicator.model_validate(
        {"id": "a.b", "name": "A", "domain": "d", "measure": measure, "over_time": over_time}
    )


@pytest.mark.parametrize(
    ("measure", "values", "fact"),
    [
        ("ratio", {"numerator": "3", "denominator": "4"}, Ratio(D(3), D(4))),
        ("percent", {"percent": "97.5"}, Number(D("97.5"))),
        ("count", {"count": "3"}, Cases(D(3))),
        (
            "count",
            {"count": "3", "excluded": [{"count": "1", "reason": "x"}, {"count": "1", "reason": "y"}]},
            Cases(D(3), D(2)),
        ),
        ("amount", {"amount": "-2.5"}, Number(D("-2.5"))),
        ("rank", {"rank": "4"}, Number(D(4))),
        ("yes-no", {"answer": False}, Answer(False)),
        ("date", {"answer": False}, Answer(False)),
        ("checklist", {"done": ["x"]}, Ticks(frozenset({"x"}))),
        ("checklist", {"done": []}, Ticks(frozenset())),
        ("survey", {"percent": "80"}, Number(D(80))),
        ("survey", {"numerator": "3", "denominator": "4"}, Ratio(D(3), D(4))),
        ("survey", {"answers": {"A": "3"}}, Answers({"A": D(3)})),
        # Figures of another measure are no fact.
        ("ratio", {"percent": "75"}, None),
        ("percent", {"numerator": "3", "denominator": "4"}, None),
        ("count", {"amount": "3"}, None),
        ("yes-no", {"date": "2023-01-01"}, None),
        ("rank", {"count": "3"}, None),
        ("ratio", {}, None),
        ("count", {}, None),
    ],
)
def test_values(measure: Measure, values: dict[str, Any], fact: Fact | None) -> None:
    assert from_values(Values.model_validate(values), measure) == fact


def test_a_day() -> None:
    values = Values.model_validate({"date": "2023-01-12"})
    assert from_values(values, "date") == Issued(values.date)  # type: ignore[arg-type]


def quarters(*each: Any, values: Any = None) -> Unit:
    periods = {f"2023-Q{number}": {"values": value} for number, value in enumerate(each, 1) if value is not None}
    return unit({"a.b": {"values": values, "periods": periods}})


def ratio(numerator: int, denominator: int) -> dict[str, int]:
    return {"numerator": numerator, "denominator": denominator}


FOUR = [ratio(1, 2), ratio(2, 3), ratio(3, 4), ratio(0, 91)]


@pytest.mark.parametrize(
    ("measure", "over_time", "parts", "period", "fact"),
    [
        # Numerators and denominators are added, never percents: 6 of 100, not the mean of 50, 66,7, 75 and 0.
        ("ratio", "sum", FOUR, "2023", Ratio(D(6), D(100))),
        ("ratio", "sum", FOUR, "2023-6m", Ratio(D(3), D(5))),
        ("ratio", "sum", FOUR, "2023-9m", Ratio(D(6), D(9))),
        ("ratio", "sum", FOUR, "2023-Q2", Ratio(D(2), D(3))),
        ("ratio", "sum", FOUR, "2023-04", None),
        ("ratio", "sum", FOUR[:3], "2023", None),  # a quarter is missing
        ("ratio", "sum", [*FOUR[:3], {"percent": 5}], "2023", None),  # a quarter is of another kind
        ("ratio", "last", FOUR, "2023", Ratio(D(0), D(91))),
        ("ratio", "last", FOUR[:3], "2023", None),
        ("ratio", "none", FOUR, "2023", None),
        ("ratio", "none", FOUR, "2023-Q1", Ratio(D(1), D(2))),
        (
            "count",
            "sum",
            [{"count": 2}, {"count": 3, "excluded": [{"count": 1, "reason": "x"}]}],
            "2023-6m",
            Cases(D(5), D(1)),
        ),
        ("amount", "sum", [{"amount": "1.5"}, {"amount": "2"}], "2023-6m", Number(D("3.5"))),
        ("percent", "sum", [{"percent": 50}, {"percent": 60}], "2023-6m", None),  # percents never add up
        ("rank", "sum", [{"rank": 1}, {"rank": 2}], "2023-6m", None),
        ("percent", "last", [{"percent": 50}, {"percent": 60}], "2023-6m", Number(D(60))),
    ],
)
def test_over_time(measure: Measure, over_time: str, parts: list[Any], period: str, fact: Fact | None) -> None:
    assert fact_of(quarters(*parts), indicator(measure, over_time), period) == fact


def test_the_years_own_figure_stands_as_given() -> None:
    given = quarters(*FOUR, values=ratio(7, 100))
    assert fact_of(given, indicator("ratio", "sum"), "2023") == Ratio(D(7), D(100))
    assert fact_of(given, indicator("ratio", "sum"), "2023-6m") == Ratio(D(3), D(5))


def test_nothing_reported_is_nothing() -> None:
    assert fact_of(unit(), indicator("ratio"), "2023") is None
    assert fact_of(unit(), indicator("reports"), "2023") is None


def test_proofs_stand_once_in_order() -> None:
    first, second = {"doc": "d", "at": "mục 1"}, {"doc": "d", "at": "mục 2"}
    entry = {
        "values": ratio(1, 2),
        "evidence": [second, first],
        "periods": {"2023-Q1": {"values": ratio(1, 2), "evidence": [first]}},
    }
    assert [proof.at for proof in proofs_of(unit({"a.b": entry}), "a.b", "2023")] == ["mục 2", "mục 1"]


def test_derived_facts_come_from_the_units_other_entries() -> None:
    """Two inspections with 3 and 2 findings, 3 and 1 remedied: 4 of 5, whatever figure the unit enters by hand."""
    rule = {"kind": "proportional", "base": "hundred"}
    set_ = criteria(leaf("1.1", 5, rule, "ratio.a", otherwise={"comparator": "==", "value": "100"}))
    derived = {"ratio.a": {"derived": "inspection-findings-remedied"}}
    seen = {"by": "Đoàn 1", "findings": "3", "remedied": "3", "conclusion": {"doc": "d", "at": "mục 1"}}
    inspections = [seen, {"by": "Đoàn 2", "findings": "2", "remedied": "1", "evidence": [{"doc": "d"}]}]
    entered = {"ratio.a": {"values": ratio(1, 2), "evidence": [{"doc": "d", "at": "mục 9"}]}}
    got = line(scored(set_, unit(entered, inspections=inspections), indicators=derived), "1.1")
    assert got.computed == 4
    assert [proof.at for proof in got.evidence] == ["mục 9", "mục 1", None]
    by_hand = line(scored(set_, unit(entered), indicators=derived), "1.1")  # nothing to derive it from
    assert by_hand.computed == D("2.5")
    assert [proof.at for proof in by_hand.evidence] == ["mục 9"]


REPORTS = {
    "a.b": {
        "2023-Q1": {"sent_at": "2023-03-15", "evidence": [{"doc": "a", "at": "quý I"}]},
        "2023-6m": {"sent_at": "2023-06-15", "evidence": [{"doc": "a", "at": "6 tháng"}]},
        "2023": {"sent_at": "2023-12-15", "evidence": [{"doc": "a", "at": "năm"}]},
    }
}


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        ("2023", ["2023-Q1", "2023-6m", "2023"]),
        ("2023-Q1", ["2023-Q1"]),
        ("2023-Q2", ["2023-6m"]),
        ("2023-Q3", None),
        ("2023-Q4", ["2023"]),
        ("2023-6m", ["2023-Q1", "2023-6m"]),
        ("2023-9m", ["2023-Q1", "2023-6m"]),
    ],
)
def test_of_reports_those_count_that_end_in_the_period(period: str, counted: list[str] | None) -> None:
    given = unit({}, reports=REPORTS)
    found = fact_of(given, indicator("reports"), period)
    assert (None if found is None else list(found.reports)) == counted  # type: ignore[union-attr]
    names = {"2023-Q1": "quý I", "2023-6m": "6 tháng", "2023": "năm"}
    assert [proof.at for proof in proofs_of(given, "a.b", period)] == [names[each] for each in counted or []]


def test_a_quarter_is_proved_by_its_own_evidence_or_by_that_of_the_year() -> None:
    quarters = {
        "2023-Q1": {"values": {"count": "1"}, "evidence": [{"doc": "a", "at": "mục 1"}]},
        "2023-Q2": {"values": {"count": "1"}},
    }
    given = unit({"a.b": {"periods": quarters, "evidence": [{"doc": "a", "at": "mục 9"}]}})
    places = {period: [proof.at for proof in proofs_of(given, "a.b", period)] for period in ("2023-Q1", "2023-Q2")}
    assert places == {"2023-Q1": ["mục 1"], "2023-Q2": ["mục 9"]}
    assert [proof.at for proof in proofs_of(given, "a.b", "2023-6m")] == ["mục 1"]


def test_a_part_of_the_year_has_no_claim_and_no_day_of_the_year() -> None:
    entry = {"values": ratio(1, 2), "as_of": "2023-12-14", "periods": {"2023-Q2": {"values": ratio(1, 4)}}}
    rule = {"kind": "proportional", "base": "hundred", "floor": "0"}
    set_ = criteria(leaf("1.1", 5, rule, "ratio.a", otherwise={"comparator": ">=", "value": "100"}), leaf("1.2", 1))
    given = unit({"ratio.a": entry}, claims={"1.1": "4"}, explanations={"1.1": "lý do"})
    year, second = (line(scored(set_, given, period=period), "1.1") for period in ("2023", "2023-Q2"))
    assert (year.claimed, year.self_score, str(year.facts[0].as_of)) == (D(4), D(4), "2023-12-14")
    assert (second.claimed, second.self_score, second.facts[0].as_of) == (None, D("1.25"), None)
    assert line(scored(set_, given, period="2023-Q2"), "1.2").reason == "missing.period"
    assert line(scored(set_, given), "1.2").reason == "missing.fact"


def test_reports_outside_the_part_of_the_year_are_not_said_to_be_missing() -> None:
    rule = {"kind": "reports", "on_time": "1", "late": "0.5", "required": [
        {"period": f"2023-Q{number}", "to": f"2023-{3 * number:02}-15"} for number in (1, 2, 3)]}  # fmt: skip
    sent = {"reports.a": {"2023-Q1": {"sent_at": "2023-03-14", "evidence": [{"doc": "d"}]}}}
    set_ = criteria(leaf("1.1", 3, rule, "reports.a"))
    half = line(scored(set_, unit(reports=sent), period="2023-6m"), "1.1")
    assert [step.what for step in half.steps] == ["reports.on_time", "reports.missing", "reports.outside", "sum"]
    assert half.computed == 1
    whole = line(scored(set_, unit(reports=sent)), "1.1")
    assert [step.what for step in whole.steps] == ["reports.on_time", "reports.missing", "reports.missing", "sum"]
