"""Each number of Nghị định 30/2020/NĐ-CP in the XML of every kind of document."""

from __future__ import annotations

from typing import get_args

import pytest

from parindex.jobs.report_kinds import Kind
from tests.jobs.documents import document
from tests.reports.word.reading import NS, R, Report, W
from tests.reports.word.test_presentation import BLANKS_PT, MM, _width

KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES = {"submission": "TỜ TRÌNH", "decision": "QUYẾT ĐỊNH", "appraisal": "BIÊN BẢN"}
SIZES = {
    "Quốc hiệu": (12, 13, "b"), "Tiêu ngữ": (13, 14, "b"), "Tên cơ quan": (12, 13, "b"),
    "Cơ quan cấp trên": (12, 13, ""),
    "Số, ký hiệu": (13, 13, ""), "Địa danh, ngày tháng": (13, 14, "i"), "Tên loại văn bản": (13, 14, "b"),
    "Trích yếu": (13, 14, "b"), "Căn cứ": (13, 14, "i"), "Nội dung": (13, 14, ""), "Gạch đầu dòng": (13, 14, ""),
    "Kính gửi": (13, 14, ""), "Nơi nhận – nhãn": (12, 12, "bi"), "Nơi nhận": (11, 11, ""),
    "Thẩm quyền ký": (13, 14, "b"),
    "Họ tên người ký": (13, 14, "b"), "Phụ lục": (14, 14, "b"), "Tên phụ lục": (13, 14, "b"),
    "Dẫn phụ lục": (13, 14, "i"), "Số trang": (13, 14, ""), "Thẩm quyền ban hành": (13, 14, "b"),
}  # fmt: skip
"""Smallest and largest size in points, bold and italic."""
CENTRED = ("Quốc hiệu", "Tiêu ngữ", "Tên cơ quan", "Tên loại văn bản", "Trích yếu", "Thẩm quyền ký", "Họ tên người ký",
           "Phụ lục", "Tên phụ lục", "Dẫn phụ lục", "Số trang", "Thẩm quyền ban hành")  # fmt: skip


@pytest.fixture(scope="module", params=KINDS)
def made(request: pytest.FixtureRequest) -> tuple[Kind, Report]:
    return request.param, Report(document(request.param, period="6m" if request.param == "periodic" else None))


def test_sizes_weights_and_places_of_the_styles(made: tuple[Kind, Report]) -> None:
    _, report = made
    for name, (least, most, marks) in SIZES.items():
        assert least <= report.size(name) <= most, name
        assert (report.has(name, "b"), report.has(name, "i")) == ("b" in marks, "i" in marks), name
    for name in CENTRED:
        assert report.layout(name, "jc") == "center", name
    for name in ("Nội dung", "Gạch đầu dòng", "Căn cứ", "Đoạn kết"):
        assert report.layout(name, "jc") == "both"
        assert report.layout(name, "ind", "firstLine") in ("567", "720")
        assert int(report.layout(name, "spacing", "after") or 0) >= 120
        assert 240 <= int(report.layout(name, "spacing", "line") or 0) <= 360


def test_no_run_has_a_look_of_its_own_but_the_start_of_articles(made: tuple[Kind, Report]) -> None:
    kind, report = made
    looks = [run for run in report.body.iterfind(".//w:r", NS) if run.find("w:rPr/*", NS) is not None]
    odd = [run.find("w:rPr", NS)[0].tag for run in looks if run.find("w:rPr/w:rStyle", NS) is None]
    assert odd == [f"{W}b"] * (3 if kind == "decision" else 0)


def test_pages_of_every_section(made: tuple[Kind, Report]) -> None:
    _, report = made
    sections = list(report.body.iter(f"{W}sectPr"))
    assert len(sections) >= 2
    for at, section in enumerate(sections):
        size, margin = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
        width, height = (round(int(size.get(f"{W}{side}")) / MM) for side in "wh")
        assert (width, height) == ((297, 210) if at else (210, 297))
        sides = {side: int(margin.get(f"{W}{side}")) / MM for side in ("top", "bottom", "left", "right")}
        assert 19.9 <= sides["top"] <= 25 and 19.9 <= sides["bottom"] <= 25
        assert 29.9 <= sides["left"] <= 35 and 15 <= sides["right"] <= 20.1
        assert section.find("w:titlePg", NS) is not None
    heads = {each.get(f"{W}type"): each.get(f"{R}id") for each in sections[0].iterfind("w:headerReference", NS)}
    parts = {name: report.parts[f"word/{report.relations()[id_][0]}"] for name, id_ in heads.items()}
    assert b" PAGE " in parts["default"] and b"PAGE" not in parts["first"]


def test_head_and_its_rules(made: tuple[Kind, Report]) -> None:
    kind, report = made
    assert report.paragraphs("Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert report.paragraphs("Tiêu ngữ") == ["Độc lập - Tự do - Hạnh phúc"]
    assert report.paragraphs("Tên loại văn bản") == [NAMES.get(kind, "BÁO CÁO")]
    assert report.paragraphs("Tên cơ quan")[0] == "ỦY BAN NHÂN DÂN"
    assert report.paragraphs("Cơ quan cấp trên") == []
    agency, motto, subject = (len(rule) * BLANKS_PT for rule in report.paragraphs("Vạch dưới")[:3])
    assert abs(motto - _width("Độc lập - Tự do - Hạnh phúc", report.size("Tiêu ngữ"))) <= 3
    name = _width(report.paragraphs("Tên cơ quan")[-1], report.size("Tên cơ quan"))
    assert 1 / 3 <= agency / name <= 1 / 2 or agency == 8 * BLANKS_PT, "a short name has the shortest rule"
    line = min(_width(report.paragraphs("Trích yếu")[0].split("\n")[-1], report.size("Trích yếu")), 453)
    assert 1 / 3 <= subject / line <= 1 / 2
    assert bool(report.paragraphs("Căn cứ")) is (kind == "decision")


def test_legal_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    bases = Report(document("decision")).paragraphs("Căn cứ")
    assert len(bases) > 1
    assert all(text.endswith(";") for text in bases[:-1]) and bases[-1].endswith(".")


def test_foot_and_annexes(made: tuple[Kind, Report]) -> None:
    _, report = made
    assert report.paragraphs("Nơi nhận – nhãn") == ["Nơi nhận:"]
    assert report.paragraphs("Nơi nhận")[-1].startswith("- Lưu: VT")
    assert report.paragraphs("Nơi nhận")[-1].endswith(".")
    assert all(text.endswith(";") for text in report.paragraphs("Nơi nhận")[:-1])
    assert all(text.isupper() for text in report.paragraphs("Thẩm quyền ký"))
    labels = report.paragraphs("Phụ lục")
    assert labels == (["Phụ lục"] if len(labels) == 1 else ["Phụ lục I", "Phụ lục II"])
    assert all(title.isupper() for title in report.paragraphs("Tên phụ lục"))
    assert all(text.startswith("(Kèm theo ") and text.endswith(")") for text in report.paragraphs("Dẫn phụ lục"))


def test_tables_repeat_their_heads_and_keep_their_rows_whole(made: tuple[Kind, Report]) -> None:
    _, report = made
    tables = list(report.body.iter(f"{W}tbl"))
    ruled = [table for table in tables if table.find("w:tblPr/w:tblStyle", NS) is not None]
    assert ruled
    for table in tables:
        assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in table.iterfind("w:tr", NS))
        assert table.find("w:tblPr/w:tblLayout", NS).get(f"{W}type") == "fixed"
    for table in ruled:
        heads = [row.find("w:trPr/w:tblHeader", NS) is not None for row in table.iterfind("w:tr", NS)]
        assert heads[0] is True and not any(heads[1:])


def test_headings_and_what_leads_to_a_list_stay_with_what_follows(made: tuple[Kind, Report]) -> None:
    _, report = made
    kept = "Đề mục I|Đề mục 1|Đề mục a|Nội dung – dẫn|Tên bảng|Bảng – mục|Bảng – đầu cột|Phụ lục|Đoạn kết|Thẩm quyền ký"
    for name in kept.split("|"):
        assert report.style_of(name).find("w:pPr/w:keepNext", NS) is not None, name
