"""What stands between the shell and the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from parindex.cli.main import expanded


def test_patterns_are_expanded_where_the_shell_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("tham-dinh-b.xlsx", "tham-dinh-a.xlsx", "khac.xlsx", "mau1.xlsx"):
        (tmp_path / name).touch()
    typed = ["appraise", "merge", "tham-dinh-*.xlsx", "khong-co-*.xlsx", "-o", "mau[1].xlsx"]
    named = ["appraise", "merge", "tham-dinh-a.xlsx", "tham-dinh-b.xlsx", "khong-co-*.xlsx", "-o", "mau[1].xlsx"]
    assert expanded(typed, windows=True) == named
    assert expanded(typed, windows=False) == typed
