"""The report on tasks, checked against the small world of the periodic report."""

from __future__ import annotations

from datetime import date
from typing import Any

from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.reports.view.data_tasks import TasksReport
from parindex.reports.view.tasks import tasks_view
from tests.reports.periodic_world import PLAN, UNIT


def told(on: date | None = None, *, draft: bool = False, **changes: Any) -> TasksReport:
    return tasks_view(Unit.model_validate(UNIT | changes), [PLAN], on, draft=draft)


def test_at_the_end_of_the_year_everything_is_due() -> None:
    report = told()
    assert report.overall.paragraphs == (
        "Kế hoạch giao đơn vị chủ trì 3 nhiệm vụ.",
        "Đến ngày 31/12/2023, hoàn thành 1/3 nhiệm vụ đã đến hạn, đạt 33,33%.",
        "Đến ngày 31/12/2023, hoàn thành đúng hạn 1/3 nhiệm vụ đã đến hạn, đạt 33,33%.",
        "Theo trạng thái: 1 hoàn thành đúng hạn và 2 quá hạn.",
    )
    total = report.total
    assert (total.total, total.on_time, total.late, total.overdue, total.share) == ("3", "1", "–", "2", "33,33")


def test_on_a_day_what_is_not_due_is_left_out() -> None:
    report = told(date(2023, 3, 14))
    assert report.overall.paragraphs[1] == (
        "Đến ngày 14/03/2023, hoàn thành 1/2 nhiệm vụ đã đến hạn (không tính 1 chưa đến hạn), đạt 50,00%."
    )
    assert report.key == "tasks 2023-03-14 mau 2023"


def test_tables_by_domain_and_lead_but_not_of_a_single_annex() -> None:
    tables = told().tables
    assert [table.of for table in tables] == ["Lĩnh vực", "Chủ trì"]
    assert [(row.name, row.share) for row in tables[1].rows] == [
        ("Tư pháp", "100,00"), ("Văn phòng", "0,00"), ("Một cửa", "0,00"),
    ]  # fmt: skip


def test_unfinished_tasks_are_named_with_place_deadline_and_lead() -> None:
    unfinished = told().unfinished
    assert unfinished is not None
    assert unfinished.items == (
        "- Tuyên truyền (Phụ lục 01, mục 2): quá hạn; thời hạn: trước 31/3; chủ trì: Văn phòng;",
        "- Số hóa hồ sơ (Phụ lục 01, mục 3): quá hạn; thời hạn: tháng 5; chủ trì: Một cửa.",
    )


def test_rows_of_the_annex() -> None:
    rows = told().annex.rows
    assert [(row.kind, row.number, row.name) for row in rows] == [
        ("group", "", "Phụ lục 01"), ("task", "1", "Rà soát văn bản"), ("task", "2", "Tuyên truyền"),
        ("task", "3", "Số hóa hồ sơ"),
    ]  # fmt: skip
    assert (rows[1].result, rows[1].proof) == ("Hoàn thành đúng hạn: 20/02/2023", "–")
    assert rows[2].result == "Quá hạn"


def test_done_late_and_reasons_are_said() -> None:
    tasks = {
        "kh": {
            "a": {"done": "2023-04-01", "evidence": [{"doc": "bc"}]},
            "b": {"not_arising": "Không có đợt tuyên truyền"},
            "c": {"evidence": [{"doc": "kh"}]},
        }
    }
    rows = told(date(2023, 4, 30), tasks=tasks).annex.rows
    assert [row.result for row in rows[1:]] == [
        "Hoàn thành chậm: 01/04/2023", "Không phát sinh: Không có đợt tuyên truyền", "Đang thực hiện",
    ]  # fmt: skip
    assert rows[1].proof == "9/BC-UBND"


def test_what_is_dated_after_the_day_proves_nothing_yet() -> None:
    documents = UNIT["documents"] | {
        "xem": {"form": "extract", "title": "Bảng", "covers": {"from": "2023-01-01", "to": "2023-12-31"}}
    }
    documents |= {"anh": {"form": "screenshot", "title": "Ảnh chụp"}}
    tasks = {"kh": {"c": {"evidence": [{"doc": id_} for id_ in ("kh", "bc", "xem", "anh")]}}}
    cited = [told(on, tasks=tasks, documents=documents).annex.rows[3].proof for on in (date(2023, 3, 13), None)]
    assert cited == ["5/KH-UBND; Ảnh chụp", "5/KH-UBND; 9/BC-UBND; Bảng; Ảnh chụp"]


def test_every_period_of_a_recurring_task_says_how_it_stands() -> None:
    deadline = {"text": "hàng quý", "type": "recurring", "every": "quarter"}
    plan = PLAN.model_dump(mode="json", by_alias=True, exclude_unset=True)
    plan["tasks"][0]["parts"] = [{"deliverable": "Báo cáo", "deadline": deadline}]

    def result(**periods: Any) -> str:
        given = {"a": {"periods": {f"2023-{name}": said for name, said in periods.items()}}}
        unit = Unit.model_validate(UNIT | {"tasks": {"kh": given}})
        return tasks_view(unit, [Plan.model_validate(plan)], date(2023, 8, 1)).annex.rows[1].result

    assert result(Q1={"done": "2023-03-15"}) == (
        "Quá hạn: quý I 15/03/2023, quý II (quá hạn), quý III (chưa đến hạn), quý IV (chưa đến hạn)"
    )


def test_sections_close_up_and_a_draft_opens_them() -> None:
    bare, draft = told(), told(draft=True)
    assert (bare.causes, bare.remedies, bare.proposals) == (None, None, None)
    assert [section and section.number for section in (draft.unfinished, draft.causes, draft.proposals)] == [
        "II", "III", "V",
    ]  # fmt: skip


def test_nothing_unfinished_means_no_such_section() -> None:
    done = {"kh": {id_: {"done": "2023-01-20"} for id_ in "abc"}}
    report = told(tasks=done)
    assert report.unfinished is None
    assert report.total.share == "100,00"
