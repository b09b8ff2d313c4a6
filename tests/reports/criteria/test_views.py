# ruff: noqa: E501 (whole lines as they are printed)
"""A set in the terminal, as data and in Word; two sets compared."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from rich.cells import cell_len
from rich.console import Console, RenderableType

from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.criteria import CriteriaSet
from parindex.reports.criteria.checked import bounds_table, verdict
from parindex.reports.criteria.data import set_data
from parindex.reports.criteria.difference import DiffView, diff_view
from parindex.reports.criteria.difference_text import data, markdown, terminal
from parindex.reports.criteria.terminal import show_list, show_set
from parindex.reports.criteria.view import set_view
from parindex.reports.criteria.word import set_document
from parindex.scoring.bounds import search
from parindex.scoring.diff import diff
from tests.checks.criteria.good import GOOD

LIBRARY = Library()
SET = LIBRARY.criteria("cap-xa-2023")
SMALL, _ = load_model(GOOD.encode(), CriteriaSet, "thu.yaml")


def printed(renderable: RenderableType, width: int = 80) -> str:
    console = Console(width=width, file=io.StringIO(), highlight=False, markup=False, emoji=False)
    console.print(renderable)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert max(map(cell_len, text.splitlines())) <= width
    return text


def test_a_leaf_as_an_officer_reads_it() -> None:
    view = set_view(SET, LIBRARY.indicators, code="3.1.1")
    assert [line.rstrip() for line in printed(show_set(view)).splitlines()[1:]] == [
        "  3.1.1  Tỷ lệ hồ sơ giải quyết đúng hạn                                  4 điểm",
        "    Số liệu     Hồ sơ TTHC trả kết quả đúng hạn (tthc.on-time)",
        "    Cách chấm   Đạt chỉ tiêu: 4 điểm. Chưa đạt nhưng từ 90% trở lên: 4 × tỷ lệ ÷",
        "                100%. Dưới 90%: 0 điểm.",
        "    Chỉ tiêu    ngưỡng tham chiếu: từ 95% trở lên",
        "    Minh chứng  Báo cáo kiểm soát TTHC",
        "    Người chấm  đơn vị tự chấm; Văn phòng HĐND và UBND thẩm định",
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("id_", LIBRARY.ids("criteria"))
def test_whole_sets_fit_80_columns_and_name_every_leaf(id_: str, lang: Any) -> None:
    criteria = LIBRARY.criteria(id_)
    text = printed(show_set(set_view(criteria, LIBRARY.indicators, lang), lang))
    codes = re.findall(r"^ *([0-9A-Z]+(?:\.[0-9]+)+)  ", text, re.MULTILINE)
    assert {leaf.code for _, leaf in criteria.leaves()} <= set(codes)


def test_bonus_penalty_and_council_are_said() -> None:
    text = printed(show_set(set_view(SMALL, LIBRARY.indicators)))
    assert "điểm thưởng" in text
    assert "điểm phạt" in text
    assert "hội đồng thẩm định cho điểm" in text
    assert "theo điều tra xã hội học" in text
    assert "tham chiếu, không phải bộ tiêu chí chính thức" in text
    assert "Tốt từ 80 (tthc từ 70%, 1 từ 50%)" in " ".join(text.split())


def test_markup_in_names_stays_text() -> None:
    odd, _ = load_model(GOOD.replace("name: Giám sát", 'name: "[red]Giám sát[/]"').encode(), CriteriaSet, "f")
    assert "[red]Giám sát[/]" in printed(show_set(set_view(odd, LIBRARY.indicators)))


def test_unknown_indicators_are_named_by_id() -> None:
    text = printed(show_set(set_view(SMALL, {})))
    assert "tthc.on-time" in text


def test_the_list() -> None:
    text = printed(show_list([SET, SMALL]))
    assert re.search(r"cap-xa-2023 +cấp xã +2023 +92 ", text)


def test_data_has_the_keys_of_the_file_and_the_sentences() -> None:
    found = set_data(SET, LIBRARY.indicators)
    leaf = found["domains"][0]["criteria"][0]["criteria"][0]
    assert (found["id"], found["scale"], leaf["code"], leaf["points"]) == ("cap-xa-2023", "100", "1.1.1", "1.5")
    assert leaf["rule"]["due"] == {"to": "2023-01-15", "inclusive": False}
    assert leaf["how"][0] == "Trước ngày 15/01/2023: 1,5 điểm."
    assert found["domains"][2]["criteria"][0]["criteria"][0]["threshold"] == "từ 95% trở lên"


def test_data_of_one_part_keeps_what_lies_above_it() -> None:
    (domain,) = set_data(SMALL, LIBRARY.indicators, code="2.1.2")["domains"]
    assert [group["code"] for group in domain["criteria"]] == ["2.1"]
    assert [leaf["code"] for leaf in domain["criteria"][0]["criteria"]] == ["2.1.2"]
    (domain,) = set_data(SMALL, LIBRARY.indicators, code="3")["domains"]
    assert [leaf["code"] for leaf in domain["criteria"]] == ["3.1", "3.2", "3.3"]


def test_word_table_is_landscape_repeats_its_header_and_is_the_same_every_time() -> None:
    content = set_document(set_view(SET, LIBRARY.indicators))
    assert content == set_document(set_view(SET, LIBRARY.indicators))
    made = docx.Document(io.BytesIO(content))
    section = made.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    (table,) = made.tables
    rows = table._tbl.findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * (
        len(rows) - 1
    )
    texts = {cells[0]: cells for row in rows if (cells := _cells(row))}
    assert texts["Mã"] == ["Mã", "Tiêu chí", "Điểm tối đa", "Cách chấm", "Tài liệu kiểm chứng", "Người chấm, thẩm định"]
    assert texts["1.1.1"] == [
        "1.1.1",
        "Ban hành kế hoạch CCHC đúng hạn",
        "1,5",
        "Trước ngày 15/01/2023: 1,5 điểm.\nChậm không quá 15 ngày: 0,75 điểm.\nChậm hơn nữa hoặc không thực hiện: 0 điểm.",
        "- Kế hoạch CCHC năm",
        "đơn vị tự chấm; Phòng Nội vụ thẩm định",
    ]
    assert texts["3.1.1"][3].endswith("Ngưỡng tham chiếu: từ 95% trở lên.")
    assert len(rows) == 1 + len(set_view(SET, LIBRARY.indicators).rows)


def _cells(row: Any) -> list[str]:
    cells = row.findall(qn("w:tc"))
    return [
        "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.findall(qn("w:p"))) for cell in cells
    ]


def test_word_escapes_what_xml_would_take_for_markup() -> None:
    odd, _ = load_model(GOOD.replace("name: Giám sát", 'name: "A < B & C"').encode(), CriteriaSet, "f")
    made = docx.Document(io.BytesIO(set_document(set_view(odd, LIBRARY.indicators))))
    assert any("A < B & C" in cell for row in made.tables[0]._tbl.findall(qn("w:tr")) for cell in _cells(row))


def compared(*pairs: tuple[str, str], lang: Any = "vi") -> DiffView:
    text = GOOD
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    after, _ = load_model(text.encode(), CriteriaSet, "f")
    return diff_view(diff(SMALL, after), LIBRARY.indicators, lang)


def test_differences_in_words() -> None:
    view = compared(
        ("id: thu\n", "id: thu-2024\n"),
        ("year: 2023", "year: 2024"),
        ("floor: 90", "floor: 85"),
        ("value: 95}", "value: 98}"),
        ("evidence: [Văn bản]", "evidence: [Biên bản]"),
        ("  penalty_cap: 2\n", "  penalty_cap: 3\n"),
        ("points: 4\n        indicator: impact", "points: 3\n        indicator: impact"),
    )
    assert view.title == "thu (2023) → thu-2024 (2024)"
    assert [section.title for section in view.sections] == [
        "Thông tin chung",
        "Chính sách tính điểm",
        "Lĩnh vực",
        "Tiêu chí thay đổi",
    ]
    facts = {
        (entry.head, fact.label): (fact.before, fact.after)
        for s in view.sections
        for entry in s.entries
        for fact in entry.facts
    }
    assert facts["Trần điểm phạt", ""] == ("2", "3")
    assert facts["3  Tác động", "Điểm tối đa"] == ("4 điểm", "3 điểm")
    assert facts["2.1.1  Đúng hạn", "Ngưỡng tham chiếu"] == ("từ 95% trở lên", "từ 98% trở lên")
    assert facts["2.1.1  Đúng hạn", "Cách chấm"][1].endswith("Dưới 85%: 0 điểm.")
    assert facts["1.3  Giám sát", "Minh chứng (bỏ → thêm)"] == ("Văn bản", "Biên bản")
    assert view.summary == "Tiêu chí: thêm 0, bỏ 0, thay đổi 3, giữ nguyên 8."


def test_a_rule_that_reads_the_same_is_said_to_be_written_otherwise() -> None:
    view = compared(("bands: [{to: 5,", "bands: [{from: 0, to: 5,"))
    (section,) = view.sections
    assert section.entries[0].facts[0].after.endswith("(khác cách viết trong tệp)")


def test_differences_fit_80_columns_and_markdown_escapes() -> None:
    view = compared(("name: Giám sát", 'name: "Giám sát *mới* [x]"'), ("floor: 90", "floor: 85"))
    text = printed(terminal(view))
    assert "Tên: Giám sát → Giám sát *mới* [x]" in text
    assert "- Đạt chỉ tiêu: 4 điểm." in text
    assert "+ Đạt chỉ tiêu: 4 điểm." in text
    assert r"  - Tên: Giám sát → Giám sát \*mới\* \[x\]" in markdown(view)


@pytest.mark.parametrize(("lang", "words"), [("vi", "Hai bộ tiêu chí chấm như nhau."), ("en", "No differences.")])
def test_no_differences(lang: Any, words: str) -> None:
    view = compared(lang=lang)
    assert words in printed(terminal(view, lang))
    assert words in markdown(view, lang)


def test_differences_as_data_are_exact() -> None:
    after, _ = load_model(GOOD.replace("floor: 90", "floor: 85.5").encode(), CriteriaSet, "f")
    found = data(diff(SMALL, after))
    (change,) = found["changed"]
    assert (found["before"], found["after"], found["same"]) == ("thu", "thu", 10)
    assert change["changes"][0]["field"] == "rule"
    assert change["changes"][0]["after"]["floor"] == "85.5"


def test_bounds_are_told_for_every_leaf() -> None:
    bounds = {leaf.code: search(leaf, LIBRARY.indicators, 2023) for _, leaf in SMALL.leaves()}
    text = printed(bounds_table(SMALL, bounds))
    assert re.search(r"^2\.1\.1 +4 +4 +95% +0 +89,99% ", text, re.MULTILINE)
    assert re.search(r"^1\.1 +2 +2 +14/01/2023 +0 +30/01/2023 ", text, re.MULTILINE)
    assert re.search(r"^1\.4 +1 +– ", text, re.MULTILINE)
    assert verdict(SMALL, 0, 0) == "thu: 11 tiêu chí, 3 ví dụ tính tay; không có lỗi"
    assert verdict(SMALL, 1, 2, "en") == "thu: 11 leaves, 3 cases; 1 errors, 2 warnings"
