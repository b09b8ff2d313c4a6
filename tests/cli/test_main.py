"""What stands between the shell and the commands."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parindex.cli.main import expanded
from tests.cli.conftest import Result


def test_patterns_are_expanded_where_the_shell_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("tham-dinh-b.xlsx", "tham-dinh-a.xlsx", "khac.xlsx", "mau1.xlsx"):
        (tmp_path / name).touch()
    typed = ["appraise", "merge", "tham-dinh-*.xlsx", "khong-co-*.xlsx", "-o", "mau[1].xlsx"]
    named = ["appraise", "merge", "tham-dinh-a.xlsx", "tham-dinh-b.xlsx", "khong-co-*.xlsx", "-o", "mau[1].xlsx"]
    assert expanded(typed, windows=True) == named
    assert expanded(typed, windows=False) == typed


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("plan list >&-", 0, ""),
        ("plan list >&- 2>&-", 0, ""),
        ("plan list > /dev/full", 2, "đĩa đã đầy"),
        ("check 2> /dev/full", 2, ""),
        ("plan list | true; exit ${PIPESTATUS[0]}", 0, ""),
        ("criteria show cap-xa-2023 | true; exit ${PIPESTATUS[0]}", 0, ""),
    ],
)
def test_outputs_that_take_nothing(tmp_path: Path, typed: str, code: int, told: str) -> None:
    if "/dev/full" in typed and not Path("/dev/full").exists():
        pytest.skip("no device that is full")
    assert _in_shell(typed, tmp_path) == (code, told)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is in use stays there")
def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    code, told = _in_shell("check", tmp_path, before=f"mkdir x; cd x; rmdir '{tmp_path}/x';")
    assert (code, "Thư mục hiện tại không còn nữa" in told) == (2, True)


def _in_shell(typed: str, folder: Path, before: str = "") -> tuple[int, str]:
    """The exit code and, of what was said to standard error, what follows the first colon."""
    command = f"{before} '{sys.executable}' -m parindex {typed}"
    environment = {"PATH": os.defpath, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr.partition(": ")[2].strip(" .\n") or done.stderr


def test_the_language_may_be_in_capitals(
    parindex: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARINDEX_LANG", "EN")
    assert "There is no file to check" in parindex("check").err
    monkeypatch.setenv("PARINDEX_LANG", "xx")
    assert "không hợp lệ; chọn một trong" in parindex("check").err
