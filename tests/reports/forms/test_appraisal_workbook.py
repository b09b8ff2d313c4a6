"""What an appraiser gets: the unit's word locked, typed and checked cells beside it, in Vietnamese, ready to print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parindex.jobs.forms_book import Form, open_form
from tests.jobs.test_appraise import OFFICE, Council
from tests.jobs.typed import MAIN
from tests.reports.forms.test_workbook import Book

SHEET = "Thẩm định"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Council(tmp_path_factory.mktemp("td")).files[OFFICE].with_suffix(".xlsx")


@pytest.fixture(scope="module")
def book(path: Path) -> Book:
    return Book(path)


@pytest.fixture(scope="module")
def form(path: Path) -> Form:
    return open_form(path, ("appraisal",))


def references(form: Form, *, open_: bool) -> set[str]:
    locked = ("standing", "given")
    fields = [each for each in form.fields if (each.route[1] not in locked) == open_]
    cells = [form.cell(each) for each in fields]
    return {cell.where.rpartition("!")[2] for cell in cells if cell is not None}


def test_only_the_appraiser_s_cells_are_open(book: Book, form: Form) -> None:
    first = {cell for cell, each in book.cells(SHEET).items() if each.get("s") in book.open_styles}
    merged = {merge.get("ref") for merge in book.sheets[SHEET].iter(f"{MAIN}mergeCell")}
    open_ = references(form, open_=True)
    assert open_ <= first
    for extra in first - open_:  # below the first cell of a merged one
        column, row = re.match(r"([A-Z]+)(\d+)", extra).groups()  # type: ignore[union-attr]
        assert any(ref.startswith(column) and ref.split(":")[1] == f"{column}{row}" for ref in merged), extra
    assert references(form, open_=False).isdisjoint(first)
    protection = book.sheets[SHEET].find(f"{MAIN}sheetProtection")
    assert (protection.get("sheet"), protection.get("password")) == ("1", None)


def test_a_score_is_typed_within_its_maximum(book: Book, form: Form) -> None:
    (score,) = [each for each in form.fields if each.route == ("1.1", "score")]
    where = form.cell(score).where.rpartition("!")[2]  # type: ignore[union-attr]
    rule = book.rules(SHEET)[where]
    bounds = [float(rule.findtext(f"{MAIN}formula{number}")) for number in (1, 2)]
    assert (rule.get("type"), bounds) == ("decimal", [0, 10])
    assert "từ 0 đến 10" in rule.get("error")
    assert references(form, open_=True) <= set(book.rules(SHEET))


def test_a_changed_score_without_its_reason_turns_red(book: Book) -> None:
    (rule,) = [each.findtext(f".//{MAIN}formula") for each in book.sheets[SHEET].iter(f"{MAIN}conditionalFormatting")]
    assert rule.startswith("AND(ISNUMBER(")
    assert rule.endswith("=0)")


def test_it_prints_on_a4_with_the_head_on_every_page(book: Book) -> None:
    sheet = book.sheets[SHEET]
    setup = sheet.find(f"{MAIN}pageSetup")
    assert (setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")) == ("9", "landscape", "0")
    names = {each.get("name"): each.text for each in book.xml("xl/workbook.xml").iter(f"{MAIN}definedName")}
    assert re.fullmatch(r"'Thẩm định'!\$\d+:\$\d+", names["_xlnm.Print_Titles"])
    pane = sheet.find(f".//{MAIN}pane")
    assert (pane.get("state"), pane.get("xSplit")) == ("frozen", "3")


def test_it_says_what_the_unit_says(book: Book) -> None:
    shown = book.parts["xl/sharedStrings.xml"].decode()
    for text in (
        "Hồ sơ đúng hạn",
        "từ 100% trở lên (ngưỡng tham chiếu)",
        "10 × 90 ÷ 100 = 9",
        "2/BC-UBND ngày 14/12/2023, trang 1",
        "bc-2.txt",
        "Hạn thẩm định lần 1: 20/01/2024",
        "SỐ LIỆU GIẢ ĐỊNH",
    ):
        assert text in shown, text
    links = book.parts["xl/worksheets/_rels/sheet2.xml.rels"].decode()
    assert "minh-chung" in links and "bc-2.txt" in links


def test_the_same_submission_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (Council(tmp_path / name).files[OFFICE].with_suffix(".xlsx").read_bytes() for name in "ab")
    assert one == other
