"""Responses as programs write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from parindex.files.responses import Responses, looks_personal, personal_heading, read_responses
from parindex.files.unusable import Unusable

HEADS = ["Mã", "Họ và tên", "Hài lòng"]
ROWS = [["1", "A", "Rất hài lòng"], ["2", "B", "Không, chưa"]]


def written(path: Path, text: str, encoding: str = "utf-8") -> Responses:
    path.write_bytes(text.encode(encoding))
    return read_responses(path, ["Mã", "Hài lòng"])


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_delimiter_and_encoding(tmp_path: Path, mark: str, encoding: str, end: str) -> None:
    text = end.join(mark.join(f'"{cell}"' for cell in row) for row in [HEADS, *ROWS])
    found = written(tmp_path / "a.csv", text, encoding)
    assert found.rows == ({"Mã": "1", "Hài lòng": "Rất hài lòng"}, {"Mã": "2", "Hài lòng": "Không, chưa"})
    assert (found.dropped, found.personal) == (("Họ và tên",), ("Họ và tên",))


def test_excel_names_its_delimiter(tmp_path: Path) -> None:
    assert written(tmp_path / "a.csv", "sep=;\nMã;Hài lòng\n1;Có, rõ\n").rows[0]["Hài lòng"] == "Có, rõ"


def test_the_old_windows_code_page(tmp_path: Path) -> None:
    # cp1258 writes most tones as marks of their own: they are composed again
    text = "Ma\N{COMBINING TILDE},Hài lo\N{COMBINING GRAVE ACCENT}ng\n1,Râ\N{COMBINING ACUTE ACCENT}t"
    (tmp_path / "a.csv").write_bytes(text.encode("cp1258"))
    assert read_responses(tmp_path / "a.csv", ["Mã", "Hài lòng"]).rows[0] == {"Mã": "1", "Hài lòng": "Rất"}


def test_short_rows_blank_lines_and_headings_in_other_case(tmp_path: Path) -> None:
    found = written(tmp_path / "a.csv", "\nMÃ ,hài  lòng\n\n1\n")
    assert found.rows == ({"Mã": "1", "Hài lòng": ""},)


def test_excel(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for title in ("Khác", "Phiếu"):
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, HEADS)
            sheet.write_row(1, 0, [7, "A", 5 if title == "Phiếu" else 1])
            sheet.write_datetime(2, 1, date(2023, 1, 1))
    assert read_responses(path, ["Mã", "Hài lòng"], "Phiếu").rows[0] == {"Mã": "7", "Hài lòng": "5"}
    assert read_responses(path, ["Mã", "Hài lòng"]).rows[0]["Hài lòng"] == "1"
    with pytest.raises(Unusable) as wrong:
        read_responses(path, ["Mã"], "Không có")
    assert [found.code for found in wrong.value.findings] == ["E190"]


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("a.csv", b"", ["E190"]),
        ("a.csv", b"\n\n", ["E190"]),
        ("a.csv", b"a\0b", ["E190"]),
        ("a.xlsx", b"PK not a workbook", ["E190"]),
        ("a.csv", "Mã,Khác\n1,2".encode(), ["E191"]),
        ("a.csv", "Mã,Hài lòng,Hài lòng\n1,2,3".encode(), ["E191"]),
        ("a.csv", b"x,y\n1,2", ["E191", "E191"]),
    ],
)
def test_what_is_no_table_of_answers_is_refused(tmp_path: Path, name: str, content: bytes, codes: list[str]) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unusable) as wrong:
        read_responses(tmp_path / name, ["Mã", "Hài lòng"])
    assert [found.code for found in wrong.value.findings] == codes


@pytest.mark.parametrize(
    "text", ["0912345678", "0000000000", "+84 912 345 678", "liên hệ 091.234.5678", "001 099 012345", "012345678"]
)
def test_what_looks_personal(text: str) -> None:
    assert looks_personal(text)


@pytest.mark.parametrize("text", ["5", "P01", "Rất hài lòng", "20231130", "1234567890"])
def test_what_does_not(text: str) -> None:
    assert not looks_personal(text)


@pytest.mark.parametrize("head", ["Họ và tên", "HỌ TÊN", "Số điện thoại", "SĐT", "CCCD", "Địa chỉ", "Email"])
def test_headings_of_personal_data(head: str) -> None:
    assert personal_heading(head)
    assert not personal_heading("Thái độ phục vụ")
