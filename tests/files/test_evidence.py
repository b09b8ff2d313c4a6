"""Evidence lies inside the repository, under the declared name."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

from parindex.files.evidence import EvidenceFile, EvidenceFolder, Problem, sha256_of
from parindex.files.project import project_file
from parindex.files.repository import repository_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "kho"
    (root / "xa" / "minh-chung").mkdir(parents=True)
    (root / "chung").mkdir()
    (root / "xa" / "minh-chung" / "kh-05.pdf").write_bytes(b"%PDF")
    (root / "xa" / "minh-chung" / "rỗng.pdf").write_bytes(b"")
    (root / "chung" / "Quyết định.pdf").write_bytes(b"%PDF")
    (tmp_path / "ngoài.pdf").write_bytes(b"%PDF")
    (root / "xa" / "ra-ngoai.pdf").symlink_to(tmp_path / "ngoài.pdf")
    (root / "xa" / "hong.pdf").symlink_to(root / "không có")
    (root / "xa" / "trong.pdf").symlink_to(root / "chung" / "Quyết định.pdf")
    (root / "xa" / "cửa").symlink_to(tmp_path)
    (root / "xa" / "vòng.pdf").symlink_to(root / "xa" / "vòng.pdf")
    return root


@pytest.mark.parametrize(
    ("declared", "close"),
    [
        ("kh-05.pdf", "minh-chung/kh-05.pdf"),
        ("khong-co/KH-05.pdf", "minh-chung/kh-05.pdf"),
        ("kh-06.pdf", None),
        ("an.pdf", None),  # hidden
        ("ngoài.pdf", None),  # outside, through a link
        ("hai.pdf", None),  # which of both nobody can tell
    ],
)
def test_a_file_that_lies_elsewhere_is_found(root: Path, declared: str, close: str | None) -> None:
    for place in (".an/an.pdf", "a/hai.pdf", "b/hai.pdf"):
        (root / "xa" / place).parent.mkdir()
        (root / "xa" / place).write_bytes(b"%PDF")
    found = EvidenceFolder(root / "xa", root).resolve(declared)
    assert isinstance(found, Problem)
    assert (found.code, found.data.get("close")) == ("E401", close)


def outcome(root: Path, declared: str) -> str:
    found = EvidenceFolder(root / "xa", root).resolve(declared)
    return found.code if isinstance(found, Problem) else found.path.name


@pytest.mark.parametrize(
    ("declared", "outcome_"),
    [
        ("minh-chung/kh-05.pdf", "kh-05.pdf"),
        ("./minh-chung/../minh-chung/kh-05.pdf", "kh-05.pdf"),
        ("../chung/Quyết định.pdf", "Quyết định.pdf"),
        ("../xa/minh-chung/kh-05.pdf", "kh-05.pdf"),
        ("trong.pdf", "trong.pdf"),
        ("minh-chung/kh-06.pdf", "E401"),
        ("khong-co/kh-05.pdf", "E401"),
        ("minh-chung/kh-05.pdf/x", "E401"),
        ("hong.pdf", "E401"),
        ("vòng.pdf", "E401"),
        ("https://phuson.example/kh.pdf", "E440"),
        ("file:///etc/passwd", "E440"),
        ("www.phuson.example/kh.pdf", "E440"),
        ("minh-chung/KH-05.PDF", "E411"),
        ("Minh-Chung/kh-05.pdf", "E411"),
        (unicodedata.normalize("NFD", "../chung/Quyết định.pdf"), "E402"),
        (unicodedata.normalize("NFD", "../chung/QUYẾT ĐỊNH.pdf"), "E411"),
        ("/etc/passwd", "E403"),
        ("C:/kh.pdf", "E403"),
        ("c:kh.pdf", "E403"),
        ("\\\\server\\kh.pdf", "E403"),
        ("~/kh.pdf", "E403"),
        ("../../ngoài.pdf", "E404"),
        ("minh-chung/../../../ngoài.pdf", "E404"),
        ("../../kho2/x.pdf", "E404"),
        ("ra-ngoai.pdf", "E405"),
        ("cửa/ngoài.pdf", "E405"),
        ("minh-chung/rỗng.pdf", "E406"),
        ("minh-chung", "E407"),
        ("minh-chung/", "E407"),
        (".", "E407"),
        ("minh-chung\\kh-05.pdf", "E409"),
        ("a\0b", "E401"),
        ("x" * 5000, "E401"),
    ],
)
def test_resolution(root: Path, declared: str, outcome_: str) -> None:
    assert outcome(root, declared) == outcome_


def test_what_is_found_and_what_is_near(root: Path) -> None:
    folder = EvidenceFolder(root / "xa", root)
    assert folder.resolve("minh-chung/kh-05.pdf") == EvidenceFile(root / "xa" / "minh-chung" / "kh-05.pdf", 4)
    near = folder.resolve("minh-chung/KH-05.pdf")
    assert isinstance(near, Problem)
    assert near.data == {"file": "minh-chung/KH-05.pdf", "near": "kh-05.pdf"}
    right = folder.resolve("minh-chung\\kh-05.pdf")
    assert isinstance(right, Problem)
    assert right.data["right"] == "minh-chung/kh-05.pdf"


def test_a_relative_root_is_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    found = EvidenceFolder(Path("xa"), Path()).resolve("../chung/Quyết định.pdf")
    assert isinstance(found, EvidenceFile)


def test_digest(root: Path) -> None:
    assert sha256_of(root / "xa" / "minh-chung" / "kh-05.pdf") == hashlib.sha256(b"%PDF").hexdigest()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are not files here")
def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "xa" / "ống.pdf")
    assert outcome(root, "ống.pdf") == "E410"


def test_a_path_is_looked_for_once(root: Path) -> None:
    folder = EvidenceFolder(root / "xa", root)
    first = folder.resolve("minh-chung/kh-05.pdf")
    (root / "xa" / "minh-chung" / "kh-05.pdf").unlink()
    assert folder.resolve("minh-chung/kh-05.pdf") is first


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("../../kho/xa/minh-chung/kh-05.pdf", "E404"),  # back by the folder's name: lost where it is named otherwise
        ("../xa/minh-chung/kh-05.pdf", None),
        ("minh-chung/khong-co/../kh-05.pdf", "E401"),
        ("minh-chung/kh-05.pdf/../kh-05.pdf", "E401"),
        ("./minh-chung//./kh-05.pdf", None),
        ("..", "E407"),
        ("../..", "E404"),
    ],
)
def test_the_way_is_gone_step_by_step(root: Path, declared: str, code: str | None) -> None:
    found = EvidenceFolder(root / "xa", root).resolve(declared)
    assert (found.code if isinstance(found, Problem) else None) == code


def test_a_folder_of_a_unit_that_lies_elsewhere_proves_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "khac" / "xa-b").mkdir(parents=True)
    (tmp_path / "khac" / "xa-b" / "a.pdf").write_bytes(b"%PDF")
    (root / "xa-b").symlink_to(tmp_path / "khac" / "xa-b")
    found = EvidenceFolder(root / "xa-b", root).resolve("a.pdf")
    assert isinstance(found, Problem) and found.code == "E405"
    (tmp_path / "loi-tat").symlink_to(root)  # the whole repository through a link is the repository
    through = tmp_path / "loi-tat"
    assert isinstance(EvidenceFolder(through / "xa", through).resolve("minh-chung/kh-05.pdf"), EvidenceFile)


def test_the_folder_from_which_a_file_is_named_is_not_its_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "noi-khac"
    here.mkdir()
    for folder in (here, root):
        (folder / "parindex.yaml").write_bytes(b"")
    monkeypatch.chdir(here)
    unit = Path("../kho/xa/unit.yaml")
    assert repository_root(unit) == root
    assert project_file(unit.parent) == root / "parindex.yaml"
    assert isinstance(EvidenceFolder.beside(unit).resolve("minh-chung/kh-05.pdf"), EvidenceFile)
