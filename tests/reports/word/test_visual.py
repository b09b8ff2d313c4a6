"""Pages as a word processor lays them out; needs LibreOffice and poppler: ``make test-visual``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parindex.reports.word import self_report
from tests.reports.sample import ENTRY, make
from tests.reports.word.pages import NEEDED, assert_laid_out, convert
from tests.reports.word.reading import TEMPLATE, Report
from tests.reports.word.structure import assert_sound

pytestmark = [pytest.mark.visual, NEEDED]


@pytest.mark.parametrize(("count", "documents"), [(3, 0), (60, 0), (120, 0), (120, 400)])
def test_nothing_is_cut_and_no_heading_is_left_alone(count: int, documents: int, tmp_path: Path) -> None:
    changes: dict[str, Any] = {"report": {"self": ENTRY}}
    if documents:
        changes["documents"] = {
            f"tl-{number}": {
                "form": "administrative", "number": f"{number}/BC-UBND", "date": date(2023, 12, 14),
                "issuer": "UBND phường Giả Định", "title": f"Báo cáo chuyên đề số {number} về công tác cải cách",
                "file": f"minh-chung/{number}-bao-cao-chuyen-de-cong-tac-cai-cach-hanh-chinh.pdf",
            }
            for number in range(documents)
        }  # fmt: skip
    sheet, unit = make(count, **changes)
    texts = assert_laid_out(tmp_path, self_report(sheet, unit, TEMPLATE))
    assert "".join(texts).count("Phụ lục") >= 2
    if len(texts) > 3:
        assert texts[1].split()[0] == "2"


def test_template_saved_by_another_program_makes_the_same_report(tmp_path: Path) -> None:
    source = tmp_path / "self.docx"
    source.write_bytes(TEMPLATE)
    saved = convert(tmp_path, convert(tmp_path, source, "odt"), "docx:MS Word 2007 XML")
    sheet, unit = make(24, report={"self": ENTRY})
    links = {id_: document.file or "" for id_, document in sheet.documents.items()}
    ours, theirs = (
        Report(self_report(sheet, unit, template, links=links)) for template in (TEMPLATE, saved.read_bytes())
    )
    assert saved.read_bytes() != TEMPLATE
    assert_sound(theirs.data)
    assert [text for text in theirs.paragraphs() if text] == [text for text in ours.paragraphs() if text]
