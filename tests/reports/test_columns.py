"""Text in columns on screens of several widths."""

from __future__ import annotations

import unicodedata

import pytest

from parindex.reports.columns import Cell, Grid, Page, len_on_screen, wrap


def printed(part: Grid | Page, width: int) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in part.lines(width)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Tiêu chí", 8),
        (unicodedata.normalize("NFD", "Tiêu chí"), 8),
        ("Trường hợp", 10),
        (unicodedata.normalize("NFD", "Trường hợp"), 10),
        ("年", 2),
        ("", 0),
    ],
)
def test_a_tone_after_its_letter_takes_no_column(text: str, columns: int) -> None:
    assert len_on_screen(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("một hai ba", 20, ["một hai ba"]),
        ("một hai ba", 7, ["một hai", "ba"]),
        ("một hai ba", 6, ["một", "hai ba"]),
        ("minh-chung/tệp.pdf", 8, ["minh-chu", "ng/tệp.p", "df"]),
        ("a minh-chung b", 6, ["a", "minh-c", "hung b"]),
        ("một\nhai", 20, ["một", "hai"]),
        ("", 5, [""]),
        ("ab", 1, ["a", "b"]),
    ],
)
def test_lines_break_between_words_and_lose_nothing(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_columns_stand_under_each_other_and_numbers_to_the_right() -> None:
    grid = Grid([[Cell("1.1"), Cell("Kế hoạch của năm"), Cell("1,50")], [Cell("1"), Cell("a"), Cell("10,00")]])
    right = Grid(grid.rows, right=frozenset({2}))
    assert printed(right, 20) == [
        "1.1 Kế hoạch    1,50",
        "    của năm",
        "1   a          10,00",
    ]
    assert printed(grid, 60)[0] == "1.1 Kế hoạch của năm" + " " * 35 + "1,50"


def test_what_need_not_fill_the_screen_does_not() -> None:
    grid = Grid([[Cell("Số liệu"), Cell("97%")]], gap=2, indent=2, fill=False)
    assert printed(grid, 80) == ["  Số liệu  97%"]
    assert printed(grid, 4) == ["  Số liệu  9", "           7", "           %"]


def test_a_page_is_its_parts_in_order() -> None:
    page = Page([Cell("Tên đơn vị"), Cell(""), Grid([]), Grid([[Cell("a"), Cell("b")]], fill=False)])
    assert printed(page, 6) == ["Tên", "đơn vị", "", "a b"]
