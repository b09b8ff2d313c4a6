"""W730 to W738: the days, spans and classes of a criteria set."""

from __future__ import annotations

from parindex.checks.entries.set_examples import at_top, in_leaf, in_tree, leaf_line, tree
from parindex.checks.entry import Entry, Words

_ISSUED = (
    "indicator: direction.par-plan-issued\nevidence: [Kế hoạch]\n"
    "rule: {{kind: deadline, on_time: 4, due: {{to: {}, inclusive: false}}}}\n"
)
_CLASSES = "policy:\n  classes:\n    {}: [{{name: Tốt, from: {}{}}}, {{name: Yếu, from: {}}}]\n"
_WITH_PENALTY = tree(
    leaf_line("1.1"),
    '{code: "1.2", name: Vi phạm, points: 4, counts: penalty, indicator: inst.docs-unlawful,\n'
    "         evidence: [Kết luận], rule: {kind: per_case, direction: add, each: 1}}",
)


def _classes(group: str = "mac-dinh", top: int = 80, gates: str = "", bottom: int = 0) -> str:
    return _CLASSES.format(group, top, f", gates: [{gates}]" if gates else "", bottom)


ENTRIES = (
    Entry(
        "W730",
        "warning",
        Words(
            "{what} {value} không thuộc năm {year} của bộ tiêu chí.",
            "{what} {value} is outside the set's year {year}.",
        ),
        Words(
            "Thường là ngày còn sót từ bộ của năm trước: mọi đơn vị sẽ bị coi là chậm.",
            "Mostly left over from last year's set: every unit would be late.",
        ),
        Words("Sửa ngày, hoặc year của bộ tiêu chí.", "Mend the day, or the year of the set."),
        in_leaf(_ISSUED.format("2021-01-15"), _ISSUED.format("2023-01-15")),
    ),
    Entry(
        "W731",
        "error",
        Words(
            "Khoảng thời gian kết thúc {to} trước khi bắt đầu {from}.", "The span ends on {to} and begins on {from}."
        ),
        Words("Không ngày nào nằm trong khoảng này.", "No day lies within it."),
        Words("Đổi lại from và to.", "Turn from and to around."),
        at_top(
            "data_period: {from: 2023-12-14, to: 2022-12-15}\n",
            "data_period: {from: 2022-12-15, to: 2023-12-14}\n",
        ),
    ),
    Entry(
        "W732",
        "error",
        Words(
            "windows có loại «{id}» không phải cách đo nào.",
            "windows has the kind “{id}”, which is no measure.",
        ),
        Words("Khoảng thời gian này không áp dụng cho minh chứng nào.", "It would apply to no evidence."),
        Words("Dùng một trong: {known}.", "Use one of: {known}."),
        at_top(
            "windows: {ngay: {from: 2022-12-01, to: 2023-12-31}}\n",
            "windows: {date: {from: 2022-12-01, to: 2023-12-31}}\n",
        ),
    ),
    Entry(
        "W733",
        "warning",
        Words(
            "Nhóm xếp loại {group}: đơn vị dưới {from} không được xếp loại nào.",
            "Classes of {group}: a unit below {from} falls into no class.",
        ),
        Words(
            "Bậc thấp nhất phải bắt đầu từ 0 và không kèm điều kiện.",
            "The lowest class must begin at 0 and have no gates.",
        ),
        Words("Thêm bậc thấp nhất với from: 0.", "Add a lowest class with from: 0."),
        at_top(_classes(bottom=50), _classes()),
    ),
    Entry(
        "W734",
        "error",
        Words(
            "Nhóm xếp loại {group}: hai bậc «{name}» và «{other}» cùng bắt đầu từ {from}.",
            "Classes of {group}: “{name}” and “{other}” both begin at {from}.",
        ),
        Words("Không rõ đơn vị thuộc bậc nào.", "Nobody can tell which class a unit is in."),
        Words("Sửa from của một bậc, hoặc thêm gates.", "Mend from of one, or add gates."),
        at_top(_classes(top=0), _classes()),
    ),
    Entry(
        "W735",
        "error",
        Words(
            "Điều kiện của bậc «{name}» nêu mã «{id}» không có trong bộ tiêu chí.",
            "A gate of the class “{name}” names “{id}”, which is no domain or criterion of the set.",
        ),
        Words("Không đơn vị nào qua được điều kiện này.", "No unit passes such a gate."),
        Words(
            "Dùng mã lĩnh vực hoặc mã tiêu chí: {known}.", "Use the id of a domain or the code of a criterion: {known}."
        ),
        at_top(_classes(gates='{code: "9.9", least: 50}'), _classes(gates="{code: tthc, least: 50}")),
    ),
    Entry(
        "W736",
        "error",
        Words(
            "Bậc «{name}» đòi {value}%: không đơn vị nào đạt được.",
            "The class “{name}” asks for {value}%, which no unit reaches.",
        ),
        Words("Chỉ số là tỷ lệ phần trăm của điểm tối đa.", "The index is a percentage of the maximum."),
        Words("Ghi mức trong khoảng 0 đến 100.", "Write a value from 0 to 100."),
        at_top(_classes(top=800), _classes()),
    ),
    Entry(
        "W737",
        "warning",
        Words(
            "Xếp loại có nhóm riêng mà không có nhóm chung mac-dinh.",
            "There are classes of groups, and none for all others (mac-dinh).",
        ),
        Words("Đơn vị thuộc nhóm khác sẽ không được xếp loại.", "Units of another group get no class."),
        Words("Thêm mac-dinh vào classes.", "Add mac-dinh to classes."),
        at_top(_classes("phường"), _classes()),
    ),
    Entry(
        "W738",
        "warning",
        Words(
            "Tiêu chí {criterion} được tính là {counts} mà bộ tiêu chí không đặt {cap}.",
            "Criterion {criterion} counts as {counts}, and the set has no {cap}.",
        ),
        Words("Điểm thưởng, điểm phạt không có trần có thể lấn át điểm chính.", "Without a cap they may outweigh all."),
        Words("Thêm {cap} vào policy.", "Add {cap} to policy."),
        in_tree(_WITH_PENALTY, "policy: {penalty_cap: 4}\n" + _WITH_PENALTY),
    ),
)
