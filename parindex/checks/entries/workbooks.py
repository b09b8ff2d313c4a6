"""E152 to E155, E16 to E18: an Excel workbook to fill in that cannot be read, or a cell in it."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

_NEW_FORM = Words(
    "Xuất biểu mẫu mới bằng parindex form export rồi chép số liệu sang.",
    "Make a new form with parindex form export and copy the figures.",
)
_UNSURE = Words(
    "Số liệu đọc sai ô thì điểm sai mà không ai thấy.", "A figure read from the wrong cell spoils the score unseen."
)
_GUESS = Words("Chương trình không đoán số liệu của đơn vị.", "The program does not guess the figures of a unit.")
_SAFE = Words("Biểu mẫu chỉ là bảng số liệu.", "A form is a table of figures and nothing else.")
_WHOLE = Words(
    "Thiếu một phần biểu mẫu thì không biết đơn vị muốn xóa số liệu hay chưa nhập.",
    "With a part gone nobody can tell whether the unit wants the figures removed.",
)

ENTRIES = (
    Entry(
        "E152",
        "error",
        Words(
            "Tệp này là {kind}, lệnh này đọc {wanted}.",
            "This is {kind}; the command reads {wanted}.",
        ),
        _UNSURE,
        Words(
            "Biểu mẫu số liệu: parindex form import; sổ thẩm định, sổ giải trình: parindex appraise read.",
            "Figures of a unit: parindex form import; appraisals and answers: parindex appraise read.",
        ),
    ),
    Entry(
        "E153",
        "error",
        Words("Chưa ghi {what}.", "Not filled in: {what}."),
        Words(
            "Lịch sử điểm phải cho biết ai, khi nào, từ đâu đến đâu, vì sao.",
            "The history of a score must tell who, when, from what to what, and why.",
        ),
        Words("Điền ô này rồi đọc lại.", "Fill the cell in and read the workbook again."),
    ),
    Entry(
        "E154",
        "error",
        Words("Ô này trái với {other}.", "The cell contradicts {other}."),
        Words("Một dòng chỉ có một kết luận.", "A row comes to one conclusion."),
        Words("Giữ một ô, xóa ô kia.", "Keep one of the two and clear the other."),
    ),
    Entry(
        "W155",
        "warning",
        Words(
            "Tiêu chí {criterion}: ô nay trống, nhưng lượt «{id}» đã ghi vẫn đứng.",
            "Criterion {criterion}: the cell is empty now, but the entry “{id}” stands.",
        ),
        Words("Lượt đã ghi không bị xóa, để lịch sử còn đủ.", "Entries are never taken away: the history stays whole."),
        Words(
            "Muốn đổi thì ghi kết luận khác kèm lý do: lượt mới thay lượt cũ.",
            "To change it fill in another conclusion with its reason: the new entry replaces the old one.",
        ),
    ),
    Entry(
        "E149",
        "error",
        Words(
            "Không rõ ghi vào tệp nào của {unit} ({file}): không có, hoặc có nhiều tệp.",
            "It is not clear which file of {unit} is meant ({file}): there is none, or more than one.",
        ),
        Words(
            "Tệp số liệu được tìm ở cạnh biểu mẫu, rồi trong kho (thư mục có parindex.yaml).",
            "The unit's file is looked for beside the form, then in the repository (with parindex.yaml).",
        ),
        Words("Chỉ rõ tệp: --into UNIT.yaml.", "Name the file: --into UNIT.yaml."),
    ),
    Entry(
        "E150",
        "error",
        Words(
            "Đây là tệp tạm của Excel hoặc LibreOffice, có khi biểu mẫu đang mở.",
            "This is the lock file that Excel or LibreOffice keeps while the form is open.",
        ),
        Words("Tệp này chỉ ghi ai đang mở biểu mẫu, không có số liệu.", "It says who has the form open, nothing else."),
        Words(
            "Lưu và đóng biểu mẫu, rồi chọn tệp không có «~$» hay «.~lock» ở đầu tên.",
            "Save and close the form, then choose the file without “~$” or “.~lock” before its name.",
        ),
    ),
    Entry(
        "E156",
        "error",
        Words("Ô này có nội dung nhưng nằm quá xa bảng.", "The cell holds something, far away from the table."),
        Words(
            "Muốn đọc tới ô đó phải giữ hàng triệu ô trống trong bộ nhớ.",
            "To reach it, millions of empty cells would have to be held in memory.",
        ),
        Words("Xóa nội dung ô đó (và các dòng, cột thừa) rồi lưu lại.", "Clear the cell and save the file."),
    ),
    Entry(
        "E157",
        "error",
        Words(
            "Ô khóa này ghi «{value}», khi xuất biểu mẫu là «{base}».",
            "This locked cell says “{value}”; it said “{base}” when the form was made.",
        ),
        Words(
            "Nếu các cột bị sắp xếp lệch nhau thì số liệu sẽ vào nhầm dòng.",
            "Where columns were sorted apart from each other, figures would go to the wrong line.",
        ),
        Words(
            "Khôi phục thứ tự dòng và chữ ở ô khóa, hoặc xuất biểu mẫu mới rồi chép số liệu sang.",
            "Put the rows and the locked text back, or make a new form and copy the figures.",
        ),
    ),
    Entry(
        "E158",
        "error",
        Words("Tệp quá lớn.", "The file is too large."),
        Words("Tệp như thế có thể làm treo máy.", "Such a file may bring the machine to a stop."),
        Words("Bỏ ảnh và trang thừa, hoặc xuất biểu mẫu mới.", "Remove pictures and sheets that do not belong there."),
    ),
    Entry(
        "E159",
        "error",
        Words("Đây là tệp {kind}, không phải .xlsx.", "This is a {kind} file, not an .xlsx one."),
        Words("Các dạng khác không giữ đủ những gì cần để đọc đúng.", "Other forms do not keep what is needed."),
        Words("Mở bằng Excel hoặc LibreOffice rồi lưu thành dạng .xlsx.", "Open it and save it as .xlsx."),
    ),
    Entry(
        "E161",
        "error",
        Words("Không đọc được biểu mẫu: tệp hỏng hoặc không phải tệp Excel.", "The form is damaged, or no Excel file."),
        Words("Chỉ đọc được tệp Excel dạng .xlsx.", "Only Excel files of the form .xlsx can be read."),
        Words("Mở tệp và lưu lại thành dạng .xlsx.", "Open the file and save it as .xlsx."),
    ),
    Entry(
        "E162",
        "error",
        Words("Tệp có macro (.xlsm), không được nhận.", "The file holds macros (.xlsm) and is not taken."),
        _SAFE,
        Words("Lưu lại thành .xlsx, không kèm macro.", "Save it as .xlsx, without macros."),
    ),
    Entry(
        "E163",
        "error",
        Words("Tệp có mật khẩu mở, không đọc được.", "The file is locked by a password."),
        Words("Nội dung tệp đã mã hóa.", "The content is encrypted."),
        Words("Bỏ mật khẩu mở tệp rồi lưu lại.", "Remove the password and save the file."),
    ),
    Entry(
        "E164",
        "error",
        Words(
            "Tệp này không phải biểu mẫu của parindex, hoặc trang ẩn của biểu mẫu đã hỏng.",
            "This is no form of parindex, or the hidden sheet of the form is damaged.",
        ),
        _UNSURE,
        _NEW_FORM,
    ),
    Entry(
        "E165",
        "error",
        Words("Biểu mẫu làm theo bản khác của {what}.", "The form was made from another version of {what}."),
        Words(
            "Tiêu chí, chỉ tiêu đã đổi nên cùng một ô có thể mang nghĩa khác.",
            "Criteria or targets have changed, so that the same cell may mean something else.",
        ),
        _NEW_FORM,
    ),
    Entry(
        "E166",
        "error",
        Words(
            "Biểu mẫu là của «{form}», còn tệp {path} là của «{file}».",
            "The form is of “{form}”, the file {path} of “{file}”.",
        ),
        Words(
            "Số liệu của đơn vị này không được ghi vào tệp của đơn vị, năm hay bộ tiêu chí khác.",
            "Figures must not go into the file of another unit, year or set.",
        ),
        Words("Chọn đúng biểu mẫu hoặc đúng tệp.", "Choose the form or the file that belongs to it."),
    ),
    Entry(
        "E167",
        "error",
        Words("Biểu mẫu thiếu trang «{sheet}».", "The sheet “{sheet}” is missing from the form."),
        _WHOLE,
        Words("Khôi phục trang, hoặc xuất biểu mẫu mới.", "Put the sheet back, or make a new form."),
    ),
    Entry(
        "E168",
        "error",
        Words("Biểu mẫu thiếu {what}.", "The form has lost {what}."),
        _WHOLE,
        Words("Khôi phục dòng, cột đã xóa, hoặc xuất biểu mẫu mới.", "Put it back, or make a new form."),
    ),
    Entry(
        "E169",
        "error",
        Words("Biểu mẫu có hai lần {what}.", "The form has {what} twice."),
        _UNSURE,
        Words("Bỏ bản sao thừa.", "Remove the copy."),
    ),
    Entry(
        "E170",
        "error",
        Words("Ô này bị gộp với ô khác.", "The cell is merged with another."),
        Words("Gộp ô làm mất số liệu của các ô bên trong.", "Merging loses the figures of the cells inside."),
        Words("Bỏ gộp ô rồi nhập lại từng ô.", "Unmerge the cells and fill in each."),
    ),
    Entry(
        "E171",
        "error",
        Words("Công thức trong ô không cho kết quả ({value}).", "The formula of the cell gives no result ({value})."),
        _GUESS,
        Words(
            "Nhập số thay cho công thức, hoặc sửa công thức; tệp do chương trình khác ghi thì mở bằng Excel, lưu lại.",
            "Type the number, or mend the formula; open in Excel and save what another program has written.",
        ),
    ),
    Entry(
        "E172",
        "error",
        Words("Cần một số, ô này ghi «{value}».", "Expected a number, the cell says “{value}”."),
        _GUESS,
        Words("Ghi số bằng chữ số, ví dụ 1200 hoặc 97,5.", "Write digits, such as 1200 or 97.5."),
    ),
    Entry(
        "E173",
        "error",
        Words(
            "Số «{value}» hiểu được hai cách: {one} hoặc {other}.",
            "“{value}” can be read in two ways: {one} or {other}.",
        ),
        _GUESS,
        Words("Ghi lại: {one} hoặc {other}.", "Write {one} or {other}."),
    ),
    Entry(
        "E174",
        "error",
        Words("Cần một ngày, ô này ghi «{value}».", "Expected a date, the cell says “{value}”."),
        _GUESS,
        Words("Ghi ngày theo dạng 15/01/2023, đủ bốn chữ số của năm.", "Write 15/01/2023, the year in four digits."),
    ),
    Entry(
        "E175",
        "error",
        Words("«{value}» không có trong danh sách của ô.", "“{value}” is not in the list of the cell."),
        _GUESS,
        Words("Chọn một trong: {allowed}.", "Choose one of: {allowed}."),
    ),
    Entry(
        "E176",
        "error",
        Words("Ô này ghi {value} bằng định dạng phần trăm.", "The cell says {value}, formatted as a percent."),
        Words("Trong ô định dạng phần trăm, 97,5% là 0,975.", "In a cell formatted as a percent, 97.5% is 0.975."),
        Words("Đổi định dạng ô về số và ghi {right}.", "Format the cell as a number and write {right}."),
    ),
    Entry(
        "E177",
        "error",
        Words(
            "Excel đã đổi chữ trong ô thành ngày {value}.", "Excel has turned the text of the cell into a day, {value}."
        ),
        Words("Số, ký hiệu như 05/2023 dễ bị hiểu thành ngày.", "A number such as 05/2023 is easily taken for a date."),
        Words("Đổi định dạng ô thành Văn bản (Text) rồi nhập lại.", "Format the cell as text and type it again."),
    ),
    Entry(
        "E178",
        "error",
        Words("Mã tài liệu «{value}» không đúng dạng.", "“{value}” is no id of a document."),
        Words("Mã dùng để dẫn tới tài liệu ở mọi nơi khác.", "The id is how evidence refers to the document."),
        Words(
            "Ghi {right}: chữ thường không dấu, số, gạch nối.", "Write {right}: lower-case letters, digits, hyphens."
        ),
    ),
    Entry(
        "E179",
        "error",
        Words("Chưa khai tài liệu «{value}».", "No document “{value}” is declared."),
        Words("Minh chứng phải dẫn tới một tài liệu đã khai.", "Evidence refers to a declared document."),
        Words("Khai ở trang Tài liệu, hoặc sửa mã.", "Declare it on the sheet of documents, or mend the id."),
    ),
    Entry(
        "E180",
        "error",
        Words("Mã tài liệu «{value}» đã dùng cho tài liệu khác.", "The id “{value}” is another document's."),
        Words("Mỗi mã chỉ một tài liệu.", "An id belongs to one document."),
        Words(
            "Đặt mã khác; nếu biểu mẫu này đã đọc một lần rồi sửa tiếp thì thêm --form-wins.",
            "Give it another id; if this form was read once and filled in further, add --form-wins.",
        ),
    ),
    Entry(
        "E181",
        "error",
        Words("Ghi «{value}» nhưng chưa chọn mã tài liệu.", "“{value}” is given without the id of a document."),
        Words("Không biết mục, trang này của tài liệu nào.", "Nobody knows in which document that place is."),
        Words("Chọn mã tài liệu ở ô bên trái.", "Choose the document in the cell to the left."),
    ),
    Entry(
        "E182",
        "error",
        Words(
            "Biểu mẫu ghi «{form}», tệp của đơn vị nay ghi «{file}», lúc xuất biểu mẫu là «{base}».",
            "The form says “{form}”, the unit's file now says “{file}”; it said “{base}” when the form was made.",
        ),
        Words(
            "Cả biểu mẫu và tệp đều đã sửa; chương trình không chọn thay đơn vị.",
            "Both were changed since; the program does not choose between them.",
        ),
        Words(
            "Xuất biểu mẫu mới rồi sửa tiếp; hoặc đọc lại với --form-wins để lấy theo biểu mẫu.",
            "Make a new form and go on there; or import again with --form-wins to take what the form says.",
        ),
    ),
    Entry(
        "E183",
        "error",
        Words("Tài liệu «{value}» chưa có mã.", "The document “{value}” has no id."),
        Words("Không có mã thì không dẫn tới tài liệu được.", "Without an id nothing can refer to it."),
        Words("Đặt mã ở cột Mã tài liệu, ví dụ bc-212.", "Give it an id in the first column, such as bc-212."),
    ),
    Entry(
        "E184",
        "error",
        Words(
            "Có lý do «{value}» nhưng chưa ghi số trường hợp.", "The reason “{value}” stands without a number of cases."
        ),
        _GUESS,
        Words("Ghi số trường hợp không tính, hoặc xóa lý do.", "Write how many, or remove the reason."),
    ),
    Entry(
        "E185",
        "error",
        Words(
            "Cách viết của tệp này khiến chương trình không tự sửa được.",
            "The way in which this file is written keeps the program from changing it.",
        ),
        Words(
            "Tệp chỉ được sửa khi giữ nguyên được phần còn lại.", "A file is changed only if the rest stays as it is."
        ),
        Words("Viết lại tệp theo dạng khối như ví dụ rồi đọc lại.", "Write the file in blocks as in the examples."),
    ),
    Entry(
        "E186",
        "error",
        Words(
            "Biểu mẫu ở dạng {given}, chương trình này đọc dạng {known}.",
            "The form is of format {given}; this program reads format {known}.",
        ),
        _UNSURE,
        _NEW_FORM,
    ),
    Entry(
        "W187",
        "warning",
        Words(
            "Trang «{sheet}» không thuộc biểu mẫu, không được đọc.",
            "The sheet “{sheet}” is not the form's; it is not read.",
        ),
        Words("Số liệu ở trang đó không vào tệp của đơn vị.", "What stands there does not go into the unit's file."),
        Words("Chuyển số liệu vào các trang của biểu mẫu.", "Move the figures to the sheets of the form."),
    ),
    Entry(
        "W188",
        "warning",
        Words("Tỷ lệ {value} được hiểu là {value}%.", "The rate {value} is taken for {value}%."),
        Words(
            "97,5% ghi là 97,5; ghi 0,975 thì thấp hơn trăm lần.", "97.5% is written 97.5; 0.975 is a hundredth of it."
        ),
        Words("Xem lại tỷ lệ.", "Look at the rate again."),
    ),
    Entry(
        "E189",
        "error",
        Words("Ô có ký tự điều khiển {character}.", "The cell holds the control character {character}."),
        Words("Ký tự không nhìn thấy làm hỏng báo cáo.", "Characters that nobody sees spoil the report."),
        Words("Nhập lại ô bằng tay, không dán.", "Type the cell anew instead of pasting."),
    ),
)
