"""E4: evidence files on disk."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_PROOF = Words(
    "Người thẩm định không mở được minh chứng thì không công nhận điểm.",
    "Evidence that the appraiser cannot open is not accepted.",
)
_INSIDE = Words(
    "Số liệu và minh chứng phải nằm trong thư mục hồ sơ để gửi đi và lưu cùng nhau.",
    "Figures and evidence must lie in the repository, so that they are sent and kept together.",
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
    Entry(
        "E412",
        "error",
        Words(
            "Tệp «{file}» có đuôi {suffix} nhưng nội dung là {found}.",
            "“{file}” ends in {suffix}, but its content is {found}.",
        ),
        Words(
            "Tệp đổi đuôi thì không mở được, và làm nghi ngờ cả hồ sơ.",
            "A renamed file does not open, and casts doubt on all the others.",
        ),
        Words(
            "Lưu lại đúng định dạng từ tệp gốc; không chỉ đổi tên.",
            "Save the original in that format; renaming is not enough.",
        ),
    ),
    Entry(
        "E413",
        "error",
        Words("Tệp «{file}» bị hỏng: không mở được như tệp {suffix}.", "“{file}” is damaged: no {suffix} can be read."),
        _PROOF,
        Words("Chép lại tệp gốc, mở thử trước khi nộp.", "Copy the original again, and open it before submission."),
    ),
    Entry(
        "E440",
        "error",
        Words("«{file}» là địa chỉ trên mạng, không phải tệp.", "“{file}” is an address, not a file."),
        Words(
            "Tệp phải nằm trong thư mục hồ sơ; địa chỉ trên mạng được khai riêng.",
            "A file lies in the repository; an address on the net is declared apart.",
        ),
        Words("Ghi địa chỉ ở link thay cho file.", "Give the address in link instead of file."),
    ),
    Entry(
        "E441",
        "error",
        Words("Tệp «{file}» có mật khẩu mở.", "“{file}” opens with a password only."),
        _PROOF,
        Words("Bỏ mật khẩu mở rồi lưu lại tệp.", "Take the password away and save the file."),
    ),
    Entry(
        "W414",
        "warning",
        Words("Không đơn vị nào khai tệp này làm minh chứng.", "No unit declares this file as evidence."),
        Words(
            "Có thể đã tải lên mà quên khai, hoặc là bản cũ còn sót.",
            "It may have been uploaded and forgotten, or be an old copy.",
        ),
        Words("Khai tệp ở documents của đơn vị, hoặc xóa.", "Declare it in documents of a unit, or delete it."),
    ),
    Entry(
        "W415",
        "warning",
        Words(
            "Tệp «{file}» giống hệt tệp của tài liệu «{other}» mà số hoặc ngày khác.",
            "“{file}” has the very content of the document “{other}”, under another number or date.",
        ),
        Words(
            "Một văn bản không thể có hai số: có thể đã chép nhầm tệp.",
            "One document has one number: the wrong file may have been copied.",
        ),
        Words(
            "Chép đúng tệp; nếu là một văn bản thì chỉ khai một lần.",
            "Copy the right file; declare a document only once.",
        ),
    ),
    Entry(
        "W416",
        "note",
        Words(
            "Tệp «{file}» dùng cho {count} tài liệu: {ids}.",
            "“{file}” stands for {count} documents: {ids}.",
        ),
        Words(
            "Tệp gộp thì người thẩm định phải tự tìm văn bản ở bên trong.",
            "In a collected file the appraiser has to look for each document.",
        ),
        Words(
            "Tách mỗi văn bản một tệp, hoặc ghi trang ở at của minh chứng.",
            "Give each document a file, or the page in at of the evidence.",
        ),
    ),
    Entry(
        "W417",
        "warning",
        Words(
            "Tài liệu «{id}» là minh chứng duy nhất cho {count} trong {all} số liệu.",
            "The document “{id}” is the only evidence of {count} of {all} facts.",
        ),
        Words(
            "Một tệp chứng minh mọi thứ thường là báo cáo tự viết, không phải minh chứng.",
            "What proves everything is often a report of one's own, not evidence.",
        ),
        Words(
            "Dẫn tài liệu gốc của từng số liệu, ghi rõ mục, trang.",
            "Name the original document of each figure, with section and page.",
        ),
    ),
    Entry(
        "W418",
        "warning",
        Words("Tài liệu «{id}» có dấu hiệu mật: «{mark}».", "The document “{id}” seems to be secret: “{mark}”."),
        Words(
            "Tài liệu mật không được lưu, gửi cùng hồ sơ chấm điểm.",
            "Secret material may not be kept or sent with the submission.",
        ),
        Words(
            "Bỏ tệp khỏi kho, chỉ nêu số, ngày và nơi lưu; nếu không mật, ghi ngoại lệ kèm lý do.",
            "Take the file out and give number, date and where it is kept; if it is not secret, add an exception.",
        ),
    ),
    Entry(
        "W419",
        "warning",
        Words(
            "Tài liệu «{id}» có {count} số định danh cá nhân chưa che, ví dụ {number}.",
            "The document “{id}” shows {count} unredacted citizen numbers, such as {number}.",
        ),
        Words(
            "Dữ liệu cá nhân của người dân phải che trước khi lưu và gửi.",
            "Personal data must be redacted before it is kept and sent.",
        ),
        Words(
            "Che số trong tài liệu rồi chép lại; nếu không phải số định danh, ghi ngoại lệ kèm lý do.",
            "Redact it and copy it again; if it is no citizen number, add an exception.",
        ),
    ),
)
