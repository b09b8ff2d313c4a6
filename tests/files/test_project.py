"""Projects: what they may say, and which files are units'."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parindex.files.project import OTHER_KINDS, open_repository, project_file, unit_files, unread_folders
from parindex.files.unusable import Unusable
from parindex.model.kinds import KINDS

PROJECT = "kind: project\nformat: 1\nid: kho\ntitle: Kho thử\nyear: 2023\ncriteria: cap-xa-2023\n"
UNIT = "kind: unit\nformat: 1\n"


def repository(root: Path, text: str = "", **files: str) -> Path:
    (root / "parindex.yaml").write_text(PROJECT + text, encoding="utf-8")
    for name, content in files.items():
        path = root / name.replace("__", "/")
        path = path.with_name(f"{path.name}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


def names(root: Path, folder: Path | None = None) -> list[str]:
    found = unit_files(open_repository(folder or root), folder or root)
    return [path.absolute().relative_to(root.absolute()).as_posix() for path in found]


def test_units_by_pattern_in_order(tmp_path: Path) -> None:
    root = repository(tmp_path, "units: [units/*.yaml]\n", units__b=UNIT, units__a=UNIT, other__c=UNIT)
    assert names(root) == ["units/a.yaml", "units/b.yaml"]


def test_units_by_default_are_named_unit(tmp_path: Path) -> None:
    root = repository(tmp_path, a__unit=UNIT, b__unit=UNIT, b__other=UNIT, unit=UNIT)
    assert names(root) == ["a/unit.yaml", "b/unit.yaml", "unit.yaml"]


def test_two_patterns_meet_a_file_once(tmp_path: Path) -> None:
    root = repository(tmp_path, "units: [units/*.yaml, '**/a.yaml']\n", units__a=UNIT)
    assert names(root) == ["units/a.yaml"]


def test_other_kinds_are_passed_over_and_broken_files_are_not(tmp_path: Path) -> None:
    root = repository(tmp_path, "units: ['*/*.yaml']\n", x__plan="kind: plan\n", x__broken="a: [\n", x__unit=UNIT)
    assert names(root) == ["x/broken.yaml", "x/unit.yaml"]


def test_a_slip_in_the_kind_does_not_drop_a_unit(tmp_path: Path) -> None:
    files = {"x__a": "kind: unti\n", "x__b": "kind: unit\n  a: [\n", "x__c": "kind:\n", "x__d": "Kind: unit\n"}
    root = repository(tmp_path, "units: ['*/*.yaml']\n", **files)
    assert names(root) == ["x/a.yaml", "x/b.yaml", "x/c.yaml", "x/d.yaml"]
    assert set(KINDS) - {"unit"} == OTHER_KINDS


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own")
def test_a_link_that_leads_nowhere_is_a_unit_that_cannot_be_read(tmp_path: Path) -> None:
    root = repository(tmp_path, "units: ['*/*.yaml']\n", x__a=UNIT)
    (root / "x" / "b.yaml").symlink_to(root / "none.yaml")
    assert names(root) == ["x/a.yaml", "x/b.yaml"]


def test_folders_that_may_not_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"units__a__unit": UNIT, "units__b__unit": UNIT, "other__unit": UNIT, ".x__unit": UNIT}
    root = repository(tmp_path, "units: [units/*/unit.yaml, '.x/*.yaml']\n", **files)
    assert unread_folders(open_repository(root), root) == []
    closed = {root / "units" / "b", root / "other", root / ".x"}
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path not in closed and real(path, mode))
    (told,) = unread_folders(open_repository(root), root)
    assert (told.code, told.file) == ("E103", (root / "units" / "b").as_posix())
    assert unread_folders(open_repository(root), root / "units" / "a") == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder(tmp_path: Path) -> None:
    root = repository(tmp_path, "units: ['units/*/*.yaml']\n", units__a__unit=UNIT, units__b__unit=UNIT)
    for mode in (0o000, 0o400):
        (root / "units" / "b").chmod(mode)
        try:
            assert names(root) == ["units/a/unit.yaml"]
            assert [each.code for each in unread_folders(open_repository(root), root)] == ["E103"]
        finally:
            (root / "units" / "b").chmod(0o700)
    (root / "units").chmod(0o400)
    try:
        assert (names(root), len(unread_folders(open_repository(root), root))) == ([], 1)
    finally:
        (root / "units").chmod(0o700)


def test_nothing_outside_and_nothing_hidden(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "x.yaml").write_text(UNIT, encoding="utf-8")
    root = repository(inner, "units: ['../*.yaml', '**/*.yaml']\n", **{".git__a": UNIT, "a": UNIT})
    assert names(root) == ["a.yaml"]


def test_a_folder_of_the_repository_is_a_part_of_it(tmp_path: Path) -> None:
    root = repository(tmp_path, "units: ['*/*.yaml']\n", x__a=UNIT, y__b=UNIT)
    assert names(root, root / "y") == ["y/b.yaml"]
    assert project_file(root / "y") == root / "parindex.yaml"


def test_without_a_project_every_unit_counts(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(UNIT, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("x: [\n", encoding="utf-8")
    assert open_repository(tmp_path).project is None
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("status: approved\n", "E270", 1),
        ("decision: {number: 1/QĐ, date: 2024-01-02}\n", "E270", 1),
        ("groups: {A: [xã], B: [phường, xã]}\n", "E271", 1),
        ("units: [/etc/*.yaml]\n", "E236", 7),
        ("units: ['C:/a.yaml']\n", "E236", 7),
        ("status: final\n", "E220", 7),
        ("deadlines: {tu-cham: 25/12/2023}\n", "E207", 7),
        ("group: {}\n", "E202", 7),
    ],
)
def test_what_a_project_must_not_say(tmp_path: Path, text: str, code: str, line: int) -> None:
    repository(tmp_path, text)
    with pytest.raises(Unusable) as problem:
        open_repository(tmp_path)
    (finding,) = problem.value.findings
    assert (finding.code, finding.place and finding.place.line) == (code, line)


def test_an_approved_project_names_its_decision(tmp_path: Path) -> None:
    repository(tmp_path, "status: approved\ndecision: {number: 12/QĐ-UBND, date: 2024-02-01}\n")
    project = open_repository(tmp_path).project
    assert project is not None and project.decision is not None
    assert project.decision.number == "12/QĐ-UBND"
