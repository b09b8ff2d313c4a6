"""Errors of the models land on the value, key or mapping that they speak of."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from parindex.files.load import load_model
from parindex.files.locate import route_of
from parindex.files.names import names_at
from parindex.files.unusable import Unusable
from parindex.model.criteria import CriteriaSet
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.values.findings import Finding

UNIT = """\
kind: unit
format: 1
unit: {id: phu-son, name: UBND phường Phú Sơn, level: commune}
year: 2023
criteria: cap-xa-2023
plans: [phu-son-2023]
documents:
  kh-05: {form: administrative, title: Kế hoạch, date: 2023-01-12}
facts:
  tthc.on-time:
    values: {numerator: 1164, denominator: 1200}
    evidence: [{doc: kh-05}]
claims: {"1.1": 1.5}
"""
CRITERIA = """\
kind: criteria
format: 1
id: a
title: A
level: commune
year: 2023
scale: 10
domains:
  - id: a
    code: "1"
    name: A
    criteria:
      - code: "1.1"
        name: B
        criteria:
          - code: 1.1.1
            name: C
            points: 4
            indicator: a.b
            rule: RULE
"""


def findings(text: str, model: type[BaseModel] = Unit) -> list[Finding]:
    with pytest.raises(Unusable) as caught:
        load_model(text.encode(), model, "f.yaml")
    return list(caught.value.findings)


def told(found: list[Finding]) -> list[tuple[str, int, int, int | None]]:
    return [(f.code, f.place.line, f.place.column, f.place.end_column) for f in found if f.place]


def test_the_good_unit_is_good() -> None:
    unit, document = load_model(UNIT.encode(), Unit, "f.yaml")
    assert unit.unit.name == "UBND phường Phú Sơn"
    assert document.name == "f.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code", "shown"),
    [
        ("year: 2023", "years: 2023", "E201", "k"),
        ("year: 2023", "year: 2023\nyeer: 1", "E202", "yeer"),
        ("level: commune", "level: commune, lvl: x", "E202", "lvl"),
        ("[{doc: kh-05}]", "[{doc: kh-05, page: 3}]", "E202", "page"),
        ("1164", "một nghìn", "E203", "một nghìn"),
        ("1164", "1.176.500", "E203", "1.176.500"),
        ("1164", "1e3", "E203", "1e3"),
        ("1164", "NaN", "E203", "NaN"),
        ("1164", "0123", "E203", "0123"),
        ("1164", "[1]", "E203", "["),
        ("1164", "true", "E203", "true"),
        ("1164", '"1164,5"', "E204", '"1164,5"'),
        ("1164", '"1.164,50"', "E204", '"1.164,50"'),
        ("1164", "98,5", "E204", "98,5"),
        ("1164", "98,05", "E204", "98,05"),
        ("1164", "1.164,50", "E204", "1.164,50"),
        ("1200}", "97,5}", "E204", "97,5"),
        ("1164", "98, 5", "E202", "5"),
        ("1164", "một,5", "E202", "5"),
        ("1164", "9" * 31, "E205", "9" * 31),
        ("2023-01-12", "hôm qua", "E206", "hôm qua"),
        ("2023-01-12", "2023-1-2", "E206", "2023-1-2"),
        ("2023-01-12", "12/01/2023", "E207", "12/01/2023"),
        ("2023-01-12", "2023-02-30", "E208", "2023-02-30"),
        ("level: commune}", "level: commune, synthetic: có}", "E209", "có"),
        ("level: commune}", 'level: commune, synthetic: "true"}', "E209", '"true"'),
        ("id: phu-son", "id: Phú Sơn", "E211", "Phú Sơn"),
        ("[phu-son-2023]", "[a, b_c]", "E211", "b_c"),
        ("kh-05: {", "KH05: {", "E211", "KH05"),
        ('{"1.1": 1.5}', "{1-1: 1.5}", "E212", "1-1"),
        ("    evidence", "    periods: {Q1: {values: {count: 1}}}\n    evidence", "E213", "Q1"),
        ("date: 2023-01-12", "date: 2023-01-12, sha256: AB", "E215", "AB"),
        ("date: 2023-01-12", "date: 2023-01-12, link: phuson.vn", "E217", "phuson.vn"),
        ("commune", "xã", "E220", "xã"),
        ("1164", "-1", "E221", "-1"),
        ("year: 2023", "year: 1999", "E221", "1999"),
        ("name: UBND phường Phú Sơn", 'name: ""', "E222", '""'),
        ("title: Kế hoạch", f"title: {'a' * 4001}", "E223", "a" * 4001),
        ("[phu-son-2023]", "phu-son-2023", "E224", "phu-son-2023"),
        ("unit: {id: phu-son, name: UBND phường Phú Sơn, level: commune}", "unit: x", "E225", "x"),
        ("title: Kế hoạch", "title: true", "E226", "true"),
        ("title: Kế hoạch", "title: [a]", "E226", "["),
        ("criteria: cap-xa-2023", "criteria: ~", "E227", "~"),
        ("year: 2023", "year: 2023.5", "E228", "2023.5"),
        (", denominator: 1200", "", "E245", "{"),
        ("values: {numerator: 1164, denominator: 1200}", "values: {excluded: []}", "", ""),
        (
            "numerator: 1164, denominator: 1200",
            "excluded: [{count: 1, reason: x}]",
            "E246",
            "{",
        ),
        ("values: {numerator: 1164, denominator: 1200}", "note: x", "E247", "n"),
        ("kind: unit", "kind: plan", "E233", "plan"),
        ("format: 1", "format: 2", "E234", "2"),
    ],
)
def test_one_error_one_finding_on_its_place(old: str, new: str, code: str, shown: str) -> None:
    text = UNIT.replace(old, new, 1)
    assert text != UNIT
    if not code:
        load_model(text.encode(), Unit, "f.yaml")
        return
    found = [finding for finding in findings(text) if finding.code == code]
    assert len(found) == 1, findings(text)
    place = found[0].place
    assert place is not None
    assert place.text == text.splitlines()[place.line - 1]
    end = place.end_column - 1 if place.end_column else place.column
    assert place.text[place.column - 1 : end] == shown


def test_a_missing_key_is_placed_on_the_mapping_that_lacks_it() -> None:
    (finding,) = findings(UNIT.replace("id: phu-son, ", ""))
    assert told([finding]) == [("E201", 3, 7, None)]
    assert finding.route == ("unit", "id")
    assert finding.data == {"key": "id"}


def test_an_empty_value_says_which_key_it_belongs_to() -> None:
    (finding,) = findings(UNIT.replace("criteria: cap-xa-2023", "criteria:"))
    assert told([finding]) == [("E227", 5, 10, None)]
    assert finding.data == {"key": "criteria"}


@pytest.mark.parametrize(
    ("old", "new", "close"),
    [("plans:", "plan:", "plans"), ("documents:", "document:", "documents"), ("year: 2023", "yearr: 1", "year")],
)
def test_an_unknown_key_has_a_close_match(old: str, new: str, close: str) -> None:
    (finding,) = [each for each in findings(UNIT.replace(old, new, 1)) if each.code == "E202"]
    assert finding.part == "key"
    assert finding.data["close"] == close


def test_a_decimal_comma_between_braces_is_told_as_the_number_that_it_is() -> None:
    found = findings(UNIT.replace("1164", "1.164,50", 1))
    assert [(finding.code, dict(finding.data)) for finding in found] == [
        ("E204", {"value": "1.164,50", "right": "1164.50"})
    ]


def test_a_choice_has_a_close_match_and_all_options() -> None:
    (finding,) = findings(UNIT.replace("administrative", "administrativ"))
    assert finding.data["close"] == "administrative"
    assert str(finding.data["allowed"]).startswith("administrative, party, ")


def test_all_errors_are_told_in_the_order_of_the_file() -> None:
    found = findings(UNIT.replace("1164", "x").replace("year: 2023", "year: y").replace("[phu-son-2023]", "z"))
    assert [finding.code for finding in found] == ["E228", "E224", "E203"]


def test_not_a_mapping() -> None:
    assert told(findings("- a\n")) == [("E235", 1, 1, None)]
    assert told(findings("chỉ có chữ\n")) == [("E235", 1, 1, 11)]


def test_another_kind_is_one_finding() -> None:
    found = findings(UNIT.replace("kind: unit", "kind: plan"))
    assert told(found) == [("E233", 1, 7, 11)]
    assert found[0].data == {"value": "plan", "allowed": "unit"}


def rule(text: str) -> list[tuple[str, int, str]]:
    source = CRITERIA.replace("RULE", text)
    result = []
    for finding in findings(source, CriteriaSet):
        assert finding.place is not None
        place = finding.place
        end = place.end_column - 1 if place.end_column else place.column + 3
        result.append((finding.code, place.line, place.text[place.column - 1 : end]))
    return result


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The tag of the union has the name of a field: bands.bands, reports.
        ("{kind: bands, bands: [{from: 0, to: 5, points: 3}, {from: 5, points: x}]}", [("E203", 20, "x")]),
        ("{kind: bands, bands: x}", [("E224", 20, "x")]),
        ("{kind: bands}", [("E201", 20, "{kin")]),
        ("{kind: bands, bands: [{from: 0, ponts: 3}]}", [("E201", 20, "{fro"), ("E202", 20, "ponts")]),
        ("{kind: bands, bands: [{from: 0, to: 5, points: 3}, {from: 6, points: 3}]}", [("E253", 20, "{kin")]),
        ("{kind: reports, required: [Q1], on_time: 1}", [("E225", 20, "Q1")]),
        ("{kind: survey, survey: 3}", None),
        ("{kind: checklist, items: x}", None),
        ("{kind: band}", [("E229", 20, "band")]),
        ("{points: 3}", [("E230", 20, "{poi")]),
        ("{kind: meets, meets: 1}", [("E202", 20, "meets")]),
        ("meets", [("E225", 20, "meets")]),
    ],
)
def test_rules_are_placed_though_their_kind_stands_in_the_route(
    text: str, told: list[tuple[str, int, str]] | None
) -> None:
    found = rule(text)
    assert all(line == 20 for _, line, _ in found)
    if told is not None:
        assert found == told


def test_an_unknown_key_in_a_rule_is_compared_with_the_keys_of_its_kind() -> None:
    (finding,) = findings(CRITERIA.replace("RULE", "{kind: proportional, base: hundred, flor: 90}"), CriteriaSet)
    assert finding.data["close"] == "floor"


def test_the_other_branch_of_a_union_keeps_silent() -> None:
    plan = """\
kind: plan
format: 1
id: a
title: A
issuer: A
level: commune
year: 2023
source: a.txt
tasks:
  - id: t
    name: A
    domain: d
    lead: LEAD
    cite: {section: I, locator: x}
    parts: []
"""
    assert told(findings(plan.replace("LEAD", "[A, true]"), Plan)) == [("E226", 13, 15, 19)]
    assert told(findings(plan.replace("LEAD", "{a: b}"), Plan)) in (
        [("E224", 13, 11, None)],
        [("E226", 13, 11, None)],
    )


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["a"]
    a: dict[str, list[int]] = {}


class Other(BaseModel):
    kind: Literal["b"]


class Outer(BaseModel):
    a: list[Annotated[Inner | Other, Field(discriminator="kind")]] = []


def test_skips_are_tried_fewest_first() -> None:
    text = "word"
    data = {"a": [{"kind": "a", "a": {"a": [text, "x"]}}]}
    assert route_of(("a", 0, "a", "a", "a", 0), data, text) == ("a", 0, "a", "a", 0)
    assert route_of(("a", 0, "a", "a", 0), {"a": [{"a": {"a": "no"}}, 1]}, text) is None


def test_names_follow_unions_and_containers() -> None:
    data: dict[str, Any] = {"a": [{"kind": "a"}, {"kind": "b"}, {}]}
    assert names_at(Outer, ("a", 0), data) == ["kind", "a"]
    assert names_at(Outer, ("a", 1), data) == ["kind"]
    assert names_at(Outer, ("a", 2), data) == ["kind", "a"]
    assert names_at(Outer, (), data) == ["a"]


WORDS = st.sampled_from(
    ["true", "~", "x", "-1", "98,5", "15/01/2023", "[a]", "{a: b}", "[]", "{}", '""', "2023-02-30", "kind", "9" * 40]
)
SPOTS = [match.span() for match in re.finditer(r"[\w.-]+", UNIT)]


@settings(max_examples=200, deadline=None)
@given(spots=st.lists(st.sampled_from(SPOTS), min_size=1, max_size=3, unique=True), words=st.lists(WORDS, min_size=3))
def test_any_word_for_any_other_gives_a_unit_or_placed_findings(spots: list[tuple[int, int]], words: list[str]) -> None:
    text = UNIT
    for (start, end), word in zip(sorted(spots, reverse=True), words, strict=False):
        text = text[:start] + word + text[end:]
    try:
        load_model(text.encode(), Unit, "f.yaml")
    except Unusable as problem:
        lines = text.splitlines()
        for finding in problem.findings:
            assert finding.code != "E299"
            assert finding.place is not None
            assert finding.place.text == lines[finding.place.line - 1]
            assert 1 <= finding.place.column <= len(finding.place.text) + 1


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ('"points if x >= 90 else abs(0)"', [("E285", 20, "abs")]),
        ("'1 + 2 % 3'", [("E283", 20, "%")]),
        ("(x + 1", [("E282", 20, "")]),
        ("x + yy x", [("E280", 20, "x")]),
    ],
)
def test_an_error_in_a_formula_is_placed_on_its_character(expression: str, told: list[tuple[str, int, str]]) -> None:
    found = rule(f"\n              kind: formula\n              expression: {expression}")
    assert [(code, word) for code, _, word in found] == [(code, word) for code, _, word in told]
    assert [line for _, line, _ in found] == [22]


def test_an_error_in_an_escaped_formula_is_placed_on_the_formula() -> None:
    found = rule('{kind: formula, expression: "x \\x2b abs(1)"}')
    assert found == [("E285", 20, '"x \\x2b abs(1)"')]
