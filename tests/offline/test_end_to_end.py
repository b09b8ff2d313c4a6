"""The real folder, built from the package index and used without any network: from the start file to the report."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.jobs.typed import fill
from tests.offline.conftest import OFFLINE, pythons

pytestmark = pytest.mark.offline
Start = Callable[..., subprocess.CompletedProcess[str]]
CUT_OFF = ["unshare", "--net"]
"""A network of its own for the process, with nothing in it."""
OWN = f"{sys.version_info[0]}.{sys.version_info[1]}"
FOUND = {version: path for version, path in pythons() if version in ("3.11", "3.12", "3.13", "3.14")}
FITTING = {OWN: sys.executable, **FOUND}
"""One Python of each version that this machine has."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as ``make offline`` makes it."""
    output = tmp_path_factory.mktemp("offline")
    done = subprocess.run([sys.executable, OFFLINE, "-o", output, "--zip"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = (path for path in output.iterdir() if path.is_dir())
    assert done.stdout.count("complete by their metadata and by pip") == 8
    return folder


@pytest.fixture
def desk(built: Path, tmp_path: Path) -> Path:
    """The folder unpacked from its zip among an officer's files, beside an empty home."""
    place = tmp_path / "Máy của chị Hòa (xã)"
    place.mkdir()
    with zipfile.ZipFile(built.with_name(f"{built.name}.zip")) as archive:
        archive.extractall(place)
    (place / built.name).rename(place / "bộ cài")
    (place / "nhà").mkdir()
    return place


@pytest.fixture
def start(desk: Path, request: pytest.FixtureRequest) -> Start:
    """Run the start file without network, and type lines; with the Python that a test asks for, else our own."""
    cut_off = CUT_OFF if subprocess.run([*CUT_OFF, "true"], capture_output=True).returncode == 0 else []
    dead = {f"{name}_proxy": "http://127.0.0.1:9" for name in ("http", "https", "all")}
    variables = {
        "HOME": str(desk / "nhà"),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "PARINDEX_PYTHON": FITTING[getattr(request, "param", OWN)],
        # What may be set on a machine must not reach the environment.
        "PYTHONPATH": str(desk),
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_REQUIRE_VIRTUALENV": "1",
        **dead,
    }

    def run(*words: str, lines: str = "", more: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*cut_off, "sh", desk / "bộ cài" / "parindex.sh", *words],
            input=lines,
            capture_output=True,
            encoding="utf-8",
            cwd=desk / "nhà",
            env={**variables, **(more or {})},
            timeout=300,
        )

    return run


def environments(desk: Path) -> list[Path]:
    return [path for path in (desk / "nhà/.local/share/parindex").iterdir() if path.is_dir()]


@pytest.mark.parametrize("start", FITTING, indirect=True)
def test_from_the_start_file_to_the_report(start: Start, desk: Path) -> None:
    first = start(lines="1\n1\n5\nUBND xã Hòa Bình\n\n0\n")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Đang chuẩn bị parindex" in first.stdout
    work = desk / "nhà" / "parindex"
    form = work / "bieu-mau-hoa-binh-2023.xlsx"
    fill(
        form,
        {
            ("facts", "tthc.on-time", "values", "numerator"): 1164,
            ("facts", "tthc.on-time", "values", "denominator"): 1200,
        },
    )
    second = start(lines="2\n1\n3\n4\n5\n1\n0\n")
    assert second.returncode == 0, second.stdout + second.stderr
    assert "Đang chuẩn bị" not in second.stdout  # the environment is used again
    assert "numerator: 1164" in (work / "hoa-binh.yaml").read_text(encoding="utf-8")
    assert "3.1.1 Tỷ lệ hồ sơ giải quyết đúng hạn" in second.stdout
    with zipfile.ZipFile(work / "bao-cao-tu-cham-hoa-binh-2023.docx") as report:
        assert "Hòa Bình" in report.read("word/document.xml").decode()
    assert not list((desk / "bộ cài").rglob("__pycache__"))


def test_a_command_instead_of_the_menu(start: Start, desk: Path) -> None:
    """Nor does a file that lies about in the folder reach the environment."""
    (desk / "nhà" / "pydantic.py").write_text("raise SystemExit('the wrong file')\n")
    done = start("--version")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "parindex 0.1.0"), done.stderr
    assert start("score", "khong-co.yaml").returncode == 2
    assert start("--kiem-tra").stdout == "Bộ cài nguyên vẹn.\n"


def test_what_is_not_whole_is_made_again(start: Start, desk: Path) -> None:
    assert start("--version").returncode == 0
    (folder,) = environments(desk)
    next(folder.rglob("lxml/etree*.so")).unlink()
    again = start("--version")
    assert again.returncode == 0, again.stderr
    assert "Đang chuẩn bị" in again.stdout
    # An older version leaves when a newer one is there.
    folder.rename(folder.with_name(folder.name[:-8] + "00000000"))
    assert "Đang chuẩn bị" in start("--version").stdout
    assert environments(desk) == [folder]
    assert "Đang chuẩn bị" not in start("--version").stdout


def test_a_damaged_folder_is_refused(start: Start, desk: Path) -> None:
    wheel = next((desk / "bộ cài/bo-cai/wheels").glob("typer-*"))
    content = bytearray(wheel.read_bytes())
    content[1000] ^= 1
    wheel.write_bytes(content)
    done = start("--version")
    assert done.returncode == 77
    assert f"tệp bị thay đổi: bo-cai/wheels/{wheel.name}" in done.stderr
    assert environments(desk) == []
    assert start("--kiem-tra").returncode == 77


def test_no_python_that_fits(desk: Path) -> None:
    shutil.rmtree(desk / "bộ cài/bo-cai/locks")
    (desk / "bộ cài/bo-cai/locks").mkdir()
    done = subprocess.run(
        ["sh", desk / "bộ cài/parindex.sh"], capture_output=True, encoding="utf-8", env=dict(os.environ)
    )
    assert done.returncode == 77
    assert "CAI-PYTHON.txt" in done.stderr
    assert "khong co trong bo cai" in done.stdout


def test_the_same_wheels_again_by_the_locks(built: Path, tmp_path: Path) -> None:
    words = ["-o", tmp_path, "--locks", built / "bo-cai" / "locks"]
    done = subprocess.run([sys.executable, OFFLINE, *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    one, other = ((path / "SHA256SUMS.txt").read_bytes() for path in (built, tmp_path / built.name))
    assert one == other
    refused = subprocess.run([sys.executable, OFFLINE, *words], capture_output=True, text=True)
    assert (refused.returncode, "--force" in refused.stderr) == (2, True)
