"""``parindex compare`` as typed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result
from tests.jobs.making import repository, unit, write

Run = Callable[..., Result]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "root", {"a": unit("a", 90, 80), "b": unit("b", 80, 100)})


def test_two_units(parindex: Run, root: Path) -> None:
    result = parindex("compare", root / "units" / "a.yaml", root / "units" / "b.yaml")
    words = " ".join(result.out.split())
    assert result.code == 0
    assert "A: UBND phường a, năm 2023: 86,00% (Khá)" in words
    assert "Chênh lệch (B − A): +2,00" in words
    assert "1.1 Hồ sơ đúng hạn 5,40/6 4,80/6 -0,60" in words
    assert "90 / 100 hồ sơ = 90% → 80 / 100 hồ sơ = 80%" in words
    assert "2.1 Mức độ hài lòng 3,20/4 4,00/4 +0,80" in words
    assert max(map(len, result.out.splitlines())) <= 80


def test_a_saved_sheet_and_a_unit(parindex: Run, root: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "a.json"
    sheet.write_bytes(parindex("score", root / "units" / "a.yaml", "--json").out.encode())
    data = json.loads(parindex("compare", sheet, root / "units" / "b.yaml", "--json").out)
    other = parindex("compare", sheet, sheet, "--period", "Q2")
    assert (other.code, f"{sheet} là phiếu điểm đã lưu của năm 2023" in " ".join(other.err.split())) == (2, True), (
        other.err
    )
    assert parindex("compare", sheet, sheet, "--period", "2023").code == 0
    assert (data["a"]["index"], data["b"]["index"], data["change"]) == ("86", "88", "2")
    assert [(each["points"], each["changed"]) for each in data["criteria"]] == [("-0.6", True), ("0.8", True)]


@needs_git
def test_errors_of_a_unit_are_told_beside_the_comparison(parindex: Run, root: Path) -> None:
    a, b = root / "units" / "a.yaml", root / "units" / "b.yaml"
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    write(b, unit("b", 120, 100))  # 120 of 100 dossiers
    told = parindex("compare", a, b)
    assert (told.code, "UBND phường b" in told.out, told.err.count("W501")) == (1, True, 1), told.err
    assert (twice := parindex("compare", b, b)).code == 1 and twice.err.count("W501") == 1
    assert (parindex("compare", a, a).code, parindex("compare", a, "--base", "HEAD").code) == (0, 0)
    since = parindex("compare", b, "--base", "HEAD")
    assert (since.code, "W501" in since.err) == (1, True)


def test_nothing_changed(parindex: Run, root: Path) -> None:
    path = root / "units" / "a.yaml"
    result = parindex("compare", path, path)
    assert "2 tiêu chí không đổi." in result.out
    assert "Hồ sơ đúng hạn" not in result.out
    assert "Hồ sơ đúng hạn" in parindex("compare", path, path, "--all").out


@needs_git
def test_a_change_for_a_pull_request(parindex: Run, root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    write(root / "units" / "a.yaml", unit("a", 95, 80))
    result = parindex("compare", root / "units" / "a.yaml", "--base", "HEAD", "--format", "markdown")
    assert result.code == 0
    assert result.out.startswith("<!-- parindex compare -->\n### Chỉ số CCHC: UBND phường a, năm 2023\n")
    assert "**86,00% (Khá) → 89,00% (Khá), chênh lệch +3,00**" in result.out
    row = "| 1.1 | Hồ sơ đúng hạn | 5,40/6 | 5,70/6 | +0,30 | 90 / 100 hồ sơ = 90% → 95 / 100 hồ sơ = 95% |"
    assert row in result.out.splitlines()
    assert "1 tiêu chí không đổi." in result.out
    assert result.out.endswith("\n")


@needs_git
def test_a_base_that_cannot_be_had(parindex: Run, root: Path) -> None:
    path = root / "units" / "a.yaml"
    outside = parindex("compare", path, "--base", "HEAD")
    git(root, "init", "-q")
    git(root, "add", "parindex.yaml")
    git(root, "commit", "-qm", "one")
    for base, words in (("HEAD", "chưa có tệp"), ("none", "Không có phiên bản none"), ("--help", "phiên bản --help")):
        result = parindex("compare", path, f"--base={base}")
        assert (result.code, words in result.err) == (2, True), result.err
    assert (outside.code, "Không có phiên bản HEAD" in outside.err) == (2, True)


@needs_git
def test_a_broken_base_is_told_by_its_revision(parindex: Run, root: Path) -> None:
    path = root / "units" / "a.yaml"
    good = path.read_text(encoding="utf-8")
    write(path, "kind: unit\nformat: 1\na: [\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    write(path, good)
    result = parindex("compare", path, "--base", "HEAD")
    assert (result.code, f"HEAD:{path}:4:1: E1" in result.err) == (2, True), result.err


def test_usage(parindex: Run, root: Path, tmp_path: Path) -> None:
    a = root / "units" / "a.yaml"
    write(tmp_path / "x.json", "{}")
    for arguments in ((a,), (a, a, "--base", "HEAD"), (a, tmp_path / "none.yaml"), (a, tmp_path / "x.json")):
        assert parindex("compare", *arguments).code == 2
    assert "E143" in parindex("compare", a, tmp_path / "x.json").err


def test_names_cannot_break_out_of_the_markdown(parindex: Run, root: Path) -> None:
    name = '"A|B <img src=x> [x](http://e) @everyone `c` #1"'
    write(root / "units" / "c.yaml", unit("c", 50, name=name))
    out = parindex("compare", root / "units" / "a.yaml", root / "units" / "c.yaml", "--format", "markdown").out
    assert "<img" not in out
    assert "\\[x\\](http" in out
    assert "@everyone" not in out
    assert "A\\|B &lt;img src=x&gt;" in out


@needs_git
def test_a_change_of_the_set_is_a_change_of_the_scores(parindex: Run, root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    path = root / "criteria" / "thu.yaml"
    write(path, path.read_text(encoding="utf-8").replace("kind: proportional, base: hundred, floor: 0", "kind: meets"))
    found = json.loads(parindex("compare", root / "units" / "a.yaml", "--base", "HEAD", "--json").out)
    assert [(each["a"]["points"], each["b"]["points"]) for each in found["criteria"] if each["changed"]] == [
        ("5.4", "0")
    ]


@needs_git
def test_every_unit_that_a_change_touches(parindex: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "units" / "b.yaml", unit("b"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    monkeypatch.chdir(root)
    nothing = parindex("compare", "--base", "HEAD", "--format", "markdown")
    assert (nothing.code, nothing.out, "Không đơn vị nào thay đổi" in nothing.err) == (0, "", True)
    write(root / "units" / "a.yaml", unit("a", 95, 80))
    write(root / "units" / "moi.yaml", unit("moi"))
    result = parindex("compare", "--base", "HEAD", "--format", "markdown")
    assert (result.code, result.out.count("<!-- parindex compare -->")) == (0, 1)
    assert "units/moi.yaml: ở phiên bản HEAD chưa có" in result.err
    write(root / "criteria" / "thu.yaml", (root / "criteria" / "thu.yaml").read_text(encoding="utf-8") + "# x\n")
    both = json.loads(parindex("compare", "--base", "HEAD", "--json").out)
    assert [each["b"]["unit"]["id"] for each in both] == ["a", "b"]
    write(root / "units" / "b.yaml", "kind: unit\na: [\n")
    broken = parindex("compare", "--base", "HEAD", "--format", "markdown")
    assert (broken.code, broken.out.count("<!-- parindex compare -->"), "E1" in broken.err) == (1, 1, True)
    assert parindex("compare", "--base", "none").code == 2


@needs_git
def test_last_year_is_that_of_then(parindex: Run, root: Path) -> None:
    write(root / "2022.yaml", unit("a", 70, year=2022))
    write(root / "units" / "a.yaml", unit("a", 90, more="previous: {file: ../2022.yaml}\n"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    result = parindex("compare", root / "units" / "a.yaml", "--base", "HEAD", "--format", "markdown")
    assert (result.code, result.err) == (0, "")
