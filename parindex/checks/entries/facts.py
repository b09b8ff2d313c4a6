"""W5: figures that contradict themselves or cannot well be right."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

ENTRIES = (
    Entry(
        "W501",
        "error",
        Words(
            "Tử số {numerator} lớn hơn mẫu số {denominator}.",
            "The numerator {numerator} is over the denominator {denominator}.",
        ),
        Words(
            "Phần không thể lớn hơn toàn bộ; dòng này không được chấm.",
            "A part cannot exceed the whole; the line is invalid.",
        ),
        Words("Kiểm tra hai số, có thể đã khai ngược.", "Check both; they may be the wrong way round."),
    ),
    Entry(
        "W502",
        "warning",
        Words("Tỷ lệ {value}% vượt 100%.", "The percentage {value}% is over 100%."),
        Words(
            "Một phần của tổng số không vượt 100%; chỉ mức tăng mới có thể.",
            "A share never exceeds 100%; only a growth may.",
        ),
        Words("Kiểm tra lại số.", "Check the number."),
    ),
    Entry(
        "W503",
        "error",
        Words(
            "Số cả năm ({key}: {year}) khác số cộng từ các kỳ ({periods}).",
            "The year's {key} ({year}) differs from what the periods give ({periods}).",
        ),
        Words("Hai số của cùng một việc phải khớp nhau.", "Two figures of one thing must agree."),
        Words("Sửa số cả năm hoặc số của kỳ sai.", "Mend the year's figure or that of the wrong period."),
    ),
    Entry(
        "W504",
        "error",
        Words("Mẫu số bằng 0: không có tỷ lệ.", "The denominator is 0: there is no share."),
        Words("0 trên 0 không phải là 0% mà cũng không phải là 100%.", "0 of 0 is neither 0% nor 100%."),
        Words(
            "Nếu cả năm không phát sinh, bỏ hai số này và ghi lý do ở not_arising (Không phát sinh); nếu chỉ một kỳ, "
            "bỏ kỳ đó.",
            "If nothing arose all year, give the reason in not_arising (Không phát sinh) instead; for one period, "
            "leave it out.",
        ),
    ),
    Entry(
        "W505",
        "warning",
        Words("Số liệu tính đến {as_of}, ngoài năm {year}.", "The figures stand as of {as_of}, outside {year}."),
        Words("Số liệu của năm khác không dùng để chấm năm này.", "Figures of another year do not score this one."),
        Words("Kiểm tra as_of (Tính đến ngày) và year (năm).", "Check as_of (Tính đến ngày) and year."),
    ),
    Entry(
        "W506",
        "warning",
        Words(
            "Ngày khai {date} khác ngày của tài liệu minh chứng ({doc}: {proved}).",
            "The date {date} differs from that of the evidence ({doc}: {proved}).",
        ),
        Words("Người thẩm định sẽ lấy ngày trên tài liệu.", "The appraiser will take the date of the document."),
        Words("Sửa cho trùng, hoặc chọn đúng tài liệu.", "Let them agree, or name the right document."),
    ),
    Entry(
        "W507",
        "warning",
        Words(
            "Chỉ số đo {id} («{name}») vừa có số liệu vừa khai không phát sinh.",
            "The indicator {id} (“{name}”) has figures and is said not to arise.",
        ),
        Words(
            "Hai điều này loại trừ nhau; khi chấm, «không phát sinh» được dùng.",
            "They exclude each other; the score uses “not arising”.",
        ),
        Words(
            "Bỏ số liệu, hoặc bỏ lý do ở not_arising (Không phát sinh).",
            "Leave out the figures, or the reason in not_arising (Không phát sinh).",
        ),
    ),
    Entry(
        "W508",
        "error",
        Words("Số loại trừ {excluded} lớn hơn tổng số {count}.", "The excluded {excluded} are more than all {count}."),
        Words("Không thể loại trừ nhiều hơn số đã có.", "More cannot be excluded than there are."),
        Words(
            "Kiểm tra count (Số lượng, kể cả phần không tính) và excluded (Trong đó không tính).",
            "Check count (Số lượng: all cases) and excluded (Trong đó không tính).",
        ),
    ),
    Entry(
        "W509",
        "note",
        Words(
            "Tài liệu «{id}» khai mà chưa dùng làm minh chứng.", "The document “{id}” is declared and proves nothing."
        ),
        Words("Có thể quên gắn minh chứng vào số liệu.", "It may have been forgotten at the figures."),
        Words("Gắn vào evidence của số liệu liên quan, hoặc bỏ.", "Name it in evidence of the figures, or delete it."),
    ),
    Entry(
        "W510",
        "error",
        Words(
            "Số đã khắc phục {remedied} lớn hơn số tồn tại {findings}.",
            "The remedied {remedied} are more than the findings {findings}.",
        ),
        Words("Không thể khắc phục nhiều hơn số đã nêu.", "More cannot be remedied than was found."),
        Words("Kiểm tra hai số.", "Check both."),
    ),
    Entry(
        "W511",
        "warning",
        Words(
            "Số {value} được đọc là số thập phân, mà có thể là {right}.",
            "{value} is read as a decimal fraction, but {right} may be meant.",
        ),
        Words(
            "Văn bản in dấu chấm phân cách hàng nghìn; trong tệp, dấu chấm là dấu thập phân.",
            "Documents print a point between thousands; in files it is the decimal point.",
        ),
        Words(
            "Nếu là hàng nghìn, viết {right}; nếu đúng là số lẻ, viết thêm một chữ số 0 ở cuối.",
            "Write {right} if thousands are meant; add a zero at the end if it is a fraction.",
        ),
    ),
)
