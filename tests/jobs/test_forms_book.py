"""Forms that were renamed, moved, merged, cut, copied or are something else: found again, or refused by name."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from lxml import etree

from parindex.files import workbooks
from parindex.files.unusable import Unusable
from parindex.jobs.forms import export_unit
from parindex.jobs.forms_import import Imported, import_form
from parindex.values.findings import Route
from tests.jobs.test_forms import UNIT
from tests.jobs.typed import MAIN, Error, Formula, Percent, fill, place, reshape, shift_rows, swap_rows

ON_TIME: Route = ("facts", "tthc.on-time", "values", "numerator")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bieu-mau")
    (folder / "unit.yaml").write_bytes(UNIT.encode())
    export_unit(folder / "unit.yaml", folder / "f.xlsx")
    return folder


@pytest.fixture
def form(exported: Path, tmp_path: Path) -> Path:
    for name in ("unit.yaml", "f.xlsx"):
        shutil.copy(exported / name, tmp_path / name)
    return tmp_path / "f.xlsx"


def told(result: Imported) -> list[tuple[str, str]]:
    return [(finding.code, finding.file.partition(": ")[2]) for finding in result.findings]


def refused(path: Path) -> str:
    with pytest.raises(Unusable) as caught:
        import_form(path)
    return caught.value.findings[0].code


def test_moved_rows_and_renamed_sheets_are_found(form: Path) -> None:
    fill(form, {ON_TIME: 1176})
    sheet, reference = place(form, ON_TIME)
    row = int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    def change(name: str, root: Any) -> None:
        if name == sheet:
            swap_rows(root, row, row + 4)
        if name == "Tài liệu":
            shift_rows(root, 3)

    reshape(form, change, rename=lambda name: f"{name} (bản sửa)")
    result = import_form(form)
    assert told(result) == []
    assert [(change.after, change.where.rpartition("!")[2]) for change in result.changes] == [("1176", f"H{row + 4}")]


def test_a_lost_row_is_told(form: Path) -> None:
    sheet, reference = place(form, ON_TIME)
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def change(name: str, root: Any) -> None:
        if name == sheet:
            gone = next(each for each in root.iter(f"{MAIN}row") if each.get("r") == row)
            gone.getparent().remove(gone)

    reshape(form, change)
    assert told(import_form(form)) == [("E168", sheet)]


def test_lines_for_new_documents_may_go_unless_one_was_read(form: Path) -> None:
    def without(*rows: str) -> None:
        def change(name: str, root: Any) -> None:
            for each in list(root.iter(f"{MAIN}row")) if name == "Tài liệu" else ():
                if each.get("r") in rows:
                    each.getparent().remove(each)

        reshape(form, change)

    typed = {("documents", "+1", key): value for key, value in {"id": "qd-9", "form": "Liên kết trên mạng"}.items()}
    fill(form, {**typed, ("documents", "+1", "title"): "Q"})
    first, last = (int(place(form, ("documents", f"+{number}", "id"))[1][1:]) for number in (1, 2))
    without(str(last), str(last + 1))
    assert "E168" not in [code for code, _ in told(import_form(form))]
    without(str(first))
    assert "E168" in [code for code, _ in told(import_form(form))]


def test_a_row_that_stands_twice_is_told(form: Path) -> None:
    sheet, reference = place(form, ON_TIME)
    row = int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    def change(name: str, root: Any) -> None:
        if name == sheet:
            rows = {int(each.get("r")): each for each in root.iter(f"{MAIN}row")}
            for cell, other in zip(rows[row + 1], rows[row], strict=False):
                if cell.get("r") == f"A{row + 1}":
                    cell[:] = [etree.fromstring(etree.tostring(child)) for child in other]

    reshape(form, change)
    assert ("E169", sheet) in told(import_form(form))


def test_a_lost_sheet_and_one_of_another_hand(form: Path) -> None:
    def change(name: str, root: Any) -> None:
        if name == "Lĩnh vực 4":  # all its cells are gone
            root.find(f"{MAIN}sheetData")[:] = []
        if name == "Hướng dẫn":  # its mark is gone: as if an officer had made the sheet
            data = root.find(f"{MAIN}sheetData")
            data.remove(data[0])

    reshape(form, change)
    result = import_form(form)
    assert sorted(finding.code for finding in result.findings) == ["E167", "W187"]
    assert {finding.data["sheet"] for finding in result.findings} == {"Lĩnh vực 4", "Hướng dẫn"}


def test_merged_cells_are_told(form: Path) -> None:
    sheet, reference = place(form, ON_TIME)
    row = int(reference[1:])

    def change(name: str, root: Any) -> None:
        if name == sheet:
            merges = root.find(f"{MAIN}mergeCells")
            etree.SubElement(merges, f"{MAIN}mergeCell", ref=f"H{row}:H{row + 1}")

    reshape(form, change)
    assert told(import_form(form)) == [("E170", f"{sheet}!H{row}"), ("E170", f"{sheet}!H{row + 1}")]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (Error("#DIV/0!"), "E171"),
        (Formula("1100+64", None), "E171"),
        (Error("#REF!"), "E171"),
        ("nhiều", "E172"),
        (True, "E172"),
        ("1.200", "E173"),
        ("1,200", "E173"),
        (Percent(0.97), "E176"),
        (-5, "E221"),
    ],
)
def test_a_number_that_is_none(form: Path, value: Any, code: str) -> None:
    fill(form, {ON_TIME: value})
    sheet, reference = place(form, ON_TIME)
    result = import_form(form)
    assert told(result) == [(code, f"{sheet}!{reference}")]
    assert not result.written


def test_evidence_of_an_unknown_document_and_a_place_without_one(form: Path) -> None:
    unknown: Route = ("facts", "direction.plan-quality", "evidence", 0, "doc")
    without: Route = ("facts", "direction.plan-quality", "evidence", 1, "at")
    fill(form, {unknown: "bc-211", without: "trang 2"})
    result = import_form(form)
    assert sorted(told(result)) == [("E179", "!".join(place(form, unknown))), ("E181", "!".join(place(form, without)))]
    assert next(each for each in result.findings if each.code == "E179").data["close"] == "bc-212"


def test_new_documents_need_an_id_of_their_own(form: Path) -> None:
    taken, nameless, odd = (("documents", f"+{number}", "title") for number in (1, 2, 3))
    fill(
        form,
        {
            taken: "Một báo cáo khác",
            ("documents", "+1", "id"): "bc-212",
            nameless: "Không mã",
            odd: "Mã lạ",
            ("documents", "+3", "id"): "Báo cáo số 5/ĐU",
        },
    )
    result = import_form(form)
    assert sorted(finding.code for finding in result.findings) == ["E178", "E180", "E183"]
    right = next(finding for finding in result.findings if finding.code == "E178").data["right"]
    assert right == "bao-cao-so-5-du"


def package(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E161"),
        (b"kind: unit\n", "E161"),
        (OLE, "E159"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "E163"),
        (package({"content.xml": b"", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "E159"),
        (package({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b""}), "E162"),
        (package({"xl/workbook.xml": b"<a", "[Content_Types].xml": b"<a/>"}), "E161"),
    ],
)
def test_files_that_are_no_form(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(content)
    assert refused(path) == code


def test_macros_are_refused_whatever_the_name(form: Path) -> None:
    with zipfile.ZipFile(form, "a") as file:
        file.writestr("xl/vbaProject.bin", b"")
    assert refused(form) == "E162"


def test_a_workbook_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Lĩnh vực 1").write(0, 0, "1.1")
    book.close()
    assert refused(path) == "E164"
    assert refused(tmp_path / "khong-co.xlsx") == "E101"
    assert refused(tmp_path) == "E102"


def test_a_damaged_list_of_cells_is_refused(form: Path) -> None:
    def change(name: str, root: Any) -> None:
        if name == "parindex":
            for cell in root.iter(f"{MAIN}c"):
                if cell.get("r", "").startswith("E"):
                    cell[:] = []

    reshape(form, change)
    assert refused(form) == "E164"


def test_a_form_of_another_format_is_refused(form: Path) -> None:
    def change(name: str, root: Any) -> None:
        if name == "parindex":
            cell = next(cell for cell in root.iter(f"{MAIN}c") if cell.get("r") == "B2")
            cell.set("t", "str")
            cell[:] = []
            etree.SubElement(cell, f"{MAIN}v").text = "99"

    reshape(form, change)
    assert refused(form) == "E186"


def test_a_rate_below_one_is_doubted(form: Path) -> None:
    survey = ("facts", "impact.sat-service")
    fill(form, {(*survey, "values", "percent"): 0.93, (*survey, "conducted_by"): "Cấp trên"})
    assert [finding.code for finding in import_form(form).findings] == ["W188"]


@pytest.mark.parametrize("name", ["~$f.xlsx", ".~lock.f.xlsx#"])
def test_the_lock_file_of_an_open_form_is_told_as_such(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05Admin" + b" " * 150)
    assert refused(path) == "E150"


def test_a_table_of_another_program_is_told_by_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("1.1.1;12/01/2023\n", encoding="utf-8")
    assert refused(path) == "E159"


def test_a_stray_cell_far_away_is_told_before_it_fills_the_memory(form: Path) -> None:
    def change(name: str, root: Any) -> None:
        if name == "Lĩnh vực 3":
            row = etree.SubElement(root.find(f"{MAIN}sheetData"), f"{MAIN}row", r="1048576")
            etree.SubElement(etree.SubElement(row, f"{MAIN}c", r="XFD1048576"), f"{MAIN}v").text = "1"

    reshape(form, change)
    with pytest.raises(Unusable) as caught:
        import_form(form)
    assert [(each.code, each.file.partition(": ")[2]) for each in caught.value.findings] == [
        ("E156", "Lĩnh vực 3!XFD1048576")
    ]


def test_xml_that_no_reader_takes_is_no_fault_of_the_program(form: Path) -> None:
    """A text of 12 MB between two cells: more than an XML reader takes, less than a size that is refused."""
    with zipfile.ZipFile(form) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/worksheets/sheet3.xml"] = b"<worksheet>" + b" " * 12_000_000
    with zipfile.ZipFile(form, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert refused(form) == "E161"


def test_what_unpacks_to_too_much_is_refused(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 100_000)
    assert refused(form) == "E158"


def test_columns_that_were_sorted_apart_are_found_out(form: Path) -> None:
    """The visible columns of two documents change places, the hidden keys beside them stay."""

    def change(name: str, root: Any) -> None:
        if name != "Tài liệu":
            return
        cells = {cell.get("r"): cell for cell in root.iter(f"{MAIN}c")}
        for column in "BCDEFGHIJKL":
            one, other = cells[f"{column}6"], cells[f"{column}7"]
            one[:], other[:] = list(other), list(one)
            for key in ("t", "s"):
                a, b = one.get(key), other.get(key)
                for cell, text in ((one, b), (other, a)):
                    cell.attrib.pop(key, None)
                    if text is not None:
                        cell.set(key, text)

    reshape(form, change)
    result = import_form(form)
    assert told(result)[:2] == [("E157", "Tài liệu!B6"), ("E157", "Tài liệu!B7")]
    assert not result.written


def test_a_lost_row_is_named_as_it_is_printed(form: Path) -> None:
    sheet, reference = place(form, ON_TIME)
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def change(name: str, root: Any) -> None:
        if name == sheet:
            gone = next(each for each in root.iter(f"{MAIN}row") if each.get("r") == row)
            gone.getparent().remove(gone)

    reshape(form, change)
    (finding,) = import_form(form).findings
    assert finding.data["what"] == "dòng «Tử số: hồ sơ trả đúng hạn hoặc trước hạn» của tiêu chí 3.1.1"
