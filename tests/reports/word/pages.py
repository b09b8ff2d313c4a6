"""Pages as LibreOffice lays them out, and what must hold on each of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

NEEDED = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice and poppler are needed"
)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
_HEADING = re.compile(
    r"(I{1,3}|IV|VI{0,3})\. [A-ZĐ]{2}|\d\. (Kết quả|So sánh|Khắc phục|Cải cách|Tồn tại|Các )|Bảng (tổng hợp|xếp hạng)"
    r"|Nơi nhận:$|Phụ lục( [IV]+)?$"
)
_MM = 72 / 25.4


def convert(folder: Path, source: Path, form: str) -> Path:
    """The file in another form."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "out" / f"{source.stem}.{form.partition(':')[0]}"


def pages(pdf: Path, *options: str) -> list[str]:
    """The text of every page."""
    found = subprocess.run(["pdftotext", *options, str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return found.split("</page>")[:-1] if "-bbox" in options else found.split("\f")[:-1]


def assert_laid_out(folder: Path, docx: bytes) -> list[str]:
    """Nothing is cut, no heading is left alone at the foot of a page, numbers from page 2; gives the pages' texts."""
    source = folder / "r.docx"
    source.write_bytes(docx)
    pdf = convert(folder, source, "pdf")
    texts = pages(pdf, "-layout")
    for number, page in enumerate(pages(pdf, "-bbox")):
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
    return texts
