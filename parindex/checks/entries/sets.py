"""W7: criteria sets and plans, by themselves and against the unit that uses them."""

from __future__ import annotations

from parindex.checks.entries import set_policy, set_reach, set_rules, set_tree
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
    *set_tree.ENTRIES,
    *set_rules.ENTRIES,
    *set_reach.ENTRIES,
    *set_policy.ENTRIES,
)
