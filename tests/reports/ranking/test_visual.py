"""The workbook as an office program prints it; needs LibreOffice and poppler: ``make test-visual``."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from parindex.reports.ranking.xlsx import write_xlsx
from tests.reports.ranking.making import ranked, result

pytestmark = [
    pytest.mark.visual,
    pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice, poppler"),
]
UNITS = [result(f"don-vi-{number:03}", str(20 + number % 50), "20") for number in range(120)]


def test_every_page_has_its_heads_and_says_that_it_is_a_draft(tmp_path: Path) -> None:
    source = tmp_path / "ranking.xlsx"
    with source.open("wb") as file, ranked(UNITS) as view:
        write_xlsx(view, file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    printed = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "ranking.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    # Spaces are worked out from distances, and small type has some within words.
    pages = [re.sub(r"[ \n]", "", page) for page in printed.split("\f")[:-1]]
    # Three tables of 120 units (the whole and two domains), the matrix and the summary.
    assert 9 <= len(pages) <= 24
    for page in pages:
        assert "DỰTHẢO,chưaphêduyệt" in page
        assert "Đơnvị" in page or "Trungbình" in page
    assert re.search(rf"Trang{len(pages)}/{len(pages)}", pages[-1])
    # No table is spread over pages sideways: each unit stands once in each of the three tables and once in the matrix.
    names = [name for page in pages for name in re.findall(r"don-vi-\d{3}", page)]
    assert len(names) == 4 * len(UNITS)
