"""A pipe in the place of a file: whoever opened it would wait for ever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.jobs.making import repository, unit

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "root", {"a": unit("a", 90, 80)})


def run(*words: str, at: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "parindex", *words]
    return subprocess.run(command, cwd=at, capture_output=True, text=True, encoding="utf-8", timeout=60)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pipe.xlsx", ["form", "import", "pipe.xlsx"]),
        ("pipe.docx", ["report", "units/a.yaml", "--docx", "--collect", "pipe.docx"]),
        ("pipe.yaml", ["verify", "pipe.yaml"]),
        ("pipe.yaml", ["score", "pipe.yaml"]),
        ("units/pipe.yaml", ["check", "units/pipe.yaml"]),
    ],
)
def test_a_pipe_that_is_named_is_refused(root: Path, name: str, words: list[str]) -> None:
    os.mkfifo(root / name)
    told = run(*words, at=root)
    assert (told.returncode, "E103" in told.stdout + told.stderr) in ((2, True), (1, True)), told


def test_a_pipe_beside_others_stops_nothing(root: Path) -> None:
    for folder in ("criteria", "units"):
        os.mkfifo(root / folder / "pipe.yaml")
    assert run("score", "units/a.yaml", at=root).returncode == 0
    assert "E103" in run("check", at=root).stdout
