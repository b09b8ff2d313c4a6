"""E19: responses of a survey, and what their mapping makes of them."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_COUNTED = Words(
    "Phiếu đọc sai thì tỷ lệ hài lòng sai mà không ai thấy.", "Answers read wrongly spoil the result unseen."
)
_SURE = Words("Kết quả chỉ đáng tin khi hỏi đủ người.", "A result is worth what the number of people asked is.")

ENTRIES = (
    Entry(
        "W146",
        "warning",
        Words("Có {count} phiếu, nhiều hơn {what} ({most}).", "There are {count} forms, more than {what} ({most})."),
        _SURE,
        Words(
            "Sửa population hoặc sent, hoặc khai cột mã phiếu (respondent) để bỏ phiếu trùng.",
            "Mend population or sent, or name the column of the form's number (respondent) to leave out copies.",
        ),
    ),
    Entry(
        "E190",
        "error",
        Words("Không đọc được tệp phiếu: {reason}.", "The responses cannot be read: {reason}."),
        Words("Chỉ đọc được CSV và Excel, dòng đầu là tên cột.", "CSV and Excel are read, with headings in line one."),
        Words("Lưu lại thành CSV (UTF-8) hoặc .xlsx.", "Save the file again as CSV (UTF-8) or .xlsx."),
    ),
    Entry(
        "E191",
        "error",
        Words(
            "Tệp phiếu không có (hoặc có hai) cột «{column}»; có: {close}.",
            "The responses have no column “{column}”, or two of them; there is: {close}.",
        ),
        _COUNTED,
        Words("Sửa tên cột trong tệp ánh xạ.", "Mend the column in the mapping."),
    ),
    Entry(
        "E192",
        "error",
        Words("Không có câu hỏi mã «{question}».", "No question has the id “{question}”."),
        _COUNTED,
        Words("Khai câu hỏi ở mục questions.", "Declare the question under questions."),
    ),
    Entry(
        "E193",
        "error",
        Words(
            "«{indicator}» không phải chỉ số đo bằng khảo sát.", "“{indicator}” is no indicator measured by a survey."
        ),
        Words("Kết quả phải vào đúng chỉ số đo.", "A result must go to the right indicator."),
        Words("Chọn chỉ số đo có measure: survey.", "Choose an indicator with measure: survey."),
    ),
    Entry(
        "W194",
        "warning",
        Words(
            "{count} câu trả lời «{answer}» ở cột «{column}» không có trong thang nên không được tính.",
            "{count} answers “{answer}” in the column “{column}” are not in the scale and do not count.",
        ),
        _COUNTED,
        Words("Thêm câu trả lời vào scale: answers hoặc blank.", "Add the answer to the scale: answers or blank."),
    ),
    Entry(
        "W195",
        "warning",
        Words(
            "Chỉ có {valid} phiếu hợp lệ, cần ít nhất {needed}.",
            "There are {valid} valid forms and at least {needed} are needed.",
        ),
        _SURE,
        Words("Thu thêm phiếu, hoặc nêu rõ khi báo cáo.", "Ask more people, or say so in the report."),
    ),
    Entry(
        "W196",
        "warning",
        Words(
            "Cột «{column}» có vẻ chứa dữ liệu cá nhân ({count} ô).",
            "The column “{column}” seems to hold personal data ({count} cells).",
        ),
        Words("Dữ liệu cá nhân không được nằm trong minh chứng.", "Personal data has no place in evidence."),
        Words("Dùng mã phiếu thay tên, số điện thoại, số định danh.", "Use a form's number instead."),
    ),
    Entry(
        "W197",
        "warning",
        Words(
            "Bộ tiêu chí không tính khảo sát loại này cho tiêu chí {codes}: kết quả không có điểm ở đó.",
            "The set does not admit this kind of survey for {codes}: the result earns no points there.",
        ),
        Words(
            "Tự khảo sát chỉ chứng minh việc đã làm và để so với chỉ tiêu.",
            "A unit's own survey proves the duty and is compared with the target.",
        ),
        Words("Chờ kết quả điều tra độc lập hoặc của cấp trên.", "Wait for the survey of others."),
    ),
    Entry(
        "W199",
        "warning",
        Words(
            "Tệp của đơn vị đã có số liệu {indicator} từ nguồn khác: giữ nguyên.",
            "The unit's file has figures of {indicator} from elsewhere: they stay.",
        ),
        Words(
            "Kết quả khảo sát của đơn vị không được thay kết quả do nơi khác điều tra.",
            "A survey must not replace the result of another without being told to.",
        ),
        Words("Muốn thay thì thêm --force.", "To replace them add --force."),
    ),
    Entry(
        "W198",
        "warning",
        Words(
            "Nhóm «{group}» không có phiếu hợp lệ nào hoặc không được khai: không tính theo trọng số được.",
            "The group “{group}” has no valid form, or is not declared: results cannot be weighted.",
        ),
        _SURE,
        Words("Thu phiếu của nhóm đó, hoặc sửa tên nhóm.", "Ask that group, or mend its name."),
    ),
)
