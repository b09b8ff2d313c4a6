"""Why the operating system refuses, in Vietnamese: it answers in English, whatever language is asked for."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

_REASONS: Mapping[str, str] = {
    os.strerror(code): words
    for code, words in {
        errno.ENOENT: "không có tệp hay thư mục này",
        errno.EACCES: "không có quyền truy cập",
        errno.EPERM: "hệ thống không cho phép",
        errno.EISDIR: "đây là một thư mục",
        errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
        errno.EEXIST: "đã có tệp tên này",
        errno.ENOSPC: "đĩa đã đầy",
        errno.EROFS: "ổ đĩa chỉ cho đọc",
        errno.ENAMETOOLONG: "tên tệp quá dài",
    }.items()
} | {
    "not a regular file": "không phải tệp thường",
    # of SQLite
    "attempt to write a readonly database": "chỉ được đọc, không được ghi",
    "unable to open database file": "không mở được tệp",
    "database or disk is full": "đĩa đã đầy",
    "disk I/O error": "lỗi đọc ghi đĩa",
}


def system_reason(reason: str, lang: str = "vi") -> str:
    """What the system said, in ``vi`` or ``en``; what is not known stands as it is."""
    return reason if lang == "en" else _REASONS.get(reason, reason)
