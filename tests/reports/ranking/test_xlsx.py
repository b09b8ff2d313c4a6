"""The workbook, read back from its XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from parindex.jobs.batch_ranking import Without
from parindex.reports.ranking.xlsx import _Names, write_xlsx
from parindex.reports.ranking.xlsx_styles import height
from tests.reports.ranking.making import D, project, ranked, result

NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class Workbook:
    """Sheets by name; cells by address."""

    def __init__(self, content: bytes) -> None:
        self.package = zipfile.ZipFile(io.BytesIO(content))
        book = ElementTree.fromstring(self.package.read("xl/workbook.xml"))
        self.names = [str(sheet.get("name")) for sheet in book.iterfind(".//x:sheet", NS)]

    def xml(self, name: str) -> str:
        return self.package.read(f"xl/worksheets/sheet{self.names.index(name) + 1}.xml").decode()

    def cells(self, name: str) -> dict[str, str | float]:
        found: dict[str, str | float] = {}
        for cell in ElementTree.fromstring(self.xml(name)).iterfind(".//x:c", NS):
            text, number = cell.find("x:is", NS), cell.find("x:v", NS)
            if text is not None:
                found[str(cell.get("r"))] = "".join(text.itertext())
            elif number is not None and number.text is not None:
                assert cell.get("t", "n") == "n"
                found[str(cell.get("r"))] = float(number.text)
        return found

    def column(self, name: str, letter: str) -> list[str | float]:
        cells = self.cells(name)
        head = next(int(key[1:]) for key, value in cells.items() if value == "Hạng")
        return [value for key, value in cells.items() if re.fullmatch(f"{letter}\\d+", key) and int(key[1:]) > head]


def workbook(*results: object, **more: object) -> Workbook:
    file = io.BytesIO()
    apart = [Without("h", '=HYPERLINK("x")', "units/h.yaml", "left_out", "@đặc thù")]
    with ranked([*results], apart, project(**more)) as view:  # type: ignore[list-item]
        write_xlsx(view, file)
    return Workbook(file.getvalue())


ODD = result("c", "40", "20", name="=1+1")


@pytest.fixture
def book() -> Iterator[Workbook]:
    pending = result("d", "35", "20", provisional=True, pending=D(4), previous_index=D("60.5"), previous_place=1)
    leaf = replace(pending.leaves[1], final=None, status="pending")
    yield workbook(
        result("a", "62.62", "25.5"),
        result("b", "63.116", "25"),
        ODD,
        replace(pending, leaves=(pending.leaves[0], leaf)),
    )


def test_a_sheet_for_the_ranking_one_per_domain_a_matrix_and_who_is_apart(book: Workbook) -> None:
    assert book.names == ["Xếp hạng", "Tổng hợp", "1 Thẩm định", "2 Điều tra", "Ma trận tiêu chí", "Không xếp hạng"]


def test_scores_are_real_numbers_as_they_are_printed(book: Workbook) -> None:
    assert book.column("Xếp hạng", "B") == [1, 1, 3, 4]
    assert book.column("Xếp hạng", "H") == [88.12, 88.12, 60, 55]
    assert book.column("Xếp hạng", "D") == [62.62, 63.12, 40, 35]
    assert book.column("Xếp hạng", "N") == [-5.5]  # 55 less 60,5
    assert book.column("2 Điều tra", "H") == [85, 83.33, 66.67, 66.67]


def test_text_stays_text(book: Workbook) -> None:
    assert "=1+1" in book.column("Xếp hạng", "C")
    assert '=HYPERLINK("x")' in book.cells("Không xếp hạng").values()
    assert not any("<f>" in book.xml(name) or "<f " in book.xml(name) for name in book.names)


def test_every_sheet_says_that_it_is_a_draft(book: Workbook) -> None:
    for name in book.names:
        assert book.cells(name)["A2"] == "DỰ THẢO, chưa phê duyệt"
        assert "DỰ THẢO, chưa phê duyệt" in book.xml(name).split("<oddFooter>")[1]


def test_an_approved_ranking_names_its_decision() -> None:
    approved = workbook(ODD, status="approved", decision={"number": "12/QĐ-UBND", "date": "2024-02-01"})
    said = "ĐÃ PHÊ DUYỆT theo Quyết định số 12/QĐ-UBND ngày 01/02/2024"
    assert {approved.cells(name)["A2"] for name in approved.names} == {said}


def test_what_to_mind_is_said(book: Workbook) -> None:
    texts = set(book.cells("Xếp hạng").values())
    assert "Bộ tiêu chí: Bộ tiêu chí thử (không phải bộ tiêu chí chính thức)" in texts
    assert "1 đơn vị tạm tính, còn tiêu chí chờ chấm (xem cột Ghi chú)" in texts
    assert "tạm tính, chờ chấm 4 điểm" in texts
    assert "1 đơn vị không xếp hạng (có danh sách riêng)" in texts


def test_panes_are_frozen_and_the_paper_is_set_up(book: Workbook) -> None:
    for name in book.names:
        xml = book.xml(name)
        assert 'state="frozen"' in xml
        assert 'paperSize="9"' in xml
        assert 'orientation="landscape"' in xml
    assert 'fitToHeight="0"' in book.xml("Xếp hạng")
    assert 'scale="60"' in book.xml("Ma trận tiêu chí")
    titles = book.package.read("xl/workbook.xml").decode()
    assert "_xlnm.Print_Titles" in titles


def test_the_matrix_has_shares_on_a_fixed_colour_scale(book: Workbook) -> None:
    xml = book.xml("Ma trận tiêu chí")
    assert "<colorScale>" in xml
    assert xml.count('type="num"') == 3
    cells = book.cells("Ma trận tiêu chí")
    assert "1.1 Phần thẩm định (tối đa 70)" in cells.values()
    # 62,62 and 63,116 of 70, 40 of 70, 35 of 70; the survey of the last is waited for.
    assert book.column("Ma trận tiêu chí", "D") == [89.5, 90.2, 57.1, 50]
    assert book.column("Ma trận tiêu chí", "E") == [85, 83.3, 66.7, "chờ"]


def test_the_same_bytes_each_time() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    with ranked([ODD]) as view:
        write_xlsx(view, first)
        write_xlsx(view, second)
    assert first.getvalue() == second.getvalue()
    assert b"2000-01-01T00:00:00Z" in zipfile.ZipFile(first).read("docProps/core.xml")


def test_names_of_sheets_that_excel_takes() -> None:
    names = _Names()
    long = "8 Tác động của CCHC đến người dân, tổ chức và kinh tế - xã hội"
    found = [names.free(long), names.free(long), names.free("a/b:c*[d]?"), names.free("'x'"), names.free("History")]
    assert found == [
        "8 Tác động của CCHC đến người d",
        "8 Tác động của CCHC đến ngư (2)",
        "a b c  d",
        "x",
        "History (2)",
    ]
    assert all(len(name) <= 31 for name in found)


def test_rows_are_as_tall_as_their_texts_need() -> None:
    assert height([("UBND xã", 25)]) == 15
    assert height([("một hai ba bốn năm sáu bảy tám", 10), ("x", 3)]) == 60
    assert height([]) == 15
