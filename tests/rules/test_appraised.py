"""The council's own points."""

from __future__ import annotations

from tests.rules.helpers import give, n, rule


def test_always_pending_never_zero() -> None:
    assert give(rule(kind="appraised"), None, 3) == "pending.council"
    assert give(rule(kind="appraised"), n(1), 3) == "pending.council"
