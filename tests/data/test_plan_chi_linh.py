"""The two shipped plans of Chí Linh against a reading of the printed documents by hand."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.files.yaml_reader import read
from parindex.model.indicators import Indicators
from parindex.model.plan import Plan, PlanTarget

ROOT = Path(__file__).resolve().parents[2]

# (section, comparator, figure, levels, stated) of every demand with "n%", in the order of print. 85% and 75% of
# II.3.1 are printed twice, so that 25 demands stand for the 27 "n%" of the document.
PERCENTS = [
    ("II.2.1", "==", "100", "district", True),  # issued lawfully
    ("II.2.1", "==", "100", "district commune", False),  # reviewed
    ("II.2.1", "==", "100", "district", False),  # published
    ("II.3.1", ">=", "95", "district commune", False),  # passed on electronically
    ("II.3.1", ">=", "85", "district", True),  # results in force digitised
    ("II.3.1", ">=", "75", "commune", True),
    ("II.3.1", ">=", "55", "district agency commune", False),  # procedures online
    ("II.3.1", ">=", "75", "district agency commune", False),  # … of these on the national portal
    ("II.3.1", ">=", "60", "district commune", False),  # dossiers online
    ("II.3.1", ">=", "50", "district commune", False),  # nothing asked for twice
    ("II.3.1", "==", "100", "district commune", False),  # on time
    ("II.3.1", ">=", "97", "district commune", False),  # satisfied with procedures
    ("II.3.1", ">=", "95", "district commune", False),  # … in land, building, investment
    ("II.4.1", ">=", "5", "district", False),  # posts of officers
    ("II.4.1", ">=", "10", "district", False),  # posts of employees
    ("II.4.1", ">=", "97", "district commune", False),  # satisfied with the service
    ("II.6.1", ">", "90", "district", False),  # disbursed
    ("II.7.1", ">", "90", "district", True),  # report systems
    ("II.7.1", ">=", "90", "district", True),  # meetings
    ("II.7.1", ">=", "75", "commune", True),
    ("II.7.1", ">=", "85", "district", True),  # systems for citizens
    ("II.7.1", ">=", "90", "district", True),  # work files
    ("II.7.1", ">=", "70", "commune", True),
    ("II.7.1", ">=", "40", "district", False),  # inspections
    ("II.7.1", ">=", "80", "district commune", True),  # electronic identity
]

# Duties read out of each numbered section of the body.
DUTIES = {
    "I.2": 3,
    "II.1": 8,
    "II.2": 2,
    "II.2.2": 4,
    "II.3.1": 2,
    "II.3.2": 11,
    "II.4": 2,
    "II.4.1": 1,
    "II.4.2": 6,
    "II.5.2": 11,
    "II.6.2": 11,
    "II.7.1": 1,
    "II.7.2": 11,
    "III.1": 4,
    "III.2.1": 9,
    "III.2.2": 4,
    "III.2.3": 5,
    "III.2.4": 3,
    "III.2.5": 5,
    "III.2.6": 2,
    "III.2.7": 9,
    "III.2.8": 3,
    "IV": 1,
}


def _load(plan_id: str) -> Plan:
    return Plan.model_validate(read(ROOT / "plans" / f"{plan_id}.yaml").data)


@pytest.fixture(scope="module")
def year_plan() -> Plan:
    return _load("chi-linh-2023")


@pytest.fixture(scope="module")
def procedures_plan() -> Plan:
    return _load("chi-linh-tthc-2023")


def _targets(plan: Plan) -> dict[str, PlanTarget]:
    return {target.id: target for target in plan.targets}


@pytest.mark.parametrize(("plan_id", "printed"), [("chi-linh-2023", "2022-12"), ("chi-linh-tthc-2023", "2023-02")])
def test_number_is_blank_and_the_date_has_no_day(plan_id: str, printed: str) -> None:
    plan = _load(plan_id)
    assert (plan.id, plan.number, plan.date, plan.level, plan.year) == (plan_id, None, printed, "district", 2023)


def test_legal_bases_are_all_there(year_plan: Plan, procedures_plan: Plan) -> None:
    for plan, parts in (
        (year_plan, ["76/NQ-CP", "23/CT-TTg", "Hải Dương", "136/KH-UBND", "23/CT-TU", "5260/QĐ-UBND"]),
        (
            procedures_plan,
            [
                "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
                "ngày 22 tháng 11 năm 2019",
                "63/2010/NĐ-CP",
                "48/2013/NĐ-CP",
                "92/2017/NĐ-CP",
                "61/2018/NĐ-CP",
                "107/2021/NĐ-CP",
                "45/2020/NĐ-CP",
                "02/2017/TT-VPCP",
                "01/2018/TT-VPCP",
            ],
        ),
    ):
        assert len(plan.legal_bases) == len(parts)
        assert all(part in base for part, base in zip(parts, plan.legal_bases, strict=True))


def test_every_percent_in_the_order_of_print(year_plan: Plan) -> None:
    found = [
        (t.cite.section, t.comparator, str(t.value), " ".join(t.levels), t.levels_stated)
        for t in year_plan.targets
        if t.unit == "percent" and isinstance(t.value, Decimal)
    ]
    assert found == PERCENTS
    assert {t.binding for t in year_plan.targets if t.value is not None} == {"required"}


def test_figures_of_two_levels_are_printed_twice(year_plan: Plan) -> None:
    repeated = {target.id: [cite.section for cite in target.also] for target in year_plan.targets if target.also}
    assert repeated == {"digitised-in-force-district": ["II.3.1"], "digitised-in-force-commune": ["II.3.1"]}


def test_demands_without_a_figure(year_plan: Plan) -> None:
    qualitative = [(t.cite.section, t.id) for t in year_plan.targets if t.value is True]
    assert qualitative == [
        ("II.3.1", "one-stop-renewal"),
        ("II.3.1", "e-certification-met"),
        ("II.4.1", "admin-units-reviewed"),
        ("II.5.1", "structure-standards"),
        ("II.6.1", "budget-balanced"),
        ("II.7.1", "portal-connected"),
    ]


def test_bases_and_baselines(year_plan: Plan) -> None:
    assert [(t.id, t.of) for t in year_plan.targets if t.of] == [
        ("procedures-national-portal", "tthc.procedures-online")
    ]
    assert {t.id: t.baseline.year for t in year_plan.targets if t.baseline} == {
        "public-service-posts": 2022,
        "officer-posts-cut": 2022,
        "employee-posts-cut": 2022,
    }
    posts = _targets(year_plan)["public-service-posts"]
    assert (posts.comparator, posts.value) == ("<", "previous")


def test_what_others_set_has_no_value(year_plan: Plan, procedures_plan: Plan) -> None:
    outside = {t.id: t for t in (*year_plan.targets, *procedures_plan.targets) if t.external}
    assert len(outside) == 9
    assert all(target.value is None for target in outside.values())
    assert {i for i, t in outside.items() if t.cite.section == "III.2.7"} == {
        "own-online-dossiers",
        "own-digitised-on-receipt",
        "own-digitised-results",
        "own-e-certified",
        "own-online-payment",
    }
    assert (outside["budget-revenue"].comparator, outside["budget-revenue"].binding) == (">", "aspiration")
    assert "01/NQ-CP ngày 06/01/2023" in str(outside["online-payment"].external)
    assert outside["online-payment"].cite.section == "KH.III.6"
    assert {outside[i].cite.section for i in ("digitised-on-receipt", "digitised-results")} == {"KH.III.5"}


def test_duties_of_the_body_by_section(year_plan: Plan) -> None:
    assert Counter(task.cite.section for task in year_plan.tasks) == DUTIES
    assert {task.annex for task in year_plan.tasks} == {None}
    assert {task.funding for task in year_plan.tasks} == {None}


def test_the_body_prints_no_day(year_plan: Plan) -> None:
    deadlines = [part.deadline for task in year_plan.tasks for part in task.parts]
    assert all(deadline.due == [] for deadline in deadlines)
    assert Counter(deadline.type for deadline in deadlines) == {
        "none": 111,
        "ongoing": 5,
        "recurring": 1,
        "by-other-document": 1,
    }
    assert all((deadline.text == "") == (deadline.type == "none") for deadline in deadlines)
    assert year_plan.milestones == []
    assert year_plan.inspections == []


def test_duties_printed_twice(year_plan: Plan) -> None:
    assert {task.id: task.same_as.task for task in year_plan.tasks if task.same_as} == {
        "ii-2-2-2": "ii-2-2",
        "ii-3-2-9": "ii-3-1-1",
        "ii-4-2-1": "ii-4-1",
        "ii-6-2-8": "ii-6-2-6",
        "ii-7-2-5": "ii-7-1-1",
        "ii-7-2-7": "ii-3-2-2",
        "ii-7-2-11": "ii-3-2-11",
        "iii-2-1-5": "ii-1-6",
        "iii-2-1-8": "ii-1-8",
        "iii-2-6-1": "ii-3-2-11",
        "iii-2-7-1": "iii-1-1",
    }


def test_reports_of_the_year_plan(year_plan: Plan) -> None:
    found = [(r.cite.section, r.deadline.every, " ".join(r.levels)) for r in year_plan.reporting]
    assert found == [
        ("III.1", "quarter", "agency commune"),
        ("III.1", "half-year", "agency commune"),
        ("III.1", "year", "agency commune"),
        ("III.2.1", "month", "district"),
        ("III.2.1", "quarter", "district"),
        ("III.2.1", "year", "district"),
    ]
    # III.2.7 repeats the quarter and the year for the communes, not the half-year.
    assert [[cite.section for cite in r.also] for r in year_plan.reporting[:3]] == [["III.2.7"], [], ["III.2.7"]]
    assert all(r.deadline.type == "recurring" and r.deadline.due == [] for r in year_plan.reporting)


def test_who_scores(year_plan: Plan) -> None:
    found = [(d.cite.section, d.role, d.who) for d in year_plan.scoring_duties]
    assert found == [
        ("III.2.1", "consolidates", "Phòng Nội vụ"),
        ("III.2.1", "appraises", "Hội đồng thẩm định của thành phố"),
    ]


@pytest.mark.parametrize(
    ("plan_id", "section", "words"),
    [
        ("chi-linh-2023", "II.3.1", "in hai lần"),
        ("chi-linh-2023", "II.3.1", "mức độ 3 và 4 (toàn trình, một phần)"),
        ("chi-linh-2023", "II.4.1", "trùng số, khác chỉ tiêu"),
        ("chi-linh-2023", "II.5.2", "163/QĐ/QĐ-TTg"),
        ("chi-linh-2023", "IV", "ngân sách tỉnh"),
        ("chi-linh-tthc-2023", "QD.2.1", "UBND các huyện, thị xã, thành phố"),
        ("chi-linh-tthc-2023", "QD.2.2", "thiếu (2)"),
        ("chi-linh-tthc-2023", "KH.IV.2", "năm 2022"),
        ("chi-linh-tthc-2023", "KH.III.6", "01/NQ-CP"),
        ("chi-linh-tthc-2023", "PL.II", "ô gộp"),
    ],
)
def test_oddities_are_noted(plan_id: str, section: str, words: str) -> None:
    assert any(note.section == section and words in note.note for note in _load(plan_id).notes)


def test_indicators_are_known_and_measured_in_that_unit(year_plan: Plan, procedures_plan: Plan) -> None:
    vocabulary = Indicators.model_validate(read(ROOT / "criteria" / "indicators.yaml").data)
    measures = {indicator.id: indicator.measure for indicator in vocabulary.indicators}
    fits = {"percent": {"ratio", "percent", "survey"}, "yes-no": {"yes-no"}, "count": {"count"}, "date": {"date"}}
    for plan in (year_plan, procedures_plan):
        assert [t.id for t in plan.targets if measures.get(t.indicator) not in fits[t.unit]] == []
        named = {i for task in plan.tasks for i in task.indicators} | {t.of for t in plan.targets if t.of}
        assert named | {r.indicator for r in plan.reporting if r.indicator} <= set(measures)


def test_ids_are_unique_and_duties_joined_to_one_that_exists(year_plan: Plan, procedures_plan: Plan) -> None:
    for plan in (year_plan, procedures_plan):
        for entries in (plan.targets, plan.tasks, plan.reporting, plan.milestones, plan.inspections):
            ids = [entry.id for entry in entries]
            assert len(ids) == len(set(ids))
        joined = {task.id: task.same_as.task for task in plan.tasks if task.same_as}
        assert set(joined.values()) <= {task.id for task in plan.tasks} - set(joined)


def test_one_figure_binds_each_level(year_plan: Plan) -> None:
    binding = Counter((t.indicator, level) for t in year_plan.targets if t.external is None for level in t.levels)
    assert max(binding.values()) == 1
