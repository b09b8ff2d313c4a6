"""W512 to W522: documents, dates and figures that an appraiser would ask about."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_APPRAISER = Words("Người thẩm định sẽ hỏi đúng chỗ này.", "This is where the appraiser will ask.")
_IDENTIFY = Words(
    "Số, ký hiệu là cách duy nhất để tra lại văn bản.", "Number and symbol are how a document is found again."
)

ENTRIES = (
    Entry(
        "W512",
        "warning",
        Words(
            "Cả {count} số liệu có ở hai năm đều giống hệt năm trước.",
            "All {count} facts known of both years are identical to last year's.",
        ),
        Words("Có thể đã chép tệp năm trước mà chưa thay số.", "Last year's file may have been copied unchanged."),
        Words("Kiểm tra từng số liệu với báo cáo của năm nay.", "Check each figure against this year's reports."),
    ),
    Entry(
        "W513",
        "warning",
        Words(
            "Chỉ số đo {id} chỉ có tỷ lệ {value}%, không có số phiếu.",
            "The indicator {id} has only the share {value}%, not the answers behind it.",
        ),
        Words("Không biết tỷ lệ tính trên bao nhiêu phiếu.", "Nobody can tell how many answers it rests on."),
        Words(
            "Khai numerator và denominator, hoặc answers theo phương án.",
            "Give numerator and denominator, or answers by option.",
        ),
    ),
    Entry(
        "W514",
        "warning",
        Words(
            "Ngày {date} chỉ được chứng minh bằng tài liệu không ghi ngày ({doc}).",
            "The day {date} is proved only by documents without a date ({doc}).",
        ),
        Words(
            "Đúng hạn hay không phải thấy được trên tài liệu.",
            "Whether it was on time must be seen on the document.",
        ),
        Words("Khai date của tài liệu, hoặc dẫn tài liệu có ngày.", "Give its date, or name a dated document."),
    ),
    Entry(
        "W515",
        "warning",
        Words(
            "Tài liệu «{doc}» ngày {date} nằm ngoài thời gian của bộ tiêu chí ({first} – {last}).",
            "The document “{doc}” of {date} lies outside the window of the set ({first} – {last}).",
        ),
        Words(
            "Bộ tiêu chí chỉ nhận minh chứng trong thời gian này.",
            "The set admits evidence of that time only.",
        ),
        Words("Kiểm tra ngày, hoặc dẫn tài liệu của đúng năm.", "Check the date, or name a document of the year."),
    ),
    Entry(
        "W516",
        "warning",
        Words(
            "Số, ký hiệu «{number}» không đúng mẫu của hình thức {form}.",
            "The number “{number}” does not have the form of {form} documents.",
        ),
        _IDENTIFY,
        Words("Viết như {example}, hoặc sửa form.", "Write it like {example}, or mend the form."),
    ),
    Entry(
        "W517",
        "warning",
        Words("Văn bản «{id}» chưa có số, ký hiệu.", "The document “{id}” has no number."),
        Words(
            "Văn bản chưa có số là dự thảo, chưa phải minh chứng.",
            "Without a number it is a draft, not yet evidence.",
        ),
        Words(
            "Ghi đúng số trên văn bản đã phát hành; không tự đặt số.",
            "Give the number of the document as issued; do not invent one.",
        ),
    ),
    Entry(
        "W518",
        "warning",
        Words(
            "Tài liệu «{id}» hình thức {form} không có số, ký hiệu «{number}».",
            "The document “{id}” of the form {form} has no number such as “{number}”.",
        ),
        Words(
            "Ảnh chụp, tin bài, liên kết, hiện vật không được cấp số.",
            "Screenshots, news, links and things are given no number.",
        ),
        Words("Bỏ number, hoặc sửa form cho đúng.", "Leave number out, or mend the form."),
    ),
    Entry(
        "W519",
        "warning",
        Words(
            "Số «{number}» ghi năm {inside}, ngày của văn bản thuộc năm {year}.",
            "The number “{number}” names {inside}, the document is of {year}.",
        ),
        _APPRAISER,
        Words("Sửa số hoặc ngày theo văn bản.", "Mend the number or the date by the document."),
    ),
    Entry(
        "W520",
        "note",
        Words(
            "Tiêu chí {criterion} cần «{required}»; minh chứng đã khai không có loại này.",
            "Criterion {criterion} requires “{required}”; no evidence of that kind is given.",
        ),
        Words(
            "Thiếu loại minh chứng mà bộ tiêu chí yêu cầu thì điểm có thể không được công nhận.",
            "Without the kind that the set requires the points may be refused.",
        ),
        Words(
            "Khai thêm tài liệu ở evidence của {id}, hoặc giải trình tiêu chí {criterion}.",
            "Add the document to the evidence of {id}, or explain criterion {criterion}.",
        ),
    ),
    Entry(
        "W521",
        "warning",
        Words(
            "Tài liệu «{id}» là minh chứng mà không có tệp hay liên kết.",
            "The document “{id}” is evidence without a file or a link.",
        ),
        Words("Người thẩm định không có gì để xem.", "The appraiser has nothing to look at."),
        Words(
            "Thêm file hoặc link; hiện vật thì dùng form: physical.",
            "Add file or link; for a thing use form: physical.",
        ),
    ),
    Entry(
        "W522",
        "warning",
        Words(
            "Tài liệu «{id}» trùng số, năm và nơi ban hành với «{other}».",
            "The document “{id}” has the number, year and issuer of “{other}”.",
        ),
        Words(
            "Một văn bản khai hai lần sẽ được đếm là hai minh chứng.",
            "A document that is declared twice counts as two pieces of evidence.",
        ),
        Words("Giữ một mục, dẫn mục đó ở cả hai nơi.", "Keep one and name it in both places."),
    ),
)
