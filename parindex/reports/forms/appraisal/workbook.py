"""The workbook of an appraising agency: a guide, the sheet to fill in, and a hidden list of its open cells."""

from __future__ import annotations

from typing import BinaryIO

from parindex import __version__
from parindex.reports.forms.appraisal.sheet import add_sheet
from parindex.reports.forms.appraisal.source import AppraisalSource
from parindex.reports.forms.cells import APPRAISAL_FORM, FORM_FORMAT
from parindex.reports.forms.guide import add_guide, say, warnings
from parindex.reports.forms.hidden import add_hidden
from parindex.reports.forms.styles import Styles
from parindex.reports.forms.workbook import new_book

STEPS = (
    "Chỉ nhập vào ô màu vàng của trang «Thẩm định»; các ô khác đã khóa. Không thêm, xóa, gộp dòng và cột.",
    "Ghi ngày và chức vụ người thẩm định một lần ở dòng đầu; tiêu chí nào do người khác hoặc ngày khác thẩm định thì "
    "ghi riêng ở dòng đó. Ghi chức vụ (ví dụ: Chuyên viên), không ghi họ tên.",
    "Mỗi tiêu chí làm một việc: chọn «Thống nhất»; hoặc ghi điểm thẩm định, không quá điểm tối đa; hoặc ghi số liệu "
    "đúng ở ô bên cạnh số đơn vị khai, máy chấm lại mọi tiêu chí dùng số liệu ấy.",
    "Điểm khác điểm đang có và số liệu sửa đều phải có lý do; thiếu lý do thì ô lý do chuyển màu đỏ.",
    "Chưa đủ căn cứ thì ghi yêu cầu giải trình, bổ sung; có thể ghi thêm điểm tạm cho lần này.",
    "Bấm «Mở» để xem minh chứng khi sổ nằm cạnh hồ sơ; tài liệu bản giấy xem tại đơn vị.",
    "Lưu tệp dạng .xlsx rồi chạy: parindex appraise read «tệp này». Mọi chỗ sai được báo theo trang và ô, tất cả trong "
    "một lần. Đọc nhiều lần được: lượt đã ghi giữ nguyên, ô đã đổi thành một lượt mới thay lượt cũ.",
)


def write_appraisal(source: AppraisalSource, file: BinaryIO) -> None:
    """Write the workbook of an agency for one round."""
    unit, criteria = source.unit, source.case.criteria
    title = f"Thẩm định Chỉ số cải cách hành chính năm {unit.year}, lần {source.round}"
    book = new_book(file, f"{title}: {unit.unit.name}, {source.agency}")
    styles = Styles(book)
    guide = add_guide(book, styles)
    guide.set_row(1, 22)
    guide.write_string(1, 1, title, styles.title)
    said = [
        (f"Cơ quan thẩm định: {source.agency} ({len(source.leaves)} tiêu chí)", styles.plain),
        (f"Đơn vị: {unit.unit.name}", styles.plain),
        (f"Bộ tiêu chí: {criteria.title}", styles.plain),
        *((f"{term}.", styles.plain) for term in source.terms),
        *warnings(unit, criteria, styles),
    ]
    say(guide, styles, 1, said, STEPS)
    fields = add_sheet(book, styles, source)
    head = {"format": FORM_FORMAT, "form": APPRAISAL_FORM, "program": __version__}
    add_hidden(book, head | dict(source.said), fields)
    guide.activate()
    book.close()
