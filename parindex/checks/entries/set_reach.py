"""W718 to W722, W728 and W729: what a leaf's rule really gives, and its examples worked out by hand."""

from __future__ import annotations

from parindex.checks.entries.set_examples import in_leaf
from parindex.checks.entry import Entry, Words

_RATE = "indicator: tthc.on-time\nevidence: [Báo cáo]\n"
_OTHERWISE = 'otherwise: {comparator: ">=", value: 95}\n'
_BANDS = _RATE + "rule: {{kind: bands, bands: [{{to: 80, points: {}}}, {{from: 80, points: {}}}]}}\n"
_REPORTS = (
    "indicator: direction.par-reports\nevidence: [Báo cáo]\n"
    "rule:\n  kind: reports\n  on_time: {}\n  required:\n"
    "    - {{period: 2023-6m, to: 2023-06-20}}\n    - {{period: 2023, to: 2023-12-20}}\n"
)

ENTRIES = (
    Entry(
        "W718",
        "error",
        Words(
            "Tiêu chí {criterion}: kết quả tốt hơn ({better}: {less} điểm) được ít điểm hơn kết quả kém hơn "
            "({worse}: {more} điểm).",
            "Criterion {criterion}: a better result ({better}: {less}) earns less than a worse one ({worse}: {more}).",
        ),
        Words(
            "Điểm phải không giảm khi kết quả tốt lên theo chiều better của chỉ số đo.",
            "Points must not fall while the indicator improves.",
        ),
        Words("Sửa điểm của quy tắc, hoặc better của chỉ số đo.", "Mend the rule, or better of the indicator."),
        in_leaf(_BANDS.format(4, 0), _BANDS.format(0, 4)),
    ),
    Entry(
        "W719",
        "error",
        Words(
            "Tiêu chí {criterion}: {parts} cộng lại {sum} điểm, điểm tối đa ghi {points}.",
            "Criterion {criterion}: {parts} add up to {sum}, the maximum is {points}.",
        ),
        Words("Điểm tối đa in ra không đúng với quy tắc.", "The printed maximum would not be that of the rule."),
        Words("Sửa điểm trong quy tắc hoặc points của tiêu chí.", "Mend the points of the rule or of the criterion."),
        in_leaf(_REPORTS.format("1.5"), _REPORTS.format("2")),
    ),
    Entry(
        "W720",
        "warning",
        Words(
            "Tiêu chí {criterion}: quy tắc chỉ cho nhiều nhất {best} điểm, điểm tối đa ghi {points} (đã thử {tried} số "
            "liệu).",
            "Criterion {criterion}: the rule gives at most {best}, the maximum is {points} ({tried} facts were tried).",
        ),
        Words(
            "Không đơn vị nào đạt được điểm tối đa, vậy bộ tiêu chí không phải thang điểm như ghi.",
            "No unit can reach the maximum, so the scale is not what it says.",
        ),
        Words("Sửa điểm trong quy tắc hoặc points của tiêu chí.", "Mend the points of the rule or of the criterion."),
        in_leaf(_BANDS.format(0, 3), _BANDS.format(0, 4)),
    ),
    Entry(
        "W721",
        "error",
        Words(
            "Tiêu chí {criterion}: quy tắc cho tới {best} điểm ({value}), vượt điểm tối đa {points}.",
            "Criterion {criterion}: the rule gives up to {best} ({value}), over the maximum {points}.",
        ),
        Words("Không tiêu chí nào được quá điểm tối đa.", "No criterion earns more than its maximum."),
        Words("Sửa điểm trong quy tắc hoặc points của tiêu chí.", "Mend the points of the rule or of the criterion."),
        in_leaf(_BANDS.format(0, 5), _BANDS.format(0, 4)),
    ),
    Entry(
        "W722",
        "warning",
        Words(
            "Tiêu chí {criterion}: quy tắc luôn cho {points} điểm, số liệu thế nào cũng vậy.",
            "Criterion {criterion}: the rule always gives {points}, whatever the fact.",
        ),
        Words("Một tiêu chí như vậy không phân biệt đơn vị nào với đơn vị nào.", "It tells no unit from another."),
        Words("Sửa mức điểm của quy tắc.", "Mend the points of the rule."),
        in_leaf(_BANDS.format(4, 4), _BANDS.format(0, 4)),
    ),
    Entry(
        "W728",
        "error",
        Words(
            "Tiêu chí {criterion}, ví dụ {number}: tính tay {expected}, quy tắc cho {given}.",
            "Criterion {criterion}, case {number}: {expected} worked out by hand, the rule gives {given}.",
        ),
        Words(
            "Quy tắc không nói điều mà người viết bộ tiêu chí nghĩ, hoặc phép tính tay sai.",
            "The rule does not say what its author meant, or the sum by hand is wrong.",
        ),
        Words("Tính lại ví dụ theo lời của quy tắc, rồi sửa bên sai.", "Do the sum again, and mend the wrong side."),
        in_leaf(
            _RATE + "rule: {kind: meets}\n" + _OTHERWISE + "cases: [{facts: {numerator: 9, denominator: 10}, "
            "points: 4}]\n",
            _RATE + "rule: {kind: meets}\n" + _OTHERWISE + "cases: [{facts: {numerator: 9, denominator: 10}, "
            "points: 0}]\n",
        ),
    ),
    Entry(
        "W729",
        "error",
        Words(
            "Tiêu chí {criterion}: ví dụ nêu số liệu «{name}» mà tiêu chí không có.",
            "Criterion {criterion}: a case names the fact “{name}”, which the leaf has not.",
        ),
        Words("Số liệu này bị bỏ qua khi thử.", "It would be left out of the trial."),
        Words("Tên dùng được: {known}.", "Names: {known}."),
        in_leaf(
            _RATE + "rule: {kind: meets}\n" + _OTHERWISE + "cases: [{facts: {a: {numerator: 9, denominator: 10}}, "
            "status: missing}]\n",
            _RATE + "rule: {kind: meets}\n" + _OTHERWISE + "cases: [{status: missing}]\n",
        ),
    ),
)
