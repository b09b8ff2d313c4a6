"""Sentences for the steps of a working and for the statuses of a line, in Vietnamese and English."""

from __future__ import annotations

from typing import Literal

Lang = Literal["vi", "en"]

STATUS: dict[str, tuple[str, str]] = {
    "scored": ("đã chấm", "scored"),
    "missing": ("chưa có số liệu", "no fact"),
    "unsupported": ("thiếu minh chứng", "no evidence"),
    "not_arising": ("không phát sinh", "not arising"),
    "no_target": ("không có chỉ tiêu", "no target"),
    "pending": ("chờ chấm", "pending"),
    "invalid": ("số liệu sai", "invalid fact"),
}

TASK_STATE: dict[str, tuple[str, str]] = {
    "done-on-time": ("hoàn thành đúng hạn", "done on time"),
    "done-late": ("hoàn thành chậm", "done late"),
    "done": ("đã hoàn thành (kế hoạch không in hạn)", "done (no day printed)"),
    "maintained": ("duy trì thường xuyên", "maintained"),
    "in-progress": ("đang thực hiện", "in progress"),
    "not-due": ("chưa đến hạn", "not due"),
    "overdue": ("quá hạn", "overdue"),
    "no-evidence": ("chưa có minh chứng", "no evidence"),
    "not-arising": ("không phát sinh", "not arising"),
    "not-applicable": ("không áp dụng", "not applicable"),
    "undetermined": ("chưa xác định", "undetermined"),
    "undated": ("việc mà kế hoạch không in hạn", "without a printed day"),
}
"""Of a share on time, ``undated`` are tasks that are left out because no day is printed to judge them by."""

REASON: dict[str, tuple[str, str]] = {
    "missing.fact": ("đơn vị chưa nhập số liệu", "the unit reported nothing"),
    "missing.period": ("không có số liệu riêng của kỳ này", "nothing was reported for this period alone"),
    "missing.previous": ("thiếu số liệu năm trước để so sánh", "last year's figure is missing"),
    "missing.no_answers": ("chưa có phiếu trả lời", "no answers"),
    "unsupported.none": ("chưa có tài liệu kiểm chứng", "no evidence is named"),
    "not_arising.declared": ("đơn vị báo không phát sinh", "declared as not arising"),
    "pending.council": ("chờ hội đồng thẩm định", "waits for the appraisal council"),
    "pending.survey": ("chờ kết quả điều tra xã hội học", "waits for the survey"),
    "pending.own_survey": (
        "khảo sát do đơn vị tự làm không được tính; chờ điều tra độc lập",
        "the unit's own survey does not count; waits for another's",
    ),
    "no_target.none": ("kế hoạch và bộ tiêu chí không đặt chỉ tiêu", "neither a plan nor the set has a target"),
    "no_target.due": ("kế hoạch và bộ tiêu chí không đặt thời hạn", "neither a plan nor the set has a due day"),
    "no_target.previous": ("chỉ tiêu so với năm trước nhưng thiếu số năm trước", "last year's figure is missing"),
    "invalid.kind": ("số liệu không đúng loại mà quy tắc cần", "the fact is not of the kind that the rule needs"),
    "invalid.zero_denominator": ("mẫu số bằng 0", "the denominator is zero"),
    "invalid.over_denominator": ("tử số lớn hơn mẫu số", "the numerator exceeds the denominator"),
    "invalid.over_hundred": ("tỷ lệ nằm ngoài 0–100%", "the share is not within 0–100%"),
    "invalid.negative": ("số liệu âm", "the number is negative"),
    "invalid.no_date": ("chưa ghi ngày", "the date is missing"),
    "invalid.target_kind": ("chỉ tiêu không dùng được với quy tắc này", "the target does not suit the rule"),
    "invalid.below_bands": ("giá trị nằm dưới mọi khoảng điểm", "the value lies below all bands"),
    "invalid.baseline_zero": (
        "số liệu năm trước bằng 0 hoặc âm nên không tính được % thay đổi",
        "last year's figure is zero or negative, so there is no change in percent",
    ),
    "invalid.formula": (
        "công thức chia cho 0 hoặc cho kết quả quá lớn với số liệu này",
        "with these figures the formula divides by zero or gets too large",
    ),
    "invalid.unknown_option": ("có phương án trả lời lạ: {option}", "unknown answer option: {option}"),
}

STEP: dict[str, tuple[str, str]] = {
    "meets.met": ("đạt chỉ tiêu: được toàn bộ điểm", "target met: all points"),
    "meets.not_met": ("chưa đạt chỉ tiêu: không có điểm", "target not met: no points"),
    "proportional.met": ("đạt chỉ tiêu: được toàn bộ điểm", "target met: all points"),
    "proportional.below_floor": (
        "chưa đạt chỉ tiêu và dưới {floor}: không có điểm",
        "target not met and below {floor}: no points",
    ),
    "proportional.of_hundred": (
        "chưa đạt chỉ tiêu; từ {floor} trở lên: điểm tối đa × tỷ lệ ÷ 100%",
        "target not met; from {floor}: points × rate ÷ 100%",
    ),
    "proportional.of_hundred_equal": (
        "chưa vượt chỉ tiêu; tỷ lệ bằng 100% nên được toàn bộ điểm",
        "strict target not exceeded; the rate is 100%, so all points",
    ),
    "proportional.of_target": (
        "chưa đạt chỉ tiêu; từ {floor} trở lên: điểm tối đa × kết quả ÷ chỉ tiêu",
        "target not met; from {floor}: points × value ÷ target",
    ),
    "proportional.of_target_equal": (
        "chỉ tiêu là “trên {base}”; kết quả đúng bằng mức đó, kết quả ÷ chỉ tiêu = 1 nên được toàn bộ điểm",
        "strict target at equality: value ÷ target = 1, so all points",
    ),
    "bands.value.between": ("từ {from} đến dưới {to}: {points} điểm", "from {from} to below {to}: {points} points"),
    "bands.value.from": ("từ {from} trở lên: {points} điểm", "from {from}: {points} points"),
    "bands.value.below": ("dưới {to}: {points} điểm", "below {to}: {points} points"),
    "bands.target.between": (
        "bằng từ {from}% đến dưới {to}% chỉ tiêu: {points} điểm",
        "from {from}% to below {to}% of the target: {points} points",
    ),
    "bands.target.from": ("bằng từ {from}% chỉ tiêu trở lên: {points} điểm", "from {from}% of the target: {points}"),
    "bands.target.below": ("dưới {to}% chỉ tiêu: {points} điểm", "below {to}% of the target: {points} points"),
    "curve.value.between": (
        "từ {from} ({low} điểm) đến {to} ({high} điểm): điểm theo đường thẳng",
        "from {from} ({low} points) to {to} ({high} points): on a straight line",
    ),
    "curve.value.below": ("từ {to} trở xuống: {points} điểm", "{to} and below: {points} points"),
    "curve.value.above": ("từ {from} trở lên: {points} điểm", "{from} and above: {points} points"),
    "curve.target.between": (
        "bằng từ {from}% ({low} điểm) đến {to}% ({high} điểm) chỉ tiêu: điểm theo đường thẳng",
        "from {from}% ({low} points) to {to}% ({high} points) of the target: on a straight line",
    ),
    "curve.target.below": ("bằng {to}% chỉ tiêu trở xuống: {points} điểm", "{to}% of the target and below: {points}"),
    "curve.target.above": ("bằng {from}% chỉ tiêu trở lên: {points} điểm", "{from}% of the target and above: {points}"),
    "compare.target.better": ("tốt hơn chỉ tiêu ({reference}): {points} điểm", "better than {reference}: {points}"),
    "compare.target.equal": ("bằng chỉ tiêu ({reference}): {points} điểm", "equal to {reference}: {points}"),
    "compare.target.worse": ("kém hơn chỉ tiêu ({reference}): {points} điểm", "worse than {reference}: {points}"),
    "compare.previous.better": (
        "tốt hơn năm trước ({reference}): {points} điểm",
        "better than last year ({reference}): {points}",
    ),
    "compare.previous.equal": (
        "bằng năm trước ({reference}): {points} điểm",
        "equal to last year ({reference}): {points}",
    ),
    "compare.previous.worse": (
        "kém hơn năm trước ({reference}): {points} điểm",
        "worse than last year ({reference}): {points}",
    ),
    "change.increase.percent": ("tăng so với năm trước ({previous}), tính theo %", "rise on {previous}, in percent"),
    "change.increase.absolute": ("tăng so với năm trước ({previous})", "rise on last year ({previous})"),
    "change.decrease.percent": ("giảm so với năm trước ({previous}), tính theo %", "fall from {previous}, in percent"),
    "change.decrease.absolute": ("giảm so với năm trước ({previous})", "fall from last year ({previous})"),
    "change.below.percent": ("mức thay đổi dưới {to}%: {points} điểm", "a change below {to}%: {points}"),
    "change.between.percent": (
        "mức thay đổi từ {from}% đến dưới {to}%: {points} điểm",
        "a change from {from}% to below {to}%: {points}",
    ),
    "change.from.percent": ("mức thay đổi từ {from}% trở lên: {points} điểm", "a change of {from}% or more: {points}"),
    "change.below.absolute": ("mức thay đổi dưới {to}: {points} điểm", "a change below {to}: {points}"),
    "change.between.absolute": (
        "mức thay đổi từ {from} đến dưới {to}: {points} điểm",
        "a change from {from} to below {to}: {points}",
    ),
    "change.from.absolute": ("mức thay đổi từ {from} trở lên: {points} điểm", "a change of {from} or more: {points}"),
    "change.step.percent": (
        "cứ thay đổi {every}% tính từ trên {above}% được {each} điểm; {steps} bước; không quá {cap} điểm",
        "{each} for each {every}% above {above}%; {steps} steps; not above {cap}",
    ),
    "change.step.absolute": (
        "cứ thay đổi {every} tính từ trên {above} được {each} điểm; {steps} bước; không quá {cap} điểm",
        "{each} for each {every} above {above}; {steps} steps; not above {cap}",
    ),
    "formula.text": ("công thức: {formula}", "formula: {formula}"),
    "formula.fact": ("{name} = {value}", "{name} = {value}"),
    "formula.fact_yes": ("{name}: có", "{name}: yes"),
    "formula.fact_no": ("{name}: không", "{name}: no"),
    "formula.yes": ("{condition}: đúng", "{condition}: true"),
    "formula.no": ("{condition}: không đúng", "{condition}: false"),
    "formula.round": ("làm tròn {digits} chữ số thập phân, trong công thức", "rounded to {digits} decimals inside"),
    "formula.over": (
        "công thức cho {value}, vượt điểm tối đa: chỉ lấy {points} điểm",
        "the formula gives {value}, over the maximum: {points} points",
    ),
    "formula.under": ("công thức cho {value}, dưới 0: lấy 0 điểm", "the formula gives {value}, below zero: no points"),
    "deadline.on_time": ("đúng hạn ({due})", "on time ({due})"),
    "deadline.late": ("chậm {days} ngày so với hạn ({due}), trong mức {within} ngày", "{days} days late ({due})"),
    "deadline.later": ("chậm {days} ngày so với hạn ({due})", "{days} days late ({due})"),
    "deadline.never": ("không thực hiện: không có điểm", "not done: no points"),
    "reports.on_time": (
        "{period}: gửi ngày {on}, đúng hạn ({due}): {points} điểm",
        "{period}: sent {on}, on time ({due}): {points}",
    ),
    "reports.late": (
        "{period}: gửi ngày {on}, chậm {days} ngày ({due}): {points} điểm",
        "{period}: sent {on}, {days} days late ({due}): {points}",
    ),
    "reports.missing": ("{period}: không có báo cáo gửi đi ({due})", "{period}: no report was sent ({due})"),
    "reports.outside": ("{period}: ngoài kỳ đang tính", "{period}: outside the period that is scored"),
    "reports.content": ("{period}: nội dung đạt: thêm {points} điểm", "{period}: content adequate: {points} more"),
    "reports.no_content": (
        "{period}: nội dung chưa đạt: không thêm {points} điểm",
        "{period}: content not adequate: not the {points} more",
    ),
    "reports.content_waits": (
        "{period}: {points} điểm nội dung chờ bên thẩm định",
        "{period}: {points} for the content wait for the appraiser",
    ),
    "checklist.done": ("đã làm: {item} ({points} điểm)", "done: {item} ({points} points)"),
    "checklist.open": ("chưa làm: {item} ({points} điểm)", "not done: {item} ({points} points)"),
    "checklist.all": ("đủ mọi mục: được toàn bộ điểm", "all items: all points"),
    "checklist.not_all": ("chưa đủ mọi mục: không có điểm", "not all items: no points"),
    "per_case.deduct": (
        "trừ {amount} cho mỗi {every}{above}; tính {steps} lần; không dưới {floor} điểm",
        "less {amount} for each {every}{above}; {steps} times; not below {floor}",
    ),
    "per_case.add": (
        "cộng {amount} cho mỗi {every}{above}; tính {steps} lần; không quá {cap} điểm",
        "plus {amount} for each {every}{above}; {steps} times; not above {cap}",
    ),
    "per_case.excluded": ("không tính {excluded} trường hợp có lý do", "{excluded} cases excluded with a reason"),
    "survey.index": ("điểm tối đa × chỉ số hài lòng ÷ 100%", "points × index ÷ 100%"),
    "survey.answers": ("điểm tối đa × bình quân của {answers} phiếu", "points × mean of {answers} answers"),
    "policy.not_arising_exclude": (
        "không phát sinh: bỏ khỏi điểm tối đa khi tính chỉ số",
        "not arising: left out of the maximum",
    ),
    "policy.not_arising_full": ("không phát sinh: được toàn bộ điểm", "not arising: all points"),
    "policy.not_arising_zero": ("không phát sinh: không có điểm", "not arising: no points"),
    "policy.unsupported_zero": (
        "bộ tiêu chí quy định: không có minh chứng thì không có điểm",
        "the set gives no points without evidence",
    ),
    "policy.over_max": (
        "quy tắc cho quá điểm tối đa: tính {max} điểm",
        "the rule gives more than the maximum: {max} points count",
    ),
    "policy.penalty": ("điểm phạt: trừ vào tổng", "penalty: taken from the total"),
    "policy.rounding": ("làm tròn {digits} chữ số thập phân", "rounded to {digits} decimals"),
}
"""Every step that a rule can make, except those that show only a sum (``sum``) or a reason."""


def text(table: dict[str, tuple[str, str]], key: str, lang: Lang = "vi") -> str:
    """The template for a message id; ``KeyError`` for an id that has none, which a test excludes."""
    return table[key][0 if lang == "vi" else 1]
