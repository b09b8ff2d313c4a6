"""``parindex new``: what it makes passes the check and does what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from parindex.files.library import Library, data_folder
from parindex.jobs.new import KEYS, examples
from parindex.jobs.schema import NAMES
from parindex.scoring.facts import KEYS_OF
from tests.cli.conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def kho(parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert parindex("new", "project", tmp_path / "kho-a", "--title", 'Chỉ số "2023" \\ thử').code == 0
    monkeypatch.chdir(tmp_path / "kho-a")
    return tmp_path / "kho-a"


def test_a_new_repository_passes_its_own_check(parindex: Run, kho: Path) -> None:
    result = parindex("check", "--strict")
    assert (result.code, result.out) == (0, "Đã kiểm tra 2 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý.\n")
    assert parindex("score", "units/don-vi-mau.yaml").code == 0


def test_files_are_what_they_should_be(kho: Path) -> None:
    names = {path.relative_to(kho).as_posix() for path in kho.rglob("*") if path.is_file()}
    assert {
        "parindex.yaml",
        "README.md",
        ".editorconfig",
        ".gitignore",
        ".gitattributes",
        ".pre-commit-config.yaml",
        ".gitlab-ci.yml",
        ".github/workflows/parindex.yml",
        ".vscode/settings.json",
        "schema/unit.json",
    } <= names
    for path in kho.rglob("*.yml"):
        assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8")), dict)
    for path in kho.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for path in kho.rglob("*.yaml"):
        if path.name[0] != ".":
            named = path.read_text(encoding="utf-8").split("\n", 1)[0].partition("=")[2]
            assert (path.parent / named).is_file()


def test_new_files_pass_too(parindex: Run, kho: Path) -> None:
    assert parindex("new", "unit", "xa-a", "--name", "UBND xã A", "--type", "xã").code == 0
    assert parindex("new", "criteria", "rieng", "--extends", "cap-xa-2023").code == 0
    assert parindex("new", "plan", "kh-2023", "--year", 2023, "--issuer", "UBND xã A").code == 0
    result = parindex("check", "--strict")
    assert (result.code, result.out) == (0, "Đã kiểm tra 5 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý.\n")
    before = (kho / "units/xa-a.yaml").read_bytes()
    assert parindex("new", "unit", "xa-a", "--name", "Khác").code == 2
    assert (kho / "units/xa-a.yaml").read_bytes() == before


def test_nothing_is_written_over_an_existing_repository(parindex: Run, kho: Path) -> None:
    (kho / "units/don-vi-mau.yaml").unlink()
    result = parindex("new", "project", kho)
    assert result.code == 2
    assert "E141" in result.err
    assert not (kho / "units/don-vi-mau.yaml").exists()
    assert parindex("new", "project", kho, "--force").code == 0


def test_every_fact_of_the_set_is_asked_for(kho: Path) -> None:
    text = (kho / "units/don-vi-mau.yaml").read_text(encoding="utf-8")
    library = Library()
    leaves = [leaf for _, leaf in library.criteria("cap-xa-2023").leaves() if leaf.scored_by == "unit"]
    wanted = {id_ for leaf in leaves for id_ in leaf.names.values()}
    assert len(wanted) > 50
    assert wanted <= set(re.findall(r"([a-z]+\.[a-z0-9-]+)", text))


def test_a_line_without_its_mark_and_with_figures_is_right(parindex: Run, kho: Path) -> None:
    path = kho / "units/don-vi-mau.yaml"
    text = path.read_text(encoding="utf-8").replace("facts: {}", "facts:")
    text = text.replace(
        "  # tthc.on-time: {values: {numerator: , denominator: }",
        "  tthc.on-time: {values: {numerator: 9, denominator: 10}",
    )
    path.write_text(text.replace("evidence: [{doc: }]}   # 3.1.1", "evidence: []}   # 3.1.1"), encoding="utf-8")
    found = json.loads(parindex("check", "--json").out)["findings"]
    assert [each["code"] for each in found] == ["W603"]


def test_keys_that_are_asked_for_fit_their_measure() -> None:
    assert set(KEYS) == set(KEYS_OF)
    assert all(set(keys) <= KEYS_OF[measure] for measure, keys in KEYS.items())


@pytest.mark.parametrize(
    "arguments",
    [
        ("unit", "Xã A", "--name", "A"),
        ("plan", "a", "--year", 1999, "--issuer", "A"),
        ("plan", "a", "--year", 2023, "--issuer", "A", "--level", "xa"),
        ("criteria", "a", "--extends", "khong-co"),
        ("project", "Kho A"),
    ],
)
def test_what_is_refused(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = parindex("new", *arguments)
    assert (result.code, result.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_a_template_is_copied_to_where_the_repository_uses_it(parindex: Run, kho: Path) -> None:
    assert parindex("new", "template", "tasks").code == 0
    made = kho / "templates" / "tasks.docx"
    assert made.read_bytes() == Library().template("tasks").read_bytes()
    assert Library.around(kho / "units" / "don-vi-mau.yaml").template("tasks") == made
    made.write_bytes(b"mine")
    assert parindex("new", "template", "tasks").code == 2
    assert made.read_bytes() == b"mine"
    assert parindex("new", "template", "tasks", "--force").code == 0
    assert parindex("new", "template", "self", "-o", kho / "mau.docx").code == 0
    wrong = parindex("new", "template", "taks")
    assert wrong.code == 2
    assert "tasks" in wrong.err


def test_every_example_can_be_copied_and_checked(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in examples():
        assert parindex("new", "example", name).code == 0
        shipped = data_folder() / "examples" / name
        assert {each.relative_to(shipped) for each in shipped.rglob("*")} == {
            each.relative_to(tmp_path / name) for each in (tmp_path / name).rglob("*")
        }
    assert parindex("score", "phu-son-2023/unit.yaml").code == 0
    assert parindex("new", "example", "hung-yen-2023", "-o", "thu/hy").code == 0
    assert parindex("score", "thu/hy/unit.yaml").code == 0


def test_an_example_overwrites_nothing_and_unknown_ones_are_named(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert parindex("new", "example").code == 0
    (tmp_path / "phu-son-2023" / "unit.yaml").write_text("của tôi", encoding="utf-8")
    refused = parindex("new", "example", "phu-son-2023")
    assert refused.code == 2
    assert "E141" in refused.err
    assert (tmp_path / "phu-son-2023" / "unit.yaml").read_text(encoding="utf-8") == "của tôi"
    unknown = parindex("new", "example", "../criteria")
    assert unknown.code == 2
    assert "phu-son-2023" in unknown.err


@pytest.mark.parametrize(
    "typed",
    [
        ("new", "project", "TEP/x"),
        ("new", "example", "-o", "TEP/x"),
        ("new", "template", "tasks", "-o", "TEP/x/a.docx"),
        ("schema", "unit", "-o", "TEP/x"),
        ("schema", "-o", "TEP"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused(parindex: Run, tmp_path: Path, typed: tuple[str, ...]) -> None:
    (tmp_path / "TEP").touch()
    result = parindex(*(each.replace("TEP", str(tmp_path / "TEP")) for each in typed))
    assert (result.code, "E142" in result.err) == (2, True)


def test_the_help_of_schema_names_every_kind(parindex: Run) -> None:
    told = parindex("schema", "-h").out
    assert [name for name in NAMES if not re.search(rf"\b{name}\b[,;. ]", told)] == []


@pytest.mark.parametrize(
    "typed",
    [
        ("criteria", "cap-xa-2023"),
        ("criteria", "khung-2023", "--extends", "khung-2023"),
        ("plan", "phu-son-2023", "--year", "2023", "--issuer", "X"),
    ],
    ids=lambda typed: typed[1],
)
def test_an_id_of_the_program_is_refused(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    assert parindex("new", "project", tmp_path / "p").code == 0
    monkeypatch.chdir(tmp_path / "p")
    result = parindex("new", *typed)
    assert (result.code, "E308" in result.err, "đi kèm chương trình" in result.err) == (2, True, True)
    assert not list(Path().glob(f"*/{typed[1]}.yaml"))
    assert parindex("new", typed[0], "rieng", *typed[2:]).code == 0
    again = parindex("new", typed[0], "rieng", *typed[2:], "--force")
    assert again.code == 0, again.err
