"""E240 on: keys that are each right but do not go together."""

from __future__ import annotations

from parindex.checks.entries import formulas
from parindex.checks.entry import Entry, Example, Words

_RULE = Words(
    "Quy tắc mâu thuẫn thì cùng một số liệu cho hai kết quả.",
    "A rule at odds with itself gives two results for one fact.",
)


def _leaf(rule: str) -> str:
    leaf = f'{{code: "1.1", name: A, points: 3, indicator: a.b, rule: {rule}}}'
    return f'domains: [{{id: a, code: "1", name: A, criteria: [{leaf}]}}]\n'


def _target(fields: str) -> str:
    cite = "cite: {section: I.1, locator: tỷ lệ}"
    return f"targets: [{{id: a, indicator: a.b, {fields}, unit: percent, levels: [commune], {cite}}}]\n"


def _case(fields: str) -> str:
    leaf = f'{{code: "1.1", name: A, points: 3, indicator: a.b, rule: {{kind: meets}}, cases: [{fields}]}}'
    return f'domains: [{{id: a, code: "1", name: A, criteria: [{leaf}]}}]\n'


ENTRIES = (
    Entry(
        "E240",
        "error",
        Words("Chỉ tiêu thiếu comparator hoặc value.", "The target lacks comparator or value."),
        Words("Không có mức thì không biết đạt hay chưa.", "Without a value nobody can tell whether it is met."),
        Words(
            "Thêm comparator và value; nếu mức giao ở văn bản khác thì ghi external.",
            "Add comparator and value; if another document sets it, name that in external.",
        ),
        Example(_target('comparator: ">="'), _target('comparator: ">=", value: 98'), "plan"),
    ),
    Entry(
        "E241",
        "error",
        Words(
            "Chỉ tiêu giao ở văn bản khác (external) mà lại có value.", "A target set elsewhere (external) has a value."
        ),
        Words("Mức ghi ở đây không có trong văn bản này.", "The value does not stand in this document."),
        Words(
            "Bỏ value, hoặc bỏ external nếu văn bản này có in mức.",
            "Leave out value, or external if the value is printed here.",
        ),
        Example(
            _target('comparator: ">=", value: 98, external: Quyết định giao chỉ tiêu'),
            _target("external: Quyết định giao chỉ tiêu"),
            "plan",
        ),
    ),
    Entry(
        "E242",
        "error",
        Words("Ví dụ phải có points hoặc status, và chỉ một.", "A case gives points or status, one of them."),
        Words("Ví dụ là phép thử: phải nói rõ kết quả đúng.", "A case is a test: it must say what is right."),
        Words(
            "Ghi points (tính tay), hoặc status khi không có điểm.",
            "Give points (by hand), or status where there are none.",
        ),
        Example(_case("{facts: {percent: 3}}"), _case("{facts: {percent: 3}, points: 0}"), "criteria"),
    ),
    Entry(
        "E243",
        "error",
        Words(
            "Tiêu chí phải có indicator hoặc facts, và chỉ một.", "A criterion names indicator or facts, one of them."
        ),
        Words("Không rõ chấm theo số liệu nào.", "Nobody can tell which fact is scored."),
        Words(
            "Ghi indicator (một chỉ số đo) hoặc facts (nhiều, có tên).",
            "Give indicator (one), or facts (several, named).",
        ),
        Example(_leaf("{kind: meets}").replace("indicator: a.b, ", ""), _leaf("{kind: meets}"), "criteria"),
    ),
    Entry(
        "E244",
        "error",
        Words(
            "Bộ tiêu chí chính thức (official) phải ghi decision; bộ tham chiếu thì không.",
            "An official set names its decision; a reference set has none.",
        ),
        Words(
            "Bộ tham chiếu không được mang số quyết định thật, bộ chính thức phải có.",
            "A reference set must not carry the number of a decision, an official one must.",
        ),
        Words("Thêm decision, hoặc đổi status.", "Add decision, or change status."),
        Example("status: official\n", "status: reference\n", "criteria"),
    ),
    Entry(
        "E245",
        "error",
        Words("numerator và denominator phải đi cùng nhau.", "numerator and denominator come together."),
        Words("Thiếu tử số hoặc mẫu số thì không có tỷ lệ.", "There is no share without both."),
        Words("Khai cả hai.", "Give both."),
        Example(
            "facts: {a.b: {values: {numerator: 3}}}\n",
            "facts: {a.b: {values: {numerator: 3, denominator: 4}}}\n",
            "unit",
        ),
    ),
    Entry(
        "E246",
        "error",
        Words("Có excluded mà không có count.", "There is excluded without count."),
        Words("Trường hợp loại trừ phải trừ khỏi một tổng số.", "Excluded cases are taken from a count."),
        Words("Khai count là tổng số, kể cả trường hợp loại trừ.", "Give count: all cases, the excluded too."),
        Example(
            "facts: {a.b: {values: {excluded: [{count: 1, reason: x}]}}}\n",
            "facts: {a.b: {values: {count: 2, excluded: [{count: 1, reason: x}]}}}\n",
            "unit",
        ),
    ),
    Entry(
        "E247",
        "error",
        Words("Chỉ số đo này chưa có số liệu.", "No figures are given for this indicator."),
        Words("Mục trống không phân biệt được với quên khai.", "An empty entry cannot be told from a forgotten one."),
        Words(
            "Khai values (cả năm) hoặc periods (theo kỳ); chưa có số liệu thì xóa mục; "
            "không phát sinh thì khai ở not_arising.",
            "Give values or periods; delete the entry if there are none; use not_arising if nothing arose.",
        ),
        Example("facts: {a.b: {note: x}}\n", "facts: {a.b: {values: {count: 0}}}\n", "unit"),
    ),
    Entry(
        "E248",
        "error",
        Words("Quy tắc per_case phải có each hoặc share, và chỉ một.", "per_case gives each or share, one of them."),
        _RULE,
        Words("Giữ each (số điểm) hoặc share (phần của điểm tối đa).", "Keep each (points) or share (of the maximum)."),
    ),
    Entry(
        "E249",
        "error",
        Words("Một mục của danh mục kiểm tra lặp lại.", "An item of the checklist stands twice."),
        _RULE,
        Words("Xóa mục trùng.", "Delete the second."),
    ),
    Entry(
        "E250",
        "error",
        Words("Các mức chậm phải tăng dần số ngày và không tăng điểm.", "Days late must rise, and points must not."),
        _RULE,
        Words(
            "Xếp lại theo số ngày; chậm hơn thì điểm không được cao hơn.",
            "Order them by days; later may not earn more.",
        ),
    ),
    Entry(
        "E251",
        "error",
        Words(
            "Khoảng đầu bắt đầu từ {from}, bỏ sót phía dưới.",
            "The first band starts at {from} and leaves out what is below.",
        ),
        _RULE,
        Words("Bỏ from của khoảng đầu, hoặc ghi from: 0.", "Leave out from of the first band, or write from: 0."),
        Example(
            _leaf("{kind: bands, bands: [{from: 2, to: 5, points: 0}, {from: 5, points: 3}]}"),
            _leaf("{kind: bands, bands: [{from: 0, to: 5, points: 0}, {from: 5, points: 3}]}"),
            "criteria",
        ),
    ),
    Entry(
        "E252",
        "error",
        Words("Khoảng cuối dừng ở {to}, bỏ sót phía trên.", "The last band ends at {to} and leaves out what is above."),
        _RULE,
        Words("Bỏ to của khoảng cuối.", "Leave out to of the last band."),
        Example(
            _leaf("{kind: bands, bands: [{from: 0, to: 5, points: 0}, {from: 5, to: 9, points: 3}]}"),
            _leaf("{kind: bands, bands: [{from: 0, to: 5, points: 0}, {from: 5, points: 3}]}"),
            "criteria",
        ),
    ),
    Entry(
        "E253",
        "error",
        Words(
            "Giữa hai khoảng ({to} và {from}) có chỗ hở hoặc chồng nhau.",
            "Two bands ({to} and {from}) leave a gap or overlap.",
        ),
        _RULE,
        Words("Đặt from của khoảng sau bằng to của khoảng trước.", "Let each band start where the one before ends."),
        Example(
            _leaf("{kind: bands, bands: [{from: 0, to: 5, points: 0}, {from: 6, points: 3}]}"),
            _leaf("{kind: bands, bands: [{from: 0, to: 5, points: 0}, {from: 5, points: 3}]}"),
            "criteria",
        ),
    ),
    Entry(
        "E254",
        "error",
        Words("Khoảng tại {at} không chứa giá trị nào.", "The band at {at} holds no value."),
        _RULE,
        Words("Sửa to lớn hơn from, hoặc xóa khoảng.", "Let to be above from, or delete the band."),
    ),
    Entry(
        "E255",
        "error",
        Words("Một kỳ báo cáo được yêu cầu hai lần.", "A period is required twice."),
        _RULE,
        Words("Xóa kỳ trùng.", "Delete the second."),
    ),
    Entry(
        "E256",
        "error",
        Words("Báo cáo chậm được điểm cao hơn báo cáo đúng hạn.", "A late report earns more than one on time."),
        _RULE,
        Words("Sửa late không lớn hơn on_time.", "Let late be at most on_time."),
    ),
    Entry(
        "E257",
        "error",
        Words("Sàn {floor} cao hơn trần {cap}.", "The floor {floor} is above the cap {cap}."),
        _RULE,
        Words("Sửa floor không lớn hơn cap.", "Let floor be at most cap."),
    ),
    Entry(
        "E258",
        "error",
        Words(
            "Điểm phải không tăng từ better, equal đến worse.",
            "Points may not rise from better to equal to worse.",
        ),
        _RULE,
        Words("Sửa sao cho better ≥ equal ≥ worse.", "Let better ≥ equal ≥ worse."),
        Example(
            _leaf("{kind: compare, against: previous, better: 1, equal: 2, worse: 0}"),
            _leaf("{kind: compare, against: previous, better: 2, equal: 1, worse: 0}"),
            "criteria",
        ),
    ),
    Entry(
        "E259",
        "error",
        Words("Quy tắc change phải có bands hoặc step, và chỉ một.", "change gives bands or step, one of them."),
        _RULE,
        Words("Giữ bands (theo khoảng) hoặc step (theo bước).", "Keep bands (by interval) or step (by steps)."),
    ),
    Entry(
        "E260",
        "error",
        Words(
            "Khoảng đầu của mức thay đổi bắt đầu từ {from}, bỏ sót phần giảm nhiều hơn.",
            "The first band of a change starts at {from} and leaves out larger decreases.",
        ),
        _RULE,
        Words("Bỏ from của khoảng đầu.", "Leave out from of the first band."),
    ),
    Entry(
        "E261",
        "error",
        Words(
            "Các điểm của đường phải có giá trị tăng dần: {after} đứng sau {before}.",
            "The values of a curve must rise: {after} comes after {before}.",
        ),
        _RULE,
        Words("Xếp lại through theo at tăng dần, không trùng.", "Order through by at, none of them twice."),
        Example(
            _leaf("{kind: curve, through: [{at: 9, points: 0}, {at: 5, points: 3}]}"),
            _leaf("{kind: curve, through: [{at: 5, points: 0}, {at: 9, points: 3}]}"),
            "criteria",
        ),
    ),
    *formulas.ENTRIES,
)
