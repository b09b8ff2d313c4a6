"""What is late, due and coming, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from parindex.model.plan import Plan
from parindex.scoring.agenda import Item, agenda
from tests.scoring.build import part, plan, task, unit

CITE = {"section": "IV.1", "locator": "một cụm từ"}


def deadline(*due: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = part("date" if due else "none", *due, **more)["deadline"]
    return found


def report(id_: str, *due: str, **more: Any) -> dict[str, Any]:
    own = {"who": "UBND phường A", "levels": ["commune"], "indicator": "direction.par-reports", "cite": CITE}
    return {"id": id_, "name": "Báo cáo", "deadline": deadline(*due)} | own | more


def milestone(id_: str, *due: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": "Mốc", "deadline": deadline(*due), "cite": CITE} | more


def seen(plan_: Plan, on: str, within: int = 30, **unit_: Any) -> list[tuple[str, str, int]]:
    found = agenda([plan_], date.fromisoformat(on), within, unit(**unit_) if unit_ else None)
    return [(item.id, item.when, item.days) for item in found.items]


def test_around_a_day() -> None:
    """On 1 March: 28 February has passed; "trước 02/03" ends today; 31 March is in 30 days, 1 April is too far."""
    given_plan = plan(
        task("passed", part("date", "2023-02-28")),
        task("ends", part("date", "2023-03-02", inclusive=False)),
        task("coming", part("range", "2023-01-01..2023-03-31")),
        task("far", part("date", "2023-04-01")),
        task("without", part("ongoing"), part("none")),
    )
    found = [("passed", "late", -1), ("ends", "today", 0), ("coming", "coming", 30)]
    assert seen(given_plan, "2023-03-01") == found
    assert seen(given_plan, "2023-03-01", 31) == [*found, ("far", "coming", 31)]
    assert seen(given_plan, "2023-03-01", 0) == found[:2]


def test_what_the_unit_has_done_or_does_not_have_is_not_due() -> None:
    given_plan = plan(*(task(id_, part("date", "2023-02-28")) for id_ in ("a", "b", "c", "d")))
    entries = {"a": {"done": "2023-02-20"}, "b": {"not_arising": "x"}, "c": {"done": "2023-03-02"}}
    assert seen(given_plan, "2023-03-01", entries=entries) == [("c", "late", -1), ("d", "late", -1)]


def test_a_quarterly_duty_is_due_at_the_end_of_each_quarter_and_says_that_no_day_is_printed() -> None:
    given_plan = plan(task("q", part("recurring", every="quarter")))
    entries = {"q": {"periods": {"2023-Q1": {"done": "2023-03-30"}}}}
    found = agenda([given_plan], date(2023, 7, 1), 100, unit(entries)).items
    assert [(item.period, item.due.isoformat(), item.printed, item.when) for item in found] == [
        ("2023-Q2", "2023-06-30", False, "late"),
        ("2023-Q3", "2023-09-30", False, "coming"),
    ]


def test_one_last_day_told_by_a_task_its_report_and_its_milestone_stands_once() -> None:
    given_plan = plan(
        task("t", part("date", "2023-12-15"), cite=CITE),
        reporting=[report("r", "2023-12-15"), report("other", "2023-12-20")],
        milestones=[milestone("m", "2023-12-15"), milestone("alone", "2023-12-21"), milestone("n", "2023-12-20")],
    )
    assert [id_ for id_, _, _ in seen(given_plan, "2023-12-01")] == ["t", "other", "alone"]
    # The report was sent: the task that says the same is done too.
    sent = {"direction.par-reports": {"2023": {"sent_at": "2023-11-30", "signed": "2023-11-29"}}}
    assert [id_ for id_, _, _ in seen(given_plan, "2023-12-01", reports=sent)] == ["alone"]


def test_a_report_is_late_by_its_sending_whatever_day_it_was_signed() -> None:
    due = [{"to": "2023-03-14", "inclusive": False, "period": "2023-Q1"}]
    duty = report("r") | {"deadline": {"text": "trước 14/3", "type": "recurring", "due": due}}
    given_plan = plan(reporting=[duty])
    signed = {"direction.par-reports": {"2023-Q1": {"signed": "2023-03-10"}}}
    sent = {"direction.par-reports": {"2023-Q1": {"signed": "2023-03-10", "sent_at": "2023-03-13"}}}
    assert seen(given_plan, "2023-03-14", reports=signed) == [("r", "late", -1)]
    assert seen(given_plan, "2023-03-14", reports=sent) == []


def test_of_a_superior_s_plan_only_the_unit_s_own_reports_are_its() -> None:
    above = plan(
        reporting=[
            report("mine", "2023-12-15", who="UBND các phường, xã"),
            report("theirs", "2023-12-15", who="Phòng Nội vụ", cite=CITE | {"section": "IV.2"}),
            report("level", "2023-12-15", levels=["agency"], cite=CITE | {"section": "IV.3"}),
        ],
        milestones=[milestone("m", "2023-12-20", who="Phòng Nội vụ"), milestone("n", "2023-12-21")],
        issuer="UBND thành phố B",
        level="district",
    )
    assert seen(above, "2023-12-01", year=2023) == [("mine", "coming", 14)]
    assert [id_ for id_, _, _ in seen(above, "2023-12-01")] == ["mine", "theirs", "level", "m", "n"]


DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))


@given(st.lists(DAYS, max_size=6), DAYS, st.integers(0, 200))
def test_sorted_within_bounds_and_each_once(days: list[date], on: date, within: int) -> None:
    given_plan = plan(*(task(f"t{n}", part("date", last.isoformat())) for n, last in enumerate(days)))
    found = agenda([given_plan], on, within).items
    assert [item.due for item in found] == sorted(last for last in days if last <= on + timedelta(days=within))
    assert len({item.uid for item in found}) == len(found)
    assert all(_told(item, on) for item in found)


def _told(item: Item, on: date) -> bool:
    return {"late": item.due < on, "today": item.due == on, "coming": item.due > on}[item.when]


def test_the_last_days_of_the_calendar_do_not_overflow() -> None:
    assert agenda([plan()], date(9999, 12, 30), 365).until == date.max
