"""E280 on: what is wrong in the text of a formula. Positions count its characters from 1."""

from __future__ import annotations

from parindex.checks.entry import Entry, Example, Words

_READ = Words("Công thức không đọc được thì không chấm được.", "A formula that cannot be read gives no score.")
_BOUND = Words("Công thức dài thì không ai kiểm tra được bằng tay.", "Nobody can check a huge formula by hand.")
_SPLIT = Words(
    "Tách thành nhiều tiêu chí, hoặc dùng bands, curve, per_case.",
    "Split the criterion, or use bands, curve or per_case.",
)
_TYPE = Words("Điều kiện chỉ có đúng hoặc sai, không cộng trừ được.", "A condition is true or false, not a number.")


def _leaf(expression: str, facts: str) -> str:
    rule = f'{{kind: formula, expression: "{expression}"}}'
    leaf = f'{{code: "1.1", name: A, points: 3, facts: {facts}, rule: {rule}}}'
    return f'domains: [{{id: a, code: "1", name: A, criteria: [{leaf}]}}]\n'


def _example(bad: str, good: str, facts: str = "{x: a.b}") -> Example:
    return Example(_leaf(bad, facts), _leaf(good, facts), "criteria")


ENTRIES = (
    Entry(
        "E280",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: {found} không đặt được ở đây.",
            "Formula, character {position}: {found} does not belong here.",
        ),
        _READ,
        Words("Kiểm tra dấu phép tính và dấu ngoặc quanh chỗ đó.", "Look at the operators and parentheses around it."),
        _example("points * * x", "points * x / 100"),
    ),
    Entry(
        "E281",
        "error",
        Words("Công thức bị cụt ở ký tự thứ {position}.", "The formula is cut short at character {position}."),
        _READ,
        Words("Viết tiếp phần còn thiếu.", "Write what is lacking."),
        _example("points * x /", "points * x / 100"),
    ),
    Entry(
        "E282",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: chỗ này phải là {expected}.",
            "Formula, character {position}: {expected} must stand here.",
        ),
        _READ,
        Words("Thêm dấu ngoặc hoặc else còn thiếu.", "Add the parenthesis or the else."),
        _example("3 if x > 90", "3 if x > 90 else 0"),
    ),
    Entry(
        "E283",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: không có ký hiệu {found}.",
            "Formula, character {position}: there is no sign {found}.",
        ),
        _READ,
        Words(
            "Chỉ dùng + − × ÷ (hoặc - * /), so sánh (== != < <= > >=), and, or, not, min, max, round, if … else; "
            "tỷ lệ viết 90, không viết 90%.",
            "Use only + − × ÷ (or - * /), comparisons (== != < <= > >=), and, or, not, min, max, round, if … else; "
            "write a share as 90, not as 90%.",
        ),
        _example("3 if x >= 90% else 0", "3 if x >= 90 else 0"),
    ),
    Entry(
        "E284",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: {found} không phải là số.",
            "Formula, character {position}: {found} is no number.",
        ),
        _READ,
        Words("Viết số với dấu chấm thập phân, không dấu ngăn nghìn: 1176.5.", "Write numbers as 1176.5."),
        _example("x / 1.176.5", "x / 1176.5"),
    ),
    Entry(
        "E285",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: không có hàm {name}.",
            "Formula, character {position}: there is no function {name}.",
        ),
        _READ,
        Words("Chỉ có min, max và round.", "There are min, max and round only."),
        _example("sqrt(x)", "round(x, 2)"),
    ),
    Entry(
        "E286",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: tham số của {name} không đúng.",
            "Formula, character {position}: the arguments of {name} are wrong.",
        ),
        _READ,
        Words(
            "min và max cần từ hai số; round cần một số, rồi số chữ số thập phân từ 0 đến 6.",
            "min and max take two numbers or more; round takes one, then the decimals from 0 to 6.",
        ),
        _example("min(x)", "min(x, 3)"),
    ),
    Entry(
        "E287",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: chỗ này phải là số, không phải điều kiện.",
            "Formula, character {position}: a number must stand here, not a condition.",
        ),
        _TYPE,
        Words("Viết: số if điều kiện else số.", "Write: number if condition else number."),
        _example("x > 90", "3 if x > 90 else 0"),
    ),
    Entry(
        "E288",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: chỗ này phải là điều kiện, không phải số.",
            "Formula, character {position}: a condition must stand here, not a number.",
        ),
        _TYPE,
        Words("So sánh số với một mức: x >= 90.", "Compare the number: x >= 90."),
        _example("3 if x + 1 else 0", "3 if x + 1 > 90 else 0"),
    ),
    Entry(
        "E289",
        "error",
        Words(
            "Công thức, ký tự thứ {position}: không có số liệu tên {name}; dùng được: {allowed}.",
            "Formula, character {position}: no fact is named {name}; there are: {allowed}.",
        ),
        Words("Công thức chỉ đọc số liệu của chính tiêu chí này.", "A formula reads the facts of its leaf only."),
        Words(
            "Khai tên trong facts của tiêu chí, hoặc sửa tên; tử số và mẫu số: ten.numerator, ten.denominator.",
            "Name it in facts of the criterion, or mend it; parts of a ratio: name.numerator, name.denominator.",
        ),
        _example("x + y", "x + points"),
    ),
    Entry(
        "E290",
        "error",
        Words("Công thức không dùng số liệu {name}.", "The formula does not use the fact {name}."),
        Words("Số liệu được đòi mà không tính vào điểm.", "A fact would be asked for and not scored."),
        Words("Bỏ tên đó khỏi facts, hoặc dùng trong công thức.", "Drop it from facts, or use it in the formula."),
        _example("x", "x + y", "{x: a.b, y: a.b}"),
    ),
    Entry(
        "E291",
        "error",
        Words("Công thức dài hơn {limit} ký tự.", "The formula is longer than {limit} characters."),
        _BOUND,
        _SPLIT,
        _example(" " * 500 + "x", "x"),
    ),
    Entry(
        "E292",
        "error",
        Words("Công thức lồng nhau quá {limit} tầng.", "The formula is nested deeper than {limit}."),
        _BOUND,
        _SPLIT,
        _example("(" * 40 + "x" + ")" * 40, "x"),
    ),
    Entry(
        "E293",
        "error",
        Words("Công thức có hơn {limit} số, tên và phép tính.", "The formula has over {limit} parts."),
        _BOUND,
        _SPLIT,
        _example("x" + "+x" * 150, "x"),
    ),
)
