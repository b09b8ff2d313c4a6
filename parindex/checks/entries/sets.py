"""W7: criteria sets and plans, by themselves and against the unit that uses them."""

from __future__ import annotations

from parindex.checks.entry import Entry, Words

ENTRIES = (
    Entry(
        "W701",
        "warning",
        Words(
            "Bộ tiêu chí {id} dành cho cấp {set}, đơn vị là cấp {unit}.",
            "The set {id} is for level {set}, the unit is of level {unit}.",
        ),
        Words("Tiêu chí của cấp khác có thể không áp dụng.", "Criteria of another level may not apply."),
        Words(
            "Chọn bộ tiêu chí đúng cấp, hoặc sửa cấp của đơn vị.",
            "Choose a set of the level, or mend the unit's level.",
        ),
    ),
    Entry(
        "W702",
        "warning",
        Words(
            "Bộ tiêu chí {id} của năm {set}, đơn vị chấm năm {unit}.",
            "The set {id} is of {set}, the unit is scored for {unit}.",
        ),
        Words("Bộ tiêu chí ban hành theo năm.", "Sets are issued for a year."),
        Words("Chọn bộ tiêu chí đúng năm.", "Choose the set of the year."),
    ),
    Entry(
        "W703",
        "warning",
        Words(
            "Kế hoạch {id} của năm {plan}, đơn vị chấm năm {unit}.",
            "The plan {id} is of {plan}, the unit is scored for {unit}.",
        ),
        Words("Chỉ tiêu của năm khác không áp dụng cho năm này.", "Targets of another year do not bind in this one."),
        Words("Chọn kế hoạch đúng năm.", "Choose the plan of the year."),
    ),
    Entry(
        "W704",
        "warning",
        Words("Tổng điểm tối đa {sum} khác thang điểm {scale}.", "The maxima add up to {sum}, the scale is {scale}."),
        Words(
            "Có bộ tiêu chí thật như vậy (99,55); vẫn chấm, nhưng cần biết.",
            "Real sets do this (99.55); scored all the same.",
        ),
        Words("Kiểm tra points của các tiêu chí.", "Check the points of the criteria."),
    ),
    Entry(
        "W705",
        "error",
        Words(
            "Tổng điểm các tiêu chí con {sum} khác điểm ghi {points}.",
            "The parts add up to {sum}, the points given are {points}.",
        ),
        Words("Điểm tối đa in trong báo cáo sẽ mâu thuẫn.", "The maxima in the report would contradict each other."),
        Words("Sửa điểm của nhóm hoặc của tiêu chí con.", "Mend the points of the group or of a part."),
    ),
    Entry(
        "W706",
        "error",
        Words("Mã «{id}» dùng hai lần trong tệp.", "“{id}” stands twice in the file."),
        Words("Mã là tên duy nhất để tra cứu.", "An id or code is the one name to look it up by."),
        Words("Đặt mã khác cho một trong hai.", "Give one of them another."),
    ),
)
