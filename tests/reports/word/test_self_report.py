"""The rendered report as a file: sound, the same every time, links both ways, and nothing but text from the data."""

from __future__ import annotations

import io
import re
from urllib.parse import unquote

import docx
import pytest
from lxml import etree

from parindex.reports.word import self_report
from parindex.reports.word.package import unpack
from parindex.reports.word.template import compiled
from templates.build import build
from tests.reports.sample import ENTRY, make
from tests.reports.word.reading import NS, TEMPLATE, R, W, report

SIZES = [3, 24, 60, 120]


def test_committed_template_is_what_the_script_makes() -> None:
    assert unpack(TEMPLATE) == unpack(build())


def test_tags_of_the_template_are_visible_text() -> None:
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(TEMPLATE)).paragraphs]
    assert "{{ heading.subject }}" in texts
    assert "{%p for text in opening %}" in texts


@pytest.mark.parametrize("count", SIZES)
def test_same_bytes_twice(count: int) -> None:
    sheet, unit = make(count)
    assert self_report(sheet, unit, TEMPLATE) == self_report(*make(count), bytes(bytearray(TEMPLATE)))


def test_the_template_is_compiled_once() -> None:
    assert compiled(TEMPLATE) is compiled(bytes(bytearray(TEMPLATE)))


@pytest.mark.parametrize("count", SIZES)
def test_python_docx_opens_it_and_finds_every_criterion(count: int) -> None:
    made = report(count)
    opened = docx.Document(io.BytesIO(made.data))
    sheet, _ = make(count)
    codes = [leaf.code for leaf in sheet.leaves()]
    printed = made.paragraphs("Bảng – giữa")
    told = [text for text in printed if text in codes and re.fullmatch(r"\d+\.\d+\.\d+", text)]
    assert told == [*codes, *(leaf.code for leaf in sheet.leaves() if leaf.evidence)]
    assert opened.core_properties.title.startswith("Báo cáo kết quả tự chấm điểm")
    assert opened.core_properties.created is None


@pytest.mark.parametrize("count", SIZES)
def test_no_tag_and_no_raw_name_is_left(count: int) -> None:
    made = report(count, draft=True, report={"self": ENTRY})
    everything = b"".join(made.texts.values()).decode()
    assert "{{" not in everything
    assert "{%" not in everything
    for word in ("None", "True", "False", "do.so-", "tl-1", "ke-hoach", "gia-dinh", "scored", "pending", "điểm mất"):
        assert word not in made.text


def test_ids_are_unique_and_links_resolve() -> None:
    made = report(60)
    starts = list(made.body.iter(f"{W}bookmarkStart"))
    names = [each.get(f"{W}name") for each in starts]
    ids = [each.get(f"{W}id") for each in starts]
    assert len(set(names)) == len(names) == len(set(ids))
    assert ids == [each.get(f"{W}id") for each in made.body.iter(f"{W}bookmarkEnd")]
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    anchors = {each.get(f"{W}anchor") for each in made.body.iter(f"{W}hyperlink")} - {None}
    assert anchors
    assert anchors <= set(names)
    used = {each.get(f"{R}id") for each in made.body.iter() if each.get(f"{R}id")}
    assert used <= set(made.relations())
    for target, mode in made.relations().values():
        assert mode == "External" or f"word/{target}" in made.parts


def test_links_both_ways() -> None:
    made = report(24)
    anchors = [each.get(f"{W}anchor") for each in made.body.iter(f"{W}hyperlink")]
    assert "tlkc_01" in anchors
    assert "tieu_chi_1_1_1" in anchors
    externals = [target for target, mode in made.relations().values() if mode == "External"]
    assert unquote(externals[0]) == "minh chứng/minh-chung/5-bc-ubnd.pdf"
    assert " " not in externals[0]


def test_documents_without_a_file_to_link_to_name_it() -> None:
    made = report(24, links=False)
    assert not [mode for _, mode in made.relations().values() if mode == "External"]
    assert "5-bc-ubnd.pdf" in made.text


NASTY = ["{{ 7*7 }}", "{% for x in y %}", "<w:p>&amp;</w:p>", "a\x00b\x1fc", "d" * 3000, "]]>", "“&” \u202e < >"]


@pytest.mark.parametrize("text", NASTY)
def test_text_of_the_data_stays_text(text: str) -> None:
    document = {"form": "administrative", "title": text, "issuer": text, "file": "a&b <c>.pdf"}
    entry = ENTRY | {"organisation": [text], "proposals": [text], "signer": text, "addressees": [text]}
    made = report(
        3, documents={"tl-0": document, "tl-1": document}, report={"self": entry}, explanations={"1.1.1": text}
    )
    shown = text.replace("\x00", "").replace("\x1f", "").replace("\u202e", "")
    assert shown in made.paragraphs("Bảng – chữ")
    assert shown in made.paragraphs("Họ tên người ký")
    for name, part in made.texts.items():
        etree.fromstring(part)
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", part), name


def test_draft_marks_every_page_and_a_final_report_has_no_mark() -> None:
    draft, final = report(3, draft=True), report(3)
    headers = [name for name in draft.parts if name.startswith("word/header")]
    assert len(headers) == 2
    for name in headers:
        assert "DỰ THẢO".encode() in draft.parts[name]
        assert "DỰ THẢO".encode() not in final.parts[name]
    ids = [shape for name in headers for shape in re.findall(rb'<v:shape id="(\w+)"', draft.parts[name])]
    assert len(set(ids)) == len(ids) == 2


def test_synthetic_figures_are_said_in_the_head_the_text_and_the_annexes() -> None:
    made = report(24)
    assert made.paragraphs("Ghi chú") == ["(Số liệu giả định, chỉ để minh họa)"] * 3
    assert any("số liệu giả định" in text for text in made.paragraphs("Nội dung"))
    real = report(3, unit={"id": "that", "name": "UBND xã Thật", "level": "commune"})
    assert "giả định" not in real.text


def test_reference_set_is_named_as_such() -> None:
    assert "bộ tiêu chí tham chiếu, không do cơ quan có thẩm quyền ban hành" in report(3).text
    assert "tham khảo" not in report(3, official=True).text


def test_table_of_every_kind_of_row_is_well_formed() -> None:
    made = report(24)
    for cell in made.body.iter(f"{W}tc"):
        assert cell.find("w:p", NS) is not None
    for table in made.body.iter(f"{W}tbl"):
        assert table.find("w:tr", NS) is not None


def test_evidence_is_listed_by_document_with_its_signer_and_by_criterion_with_the_place_in_it() -> None:
    document = {
        "form": "administrative", "number": "9/BC-UBND", "date": "2023-12-14", "issuer": "UBND phường Giả Định",
        "signer": "Nguyễn Văn Mẫu", "title": "Báo cáo năm", "file": "minh chứng/9 báo cáo.pdf",
    }  # fmt: skip
    made = report(3, documents={"tl-0": document, "tl-1": document | {"signer": None, "number": "10/BC-UBND"}})
    cells = made.paragraphs("Bảng – chữ")
    assert cells.count("Người ký: Nguyễn Văn Mẫu") == 1
    assert "TLKC-01: 9/BC-UBND ngày 14/12/2023 (mục 1, trang 1)" in cells
    anchors = [each.get(f"{W}anchor") for each in made.body.iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    marks = {each.get(f"{W}name") for each in made.body.iter(f"{W}bookmarkStart")}
    assert set(anchors) <= marks
    assert anchors.count("tlkc_01") == 4, "two criteria, each in the score table and in the list by criterion"
    assert anchors.count("tieu_chi_1_1_1") == 2, "the list by document and the list by criterion"


def test_without_evidence_there_is_no_list_of_it() -> None:
    made = report(3, documents={}, facts={})
    assert made.paragraphs("Phụ lục") == ["Phụ lục"]
    assert "Theo tài liệu" not in made.text and "Theo tiêu chí" not in made.text
    unused = report(3, facts={})
    assert "1. Theo tài liệu" in unused.text
    assert "2. Theo tiêu chí" not in unused.text
