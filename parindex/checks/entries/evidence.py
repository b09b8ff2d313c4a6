"""E4: evidence files on disk."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_PROOF = Words(
    "Người thẩm định không mở được minh chứng thì không công nhận điểm.",
    "Evidence that the appraiser cannot open is not accepted.",
)
_INSIDE = Words(
    "Minh chứng phải nằm trong thư mục hồ sơ để gửi đi và lưu cùng nhau.",
    "Evidence must lie in the repository, so that it is sent and kept together.",
)

ENTRIES = (
    Entry(
        "E401",
        "error",
        Words("Không có tệp minh chứng «{file}».", "There is no evidence file “{file}”."),
        _PROOF,
        Words("Chép tệp vào thư mục, hoặc sửa đường dẫn.", "Copy the file there, or mend the path."),
    ),
    Entry(
        "E402",
        "error",
        Words(
            "Tên tệp «{file}» ghép dấu khác tên trên đĩa (NFC và NFD).",
            "The accents of “{file}” are composed otherwise than on disk (NFC, NFD).",
        ),
        Words(
            "Máy này có thể mở được, máy khác thì không.",
            "This machine may open it, another will not.",
        ),
        Words("Sửa đường dẫn hoặc đổi tên tệp cho trùng.", "Let the path and the name of the file agree."),
    ),
    Entry(
        "E411",
        "error",
        Words(
            "Tên tệp «{file}» khác tên trên đĩa «{near}» ở chữ hoa, chữ thường.",
            "“{file}” and the name on disk “{near}” differ in capitals.",
        ),
        Words("Máy này có thể mở được, máy khác thì không.", "This machine may open it, another will not."),
        Words("Sửa đường dẫn hoặc đổi tên tệp cho trùng.", "Let the path and the name of the file agree."),
    ),
    Entry(
        "E403",
        "error",
        Words("«{file}» là đường dẫn tuyệt đối.", "“{file}” is an absolute path."),
        Words("Đường dẫn này chỉ đúng trên một máy.", "It is right on one machine only."),
        Words(
            "Ghi đường dẫn tính từ tệp này, ví dụ minh-chung/kh-05.pdf.",
            "Write it relative to this file: minh-chung/kh-05.pdf.",
        ),
    ),
    Entry(
        "E404",
        "error",
        Words("«{file}» ra ngoài thư mục hồ sơ.", "“{file}” leaves the repository."),
        _INSIDE,
        Words("Chép tệp vào thư mục hồ sơ rồi sửa đường dẫn.", "Copy the file into the repository and mend the path."),
    ),
    Entry(
        "E405",
        "error",
        Words(
            "«{file}» là liên kết trỏ ra ngoài thư mục hồ sơ.", "“{file}” is a link that leads out of the repository."
        ),
        _INSIDE,
        Words("Thay liên kết bằng chính tệp.", "Put the file itself in place of the link."),
    ),
    Entry(
        "E406",
        "error",
        Words("Tệp minh chứng «{file}» rỗng (0 byte).", "The evidence file “{file}” is empty (0 bytes)."),
        _PROOF,
        Words("Chép lại tệp gốc.", "Copy the original again."),
    ),
    Entry(
        "E407",
        "error",
        Words("«{file}» là thư mục, không phải tệp.", "“{file}” is a folder, not a file."),
        _PROOF,
        Words("Chỉ rõ từng tệp.", "Name each file."),
    ),
    Entry(
        "E408",
        "error",
        Words("Tệp «{file}» không khớp mã băm đã khai.", "The file “{file}” does not have the declared digest."),
        Words("Tệp đã bị thay sau khi khai.", "It was changed after it was declared."),
        Words(
            "Khôi phục tệp, hoặc khai lại sha256 nếu việc thay là chủ ý. Mã băm hiện tại: {found}",
            "Restore the file, or declare sha256 anew if the change is meant. The digest now: {found}",
        ),
    ),
    Entry(
        "E409",
        "error",
        Words("«{file}» dùng dấu \\.", "“{file}” uses \\."),
        Words("Dấu \\ chỉ dùng được trên Windows.", "\\ works on Windows only."),
        Words("Dùng dấu /: {right}", "Use /: {right}"),
    ),
    Entry(
        "E410",
        "error",
        Words(
            "Không đọc được tệp minh chứng «{file}»: {reason}.", "The evidence file “{file}” cannot be read: {reason}."
        ),
        _PROOF,
        Words("Kiểm tra quyền đọc tệp.", "Check its permissions."),
    ),
)
