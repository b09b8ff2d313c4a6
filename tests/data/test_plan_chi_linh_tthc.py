"""The shipped plan of Chí Linh for controlling procedures, against a reading of the printed document by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.files.yaml_reader import read
from parindex.model.plan import Plan, PlanTarget, Task

ROOT = Path(__file__).resolve().parents[2]

OFFICE = "Văn phòng HĐND và UBND thành phố"
MISPRINTED_OFFICE = "Văn phòng HĐND và UBND phố"
COMMUNES = "UBND các xã, phường"
DEPARTMENTS = "Các phòng chuyên môn thuộc UBND thành phố"
YEAR_ROUND = "Thường xuyên trong năm 2023"
YEAR, QUARTER_1, QUARTER_2 = ("2023-01-01", "2023-12-31"), ("2023-01-01", "2023-03-31"), ("2023-04-01", "2023-06-30")

# Group and row, first lead, number of leads, deadline as printed, its kind, its days: the table of the attached plan.
ROWS = [
    ("I.1", OFFICE, 1, YEAR_ROUND, "ongoing", None),
    ("I.2", OFFICE, 1, "Quý II năm 2023", "range", QUARTER_2),
    ("I.3", OFFICE, 1, "Quý II năm 2023", "range", QUARTER_2),
    ("I.4", OFFICE, 1, "Trong Quý II năm 2023", "range", QUARTER_2),
    ("II.1", OFFICE, 1, YEAR_ROUND, "ongoing", None),
    ("II.2", OFFICE, 3, YEAR_ROUND, "ongoing", None),
    ("II.3", OFFICE, 2, "Theo yêu cầu hoặc thường xuyên trong năm 2023", "ongoing", None),
    ("II.4", OFFICE, 2, "Theo tiến độ đã giao", "by-other-document", None),
    ("II.5", OFFICE, 1, "Từ tháng 4 đến tháng 12/2023.", "range", ("2023-04-01", "2023-12-31")),
    ("II.6", MISPRINTED_OFFICE, 1, "Bắt đầu từ Quý II năm 2023", "open-start", ("2023-04-01", None)),
    ("II.7", MISPRINTED_OFFICE, 1, "Thường xuyên năm 2023", "ongoing", None),
    ("III.1", MISPRINTED_OFFICE, 1, "Theo hướng dẫn của Văn phòng Chính phủ", "by-other-document", None),
    ("III.2", "Các phòng chuyên môn", 1, YEAR_ROUND, "ongoing", None),
    ("III.3", "Phòng Văn hóa-Thông tin", 1, "Quý I năm 2023", "range", QUARTER_1),
    ("III.4", DEPARTMENTS, 2, YEAR_ROUND, "ongoing", None),
    ("III.5", DEPARTMENTS, 3, YEAR_ROUND, "ongoing", None),
    ("III.6", OFFICE, 1, YEAR_ROUND, "ongoing", None),
    ("IV.1", "Các phòng chuyên môn", 5, YEAR_ROUND, "ongoing", None),
    ("IV.2", OFFICE, 1, "Thường xuyên trong năm 2022.", "ongoing", None),
    ("IV.3", OFFICE, 1, "Trong năm 2023", "range", YEAR),
    ("IV.4", "Các phòng chuyên môn", 3, "Định kỳ hoặc đột xuất trong năm 2023", "recurring", None),
]

REVIEWS = [
    ("Phòng Nội vụ", date(2023, 5, 31)),
    ("Phòng Tư pháp", date(2023, 5, 31)),
    ("Phòng Tài nguyên và Môi trường", date(2023, 5, 31)),
    ("Phòng Lao động, Thương binh và Xã hội", date(2023, 6, 30)),
    ("Phòng Văn hóa-Thông tin", date(2023, 6, 30)),
    ("Phòng Kinh tế", date(2023, 6, 30)),
    ("Phòng Tài chính-Kế hoạch", date(2023, 7, 31)),
    ("Phòng Giáo dục và Đào tạo", date(2023, 7, 31)),
    ("Phòng Quản lý đô thị", date(2023, 7, 31)),
]

UNANNOUNCED = [
    "Phường Văn An",
    "Phường Đồng Lạc",
    "Phường Cổ Thành",
    "Phường Hoàng Tiến",
    "Phường Văn Đức",
    "Phường Hoàng Tân",
    "Phường An Lạc",
    "Phường Thái Học",
    "Phường Bến Tắm",
    "Xã Bắc An",
    "Xã Nhân Huệ",
    "Phường Tân Dân",
    "Xã Hưng Đạo",
    "Phường Chí Minh",
    "Xã Hoàng Hoa Thám",
]
FOLLOW_UP = ["Phường Cộng Hòa", "Phường Phả Lại", "Phường Sao Đỏ", "Xã Lê Lợi"]
INSPECTED_DEPARTMENTS = [
    "Phòng Tài nguyên và Môi trường",
    "Phòng Lao động – Thương binh và Xã hội",
    "Phòng Tài chính-Kế hoạch",
    "Phòng Quản lý đô thị",
    "Phòng Tư pháp",
]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.model_validate(read(ROOT / "plans" / "chi-linh-tthc-2023.yaml").data)


def _targets(plan: Plan) -> dict[str, PlanTarget]:
    return {target.id: target for target in plan.targets}


def _leads(task: Task) -> list[str]:
    return [task.lead] if isinstance(task.lead, str) else list(task.lead or [])


def test_rows_of_the_attached_plan(plan: Plan) -> None:
    rows = [task for task in plan.tasks if task.cite.section.startswith("KH.")]
    found = []
    for task in rows:
        (part,) = task.parts
        days = [(str(due.from_), str(due.to) if due.to else None) for due in part.deadline.due]
        leads = _leads(task)
        number = task.cite.section.removeprefix("KH.")
        assert f"KH.{number}" == f"{task.annex}.{task.row}"
        assert part.deliverable
        assert task.coordinate
        found.append((number, leads[0], len(leads), part.deadline.text, part.deadline.type, days[0] if days else None))
    assert found == ROWS


def test_duties_of_the_decision(plan: Plan) -> None:
    others = [task for task in plan.tasks if not task.cite.section.startswith("KH.")]
    assert Counter(task.cite.section for task in others) == {
        "QD.2.1": 3,
        "QD.2.2": 3,
        "QD.2.3": 1,
        "QD.2.4": 1,
        "PL.I": 1,
    }
    assert {task.id: task.same_as.task for task in others if task.same_as} == {
        "qd-2-2-2": "kh-ii-6",
        "qd-2-3": "kh-iv-1",
    }
    assert [(r.id, r.cite.section, r.deadline.type, r.deadline.every) for r in plan.reporting] == [
        ("units", "KH.IV.4", "recurring", None),
        ("office", "QD.2.2", "recurring", None),
    ]


def test_nine_reviews(plan: Plan) -> None:
    found = []
    for number, milestone in enumerate(plan.milestones, 1):
        (due,) = milestone.deadline.due
        assert milestone.cite.section == f"PL.I.{number}"
        assert due.inclusive is False
        assert due.to is not None
        assert milestone.deadline.text == f"Trước ngày {due.to.day}/{due.to.month}/2023"
        found.append((milestone.who, due.to))
    assert found == REVIEWS


def test_reviews_are_also_targets_by_day(plan: Plan) -> None:
    by_day = [t for t in plan.targets if t.unit == "date"]
    assert [(name, t.value) for t in by_day for name in t.applies_to or []] == REVIEWS
    assert all(t.comparator == "<" and t.levels == ["agency"] for t in by_day)
    cites = [cite.section for t in by_day for cite in (t.cite, *t.also)]
    assert cites == [f"PL.I.{number}" for number in range(1, 10)]


def test_listed_inspections(plan: Plan) -> None:
    found = [(i.cite.section, i.unit, i.mode) for i in plan.inspections]
    departments = [(f"PL.II.I.{n}", unit, None) for n, unit in enumerate(INSPECTED_DEPARTMENTS, 1)]
    modes = [*((unit, "unannounced") for unit in UNANNOUNCED), *((unit, "follow-up") for unit in FOLLOW_UP)]
    assert found == departments + [(f"PL.II.II.{n}", unit, mode) for n, (unit, mode) in enumerate(modes, 1)]
    # Only rows 1 and 16 print a remark; that it holds for the rows below is our reading, and every row says so.
    read_into = {i.id for i in plan.inspections if i.note and "ô gộp" in i.note}
    assert read_into == {f"commune-{n}" for n in range(1, 20)} - {"commune-1", "commune-16"}
    inspected = _targets(plan)["communes-inspected"]
    assert (inspected.comparator, inspected.value, inspected.unit) == (">=", Decimal(6), "count")
    assert "đến 8" in str(inspected.qualifier)


def test_groups_of_leads(plan: Plan) -> None:
    groups = plan.agencies
    communes = [unit[0].lower() + unit[1:] for unit in UNANNOUNCED + FOLLOW_UP]
    assert groups[COMMUNES] == [f"UBND {unit}" for unit in communes]
    assert groups[DEPARTMENTS] == groups["Các phòng chuyên môn"] == [name for name, _ in REVIEWS]
    assert groups[MISPRINTED_OFFICE] == [OFFICE]


def test_who_studies_the_scoring(plan: Plan) -> None:
    assert [(d.cite.section, d.role, d.who) for d in plan.scoring_duties] == [("QD.2.2", "studies", OFFICE)]
