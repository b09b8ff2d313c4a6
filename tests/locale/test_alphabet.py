"""Names without marks, for ids and file names."""

from __future__ import annotations

import unicodedata

import pytest

from parindex.locale.alphabet import slug, unmarked


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Phòng Tư pháp", "phong-tu-phap"),
        ("Văn phòng HĐND & UBND", "van-phong-hdnd-ubnd"),
        ("Sở Nội vụ", "so-noi-vu"),
        (unicodedata.normalize("NFD", "Đặng Thùy"), "dang-thuy"),
        ("日本", ""),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_unmarked_keeps_what_is_no_letter() -> None:
    assert unmarked("Điểm: 4 × 97 «ưỡ»") == "Diem: 4 × 97 «uo»"
