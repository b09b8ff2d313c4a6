"""E211 to E219, E236: text that must have a certain form."""

from __future__ import annotations

from parindex.checks.entry import Entry, Example, Words

_UNTYPED = Words(
    "Giá trị sai kiểu không dùng để tính được, và đoán thay người khai là sai nguyên tắc.",
    "A value of the wrong type cannot be used, and the program does not guess for the unit.",
)
_NAMES = Words(
    "Mã và khóa dùng để nối các tệp với nhau; viết khác đi là không tìm thấy.",
    "Ids and keys join the files; spelled otherwise they are not found.",
)

ENTRIES = (
    Entry(
        "E211",
        "error",
        Words("«{value}» không phải là một mã hợp lệ.", "“{value}” is not a valid id."),
        _NAMES,
        Words(
            "Viết chữ thường không dấu và chữ số, nối bằng «-»; mã chỉ số đo nhóm bằng «.»: tthc.on-time.",
            "Use lower-case letters without accents and digits, joined by “-”; “.” groups indicators: tthc.on-time.",
        ),
        Example("plans: [Phú Sơn 2023]\n", "plans: [phu-son-2023]\n", "unit"),
    ),
    Entry(
        "E212",
        "error",
        Words("«{value}» không phải là mã tiêu chí.", "“{value}” is not the code of a criterion."),
        _NAMES,
        Words(
            "Viết chữ số hoặc chữ hoa, nối bằng dấu chấm: 3.1.1.", "Write digits or capitals joined by points: 3.1.1."
        ),
        Example("notes: {3-1: x}\n", "notes: {3.1: x}\n", "unit"),
    ),
    Entry(
        "E213",
        "error",
        Words("«{value}» không phải là kỳ báo cáo.", "“{value}” is not a reporting period."),
        _NAMES,
        Words(
            "Viết năm, quý, 6 tháng, 9 tháng hoặc tháng: 2023, 2023-Q1, 2023-6m, 2023-9m, 2023-04.",
            "Write a year, quarter, half, nine months or month: 2023, 2023-Q1, 2023-6m, 2023-9m, 2023-04.",
        ),
        Example("reports: {a.b: {Q1: {}}}\n", "reports: {a.b: {2023-Q1: {}}}\n", "unit"),
    ),
    Entry(
        "E214",
        "error",
        Words("«{value}» không phải là ngày, tháng hay năm.", "“{value}” is not a day, month or year."),
        _UNTYPED,
        Words(
            "Viết tới phần văn bản có in: 2023, 2023-01 hoặc 2023-01-15.",
            "Write as much as is printed: 2023, 2023-01 or 2023-01-15.",
        ),
        Example("date: 01/2023\n", "date: 2023-01\n", "plan"),
    ),
    Entry(
        "E215",
        "error",
        Words("«{value}» không phải là mã băm SHA-256.", "“{value}” is not a SHA-256 digest."),
        Words("Mã băm chứng tỏ tệp minh chứng không bị đổi.", "The digest shows that the evidence was not changed."),
        Words(
            "Dán đủ 64 ký tự 0–9, a–f, chữ thường; hoặc xóa dòng này.",
            "Give all 64 characters 0–9, a–f; or delete the line.",
        ),
        Example(
            "documents: {a: {form: link, title: A, sha256: 12ab}}\n", "documents: {a: {form: link, title: A}}\n", "unit"
        ),
    ),
    Entry(
        "E216",
        "error",
        Words("«{value}» không phải là số mục.", "“{value}” is not a section."),
        Words(
            "Số mục dẫn người đọc về đúng chỗ trong văn bản.",
            "The section leads the reader to the place in the document.",
        ),
        Words(
            "Nối số mục như in bằng dấu chấm, không có dấu cách: II.3.1, PL.07.2.",
            "Join the printed numbers by points, without spaces: II.3.1, PL.07.2.",
        ),
        Example("notes: [{section: mục 2, note: x}]\n", "notes: [{section: II.2, note: x}]\n", "plan"),
    ),
    Entry(
        "E217",
        "error",
        Words("«{value}» không phải là liên kết.", "“{value}” is not a link."),
        Words("Người thẩm định phải mở được liên kết.", "The appraiser must be able to open it."),
        Words(
            "Viết đầy đủ, bắt đầu bằng https:// và không có dấu cách.",
            "Write it in full, from https:// on, without spaces.",
        ),
        Example(
            "documents: {a: {form: link, title: A, link: phuson.vn}}\n",
            "documents: {a: {form: link, title: A, link: https://phuson.vn}}\n",
            "unit",
        ),
    ),
    Entry(
        "E218",
        "error",
        Words("«{value}» không phải là số thứ tự phần.", "“{value}” is not the number of a part."),
        _NAMES,
        Words(
            "Viết số thứ tự của phần trong kế hoạch: 1, 2, 3 …", "Write the number of the part in the plan: 1, 2, 3 …"
        ),
        Example("tasks: {a: {b: {parts: {a: {}}}}}\n", "tasks: {a: {b: {parts: {1: {}}}}}\n", "unit"),
    ),
    Entry(
        "E219",
        "error",
        Words(
            "«{value}» không phải là mã chẩn đoán hay phần đầu của mã.",
            "“{value}” is neither the code of a diagnostic nor the beginning of one.",
        ),
        _NAMES,
        Words(
            "Viết E hoặc W rồi tới các chữ số: W520 là một mã, W5 là cả họ, E là mọi lỗi.",
            "Write E or W and then digits: W520 is one code, W5 a family, E all errors.",
        ),
        Example("checks: {ignore: [w520]}\n", "checks: {ignore: [W520]}\n", "project"),
    ),
    Entry(
        "E236",
        "error",
        Words("«{value}» không phải là đường dẫn trong kho.", "“{value}” is no path inside the repository."),
        Words(
            "Cùng một kho phải đọc được như nhau trên mọi máy.",
            "The same repository must read alike on every machine.",
        ),
        Words(
            "Viết đường dẫn tính từ parindex.yaml với dấu «/», ví dụ units/*.yaml.",
            "Write a path from parindex.yaml with “/”, such as units/*.yaml.",
        ),
        Example("units: ['units\\*.yaml']\n", "units: [units/*.yaml]\n", "project"),
    ),
)
