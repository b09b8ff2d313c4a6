"""The example of each diagnostic of a set gives that diagnostic alone, and the mended one gives none."""

from __future__ import annotations

import pytest

from parindex.checks.entry import Entry, Example
from parindex.checks.registry import REGISTRY
from parindex.checks.render import message, remedy, render
from tests.checks.criteria.good import findings

HEAD = "kind: criteria\nformat: 1\nid: vi-du\ntitle: Ví dụ\nlevel: commune\nyear: 2023\n"
ENTRIES = [entry for code, entry in REGISTRY.items() if "W704" <= code <= "W738" and not "W707" <= code <= "W709"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_example(entry: Entry) -> None:
    assert isinstance(entry.example, Example)
    bad = findings(HEAD + entry.example.bad)
    assert {finding.code for finding in bad} == {entry.code}
    assert findings(HEAD + entry.example.good) == []
    for lang in ("vi", "en"):
        assert "…" not in message(bad[0], lang), "a datum is missing"
        assert "…" not in remedy(bad[0], lang), "a datum is missing"
        assert "^" in render(bad[0], lang)
