"""Criteria sets and plans by themselves; the shipped ones are in order."""

from __future__ import annotations

import pytest

from parindex.checks.sets import check_criteria, check_plan, routed_leaves
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.criteria import CriteriaSet
from parindex.model.plan import Plan

LIBRARY = Library()
CRITERIA = """\
kind: criteria
format: 1
id: a
title: A
level: commune
year: 2023
scale: 3.5
domains:
  - id: a
    code: "1"
    name: A
    points: 3.5
    criteria:
      - code: "1.1"
        name: B
        points: 1.5
        criteria:
          - {code: 1.1.1, name: C, points: 0.5, indicator: tthc.on-time, rule: {kind: meets}}
          - {code: 1.1.2, name: D, points: 1, facts: {x: tthc.on-time}, rule: {kind: meets}}
      - {code: "1.2", name: E, points: 2, indicator: tthc.on-time, rule: {kind: meets}}
      - {code: "1.3", name: F, points: 5, counts: bonus, indicator: tthc.on-time, rule: {kind: meets}}
"""
PLAN = """\
kind: plan
format: 1
id: a
title: A
issuer: A
level: commune
year: 2023
source: a.txt
targets:
  - {id: a, indicator: tthc.on-time, external: A, unit: percent, levels: [commune], cite: {section: I, locator: x}}
  - id: b
    indicator: tthc.early
    of: tthc.on-time
    external: A
    unit: percent
    levels: [commune]
    cite: {section: I, locator: x}
tasks:
  - {id: a, name: A, domain: tthc, indicators: [tthc.on-time], cite: {section: I, locator: x}, parts: []}
reporting:
  - {id: a, name: A, who: A, levels: [commune], deadline: {text: "", type: none}, cite: {section: I, locator: x}}
"""


def criteria_codes(text: str) -> list[tuple[str, str]]:
    criteria, document = load_model(text.encode(), CriteriaSet, "f")
    return [(f.code, shown(f)) for f in check_criteria(criteria, document, LIBRARY.indicators)]


def plan_codes(text: str) -> list[tuple[str, str]]:
    plan, document = load_model(text.encode(), Plan, "f")
    return [(f.code, shown(f)) for f in check_plan(plan, document, LIBRARY.indicators)]


def shown(finding) -> str:  # type: ignore[no-untyped-def]
    return finding.place.text[finding.place.column - 1 : finding.place.end_column - 1]


@pytest.mark.parametrize(
    ("old", "new", "findings"),
    [
        ("", "", []),
        ("points: 0.5", "points: 0.25", [("W705", "3.5"), ("W705", "1.5"), ("W704", "3.5")]),
        ("scale: 3.5", "scale: 100", [("W704", "100")]),
        ('code: "1.2"', 'code: "1.1"', [("W706", '"1.1"')]),
        ("code: 1.1.2", 'code: "1"', [("W706", '"1"')]),
        (
            "indicator: tthc.on-time, rule: {kind: meets}}\n          -",
            "indicator: a.b, rule: {kind: meets}}\n          -",
            [("E303", "a.b")],
        ),
        ("{x: tthc.on-time}", "{x: a.b}", [("E303", "a.b")]),
    ],
)
def test_criteria(old: str, new: str, findings: list[tuple[str, str]]) -> None:
    assert criteria_codes(CRITERIA.replace(old, new, 1)) == findings


@pytest.mark.parametrize(
    ("old", "new", "findings"),
    [
        ("", "", []),
        ("id: b", "id: a", [("W706", "a")]),
        ("indicator: tthc.early", "indicator: tthc.erly", [("E303", "tthc.erly")]),
        ("of: tthc.on-time", "of: a.b", [("E303", "a.b")]),
        ("indicators: [tthc.on-time]", "indicators: [a.b]", [("E303", "a.b")]),
        ("who: A", "who: A, indicator: a.b", [("E303", "a.b")]),
    ],
)
def test_plans(old: str, new: str, findings: list[tuple[str, str]]) -> None:
    assert plan_codes(PLAN.replace(old, new, 1)) == findings


def test_routes_lead_to_their_leaves() -> None:
    criteria, document = load_model(CRITERIA.encode(), CriteriaSet, "f")
    leaves = list(routed_leaves(criteria))
    assert [leaf.code for _, leaf in leaves] == ["1.1.1", "1.1.2", "1.2", "1.3"]
    for route, leaf in leaves:
        assert f"code: {leaf.code}," in document.place(route).text.replace('"', "")


@pytest.mark.parametrize("id_", LIBRARY.ids("criteria"))
def test_shipped_sets_are_in_order(id_: str) -> None:
    assert check_criteria(LIBRARY.criteria(id_), LIBRARY.document("criteria", id_), LIBRARY.indicators) == []


@pytest.mark.parametrize("id_", LIBRARY.ids("plan"))
def test_shipped_plans_are_in_order(id_: str) -> None:
    assert check_plan(LIBRARY.plan(id_), LIBRARY.document("plan", id_), LIBRARY.indicators) == []
