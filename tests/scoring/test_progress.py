"""Progress by annex, domain and lead: Phú Sơn's plan by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from parindex.files.load import load_model
from parindex.model.plan import Plan
from parindex.scoring.progress import progress
from tests.scoring.build import part, plan, task, unit

PLANS = Path(__file__).parents[2] / "plans"
LAST = part("date", "2023-06-30")


def test_phu_son_by_post() -> None:
    """49 duties; 12 of them name nobody; the post of Tư pháp has four, in two spellings, of which one is done."""
    given_plan, _ = load_model(PLANS / "phu-son-2023.yaml", Plan)
    given = unit(
        unit={"id": "phu-son", "name": "UBND phường Phú Sơn", "level": "commune"},
        plans=["phu-son-2023"],
        tasks={"phu-son-2023": {"pl-01-1": {"done": "2023-11-01"}}},
    )
    found = progress(given, [given_plan], date(2024, 1, 1))
    assert {each.name: each.tasks for each in found.by_lead} == {
        "Công chức Tư pháp hộ tịch": 4,
        "Bộ phận tiếp nhận hồ sơ và trả kết quả": 8,
        "Công chức Văn phòng – thống kê": 16,
        "Công chức Kế toán ngân sách": 3,
        "Công chức Văn hoá xã hội": 3,
        "UBND phường": 2,
        "Chủ tịch UBND phường": 1,
        "": 12,
    }
    assert found.by_lead[-1].name == ""
    justice = found.by_lead[0]
    assert (justice.finished.done, justice.finished.of, justice.finished.percent) == (1, 4, Decimal(25))
    # Annexes 01 to 07 have 3, 8, 4, 4, 3, 5 and 4 rows; 18 duties of the body are printed only there.
    assert [(each.name, each.tasks) for each in found.by_annex] == [
        ("01", 3),
        ("02", 8),
        ("03", 4),
        ("04", 4),
        ("05", 3),
        ("06", 5),
        ("07", 4),
        ("", 18),
    ]
    assert sum(each.tasks for each in found.by_domain) == found.total.tasks == len(found.tasks) == 49


def test_the_same_annex_of_two_plans_is_two_groups() -> None:
    one, two = plan(task("a", LAST, annex="I")), plan(task("b", LAST, annex="I"), id="b-2023")
    found = progress(unit(), [one, two], date(2023, 7, 1))
    assert [(each.plan, each.name, each.tasks) for each in found.by_annex] == [("a-2023", "I", 1), ("b-2023", "I", 1)]


def test_a_task_of_two_leads_stands_under_both_and_counts_once() -> None:
    joint = plan(task("a", LAST, lead=["Phòng Nội vụ", "Phòng Tư pháp", "Phòng Nội vụ"]))
    found = progress(unit(), [joint], date(2023, 7, 1))
    assert [(each.name, each.tasks) for each in found.by_lead] == [("Phòng Nội vụ", 1), ("Phòng Tư pháp", 1)]
    assert found.total.tasks == 1


def test_a_commune_does_not_answer_for_the_offices_named_beside_it() -> None:
    joint = plan(
        task("a", LAST, lead=["Văn phòng HĐND và UBND thành phố", "UBND các xã, phường"]),
        id="city",
        issuer="UBND thành phố Chí Linh",
        level="district",
    )
    commune = unit(unit={"id": "a", "name": "UBND xã A", "level": "commune", "parent": "UBND thành phố Chí Linh"})
    found = progress(commune, [joint], date(2023, 7, 1))
    assert [(each.name, each.tasks) for each in found.by_lead] == [("UBND các xã, phường", 1)]
    assert found.tasks[0].lead == ("Văn phòng HĐND và UBND thành phố", "UBND các xã, phường")


def test_an_office_with_and_without_its_city_is_one() -> None:
    city = plan(
        task("a", LAST, lead="Phòng Tư pháp"),
        task("b", LAST, lead="Phòng Tư pháp thành phố"),
        issuer="UBND thành phố Hưng Yên",
        level="district",
    )
    given = unit(unit={"id": "hy", "name": "UBND thành phố Hưng Yên", "level": "district"})
    found = progress(given, [city], date(2023, 7, 1))
    assert [(each.name, each.tasks) for each in found.by_lead] == [("Phòng Tư pháp", 2)]


def test_a_share_of_nothing_is_no_score() -> None:
    found = progress(unit(), [plan(task("a", part("none")))], date(2023, 7, 1)).total
    assert (found.finished.percent, found.finished.of, found.finished.left_out) == (None, 0, {"undetermined": 1})


def test_a_row_tells_its_parts_and_last_days() -> None:
    found = progress(unit({"a": {"done": "2023-07-01"}}), [plan(task("a", LAST))], date(2023, 7, 1))
    (row,) = found.tasks
    (only,) = row.parts
    assert (row.state, only.state, only.type) == ("done-late", "done-late", "date")
    assert [(term.last_day, term.printed) for term in only.terms] == [(date(2023, 6, 30), True)]
