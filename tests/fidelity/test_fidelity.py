"""The shipped plans against their sources, where the sources are present (they are not part of the repository)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .__main__ import FAULTS, ROOT, check_file, main
from .folding import load_faults

SOURCES = Path(os.environ.get("PARINDEX_SOURCES") or ROOT.parent / "shared" / "seeds")
PLANS = sorted((ROOT / "plans").glob("*.yaml"))


def _sources() -> Path:
    if not SOURCES.is_dir():
        pytest.skip(reason=f"the source documents are not here: {SOURCES} (set PARINDEX_SOURCES)")
    return SOURCES


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_plan_agrees_with_its_source(path: Path) -> None:
    report = check_file(path, _sources())
    assert report.problems == []
    assert report.locators > 0


def test_every_reviewed_fault_stands_in_its_document() -> None:
    for fault in load_faults(FAULTS):
        assert fault.printed in (_sources() / fault.document).read_text(encoding="utf-8"), fault


def test_a_missing_source_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), PLANS[0].stem]) == 1
    assert f"{PLANS[0].stem}: " in capsys.readouterr().out


def test_a_broken_plan_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("kind: plan\nformat: 1\n", encoding="utf-8")
    problems = check_file(tmp_path / "p.yaml", tmp_path).problems
    assert "p: id: Field required" in problems
    (tmp_path / "p.yaml").write_text("kind: plan\nkind: plan\n", encoding="utf-8")
    assert len(check_file(tmp_path / "p.yaml", tmp_path).problems) == 1


def test_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert main([".", "khong-co"]) == 2
    assert "khong-co" in capsys.readouterr().err
