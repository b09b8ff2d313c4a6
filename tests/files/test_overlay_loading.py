"""A set that extends another: the plain set that results, and every fault in the overlay's own file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from parindex.checks.render import message, remedy
from parindex.checks.sets import check_criteria
from parindex.files.library import Library
from parindex.files.unusable import Unusable
from parindex.model.criteria import CriteriaSet, Group, Node
from parindex.values.findings import Finding

BASE = """\
kind: criteria
format: 1
id: goc
title: Gốc
level: commune
year: 2023
scale: 6
data_period: {from: 2022-12-15, to: 2023-12-14}
policy: {ties: exact}
domains:
  - id: the-che
    code: "1"
    name: Thể chế
    points: 4
    criteria:
      - code: "1.1"
        name: Nhóm
        criteria:
          - {code: 1.1.1, name: A, points: 1, indicator: inst.docs-lawful, evidence: [A], appraised_by: Tư pháp,
             rule: {kind: meets}, otherwise: {comparator: "==", value: 100}, note: cũ}
          - {code: 1.1.2, name: B, points: 2, indicator: inst.docs-reviewed, evidence: [B], appraised_by: Tư pháp,
             rule: {kind: meets}, otherwise: {comparator: "==", value: 100}}
      - {code: "1.2", name: C, points: 1, indicator: inst.docs-handled, evidence: [C], appraised_by: Tư pháp,
         rule: {kind: meets}, otherwise: {comparator: "==", value: 100}}
  - id: tthc
    code: "2"
    name: Thủ tục
    criteria:
      - {code: "2.1", name: D, points: 2, indicator: tthc.on-time, evidence: [D], appraised_by: Văn phòng,
         rule: {kind: meets}, otherwise: {comparator: ">=", value: 95}}
"""

HEAD = """\
kind: criteria
format: 1
id: con
title: Con
extends: goc
level: district
year: 2024
"""

LEAF = """\
{code: "CODE", name: Mới, points: 1, indicator: tthc.early, evidence: [E], rule: {kind: meets},
         otherwise: {comparator: ">=", value: 80}}"""


def library(root: Path, overlay: str, **others: str) -> Library:
    folder = root / "criteria"
    folder.mkdir()
    for name, text in {"goc": BASE, "con": HEAD + overlay, **others}.items():
        (folder / f"{name}.yaml").write_text(text)
    return Library(root)


def outline(criteria: CriteriaSet) -> list[str]:
    def codes(nodes: list[Node]) -> list[str]:
        return [
            code for node in nodes for code in (node.code, *(codes(node.criteria) if isinstance(node, Group) else []))
        ]

    return [code for domain in criteria.domains for code in (domain.code, *codes(domain.criteria))]


def leaf(criteria: CriteriaSet, code: str):  # type: ignore[no-untyped-def]
    return next(leaf for _, leaf in criteria.leaves() if leaf.code == code)


def faults(root: Path, overlay: str, **others: str) -> list[Finding]:
    with pytest.raises(Unusable) as caught:
        library(root, overlay, **others).criteria("con")
    return list(caught.value.findings)


def shown(finding: Finding) -> str:
    assert finding.place is not None
    end = finding.place.end_column
    return finding.place.text[finding.place.column - 1 : end - 1 if end else None]


def test_an_overlay_without_changes_is_the_base_under_its_own_name(tmp_path: Path) -> None:
    both = library(tmp_path, "")
    base, own = both.criteria("goc"), both.criteria("con")
    assert type(own) is CriteriaSet
    assert own.domains == base.domains
    assert (own.id, own.title, own.level, own.year, own.status) == ("con", "Con", "district", 2024, "reference")
    assert (own.scale, own.policy, own.data_period) == (base.scale, base.policy, base.data_period)


def test_scale_policy_and_periods_are_replaced_whole(tmp_path: Path) -> None:
    own = library(
        tmp_path,
        "scale: 10\npolicy: {not_arising: full}\nwindows: {mac-dinh: {from: 2024-01-01, to: 2024-12-31}}\nnote: N\n",
    ).criteria("con")
    assert (own.scale, own.note) == (10, "N")
    assert (own.policy.not_arising, own.policy.ties) == ("full", "shared")
    assert list(own.windows) == ["mac-dinh"]


def test_drop_change_and_add(tmp_path: Path) -> None:
    own = library(
        tmp_path,
        "drop: [1.1.2]\n"
        "change:\n"
        '  "1": {name: Cải cách thể chế, points: 3}\n'
        '  "1.1": {points: 1}\n'
        "  1.1.1: {name: A2, note: null, rule: {kind: proportional, base: hundred, floor: 50}}\n"
        "add:\n"
        f"  - {{under: the-che, after: '1.1', criteria: [{LEAF.replace('CODE', '1.3')}]}}\n"
        f"  - {{under: '1.1', criteria: [{LEAF.replace('CODE', '1.1.3')}]}}\n"
        f"  - {{under: '2', criteria: [{LEAF.replace('CODE', '2.2')}]}}\n",
    ).criteria("con")
    assert outline(own) == ["1", "1.1", "1.1.1", "1.1.3", "1.3", "1.2", "2", "2.1", "2.2"]
    assert (own.domains[0].name, own.domains[0].points) == ("Cải cách thể chế", 3)
    changed = leaf(own, "1.1.1")
    assert (changed.name, changed.note, changed.rule.kind, changed.rule.floor) == ("A2", None, "proportional", 50)
    # What is not named stays.
    assert (changed.points, changed.indicator, changed.appraised_by) == (1, "inst.docs-lawful", "Tư pháp")


def test_a_field_is_replaced_whole(tmp_path: Path) -> None:
    own = library(tmp_path, "change: {1.1.1: {evidence: [X], otherwise: {comparator: '>=', value: 90}}}\n").criteria(
        "con"
    )
    assert leaf(own, "1.1.1").evidence == ["X"]
    assert leaf(own, "1.1.1").otherwise.value == Decimal(90)


def test_the_appraiser_of_a_domain_is_that_of_its_leaves_and_one_leaf_may_differ(tmp_path: Path) -> None:
    own = library(
        tmp_path,
        "change: {1.1.2: {appraised_by: Thanh tra}, '1.1': {appraised_by: Sở B}, '1': {appraised_by: Sở Tư pháp}}\n"
        f"add: [{{under: '1.1', criteria: [{LEAF.replace('CODE', '1.1.3')}]}}]\n",
    ).criteria("con")
    appraisers = {leaf.code: leaf.appraised_by for _, leaf in own.leaves()}
    assert appraisers == {"1.1.1": "Sở B", "1.1.2": "Thanh tra", "1.1.3": None, "1.2": "Sở Tư pháp", "2.1": "Văn phòng"}


def test_a_group_may_be_dropped_whole_and_filled_anew(tmp_path: Path) -> None:
    own = library(
        tmp_path,
        "drop: ['1.1', '2.1']\n"
        "add:\n"
        f"  - {{under: tthc, criteria: [{{code: '2.2', name: N, criteria: [{LEAF.replace('CODE', '2.2.1')}]}}]}}\n"
        f"  - {{under: '2.2', after: 2.2.1, criteria: [{LEAF.replace('CODE', '2.2.2')}]}}\n",
    ).criteria("con")
    assert outline(own) == ["1", "1.2", "2", "2.2", "2.2.1", "2.2.2"]


def test_a_dropped_code_may_be_given_to_another_criterion(tmp_path: Path) -> None:
    own = library(
        tmp_path, f"drop: ['2.1']\nadd: [{{under: tthc, criteria: [{LEAF.replace('CODE', '2.1')}]}}]\n"
    ).criteria("con")
    assert leaf(own, "2.1").indicator == "tthc.early"


def test_an_overlay_of_an_overlay(tmp_path: Path) -> None:
    last = HEAD.replace("id: con", "id: chau").replace("extends: goc", "extends: con")
    both = library(tmp_path, "drop: [1.1.2]\n", chau=last + "change: {1.1.1: {points: 5}}\n")
    assert outline(both.criteria("chau")) == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]
    assert leaf(both.criteria("chau"), "1.1.1").points == 5
    assert leaf(both.criteria("con"), "1.1.1").points == 1
    names = [document.name for document in both.document("criteria", "chau").sources]
    assert names == ["criteria/chau.yaml", "criteria/con.yaml", "criteria/goc.yaml"]


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("drop: [1.1.3]\n", [("E320", "1.1.3", "1.1.2")]),
        ("drop: ['1.1', 1.1.2]\n", [("E327", "1.1.2", None)]),
        ("drop: ['2.1']\n", [("E326", "'2.1'", None)]),
        ("drop: [1.1.1, 1.1.2]\n", [("E326", "1.1.2", None)]),
        ("change: {1.1.9: {points: 1}}\n", [("E320", "1.1.9", "1.1.2")]),
        ("drop: [1.1.2]\nchange: {1.1.2: {points: 1}}\n", [("E327", "1.1.2", None)]),
        ("change: {'1.1': {rule: {kind: meets}}}\n", [("E322", "rule", None)]),
        ("change: {1.1.1: {maps_to: tthc}}\n", [("E322", "maps_to", None)]),
        ("change: {1.1.1: {name: null}}\n", [("E227", "null", None)]),
        ("change: {1.1.1: {cases: null}}\n", [("E227", "null", None)]),
        ("change: {1.1.1: {facts: {a: inst.docs-lawful}}}\n", [("E243", "{facts: {a: inst.docs-lawful}}}", None)]),
        ("change: {1.1.1: {points: 1,5}}\n", [("E204", "1,5", None)]),
        ("change: {1.1.1: {points: '1,5'}}\n", [("E204", "'1,5'", None)]),
        ("change: {1.1.1: {rule: {kind: meet}}}\n", [("E229", "meet", "meets")]),
        ("change: {1.1.1: {poinst: 1}}\n", [("E202", "poinst", "points")]),
        ("change: {1.1.1: {code: 1.1.4}}\n", [("E202", "code", None)]),
        ("domains: []\n", [("E202", "domains", None)]),
        ("extend: x\n", [("E202", "extend", "extends")]),
        (f"add: [{{under: the-chee, criteria: [{LEAF.replace('CODE', '9')}]}}]\n", [("E320", "the-chee", "the-che")]),
        (f"add: [{{under: 1.1.1, criteria: [{LEAF.replace('CODE', '9')}]}}]\n", [("E324", "1.1.1", None)]),
        (f"add: [{{under: '1', after: 1.1.1, criteria: [{LEAF.replace('CODE', '9')}]}}]\n", [("E325", "1.1.1", None)]),
        (f"add: [{{under: '1', after: '1.3', criteria: [{LEAF.replace('CODE', '9')}]}}]\n", [("E320", "'1.3'", "1.2")]),
        (f"add: [{{under: '1', criteria: [{LEAF.replace('CODE', '2.1')}]}}]\n", [("E323", '"2.1"', None)]),
        (
            f"add: [{{under: '1', criteria: [{LEAF.replace('CODE', '9')}, {LEAF.replace('CODE', '9')}]}}]\n",
            [("E323", '"9"', None)],
        ),
        (f"drop: ['2']\nadd: [{{under: tthc, criteria: [{LEAF.replace('CODE', '9')}]}}]\n", [("E327", "tthc", None)]),
        (
            "drop: [9.9]\nchange: {8.8: {points: 1}}\nadd: []\n",
            [("E320", "9.9", None), ("E320", "8.8", None)],
        ),
    ],
)
def test_faults_are_placed_in_the_overlay(
    tmp_path: Path, overlay: str, found: list[tuple[str, str, str | None]]
) -> None:
    findings = faults(tmp_path, overlay)
    assert [(one.code, shown(one), one.data.get("close")) for one in findings] == found
    for one in findings:
        assert one.file == "criteria/con.yaml"
        assert one.place is not None
        assert one.place.line > HEAD.count("\n")
        assert message(one)
        assert remedy(one, "en")


@pytest.mark.parametrize(
    ("fields", "code", "at", "said"),
    [
        ("facts: {zx: a.b}, rule: {kind: formula, expression: points * zz / 100}", "E289", "zz", "ký tự thứ 10: không"),
        ("facts: {zx: a.b}, rule: {kind: formula, expression: points}", "E290", "points", "zx"),
    ],
)
def test_a_formula_of_an_overlay_is_told_whole(tmp_path: Path, fields: str, code: str, at: str, said: str) -> None:
    overlay = f"change: {{1.1.1: {{indicator: null, {fields}}}}}\n"
    (finding,) = faults(tmp_path, overlay)
    assert (finding.code, shown(finding)) == (code, at)
    assert said in message(finding)
    assert "…" not in message(finding)


def test_an_unknown_base_is_placed_on_extends(tmp_path: Path) -> None:
    (finding,) = faults(tmp_path, "", goc=BASE.replace("id: goc", "id: gocs"))
    assert (finding.code, finding.file, shown(finding), finding.data["close"]) == (
        "E301",
        "criteria/con.yaml",
        "goc",
        "gocs",
    )


@pytest.mark.parametrize(
    ("others", "chain"),
    [
        ({"con": HEAD.replace("extends: goc", "extends: con")}, "con → con"),
        (
            {
                "con": HEAD.replace("extends: goc", "extends: kia"),
                "kia": HEAD.replace("id: con", "id: kia").replace("extends: goc", "extends: con"),
            },
            "con → kia → con",
        ),
    ],
)
def test_a_cycle_is_told_with_its_chain(tmp_path: Path, others: dict[str, str], chain: str) -> None:
    (finding,) = faults(tmp_path, "", **others)
    assert (finding.code, finding.data["chain"], shown(finding)) == ("E321", chain, "con")


def test_two_sets_may_share_a_base(tmp_path: Path) -> None:
    shared = library(tmp_path, "drop: [1.1.2]\n", kia=HEAD.replace("id: con", "id: kia"))
    assert outline(shared.criteria("kia")) == outline(shared.criteria("goc"))
    assert "1.1.2" not in outline(shared.criteria("con"))


def test_faults_of_the_base_stay_in_the_base(tmp_path: Path) -> None:
    (finding,) = faults(tmp_path, "", goc=BASE.replace("scale: 6", "scale: x"))
    assert (finding.code, finding.file, shown(finding)) == ("E203", "criteria/goc.yaml", "x")


def test_a_file_without_domains_and_extends_is_told_what_it_lacks(tmp_path: Path) -> None:
    codes = [one.code for one in faults(tmp_path, "", con=HEAD.replace("extends: goc\n", ""))]
    assert codes == ["E201", "E201"]


def test_checks_of_the_result_speak_of_the_file_in_which_a_thing_stands(tmp_path: Path) -> None:
    both = library(
        tmp_path,
        'change:\n  "1": {points: 9}\n  1.1.2: {indicator: a.b}\n'
        + f"add: [{{under: '1.1', after: 1.1.1, criteria: [{LEAF.replace('CODE', '7')}]}}]\n".replace(
            "tthc.early", "c.d"
        ),
        goc=BASE.replace("inst.docs-handled", "e.f"),
    )
    criteria, document = both.criteria("con"), both.document("criteria", "con")
    found = {
        (one.code, one.file.removeprefix("criteria/"), shown(one))
        for one in check_criteria(criteria, document, both.indicators)
    }
    assert {
        ("E303", "con.yaml", "a.b"),
        ("E303", "con.yaml", "c.d"),
        ("E303", "goc.yaml", "e.f"),
        ("W705", "con.yaml", "9"),
        ("W704", "goc.yaml", "6"),
    } <= found


def test_places_of_the_appraiser_of_a_domain(tmp_path: Path) -> None:
    both = library(tmp_path, 'change:\n  "1": {appraised_by: X}\n')
    document = both.document("criteria", "con")
    route = ("domains", 0, "criteria", 0, "criteria", 0)
    assert document.finding("E303", (*route, "appraised_by")).file == "criteria/con.yaml"
    assert document.finding("E303", (*route, "name")).file == "criteria/goc.yaml"
    assert document.key_finding("E303", (*route, "name")).file == "criteria/goc.yaml"
    assert document.place((*route, "name")).text.strip().startswith("- {code: 1.1.1")
    assert document.finding("E303", ("title",)).file == "criteria/con.yaml"
