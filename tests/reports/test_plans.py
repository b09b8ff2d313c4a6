"""The terminal views of plans and the calendar file."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from rich.cells import cell_len
from rich.console import Console, RenderableType

from parindex.locale.plans import demand_text
from parindex.model.indicators import Indicator
from parindex.reports.calendar import calendar
from parindex.reports.plan_show import plan_view
from parindex.reports.plan_tasks import due_table, progress_view, tasks_table, working
from parindex.reports.plans import plan_list, targets_table
from parindex.scoring.agenda import agenda
from parindex.scoring.demands import demands, demands_on
from parindex.scoring.duties import listed
from parindex.scoring.progress import Score, progress
from tests.scoring.build import part, plan, task, unit

LONG = "Nghiêng ngả những khúc khuỷu [bold]đường quê[/bold] " * 6
CITE = {"section": "PL.II.10.1", "locator": "một cụm từ"}
TARGET = {
    "id": "x",
    "indicator": "tthc.on-time",
    "comparator": ">=",
    "value": "98.5",
    "unit": "percent",
    "levels": ["commune"],
    "qualifier": LONG,
    "cite": CITE,
}
PLAN = plan(
    task("a", part("date", "2023-06-30"), name=LONG, lead="Công chức Tư pháp - hộ tịch", annex="I"),
    task("b", part("recurring", every="quarter"), name="Báo cáo [quý]", lead=["Phòng A", "Phòng B"]),
    task("c", same_as={"task": "a"}),
    title=LONG,
    targets=[TARGET],
    notes=[{"section": "I", "note": LONG}],
    agencies={"Các phòng": ["Phòng A", "Phòng B"]},
)
INDICATOR = Indicator.model_validate(
    {"id": "tthc.on-time", "name": "Hồ sơ đúng hạn", "domain": "tthc", "measure": "ratio"}
)


def printed(view: RenderableType, width: int = 80) -> str:
    out = io.StringIO()
    Console(file=out, width=width, markup=False, emoji=False, highlight=False).print(view)
    return out.getvalue()


def views(lang: Any = "vi") -> dict[str, RenderableType]:
    given, on = unit({"a": {"done": "2023-07-02"}}), date(2023, 7, 1)
    found = {"tthc.on-time": INDICATOR}
    return {
        "list": plan_list([PLAN], lang),
        "show": plan_view(PLAN, found, lang),
        "targets": targets_table(demands([PLAN]), found, ["a-2023", "b-2023"], lang),
        "binding": targets_table(demands_on(given, [PLAN], [], policy="listed"), found, ["a-2023"], lang),
        "tasks": tasks_table(listed([PLAN]), lang),
        "own": tasks_table(listed([PLAN], given.unit), lang),
        "due": due_table(agenda([PLAN], on, 365, given), lang),
        "all": due_table(agenda([PLAN], on, 365), lang),
        "progress": progress_view(progress(given, [PLAN], on), lang),
    }


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", list(views()))
def test_every_view_fits_80_columns_and_shows_signs_as_they_are(name: str, lang: str) -> None:
    text = printed(views(lang)[name])
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    if name != "progress":  # which lists only what is amiss
        assert "[bold]" in text or "[quý]" in text


def test_columns_stand_under_each_other_whatever_the_letters() -> None:
    lines = printed(plan_list([plan(), plan(title="Đẩy nhanh tiến độ", id="b-2023")])).splitlines()
    places = {line.index("2023", 20) for line in lines[1:]}
    assert len(places) == 1


def test_the_list() -> None:
    lines = printed(plan_list([plan(task("a"), targets=[TARGET])])).splitlines()
    assert lines[1].split() == ["a-2023", "Kế", "hoạch", "A", "xã", "2023", "1", "1"]


def test_the_whole_plan_has_all_parts_and_no_empty_ones() -> None:
    text = printed(plan_view(PLAN, {}))
    assert "Chỉ tiêu (1)" in text
    assert "từ 98,5% trở lên" in text
    assert "Nhiệm vụ (3)" in text
    assert "Nhóm cơ quan (1)" in text
    assert "Mốc thời gian" not in text


def test_due_says_what_is_not_printed_and_shares_a_row_among_missed_quarters() -> None:
    given = plan(task("b", part("recurring", every="quarter"), name="Báo cáo quý", lead="Phòng A"))
    words = " ".join(printed(due_table(agenda([given], date(2023, 7, 10), 0, unit()))).split())
    assert "Quá hạn (2)" in words
    assert "quý I, quý II; chậm 101 ngày" in words.replace("Phòng A ", "").replace("II.1 ", "")
    assert "hết kỳ, không in ngày" in words
    words = " ".join(printed(due_table(agenda([given], date(2023, 7, 10), 0))).split())
    assert "Đã qua hạn (2)" in words
    assert "đã qua 101 ngày" in words
    assert "Không có việc nào đến hạn." in printed(due_table(agenda([plan()], date(2023, 7, 10), 0)))


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (Score(5, 31, None, {}), "chưa có nhiệm vụ nào để tính"),
        (Score(2, 3, None, {"not-due": 1}), "chưa có nhiệm vụ nào để tính; không tính 1 chưa đến hạn"),
    ],
)
def test_a_score_of_nothing(score: Score, words: str) -> None:
    assert working(score) == words


def test_the_working_of_a_score() -> None:
    done = {f"t{n}": {"done": "2023-06-01"} for n in range(5)}
    given = plan(*(task(f"t{n}", part("date", "2023-06-30")) for n in range(8)), task("u"), task("v"))
    total = progress(unit(done), [given], date(2023, 7, 1)).total
    assert working(total.finished) == "5 ÷ 8 × 100% = 62,5%; không tính 2 chưa xác định"
    assert working(total.on_time, "en") == "5 ÷ 8 × 100% = 62,5%; left out 2 undetermined"
    third = progress(unit({"t0": done["t0"]}), [plan(*given.model_dump()["tasks"][:3])], date(2023, 7, 1)).total
    assert working(third.finished) == "1 ÷ 3 × 100% = 33,33%"


@pytest.mark.parametrize(
    ("comparator", "value", "measure", "vi", "en"),
    [
        (">=", "98", "percent", "từ 98% trở lên", "at least 98%"),
        (">", "95", "percent", "trên 95%", "above 95%"),
        ("==", "100", "percent", "100%", "100%"),
        ("<=", "5", "days", "không quá 5 ngày", "at most 5 days"),
        ("<", "1000", "count", "dưới 1.000", "below 1.000"),
        ("<", "2023-01-15", "date", "trước ngày 15/01/2023", "before 15/01/2023"),
        ("<=", "2023-12-31", "date", "chậm nhất ngày 31/12/2023", "by 31/12/2023"),
        ("==", True, "yes-no", "thực hiện", "done"),
        ("==", False, "yes-no", "không để xảy ra", "must not be"),
        (">", "previous", "percent", "cao hơn năm trước", "above last year"),
        (None, None, "percent", "không in mức", "no value printed"),
    ],
)
def test_demands_in_words(comparator: Any, value: Any, measure: str, vi: str, en: str) -> None:
    number = {"comparator": comparator, "value": value} if comparator else {"external": "văn bản khác"}
    fields = {key: field for key, field in TARGET.items() if key not in ("comparator", "value")}
    (entry,) = plan(targets=[fields | {"unit": measure} | number]).targets
    assert demand_text(entry.comparator, entry.value, measure) == vi
    assert demand_text(entry.comparator, entry.value, measure, "en") == en


def test_the_calendar_reads_back_with_whole_days_and_a_reminder() -> None:
    given = plan(task("a", part("date", "2023-01-15", inclusive=False), name="Việc, có; dấu\\", lead="Phòng Nội vụ"))
    (event,) = Calendar.from_ical(calendar(agenda([given], date(2023, 1, 1), 30, unit()))).walk("VEVENT")
    assert str(event["summary"]) == "Hạn cuối: Việc, có; dấu\\"
    assert event["dtstart"].dt == date(2023, 1, 14)  # "trước ngày 15/01" ends on the 14th
    assert event["dtend"].dt == date(2023, 1, 15)
    assert str(event["uid"]) == "a.a-2023.task.a.1@parindex"
    assert "Chủ trì: Phòng Nội vụ\nKế hoạch: Kế hoạch A, mục II.1" in str(event["description"])
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(days=-7)


def test_the_calendar_has_no_clock_in_its_bytes_and_keeps_its_uids() -> None:
    given = plan(task("a", part("date", "2023-06-30")), task("b", part("recurring", every="quarter")))
    first = calendar(agenda([given], date(2023, 1, 1), 365))
    assert first == calendar(agenda([given], date(2023, 1, 1), 365))
    assert b"DTSTAMP:20230101T000000Z" in first
    later = Calendar.from_ical(calendar(agenda([given], date(2023, 5, 1), 365)))
    uids = {str(event["uid"]) for event in Calendar.from_ical(first).walk("VEVENT")}
    assert uids == {str(event["uid"]) for event in later.walk("VEVENT")}
    assert "a-2023.task.b.1.2023-Q3@parindex" in uids


def test_the_calendar_says_that_a_day_is_not_printed() -> None:
    given = plan(task("b", part("recurring", every="quarter")))
    text = str(Calendar.from_ical(calendar(agenda([given], date(2023, 3, 1), 31))).walk("VEVENT")[0]["description"])
    assert "recurring (hết kỳ, không in ngày)" in text


def test_lines_of_the_calendar_are_at_most_75_octets_and_end_with_crlf() -> None:
    content = calendar(agenda([plan(task("a", part("date", "2023-06-30"), name=LONG))], date(2023, 6, 1), 30))
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None and b"\n" not in line for line in lines)
