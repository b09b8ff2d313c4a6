"""W713 to W717 and W723 to W727: a rule against the indicator, the threshold and the leaf that it belongs to."""

from __future__ import annotations

from parindex.checks.entries.set_examples import in_leaf
from parindex.checks.entry import Entry, Words

_PROVED = "evidence: [Báo cáo]\n"
_COUNT = "indicator: inst.docs-unlawful\n" + _PROVED
_RATE = "indicator: tthc.on-time\n" + _PROVED
_OTHERWISE = 'otherwise: {comparator: ">=", value: 95}\n'

ENTRIES = (
    Entry(
        "W713",
        "error",
        Words(
            "Tiêu chí {criterion}: quy tắc {kind} không dùng được với chỉ số đo {id} (đo bằng {measure}).",
            "Criterion {criterion}: the rule {kind} does not fit the indicator {id} (measured as {measure}).",
        ),
        Words(
            "Số liệu khai đúng cách đo vẫn không chấm được.",
            "A fact reported as the indicator asks could not be scored.",
        ),
        Words(
            "Dùng quy tắc cho cách đo {measure}: {fitting}.",
            "Use a rule for {measure}: {fitting}.",
        ),
        in_leaf(
            _COUNT + "rule: {kind: checklist, items: [{id: a, points: 4}]}\n",
            _COUNT + "rule: {kind: per_case, direction: deduct, each: 1}\n",
        ),
    ),
    Entry(
        "W714",
        "error",
        Words(
            "Tiêu chí {criterion}: quy tắc proportional dùng cho chỉ số đo càng thấp càng tốt.",
            "Criterion {criterion}: proportional is used where lower is better.",
        ),
        Words("Càng nhiều lỗi sẽ càng được nhiều điểm.", "More faults would earn more points."),
        Words("Dùng bands, curve hoặc per_case.", "Use bands, curve or per_case."),
        in_leaf(
            _RATE + 'rule: {kind: proportional, base: hundred}\notherwise: {comparator: "<=", value: 5}\n',
            _RATE + "rule: {kind: proportional, base: hundred}\n" + _OTHERWISE,
        ),
    ),
    Entry(
        "W715",
        "warning",
        Words(
            "Tiêu chí {criterion}: quy tắc {kind} cần chỉ tiêu mà bộ tiêu chí không đặt ngưỡng tham chiếu.",
            "Criterion {criterion}: the rule {kind} needs a target, and the set has no threshold of its own.",
        ),
        Words(
            "Đơn vị mà kế hoạch không đặt chỉ tiêu sẽ không chấm được tiêu chí này.",
            "Where no plan sets a target the criterion cannot be scored.",
        ),
        Words("Thêm otherwise (với deadline: thêm due).", "Add otherwise (for deadline: due)."),
        in_leaf(
            _RATE + "rule: {kind: proportional, base: hundred}\n",
            _RATE + "rule: {kind: proportional, base: hundred}\n" + _OTHERWISE,
        ),
    ),
    Entry(
        "W716",
        "error",
        Words(
            "Tiêu chí {criterion}: ngưỡng {value} không hợp với cách đo {measure}.",
            "Criterion {criterion}: the threshold {value} does not fit the measure {measure}.",
        ),
        Words(
            "Không thể so số liệu với một ngưỡng khác loại hay ngoài thang.",
            "A fact cannot be compared with a threshold of another kind or beyond its scale.",
        ),
        Words("Ghi ngưỡng là {fitting}.", "Write the threshold as {fitting}."),
        in_leaf(
            _RATE + 'rule: {kind: meets}\notherwise: {comparator: ">=", value: 120}\n',
            _RATE + "rule: {kind: meets}\n" + _OTHERWISE,
        ),
    ),
    Entry(
        "W717",
        "error",
        Words(
            "Tiêu chí {criterion}: ngưỡng «{comparator} {value}» ngược chiều tốt hơn của chỉ số đo {id}.",
            "Criterion {criterion}: the threshold “{comparator} {value}” runs against the direction of {id}.",
        ),
        Words("Đơn vị làm kém lại được coi là đạt.", "A unit that does worse would meet it."),
        Words("Đổi comparator, hoặc sửa better của chỉ số đo.", "Turn the comparator, or mend better."),
        in_leaf(
            _COUNT + 'rule: {kind: meets}\notherwise: {comparator: ">=", value: 1}\n',
            _COUNT + 'rule: {kind: meets}\notherwise: {comparator: "<=", value: 0}\n',
        ),
    ),
    Entry(
        "W723",
        "warning",
        Words(
            "Tiêu chí {criterion}: nhánh «{branch}» của quy tắc không bao giờ được dùng.",
            "Criterion {criterion}: the branch “{branch}” of the rule is never used.",
        ),
        Words("Thường là gõ nhầm số: điểm của nhánh này không ai đạt được.", "Mostly a slip: nobody gets its points."),
        Words("Sửa số của nhánh, hoặc bỏ nhánh.", "Mend its numbers, or delete it."),
        in_leaf(
            _RATE + "rule: {kind: bands, bands: [{to: 80, points: 0}, {from: 80, to: 200, points: 4}, "
            "{from: 200, points: 4}]}\n",
            _RATE + "rule: {kind: bands, bands: [{to: 80, points: 0}, {from: 80, points: 4}]}\n",
        ),
    ),
    Entry(
        "W724",
        "warning",
        Words(
            "Tiêu chí {criterion} không nêu tài liệu kiểm chứng.",
            "Criterion {criterion} names no evidence.",
        ),
        Words(
            "Đơn vị không biết nộp gì, người thẩm định không biết kiểm gì.",
            "The unit cannot tell what to submit, nor the appraiser what to check.",
        ),
        Words("Thêm evidence: [tên tài liệu].", "Add evidence: [names of documents]."),
        in_leaf(
            "indicator: tthc.on-time\nrule: {kind: meets}\n" + _OTHERWISE,
            _RATE + "rule: {kind: meets}\n" + _OTHERWISE,
        ),
    ),
    Entry(
        "W725",
        "warning",
        Words(
            "Tiêu chí {criterion}: mục «{id}» của danh mục {indicator} không có trong quy tắc.",
            "Criterion {criterion}: the item “{id}” of the checklist {indicator} is not in the rule.",
        ),
        Words("Đơn vị làm mục này mà không được tính.", "A unit that does it gets nothing for it."),
        Words("Thêm mục vào items, hoặc bỏ mục khỏi danh mục.", "Add it to items, or take it off the checklist."),
        in_leaf(
            "indicator: digital.shared-software\n" + _PROVED + "rule: {kind: checklist, items: [{id: van-ban, points: "
            "1}, {id: mot-cua, points: 1}, {id: thu-dien-tu, points: 2}]}\n",
            "indicator: digital.shared-software\n" + _PROVED + "rule: {kind: checklist, items: [{id: van-ban, points: "
            "1}, {id: mot-cua, points: 1}, {id: thu-dien-tu, points: 1}, {id: bao-cao, points: 1}]}\n",
        ),
    ),
    Entry(
        "W726",
        "warning",
        Words(
            "Tiêu chí {criterion}: scored_by: {by} không đi với quy tắc {kind}.",
            "Criterion {criterion}: scored_by: {by} does not go with the rule {kind}.",
        ),
        Words(
            "Điểm của hội đồng không tính theo quy tắc, điểm theo quy tắc không chờ hội đồng.",
            "What the council scores follows no rule, and what follows a rule does not wait for the council.",
        ),
        Words(
            "Quy tắc appraised đi với scored_by: council, và chỉ với nó.",
            "The rule appraised goes with scored_by: council, and only with it.",
        ),
        in_leaf(
            _PROVED + "rule: {kind: appraised}\n",
            _PROVED + "rule: {kind: appraised}\nscored_by: council\n",
        ),
    ),
    Entry(
        "W727",
        "error",
        Words(
            "Tiêu chí {criterion}: quy tắc {kind} chỉ dùng một chỉ số đo, không dùng facts.",
            "Criterion {criterion}: the rule {kind} uses one indicator, not facts.",
        ),
        Words("Quy tắc sẽ không tìm thấy số liệu nào.", "The rule would find no fact at all."),
        Words(
            "Ghi indicator, hoặc dùng quy tắc formula khi cần nhiều chỉ số đo.",
            "Write indicator, or use formula where several are needed.",
        ),
        in_leaf(
            "facts: {a: tthc.on-time, b: tthc.early}\n" + _PROVED + "rule: {kind: meets}\n" + _OTHERWISE,
            _RATE + "rule: {kind: meets}\n" + _OTHERWISE,
        ),
    ),
)
