"""What only ``parindex check`` asks: documents, days, evidence files and last year's figures."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from fpdf import FPDF

from parindex.checks.registry import REGISTRY
from parindex.checks.render import message, remedy
from parindex.checks.required import satisfies
from parindex.checks.sensitive import citizen_numbers, redacted, secret_mark, secret_stamp, signs_in
from parindex.files.contents import Contents
from parindex.files.library import Library
from parindex.jobs.check_unit import check_one
from parindex.model.unit import DocumentEntry

UNIT = """\
kind: unit
format: 1
unit: {id: phu-son, name: UBND phường Phú Sơn, level: commune}
year: 2023
criteria: cap-xa-2023
plans: [phu-son-2023]
documents:
  kh-05:
    form: administrative
    number: 05/KH-UBND
    date: 2023-01-12
    issuer: UBND phường Phú Sơn
    title: Kế hoạch cải cách hành chính năm 2023
    file: minh-chung/05-kh-ubnd.pdf
  bc-212:
    form: administrative
    number: 212/BC-UBND
    date: 2023-12-14
    issuer: UBND phường Phú Sơn
    title: Báo cáo kiểm soát TTHC năm 2023
    file: minh-chung/212-bc-ubnd.pdf
facts:
  direction.par-plan-issued:
    values: {date: 2023-01-12}
    evidence: [{doc: kh-05}]
  tthc.on-time:
    values: {numerator: 1164, denominator: 1200}
    as_of: 2023-12-14
    evidence: [{doc: bc-212, at: "mục 2, trang 3"}]
"""
KH, BC = "05-kh-ubnd.pdf", "212-bc-ubnd.pdf"

Told = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "minh-chung").mkdir()
    for name in (KH, BC):
        (tmp_path / "minh-chung" / name).write_bytes(b"%PDF-1.7 " + name.encode())
    (tmp_path / "parindex.yaml").write_text("kind: project\n")
    return tmp_path


@pytest.fixture
def told(folder: Path) -> Told:
    """The codes of a changed unit with the text that each is placed on."""

    def run(*changes: tuple[str, str]) -> list[tuple[str, str]]:
        text = UNIT
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = folder / "unit.yaml"
        path.write_text(text, encoding="utf-8")
        result = []
        with Contents(signs_in) as contents:
            findings = check_one(path, "unit.yaml", Library(folder), contents).findings
        for finding in findings:
            for lang in ("vi", "en"):
                # Every name in the texts has its datum.
                assert "…" not in message(finding, lang) + remedy(finding, lang)
            place = finding.place
            assert place is not None
            end = place.end_column - 1 if place.end_column else place.column
            result.append((finding.code, place.text[place.column - 1 : end]))
        return result

    return run


def package(**parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def word(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    return package(word__document_xml=f"<w:document><w:body>{body}</w:body></w:document>")


def test_a_good_unit(told: Told) -> None:
    assert told() == []


FILE = "file: minh-chung/212-bc-ubnd.pdf"


@pytest.mark.parametrize(
    ("changes", "findings"),
    [
        # A draft has no number, and none is invented for it.
        ([("    number: 05/KH-UBND\n", "")], [("W517", "kh-05")]),
        ([("number: 05/KH-UBND", "number: 05-KH/UBND")], [("W516", "05-KH/UBND")]),
        ([("number: 05/KH-UBND", "number: KH-UBND")], [("W516", "KH-UBND")]),
        ([("number: 05/KH-UBND", "number: 05/kh-ubnd")], [("W516", "05/kh-ubnd")]),
        ([("number: 05/KH-UBND", "number: 05/CTr-UBND")], []),
        ([("number: 05/KH-UBND", "number: …/KH-UBND")], [("W517", "…/KH-UBND")]),
        ([("number: 05/KH-UBND", "number: 'Số:     /KH-UBND'")], [("W517", "'Số:     /KH-UBND'")]),
        ([("number: 05/KH-UBND", "number: 05/2023/KH-UBND")], [("W516", "05/2023/KH-UBND")]),
        ([("number: 05/KH-UBND", "number: 05a/KH-UBND.VP")], []),
        ([("form: administrative", "form: party"), ("05/KH-UBND", "103a-KH/TU")], []),
        ([("form: administrative", "form: party")], [("W516", "05/KH-UBND")]),
        ([("form: administrative", "form: legal-normative"), ("05/KH-UBND", "33/2023/QĐ-UBND")], []),
        ([("form: administrative", "form: legal-normative"), ("05/KH-UBND", "76/2023/QH15")], []),
        (
            [("form: administrative", "form: legal-normative"), ("05/KH-UBND", "33/2019/QĐ-UBND")],
            [("W519", "33/2019/QĐ-UBND")],
        ),
        ([("form: administrative", "form: media")], [("W518", "05/KH-UBND")]),
        ([("form: administrative", "form: extract")], []),
        # One number, one year, one issuer: one document.
        ([("number: 212/BC-UBND", "number: 05/KH-UBND")], [("W522", "05/KH-UBND")]),
        # Plans may be of December before; figures may not be proved by documents of the year before.
        ([("date: 2023-01-12", "date: 2022-12-20"), ("{date: 2023-01-12}", "{date: 2022-12-20}")], []),
        ([("date: 2023-12-14", "date: 2022-12-14")], [("W515", "2022-12-14")]),
        ([("date: 2023-12-14", "date: 2024-01-16")], [("W515", "2024-01-16")]),
        ([("date: 2023-12-14", "date: 2024-01-15")], []),
        ([("    date: 2023-01-12\n", "")], [("W514", "2023-01-12")]),
        ([("    file: minh-chung/05-kh-ubnd.pdf\n", "")], [("W521", "kh-05")]),
        ([("    file: minh-chung/05-kh-ubnd.pdf\n", "    link: https://example.org/05\n")], []),
        # The set asks for a report; a plan is none.
        (
            [("title: Báo cáo kiểm soát TTHC", "title: Kế hoạch kiểm soát TTHC"), ("212/BC-UBND", "212/KH-UBND")],
            [("W520", "tthc.on-time")],
        ),
        (
            [
                ("title: Báo cáo kiểm soát TTHC", "title: Kế hoạch kiểm soát TTHC"),
                ("212/BC-UBND", "212/KH-UBND"),
                ("facts:", "explanations: {3.1.1: Đang chờ báo cáo}\nfacts:"),
            ],
            [],
        ),
        ([("Báo cáo kiểm soát TTHC năm 2023", "(Mật) Báo cáo")], [("W418", "(Mật) Báo cáo")]),
        ([("Báo cáo kiểm soát TTHC năm 2023", "Báo cáo về 001089012345")], [("W419", "Báo cáo về 001*********")]),
        (
            [("facts:", "claims: {3.1.1: 3.5}\nexplanations: {3.1.1: Trừ vì trễ hẹn}\nfacts:")],
            [("W611", "3.5")],
        ),
        ([("facts:", "claims: {3.1.1: 3.88}\nexplanations: {3.1.1: Như máy tính}\nfacts:")], []),
    ],
    ids=lambda value: value[0][1].strip() if value and isinstance(value[0], tuple) else "",
)  # fmt: skip
def test_documents_and_figures(told: Told, changes: list[tuple[str, str]], findings: list[tuple[str, str]]) -> None:
    assert told(*changes) == findings


def test_the_same_content_under_two_numbers(told: Told, folder: Path) -> None:
    (folder / "minh-chung" / BC).write_bytes((folder / "minh-chung" / KH).read_bytes())
    assert told() == [("W415", "minh-chung/212-bc-ubnd.pdf")]
    # Two copies of one document are no second document.
    same = [("number: 212/BC-UBND", "number: 05/KH-UBND"), ("date: 2023-12-14", "date: 2023-01-12")]
    assert told(*same) == [("W522", "05/KH-UBND")]


def test_one_file_for_several_documents(told: Told) -> None:
    assert told((FILE, "file: minh-chung/05-kh-ubnd.pdf")) == [("W416", "minh-chung/05-kh-ubnd.pdf")]


def test_one_document_for_everything(told: Told) -> None:
    indicators = [
        indicator.id for indicator in Library().indicators.values() if indicator.measure == "ratio"
    ][:7]  # fmt: skip
    facts = "".join(
        f"  {id_}: {{values: {{numerator: 1, denominator: 2}}, evidence: [{{doc: bc-212}}]}}\n"
        for id_ in indicators
        if id_ != "tthc.on-time"
    )
    codes = [each for each in told(("facts:\n", f"facts:\n{facts}")) if each[0] == "W417"]
    assert codes == [("W417", "bc-212")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", package(a="b"), "E412"),
        ("a.pdf", b"MZ\x90\x00", "E412"),
        ("a.pdf", b"<html>", "E412"),
        ("a.pdf", b"\n\n%PDF-1.4", None),
        ("a.docx", package(a="b"), "E412"),
        ("a.docx", package(xl__workbook_xml=""), "E412"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "E412"),
        ("a.docx", b"PK\x03\x04 cut", "E413"),
        ("a.docx", word("x"), None),
        ("a.xlsx", package(xl__workbook_xml=""), None),
        ("a.doc", b"{\\rtf1", None),
        ("a.xls", b"<table>", "E412"),
        ("a.PNG", b"\x89PNG\r\n\x1a\n", None),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "E412"),
        ("a.jpeg", b"\xff\xd8\xff\xe0", None),
        ("a.mp4", b"\x00\x00\x00\x18ftypisom", None),
        ("a.zip", package(a="b"), None),
        ("a.csv", "số;tên\n".encode(), None),
        ("a.csv", b"\x00\x01\x02", "E412"),
        ("a.bin", b"\x00\x01\x02", None),
    ],
)
def test_files_are_what_their_extension_says(
    told: Told, folder: Path, name: str, content: bytes, code: str | None
) -> None:
    (folder / "minh-chung" / name).write_bytes(content)
    found = told((FILE, f"file: minh-chung/{name}"))
    assert found == ([(code, f"minh-chung/{name}")] if code else [])


def test_a_digest_is_compared_and_a_changed_file_told(told: Told, folder: Path) -> None:
    digest = "0" * 64
    assert told((FILE, f"{FILE}\n    sha256: {digest}")) == [("E408", digest)]


def test_text_inside_documents_is_looked_at(told: Told, folder: Path) -> None:
    path = folder / "minh-chung" / "a.docx"
    change = (FILE, "file: minh-chung/a.docx")
    path.write_bytes(word("Số: 12/BC-UBND", "TỐI MẬT", "Nội dung"))
    assert told(change) == [("W418", "minh-chung/a.docx")]
    path.write_bytes(word("KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC", "công tác bảo mật"))
    assert told(change) == []
    path.write_bytes(word("Ông A, số định danh 001089012345"))
    assert told(change) == [("W419", "minh-chung/a.docx")]
    (folder / "minh-chung" / "a.csv").write_text("CMND 012345678\n", encoding="utf-8")
    assert told((FILE, "file: minh-chung/a.csv")) == [("W419", "minh-chung/a.csv")]


def test_the_text_of_a_pdf_is_looked_at(told: Told, folder: Path) -> None:
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=12)
    paper.cell(text="Ong A, CCCD 001089012345")
    (folder / "minh-chung" / "a.pdf").write_bytes(bytes(paper.output()))
    assert told((FILE, "file: minh-chung/a.pdf")) == [("W419", "minh-chung/a.pdf")]
    (folder / "minh-chung" / "a.pdf").write_bytes(b"%PDF-1.7 neither pages nor an end")
    assert told((FILE, "file: minh-chung/a.pdf")) == []


def test_a_pdf_that_is_locked(told: Told, folder: Path) -> None:
    paper = FPDF()
    paper.set_encryption(owner_password="a", user_password="b")
    paper.add_page()
    (folder / "minh-chung" / "a.pdf").write_bytes(bytes(paper.output()))
    assert told((FILE, "file: minh-chung/a.pdf")) == [("E441", "minh-chung/a.pdf")]
    paper = FPDF()
    paper.set_encryption(owner_password="a")  # it may not be printed, but anybody opens it
    paper.add_page()
    (folder / "minh-chung" / "a.pdf").write_bytes(bytes(paper.output()))
    assert told((FILE, "file: minh-chung/a.pdf")) == []


@pytest.mark.parametrize(
    ("head", "value", "found"),
    [
        ("Số CCCD", "001089012345", True),
        # Excel takes away the zeros that a number begins with.
        ("Số CCCD", 1089012345, True),
        ("Số định danh", 31089012345, True),
        ("Số CMND", 123456789, True),
        ("Kinh phí (đồng)", 31089012345, False),
        ("Kinh phí (đồng)", 131089012345, False),
        ("Số CCCD", 97.5, False),
    ],
)
def test_numbers_of_a_workbook(told: Told, folder: Path, head: str, value: float | str, found: bool) -> None:
    path = folder / "minh-chung" / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 1, head)
        sheet.write(3, 1, value)
    assert told((FILE, "file: minh-chung/a.xlsx")) == ([("W419", "minh-chung/a.xlsx")] if found else [])


def test_a_file_of_many_documents_is_told_unless_the_places_are_given(told: Told) -> None:
    same = ("file: minh-chung/212-bc-ubnd.pdf", "file: minh-chung/05-kh-ubnd.pdf")
    assert told(same) == [("W416", "minh-chung/05-kh-ubnd.pdf")]
    assert told(same, ("[{doc: kh-05}]", "[{doc: kh-05, at: trang 1}]")) == []


def test_personal_data_of_a_file_is_told_once(told: Told, folder: Path) -> None:
    (folder / "minh-chung" / "a.csv").write_text("Ông A,001089012345\n", encoding="utf-8")
    both = [(f"file: minh-chung/{name}", "file: minh-chung/a.csv") for name in (KH, BC)]
    assert [code for code, _ in told(*both)].count("W419") == 1


def test_a_survey_share_without_its_answers(told: Told) -> None:
    fact = "facts:\n  impact.sat-procedures: {values: {percent: 91.2}, conducted_by: superior}\n"
    assert ("W513", "91.2") in told(("facts:\n", fact))
    counted = fact.replace("percent: 91.2", "numerator: 912, denominator: 1000")
    assert "W513" not in [code for code, _ in told(("facts:\n", counted))]


def same_years(last: str) -> tuple[list[tuple[str, str]], str]:
    ids = [each.id for each in Library().indicators.values() if each.measure == "count"][:5]
    facts = "".join(f"  {id_}: {{values: {{count: 7}}}}\n" for id_ in ids)
    previous = ", ".join(f"{id_}: {{count: {7 if number else last}}}" for number, id_ in enumerate(ids))
    return [("facts:\n", f"previous: {{facts: {{{previous}}}}}\nfacts:\n{facts}")], facts


@pytest.mark.parametrize(("last", "found"), [("7", [("W512", "facts")]), ("7.0", [("W512", "facts")]), ("8", [])])
def test_every_figure_as_last_year(told: Told, last: str, found: list[tuple[str, str]]) -> None:
    changes, _ = same_years(last)
    assert [each for each in told(*changes) if each[0] == "W512"] == found


def test_every_figure_as_in_last_years_file(told: Told, folder: Path) -> None:
    _, facts = same_years("7")
    head = UNIT[: UNIT.index("documents:")].replace("year: 2023", "year: 2022")
    (folder / "nam-2022.yaml").write_text(f"{head}facts:\n{facts}", encoding="utf-8")
    changes = [("facts:\n", f"previous: {{file: nam-2022.yaml}}\nfacts:\n{facts}")]
    assert [each for each in told(*changes) if each[0] == "W512"] == [("W512", "file")]


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("Báo cáo (Mật)", "(Mật)"),
        ("Báo cáo tối mật về an ninh", "tối mật"),
        ("Báo cáo độ Mật", "độ Mật"),
        ("MẬT - Báo cáo", "MẬT"),
        ("Kế hoạch bảo vệ bí mật nhà nước", None),
        ("Kế hoạch BẢO VỆ BÍ MẬT nhà nước", None),
        ("Báo cáo bảo mật thông tin", None),
        ("KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC", None),
        ("Mật độ dân số", None),
    ],
)
def test_secret_titles(title: str, mark: str | None) -> None:
    assert secret_mark(title) == mark


def test_stamps_stand_on_a_line_of_their_own() -> None:
    assert secret_stamp("Số 1\n  TUYỆT   MẬT \nx") == "TUYỆT MẬT"
    assert secret_stamp("[MẬT]") == "MẬT"
    assert secret_stamp("Bảo vệ bí MẬT nhà nước") is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("CCCD 001089012345.", ["001089012345"]),
        ("001 089 012 345", ["001089012345"]),
        ("097089012345 000089012345 001989012345", []),  # no such province, no such century
        ("tài khoản 0010890123456", []),
        ("1,001089012345,2", ["001089012345"]),
        ("1.001089012345", []),
        ("CMND số 012345678 và chứng minh nhân dân: 123456789", ["012345678", "123456789"]),
        ("điện thoại 012345678", []),
        ("001089012345 001089012345", ["001089012345"]),
    ],
)
def test_citizen_numbers(text: str, numbers: list[str]) -> None:
    assert citizen_numbers(text) == numbers


def test_a_citizen_number_is_never_repeated_whole() -> None:
    assert redacted("001089012345") == "001***45"


@pytest.mark.parametrize(
    ("form", "number", "title", "required", "enough"),
    [
        ("administrative", "1/BC-UBND", "x", "Báo cáo, kết luận kiểm tra", True),
        ("administrative", "1/KL-UBND", "x", "Báo cáo, kết luận kiểm tra", True),
        ("administrative", None, "Báo cáo quý I", "Báo cáo từng quý", True),
        ("administrative", "1/QĐ-UBND", "Quyết định", "Báo cáo từng quý", False),
        ("screenshot", None, "x", "Ảnh chụp bảng niêm yết", True),
        ("extract", None, "x", "Trích xuất phần mềm", True),
        ("administrative", "1/BC-UBND", "Báo cáo", "Trích xuất phần mềm", False),
    ],
)
def test_required_kinds(form: str, number: str | None, title: str, required: str, enough: bool) -> None:
    entry = DocumentEntry.model_validate({"form": form, "number": number, "title": title})
    assert satisfies(entry, required) is enough


def test_warnings_about_evidence_do_not_fail_a_check() -> None:
    assert {REGISTRY[code].severity for code in REGISTRY if code.startswith("W4")} == {"warning", "note"}
