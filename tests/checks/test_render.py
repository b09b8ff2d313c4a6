"""Findings as text: the place, the sentence, the line with carets, the remedy."""

from __future__ import annotations

import errno
import os
from datetime import date
from decimal import Decimal

import pytest

from parindex.checks.render import WIDEST, caret, message, remedy, render
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.values.findings import Finding, Place


def test_a_whole_finding() -> None:
    with pytest.raises(Unusable) as caught:
        read("năm: 2023\nnăm: 2024\n".encode(), "xa/unit.yaml")
    (finding,) = caught.value.findings
    assert render(finding) == (
        "xa/unit.yaml:2:1: E112 Khóa «năm» lặp lại; đã có ở dòng 1.\n"
        "    năm: 2024\n"
        "    ^^^\n"
        "    Cách sửa: Xóa một dòng, hoặc gộp nội dung hai chỗ."
    )
    assert render(finding, "en") == (
        "xa/unit.yaml:2:1: E112 The key “năm” stands twice; first in line 1.\n"
        "    năm: 2024\n"
        "    ^^^\n"
        "    Remedy: Delete one of them, or join the two."
    )


def test_without_a_place() -> None:
    assert render(Finding("E101", "a.yaml")) == (
        "a.yaml: E101 Không có tệp này.\n    Cách sửa: Kiểm tra lại đường dẫn và tên tệp."
    )


def test_a_close_match_is_asked_for() -> None:
    finding = Finding("E303", "f", data={"id": "tthc.on-tme", "close": "tthc.on-time"})
    assert message(finding) == "Không có chỉ số đo «tthc.on-tme». Có phải là «tthc.on-time»?"
    assert message(finding, "en").endswith("Did you mean “tthc.on-time”?")


def test_numbers_and_dates_as_the_language_prints_them() -> None:
    ratio = Finding("W501", "f", data={"numerator": Decimal("1264.5"), "denominator": Decimal(1200)})
    assert message(ratio) == "Tử số 1.264,5 lớn hơn mẫu số 1.200."
    assert message(ratio, "en") == "The numerator 1264.5 is over the denominator 1200."
    day = Finding("W505", "f", data={"as_of": date(2024, 1, 5), "year": 2023})
    assert message(day) == "Số liệu tính đến 05/01/2024, ngoài năm 2023."
    assert message(day, "en") == "The figures stand as of 2024-01-05, outside 2023."


def test_a_datum_that_is_missing_is_a_blank_and_braces_in_data_stay() -> None:
    assert message(Finding("E303", "f")) == "Không có chỉ số đo «…»."
    assert message(Finding("E303", "f", data={"id": "{x}"})) == "Không có chỉ số đo «{x}»."


@pytest.mark.parametrize(
    ("text", "column", "end", "line"),
    [
        ("a: bc", 4, 6, "   ^^"),
        ("a: bc", 4, None, "   ^"),
        ("a:", 3, None, "  ^"),
        ("Điểm: x", 7, 8, "      ^"),
        ("Đie\u0302\u0309m: x", 9, 10, "      ^"),
        ("e\u0301e\u0301: x", 1, 5, "^^"),
        ("漢字: x", 5, 6, "      ^"),
        ("a: 漢字", 4, 6, "   ^^^^"),
        ("a:\tb", 4, 5, "   ^"),
    ],
)
def test_carets_stand_under_what_is_meant(text: str, column: int, end: int | None, line: str) -> None:
    shown, marks = caret(Place(1, column, end, text))
    assert marks == line
    assert "\t" not in shown


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "x" * 500 + "ĐÂY" + "y" * 500
    shown, marks = caret(Place(1, 501, 504, text))
    assert len(shown) <= WIDEST
    assert shown.startswith("…") and shown.endswith("…")
    assert shown[marks.index("^") : marks.index("^") + 3] == "ĐÂY"
    assert marks.count("^") == 3
    shown, marks = caret(Place(1, 3, 1000, text))
    assert len(marks) <= len(shown) <= WIDEST
    assert shown[2] == "x" and marks.startswith("  ^")


COLUMNS = {
    "W504": "Không phát sinh",
    "W505": "Tính đến ngày",
    "W507": "Không phát sinh",
    "W508": "Trong đó không tính",
}


@pytest.mark.parametrize("code", COLUMNS)
def test_a_remedy_names_the_column_of_the_form_too(code: str) -> None:
    assert f"({COLUMNS[code]})" in remedy(Finding(code, "a.yaml"))


@pytest.mark.parametrize("code", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EROFS])
def test_what_the_system_says_is_said_in_the_language_asked_for(code: int) -> None:
    finding = Finding("E142", "a.xlsx", data={"reason": os.strerror(code)})
    assert os.strerror(code) not in message(finding)
    assert os.strerror(code) in message(finding, "en")
    assert message(Finding("E142", "a", data={"reason": "gì đó"})) == "Không ghi được tệp: gì đó."
