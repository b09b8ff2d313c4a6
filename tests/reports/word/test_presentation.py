"""Each number of Nghị định 30/2020/NĐ-CP, looked up in the XML of a rendered report."""

from __future__ import annotations

from fpdf.fonts import CORE_FONTS_CHARWIDTHS
from lxml import etree

from tests.reports.sample import ENTRY
from tests.reports.word.reading import NS, R, Report, W, report

FULL = report(24, report={"self": ENTRY})
BLANK = report(3, report={})
MM = 1440 / 25.4
BLANKS_PT = 2.0
"""A no-break space in Times New Roman Bold or Regular at 8 pt: a quarter of the size."""


def _width(text: str, size: float) -> float:
    """Width in Times Bold, in points; accents do not change the width of a letter."""
    import unicodedata

    bare = [c for c in unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d")) if c.isascii()]
    return sum(CORE_FONTS_CHARWIDTHS["timesB"][c] for c in bare) * size / 1000


def test_paper_and_margins_of_every_section() -> None:
    sections = list(FULL.body.iter(f"{W}sectPr"))
    assert len(sections) == 3
    for section, landscape in zip(sections, (False, True, True), strict=True):
        size, margin = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
        width, height = (round(int(size.get(f"{W}{side}")) / MM) for side in "wh")
        assert (width, height) == ((297, 210) if landscape else (210, 297))
        assert (size.get(f"{W}orient") == "landscape") is landscape
        sides = {side: int(margin.get(f"{W}{side}")) / MM for side in ("top", "bottom", "left", "right")}
        assert 19.9 <= sides["top"] <= 25
        assert 19.9 <= sides["bottom"] <= 25
        assert 29.9 <= sides["left"] <= 35
        assert 15 <= sides["right"] <= 20.1


def test_one_font_black() -> None:
    fonts = {
        value
        for part in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml")
        for each in etree.fromstring(FULL.parts[part]).iter(f"{W}rFonts")
        for value in each.attrib.values()
    }
    assert fonts == {"Times New Roman"}
    colors = {each.get(f"{W}val") for each in FULL._styles.iter(f"{W}color")} | {
        each.get(f"{W}val") for each in FULL.body.iter(f"{W}color")
    }
    assert colors == {"000000"}


def test_page_number_centred_from_the_second_page_on() -> None:
    assert 13 <= FULL.size("Số trang") <= 14
    assert FULL.layout("Số trang", "jc") == "center"
    first = next(FULL.body.iter(f"{W}sectPr"))
    last = list(FULL.body.iter(f"{W}sectPr"))[-1]
    assert all(each.find("w:titlePg", NS) is not None for each in FULL.body.iter(f"{W}sectPr"))
    headers = {
        each.get(f"{W}type"): FULL.relations()[each.get(f"{R}id")][0]
        for each in (*first.iterfind("w:headerReference", NS), *last.iterfind("w:headerReference", NS))
    }
    assert b" PAGE " in FULL.parts[f"word/{headers['default']}"]
    assert b"PAGE" not in FULL.parts[f"word/{headers['first']}"]


def test_the_first_section_has_headers() -> None:
    first = next(FULL.body.iter(f"{W}sectPr"))
    assert {each.get(f"{W}type") for each in first.iterfind("w:headerReference", NS)} == {"default", "first"}


def test_national_name_and_motto_with_a_rule_as_long_as_the_text() -> None:
    assert FULL.paragraphs("Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert FULL.paragraphs("Tiêu ngữ") == ["Độc lập - Tự do - Hạnh phúc"]
    assert 12 <= FULL.size("Quốc hiệu") <= 13
    assert 13 <= FULL.size("Tiêu ngữ") <= 14
    assert FULL.has("Quốc hiệu", "b")
    assert FULL.has("Tiêu ngữ", "b")
    rules = FULL.paragraphs("Vạch dưới")
    assert set("".join(rules)) == {"\u00a0"}
    assert FULL.style_of("Vạch dưới").find("w:rPr/w:u", NS).get(f"{W}val") == "single"
    motto = _width("Độc lập - Tự do - Hạnh phúc", FULL.size("Tiêu ngữ"))
    assert abs(len(rules[1]) * BLANKS_PT - motto) <= 3


def test_head_fits_its_columns_on_one_line() -> None:
    columns = [int(each.get(f"{W}w")) / 20 for each in next(FULL.body.iter(f"{W}tbl")).iter(f"{W}gridCol")]
    assert _width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FULL.size("Quốc hiệu")) < columns[1]
    assert _width("ỦY BAN NHÂN DÂN", FULL.size("Tên cơ quan")) < columns[0]


def test_committee_has_its_name_in_two_bold_lines_and_no_superior() -> None:
    assert FULL.paragraphs("Tên cơ quan") == ["ỦY BAN NHÂN DÂN", "PHƯỜNG GIẢ ĐỊNH"]
    assert FULL.paragraphs("Cơ quan cấp trên") == []
    assert FULL.has("Tên cơ quan", "b")
    rule = len(FULL.paragraphs("Vạch dưới")[0]) * BLANKS_PT
    line = _width("PHƯỜNG GIẢ ĐỊNH", FULL.size("Tên cơ quan"))
    assert 1 / 3 <= rule / line <= 1 / 2


def test_department_prints_its_superior_not_bold() -> None:
    unit = {"id": "phong", "name": "Phòng Nội vụ", "level": "commune", "parent": "UBND thành phố Chí Linh"}
    made = report(3, unit=unit)
    assert made.paragraphs("Cơ quan cấp trên") == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CHÍ LINH"]
    assert made.paragraphs("Tên cơ quan") == ["PHÒNG NỘI VỤ"]
    assert not made.has("Cơ quan cấp trên", "b")
    assert 12 <= made.size("Cơ quan cấp trên") <= 13


def test_number_place_and_date() -> None:
    assert FULL.size("Số, ký hiệu") == 13
    assert not FULL.has("Số, ký hiệu", "i")
    assert 13 <= FULL.size("Địa danh, ngày tháng") <= 14
    assert FULL.has("Địa danh, ngày tháng", "i")
    made = report(3, report={"self": {"number": "15/BC-UBND", "place": "Giả Định", "date": "2024-01-05"}})
    assert made.paragraphs("Số, ký hiệu") == ["Số: 15/BC-UBND"]
    assert made.paragraphs("Địa danh, ngày tháng") == ["Giả Định, ngày 05 tháng 01 năm 2024"]


def test_what_is_blank_prints_a_blank_never_the_clock() -> None:
    assert BLANK.paragraphs("Số, ký hiệu")[0].replace("\u00a0", "") == "Số: /BC-UBND"
    assert "".join(BLANK.paragraphs("Địa danh, ngày tháng")[0].split()) == "……………,ngàythángnăm2023"


def test_type_of_document_and_subject() -> None:
    assert FULL.paragraphs("Tên loại văn bản") == ["BÁO CÁO"]
    for name in ("Tên loại văn bản", "Trích yếu"):
        assert 13 <= FULL.size(name) <= 14
        assert FULL.has(name, "b")
        assert FULL.layout(name, "jc") == "center"
    subject = FULL.paragraphs("Trích yếu")[0]
    assert subject.startswith("Kết quả tự chấm điểm Chỉ số cải cách hành chính năm 2023")
    rule = len(FULL.paragraphs("Vạch dưới")[2]) * BLANKS_PT
    assert 1 / 3 <= rule / _width(subject.split("\n")[1], FULL.size("Trích yếu")) <= 1 / 2


def test_no_block_of_legal_bases_but_an_opening_paragraph() -> None:
    assert "Căn cứ" not in FULL.text
    assert FULL.paragraphs("Nội dung")[0].startswith("Thực hiện Kế hoạch cải cách hành chính năm 2023")


def test_addressees() -> None:
    assert FULL.paragraphs("Kính gửi") == ["Kính gửi:"]
    assert FULL.paragraphs("Kính gửi – danh sách")[-1] == "- Phòng Nội vụ thị xã Ví Dụ."
    one = report(3, report={"self": {"addressees": ["Ủy ban nhân dân thị xã Ví Dụ"]}})
    assert one.paragraphs("Kính gửi") == ["Kính gửi: Ủy ban nhân dân thị xã Ví Dụ."]
    assert BLANK.paragraphs("Kính gửi") == []


def test_body() -> None:
    for name in ("Nội dung", "Nội dung – dẫn", "Gạch đầu dòng", "Đoạn kết"):
        assert 13 <= FULL.size(name) <= 14
        assert FULL.layout(name, "jc") == "both"
        assert FULL.layout(name, "ind", "firstLine") in ("567", "720")
        assert int(FULL.layout(name, "spacing", "after") or 0) >= 120
        assert 240 <= int(FULL.layout(name, "spacing", "line") or 0) <= 360


def test_headings_stay_with_what_follows() -> None:
    for name in ("Đề mục I", "Đề mục 1", "Đề mục a", "Nội dung – dẫn", "Tên bảng", "Bảng – mục", "Phụ lục"):
        assert FULL.style_of(name).find("w:pPr/w:keepNext", NS) is not None


def test_recipients() -> None:
    assert FULL.size("Nơi nhận – nhãn") == 12
    assert FULL.has("Nơi nhận – nhãn", "b")
    assert FULL.has("Nơi nhận – nhãn", "i")
    assert FULL.size("Nơi nhận") == 11
    assert not FULL.has("Nơi nhận", "i")
    assert FULL.paragraphs("Nơi nhận") == ["- Như trên;", "- Thường trực Đảng ủy;", "- Lưu: VT, VP."]
    assert BLANK.paragraphs("Nơi nhận") == ["- Lưu: VT."]


def test_signature() -> None:
    assert FULL.paragraphs("Thẩm quyền ký") == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert FULL.paragraphs("Họ tên người ký") == ["Nguyễn Văn Mẫu"]
    for name in ("Thẩm quyền ký", "Họ tên người ký"):
        assert 13 <= FULL.size(name) <= 14
        assert FULL.has(name, "b")
    assert BLANK.paragraphs("Họ tên người ký") == [""]


def test_annexes() -> None:
    assert FULL.paragraphs("Phụ lục") == ["Phụ lục I", "Phụ lục II"]
    assert FULL.size("Phụ lục") == 14
    for name in ("Phụ lục", "Tên phụ lục"):
        assert FULL.has(name, "b")
        assert FULL.layout(name, "jc") == "center"
    assert all(title.isupper() for title in FULL.paragraphs("Tên phụ lục"))
    assert FULL.has("Dẫn phụ lục", "i")
    assert all(text.startswith("(Kèm theo Báo cáo số ") for text in FULL.paragraphs("Dẫn phụ lục"))


def test_a_single_annex_has_no_number() -> None:
    made = report(3, documents={}, facts={})
    assert made.paragraphs("Phụ lục") == ["Phụ lục"]
    assert len(list(made.body.iter(f"{W}sectPr"))) == 2


def _text_width(made: Report, table: etree._Element) -> int:
    section = next(
        each
        for each in made.body.iter(f"{W}sectPr")
        if list(made.body.iter()).index(each) > list(made.body.iter()).index(table)
    )
    size, margin = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    return int(size.get(f"{W}w")) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right"))


def test_tables_fill_the_text_width_and_keep_their_rows_whole() -> None:
    tables = list(FULL.body.iter(f"{W}tbl"))
    assert len(tables) == 6
    for table in tables:
        columns = [int(each.get(f"{W}w")) for each in table.iterfind("w:tblGrid/w:gridCol", NS)]
        assert sum(columns) == _text_width(FULL, table)
        assert table.find("w:tblPr/w:tblLayout", NS).get(f"{W}type") == "fixed"
        for row in table.iterfind("w:tr", NS):
            assert row.find("w:trPr/w:cantSplit", NS) is not None
            assert sum(int(each.get(f"{W}w")) for each in row.iterfind("w:tc/w:tcPr/w:tcW", NS)) == sum(columns)


def test_header_rows_are_repeated() -> None:
    with_lines = [table for table in FULL.body.iter(f"{W}tbl") if table.find("w:tblPr/w:tblStyle", NS) is not None]
    assert len(with_lines) == 4
    for table in with_lines:
        rows = table.findall("w:tr", NS)
        assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True] + [False] * (len(rows) - 1)
