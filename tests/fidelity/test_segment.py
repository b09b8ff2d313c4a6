"""The segmenter on small made-up texts, one per form of numbering found in the sources."""

from __future__ import annotations

from .sections import Section, sections_of
from .segment import segment

BODY = """KẾ HOẠCH
Năm 2023

I. MỤC ĐÍCH
1. Mục đích chung
2. Yêu cầu
a) Đồng bộ, có trọng
tâm.
b) Giai đoạn 2021
- 2025; hoàn thành
3. năm liền.
II. NỘI DUNG

1. Mục tiêu

1.1. Đạt tối thiểu 92%; trong đó

- Phần một. Phần hai.

1.2. Hoàn thành

2. Nhiệm vụ

2.1. Thể chế

(Chi tiết ở phụ lục)

Trên đây là Kế hoạch năm 2023.

Nơi nhận:
- Lưu: VT.
"""


def _sections(text: str) -> dict[str, Section]:
    return sections_of(text, [], "x.txt")


def _texts(text: str) -> dict[str, str]:
    return {name: section.text for name, section in _sections(text).items()}


def test_body_numbering_is_joined_by_dots() -> None:
    assert list(_texts(BODY)) == [
        *("mở-đầu", "I", "I.1", "I.2", "I.2.a", "I.2.b"),
        *("I.3", "II", "II.1", "II.1.1", "II.1.2", "II.2", "II.2.1", "cuối"),
    ]


def test_wrapped_lines_stay_in_their_section() -> None:
    texts = _texts(BODY)
    assert texts["I.2.a"] == "a) Đồng bộ, có trọng tâm."
    assert texts["I.2.b"] == "b) Giai đoạn 2021 - 2025; hoàn thành"
    assert texts["cuối"].endswith("Lưu: VT.")


def test_a_number_out_of_sequence_is_no_heading() -> None:
    texts = _texts("I. A\n1. Một\ntheo Nghị định số\n28. của Chính phủ\nIV. lần họp\n3.1. không phải mục\n")
    assert list(texts) == ["I", "I.1"]
    assert texts["I.1"].endswith("28. của Chính phủ IV. lần họp 3.1. không phải mục")


def test_sentences_end_at_full_stops_and_bullets_not_at_semicolons() -> None:
    units = [unit.text for unit in _sections(BODY)["II.1.1"].units]
    assert units == ["1.1.", "Đạt tối thiểu 92%; trong đó", "Phần một.", "Phần hai."]


def test_sentences_begin_with_vietnamese_capitals() -> None:
    units = [unit.text for unit in _sections("I. A\n1. Xong. Đạt 5%. ạ không. Ủy ban.\n")["I.1"].units]
    assert units == ["1.", "Xong.", "Đạt 5%. ạ không.", "Ủy ban."]


def test_unit_places_agree_with_the_section_text() -> None:
    for section in _sections(BODY).values():
        for unit in section.units:
            assert section.text[unit.start : unit.end] == unit.text


def test_markdown_headings_and_points() -> None:
    texts = _texts("**I. MỘT**\n\n## **II. HAI**\n\n### **1. Ba**\n\n- a) bốn *năm*;\n\n#### **2. Sáu**\n\nđ) bảy\n")
    assert texts == {"I": "I. MỘT", "II": "II. HAI", "II.1": "1. Ba", "II.1.a": "- a) bốn năm;"} | {
        "II.2": "2. Sáu",
        "II.2.đ": "đ) bảy",
    }


def test_a_remark_in_brackets_returns_to_the_heading() -> None:
    texts = _texts(
        "I. A\n1. B\na) Trồng cây;\nb) Tưới cây.\n\n*(Chi tiết theo phụ lục).*\n\n2. C\na) theo\n(khoản 1) đó\n"
    )
    assert texts["I.1"] == "1. B (Chi tiết theo phụ lục)."
    assert texts["I.2.a"] == "a) theo (khoản 1) đó"


def test_annex_printed_as_plain_lines() -> None:
    texts = _texts(
        "I. A\n1. theo Phụ lục số 01; tổng hợp\n"
        " Phụ lục số 01: Thể chế\nSTT Nhiệm vụ\n\n1\nRà soát\n\nQuý 4/2023\n \n2 \nKý 100%. Xong\n"
        "Phụ lục số 02: Thủ tục\n1\nMột\n3\nba\n2\nHai\n"
    )
    assert list(texts) == ["I", "I.1", "PL.01", "PL.01.1", "PL.01.2", "PL.02", "PL.02.1", "PL.02.2"]
    assert texts["PL.01.1"] == "1 Rà soát Quý 4/2023"
    assert texts["PL.02.1"] == "1 Một 3 ba"
    assert len(_sections("Phụ lục số 01: A\n1\nKý 100%. Xong\n")["PL.01.1"].units) == 1


TABLE = """PHỤ LỤC

STT\tNhiệm vụ\tThời gian
<b>I</b>\t<b>THỂ CHẾ</b>\t
1\tRà soát\tQuý I/2023
\tBáo cáo\tNăm 2023

STT\tNhiệm vụ\tThời gian
2.\t<p>Ký: <ul> <li>- 100% văn bản</li></ul>\tThường xuyên
<b>III TỔ CHỨC BỘ MÁY</b>\t\t
1\tKiện toàn\tKhi có hướng dẫn

¹ Ghi ở chân trang.
"""


def test_annex_table_with_tabs() -> None:
    texts = _texts(TABLE)
    assert list(texts) == ["PL", "PL.I", "PL.I.1", "PL.I.2", "PL.III", "PL.III.1"]
    assert texts["PL.I.1"] == "1 Rà soát Quý I/2023 Báo cáo Năm 2023"
    assert texts["PL.I.2"] == "2. Ký: - 100% văn bản Thường xuyên"
    assert texts["PL.III.1"].endswith("¹ Ghi ở chân trang.")
    assert [unit.text for unit in _sections(TABLE)["PL.I.1"].units] == ["1 Rà soát Quý I/2023", "Báo cáo Năm 2023"]


def test_decision_with_attached_plan_and_annexes() -> None:
    texts = _texts(
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành.\nĐiều 2. Tổ chức\n1. Phòng A.\n2. Phòng B.\nĐiều 3. Thi hành.\n"
        "Nơi nhận:\n- Như trên.\n"
        "KẾ HOẠCH\n**Kiểm soát**\nSTT\tViệc\nI\tThể chế\n1.\tMột\n"
        "Phụ lục II:\n**Kiểm tra**\nStt\tĐơn vị\nI\tPHÒNG\n1\tPhòng A\nII\tXÃ\n1.\tXã B\nGhi chú:\n1. Tự chọn.\n"
    )
    assert list(texts) == [
        *("mở-đầu", "QD.1", "QD.2", "QD.2.1", "QD.2.2", "QD.3", "cuối", "KH", "KH.I", "KH.I.1"),
        *("PL.II", "PL.II.I", "PL.II.I.1", "PL.II.II", "PL.II.II.1"),
    ]
    assert texts["PL.II"].endswith("Ghi chú: 1. Tự chọn.")


def test_no_word_is_lost() -> None:
    """Only repeated table headers are left out."""
    kept = " ".join(block.text for block in segment(BODY)).split()
    assert kept == BODY.split()
