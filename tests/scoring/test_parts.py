"""The state of one part: a table of cases for each type of deadline, worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.scoring.parts import DONE, WORST_FIRST, State, together
from parindex.scoring.tasks import states
from tests.scoring.build import part, plan, task, unit

DATED, UNDATED, COVERING = ({"evidence": [{"doc": doc}]} for doc in ("dated", "undated", "covering"))

BEFORE = part("date", "2023-01-15", inclusive=False)
LAST = part("date", "2023-12-31")
QUARTER_4 = part("range", "2023-10-01..2023-12-31")
QUARTERS = part("recurring", every="quarter")
YEARLY = part("recurring", every="year")
WEEKLY = part("recurring", every="week")
START = part("open-start", "2023-04-01..")


def quarters(**done: Any) -> dict[str, Any]:
    """Quarters done on days: ``Q1="2023-04-05"``."""
    return {"periods": {f"2023-{name}": {"done": day} for name, day in done.items()}}


CASES: list[tuple[str, dict[str, Any], dict[str, Any] | None, str, State]] = [
    # "trước ngày 15/01" excludes that day: 14/01 is the last day on time.
    ("before: on the last day", BEFORE, {"done": "2023-01-14"}, "2023-12-31", "done-on-time"),
    ("before: on the named day", BEFORE, {"done": "2023-01-15"}, "2023-12-31", "done-late"),
    ("before: nothing yet, last day", BEFORE, None, "2023-01-14", "not-due"),
    ("before: nothing, the named day", BEFORE, None, "2023-01-15", "overdue"),
    ("before: begun, in time", BEFORE, UNDATED, "2023-01-14", "in-progress"),
    ("before: begun, too late", BEFORE, UNDATED, "2023-01-15", "overdue"),
    ("last day included", LAST, {"done": "2023-12-31"}, "2024-01-01", "done-on-time"),
    ("last day included, a day late", LAST, {"done": "2024-01-01"}, "2024-01-01", "done-late"),
    ("not known yet on that day", LAST, {"done": "2023-06-01"}, "2023-05-31", "not-due"),
    ("evidence of a later day", LAST, DATED, "2023-05-09", "not-due"),
    ("evidence of that day", LAST, DATED, "2023-05-10", "in-progress"),
    ("range: early is on time", QUARTER_4, {"done": "2023-03-01"}, "2023-12-31", "done-on-time"),
    ("range: before it", QUARTER_4, None, "2023-09-30", "not-due"),
    ("range: after it", QUARTER_4, None, "2024-01-01", "overdue"),
    ("date without a day", part("date"), None, "2023-12-31", "undetermined"),
    # An ongoing duty is kept up or not, never on time; an undated picture proves nothing.
    ("ongoing: nothing", part("ongoing"), None, "2023-12-31", "no-evidence"),
    ("ongoing: dated document", part("ongoing"), DATED, "2023-12-31", "maintained"),
    ("ongoing: later document", part("ongoing"), DATED, "2023-05-09", "no-evidence"),
    ("ongoing: document of a period", part("ongoing"), COVERING, "2023-12-31", "maintained"),
    ("ongoing: undated document", part("ongoing"), UNDATED, "2023-12-31", "no-evidence"),
    ("ongoing: deliverable", part("ongoing"), {"done": "2023-02-01"}, "2023-12-31", "maintained"),
    ("ongoing: by period", part("ongoing"), quarters(Q1="2023-04-05"), "2023-12-31", "maintained"),
    ("ongoing: empty period", part("ongoing"), {"periods": {"2023-Q1": {}}}, "2023-12-31", "no-evidence"),
    # Quarters without a printed day are judged once they are over: three are on 1 October.
    ("quarters: none", QUARTERS, None, "2023-03-31", "not-due"),
    ("quarters: first is missing", QUARTERS, None, "2023-04-01", "overdue"),
    ("quarters: kept so far", QUARTERS, quarters(Q1="2023-04-05"), "2023-06-30", "in-progress"),
    (
        "quarters: all",
        QUARTERS,
        quarters(Q1="2023-04-05", Q2="2023-07-03", Q3="2023-10-02", Q4="2023-12-20"),
        "2024-01-01",
        "done",
    ),
    (
        "quarters: 6 and 9 months and the year are quarters II, III and IV",
        QUARTERS,
        {"periods": {p: {"done": "2023-12-20"} for p in ("2023-Q1", "2023-6m", "2023-9m", "2023")}},
        "2024-01-01",
        "done",
    ),
    ("quarters: one is missing", QUARTERS, quarters(Q1="2023-04-05", Q3="2023-10-02"), "2023-10-02", "overdue"),
    (
        "quarters: one did not arise",
        QUARTERS,
        {"periods": {"2023-Q1": {"not_arising": "mới thành lập"}}},
        "2023-06-30",
        "not-due",
    ),
    ("quarters: one day does not stand for four", QUARTERS, {"done": "2023-12-20"}, "2024-01-01", "overdue"),
    ("year: one day is enough", YEARLY, {"done": "2023-12-20"}, "2024-01-01", "done"),
    ("year: nothing", YEARLY, None, "2024-01-01", "overdue"),
    ("week: nothing", WEEKLY, None, "2024-01-01", "undetermined"),
    ("week: recorded", WEEKLY, {"done": "2023-12-20"}, "2024-01-01", "done"),
    # A conditional duty counts once its trigger is recorded.
    ("conditional: no trigger", part("conditional"), None, "2023-12-31", "undetermined"),
    ("conditional: triggered", part("conditional"), {"triggered": "2023-06-01"}, "2023-12-31", "in-progress"),
    ("conditional: before its trigger", part("conditional"), {"triggered": "2023-06-01"}, "2023-05-31", "undetermined"),
    ("conditional: done", part("conditional"), {"done": "2023-06-05"}, "2023-12-31", "done"),
    ("by another document: nothing", part("by-other-document"), None, "2023-12-31", "undetermined"),
    ("by another document: begun", part("by-other-document"), UNDATED, "2023-12-31", "in-progress"),
    ("by another document: done", part("by-other-document"), {"done": "2023-06-05"}, "2023-12-31", "done"),
    ("open start: before it", START, None, "2023-03-31", "not-due"),
    ("open start: after it", START, None, "2023-04-01", "undetermined"),
    ("open start: done", START, {"done": "2023-06-05"}, "2023-12-31", "done"),
    ("none: nothing", part("none"), None, "2023-12-31", "undetermined"),
    ("none: done", part("none"), {"done": "2023-06-05"}, "2023-12-31", "done"),
    ("not arising", LAST, {"not_arising": "không có hồ sơ"}, "2024-01-01", "not-arising"),
    ("not applicable wins", LAST, {"not_arising": "x", "not_applicable": "y"}, "2024-01-01", "not-applicable"),
]


@pytest.mark.parametrize(("printed", "entry", "on", "state"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_by_hand(printed: dict[str, Any], entry: dict[str, Any] | None, on: str, state: State) -> None:
    (found,) = states(unit({"t": entry} if entry else None), [plan(task("t", printed))], date.fromisoformat(on))
    assert found.state == found.parts[0].state == state


def test_printed_days_of_periods_judge_them() -> None:
    # Hưng Yên prints "trước 14/3" and "trước 14/6": 13 March is on time, 14 June is a day late.
    printed = part("recurring")
    printed["deadline"]["due"] = [
        {"to": "2023-03-14", "inclusive": False, "period": "2023-Q1"},
        {"to": "2023-06-14", "inclusive": False, "period": "2023-6m"},
    ]
    entry = {"periods": {"2023-Q1": {"done": "2023-03-13"}, "2023-Q2": {"done": "2023-06-14"}}}
    (found,) = states(unit({"t": entry}), [plan(task("t", printed))], date(2023, 12, 31))
    assert [(term.last_day, term.printed, term.state) for term in found.parts[0].terms] == [
        (date(2023, 3, 13), True, "done-on-time"),
        (date(2023, 6, 13), True, "done-late"),
    ]
    assert found.state == "done-late"


def test_the_quarters_are_those_of_the_plan_whenever_it_is_looked_at() -> None:
    entry = quarters(Q1="2023-04-05", Q2="2023-07-03", Q3="2023-10-02", Q4="2023-12-20")
    (found,) = states(unit({"t": entry}), [plan(task("t", QUARTERS))], date(2025, 2, 1))
    assert found.state == "done"
    assert [term.last_day.isoformat() for term in found.parts[0].terms] == [
        "2023-03-31",
        "2023-06-30",
        "2023-09-30",
        "2023-12-31",
    ]


def test_quarterly_reports_do_not_prove_the_ongoing_part_beside_them() -> None:
    both = plan(task("t", part("ongoing"), QUARTERS))
    (found,) = states(unit({"t": quarters(Q1="2023-04-05")}), [both], date(2023, 4, 30))
    assert [each.state for each in found.parts] == ["no-evidence", "in-progress"]


def test_a_part_with_its_own_entry_is_judged_by_it_alone() -> None:
    entry = {"done": "2023-01-10", "parts": {"2": {"done": "2024-01-02"}}}
    (found,) = states(unit({"t": entry}), [plan(task("t", LAST, LAST))], date(2024, 2, 1))
    assert [each.state for each in found.parts] == ["done-on-time", "done-late"]
    assert found.state == "done-late"


@pytest.mark.parametrize(
    ("given_states", "whole"),
    [
        (["done-on-time", "done-on-time"], "done-on-time"),
        (["done-on-time", "done"], "done-on-time"),
        (["done-on-time", "maintained"], "done-on-time"),
        (["done-on-time", "done-late"], "done-late"),
        (["done-on-time", "overdue"], "overdue"),
        (["done-on-time", "not-due"], "in-progress"),
        (["maintained", "undetermined"], "in-progress"),
        (["not-due", "undetermined"], "undetermined"),
        (["done", "not-arising"], "done"),
        (["not-arising", "not-applicable"], "not-arising"),
        ([], "undetermined"),
    ],
)
def test_together_by_hand(given_states: list[State], whole: State) -> None:
    assert together(given_states) == whole


ANY = st.lists(st.sampled_from(get_args(State)), min_size=1, max_size=6)


@given(ANY, st.randoms())
def test_a_whole_is_done_when_all_parts_are_and_order_does_not_matter(parts: list[State], random: Any) -> None:
    excluded = {"not-arising", "not-applicable"}
    done = all(each in DONE or each in excluded for each in parts) and any(each in DONE for each in parts)
    assert (together(parts) in DONE) == done
    mixed = list(parts)
    random.shuffle(mixed)
    assert together(mixed) == together(parts)


def test_every_state_has_its_rank() -> None:
    assert sorted(WORST_FIRST) == sorted(get_args(State))


DAYS = st.dates(date(2023, 1, 1), date(2024, 6, 30))


@given(last=DAYS, done=DAYS, on=DAYS, inclusive=st.booleans())
def test_a_dated_part_on_any_day(last: date, done: date, on: date, inclusive: bool) -> None:
    printed = part("date", last.isoformat(), inclusive=inclusive)
    (found,) = states(unit({"t": {"done": done.isoformat()}}), [plan(task("t", printed))], on)
    in_time = done < last or (inclusive and done == last)
    passed = on > last or (not inclusive and on == last)
    if done <= on:
        assert found.state == ("done-on-time" if in_time else "done-late")
    else:
        assert found.state == ("overdue" if passed else "not-due")
