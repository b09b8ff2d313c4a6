"""``parindex report`` as typed: a whole file, or none."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import UNIT, Result

Run = Callable[..., Result]


def test_writes_a_word_file_and_says_where(parindex: Run, unit: Path, tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.docx"
    result = parindex("report", unit, "--docx", "-o", target)
    assert result.code == 0, result.err
    assert str(target) in result.out
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)
    assert "Chỉ số cải cách hành chính" in text
    assert "không phải bộ tiêu chí chính thức" in text


def test_the_same_input_gives_the_same_bytes(parindex: Run, unit: Path, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert parindex("report", unit, "--docx", "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_the_default_name_lies_in_the_current_folder(
    parindex: Run, unit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "noi-khac"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert parindex("report", unit, "--docx").code == 0
    assert [path.name for path in folder.iterdir()] == ["bao-cao-tu-cham-phu-son-2023.docx"]


def test_nothing_is_overwritten_without_force(parindex: Run, unit: Path, tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.docx"
    target.write_bytes(b"mine")
    result = parindex("report", unit, "--docx", "-o", target)
    assert result.code == 2
    assert "E141" in result.err
    assert target.read_bytes() == b"mine"
    assert parindex("report", unit, "--docx", "-o", target, "--force").code == 0
    assert zipfile.is_zipfile(target)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("doc: bc-212", "doc: bc-213", 1),
        ("numerator: 1164", "numerator: 1264", 1),
        ("2023-01-12\n    issuer", "2023-13-12\n    issuer", 2),
    ],
)
def test_errors_leave_no_file(parindex: Run, unit: Path, tmp_path: Path, old: str, new: str, code: int) -> None:
    unit.write_text(UNIT.replace(old, new), encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    result = parindex("report", unit, "--docx", "-o", tmp_path / "bao-cao.docx")
    assert result.code == code
    assert sorted(tmp_path.iterdir()) == before


def test_a_draft_is_written_in_spite_of_errors_and_says_so(parindex: Run, unit: Path, tmp_path: Path) -> None:
    unit.write_text(UNIT.replace("doc: bc-212", "doc: bc-213"), encoding="utf-8")
    target = tmp_path / "bao-cao.docx"
    assert parindex("report", unit, "--docx", "-o", target, "--draft").code == 1
    with zipfile.ZipFile(target) as package:
        headers = [package.read(name).decode() for name in package.namelist() if "header" in name]
    assert any("DỰ THẢO" in header for header in headers)


def test_standard_output_is_the_file(unit: Path) -> None:
    command = [sys.executable, "-m", "parindex", "report", str(unit), "--docx", "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert zipfile.is_zipfile(io.BytesIO(done.stdout))


def test_a_folder_that_is_not_there(parindex: Run, unit: Path, tmp_path: Path) -> None:
    result = parindex("report", unit, "--docx", "-o", tmp_path / "khong-co" / "bao-cao.docx")
    assert result.code == 2
    assert "E142" in result.err


def test_a_template_that_is_no_word_file(parindex: Run, unit: Path, tmp_path: Path) -> None:
    bad = tmp_path / "mau.docx"
    bad.write_bytes(b"PK\x03\x04 no")
    result = parindex("report", unit, "--docx", "-o", tmp_path / "b.docx", "--template", bad)
    assert result.code == 2
    assert "Traceback" not in result.err
    assert "mau.docx" in result.err
