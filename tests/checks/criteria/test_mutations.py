# ruff: noqa: E501 (one change a line reads better than three)
"""A good set broken in many ways: each gives its own code, at its own place, and nothing else."""

from __future__ import annotations

import pytest

from parindex.checks.render import message
from tests.checks.criteria.good import GOOD, findings, shown

BANDS = "bands: [{to: 5, points: 0}, {from: 5, to: 20, points: 1}, {from: 20, points: 2}]"
RATE = "rule: {kind: proportional, base: hundred, floor: 90}"
SURVEY = "indicator: impact.sat-procedures\n        rule: {kind: survey}"

MUTATIONS: list[tuple[str, str, list[tuple[str, str]]]] = [
    # maxima against parents and scale
    ("scale: 20", "scale: 100", [("W704", "100")]),
    ("    points: 9\n", "    points: 9.55\n", [("W705", "9.55")]),
    ("        points: 6\n", "        points: 5\n", [("W705", "5")]),
    ("points: 4\n        indicator: impact", "points: 3.55\n        indicator: impact", [("W704", "20")]),
    # codes
    ('code: "1.3"', 'code: "1.2"', [("W706", '"1.2"')]),
    ("id: tac-dong", "id: tthc", [("W706", "tthc")]),
    ("code: 2.1.2", "code: 2.2.1", [("W710", "2.2.1")]),
    ('code: "1.3"', 'code: "3"', [("W706", '"3"'), ("W710", '"3"')]),
    ("id: tac-dong", "id: tac-dong-xa-hoi", [("W711", "tac-dong-xa-hoi")]),
    ("name: Tác động", "name: Tác động\n    maps_to: tac-don", [("W711", "tac-don")]),
    # indicators
    ("indicator: tthc.on-time", "indicator: tthc.on-tim", [("E303", "tthc.on-tim")]),
    ("indicator: tthc.early", "indicator: tthc.on-time", [("W712", "tthc.on-time")]),
    # a rule that does not fit its indicator
    ("indicator: tthc.on-time", "indicator: direction.self-score-reported", [("W713", "proportional"), ("E306", "94"), ("E306", "100")]),
    ("{kind: per_case, direction: deduct, each: 0.25}", "{kind: survey}", [("W713", "survey")]),
    (
        "{kind: per_case, direction: deduct, each: 0.25}",
        '{kind: proportional, base: hundred}\n        otherwise: {comparator: "<=", value: 0}',
        [("W713", "proportional"), ("W714", "proportional")],
    ),
    ('{comparator: ">=", value: 95}', '{comparator: "<=", value: 95}', [("W714", "proportional"), ("W728", "3.76")]),
    ("indicator: tthc.on-time", "facts: {a: tthc.on-time}", [("W727", "{a: tthc.on-time}"), ("W729", "{numerator")]),
    (
        "indicator: tthc.on-time\n            rule: {kind: proportional, base: hundred, floor: 90}",
        'facts: {a: tthc.on-time}\n            rule: {kind: formula, expression: "points * a / 100 if a >= 90 else 0"}',
        [("W729", "{numerator")],
    ),
    (
        "indicator: inst.docs-unlawful\n        rule: {kind: per_case, direction: deduct, each: 0.25}",
        'facts: {a: staff.violations, b: inst.docs-unlawful}\n'
        '        rule: {kind: formula, expression: "1 if a + b < 1 else 0.5 if a < 3 and a > 4 else 0"}',
        [("W723", '"1 if'), ("W712", "staff.violations")],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: curve, through: [{at: 0, points: 1}, {at: 4, points: 0}]}",
        [],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: curve, through: [{at: 0, points: 0}, {at: 4, points: 1}]}",
        [("W718", "{kind: curve")],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: compare, against: previous, direction: lower, better: 1, equal: 0.5, worse: 0}",
        [],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: compare, against: previous, better: 1, equal: 0.5, worse: 0}",
        [("W718", "{kind: compare")],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: compare, against: target, direction: lower, better: 1, equal: 0.5, worse: 0}",
        [("W715", "{kind: compare")],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: change, direction: decrease, measured: percent, step: {every: 5, each: 0.25}}",
        [],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: change, direction: decrease, measured: absolute, step: {every: 5, each: 0.25, cap: 0.75}}",
        [("W720", "{kind: change")],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        "rule: {kind: change, direction: increase, measured: percent, bands: [{to: 0, points: 0}, {from: 0, points: 1}]}",
        [("W718", "{kind: change")],
    ),
    (
        "indicator: inst.docs-unlawful\n        rule: {kind: per_case, direction: deduct, each: 0.25}",
        "facts: {a: direction.inspection-plan-issued}\n        rule: {kind: formula, expression: points if a > 1 else 0}",
        [("W713", "direction.inspection-plan-issued")],
    ),
    ("rule: {kind: appraised}\n        scored_by: council", "rule: {kind: appraised}", [("W726", "{kind: appraised}")]),
    ("rule: {kind: survey}\n        scored_by: survey", "rule: {kind: survey}\n        scored_by: council", [("W726", "council")]),
    ("        evidence: [Văn bản]\n", "", [("W724", 'code: "1.3"')]),
    # thresholds
    ('            otherwise: {comparator: ">=", value: 95}\n', "", [("W715", "{kind: proportional"), ("W728", "3.76")]),
    ("due: {to: 2023-01-15, inclusive: false}, ", "", [("W715", "{kind: deadline"), ("W728", "2"), ("W728", "1")]),
    ("rule: {kind: bands, bands", "rule: {kind: bands, of: target, bands", [("W715", "{kind: bands")]),
    ("value: 95}", "value: 120}", [("W716", "120")]),
    ("value: 95}", "value: 2023-01-01}", [("W716", "2023-01-01"), ("W728", "3.76")]),
    (
        "indicator: direction.public-oversight\n        rule: {kind: meets}",
        'indicator: direction.public-oversight\n        rule: {kind: meets}\n        otherwise: {comparator: "==", value: 1}',
        [("W716", "1")],
    ),
    (
        "rule: {kind: per_case, direction: deduct, each: 0.25}",
        'rule: {kind: meets}\n        otherwise: {comparator: ">", value: 0}',
        [("W717", '">"')],
    ),
    # bands
    ("{from: 5, to: 20", "{from: 6, to: 20", [("E253", "{kind: bands")]),
    ("{from: 5, to: 20", "{from: 4, to: 20", [("E253", "{kind: bands")]),
    ("{from: 20, points: 2}", "{from: 20, to: 90, points: 2}", [("E252", "{kind: bands")]),
    ("{from: 5, to: 20, points: 1}, {from: 20, points: 2}", "{from: 5, to: 20, points: 2}, {from: 20, points: 1}", [("W718", "{kind: bands")]),
    ("{from: 20, points: 2}", "{from: 20, points: 1.5}", [("W720", "{kind: bands")]),
    ("{from: 20, points: 2}", "{from: 20, points: 2.5}", [("W721", "{kind: bands")]),
    (BANDS, "bands: [{to: 5, points: 2}, {from: 5, points: 2}]", [("W722", "{kind: bands")]),
    (BANDS, "bands: [{to: 5, points: 0}, {from: 5, to: 200, points: 2}, {from: 200, points: 2}]", [("W723", "{from: 200")]),
    (BANDS, "bands: [{from: 0, to: 0.5, points: 0}, {from: 0.5, points: 1}]", [("W720", "{kind: bands")]),
    ("floor: 90", "floor: 100", [("W723", "100"), ("W728", "3.76")]),
    # points that do not add up
    ("on_time: 2, late", "on_time: 1.5, late", [("W719", "1.5"), ("W728", "2")]),
    ("content: 0.25", "content: 0.5", [("W719", "[{period")]),
    ("{id: bao-cao, points: 0.5}", "{id: bao-cao, points: 0.25}", [("W719", "[{id: van-ban")]),
    ("each: 0.25}", "each: 0.25, cap: 0.5}", [("W720", "{kind: per_case")]),
    ("direction: deduct, each: 0.25", "direction: add, each: 0.25", [("W718", "{kind: per_case")]),
    ("kind: survey}", "kind: survey, shares: {A: 100, B: 60}}", []),
    ("kind: survey}", "kind: survey, shares: {A: 80, B: 60}}", [("W720", "{kind: survey")]),
    ("kind: survey}", "kind: survey, shares: {A: 120, B: 60}}", [("E221", "120")]),
    # checklists
    ("id: bao-cao,", "id: bao-cao-nam,", [("W725", "[{id: van-ban"), ("E312", "bao-cao-nam")]),
    # cases
    ("points: 3.76}", "points: 3.75}", [("W728", "3.75")]),
    ("{facts: {date: 2023-01-15}, points: 1}", "{facts: {date: 2023-01-15}, status: missing}", [("W728", "missing")]),
    ("{facts: {date: 2023-01-15}, points: 1}", "{facts: {count: 1}, points: 1}", [("E306", "1")]),
    # days, spans, classes, caps
    ("due: {to: 2023-01-15", "due: {to: 2021-01-15", [("W730", "2021-01-15"), ("W728", "2"), ("W728", "1")]),
    ("period: 2023-6m", "period: 2022-6m", [("W730", "2022-6m")]),
    ("to: 2023-06-20", "to: 2022-06-20", [("W730", "2022-06-20")]),
    ("to: 2023-12-14", "to: 2024-12-14", [("W730", "2024-12-14")]),
    ("date: {from: 2022-12-01", "date: {from: 2024-12-01", [("W731", "2023-12-31")]),
    ("  date: {from", "  ngay: {from", [("W732", "{from")]),
    ("name: Yếu, from: 0", "name: Yếu, from: 50", [("W733", "- {name: Tốt")]),
    ("name: Yếu, from: 0", "name: Yếu, from: 0, gates: [{code: tthc, least: 1}]", [("W733", "- {name: Tốt")]),
    ("{name: Yếu, from: 0}", "{name: Yếu, from: 0}\n      - {name: Kém, from: 0}", [("W734", "0")]),
    ('code: "2.1", least', 'code: "2.9", least', [("W735", '"2.9"')]),
    ("code: tthc, least", "code: tthc-online, least", [("W735", "tthc-online")]),
    ('code: "2.1", least', 'code: "2.1.1", least', []),
    ("least: 70", "least: 700", [("W736", "700")]),
    ("from: 80, gates", "from: 800, gates", [("W736", "800")]),
    ("mac-dinh:", "phuong:", [("W737", "phuong")]),
    ("  bonus_cap: 1\n", "", [("W738", "bonus")]),
    ("  penalty_cap: 2\n", "", [("W738", "penalty")]),
]  # fmt: skip


def test_the_good_set_is_good() -> None:
    assert findings(GOOD) == []


@pytest.mark.parametrize(("old", "new", "expected"), MUTATIONS, ids=range(len(MUTATIONS)))
def test_each_way_to_break_it_gives_its_code(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert GOOD.count(old) == 1, f"the set says {old!r} {GOOD.count(old)} times"
    found = [(finding.code, shown(finding)) for finding in findings(GOOD.replace(old, new))]
    assert [code for code, _ in found] == [code for code, _ in expected], found
    for (_, text), (_, begins) in zip(found, expected, strict=True):
        assert text.startswith(begins)


def test_facts_of_a_fall_are_told_in_both_languages() -> None:
    rule = 'rule: {kind: formula, expression: "points - points * a.numerator / (a.denominator + b.denominator)"}'
    old = "indicator: tthc.on-time\n            rule: {kind: proportional, base: hundred, floor: 90}"
    broken = GOOD.replace(old, f"facts: {{a: tthc.on-time, b: tthc.early}}\n            {rule}")
    (fall,) = (finding for finding in findings(broken) if finding.code == "W718")
    assert "a = 0,01/100, b = 0/100: " in message(fall)
    assert "a = 0.01/100, b = 0/100: " in message(fall, "en")


def test_enough_ways() -> None:
    assert len(MUTATIONS) >= 40
    assert len({code for _, _, expected in MUTATIONS for code, _ in expected}) >= 30
