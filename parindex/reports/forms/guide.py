"""The first sheet: how to fill the form in, what it covers, and the points so far by domain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parindex.locale.formats import number
from parindex.model.criteria import CriteriaSet
from parindex.model.unit import Unit
from parindex.reports.forms.cells import MARK
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Styles, protect
from parindex.reports.ranking.xlsx_styles import height

KEY = "guide"
NAME = "Hướng dẫn"

STEPS = (
    "Chỉ nhập vào ô màu vàng; các ô khác đã khóa. Không thêm, xóa, gộp dòng và cột; không đổi tên tệp thành .xlsm.",
    "Mỗi trang «Lĩnh vực …» có cách chấm và chỉ tiêu của từng tiêu chí. Số liệu dùng chung cho nhiều tiêu chí chỉ nhập "
    "một lần, ở tiêu chí đầu tiên dùng đến nó.",
    "Số ghi bằng chữ số (1200 hoặc 97,5), không ghi dấu %. Ngày ghi dạng 15/01/2023.",
    "Không có số liệu thì để trống. Có làm nhưng kết quả bằng không thì ghi 0 hoặc chọn «Không».",
    "Việc không xảy ra trong năm: ghi lý do vào cột «Không phát sinh», để trống số liệu.",
    "Khai tài liệu ở trang «Tài liệu» trước, rồi chọn mã ở cột minh chứng và ghi rõ mục, trang.",
    "Chưa có minh chứng hoặc minh chứng chưa đủ thì ghi vào cột «Giải trình». «Điểm tự chấm khác» chỉ ghi khi đơn vị "
    "đề nghị điểm khác điểm tính, và phải có giải trình.",
    "Đơn vị báo cáo theo quý thì nhập thêm trang «Số liệu quý»; không thì để trống trang ấy.",
    "Trang «In báo cáo»: số, ký hiệu, nơi gửi, người ký, khó khăn, kiến nghị… để báo cáo Word in sẵn; chỉ số và thứ "
    "hạng năm trước.",
    "Biểu mẫu không chứa từng cuộc kiểm tra: phần đã khai giữ nguyên trong tệp số liệu; chưa khai thì nhập tổng số ở "
    "tiêu chí.",
    "Lưu tệp dạng .xlsx rồi chạy: parindex form import «tệp này». Mọi chỗ sai được báo theo trang và ô, tất cả trong "
    "một lần; tệp số liệu chỉ được ghi khi không còn chỗ sai.",
)


def add_guide(book: Any, styles: Styles) -> Any:
    """The sheet itself, which is first; ``fill_guide`` writes it when all others are laid out."""
    sheet = book.add_worksheet(NAME)
    sheet.write_string(0, 0, f"{MARK}/{KEY}", styles.key)
    sheet.set_row(0, None, None, {"hidden": True})
    for column, width in enumerate((4, 8, 58, 14, 16)):
        sheet.set_column(column, column, width, None, {"hidden": column == 0})
    sheet.set_paper(9)
    sheet.set_margins(left=0.8, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    protect(sheet)
    return sheet


def fill_guide(
    sheet: Any, styles: Styles, source: FormSource, totals: Sequence[tuple[str, str, float, str, float]]
) -> None:
    """Write the guide; ``totals`` are code, name, maximum, formula and present value for each domain."""
    unit, criteria = source.unit, source.criteria
    line = 1
    sheet.set_row(line, 22)
    sheet.write_string(line, 1, f"Biểu mẫu tự chấm điểm Chỉ số cải cách hành chính năm {unit.year}", styles.title)
    said = [
        (f"Đơn vị: {unit.unit.name}", styles.plain),
        (f"Bộ tiêu chí: {criteria.title}", styles.plain),
        *((f"Kế hoạch: {plan.title}", styles.plain) for plan in source.plans),
        *warnings(unit, criteria, styles),
    ]
    line = say(sheet, styles, line, said, STEPS) + 2
    for column, head in enumerate(("Mã", "Lĩnh vực", "Điểm tối đa", "Điểm tạm tính"), start=1):
        sheet.write_string(line, column, head, styles.head)
    first = line + 1
    for code, name, most, formula, value in totals:
        line += 1
        sheet.write_string(line, 1, code, styles.center)
        sheet.write_string(line, 2, name, styles.text)
        sheet.write_number(line, 3, most, styles.points)
        sheet.write_formula(line, 4, f"={formula}", styles.preview, value)
    line += 1
    sheet.write_string(line, 1, "", styles.group)
    sheet.write_string(line, 2, "Tổng", styles.group)
    for column, letter in ((3, "D"), (4, "E")):
        total = sum(each[2 if column == 3 else 4] for each in totals)  # type: ignore[misc]
        style = styles.points if column == 3 else styles.preview
        sheet.write_formula(line, column, f"=SUM({letter}{first + 1}:{letter}{line})", style, total)
    line += 1
    note = (
        "Điểm tạm tính cộng các ô đã có điểm; không gồm phần chờ hội đồng, điều tra, phần «tính khi chấm», và chưa xét "
        f"điểm trần, xếp loại. Thang điểm {number(criteria.scale)}."
    )
    _wide(sheet, line, note, styles.remark)


def say(sheet: Any, styles: Styles, line: int, said: Sequence[tuple[str, Any]], steps: Sequence[str]) -> int:
    """Write below a line what the workbook is about, and numbered steps; gives the last line."""
    for text, style in said:
        line += 1
        _wide(sheet, line, text, style)
    line += 1
    for number_, text in enumerate(steps, start=1):
        line += 1
        sheet.write_string(line, 1, f"{number_}.", styles.plain)
        sheet.merge_range(line, 2, line, 4, text, styles.plain)
        sheet.set_row(line, height([(text, 86)]) + 3)
    return line


def warnings(unit: Unit, criteria: CriteriaSet, styles: Styles) -> list[tuple[str, Any]]:
    """What must be said of every workbook: a reference set, synthetic figures."""
    said: list[tuple[str, Any]] = []
    if criteria.status == "reference":
        said.append(("Bộ tiêu chí tham chiếu: không phải bộ tiêu chí chính thức của cơ quan nào.", styles.warn))
    if unit.unit.synthetic:
        said.append(("SỐ LIỆU GIẢ ĐỊNH, CHỈ ĐỂ MINH HỌA.", styles.warn))
    return said


def _wide(sheet: Any, line: int, text: str, style: Any) -> None:
    sheet.merge_range(line, 1, line, 4, text, style)
    sheet.set_row(line, height([(text, 92)]) + 3)
