"""W523 on: figures and days that one entry states in two ways, or that nothing can have."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_TWO = Words(
    "Hai điều khai cùng một chỗ trái nhau thì người thẩm định không biết theo điều nào.",
    "Where one entry says two things, the appraiser cannot tell which is right.",
)
_TYPED = Words(
    "Thường là gõ nhầm, và điểm sẽ tính theo số gõ nhầm.", "It is mostly a slip, and would be scored as it is."
)

ENTRIES = (
    Entry(
        "W523",
        "warning",
        Words(
            "Số {value} có phần lẻ, mà chỉ số này đếm từng {counts}.",
            "{value} is no whole number, and the indicator counts {counts}.",
        ),
        _TYPED,
        Words(
            "Ghi số nguyên; tỷ lệ thì ghi tử số và mẫu số.",
            "Write a whole number; of a share, the numerator and the denominator.",
        ),
    ),
    Entry(
        "W524",
        "warning",
        Words(
            "Vừa khai ngày {date} vừa khai không thực hiện; khi chấm, ngày được dùng.",
            "A day is given, {date}, and also that it was not done; the score uses the day.",
        ),
        _TWO,
        Words(
            "Bỏ answer: false (ô «Nếu không thực hiện»), hoặc bỏ date.",
            "Leave out answer: false (the form's «Nếu không thực hiện»), or date.",
        ),
    ),
    Entry(
        "W525",
        "warning",
        Words(
            "Chỉ số {percent}% khác {numerator} trên {denominator}; khi chấm, hai số này được dùng.",
            "{percent}% is not {numerator} of {denominator}; the score uses these two.",
        ),
        _TWO,
        Words("Bỏ percent (chỉ số, %), hoặc sửa cho khớp.", "Leave out percent, or let them agree."),
    ),
    Entry(
        "W526",
        "warning",
        Words("Chỉ số năm trước {value} vượt 100.", "Last year's index {value} is over 100."),
        Words(
            "Chỉ số là phần trăm của điểm tối đa; chỉ bộ tiêu chí có điểm thưởng mới có thể vượt.",
            "The index is a percentage of the maximum; only a set with bonus points may let it exceed 100.",
        ),
        Words("Ghi chỉ số, không ghi tổng điểm hay thứ hạng.", "Give the index, not the points or the place."),
    ),
    Entry(
        "W527",
        "warning",
        Words(
            "Báo cáo ký ngày {signed}, sau ngày gửi {sent}.",
            "The report was signed on {signed}, after it was sent ({sent}).",
        ),
        _TWO,
        Words("Sửa signed (Ngày ký) hoặc sent_at (Ngày gửi).", "Mend signed (Ngày ký) or sent_at (Ngày gửi)."),
    ),
    Entry(
        "W528",
        "warning",
        Words(
            "Báo cáo của năm {year} mà ghi ngày {date}.",
            "A report of {year} bears the day {date}.",
        ),
        Words(
            "Đúng hạn hay chậm tính theo ngày gửi: gõ nhầm năm là sai điểm.",
            "Whether it was late follows from the day: a wrong year gives wrong points.",
        ),
        Words("Kiểm tra năm của ngày ký, ngày gửi.", "Check the year of signing and of sending."),
    ),
    Entry(
        "W529",
        "warning",
        Words(
            "Tài liệu «{id}» phản ánh từ {first} đến {last}: ngày đầu sau ngày cuối.",
            "The document “{id}” covers {first} to {last}: it ends before it begins.",
        ),
        _TWO,
        Words("Sửa covers (Phản ánh từ ngày, đến ngày).", "Mend covers (Phản ánh từ ngày, đến ngày)."),
    ),
    Entry(
        "W530",
        "warning",
        Words(
            "Có số liệu điều tra «{name}» mà chưa khai ai điều tra: tiêu chí vẫn chờ kết quả.",
            "There are figures of the survey “{name}”, and not who conducted it: its criterion stays pending.",
        ),
        Words(
            "Bộ tiêu chí chỉ tính điều tra của người mà nó chấp nhận.",
            "A set admits the surveys of some only.",
        ),
        Words(
            "Khai conducted_by (Ai điều tra): self, superior hoặc independent.",
            "Give conducted_by (Ai điều tra): self, superior or independent.",
        ),
    ),
)
