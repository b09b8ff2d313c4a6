"""``parindex report`` by kind, as typed: kinds, fields, bundles, words from Word, and templates with faults."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Result
from tests.guide import write_in_word
from tests.jobs.documents import EXAMPLE, appraised, many
from tests.jobs.making import repository, unit
from tests.reports.word.making import document

Run = Callable[..., Result]


def title(path: Path) -> str:
    return docx.Document(io.BytesIO(path.read_bytes())).core_properties.title


@pytest.mark.parametrize(
    ("options", "name", "begins"),
    [
        (["--kind", "periodic", "--period", "6m"], "bao-cao-cchc-phu-son-2023-6m.docx", "Báo cáo công tác cải cách"),
        (["--kind", "tasks", "--on", "30/06/2023"], "bao-cao-nhiem-vu-phu-son-2023.docx", "Báo cáo kết quả thực hiện"),
        (["--period", "Q1"], "bao-cao-tu-cham-phu-son-2023-Q1.docx", "Báo cáo kết quả tự chấm điểm"),
    ],
)
def test_kinds_of_a_unit(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], name: str, begins: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = parindex("report", EXAMPLE, "--docx", *options)
    assert result.code == 0, result.err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert title(tmp_path / name).startswith(begins)


@pytest.mark.parametrize("kind", ["summary", "submission", "decision"])
def test_kinds_of_many(parindex: Run, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "a.docx"
    result = parindex("report", many() / "parindex.yaml", "--kind", kind, "--docx", "-o", target)
    assert result.code == 0, result.err
    assert "năm 2023" in title(target)


def test_what_is_ranked_is_the_repository_or_what_a_run_wrote(parindex: Run, tmp_path: Path) -> None:
    """Neither a sheet that lies in a repository, nor a run's own ranking beside its sheets, stands for the units."""
    root, out = repository(tmp_path / "kho", {id_: unit(id_, 90) for id_ in "ab"}), tmp_path / "out"
    assert parindex("batch", root, "-o", out).code == 0

    def units(folder: Path) -> int:
        target = tmp_path / "a.docx"
        result = parindex("report", folder, "--kind", "summary", "--docx", "-o", target, "--force")
        assert result.code == 0, result.err
        tables = docx.Document(str(target)).tables
        named = {
            name
            for t in tables
            for row in t.rows
            for cell in row.cells
            for name in "ab"
            if f"phường {name}" in cell.text
        }
        return len(named)

    assert (units(out), units(out / "sheets"), units(root)) == (2, 2, 2)
    shutil.copy(out / "sheets" / "a.json", root / "phieu-diem-cuoi.json")
    assert units(root) == 2
    (root / "parindex.yaml").unlink()
    assert units(root) == 2


def test_minutes_and_explanation(parindex: Run, tmp_path: Path) -> None:
    path, merged, response = appraised()
    for kind in ("appraisal", "explanation"):
        result = parindex(
            "report", path, "--kind", kind, "--docx", "--appraisal", merged, "--response", response, "-o",
            tmp_path / f"{kind}.docx",
        )  # fmt: skip
        assert result.code == 0, result.err
        assert (tmp_path / f"{kind}.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--docx"], "tệp số liệu của đơn vị"),
        ([EXAMPLE], "--docx"),
        ([EXAMPLE, "--docx", "--kind", "summary"], "thư mục kho"),
        ([EXAMPLE, "--docx", "--kind", "appraisal"], "--appraisal"),
        ([EXAMPLE, "--docx", "--kind", "periodic", "--period", "Q5"], "Q5"),
        ([EXAMPLE, "--docx", "--kind", "tasks", "--on", "31/02/2023"], "31/02/2023"),
        ([EXAMPLE, "--docx", "--kind", "la"], "la"),
    ],
)
def test_usage(
    parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[object], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = parindex("report", *arguments)
    assert result.code == 2
    assert words in result.err
    assert not list(tmp_path.iterdir())


def test_fields_are_listed_with_examples(parindex: Run) -> None:
    result = parindex("report", "--list-fields", "--kind", "tasks")
    assert result.code == 0
    assert "{{ heading.number }}  số, ký hiệu; ví dụ: Số:" in result.out
    assert "{%tr for row in annex.rows %}" in result.out
    assert "  {{ row.deadline }}  thời hạn như kế hoạch in" in result.out


def test_bundle_and_verify(parindex: Run, tmp_path: Path) -> None:
    target = tmp_path / "goi.zip"
    assert parindex("report", EXAMPLE, "--bundle", "-o", target).code == 0
    proved = parindex("verify", target)
    assert (proved.code, "Còn nguyên" in proved.out) == (0, True)
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("la.txt", "x")
    changed = parindex("verify", target)
    assert changed.code == 1
    assert "E463" in changed.err
    assert "la.txt" in changed.err


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{{ heading.numbr }}", ["heading.numbr", "có phải là number?"]),
        ("{{ signature.signer", ["dở dang"]),
        ("{%p for x in opening %}", ["thẻ chưa có thẻ đóng"]),
        ("{{ results.__class__ }}", ["không được phép"]),
    ],
)
def test_fault_of_a_template_names_the_paragraph(parindex: Run, tmp_path: Path, tag: str, words: list[str]) -> None:
    mine = tmp_path / "mau.docx"
    mine.write_bytes(document("Đoạn lành", f"{tag}"))
    result = parindex("report", EXAMPLE, "--docx", "--template", mine, "-o", tmp_path / "a.docx")
    assert result.code == 2
    assert "E151" in result.err
    assert "Traceback" not in result.err
    for each in words:
        assert each in " ".join(result.err.split())
    assert not (tmp_path / "a.docx").exists()
    english = parindex("report", EXAMPLE, "--docx", "--template", mine, "-o", tmp_path / "a.docx", "--lang", "en")
    assert "The Word template cannot be used: " in english.err
    assert "thẻ" not in english.err


def test_an_office_has_its_own_template_in_its_repository(parindex: Run, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE.parent, tmp_path / "a")
    (tmp_path / "a" / "templates").mkdir()
    (tmp_path / "a" / "templates" / "self.docx").write_bytes(document("Riêng của {{ heading.name[0] }}"))
    assert parindex("report", tmp_path / "a" / "unit.yaml", "--docx", "-o", tmp_path / "a.docx").code == 0
    assert [each.text for each in docx.Document(str(tmp_path / "a.docx")).paragraphs] == ["Riêng của ỦY BAN NHÂN DÂN"]
    assert parindex("check", tmp_path / "a" / "unit.yaml").code == 0


def test_an_office_uses_its_own_template(parindex: Run, tmp_path: Path) -> None:
    mine, target = tmp_path / "mau.docx", tmp_path / "a.docx"
    mine.write_bytes(
        document("MẪU RIÊNG", "{{ heading.subject }}", "{%p for text in opening %}", "{{ text }}", "{%p endfor %}")
    )
    assert parindex("report", EXAMPLE, "--docx", "--template", mine, "-o", target).code == 0
    texts = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]
    assert texts[0] == "MẪU RIÊNG"
    assert texts[1].startswith("Kết quả tự chấm điểm")


def test_words_come_back_from_word(parindex: Run, tmp_path: Path) -> None:
    folder = tmp_path / "don-vi"
    folder.mkdir()
    unit = folder / "unit.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    unit.write_text(
        "\n".join(line for line in text.splitlines() if "    file: minh-chung" not in line), encoding="utf-8"
    )
    report = tmp_path / "a.docx"
    made = parindex("report", unit, "--docx", "-o", report, "--draft")
    assert report.is_file(), made.err
    same = parindex("report", unit, "--collect", report)
    assert (same.code, "không có gì mới" in same.out) == (0, True)
    before = unit.read_bytes()
    for part, vi, en in (
        ("report/self/difficulties", "Khó khăn, nguyên nhân", "Difficulties and causes"),
        ("explanations/3.1.2", "Giải trình tiêu chí 3.1.2", "Explanation of 3.1.2"),
    ):
        for words, named in (([], vi), (["--lang", "en"], en)):
            unit.write_bytes(before)
            parindex("report", unit, "--docx", "-o", report, "--draft", "--force")
            write_in_word(report, part, "Một ý mới.")
            assert named in parindex("report", unit, "--collect", report, *words).out
    # What was collected is noted in the report: only what is written anew stands against the file.
    unit.write_bytes(before)
    parindex("report", unit, "--docx", "-o", report, "--draft", "--force")
    write_in_word(report, "explanations/3.1.2", "Một ý mới.")
    for lang, words in (("vi", "CHƯA lấy: Giải trình tiêu chí 3.1.2"), ("en", "NOT taken: Explanation of 3.1.2")):
        unit.write_bytes(before.replace(b"  3.1.2: Trong", "  3.1.2: Mới sửa, trong".encode()))
        both = parindex("report", unit, "--collect", report, "--lang", lang)
        assert (both.code, words in both.err, both.out) == (1, True, "")
    forced = parindex("report", unit, "--collect", report, "--force")
    assert (forced.code, "Mới sửa" in unit.read_text(encoding="utf-8")) == (0, False)
    unit.write_bytes(before)
    other = tmp_path / "khac.docx"
    docx.Document().save(str(other))
    refused = parindex("report", unit, "--collect", other)
    assert refused.code == 2
    assert "không phải báo cáo" in refused.err
    unit.write_bytes(before.replace(b"  id: phu-son\n", b"  id: lam-son\n"))
    for lang, words in (("vi", "là báo cáo của đơn vị phu-son, năm 2023"), ("en", "is the report of phu-son for 2023")):
        refused = parindex("report", unit, "--collect", report, "--lang", lang)
        assert refused.code == 2
        assert words in " ".join(refused.err.replace("│", " ").split())
    assert b"id: lam-son" in unit.read_bytes()


def test_pdf_without_libreoffice(parindex: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("parindex.jobs.report_pdf._PLACES", ())
    result = parindex("report", EXAMPLE, "--docx", "--pdf", "-o", tmp_path / "a.docx")
    assert result.code == 2
    assert "cài LibreOffice" in " ".join(result.err.split())
    assert not list(tmp_path.iterdir())
