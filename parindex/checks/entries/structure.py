"""E201 to E209 and E220 to E299: a key or a value is not what the file's kind asks for."""

from __future__ import annotations

from parindex.checks.entry import Entry, Example, Words

_UNTYPED = Words(
    "Giá trị sai kiểu không dùng để tính được, và đoán thay người khai là sai nguyên tắc.",
    "A value of the wrong type cannot be used, and the program does not guess for the unit.",
)

ENTRIES = (
    Entry(
        "E201",
        "error",
        Words("Thiếu khóa «{key}».", "The key “{key}” is missing."),
        Words("Không có giá trị này thì không chấm được.", "Without it nothing can be scored."),
        Words("Thêm dòng «{key}: …» vào khối này.", "Add a line “{key}: …” to this block."),
        Example("unit: {id: a, level: commune}\n", "unit: {id: a, name: A, level: commune}\n", "unit"),
    ),
    Entry(
        "E202",
        "error",
        Words("Khóa «{key}» không có trong mẫu.", "The key “{key}” is not known here."),
        Words(
            "Khóa gõ sai sẽ bị bỏ qua, số liệu coi như không khai.",
            "A misspelled key would be dropped and its figure taken for not reported.",
        ),
        Words("Sửa hoặc xóa khóa. Các khóa dùng được: {allowed}.", "Mend or delete it. Keys allowed here: {allowed}."),
        Example("yaer: 2023\n", "year: 2023\n", "unit"),
    ),
    Entry(
        "E203",
        "error",
        Words("«{value}» không phải là số.", "“{value}” is not a number."),
        _UNTYPED,
        Words(
            "Viết số bằng chữ số, dấu chấm thập phân, không dấu phân cách nghìn: 1176.5.",
            "Write digits with a decimal point and no thousands mark: 1176.5.",
        ),
        Example("facts: {a.b: {values: {count: ba}}}\n", "facts: {a.b: {values: {count: 3}}}\n", "unit"),
    ),
    Entry(
        "E204",
        "error",
        Words(
            "«{value}» không phải dạng số: viết {right}.", "“{value}” is not how numbers are written: write {right}."
        ),
        Words(
            "Trong tệp, dấu chấm là dấu thập phân; báo cáo in ra vẫn dùng dấu phẩy.",
            "Files use a decimal point; reports still print the comma.",
        ),
        Words("Viết {right}.", "Write {right}."),
        Example('facts: {a.b: {values: {percent: "98,5"}}}\n', "facts: {a.b: {values: {percent: 98.5}}}\n", "unit"),
    ),
    Entry(
        "E205",
        "error",
        Words("Số dài quá {digits} chữ số.", "The number has more than {digits} digits."),
        Words("Số dài như vậy chỉ có thể do gõ nhầm.", "So long a number can only be a slip."),
        Words("Kiểm tra lại số.", "Check the number."),
        Example(f"facts: {{a.b: {{values: {{count: {'9' * 31}}}}}}}\n", "facts: {a.b: {values: {count: 9}}}\n", "unit"),
    ),
    Entry(
        "E206",
        "error",
        Words("«{value}» không phải là ngày.", "“{value}” is not a date."),
        _UNTYPED,
        Words("Viết năm-tháng-ngày: 2023-01-15.", "Write year-month-day: 2023-01-15."),
        Example("facts: {a.b: {values: {date: hôm qua}}}\n", "facts: {a.b: {values: {date: 2023-01-15}}}\n", "unit"),
    ),
    Entry(
        "E207",
        "error",
        Words("«{value}» chưa đúng dạng ngày: viết {right}.", "“{value}” is not how dates are written: write {right}."),
        Words(
            "Trong tệp, ngày viết năm-tháng-ngày để không lẫn ngày với tháng; báo cáo vẫn in dd/mm/yyyy.",
            "Files write year-month-day, so that day and month are never mixed up; reports print dd/mm/yyyy.",
        ),
        Words("Viết {right}.", "Write {right}."),
        Example("facts: {a.b: {values: {date: 15/01/2023}}}\n", "facts: {a.b: {values: {date: 2023-01-15}}}\n", "unit"),
    ),
    Entry(
        "E208",
        "error",
        Words("Không có ngày {value}.", "There is no day {value}."),
        _UNTYPED,
        Words("Kiểm tra lại ngày và tháng.", "Check the day and the month."),
        Example("facts: {a.b: {values: {date: 2023-02-30}}}\n", "facts: {a.b: {values: {date: 2023-02-28}}}\n", "unit"),
    ),
    Entry(
        "E209",
        "error",
        Words("Ở đây chỉ viết true hoặc false, không viết «{value}».", "Write true or false here, not “{value}”."),
        _UNTYPED,
        Words("Viết true (có) hoặc false (không), không có dấu nháy.", "Write true or false, without quotation marks."),
        Example("facts: {a.b: {values: {answer: có}}}\n", "facts: {a.b: {values: {answer: true}}}\n", "unit"),
    ),
    Entry(
        "E220",
        "error",
        Words("«{value}» không nằm trong các lựa chọn.", "“{value}” is not one of the choices."),
        _UNTYPED,
        Words("Chọn một trong: {allowed}.", "Choose one of: {allowed}."),
        Example("unit: {id: a, name: A, level: xã}\n", "unit: {id: a, name: A, level: commune}\n", "unit"),
    ),
    Entry(
        "E221",
        "error",
        Words("{value} nằm ngoài khoảng cho phép.", "{value} is out of range."),
        Words("Số ngoài khoảng này không có nghĩa ở đây.", "A number out of this range has no meaning here."),
        Words("Giá trị phải {sign} {bound}.", "The value must be {sign} {bound}."),
        Example("facts: {a.b: {values: {count: -3}}}\n", "facts: {a.b: {values: {count: 3}}}\n", "unit"),
    ),
    Entry(
        "E222",
        "error",
        Words("Chữ ở đây để trống.", "The text here is blank."),
        Words("Chỗ này phải có nội dung.", "Something must be said here."),
        Words(
            "Điền nội dung, hoặc xóa cả dòng nếu không bắt buộc.", "Fill it in, or delete the line if it is optional."
        ),
        Example('unit: {id: a, name: "", level: commune}\n', "unit: {id: a, name: A, level: commune}\n", "unit"),
    ),
    Entry(
        "E223",
        "error",
        Words("Chữ dài quá {max_length} ký tự.", "The text is longer than {max_length} characters."),
        Words("Chữ dài quá không in được vào bảng.", "So long a text cannot be printed in a table."),
        Words("Rút gọn.", "Shorten it."),
        Example(f"plans: [{'a' * 81}]\n", "plans: [a]\n", "unit"),
    ),
    Entry(
        "E224",
        "error",
        Words("Ở đây phải là danh sách.", "A list must stand here."),
        _UNTYPED,
        Words("Viết [a, b], hoặc mỗi mục một dòng bắt đầu bằng «- ».", "Write [a, b], or one item a line after “- ”."),
        Example("plans: phu-son-2023\n", "plans: [phu-son-2023]\n", "unit"),
    ),
    Entry(
        "E225",
        "error",
        Words("Ở đây phải là một khối «khóa: giá trị».", "A block of “key: value” must stand here."),
        _UNTYPED,
        Words("Viết các khóa ở dòng dưới, thụt lề vào.", "Write the keys on the lines below, indented."),
        Example("unit: Phú Sơn\n", "unit: {id: a, name: A, level: commune}\n", "unit"),
    ),
    Entry(
        "E226",
        "error",
        Words("Ở đây phải là chữ.", "Text must stand here."),
        _UNTYPED,
        Words(
            "Viết chữ; nếu là true, false hay null thì đặt trong dấu nháy kép.",
            "Write text; put true, false and null in quotation marks.",
        ),
        Example("unit: {id: a, name: [A], level: commune}\n", "unit: {id: a, name: A, level: commune}\n", "unit"),
    ),
    Entry(
        "E227",
        "error",
        Words("Khóa «{key}» không có giá trị.", "The key “{key}” has no value."),
        Words("Chỗ này bắt buộc có giá trị.", "A value must stand here."),
        Words(
            "Điền giá trị, hoặc xóa cả dòng nếu không bắt buộc.", "Fill it in, or delete the line if it is optional."
        ),
        Example("criteria:\n", "criteria: a\n", "unit"),
    ),
    Entry(
        "E228",
        "error",
        Words("«{value}» không phải là số nguyên.", "“{value}” is not a whole number."),
        _UNTYPED,
        Words("Viết số nguyên bằng chữ số: 2023.", "Write a whole number in digits: 2023."),
        Example("year: 2023.5\n", "year: 2023\n", "unit"),
    ),
    Entry(
        "E229",
        "error",
        Words("Không có loại «{value}».", "There is no kind “{value}”."),
        Words("Loại quyết định các khóa còn lại và cách tính.", "The kind decides the other keys and the arithmetic."),
        Words("Chọn một trong: {allowed}.", "Choose one of: {allowed}."),
    ),
    Entry(
        "E230",
        "error",
        Words("Thiếu khóa «{key}» nói đây là loại nào.", "The key “{key}” that tells the kind is missing."),
        Words("Loại quyết định các khóa còn lại và cách tính.", "The kind decides the other keys and the arithmetic."),
        Words("Thêm «{key}: …» vào khối này.", "Add “{key}: …” to this block."),
    ),
    Entry(
        "E231",
        "error",
        Words("Cần ít nhất {min_length} mục.", "At least {min_length} must be given."),
        Words("Danh sách trống không có nghĩa ở đây.", "An empty list has no meaning here."),
        Words("Thêm mục.", "Add an item."),
        Example(
            "domains: []\n",
            'domains: [{id: a, code: "1", name: A, criteria: [{code: "1.1", name: A, points: 3, '
            "indicator: a.b, rule: {kind: meets}}]}]\n",
            "criteria",
        ),
    ),
    Entry(
        "E233",
        "error",
        Words(
            "Đây là tệp loại «{value}», không phải loại cần ở đây.",
            "This is a file of kind “{value}”, not the one needed here.",
        ),
        Words("Mỗi lệnh đọc một loại tệp.", "Each command reads one kind of file."),
        Words("Chọn tệp có kind: {allowed}.", "Choose a file with kind: {allowed}."),
        Example("kind: plan\n", "kind: unit\n", "unit"),
    ),
    Entry(
        "E234",
        "error",
        Words("Chưa đọc được định dạng «{value}».", "The format “{value}” is not known."),
        Words("Tệp viết cho phiên bản parindex khác.", "The file was written for another version of parindex."),
        Words("Dùng format: {allowed}, hoặc cập nhật parindex.", "Use format: {allowed}, or update parindex."),
        Example("format: 2\n", "format: 1\n", "unit"),
    ),
    Entry(
        "E235",
        "error",
        Words(
            "Tệp không bắt đầu bằng các khóa (kind, format …).", "The file does not consist of keys (kind, format …)."
        ),
        Words("Không biết đây là tệp gì.", "Nobody can tell what the file is."),
        Words("Bắt đầu tệp bằng «kind: …» và «format: 1».", "Begin the file with “kind: …” and “format: 1”."),
    ),
    Entry(
        "E299",
        "error",
        Words("Giá trị không hợp lệ ({message}).", "The value is not valid ({message})."),
        Words("Mô hình dữ liệu từ chối giá trị này.", "The data model refuses it."),
        Words("So với tệp mẫu; xem parindex schema.", "Compare with an example; see parindex schema."),
    ),
)
