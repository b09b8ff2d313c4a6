"""What an officer gets: open cells that are typed and checked, all else locked, in Vietnamese, ready to print."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from parindex.files.library import data_folder
from parindex.files.load import load_model
from parindex.jobs.forms import export_unit
from parindex.jobs.forms_book import Form, open_form
from parindex.model.unit import Unit
from parindex.reports.forms.cells import CHOICES, NUMBERS
from tests.reports.forms.recalculated import values

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EXAMPLE = data_folder() / "examples" / "phu-son-2023" / "unit.yaml"


class Book:
    """The XML of a form."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        names = [sheet.get("name") for sheet in self.xml("xl/workbook.xml").iter(f"{MAIN}sheet")]
        self.sheets = {name: self.xml(f"xl/worksheets/sheet{number}.xml") for number, name in enumerate(names, start=1)}
        styles = self.xml("xl/styles.xml")
        self.open_styles = set()
        self.formats = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(f"{MAIN}numFmt")}
        self.format_of: dict[str, str] = {}
        for number, each in enumerate(styles.find(f"{MAIN}cellXfs")):
            protection = each.find(f"{MAIN}protection")
            if protection is not None and protection.get("locked") == "0":
                self.open_styles.add(str(number))
            self.format_of[str(number)] = self.formats.get(each.get("numFmtId"), each.get("numFmtId"))

    def xml(self, part: str) -> Any:
        return etree.fromstring(self.parts[part])

    def cells(self, sheet: str) -> dict[str, Any]:
        return {cell.get("r"): cell for cell in self.sheets[sheet].iter(f"{MAIN}c")}

    def rules(self, sheet: str) -> dict[str, Any]:
        found = {}
        for rule in self.sheets[sheet].iter(f"{MAIN}dataValidation"):
            found |= dict.fromkeys(rule.get("sqref").split(), rule)
        return found


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return open_form(export_unit(EXAMPLE, tmp_path_factory.mktemp("bm") / "f.xlsx").path)


@pytest.fixture(scope="module")
def book(form: Form) -> Book:
    return Book(Path(form.name))


def test_the_sheets(book: Book) -> None:
    domains = [f"Lĩnh vực {number}" for number in range(1, 9)]
    others = ["Số liệu quý", "Tài liệu", "Báo cáo", "Nhiệm vụ", "In báo cáo", "parindex"]
    assert list(book.sheets) == ["Hướng dẫn", *domains, *others]
    states = [sheet.get("state") for sheet in book.xml("xl/workbook.xml").iter(f"{MAIN}sheet")]
    assert states == [None] * 14 + ["veryHidden"]


def test_only_the_cells_of_the_list_are_open(form: Form, book: Book) -> None:
    listed: dict[str, set[str]] = {name: set() for name in book.sheets}
    for field in form.fields:
        cell = form.cell(field)
        assert cell is not None
        sheet, _, reference = cell.where.partition(": ")[2].rpartition("!")
        assert reference not in listed[sheet], "two fields share a cell"
        listed[sheet].add(reference)
    for name in book.sheets:
        opened = {reference for reference, cell in book.cells(name).items() if cell.get("s") in book.open_styles}
        assert opened == listed[name]
        assert book.sheets[name].find(f"{MAIN}sheetProtection").get("sheet") == "1"
    assert sum(map(len, listed.values())) > 1000


def test_open_cells_are_typed_and_checked(form: Form, book: Book) -> None:
    rules = {name: book.rules(name) for name in book.sheets}
    kinds = {
        **dict.fromkeys(NUMBERS, "decimal"),
        "whole": "whole",
        "day": "date",
        "text": "textLength",
        "document": "list",
    }
    for field in form.fields:
        cell = form.cell(field)
        assert cell is not None
        sheet, _, reference = cell.where.partition(": ")[2].rpartition("!")
        rule = rules[sheet][reference]
        expected = "list" if field.kind in CHOICES else kinds.get(field.kind, "textLength")
        assert rule.get("type") == expected, field
        if field.kind in CHOICES:
            assert not any("," in label for label in CHOICES[field.kind].values())  # a comma would part them
            assert rule.findtext(f"{MAIN}formula1") == '"' + ",".join(CHOICES[field.kind].values()) + '"'
        if field.kind in ("text", "document", "document-id", *CHOICES):
            # A text format keeps what is typed as it is: no formula, no day.
            assert book.format_of[book.cells(sheet)[reference].get("s")] == "@"
        if field.kind == "day":
            assert book.format_of[book.cells(sheet)[reference].get("s")] == "dd/mm/yyyy"


def test_evidence_is_chosen_from_the_documents(book: Book) -> None:
    (name,) = [
        each for each in book.xml("xl/workbook.xml").iter(f"{MAIN}definedName") if each.get("name") == "ma_tai_lieu"
    ]
    match = re.fullmatch(r"'Tài liệu'!\$B\$(\d+):\$B\$(\d+)", name.text)
    assert match
    declared = len(load_model(EXAMPLE, Unit)[0].documents)
    assert int(match[2]) - int(match[1]) + 1 == declared + 100  # those of the unit, and room for new ones


def test_heads_stay_in_sight_and_print_on_every_page(book: Book) -> None:
    for name, sheet in book.sheets.items():
        if name in ("Hướng dẫn", "parindex"):
            continue
        assert sheet.find(f".//{MAIN}pane").get("state") == "frozen"
        page = sheet.find(f"{MAIN}pageSetup")
        assert (page.get("paperSize"), page.get("orientation")) == ("9", "landscape")
        assert page.get("fitToHeight") == (None if name == "In báo cáo" else "0")  # that one is a page, others go on
        keys = next(iter(sheet.iter(f"{MAIN}row")))
        assert keys.get("hidden") == "1"
        assert "Trang &P/&N" in sheet.find(f"{MAIN}headerFooter").findtext(f"{MAIN}oddFooter")


def test_a_committee_is_told_that_no_agency_stands_above_it(form: Form) -> None:
    row = next(row for row in form.sheets["paper"].rows if "Cơ quan chủ quản" in row)
    assert row[3] == "In trên tên đơn vị; với UBND thì không in (NĐ 30/2020)."


def test_how_a_criterion_is_scored_and_its_target_are_said(form: Form) -> None:
    rows = form.sheets["domain/3"].rows
    row = next(row for row in rows if row[1] == "3.1.1")
    assert row[3].startswith("Đạt chỉ tiêu: 4 điểm.")
    assert row[4] == "từ 98% trở lên (Kế hoạch CCHC năm 2023 của phường Phú Sơn, mục II.2.2)"
    assert (row[5], row[7], row[8]) == (4.0, 1164.0, 3.88)


def test_a_reference_set_and_invented_figures_are_named_as_such(form: Form, book: Book) -> None:
    text = book.parts["xl/sharedStrings.xml"].decode()
    assert "không phải bộ tiêu chí chính thức" in text
    assert "SỐ LIỆU GIẢ ĐỊNH, CHỈ ĐỂ MINH HỌA." in text


def test_figures_that_several_criteria_use_are_filled_in_once(form: Form) -> None:
    routes = [field.route for field in form.fields]
    assert len(set(routes)) == len(routes)


def test_quarters_stand_beside_the_year(form: Form) -> None:
    """270 + 300 + 312 + 282 = 1.164 dossiers in time of 278 + 309 + 322 + 291 = 1.200."""
    rows = [row[4:] for row in values(Path(form.name))["Số liệu quý"] if row[1] == "3.1.1"]
    assert rows == [[270, 300, 312, 282, 1164, 1164, "khớp"], [278, 309, 322, 291, 1200, 1200, "khớp"]]


def test_a_duty_that_did_not_arise_is_not_called_unsent(tmp_path: Path) -> None:
    example = data_folder() / "examples" / "phu-son-2023" / "unit.yaml"
    book = values(export_unit(example, tmp_path / "f.xlsx").path)
    states = [row[7] for row in book["Báo cáo"] if row[1] == "6.1.3"]
    assert states == ["không phát sinh"] * 4
    assert "chưa gửi" in [row[7] for row in book["Báo cáo"]]
