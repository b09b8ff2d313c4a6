"""SARIF that the official schema accepts and an independent reader understands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from parindex.checks.registry import REGISTRY
from parindex.reports.findings.sarif import sarif
from tests.reports.findings.making import EMPTY, LINE, MIXED, listing, one

SCHEMA = Path(__file__).parents[4] / "shared" / "schemas" / "sarif-schema-2.1.0.json"


def run(text: str) -> Any:
    (only,) = json.loads(text)["runs"]
    return only


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the official schema does not lie beside the repository")
@pytest.mark.parametrize("given", [MIXED, EMPTY, listing(lang="en")])
def test_valid_by_the_official_schema(given: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(json.loads(sarif(given)))] == []
    assert not validator.is_valid({**json.loads(sarif(given)), "version": "2.0"})


def test_an_independent_reader_counts_the_same(tmp_path: Path) -> None:
    loader = pytest.importorskip("sarif.loader", reason="sarif-tools is not installed")
    path = tmp_path / "a.sarif"
    path.write_text(sarif(MIXED), encoding="utf-8")
    read = loader.load_sarif_file(str(path))
    records = read.get_records()
    assert [(each["Severity"], each["Code"], each["Line"]) for each in records][:3] == [
        ("error", "E204", 3),
        ("warning", "W502", 3),
        ("note", "W509", 7),
    ]
    # The reader joins the location with the root of the run; what is accepted is suppressed, and it says so.
    assert len(records) in (5, 6)
    assert read.get_distinct_tool_names() == ["parindex"]


def test_all_rules_are_declared_even_when_nothing_is_found() -> None:
    rules = run(sarif(EMPTY))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(REGISTRY)
    assert run(sarif(EMPTY))["results"] == []


def test_results_point_at_their_rules_and_places() -> None:
    log = run(sarif(MIXED))
    assert log["columnKind"] == "unicodeCodePoints"
    rules = log["tool"]["driver"]["rules"]
    for result in log["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    first = log["results"][0]["locations"][0]["physicalLocation"]
    assert first["region"] == {"startLine": 3, "startColumn": 10, "endColumn": 15, "snippet": {"text": LINE}}
    assert first["artifactLocation"] == {"uri": "kho/x%C3%A3%20a.yaml", "uriBaseId": "SRCROOT"}
    assert "region" not in log["results"][3]["locations"][0]["physicalLocation"]
    absolute = log["results"][4]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert absolute == {"uri": "file:///tuy%E1%BB%87t/%C4%91%E1%BB%91i.yaml"}


def test_accepted_findings_are_suppressed_with_their_reason() -> None:
    *found, accepted = run(sarif(MIXED))["results"]
    assert all("suppressions" not in each for each in found)
    assert accepted["suppressions"] == [{"kind": "external", "justification": "số do cấp trên giữ"}]


def test_fingerprints_survive_moved_lines_and_tell_equal_findings_apart() -> None:
    def marks(*codes_and_lines: tuple[str, int]) -> list[str]:
        told = [one(code, line=line) for code, line in codes_and_lines]
        return [each["partialFingerprints"]["parindexRoute/v1"] for each in run(sarif(listing(*told)))["results"]]

    assert len(set(marks(("E204", 3), ("E204", 3), ("E203", 3)))) == 3
    moved = one("E204", line=3)
    below = type(moved)(**{name: getattr(moved, name) for name in moved.__slots__} | {"line": 9})
    (first,), (second,) = (
        [each["partialFingerprints"] for each in run(sarif(listing(told)))["results"]] for told in (moved, below)
    )
    assert first == second
