"""Every kind of document as pages, at several lengths; needs LibreOffice and poppler: ``make test-visual``."""

from __future__ import annotations

from pathlib import Path

import pytest

from parindex.jobs.report import report_file
from parindex.jobs.report_kinds import Kind
from tests.jobs.documents import EXAMPLE, document
from tests.reports.word.pages import NEEDED, assert_laid_out

pytestmark = [pytest.mark.visual, NEEDED]
CASES: list[tuple[Kind, str | None, int]] = [
    ("periodic", "Q1", 0),
    ("periodic", "6m", 0),
    ("periodic", "year", 0),
    ("tasks", None, 0),
    ("summary", None, 3),
    ("summary", None, 30),
    ("summary", None, 120),
    ("submission", None, 30),
    ("decision", None, 3),
    ("decision", None, 120),
    ("appraisal", None, 0),
    ("explanation", None, 0),
]


@pytest.mark.parametrize(("kind", "period", "count"), CASES)
def test_pages_of_every_kind(kind: Kind, period: str | None, count: int, tmp_path: Path) -> None:
    texts = assert_laid_out(tmp_path, document(kind, period=period, count=count or 6))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in " ".join(texts[0].split())
    if count >= 30:
        assert "".join(texts).count("Điểm") > len(texts) // 3  # heads of tables come again on every page


def test_pdf_of_the_command_has_the_report(tmp_path: Path) -> None:
    written = report_file(EXAMPLE, output=tmp_path / "a.docx", pdf=True)
    assert written.pdf == tmp_path / "a.pdf"
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "a.docx").is_file()
