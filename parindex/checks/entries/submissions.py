"""E42, E43: a submission, and signatures, that are not what they were."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_CLOSED = Words(
    "Hồ sơ đã nộp là căn cứ thẩm định: mọi thay đổi sau đó phải được thấy.",
    "The submission is what is appraised: every later change must be seen.",
)
_BACK = Words(
    "Lấy lại tệp lúc nộp; bổ sung thì ghi ở tệp giải trình.",
    "Bring back the file as submitted; what is added belongs in the response.",
)
_SIGNED = Words(
    "Chữ ký bảo đảm người có thẩm quyền đã duyệt đúng nội dung này.",
    "The signature tells that this very content was approved.",
)

ENTRIES = (
    Entry(
        "E420",
        "error",
        Words(
            "Minh chứng «{file}» ({doc}) đã bị thay đổi sau khi nộp.",
            "The evidence “{file}” ({doc}) was changed after the submission.",
        ),
        _CLOSED,
        _BACK,
    ),
    Entry(
        "E421",
        "error",
        Words("Tệp «{file}» có lúc nộp, nay không còn.", "The file “{file}” was there when submitted and is gone."),
        _CLOSED,
        _BACK,
    ),
    Entry(
        "E422",
        "error",
        Words(
            "Tệp «{file}» của hồ sơ đã nộp bị sửa: mã băm không khớp.",
            "The file “{file}” of the submission was edited: its digest differs.",
        ),
        _CLOSED,
        Words("Lấy lại bản gốc từ nơi lưu hồ sơ.", "Bring back the original from where submissions are kept."),
    ),
    Entry(
        "E423",
        "error",
        Words(
            "Số liệu đã đổi sau khi nộp: {what} từ «{before}» thành «{after}».",
            "Changed after the submission: {what} from “{before}” to “{after}”.",
        ),
        _CLOSED,
        Words(
            "Trả lại số đã nộp; số đúng thì giải trình để hội đồng sửa (fact).",
            "Put back what was submitted; explain the right figure, so that the council corrects it (fact).",
        ),
    ),
    Entry(
        "W424",
        "warning",
        Words(
            "Tệp của đơn vị đã được ghi lại sau khi nộp; số liệu không đổi.",
            "The unit's file was written again after the submission; its figures are the same.",
        ),
        _CLOSED,
        Words("Không phải sửa gì.", "Nothing needs to be mended."),
    ),
    Entry(
        "E425",
        "error",
        Words(
            "«{file}» không còn là bản đã dùng lúc nộp.",
            "“{file}” is no longer the version that was used for the submission.",
        ),
        Words(
            "Bộ tiêu chí hoặc kế hoạch khác thì điểm khác, dù số liệu như cũ.",
            "With another set or plan the same figures give another score.",
        ),
        Words("Dùng lại bản lúc nộp.", "Bring back the version as of the submission."),
    ),
    Entry(
        "W426",
        "warning",
        Words(
            "Không thấy tệp gốc «{file}» của đơn vị; chỉ kiểm tra bản đã nộp.",
            "The unit's own file “{file}” is not here; only the frozen copy was looked at.",
        ),
        _CLOSED,
        Words("Đặt hồ sơ vào đúng kho minh chứng để so sánh.", "Put the submission back into its repository."),
    ),
    Entry(
        "E427",
        "error",
        Words(
            "Chấm lại số liệu đã nộp cho điểm khác ở: {codes} (nộp bằng {program}).",
            "Scored again, the submitted figures give other points in: {codes} (submitted with {program}).",
        ),
        Words(
            "Phiếu điểm, bộ tiêu chí hoặc phần mềm đã khác lúc nộp.",
            "The sheet, the set or the program differs from the time of submission.",
        ),
        Words("Chấm bằng đúng bản đã dùng lúc nộp.", "Score with the versions that were used then."),
    ),
    Entry(
        "W428",
        "warning",
        Words(
            "Danh mục «{file}» là bản khác bản lúc nộp.",
            "The list “{file}” is another version than at the submission.",
        ),
        Words(
            "Danh mục chỉ số đo đổi theo bản phần mềm; điểm vẫn được chấm lại để đối chiếu.",
            "The vocabulary changes with the program; the scores are worked out again to compare.",
        ),
        Words("Không phải sửa gì nếu không có lỗi E427.", "Nothing to mend unless E427 is told too."),
    ),
    Entry(
        "E430",
        "error",
        Words("Tệp này không có chữ ký số nào đọc được.", "The file has no digital signature that can be read."),
        _SIGNED,
        Words("Đính kèm bản PDF đã ký số.", "Attach the PDF that was signed."),
    ),
    Entry(
        "E431",
        "error",
        Words("Tệp đã bị thêm, sửa sau khi «{signer}» ký.", "The file was changed after “{signer}” signed it."),
        _SIGNED,
        Words("Lấy lại bản lúc ký, hoặc ký lại.", "Bring back the file as signed, or sign it again."),
    ),
    Entry(
        "E432",
        "error",
        Words(
            "Chữ ký của «{signer}» không khớp với nội dung tệp.", "The signature of “{signer}” does not fit the file."
        ),
        _SIGNED,
        Words("Lấy lại bản lúc ký, hoặc ký lại.", "Bring back the file as signed, or sign it again."),
    ),
    Entry(
        "W433",
        "warning",
        Words(
            "Chữ ký đúng, nhưng chưa xác nhận được chứng thư của «{signer}».",
            "The signature fits, but nobody vouches for the certificate of “{signer}”.",
        ),
        Words("Ai cũng tự tạo được chứng thư mang tên bất kỳ.", "Anybody can make a certificate with any name."),
        Words(
            "Thêm --trust với chứng thư của tổ chức chứng thực.",
            "Add --trust with the certificate of the authority.",
        ),
    ),
    Entry(
        "E435",
        "error",
        Words("Chữ ký SSH không khớp: {reason}.", "The SSH signature does not fit: {reason}."),
        _SIGNED,
        Words("Lấy lại tệp lúc ký, hoặc ký lại.", "Bring back the file as signed, or sign it again."),
    ),
    Entry(
        "W436",
        "warning",
        Words("Chữ ký SSH đúng, nhưng chưa biết là của ai.", "The SSH signature fits, but nobody says whose it is."),
        Words("Ai cũng tự tạo được một khóa.", "Anybody can make a key."),
        Words("Thêm --signers với danh sách người ký.", "Add --signers with the list of allowed signers."),
    ),
    Entry(
        "E437",
        "error",
        Words("Không ký được bằng khóa này: {reason}.", "Cannot sign with this key: {reason}."),
        Words("Hồ sơ chưa có chữ ký.", "The submission is not signed."),
        Words("Kiểm tra tệp khóa và mật khẩu khóa.", "Check the key file and its passphrase."),
    ),
    Entry(
        "W625",
        "warning",
        Words("Nộp ngày {on}, quá hạn {day}.", "Submitted on {on}, after the last day {day}."),
        Words("Hội đồng quyết định có nhận hồ sơ chậm không.", "The council decides whether to take it."),
        Words(
            "Nếu được gia hạn, ghi vào extensions của parindex.yaml.",
            "If an extension was granted, write it into extensions of parindex.yaml.",
        ),
    ),
)
