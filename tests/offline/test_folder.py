"""The offline folder: which wheels a machine needs, what lies in the folder, and that it is the same every time."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.offline.conftest import OFFLINE  # puts the builder's folder on the path

import bundle  # isort: skip
import licences  # isort: skip
import verify  # isort: skip
from targets import TARGETS, Target  # isort: skip
from wheels import NotComplete, Wheel, closure  # isort: skip

Make = Callable[..., Path]
WINDOWS, LINUX = Target("win_amd64", "3.12"), Target("linux_x86_64", "3.12")


def names(own: Path, target: Target, extras: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    chosen, missing = closure(own, extras, own.parent, target)
    return sorted(chosen), missing


def test_markers_are_asked_against_the_machine_that_installs(wheel: Make) -> None:
    own = wheel("own", needs=["everywhere", 'only-windows; sys_platform == "win32"', 'old; python_version < "3.12"'])
    wheel("everywhere")
    wheel("only_windows")
    wheel("old")
    assert names(own, WINDOWS) == (["everywhere", "only-windows", "own"], [])
    assert names(own, LINUX) == (["everywhere", "own"], [])
    assert names(own, Target("linux_x86_64", "3.11")) == (["everywhere", "old", "own"], [])


def test_what_nothing_meets_is_named(wheel: Make) -> None:
    own = wheel("own", needs=["there>=1", "gone>=2"])
    wheel("there", needs=["deeper"])
    assert names(own, LINUX)[1] == ["gone>=2", "deeper"]


def test_a_wheel_of_another_machine_does_not_do(wheel: Make) -> None:
    own = wheel("own", needs=["fast"])
    wheel("fast", tag="cp312-cp312-win_amd64")
    assert names(own, WINDOWS)[1] == []
    assert names(own, LINUX)[1] == ["fast"]
    assert names(own, Target("win_amd64", "3.13"))[1] == ["fast"]


@pytest.mark.parametrize(
    "tag", ["cp311-abi3-manylinux_2_17_x86_64", "cp312-cp312-manylinux_2_26_x86_64", "py2.py3-none-any"]
)
def test_wheels_that_fit_linux(wheel: Make, tag: str) -> None:
    own = wheel("own", needs=["fast"])
    wheel("fast", tag=tag)
    assert names(own, LINUX)[1] == []


@pytest.mark.parametrize(
    "tag", ["cp312-cp312-manylinux_2_39_x86_64", "cp312-cp312-musllinux_1_2_x86_64", "cp313-abi3-win_amd64"]
)
def test_wheels_that_do_not(wheel: Make, tag: str) -> None:
    own = wheel("own", needs=["fast"])
    wheel("fast", tag=tag)
    assert names(own, LINUX)[1] == ["fast"]


def test_the_newest_that_does_and_the_nearest_to_the_machine(wheel: Make) -> None:
    own = wheel("own", needs=["fast<3"])
    for version, tag in (("1.0", "py3-none-any"), ("2.0", "py3-none-any"), ("3.0", "py3-none-any")):
        wheel("fast", version, tag)
    wheel("fast", "2.0", "cp312-cp312-win_amd64")
    assert closure(own, (), own.parent, WINDOWS)[0]["fast"].path.name == "fast-2.0-cp312-cp312-win_amd64.whl"
    assert closure(own, (), own.parent, LINUX)[0]["fast"].path.name == "fast-2.0-py3-none-any.whl"


def test_needs_that_contradict_each_other(wheel: Make) -> None:
    own = wheel("own", needs=["a", "b"])
    wheel("a", needs=["c"])
    wheel("b", needs=["c<2"])
    wheel("c", "2.0")
    with pytest.raises(NotComplete, match=r"b needs c<2, the folder has 2\.0"):
        closure(own, (), own.parent, LINUX)


def test_extras_of_ones_own_and_of_others(wheel: Make) -> None:
    own = wheel("own", needs=['a[more]; extra == "x"'])
    wheel("a", needs=['b; extra == "more"', 'c; extra == "other"'])
    wheel("b")
    assert names(own, LINUX) == (["own"], [])
    assert names(own, LINUX, ("x",)) == (["a", "b", "own"], [])


@pytest.fixture
def folder(wheel: Make, tmp_path: Path) -> Path:
    """A folder with two machines and a wheel for each."""
    own = wheel("parindex", "0.1.0", needs=["fast", 'colors; sys_platform == "win32"'])
    for tag in ("cp312-cp312-win_amd64", "cp312-cp312-manylinux2014_x86_64"):
        wheel("fast", tag=tag, files={"licenses/LICENSE.txt": "Do as you like."})
    wheel("colors", head="License: BSD\nClassifier: License :: OSI Approved :: BSD License\n")
    wheel("unused")
    wheel("pip", "25.0")
    made = tmp_path / "Bộ cài"
    assert bundle.lay(made, own, (), own.parent, [WINDOWS, LINUX]) == {"win_amd64-3.12": 3, "linux_x86_64-3.12": 2}
    return made


def test_what_lies_in_the_folder(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {
        "bo-cai", "parindex.cmd", "parindex.sh", "HUONG-DAN.txt", "CAI-PYTHON.txt", "GIAY-PHEP.txt", "SHA256SUMS.txt",
        "HUONG-DAN.html", "TO-NHANH.docx", "TO-NHANH.pdf",
    }  # fmt: skip
    assert '<section id="10-ngoai-tuyen">' in (folder / "HUONG-DAN.html").read_text(encoding="utf-8")
    assert sorted(path.name.partition("-")[0] for path in (folder / "bo-cai/wheels").iterdir()) == [
        "colors", "fast", "fast", "parindex", "pip",
    ]  # fmt: skip
    lock = (folder / "bo-cai/locks/linux_x86_64-3.12.txt").read_text(encoding="utf-8")
    assert [line.partition(" ")[0] for line in lock.splitlines()] == ["fast==1.0", "parindex==0.1.0"]
    assert "0.1.0" in (folder / "HUONG-DAN.txt").read_text(encoding="utf-8-sig").splitlines()[0]
    assert not [path for path in folder.rglob("*") if path.is_file() and b"@VERSION@" in path.read_bytes()]


def test_line_ends_and_letters_of_each_system(folder: Path) -> None:
    for name in ("parindex.cmd", "HUONG-DAN.txt", "CAI-PYTHON.txt", "GIAY-PHEP.txt"):
        content = (folder / name).read_bytes()
        assert content.count(b"\r\n") == content.count(b"\n") > 3, name
        assert content.startswith(b"\xef\xbb\xbf") == name.endswith(".txt"), name
    for path in (folder / "parindex.sh", *(folder / "bo-cai").glob("*.py")):
        assert b"\r" not in path.read_bytes()
    assert (folder / "parindex.sh").stat().st_mode & 0o111
    assert (folder / "parindex.cmd").read_bytes().isascii()
    assert max(map(len, (folder / "HUONG-DAN.txt").read_text(encoding="utf-8-sig").splitlines())) <= 92


def test_digests_cover_every_file_and_any_tool_reads_them(folder: Path) -> None:
    lines = (folder / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == sum(path.is_file() for path in folder.rglob("*")) - 1
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS.txt"], cwd=folder, capture_output=True)
    assert done.returncode == 0


def test_licences_are_listed_with_their_texts(folder: Path) -> None:
    text = (folder / "GIAY-PHEP.txt").read_text(encoding="utf-8-sig")
    assert "fast 1.0: MIT\n" in text
    assert "colors 1.0: BSD License\n" in text
    assert (folder / "bo-cai/giay-phep/fast/LICENSE.txt").read_text() == "Do as you like."
    assert text.count("fast 1.0") == 1


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("License-Expression: MIT OR Apache-2.0\nLicense: x\n", "MIT OR Apache-2.0"),
        ("License: Apache 2.0\n        and a long text\n", "Apache 2.0"),
        ("", licences.NOT_SAID),
    ],
)
def test_how_a_licence_is_said(wheel: Make, head: str, said: str) -> None:
    assert licences.licence(Wheel.of(wheel("a", head=head))) == said


def test_the_same_wheels_give_the_same_zip(folder: Path, tmp_path: Path) -> None:
    own = next((tmp_path / "wheels").glob("parindex-*"))
    again = tmp_path / "again" / folder.name
    bundle.lay(again, own, (), own.parent, [WINDOWS, LINUX])
    for at, made in enumerate((folder, again)):
        bundle.pack(made, tmp_path / f"{at}.zip")
    digests = {hashlib.sha256((tmp_path / f"{at}.zip").read_bytes()).hexdigest() for at in (0, 1)}
    assert len(digests) == 1
    with zipfile.ZipFile(tmp_path / "0.zip") as archive:
        assert archive.testzip() is None
        modes = {entry.filename.rpartition("/")[2]: entry.external_attr >> 16 for entry in archive.infolist()}
    assert modes["parindex.sh"] & 0o111


@pytest.mark.parametrize("target", [WINDOWS, LINUX], ids=lambda target: target.name)
def test_pip_itself_finds_the_folder_complete(folder: Path, target: Target) -> None:
    verify.resolves(folder, target)


def test_pip_itself_finds_a_wheel_that_is_gone_or_changed(folder: Path) -> None:
    path = next((folder / "bo-cai/wheels").glob("fast-*manylinux*"))
    content = path.read_bytes()
    path.write_bytes(content + b"x")
    with pytest.raises(NotComplete, match="DO NOT MATCH"):
        verify.resolves(folder, LINUX)
    path.unlink()
    with pytest.raises(NotComplete, match="fast"):
        verify.resolves(folder, LINUX)


def test_a_missing_wheel_stops_the_making(wheel: Make, tmp_path: Path) -> None:
    own = wheel("parindex", needs=["gone"])
    wheel("pip")
    with pytest.raises(NotComplete, match=r"win_amd64-3\.12: gone"):
        bundle.lay(tmp_path / "made", own, (), own.parent, [WINDOWS])


def test_every_python_that_parindex_runs_on_is_served() -> None:
    assert {target.platform for target in TARGETS} == {"win_amd64", "linux_x86_64"}
    assert len(TARGETS) == 8
    assert (OFFLINE / "files/CAI-PYTHON.txt").read_text(encoding="utf-8").count("3.14") >= 1
