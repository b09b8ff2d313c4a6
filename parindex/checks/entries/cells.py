"""E145, E160: a cell of a form that is blank where it may not be, or holds a part of what is whole."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

ENTRIES = (
    Entry(
        "E145",
        "error",
        Words(
            "Ô này còn trống, mà các ô khác của cùng mục đã điền.",
            "The cell is blank, and others of the same entry are filled in.",
        ),
        Words(
            "Thiếu ô này thì cả mục không dùng được: tài liệu phải có hình thức và trích yếu, tỷ lệ phải có cả tử số "
            "và mẫu số, trường hợp không tính phải có lý do.",
            "Without it the entry is of no use: a document has a form and a title, a share both its numbers, and cases "
            "that do not count a reason.",
        ),
        Words("Điền ô này, hoặc xóa các ô kia.", "Fill it in, or clear the others."),
    ),
    Entry(
        "E160",
        "error",
        Words("Ô này cần số nguyên, đang ghi {value}.", "The cell needs a whole number, and says {value}."),
        Words("Đếm từng việc thì không có nửa việc.", "What is counted has no halves."),
        Words("Ghi số nguyên, ví dụ 12.", "Write a whole number, such as 12."),
    ),
)
