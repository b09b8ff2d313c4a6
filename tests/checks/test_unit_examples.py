"""The examples of units and projects: the bad one gives its code alone, the good one nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from parindex.checks.entries import rule_examples
from parindex.checks.entries.unit_examples import EXAMPLES as OF_UNITS
from parindex.checks.entry import Example
from parindex.checks.examples import EXAMPLES
from parindex.files.library import Library
from parindex.files.overlay import criteria_of
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from tests.checks import small_repository


@pytest.mark.parametrize("code", OF_UNITS)
def test_example(code: str, tmp_path: Path) -> None:
    small_repository.make(tmp_path)
    example = EXAMPLES[code]
    assert example is OF_UNITS[code]
    assert isinstance(example, Example)
    bad = small_repository.findings(tmp_path, example.bad, example.kind)
    assert [told.code for told in bad] == [code]
    (told,) = bad
    assert told.line is not None
    assert "^" in told.text
    assert "…" not in told.message + told.remedy
    assert [told.code for told in small_repository.findings(tmp_path, example.good, example.kind)] == []


OVERLAYS = [code for code in rule_examples.EXAMPLES if code.startswith("E3")]
HEAD = {"kind": "criteria", "format": "1", "id": "rieng", "title": "R", "level": "commune", "year": "2023"}


@pytest.mark.parametrize("code", OVERLAYS)
def test_example_of_an_overlay(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    assert isinstance(example, Example)
    assert overlaid(example.bad, tmp_path) == [code]
    assert overlaid(example.good, tmp_path) == []


def overlaid(text: str, folder: Path) -> list[str]:
    path = folder / "own.yaml"
    path.write_text(small_repository.whole(HEAD, text), encoding="utf-8")
    try:
        criteria_of(read(path, "own.yaml"), Library().base)
    except Unusable as problem:
        return [finding.code for finding in problem.findings]
    return []
