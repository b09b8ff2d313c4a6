"""Word reports of a run: of each unit, and on the ranking."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from parindex.files.library import Library
from parindex.files.unusable import Unusable
from parindex.jobs.batch import Options
from tests.jobs.making import repository, unit, write
from tests.jobs.test_batch import ALONE, FOUR, batch


@pytest.mark.parametrize("jobs", [1, 3])
def test_two_files_of_one_unit_leave_no_report_and_no_other_complaint(tmp_path: Path, jobs: int) -> None:
    units = {name: unit("a", at) for at, name in enumerate("abcdef")}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    for _ in range(2):
        finished = batch(root, out, Options(jobs=jobs, docx=True))
        assert [f.code for f in finished.findings] == ["E308"] * 6
        assert (finished.errors, list((out / "reports").iterdir()), list((out / "sheets").iterdir())) == (6, [], [])


def test_word_reports(tmp_path: Path) -> None:
    units = {"a": unit("a", 90), "b": unit("b", 80, more="claims: {'9.9': 1}\n")}
    root, out = repository(tmp_path / "root", units), tmp_path / "out"
    options = replace(ALONE, docx=True)
    batch(root, out, options)
    # b has an error: no report, as with parindex report.
    assert [path.name for path in (out / "reports").iterdir()] == ["a.docx"]
    first = (out / "reports" / "a.docx").read_bytes()
    assert first.startswith(b"PK")
    assert batch(root, out, options).scored == 0
    assert batch(root, tmp_path / "again", options).scored == 2
    assert (tmp_path / "again" / "reports" / "a.docx").read_bytes() == first
    (out / "reports" / "a.docx").write_bytes(b"sua tay")
    write(root / "units" / "a.yaml", unit("a", 91))
    finished = batch(root, out, options)
    assert ("E141", "a.docx") in [(f.code, Path(f.file).name) for f in finished.findings]
    assert (out / "reports" / "a.docx").read_bytes() == b"sua tay"
    batch(root, out, replace(options, force=True))
    assert (out / "reports" / "a.docx").read_bytes().startswith(b"PK")


def paragraphs(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    heads = (each.text for section in document.sections for each in section.header.paragraphs)
    return "\n".join([*(each.text for each in document.paragraphs), *cells, *heads])


def test_the_report_on_the_ranking_for_the_council(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    options = replace(ALONE, docx=True)
    batch(root, out, options)
    text = paragraphs(out / "ranking.docx")
    assert "DỰ THẢO, chưa phê duyệt" in text
    assert all(word in text for word in ("UBND phường a", "94,00", "UBND xã d", "80,00"))
    first = (out / "ranking.docx").read_bytes()
    assert not batch(root, out, options).anew
    repository(root, {}, project="status: approved\ndecision: {number: 12/QĐ-UBND, date: 2024-02-01}\n")
    assert batch(root, out, options).scored == 0
    text = paragraphs(out / "ranking.docx")
    assert "ĐÃ PHÊ DUYỆT theo Quyết định số 12/QĐ-UBND ngày 01/02/2024" in text and "DỰ THẢO" not in text
    repository(root, {})
    batch(root, out, options)
    assert (out / "ranking.docx").read_bytes() == first
    (out / "ranking.docx").write_bytes(b"sua tay")
    write(root / "units" / "a.yaml", unit("a", 91))
    with pytest.raises(Unusable):
        batch(root, out, options)
    assert (out / "ranking.docx").read_bytes() == b"sua tay"


def test_the_report_on_units_with_errors_is_marked_as_a_draft(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    options = replace(ALONE, docx=True)
    batch(root, out, options)
    clean = (out / "ranking.docx").read_bytes()
    write(root / "units" / "x.yaml", "kind: unit\na: [\n")
    batch(root, out, options)
    with zipfile.ZipFile(out / "ranking.docx") as made, zipfile.ZipFile(io.BytesIO(clean)) as before:
        names = [name for name in made.namelist() if "header" in name]
        assert any("DỰ THẢO" in made.read(name).decode() for name in names)
        assert not any("DỰ THẢO" in before.read(name).decode() for name in before.namelist() if "header" in name)


def headers(path: Path) -> str:
    with zipfile.ZipFile(path) as made:
        return "".join(made.read(name).decode() for name in made.namelist() if "header" in name)


def test_an_edited_report_is_no_error_of_its_unit(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", FOUR), tmp_path / "out"
    options = replace(ALONE, docx=True)
    batch(root, out, options)
    before = {name: (out / name).read_bytes() for name in ("ranking.docx", "ranking.csv", "ranking.json")}
    (out / "reports" / "a.docx").write_bytes(b"sua tay")
    for _ in range(2):
        finished = batch(root, out, options)
        assert ([f.code for f in finished.findings], finished.errors) == (["E141"], 1)
        assert {name: (out / name).read_bytes() for name in before} == before
    assert batch(root, out).errors == 0


def test_what_is_approved_stays_approved_where_units_have_errors(tmp_path: Path) -> None:
    project = "status: approved\ndecision: {number: 12/QĐ-UBND, date: 2024-02-01}\n"
    units = FOUR | {"a": unit("a", 90, more="claims: {'9.9': 1}\n")}
    root, out = repository(tmp_path / "root", units, project=project), tmp_path / "out"
    assert batch(root, out, replace(ALONE, docx=True)).errors == 1
    text = paragraphs(out / "ranking.docx")
    assert "ĐÃ PHÊ DUYỆT" in text and "còn 1 lỗi số liệu" in text
    assert "DỰ THẢO" not in text + headers(out / "ranking.docx")


def test_word_reports_that_are_asked_for_later(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", {"a": unit("a", 90)}), tmp_path / "out"
    batch(root, out)
    assert batch(root, out, replace(ALONE, docx=True)).scored == 1
    assert (out / "reports" / "a.docx").is_file()
    (out / "reports" / "a.docx").unlink()
    assert batch(root, out, replace(ALONE, docx=True)).scored == 1
    assert (out / "reports" / "a.docx").is_file()


def test_a_template_of_the_repository_s_own_is_used(tmp_path: Path) -> None:
    root, out = repository(tmp_path / "root", {"a": unit("a", 90)}), tmp_path / "out"
    (root / "templates").mkdir()
    own = docx.Document(str(Library().template("self")))
    own.add_paragraph("MẪU CỦA CƠ QUAN")
    own.save(str(root / "templates" / "self.docx"))
    batch(root, out, replace(ALONE, docx=True))
    assert "MẪU CỦA CƠ QUAN" in paragraphs(out / "reports" / "a.docx")
    (root / "templates" / "self.docx").unlink()
    batch(root, out, replace(ALONE, docx=True))
    assert "MẪU CỦA CƠ QUAN" not in paragraphs(out / "reports" / "a.docx")
