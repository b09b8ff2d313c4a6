"""Documents of every kind: sound for Word, complete, and the same every time."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from parindex.jobs.report import report_file
from parindex.jobs.report_kinds import KINDS, Asked, Kind, NoAppraisal, NotMany
from parindex.jobs.report_pdf import NoOffice
from parindex.reports.word.package import unpack
from templates.build import KINDS as TEMPLATES
from templates.build import build
from tests.jobs.documents import EXAMPLE, document, many
from tests.reports.word.reading import Report
from tests.reports.word.structure import assert_no_empty_heading, assert_sound

ROOT = Path(__file__).parents[2]
UNIT_KINDS: list[Kind] = ["self", "periodic", "tasks"]
TYPES = {
    "self": "BÁO CÁO", "periodic": "BÁO CÁO", "tasks": "BÁO CÁO", "summary": "BÁO CÁO", "submission": "TỜ TRÌNH",
    "decision": "QUYẾT ĐỊNH", "appraisal": "BIÊN BẢN", "explanation": "BÁO CÁO",
}  # fmt: skip


def text_of(kind: Kind, **more: object) -> str:
    return Report(document(kind, **more)).text  # type: ignore[arg-type]


def test_every_kind_has_a_template_and_the_script_makes_it() -> None:
    assert set(TEMPLATES) == set(KINDS)
    for kind in KINDS:
        assert unpack((ROOT / "templates" / f"{kind}.docx").read_bytes()) == unpack(build(kind)), kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("draft", [False, True])
def test_what_word_is_strict_about(kind: Kind, draft: bool) -> None:
    data = document(kind, draft=draft)
    parts = assert_sound(data)
    assert_no_empty_heading(data)
    marks = [b"D\xe1\xbb\xb0 TH\xe1\xba\xa2O" in part for name, part in parts.items() if name.startswith("word/header")]
    assert marks == [draft, draft]
    opened = docx.Document(io.BytesIO(data))
    assert opened.core_properties.title
    assert opened.core_properties.category.startswith(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_head_and_foot_of_every_kind(kind: Kind) -> None:
    made = Report(document(kind))
    assert made.paragraphs("Tên loại văn bản") == [TYPES[kind]]
    assert made.paragraphs("Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert made.paragraphs("Thẩm quyền ký")
    assert all(title.isupper() for title in made.paragraphs("Tên phụ lục"))
    sections = [text.partition(".")[0] for text in made.paragraphs("Đề mục I")]
    assert sections == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"][: len(sections)]


@pytest.mark.parametrize("kind", KINDS)
def test_no_raw_name_reaches_the_paper(kind: Kind) -> None:
    said = text_of(kind)
    for word in ("None", "True", "done-on-time", "no-evidence", "tthc.on-time", "kh-1", "Decimal", "sha256"):
        assert word not in said
    assert "điểm mất" not in said
    assert not re.search(r"\b[0-9a-f]{32,}\b", said)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_input_gives_the_same_bytes(kind: Kind) -> None:
    first = document(kind)
    document.cache_clear()
    assert document(kind) == first


@pytest.mark.parametrize("kind", UNIT_KINDS)
def test_synthetic_figures_are_said(kind: Kind) -> None:
    assert "Số liệu giả định, chỉ để minh họa" in text_of(kind)


def test_numbers_and_dates_are_vietnamese() -> None:
    said = text_of("periodic", period="6m")
    assert "570 / 587 hồ sơ = 97,1%" in said
    assert not re.search(r"\d{4}-\d{2}-\d{2}", said)
    assert not re.search(r"\d\.\d{1,2}%", said)


def test_decision_has_its_bases_and_articles() -> None:
    made = Report(document("decision"))
    assert made.paragraphs("Căn cứ") == [
        "Căn cứ Luật Ví Dụ ngày 01 tháng 01 năm 2000;",
        "Theo đề nghị của Trưởng phòng Nội vụ.",
    ]
    assert made.paragraphs("Thẩm quyền ban hành") == ["CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ VÍ DỤ", "QUYẾT ĐỊNH:"]
    assert [text[:6] for text in made.paragraphs("Nội dung") if text.startswith("Điều")] == [
        "Điều 1", "Điều 2", "Điều 3",
    ]  # fmt: skip
    assert made.paragraphs("Thẩm quyền ký") == ["CHỦ TỊCH"]
    assert made.has("Căn cứ", "i")


def test_summary_says_that_it_is_a_draft_and_who_is_left_out() -> None:
    said = text_of("summary")
    assert "(DỰ THẢO, chưa phê duyệt)" in said
    assert "UBND xã Riêng: đơn vị đặc thù, không xếp hạng: mới thành lập." in said


def test_minutes_tell_both_scores_and_the_reason() -> None:
    said = text_of("appraisal")
    # By hand: 9 + 4 as submitted; 8 + 4 + 4,5 after round 1.
    assert "Điểm tự chấm là 13,00 điểm" in said
    assert "16,50 điểm trên 20,00 điểm" in said
    who = "Lần 1, Văn phòng HĐND và UBND (Chuyên viên, 10/01/2024)"
    assert f"{who}: 9,00 → 8,00 theo số liệu sửa lại; lý do: Đối chiếu hồ sơ" in said
    assert "Kế hoạch năm (1.2), Phòng Tư pháp (Chuyên viên, 10/01/2024): Bổ sung công văn gửi" in said


def test_minutes_of_an_open_appraisal_are_provisional() -> None:
    said = text_of("appraisal")
    assert "Chỉ số CCHC (tạm tính)" in said.partition("KẾT LUẬN")[2]
    assert "đơn vị xếp loại" not in said


def test_explanation_answers_every_request() -> None:
    made = Report(document("explanation"))
    assert "có 2 nội dung yêu cầu giải trình hoặc hạ điểm; đơn vị đã giải trình 1/2" in made.text
    assert "Đã gửi ngày 11/01" in made.text
    assert "Công văn bổ sung" in made.text
    assert "Sáng kiến" not in made.text  # what only the council scores is nothing to explain


def test_a_draft_has_places_to_write_and_a_final_report_has_none() -> None:
    empty = "[Đơn vị bổ sung nội dung tại đây]"
    for kind in KINDS:
        assert empty not in text_of(kind), kind
    assert empty in text_of("tasks", draft=True)


def test_documents_that_need_something_else(tmp_path: Path) -> None:
    with pytest.raises(NotMany):
        report_file(EXAMPLE, Asked("summary"), output=tmp_path / "a.docx")
    with pytest.raises(NoAppraisal):
        report_file(EXAMPLE, Asked("appraisal"), output=tmp_path / "a.docx")
    assert not list(tmp_path.iterdir())


def test_saved_sheets_give_the_same_decision(tmp_path: Path) -> None:
    from parindex.jobs.batch import Options, run_batch
    from parindex.jobs.report_ranking import _Silent

    run_batch(many(), tmp_path / "out", Options(jobs=1, use_cache=False), _Silent()).cache.close()
    written = report_file(tmp_path / "out", Asked("decision"), output=tmp_path / "a.docx")
    assert written.path is not None
    assert "Điều 1" in Report(written.path.read_bytes()).text


def test_no_office_is_told_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("parindex.jobs.report_pdf._PLACES", ())
    with pytest.raises(NoOffice):
        report_file(EXAMPLE, output=tmp_path / "a.docx", pdf=True)
    assert not list(tmp_path.iterdir())
