"""Whatever is typed into a unit's file, the checks end in findings that can be shown."""

from __future__ import annotations

import re
import string
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parindex.checks.references import check_unit
from parindex.checks.registry import REGISTRY
from parindex.checks.render import render
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.model.unit import Unit
from tests.checks.conftest import UNIT

MORE = (
    UNIT
    + """\
  direction.directives:
    values: {count: 3, excluded: [{count: 1, reason: trùng}]}
    periods: {2023-Q1: {values: {count: 1}, evidence: [{doc: bc-212}]}}
reports: {direction.par-reports: {2023-Q1: {signed: 2023-03-10, sent_at: 2023-03-14}}}
tasks: {phu-son-2023: {pl-07-2: {done: 2023-12-20, parts: {1: {done: 2023-12-20}}}}}
inspections: [{by: Đoàn kiểm tra, findings: 2, remedied: 1, conclusion: {doc: bc-212}}]
not_arising: {tthc.early: {reason: không phát sinh}}
claims: {3.1.1: 4}
explanations: {3.1.1: theo số liệu}
previous: {facts: {tthc.on-time: {numerator: 9, denominator: 10}}}
"""
)
SPOTS = [match.span() for match in re.finditer(r"[\w./-]+", MORE)]
WORDS = st.sampled_from(
    [
        "0",
        "-1",
        "1.176",
        "2023",
        "2024-01-01",
        "x",
        "kh-05",
        "tthc.on-time",
        "true",
        "~",
        "[]",
        "{}",
        "../x",
        "/x",
        "a\\b",
    ]
)
LIBRARY = Library()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spots=st.lists(st.sampled_from(SPOTS), min_size=1, max_size=4, unique=True),
    words=st.lists(WORDS, min_size=4, max_size=4),
)
def test_any_words_give_findings_that_can_be_shown(
    folder: Path, spots: list[tuple[int, int]], words: list[str]
) -> None:
    text = MORE
    for (start, end), word in zip(sorted(spots, reverse=True), words, strict=False):
        text = text[:start] + word + text[end:]
    lines = text.splitlines()
    try:
        unit, document = load_model(text.encode(), Unit, "unit.yaml")
        findings = check_unit(unit, document, LIBRARY, folder / "unit.yaml").findings
    except Unusable as problem:
        findings = problem.findings
    for finding in findings:
        assert finding.code in REGISTRY
        assert finding.place is not None
        assert finding.place.text == lines[finding.place.line - 1]
        for lang in ("vi", "en"):
            shown = render(finding, lang)
            assert shown.startswith(f"unit.yaml:{finding.place.line}:{finding.place.column}: {finding.code} ")
        entry = REGISTRY[finding.code]
        assert names(entry.message.vi) | names(entry.remedy.vi) <= set(finding.data)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_unmutated_unit_is_good(folder: Path) -> None:
    unit, document = load_model(MORE.encode(), Unit, "unit.yaml")
    assert check_unit(unit, document, LIBRARY, folder / "unit.yaml").findings == ()
