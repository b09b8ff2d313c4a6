"""``parindex check`` as typed: what it finds, what it leaves out, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result

Run = Callable[..., Result]

PROJECT = "kind: project\nformat: 1\nid: kho\ntitle: Kho\nyear: 2023\ncriteria: cap-xa-2023\nunits: [units/*.yaml]\n"
UNIT = """\
kind: unit
format: 1
unit: {id: NAME, name: UBND xã A, level: commune, type: xã}
year: 2023
criteria: cap-xa-2023
plans: [phu-son-2023]
documents:
  kh-05:
    form: administrative
    number: 05/KH-UBND
    date: 2023-01-12
    issuer: UBND xã A
    title: Kế hoạch cải cách hành chính năm 2023
    file: minh-chung/NAME/05-kh-ubnd.pdf
facts:
  direction.par-plan-issued:
    values: {date: 2023-01-12}
    evidence: [{doc: kh-05}]
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two good units with their evidence, in the working folder."""
    (tmp_path / "parindex.yaml").write_text(PROJECT, encoding="utf-8")
    for name in ("a", "b"):
        folder = tmp_path / "units" / "minh-chung" / name
        folder.mkdir(parents=True)
        (folder / "05-kh-ubnd.pdf").write_bytes(b"%PDF-1.7 " + name.encode())
        (tmp_path / "units" / f"{name}.yaml").write_text(UNIT.replace("NAME", name), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(result: Result) -> list[tuple[str, str]]:
    return [(each["file"], each["code"]) for each in json.loads(result.out)["findings"]]


def test_a_good_repository(parindex: Run, repository: Path) -> None:
    result = parindex("check")
    assert result.code == 0
    assert result.out == "Đã kiểm tra 3 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý.\n"
    assert result.err == ""
    assert parindex("check", ".", "--lang", "en").out == "Checked 3 files: 0 errors, 0 warnings, 0 notes.\n"


def test_findings_are_located_sorted_and_told_once(parindex: Run, repository: Path) -> None:
    change(repository / "units/b.yaml", "doc: kh-05", "doc: kh-06")
    change(repository / "units/a.yaml", "direction.par-plan-issued", "direction.par-plan-isued")
    result = parindex("check", ".", "units/b.yaml", "--format", "json")
    assert result.code == 1
    assert codes(result) == [("units/a.yaml", "E303"), ("units/b.yaml", "W509"), ("units/b.yaml", "E305")]
    text = parindex("check").out
    assert "units/a.yaml:16:3: E303 Không có chỉ số đo «direction.par-plan-isued»." in text
    assert "Có phải là «direction.par-plan-issued»?" in text
    assert "    ^^^^" in text
    assert text.endswith("Đã kiểm tra 3 tệp: 2 lỗi, 0 cảnh báo, 1 lưu ý.\n")


def test_broken_files_do_not_keep_the_others_from_being_checked(parindex: Run, repository: Path) -> None:
    (repository / "units/a.yaml").write_bytes(b"\xff\xfe\x00")
    change(repository / "units/b.yaml", "year: 2023", "year: 20x3")
    (repository / "criteria").mkdir()
    (repository / "criteria/own.yaml").write_text("kind: criteria\nkind: criteria\n")
    result = parindex("check", "--format", "json")
    assert result.code == 1
    assert codes(result) == [("criteria/own.yaml", "E112"), ("units/a.yaml", "E106"), ("units/b.yaml", "E228")]


def test_a_project_that_cannot_be_used_is_told_once(parindex: Run, repository: Path) -> None:
    change(repository / "parindex.yaml", "criteria: cap-xa-2023", "criteria: cap-xa-2032\nyaer: 1")
    assert codes(parindex("check", "--json")) == [("parindex.yaml", "E202")]
    change(repository / "parindex.yaml", "\nyaer: 1", "")
    assert codes(parindex("check", "--json")) == [("parindex.yaml", "E301")]


def test_nothing_to_check_and_paths_that_are_not_there(parindex: Run, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("a: 1\n")
    result = parindex("check", tmp_path)
    assert (result.code, result.out) == (2, "")
    assert "Không có tệp nào để kiểm tra" in result.err
    missing = parindex("check", tmp_path / "unit.yaml")
    assert missing.code == 2
    assert "E101" in missing.out


@pytest.mark.parametrize(("text", "code"), [("a: 1\n", "E201"), ("kind: x\n", "E233"), ("- 1\n", "E235"), ("", "E108")])
def test_a_named_file_is_checked_whatever_it_says(parindex: Run, tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "other.yaml").write_text(text)
    result = parindex("check", tmp_path / "other.yaml", "--json")
    assert result.code == 1
    assert [each for _, each in codes(result)] == [code]


def test_select_ignore_and_strict(parindex: Run, repository: Path) -> None:
    change(repository / "units/a.yaml", "    number: 05/KH-UBND\n", "")
    change(repository / "units/a.yaml", "doc: kh-05", "doc: kh-06")
    everything = codes(parindex("check", "--json"))
    assert everything == [("units/a.yaml", code) for code in ("W509", "W517", "E305")]
    assert codes(parindex("check", "--json", "--select", "E3,w517")) == everything[1:]
    assert codes(parindex("check", "--json", "--ignore", "E", "--ignore", "W509")) == everything[1:2]
    assert codes(parindex("check", "--json", "--select", "W5", "--ignore", "W517")) == everything[:1]
    assert parindex("check", "--ignore", "E305").code == 0
    assert parindex("check", "--ignore", "E305", "--strict").code == 1
    wrong = parindex("check", "--select", "W5177")
    assert wrong.code == 2
    assert "W517" in wrong.err


def test_settings_of_the_project(parindex: Run, repository: Path) -> None:
    change(repository / "units/a.yaml", "    number: 05/KH-UBND\n", "")
    change(repository / "units/a.yaml", "doc: kh-05", "doc: kh-06")
    project = repository / "parindex.yaml"
    plain = project.read_text(encoding="utf-8")

    def found(checks: str, *arguments: str) -> list[str]:
        project.write_text(f"{plain}checks: {checks}\n", encoding="utf-8")
        return [code for _, code in codes(parindex("check", "--json", *arguments))]

    assert found("{ignore: [E, W509]}") == ["W517"]
    assert found("{select: [E3]}") == ["E305"]
    # The command line wins.
    assert found("{ignore: [W517, W509]}", "--select", "W517") == ["W517"]
    assert found("{ignore: [W99]}") == ["E316", "W509", "W517", "E305"]
    assert found("{severities: {W999: note}}") == ["E316", "W509", "W517", "E305"]
    project.write_text(f"{plain}checks: {{severities: {{E3: warning, W: note, W517: warning}}}}\n", encoding="utf-8")
    result = parindex("check", "--json")
    assert result.code == 0
    assert {each["code"]: each["severity"] for each in json.loads(result.out)["findings"]} == {
        "W509": "note",
        "W517": "warning",
        "E305": "warning",
    }


def test_exceptions_need_a_match(parindex: Run, repository: Path) -> None:
    change(repository / "units/a.yaml", "    number: 05/KH-UBND\n", "")
    (repository / "parindex.yaml").write_text(
        PROJECT
        + """\
checks:
  exceptions:
    - {path: units/a.yaml, code: W517, line: 8, reason: số do cấp trên giữ}
    - {path: units/*.yaml, code: E303, reason: không còn cần}
    - {path: units/a.yaml, code: W517, line: 9, reason: sai dòng}
""",
        encoding="utf-8",
    )
    result = parindex("check", "--json")
    assert codes(result) == [("parindex.yaml", "W590"), ("parindex.yaml", "W590")]
    assert [each["line"] for each in json.loads(result.out)["findings"]] == [11, 12]
    (accepted,) = json.loads(result.out)["accepted"]
    assert (accepted["code"], accepted["reason"]) == ("W517", "số do cấp trên giữ")
    assert "1 điều được chấp nhận theo ngoại lệ" in parindex("check").out
    # Only what was checked can be said to match nothing.
    assert codes(parindex("check", "--json", "parindex.yaml")) == []
    assert len(codes(parindex("check", "--json", "units/b.yaml"))) == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("check: {}", "E202"),
        ("checks: {exceptions: [{path: /a, code: W5, reason: x}]}", "E236"),
        ("year: 2023", "E112"),
    ],
)
def test_a_broken_project_is_told_with_a_single_unit(parindex: Run, repository: Path, wrong: str, code: str) -> None:
    (repository / "parindex.yaml").write_text(f"{PROJECT}{wrong}\n", encoding="utf-8")
    for asked in ("units/a.yaml", "."):
        result = parindex("check", "--json", asked)
        assert (result.code, codes(result)) == (1, [("parindex.yaml", code)])


def test_orphans_are_told_where_the_whole_repository_is_checked(parindex: Run, repository: Path) -> None:
    evidence = repository / "units/minh-chung/a"
    for name in ("cu.pdf", "Thumbs.db", "~$05.docx", ".gitkeep"):
        (evidence / name).write_bytes(b"%PDF-1.7")
    assert codes(parindex("check", "--json")) == [("units/minh-chung/a/cu.pdf", "W414")]
    assert codes(parindex("check", "--json", "units/a.yaml")) == []


def test_files_outside_the_repository_are_no_orphans(parindex: Run, repository: Path, tmp_path: Path) -> None:
    for outside in ("/etc/passwd", "../../../x.pdf"):
        change(repository / "units/a.yaml", "minh-chung/a/05-kh-ubnd.pdf", outside)
        told = codes(parindex("check", "--json"))
        assert ("units/minh-chung/a/05-kh-ubnd.pdf", "W414") not in told  # the folder has no declared file any more
        assert {file for file, _ in told} == {"units/a.yaml"}
        change(repository / "units/a.yaml", outside, "minh-chung/a/05-kh-ubnd.pdf")


def test_no_folder_outside_the_repository_is_listed(parindex: Run, repository: Path, tmp_path: Path) -> None:
    root = repository / "units"
    (repository / "parindex.yaml").rename(root / "parindex.yaml")
    change(root / "parindex.yaml", "units/*.yaml", "*.yaml")
    (root / "xa").mkdir()
    (root / "a.yaml").rename(root / "xa/a.yaml")
    change(root / "parindex.yaml", "[*.yaml]", '["**/*.yaml"]')
    (repository / "rieng.pdf").write_bytes(b"%PDF-1.7")
    for outside in ("..", "../lien-ket/05-kh-ubnd.pdf"):
        (root / "lien-ket").unlink(missing_ok=True)
        (root / "lien-ket").symlink_to(repository)
        change(root / "xa/a.yaml", "minh-chung/a/05-kh-ubnd.pdf", outside)
        assert "W414" not in {code for _, code in codes(parindex("check", "--json", "units"))}
        change(root / "xa/a.yaml", outside, "minh-chung/a/05-kh-ubnd.pdf")


def test_a_name_that_differs_in_capitals_is_told_where_it_is_declared_only(parindex: Run, repository: Path) -> None:
    folder = repository / "units/minh-chung/a"
    (folder / "05-kh-ubnd.pdf").rename(folder / "05-KH-UBND.pdf")
    assert codes(parindex("check", "--json")) == [("units/a.yaml", "E411")]
    (folder / "05-kh-ubnd.pdf").write_bytes(b"%PDF-1.7 a")
    if len(list(folder.iterdir())) == 2:
        assert codes(parindex("check", "--json")) == [("units/minh-chung/a/05-KH-UBND.pdf", "W414")]


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_name_on_disk_that_a_terminal_would_obey(parindex: Run, repository: Path, form: str) -> None:
    try:
        (repository / "units/minh-chung/a" / "x\n::error::\x01\u202ey.pdf").write_bytes(b"%PDF-1.7 c")
    except OSError:
        pytest.skip("this system has no such names")
    told = parindex("check", "--format", form).out
    assert "W414" in told
    assert "x\\u000a" in told
    assert "\\u0001\\u202ey.pdf" in told
    assert all(line.isprintable() for line in told.splitlines())
    assert not any(line.startswith("::error::") for line in told.splitlines())


def test_a_file_is_no_folder(parindex: Run, repository: Path) -> None:
    change(repository / "units/a.yaml", "05-kh-ubnd.pdf", "05-kh-ubnd.pdf/")
    assert codes(parindex("check", "--json")) == [("units/a.yaml", "E401")]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab"])
def test_a_name_on_disk_that_is_no_text(parindex: Run, repository: Path, form: str) -> None:
    try:
        (repository / "units/minh-chung/a" / os.fsdecode(b"h\xf4 s\xf4.pdf")).write_bytes(b"%PDF-1.7 c")
    except OSError:
        pytest.skip("this system has no such names")
    result = parindex("check", "--format", form)
    assert (result.code, "W414" in result.out, result.err) == (0, True, "")
    result.out.encode()


def test_output_to_a_file(parindex: Run, repository: Path) -> None:
    result = parindex("check", "--format", "sarif", "-o", "out.sarif")
    assert (result.code, result.out) == (0, "")
    assert "Đã kiểm tra 3 tệp" in result.err
    assert json.loads((repository / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert parindex("check", "-o", "out.sarif").code == 2
    assert parindex("check", "-o", "out.sarif", "--force").code == 0


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(repository: Path) -> Path:
    git(repository, "init", "-q")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "a")
    return repository


def checked(result: Result) -> list[str]:
    return list(json.loads(result.out)["files"])


def test_changed_since(parindex: Run, committed: Path) -> None:
    def since() -> list[str]:
        return checked(parindex("check", "--json", "--changed-since", "HEAD"))

    nothing = parindex("check", "--changed-since", "HEAD")
    assert nothing.code == 0
    assert "3 tệp không thay đổi so với HEAD" in nothing.err
    assert since() == []
    # Evidence that was changed, deleted, or added without being known to git.
    evidence = committed / "units/minh-chung/b/05-kh-ubnd.pdf"
    evidence.write_bytes(b"%PDF-1.7 other")
    assert since() == ["units/b.yaml"]
    evidence.unlink()
    assert codes(parindex("check", "--json", "--changed-since", "HEAD")) == [("units/b.yaml", "E401")]
    git(committed, "checkout", "-q", ".")
    change(committed / "units/a.yaml", "UBND xã A, level", "UBND xã Á, level")
    assert since() == ["units/a.yaml"]
    git(committed, "commit", "-q", "-a", "-m", "b")
    assert since() == []
    assert checked(parindex("check", "--json", "--changed-since", "HEAD~1")) == ["units/a.yaml"]
    # The project's settings touch everything.
    change(committed / "parindex.yaml", "title: Kho", "title: Kho khác")
    assert since() == ["units/a.yaml", "units/b.yaml", "parindex.yaml"]


def test_changed_since_follows_sets_and_plans(parindex: Run, committed: Path) -> None:
    (committed / "criteria").mkdir()
    own = committed / "criteria/own.yaml"
    own.write_text(
        "kind: criteria\nformat: 1\nid: rieng\ntitle: R\nextends: cap-xa-2023\nlevel: commune\nyear: 2023\n",
        encoding="utf-8",
    )
    change(committed / "units/a.yaml", "criteria: cap-xa-2023", "criteria: rieng")
    git(committed, "add", ".")
    git(committed, "commit", "-q", "-m", "b")
    change(own, "title: R", "title: S")
    assert checked(parindex("check", "--json", "--changed-since", "HEAD")) == ["criteria/own.yaml", "units/a.yaml"]


@pytest.mark.parametrize("revision", ["khong-co", "--output=x", ""])
def test_a_revision_that_is_not_there(parindex: Run, committed: Path, revision: str) -> None:
    result = parindex("check", f"--changed-since={revision}")
    assert (result.code, result.out) == (2, "")
    assert "Không so được" in result.err


def test_without_git(parindex: Run, repository: Path) -> None:
    assert parindex("check", "--changed-since", "HEAD").code == 2


def test_a_set_of_the_repository_is_named_as_it_lies(parindex: Run, repository: Path) -> None:
    (repository / "plans").mkdir()
    (repository / "plans/own.yaml").write_text("kind: plan\nformat: 1\nid: rieng\nyear: x\n")
    for name in ("a", "b"):
        change(repository / f"units/{name}.yaml", "plans: [phu-son-2023]", "plans: [rieng]")
    found = codes(parindex("check", repository, "--json"))
    assert {file for file, _ in found} == {"plans/own.yaml"}
    assert len(found) == len(set(found)) + 3  # title, issuer, level and source are missing: four times E201
    elsewhere = codes(parindex("check", repository / "units/a.yaml", "--json"))
    assert {file for file, _ in elsewhere} == {"plans/own.yaml"}


def test_extensions_that_come_to_nothing(parindex: Callable[..., Result], tmp_path: Path) -> None:
    from tests.jobs.handing_in import ready

    other = "{unit: b, deadline: response, to: 2024-02-03, by: X}"
    unknown = "{unit: a, deadline: round-3, to: 2024-02-03, by: X}"
    ready(tmp_path, project=f"extensions: [{other}, {unknown}]\n")
    result = parindex("check", tmp_path)
    assert result.code == 1
    assert "E318" in result.out and "E317" in result.out
