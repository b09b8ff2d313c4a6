"""The plan of tỉnh Hải Dương 2023 against a second reading of the document, written down by hand here."""

from __future__ import annotations

import os
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.files.yaml_reader import read
from parindex.model.indicators import Indicators
from parindex.model.plan import Cite, Plan, Task

ROOT = Path(__file__).resolve().parents[2]
SOURCES = Path(os.environ.get("PARINDEX_SOURCES") or ROOT.parent / "shared" / "seeds")

PLAN = Plan.model_validate(read(ROOT / "plans" / "hai-duong-2023.yaml").data)
TASKS = {task.id: task for task in PLAN.tasks}
TARGETS = {target.id: target for target in PLAN.targets}
NOTES = {
    section: " ".join(n.note for n in PLAN.notes if n.section == section) for section in {n.section for n in PLAN.notes}
}

# How many duties each point prints, counted clause by clause.
DUTIES = """
II.1.a 3  II.1.b 2  II.1.c 3  II.1.d 1  II.1.đ 1  II.1.e 1  II.1.g 2
II.2.a 2  II.2.b 4  II.2.c 2  II.2.d 6
II.3.a 1  II.3.b 6  II.3.c 4  II.3.d 1  II.3.đ 4  II.3.e 2  II.3.g 1  II.3.h 1
II.4.a 4  II.4.b 4  II.4.c 2  II.4.d 2
II.5.a 4  II.5.b 1  II.5.c 2  II.5.d 3  II.5.đ 1
II.6.a 11 II.6.b 1  II.6.c 5  II.6.d 3  II.6.đ 3  II.6.e 2  II.6.g 1
II.7.a 3  II.7.b 4  II.7.c 3  II.7.d 7  II.7.đ 4  II.7.e 3
II.8.a 1  II.8.b 2  II.8.c 1  II.8.d 1
III 1
IV.1.a 1  IV.1.b 1  IV.1.c 1  IV.1.d 1  IV.1.đ 4
IV.2.a 4  IV.2.b 5  IV.2.c 1  IV.2.d 3  IV.2.đ 1
IV.3.a 3  IV.3.b 2  IV.3.c 1  IV.3.d 1  IV.3.đ 1
IV.4.a 5  IV.4.b 1  IV.4.d 3  IV.4.đ 1  IV.4.e 2  IV.4.h 1  IV.4.g 1  IV.4.i 2
IV.5.a 2  IV.5.b 2  IV.5.c 3
IV.6.a 2  IV.6.b 2  IV.6.c 1  IV.6.d 1  IV.6.đ 1
IV.7.a 3  IV.7.b 2
IV.8 3
"""

# Every term that is printed; all other deadlines are blank.
TERMS = {
    ("II.2.a", "đúng thời gian", "by-other-document", None): 1,
    ("II.2.d", "hàng năm", "recurring", "year"): 1,
    ("II.2.d", "Định kỳ", "recurring", None): 1,
    ("II.3.b", "thường xuyên", "ongoing", None): 1,
    ("II.3.b", "hằng tháng", "recurring", "month"): 1,
    ("II.4.b", "định kỳ hàng năm", "recurring", "year"): 1,
    ("II.4.b", "đúng lộ trình năm 2023 theo Kế hoạch 3580/KH-UBND", "by-other-document", None): 1,
    ("II.5.a", "thường xuyên", "ongoing", None): 1,
    ("IV.1.d", "đúng thời gian quy định", "by-other-document", None): 1,
    ("IV.1.đ", "theo quy định", "by-other-document", None): 1,
    ("IV.2.a", "Định kỳ", "recurring", None): 1,
    ("IV.2.c", "theo quy định", "by-other-document", None): 1,
    ("IV.2.d", "thời gian quy định", "by-other-document", None): 3,
    ("IV.3.c", "thời gian quy định", "by-other-document", None): 2,
    ("IV.3.d", "theo yêu cầu và thời gian quy định", "by-other-document", None): 1,
    ("IV.4.d", "đúng thời gian quy định", "by-other-document", None): 1,
    ("IV.4.d", "thường xuyên", "ongoing", None): 2,
    ("IV.5.b", "thời gian quy định", "by-other-document", None): 4,
    ("IV.6.c", "thời gian quy định", "by-other-document", None): 2,
    ("IV.8", "thường xuyên", "ongoing", None): 1,
}

LEADS = {
    "IV.2": "Sở Nội vụ",
    "IV.3": "Sở Tư pháp",
    "IV.4": "Văn phòng UBND tỉnh",
    "IV.5": "Sở Tài chính",
    "IV.6": "Sở Thông tin và Truyền thông",
    "IV.7": "Sở Kế hoạch và Đầu tư",
    "IV.8": "Các cơ quan thông tin truyền thông",
}

REPORTS = {
    ("IV.1.d", "Sở Nội vụ"): 1,
    ("IV.1.đ", None): 1,
    ("IV.2.a", "Chủ tịch UBND tỉnh, Bộ Nội vụ"): 1,
    ("IV.2.c", None): 1,
    ("IV.2.d", "Bộ, ngành Trung ương"): 3,
    ("IV.3.c", "Bộ, ngành, Trung ương"): 2,
    ("IV.5.b", "Bộ, ngành Trung ương"): 4,
    ("IV.6.c", "Bộ, ngành, Trung ương"): 2,
    ("cuối", "UBND tỉnh (qua Sở Nội vụ - cơ quan thường trực)"): 1,
}

SCORING = [
    ("IV.2.c", "Sở Nội vụ", "consolidates", []),
    ("IV.2.đ", "Sở Nội vụ", "appraises", []),
    ("IV.3.d", "Sở Tư pháp", "scores", ["the-che"]),
    ("IV.4.i", "Văn phòng UBND tỉnh", "appraises", ["tthc"]),
    ("IV.4.i", "Văn phòng UBND tỉnh", "appraises", ["chi-dao-dieu-hanh"]),
    ("IV.5.c", "Sở Tài chính", "appraises", ["tai-chinh-cong"]),
    ("IV.5.c", "Sở Tài chính", "appraises", ["to-chuc-bo-may"]),
    ("IV.5.c", "Sở Tài chính", "appraises", []),
    ("IV.6.đ", "Sở Thông tin và Truyền thông", "appraises", ["chinh-quyen-so"]),
    ("IV.7.b", "Sở Kế hoạch và Đầu tư", "appraises", ["to-chuc-bo-may"]),
    ("IV.7.b", "Sở Kế hoạch và Đầu tư", "appraises", ["tac-dong"]),
]


def leads(task: Task) -> list[str]:
    return [task.lead] if isinstance(task.lead, str) else list(task.lead or [])


def test_the_head_keeps_blank_what_is_not_printed() -> None:
    assert (PLAN.level, PLAN.year, PLAN.issuer) == ("province", 2023, "UBND tỉnh Hải Dương")
    assert PLAN.number is None
    assert PLAN.date is None
    assert [re.findall(r"\d+/[\w-]+", basis) for basis in PLAN.legal_bases] == [
        ["76/NQ-CP"],
        ["23/CT-TTg"],
        ["4347/KH-UBND"],
    ]


def test_the_only_two_percents_are_different_targets() -> None:
    figures = [
        (t.indicator, t.comparator, t.value, t.unit, t.cite.section)
        for t in PLAN.targets
        if isinstance(t.value, Decimal)
    ]
    assert figures == [
        ("direction.tasks-done", "==", Decimal(100), "percent", "I.1"),
        ("direction.tasks-on-time", "==", Decimal(100), "percent", "I.2.c"),
    ]


def test_trends_name_no_figure_and_only_one_names_its_base_year() -> None:
    trends = {t.indicator: t for t in PLAN.targets if t.value == "previous"}
    assert set(trends) == {
        "impact.par-index",
        "impact.sat-service-trend",
        "impact.competitiveness",
        "impact.new-enterprises",
        "impact.enterprise-capital",
        "impact.enterprise-revenue-share",
        "fin.units-direct-support",
    }
    falling = {indicator for indicator, t in trends.items() if t.comparator == "<"}
    assert falling == {"fin.units-direct-support"}
    assert {t.comparator for indicator, t in trends.items() if indicator not in falling} == {">"}
    based = {indicator: t.baseline.year for indicator, t in trends.items() if t.baseline}
    assert based == {"impact.enterprise-revenue-share": 2022}
    assert [c.section for c in trends["impact.sat-service-trend"].also] == ["II.1.g", "II.8.a"]


def test_what_is_set_elsewhere_has_no_value() -> None:
    external = {t.cite.section: t for t in PLAN.targets if t.external}
    assert set(external) == {"II.4.b", "II.8.c", "II.8.d"}
    assert sum(t.external is not None for t in PLAN.targets) == 4
    assert "3580/KH-UBND ngày 09/12/2022" in (external["II.4.b"].external or "")
    assert [t.id for t in PLAN.targets if t.binding == "aspiration"] == ["socio-economic"]


def test_the_other_targets_are_demands_without_a_rate() -> None:
    others = [t for t in PLAN.targets if t.external is None and t.value is True]
    assert {(t.comparator, t.unit) for t in others} == {("==", "yes-no")}
    assert len(others) == len(PLAN.targets) - 2 - 7 - 4


@pytest.mark.parametrize(("section", "count"), re.findall(r"(\S+) (\d+)", DUTIES))
def test_every_duty_of_a_point_is_a_task(section: str, count: str) -> None:
    assert [task.cite.section for task in PLAN.tasks].count(section) == int(count)


def test_no_task_comes_from_elsewhere() -> None:
    listed = re.findall(r"(\S+) (\d+)", DUTIES)
    assert {task.cite.section for task in PLAN.tasks} == {section for section, _ in listed}
    assert len(PLAN.tasks) == sum(int(count) for _, count in listed) == 194


def test_no_row_is_invented_for_the_absent_annexes() -> None:
    assert {(task.annex, task.row) for task in PLAN.tasks} == {(None, None)}
    places: list[Cite] = [task.cite for task in PLAN.tasks] + [target.cite for target in PLAN.targets]
    assert not [cite for cite in places if cite.section.startswith("PL")]
    assert "phụ lục" in NOTES["II.7"].lower()
    assert "phụ lục" in NOTES["II.8"].lower()


def test_only_the_printed_terms_are_deadlines() -> None:
    terms = Counter(
        (task.cite.section, part.deadline.text, part.deadline.type, part.deadline.every)
        for task in PLAN.tasks
        for part in task.parts
        if part.deadline.type != "none"
    )
    assert terms == TERMS
    blanks = [part.deadline for task in PLAN.tasks for part in task.parts if part.deadline.type == "none"]
    assert {deadline.text for deadline in blanks} == {""}


def test_the_plan_prints_no_day() -> None:
    assert PLAN.milestones == []
    assert PLAN.inspections == []
    deadlines = [part.deadline for task in PLAN.tasks for part in task.parts] + [r.deadline for r in PLAN.reporting]
    assert not [deadline for deadline in deadlines if deadline.due]
    assert [target.id for target in PLAN.targets if target.by] == []


def test_leads_are_those_printed() -> None:
    for task in PLAN.tasks:
        group = ".".join(task.cite.section.split(".")[:2])
        if group in LEADS:
            assert leads(task) == [LEADS[group]], task.id
    units = ["Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố"]
    first = {task.cite.section: leads(task) for task in PLAN.tasks if task.cite.section.startswith("IV.1.")}
    assert first == {**dict.fromkeys(("IV.1.a", "IV.1.b", "IV.1.c", "IV.1.d"), units), "IV.1.đ": units[1:]}
    named = {task.cite.section for task in PLAN.tasks if task.cite.section.startswith("II.") and task.lead}
    assert named == {"II.6.a", "II.6.c"}  # section II names who does it in these two sentences only
    assert len(PLAN.agencies["Các cơ quan thông tin truyền thông"]) == 4


def test_who_coordinates() -> None:
    scored = [task for task in PLAN.tasks if task.cite.section in ("IV.3.d", "IV.4.i", "IV.5.c", "IV.6.đ", "IV.7.b")]
    assert {task.coordinate for task in scored} == {"Sở Nội vụ"}
    assert not [task.id for task in PLAN.tasks if task.cite.section.startswith("II") and task.coordinate]


def test_duties_printed_twice_are_joined_in_one_direction() -> None:
    joined = {task.id: task.same_as.task for task in PLAN.tasks if task.same_as}
    assert joined == {
        "iv-1-a": "ii-1-a-2",
        "iv-2-dd": "ii-1-c-2",
        "iv-3-a-2": "ii-2-b-1",
        "iv-3-b-1": "ii-2-b-3",
        "iv-3-b-2": "ii-2-d-2",
        "iv-5-a-2": "ii-8-c",
        "iv-7-a-1": "ii-8-b-1",
        "iv-7-a-2": "ii-8-b-2",
        "iv-7-a-3": "ii-8-d",
    }
    assert all(TASKS[other].same_as is None for other in joined.values())


def test_lists_of_systems_are_parts() -> None:
    assert len(TASKS["ii-7-c-3"].parts) == 8  # eight branches
    assert len(TASKS["iv-4-dd"].parts) == 5


def test_reporting_duties() -> None:
    assert Counter((r.cite.section, r.to) for r in PLAN.reporting) == REPORTS
    assert {r.deadline.type for r in PLAN.reporting} == {"by-other-document", "recurring", "conditional"}


def test_who_scores_what() -> None:
    assert [(d.cite.section, d.who, d.role, d.domains) for d in PLAN.scoring_duties] == SCORING


def test_oddities_are_noted() -> None:
    assert "15/9/2020" in NOTES["II.4.b"]  # the same decree has two dates
    assert "10/9/2020" in NOTES["II.5.a"]
    assert "điểm c" in NOTES["IV.4"]  # points printed out of order
    assert "cấp xã" in NOTES["II.1.c"]
    assert "không gộp" in NOTES["I.1"]


def test_every_indicator_is_of_the_vocabulary_and_fits_its_value() -> None:
    vocabulary = Indicators.model_validate(read(ROOT / "criteria" / "indicators.yaml").data)
    measures = {indicator.id: indicator.measure for indicator in vocabulary.indicators}
    used = {i for task in PLAN.tasks for i in task.indicators} | {r.indicator for r in PLAN.reporting if r.indicator}
    assert used <= set(measures)
    for target in PLAN.targets:
        assert (measures[target.indicator] == "yes-no") == (target.unit == "yes-no"), target.id


def test_what_only_sounds_like_a_demand_of_chi_linh_has_its_own_indicator() -> None:
    chi_linh = Plan.model_validate(read(ROOT / "plans" / "chi-linh-2023.yaml").data)
    theirs = {target.id: target.indicator for target in chi_linh.targets}
    # Databases feeding the national portal are not a portal joined to it; the share of leaders is not the standards.
    assert TARGETS["databases-connected"].indicator != theirs["portal-connected"]
    assert TARGETS["leaders-balanced"].indicator != theirs["structure-standards"]
    # What both say in the same words is one indicator.
    assert TARGETS["one-stop-renewal"].indicator == theirs["one-stop-renewal"]


def test_one_target_binds_per_indicator_and_level() -> None:
    pairs = Counter((t.indicator, level) for t in PLAN.targets for level in t.levels)
    assert [pair for pair, times in pairs.items() if times > 1] == []


def test_the_source_prints_two_percents_and_these_oddities() -> None:
    path = SOURCES / PLAN.source
    if not path.exists():
        pytest.skip(f"the source document is not at {SOURCES}")
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert re.findall(r"\d+ ?%", text) == ["100%", "100%"]
    for printed in ("chia sẽ", "thanh phí", "Bộ phận Một cấp huyện", "Ủy ban nhân tỉnh", "công cụ", "tuyền truyền"):
        assert printed in text
        assert any(printed in note.note for note in PLAN.notes), printed
