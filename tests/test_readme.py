"""The README's commands are run, and print what it shows."""

from __future__ import annotations

import pytest

from tests.guide import ROOT, Typed, matches, run, steps

SHOWN = [each for each in steps((ROOT / "README.md").read_text(encoding="utf-8")) if isinstance(each, Typed)]


def test_the_readme_shows_output() -> None:
    assert len(SHOWN) >= 2


@pytest.mark.parametrize("step", SHOWN, ids=[each.command for each in SHOWN])
def test_shown_output(step: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PARINDEX_LANG", raising=False)
    printed, code = run(step.command)
    assert matches(step.shown, printed), printed
    assert code == step.code
