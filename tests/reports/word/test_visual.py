"""Pages as a word processor lays them out; needs LibreOffice and poppler: ``make test-visual``."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from parindex.reports.word import self_report
from tests.reports.sample import ENTRY, make
from tests.reports.word.reading import TEMPLATE, Report

pytestmark = [
    pytest.mark.visual,
    pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice, poppler"),
]
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
_HEADING = re.compile(r"(I{1,3}|IV|VI?)\. [A-ZĐ]{2}|\d\. (Kết quả|So sánh|Khắc phục)|Bảng tổng hợp|Nơi nhận:$")
_MM = 72 / 25.4


def _convert(folder: Path, source: Path, form: str) -> Path:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "out" / f"{source.stem}.{form.partition(':')[0]}"


def _pages(pdf: Path, *options: str) -> list[str]:
    found = subprocess.run(["pdftotext", *options, str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return found.split("</page>")[:-1] if "-bbox" in options else found.split("\f")[:-1]


@pytest.mark.parametrize("count", [3, 60, 120])
def test_nothing_is_cut_and_no_heading_is_left_alone(count: int, tmp_path: Path) -> None:
    sheet, unit = make(count, report={"self": ENTRY})
    source = tmp_path / "r.docx"
    source.write_bytes(self_report(sheet, unit, TEMPLATE))
    pdf = _convert(tmp_path, source, "pdf")
    texts = _pages(pdf, "-layout")
    assert "".join(texts).count("Phụ lục") >= 2
    for number, page in enumerate(_pages(pdf, "-bbox")):
        width, height = (float(size) for size in re.findall(r'page width="([\d.]+)" height="([\d.]+)"', page)[0])
        assert _WORD.search(page), number
        for left, top, right, bottom, word in _WORD.findall(page):
            assert float(left) >= 30 * _MM - 1, (number, word)
            assert float(right) <= width - 15 * _MM + 1, (number, word)
            assert float(top) >= 10 * _MM - 1, (number, word)
            assert float(bottom) <= height - 20 * _MM + 6, (number, word)
        lines = [line.strip() for line in texts[number].splitlines() if line.strip()]
        assert not _HEADING.match(lines[-1]), (number, lines[-1])
    assert texts[0].split()[0] != "1"
    if len(texts) > 3:
        assert texts[1].split()[0] == "2"


def test_template_saved_by_another_program_makes_the_same_report(tmp_path: Path) -> None:
    source = tmp_path / "self.docx"
    source.write_bytes(TEMPLATE)
    saved = _convert(tmp_path, _convert(tmp_path, source, "odt"), "docx:MS Word 2007 XML")
    sheet, unit = make(24, report={"self": ENTRY})
    links = {document.id: document.file or "" for document in sheet.documents}
    ours, theirs = (
        Report(self_report(sheet, unit, template, links=links)) for template in (TEMPLATE, saved.read_bytes())
    )
    assert saved.read_bytes() != TEMPLATE
    assert [text for text in theirs.paragraphs() if text] == [text for text in ours.paragraphs() if text]
