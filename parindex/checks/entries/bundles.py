"""E46: a bundle of a report with its evidence that is not what it was when it was made."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_WHY = Words(
    "Gói là báo cáo cùng đúng những tài liệu kiểm chứng lúc lập; khác đi thì không còn chứng minh được.",
    "The bundle is the report with the very evidence of that time; otherwise it proves nothing.",
)
_REMEDY = Words(
    "Lấy lại gói gốc, hoặc lập lại bằng parindex report --bundle.",
    "Bring back the original bundle, or make it again with parindex report --bundle.",
)

ENTRIES = (
    Entry(
        "E461",
        "error",
        Words("Tệp «{file}» trong gói đã bị thay đổi.", "The file “{file}” in the bundle was changed."),
        _WHY,
        _REMEDY,
    ),
    Entry(
        "E462",
        "error",
        Words("Gói thiếu tệp «{file}».", "The bundle lacks the file “{file}”."),
        _WHY,
        _REMEDY,
    ),
    Entry(
        "E463",
        "error",
        Words("Gói có tệp lạ «{file}».", "The bundle has a file that does not belong to it: “{file}”."),
        _WHY,
        _REMEDY,
    ),
    Entry(
        "E464",
        "error",
        Words("Không đọc được gói: {reason}.", "The bundle cannot be read: {reason}."),
        Words("Chưa kiểm tra được tệp nào trong gói.", "Nothing in it could be verified."),
        _REMEDY,
    ),
)
