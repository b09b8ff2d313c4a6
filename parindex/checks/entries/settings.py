"""The check settings of a project: codes that nobody gives, and exceptions that nothing needs any more."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

ENTRIES = (
    Entry(
        "E316",
        "error",
        Words("Không có mã chẩn đoán nào bắt đầu bằng «{code}».", "No diagnostic's code begins with “{code}”."),
        Words(
            "Mã gõ sai thì cài đặt không có tác dụng mà không ai biết.", "With a wrong code the setting does nothing."
        ),
        Words(
            "Sửa mã; xem danh sách ở docs/chan-doan hoặc parindex explain.",
            "Mend the code; see docs/chan-doan or parindex explain.",
        ),
    ),
    Entry(
        "W590",
        "warning",
        Words(
            "Ngoại lệ {code} cho {path} không còn khớp với điều gì.",
            "The exception {code} for {path} matches nothing any more.",
        ),
        Words(
            "Ngoại lệ thừa có thể che một lỗi mới về sau.",
            "An exception that is left over may hide a new fault later.",
        ),
        Words("Xóa ngoại lệ, hoặc sửa path, line, code.", "Delete it, or mend path, line or code."),
    ),
)
