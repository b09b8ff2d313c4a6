"""The shipped plan of Hưng Yên against a reading of the printed document by hand: counts, figures in order, days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.files.yaml_reader import read
from parindex.model.indicators import Indicators
from parindex.model.plan import Plan, Task

ROOT = Path(__file__).resolve().parents[2]

# (section, comparator, figure, levels) of every "n%" that the document prints, from the first page to the last.
PERCENTS = [
    ("II.1.a", "==", "100", "district commune"),
    ("II.1.b", "==", "100", "district commune"),
    ("II.1.c", "==", "100", "district"),
    ("II.2.a", ">", "95", "district commune"),
    ("II.2.a", ">=", "80", "district commune"),
    ("II.2.c", ">=", "90", "district commune"),
    ("II.2.c", ">=", "85", "district commune"),
    ("II.2.d", ">=", "90", "district commune"),
    ("II.2.đ", "==", "100", "district commune"),  # one figure, two demands: online service
    ("II.2.đ", "==", "100", "district commune"),  # … and postal service
    ("II.2.e", "==", "100", "district commune"),
    ("II.2.g", "==", "100", "district commune"),
    ("II.2.g", ">=", "80", "district commune"),
    ("PL.II.11", "==", "100", "district"),
    ("II.3.a", ">=", "2.5", "district"),
    ("II.3.b", ">=", "90", "district commune"),
    ("II.3.b", ">=", "85", "district"),
    ("II.4.a", "==", "100", "district"),
    ("II.4.b", "==", "100", "district commune"),
    ("II.4.c", "==", "100", "commune"),  # one figure, two demands: trained to the standard
    ("II.4.c", "==", "100", "commune"),  # … and standardised
    ("II.5.b", "==", "100", "district"),
    ("II.6.a", "==", "100", "district commune"),
    ("II.6.b", ">=", "50", "district"),
    ("II.6.b", ">=", "30", "commune"),
    ("II.6.c", "==", "100", "district commune"),
    ("II.6.d", ">=", "60", "district commune"),
    ("III.6.c", "==", "100", "district commune"),
]

# Activity rows of each task of the annex, in the order of the printed numbers.
ROWS = {
    "I": [1, 2, 3, 3],
    "II": [1, 2, 1, 2, 1, 4, 1, 2, 1, 1, 1],
    "III": [4, 4, 3, 1, 1],
    "IV": [1] * 6,
    "V": [1] * 6,
    "VI": [1] * 5,
    "VII": [1] * 5,
}

# The time column, counted by hand over the 61 rows.
TIMES = {
    "Thường xuyên": 33,
    "Năm 2023": 8,
    "Quý I/2023": 5,
    "Quý IV/2023": 1,
    "Quý II, III/2023": 1,
    "Theo thời hạn tại Kế hoạch của UBND thành phố": 2,
    "Theo lộ trình Đ án": 1,
    "Theo lộ trình, kế hoạch": 1,
    "Từ năm 2021 đến hết năm 2025 và các năm tiếp theo": 1,
    "Từ quý I/2023 đến hết năm 2025": 1,
    "Khi phát sinh vấn đề": 1,
    "Khi có văn bản hướng dẫn của bộ, ngành Trung ương": 3,
    "Khi có hướng dẫn của bộ, ngành trung ương": 1,
    "Khi có chủ trương của cơ quan có thẩm quyền": 1,
    "Khi có văn bản chỉ đạo của UBND thành phố": 1,
}

# Lettered points of the body that lay a duty on somebody.
POINTS = {
    "III.1": "a b c d",
    "III.2": "a b c d đ e g h i k l",
    "III.3": "a b c d đ e",
    "III.4": "a b c d đ",
    "III.5": "a b c d đ e",
    "III.6": "a b c đ",
    "IV.1": "a b c d đ e g h k",
    "IV.2": "a b c d đ e g",
    "IV.3": "a b c d đ e g h",
    "IV.4": "a b c d đ e g h i k",
    "IV.5": "a b c d",
    "IV.6": "a b c d đ",
    "IV.7": "a b c d",
    "IV.8": "a b",
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.model_validate(read(ROOT / "plans" / "hung-yen-2023.yaml").data)


@pytest.fixture(scope="module")
def annex(plan: Plan) -> list[Task]:
    return [task for task in plan.tasks if task.annex]


def _task(plan: Plan, name: str) -> Task:
    return next(task for task in plan.tasks if task.id == name)


def test_the_head_is_as_printed(plan: Plan) -> None:
    assert (plan.number, plan.date, plan.year, plan.level) == ("199/KH-UBND", "2022-12-30", 2023, "district")
    numbers = [base.split(" số ")[1].split()[0] for base in plan.legal_bases]
    assert numbers == ["174/KH-UBND", "203/KH-UBND", "05/CT-CTUBND"]


def test_every_percent_in_the_order_of_the_document(plan: Plan) -> None:
    held = [
        (target.cite.section, target.comparator, str(target.value), " ".join(target.levels))
        for target in plan.targets
        if target.unit == "percent" and isinstance(target.value, Decimal)
    ]
    assert held == PERCENTS


def test_figures_printed_twice_are_one_target(plan: Plan) -> None:
    repeated = {target.id: [cite.section for cite in target.also] for target in plan.targets if target.also}
    assert repeated == {"docs-lawful": ["III.1.b"], "procedures-online": ["PL.II.11"]}


def test_only_phan_dau_is_an_aspiration(plan: Plan) -> None:
    assert [target.id for target in plan.targets if target.binding == "aspiration"] == [
        "early",
        "procedures-full-online",
        "dossiers-full-online",
    ]


def test_top_three_of_the_province(plan: Plan) -> None:
    ranks = [target for target in plan.targets if target.unit == "place"]
    assert [(rank.indicator, rank.comparator, rank.value) for rank in ranks] == [
        ("impact.par-index-rank", "<=", 3),
        ("impact.papi-rank", "<=", 3),
    ]


def test_what_is_to_rise_is_compared_with_last_year(plan: Plan) -> None:
    rising = {
        target.id: target.baseline.year if target.baseline else None
        for target in plan.targets
        if target.value == "previous" and target.comparator == ">"
    }
    # II names the year 2022; II.5.a says only "tăng".
    assert rising == {
        "par-index-above-2022": 2022,
        "satisfaction-above-2022": 2022,
        "units-self-funded": None,
        "partial-autonomy": None,
    }


def test_targets_set_elsewhere_have_no_value(plan: Plan) -> None:
    external = {target.cite.section: target.external for target in plan.targets if target.external}
    assert "44/KH-UBND ngày 14/3/2022" in (external["II.2.b"] or "")
    assert [target.id for target in plan.targets if target.external] == [
        "digitised-backlog",
        "employee-posts-cut",
        "officer-posts-cut",
    ]
    assert all(target.value is None for target in plan.targets if target.external)


def test_eighty_percent_of_the_body_and_a_hundred_of_the_annex_stay_apart(plan: Plan) -> None:
    portal = [target for target in plan.targets if target.indicator == "tthc.procedures-national-portal"]
    assert [(target.cite.section, target.value, target.applies_to) for target in portal] == [
        ("II.2.g", 80, None),
        ("PL.II.11", 100, ["Văn phòng HĐND và UBND thành phố"]),
    ]
    assert {target.of for target in portal} == {"tthc.procedures-online"}
    assert any(note.section == "PL.II.11" for note in plan.notes)


def test_one_target_binds_per_indicator_and_level(plan: Plan) -> None:
    binding = Counter(
        (target.indicator, level)
        for target in plan.targets
        if not target.external and target.applies_to is None
        for level in target.levels
    )
    assert not {pair: times for pair, times in binding.items() if times > 1}


def test_every_activity_row_of_the_annex(annex: list[Task]) -> None:
    expected = [
        (part, str(number), f"pl-{part.lower()}-{number}-{activity}")
        for part, counts in ROWS.items()
        for number, count in enumerate(counts, start=1)
        for activity in range(1, count + 1)
    ]
    assert len(expected) == 61
    assert [(task.annex, task.row, task.id) for task in annex] == expected
    assert [task.cite.section for task in annex] == [f"PL.{part}.{number}" for part, number, _ in expected]


def test_the_time_column(annex: list[Task]) -> None:
    assert Counter(task.parts[0].deadline.text for task in annex) == TIMES
    assert all(part.deadline == task.parts[0].deadline for task in annex for part in task.parts)


@pytest.mark.parametrize(
    ("task", "kind", "first", "last"),
    [
        ("pl-i-3-1", "range", date(2023, 1, 1), date(2023, 3, 31)),
        ("pl-i-2-1", "range", date(2023, 1, 1), date(2023, 12, 31)),
        ("pl-ii-5-1", "range", date(2023, 10, 1), date(2023, 12, 31)),
        ("pl-ii-7-1", "range", date(2021, 1, 1), date(2025, 12, 31)),
        ("pl-ii-8-2", "range", date(2023, 1, 1), date(2025, 12, 31)),
        ("pl-vii-5-1", "range", date(2023, 4, 1), date(2023, 9, 30)),
        ("iv-3-c-1", "range", date(2023, 4, 1), date(2023, 9, 30)),
    ],
)
def test_terms(plan: Plan, task: str, kind: str, first: date, last: date) -> None:
    deadline = _task(plan, task).parts[0].deadline
    assert (deadline.type, [(due.from_, due.to) for due in deadline.due]) == (kind, [(first, last)])


@pytest.mark.parametrize("text", ["Khi ", "Theo ", "Thường xuyên"])
def test_what_has_no_day_gets_none(annex: list[Task], text: str) -> None:
    kind = {"Khi ": "conditional", "Theo ": "by-other-document", "Thường xuyên": "ongoing"}[text]
    found = [task.parts[0].deadline for task in annex if task.parts[0].deadline.text.startswith(text)]
    assert found
    assert {(deadline.type, len(deadline.due)) for deadline in found} == {(kind, 0)}


def test_blank_cells_stay_blank(annex: list[Task]) -> None:
    assert [task.id for task in annex if not task.parts[0].deliverable] == ["pl-vi-5-1"]
    assert [task.id for task in annex if not task.coordinate] == ["pl-ii-4-1"]
    assert all(task.lead for task in annex)
    assert all(task.funding is None for task in annex)


def test_leads_of_the_annex(annex: list[Task]) -> None:
    leads = Counter(lead for task in annex for lead in ([task.lead] if isinstance(task.lead, str) else task.lead or []))
    assert leads == {
        "Các phòng chuyên môn": 12,
        "Phòng Tư pháp": 6,
        "Văn phòng HĐND và UBND thành phố": 19,
        "Văn phòng HDDND và UBND thành phố": 1,  # as printed in PL.II.9
        "UBND các phường, xã": 7,
        "Phòng Nội vụ": 19,
        "Các cơ quan, đơn vị liên quan": 1,
        "Phòng Tài chính - Kế hoạch": 6,
        "Phòng Văn hóa và Thông tin": 1,
    }


def test_two_groups_of_deliverables_in_one_row_are_two_parts(annex: list[Task]) -> None:
    assert {task.id: len(task.parts) for task in annex if len(task.parts) > 1} == {"pl-vii-1-1": 2}


def test_every_point_of_the_body_is_a_duty(plan: Plan) -> None:
    cited = {task.cite.section for task in plan.tasks if not task.annex}
    cited |= {duty.cite.section for duty in plan.reporting}
    points = {f"{section}.{letter}" for section, letters in POINTS.items() for letter in letters.split()}
    assert len(points) == 85
    assert cited - {"cuối"} == points


def test_a_duty_printed_twice_is_joined(plan: Plan) -> None:
    ids = {task.id for task in plan.tasks}
    joined = {task.id: task.same_as.task for task in plan.tasks if task.same_as}
    assert set(joined.values()) <= ids
    assert not set(joined.values()) & set(joined)  # no chains: the other one is never joined itself
    assert {joined["iii-1-c"], joined["iii-2-e-2"], joined["iv-3-e-1"], joined["iv-4-k"]} == {
        "pl-i-3-1",
        "pl-ii-6-4",
        "pl-vii-2-1",
        "iv-7-c",
    }
    # Public finance is worded anew in the annex, and every point of administrative procedures is repeated there.
    assert not [name for name in joined if name.startswith("iii-5")]
    assert len([name for name in joined if name.startswith("iii-2")]) == 12


def test_the_branding_is_led_by_the_office_that_iv_7_names(plan: Plan) -> None:
    tasks = {task.id: task for task in plan.tasks}
    for id_, helper in (("iv-3-h", "Phòng Nội vụ thành phố"), ("iv-4-k", "Văn phòng HĐND và UBND thành phố")):
        assert tasks[id_].lead == "Phòng Văn hóa - Thông tin"  # as these two points spell it
        assert helper in tasks[id_].coordinate
    assert tasks["iv-7-c"].lead == "Phòng Văn hóa và Thông tin thành phố"


def test_the_four_reports_are_due_before_the_fourteenth(plan: Plan) -> None:
    periodic = next(duty for duty in plan.reporting if duty.cite.section == "IV.2.g" and duty.deadline.due)
    assert [(due.period, due.to, due.inclusive) for due in periodic.deadline.due] == [
        ("2023-Q1", date(2023, 3, 14), False),
        ("2023-6m", date(2023, 6, 14), False),
        ("2023-Q3", date(2023, 9, 14), False),
        ("2023", date(2023, 12, 14), False),
    ]


def test_reporting_duties_in_order(plan: Plan) -> None:
    sections = [duty.cite.section for duty in plan.reporting]
    assert sections == ["IV.2.g", "IV.2.g", "IV.3.e", "IV.4.h", "IV.5.b", "IV.5.c", "cuối"]


def test_who_scores(plan: Plan) -> None:
    roles = {(duty.cite.section, duty.role) for duty in plan.scoring_duties}
    assert {("IV.3.e", "scores"), ("IV.1.k", "publishes"), ("PL.VII.2", "appraises"), ("PL.VII.2", "studies")} <= roles
    takes_part = [duty.cite.section for duty in plan.scoring_duties if "Tham gia" in duty.what]
    assert takes_part == ["IV.4.i", "IV.5.d", "IV.6.đ", "IV.7.d"]


def test_no_unit_is_listed_for_inspection(plan: Plan) -> None:
    assert plan.inspections == []
    assert [milestone.cite.section for milestone in plan.milestones] == ["IV.3.c"]


def test_every_indicator_is_in_the_vocabulary(plan: Plan) -> None:
    known = Indicators.model_validate(read(ROOT / "criteria" / "indicators.yaml").data)
    used = {target.indicator for target in plan.targets} | {target.of for target in plan.targets if target.of}
    used |= {name for task in plan.tasks for name in task.indicators}
    used |= {duty.indicator for duty in plan.reporting if duty.indicator}
    assert used <= {indicator.id for indicator in known.indicators}


def test_ids_are_unique(plan: Plan) -> None:
    for entries in (plan.targets, plan.tasks, plan.reporting, plan.scoring_duties):
        assert [name for name, times in Counter(entry.id for entry in entries).items() if times > 1] == []
