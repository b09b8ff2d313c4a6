"""The published schemas: valid, generous where the reader is, and strict where it is; by an independent validator."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.jobs.schema import ALL, NAMES, schema_of
from parindex.jobs.score import score_file
from parindex.model.kinds import KINDS
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.values.records import to_json
from tests.checks.conftest import UNIT
from tests.jobs.yaml12 import load

ROOT = Path(__file__).parents[2]
SHIPPED = [
    path
    for folder in ("criteria", "plans", "examples")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
]
FORMS = {"2020-12": (Draft202012Validator, False), "draft-07": (Draft7Validator, True)}
VALIDATORS = {
    (form, name): validator(schema_of(name, editor=editor))
    for form, (validator, editor) in FORMS.items()
    for name in NAMES
}


def wrong(form: str, name: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[form, name].iter_errors(data)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", FORMS)
def test_is_a_valid_schema(form: str, name: str) -> None:
    validator, editor = FORMS[form]
    schema = schema_of(name, editor=editor)
    validator.check_schema(schema)
    assert jsonschema.validators.validator_for(schema) is validator
    text = json.dumps(schema)
    assert ("#/$defs/" in text) <= (not editor)
    assert ("#/definitions/" in text) <= editor


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    data = load(text)
    for form in FORMS:
        assert wrong(form, data["kind"], data)[:3] == []
        assert wrong(form, ALL, data)[:3] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_file_names_its_schema_for_editors(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# yaml-language-server: $schema=")
    named = (path.parent / first.partition("=")[2]).resolve()
    kind = load(path.read_text(encoding="utf-8"))["kind"]
    assert named == ROOT / "docs" / "schema" / f"{kind}.json"
    assert named.is_file()


CHANGES = [
    ("year: 2023", "yaer: 2023"),
    ("year: 2023", "year: 1923"),
    ("year: 2023", "year: nay"),
    ("year: 2023", "year: true"),
    ("year: 2023", 'year: "02023"'),
    ("    date: 2023-01-12\n", "    pages: 1_5\n    date: 2023-01-12\n"),
    ("    date: 2023-01-12\n", "    pages: true\n    date: 2023-01-12\n"),
    ("level: commune", "level: xa"),
    ("criteria: cap-xa-2023", "criteria: Cấp xã"),
    ("criteria: cap-xa-2023\n", ""),
    ("form: administrative", "form: hanh-chinh"),
    ("date: 2023-01-12\n    title", "date: 2023-13-12\n    title"),
    ("numerator: 1164", "numerator: -1164"),
    ("numerator: 1164", "numerator: 1.164,0"),
    ("numerator: 1164", 'numerator: "-1164"'),
    ("numerator: 1164", "numerator: mot"),
    ("numerator: 1164", "numerator: [1164]"),
    ("numerator: 1164", "numerator: true"),
    ("  tthc.on-time:", "  TTHC:"),
    ("evidence: [{doc: kh-05}]", "evidence: kh-05"),
    ("evidence: [{doc: kh-05}]", "evidence: [{dox: kh-05}]"),
    ("plans: [phu-son-2023]", "plans: phu-son-2023"),
    ("plans: [phu-son-2023]", "plans:"),
    ("facts:", "facts: []\nfactz:"),
    ("format: 1", "format: 2"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES, ids=[new for _, new in CHANGES])
def test_what_the_reader_refuses_for_its_form_the_schema_refuses(old: str, new: str) -> None:
    assert old in UNIT
    text = UNIT.replace(old, new, 1)
    with pytest.raises(Unusable):
        load_model(text.encode(), Unit, "f")
    data = load(text)
    for form in FORMS:
        assert wrong(form, "unit", data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("numerator: 1164", 'numerator: "1164"'),
        ("numerator: 1164", "numerator: 1164.50"),
        ("year: 2023", 'year: "2023"'),
        ("    date: 2023-01-12\n", '    pages: "12"\n    date: 2023-01-12\n'),
        ("    date: 2023-01-12\n", "    pages: ~\n    date: 2023-01-12\n"),
        ("format: 1", 'format: "1"'),
        ("title: Báo cáo kiểm soát TTHC năm 2023", "title: 2023"),
        ("title: Báo cáo kiểm soát TTHC năm 2023", "title: no"),
        ("title: Báo cáo kiểm soát TTHC năm 2023", "number: 21.00\n    title: x"),
        ("    as_of: 2023-12-14\n", ""),
        ("as_of: 2023-12-14", "as_of: ~"),
        ("facts:", "explanations: {3.1: giải trình, 3.1.1: y}\nfacts:"),
        ("facts:", "claims: {1: 2, 3.1: 4.5}\nfacts:"),
    ],
)
def test_what_the_reader_accepts_the_schema_accepts(old: str, new: str) -> None:
    assert old in UNIT
    text = UNIT.replace(old, new, 1)
    load_model(text.encode(), Unit, "f")
    data = load(text)
    for form in FORMS:
        assert wrong(form, "unit", data) == []


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("98.5", True),
        ('"98"', True),
        ("2023-12-25", True),
        ("previous", True),
        ("true", True),
        ("nhiều", False),
        ('"98,5"', False),
        ("25/12/2023", False),
        ("2023-13-01", False),
        ("Previous", False),
        ('"true"', False),
    ],
)
def test_the_value_of_a_target(value: str, fits: bool) -> None:
    text = (ROOT / "plans" / "phu-son-2023.yaml").read_text(encoding="utf-8")
    changed = re.sub(r"(\bvalue: )[^,}\n]+", rf"\g<1>{value}", text, count=1)
    try:
        load_model(changed.encode(), Plan, "f")
    except Unusable:
        assert not fits
    else:
        assert fits
    for form in FORMS:
        assert (wrong(form, "plan", load(changed)) == []) == fits


def test_editors_are_told_of_the_rule_that_is_meant() -> None:
    text = (ROOT / "criteria" / "cap-xa-2023.yaml").read_text(encoding="utf-8")
    broken = text.replace("{kind: proportional, base: hundred, floor: 90}", "{kind: proportional, base: hundert}", 1)
    assert broken != text
    (message,) = wrong("draft-07", "criteria", load(broken))
    assert message.startswith("$.domains[")
    assert ".rule.base: 'hundert' is not one of" in message
    unknown = text.replace("{kind: proportional, base: hundred, floor: 90}", "{kind: proportionl}", 1)
    (message,) = wrong("draft-07", "criteria", load(unknown))
    assert ".rule.kind: 'proportionl' is not one of" in message


def test_a_set_that_extends_another_is_an_overlay() -> None:
    head = {"kind": "criteria", "format": 1, "id": "a", "title": "A", "level": "commune", "year": 2023}
    for form in FORMS:
        assert wrong(form, "criteria", {**head, "extends": "b", "drop": ["1.1"]}) == []
        assert wrong(form, "criteria", {**head, "extends": "b", "domains": []})
        assert wrong(form, "criteria", {**head, "drop": ["1.1"]})


def test_a_score_sheet_is_valid() -> None:
    sheet = score_file(ROOT / "examples" / "phu-son-2023" / "unit.yaml").sheet
    assert sheet is not None
    data = json.loads(to_json(sheet))
    for form in FORMS:
        assert wrong(form, "sheet", data) == []
        assert wrong(form, "sheet", {**data, "totals": None})


def described(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for name, each in node.get("properties", {}).items():
            yield f"{path}.{name}", each
        for key, each in node.items():
            yield from described(each, f"{path}.{key}")
    elif isinstance(node, list):
        for number, each in enumerate(node):
            yield from described(each, f"{path}[{number}]")


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_in_both_languages(kind: str) -> None:
    keys = [(path, each) for path, each in described(schema_of(kind)) if ".if." not in path]
    assert len(keys) > 5
    assert [path for path, each in keys if len(each.get("description", "").split("\n")) < 2] == []
