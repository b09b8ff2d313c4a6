"""Tasks of a unit: which count, the shares done, and Phú Sơn's whole plan by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.files.load import load_model
from parindex.model.plan import Plan
from parindex.scoring.derived import derive
from parindex.scoring.duties import standing_for
from parindex.scoring.tasks import Share, share, states
from tests.scoring.build import part, plan, task, unit

PLANS = Path(__file__).parents[2] / "plans"
LAST = part("date", "2023-06-30")
NEXT_YEAR = part("date", "2024-01-15")


def numbers(found: Share) -> tuple[int, int, dict[str, int]]:
    return int(found.ratio.numerator), int(found.ratio.denominator), dict(found.left_out)


def test_the_shares_by_hand() -> None:
    """Of nine tasks on 1 July: five whose time has come, three done, one of them on time."""
    given_plan = plan(
        task("on-time", LAST),
        task("late", LAST),
        task("overdue", LAST),
        task("kept", part("ongoing")),
        task("unproved", part("ongoing")),
        task("ahead", part("date", "2023-12-31")),
        task("begun", part("date", "2023-12-31")),
        task("unknown", part("none")),
        task("nothing", LAST),
    )
    entries = {
        "on-time": {"done": "2023-06-30"},
        "late": {"done": "2023-07-01"},
        "kept": {"evidence": [{"doc": "dated"}]},
        "begun": {"evidence": [{"doc": "dated"}]},
        "nothing": {"not_arising": "không có hồ sơ"},
    }
    found = states(unit(entries), [given_plan], date(2023, 7, 1))
    assert [each.state for each in found] == [
        "done-on-time",
        "done-late",
        "overdue",
        "maintained",
        "no-evidence",
        "not-due",
        "in-progress",
        "undetermined",
        "not-arising",
    ]
    outside = {"in-progress": 1, "not-arising": 1, "not-due": 1, "undetermined": 1}
    assert numbers(share(found, on_time=False)) == (3, 5, outside)
    # Without a printed day there is nothing to be in time for: the two ongoing duties are left out as well.
    assert numbers(share(found, on_time=True)) == (1, 3, outside | {"undated": 2})


def test_a_quarterly_report_without_a_printed_day_is_never_on_time_nor_late() -> None:
    found = states(unit(), [plan(task("t", part("recurring", every="quarter")))], date(2024, 1, 1))
    assert numbers(share(found, on_time=False)) == (0, 1, {})
    assert numbers(share(found, on_time=True)) == (0, 0, {"undated": 1})


def test_what_is_begun_counts_once_its_day_has_passed_or_when_no_day_is_printed() -> None:
    begun = {"t": {"evidence": [{"doc": "undated"}]}}
    assert numbers(share(states(unit(begun), [plan(task("t"))], date(2023, 7, 1)), on_time=False)) == (0, 1, {})
    dated = [plan(task("t", LAST))]
    assert numbers(share(states(unit(begun), dated, date(2023, 6, 30)), on_time=False)) == (0, 0, {"in-progress": 1})
    assert numbers(share(states(unit(begun), dated, date(2023, 7, 1)), on_time=False)) == (0, 1, {})


def test_the_year_is_over_when_its_shares_are_scored() -> None:
    """What was due on 31/12 counts, what was done in January is late, what is due next year is left out."""
    given_plan = plan(
        task("missed", part("date", "2023-12-31")),
        task("late", part("date", "2023-12-31")),
        task("next", NEXT_YEAR),
    )
    found = derive(unit({"late": {"done": "2024-01-05"}}), [given_plan])
    assert numbers(found["tasks-done"]) == (1, 2, {"not-due": 1})
    assert numbers(found["tasks-on-time"]) == (0, 2, {"not-due": 1})


def test_a_unit_that_records_no_tasks_has_no_derived_shares() -> None:
    assert derive(unit(), [plan(task("t", LAST))]) == {}


@pytest.mark.parametrize(
    ("tasks", "counted"),
    [
        ([task("a", LAST), task("b", same_as={"task": "a"})], {"a": ["b"]}),
        ([task("a", same_as={"task": "b"}), task("b", LAST)], {"b": ["a"]}),
        ([task("a", same_as={"task": "b"}), task("b", same_as={"task": "c"}), task("c")], {"c": ["a", "b"]}),
        ([task("a", same_as={"task": "b"}), task("b", same_as={"task": "a"})], {"a": ["b"]}),
        ([task("a", same_as={"task": "gone"})], {"a": []}),
    ],
)
def test_a_duty_printed_twice_counts_once(tasks: list[dict[str, Any]], counted: dict[str, list[str]]) -> None:
    found = standing_for(None, [plan(*tasks)])
    assert {key[1]: [each[1] for each in repeats] for key, repeats in found.items()} == counted


def test_an_entry_under_the_repetition_counts_for_the_duty() -> None:
    both = plan(task("a", LAST), task("b", same_as={"task": "a"}))
    (found,) = states(unit({"b": {"done": "2023-06-01"}}), [both], date(2023, 7, 1))
    assert (found.task.id, found.state) == ("a", "done-on-time")
    # The repetition numbers its parts by its own text.
    (found,) = states(unit({"b": {"parts": {"1": {"done": "2023-06-01"}}}}), [both], date(2023, 7, 1))
    assert found.state == "overdue"


def test_what_a_superior_prints_for_another_counts_here_too() -> None:
    """The like of a task counts in its place only when it is the unit's own to lead."""
    above = {"id": "above", "issuer": "UBND thành phố B", "level": "district"}
    superior = plan(task("s", LAST, lead="Phòng Nội vụ"), **above)
    own = plan(task("t", LAST, same_as={"plan": "above", "task": "s"}))
    assert [each.task.id for each in states(unit(), [superior, own], date(2023, 7, 1))] == ["t"]
    superior = plan(task("s", LAST, lead="UBND các xã, phường"), **above)
    assert [each.task.id for each in states(unit(), [superior, own], date(2023, 7, 1))] == ["s"]


ENTRY = st.fixed_dictionaries(
    {},
    optional={
        "done": st.dates(date(2023, 1, 1), date(2024, 3, 1)).map(date.isoformat),
        "evidence": st.just([{"doc": "dated"}]),
        "not_applicable": st.just("không thuộc thẩm quyền"),
        "triggered": st.dates(date(2023, 1, 1), date(2024, 3, 1)).map(date.isoformat),
    },
)
PART = st.sampled_from(
    [
        LAST,
        NEXT_YEAR,
        part("range", "2023-10-01..2023-12-31"),
        part("ongoing"),
        part("recurring", every="quarter"),
        part("recurring", every="week"),
        part("conditional"),
        part("by-other-document"),
        part("open-start", "2023-04-01.."),
        part("none"),
    ]
)
TASKS = st.lists(st.lists(PART, min_size=1, max_size=3), max_size=6)


@settings(max_examples=80)
@given(TASKS, st.lists(ENTRY, max_size=6), st.dates(date(2023, 1, 1), date(2024, 6, 1)))
def test_nothing_is_lost_between_a_share_and_what_it_leaves_out(
    tasks: list[list[dict[str, Any]]], entries: list[dict[str, Any]], on: date
) -> None:
    given_plan = plan(*(task(f"t{n}", *parts) for n, parts in enumerate(tasks)))
    given_unit = unit({f"t{n}": entry for n, entry in enumerate(entries) if entry})
    found = states(given_unit, [given_plan], on)
    for on_time in (False, True):
        done, counted, left = numbers(share(found, on_time=on_time))
        assert 0 <= done <= counted
        assert counted + sum(left.values()) == len(tasks)
    assert share(found, on_time=True).ratio.denominator <= share(found, on_time=False).ratio.denominator


@settings(max_examples=80)
@given(st.lists(PART, min_size=1, max_size=3), st.dates(date(2023, 1, 1), date(2024, 6, 1)))
def test_finishing_all_parts_early_never_lowers_the_share(parts: list[dict[str, Any]], on: date) -> None:
    given_plan = plan(task("t", *parts), task("other", LAST))
    early = {"done": "2023-01-01", "periods": {f"2023-Q{n}": {"done": "2023-01-01"} for n in range(1, 5)}}
    before = share(states(unit(), [given_plan], on), on_time=False).ratio
    after = share(states(unit({"t": early}), [given_plan], on), on_time=False).ratio
    assert after.numerator == before.numerator + 1
    assert after.numerator * max(before.denominator, 1) >= before.numerator * after.denominator


def test_the_whole_plan_of_phu_son_by_hand() -> None:
    """66 tasks are printed, 17 of them twice: 49 duties, of which five are recorded here."""
    given_plan, _ = load_model(PLANS / "phu-son-2023.yaml", Plan)
    quarters = {f"2023-Q{n}": {"done": f"2023-{3 * n:02}-28"} for n in range(1, 5)}
    phu_son = unit(
        unit={"id": "phu-son", "name": "UBND phường Phú Sơn", "level": "commune"},
        plans=["phu-son-2023"],
        tasks={
            "phu-son-2023": {
                "pl-07-2": {"done": "2023-12-24"},  # "trước 25/12": the last day on time
                "pl-03-1": {"done": "2024-01-03"},  # "chậm nhất tháng 12": three days late
                "pl-02-4": {"periods": quarters},  # every quarter, no day printed
                "pl-02-5": {"evidence": [{"doc": "dated"}]},  # "thường xuyên"
                "ii-2-1.1": {"done": "2023-11-01"},  # printed again as PL.01.1, "trong năm"
            }
        },
    )
    found = states(phu_son, [given_plan], date(2024, 1, 10))
    assert len(given_plan.tasks) == 66
    assert len(found) == 49
    by_id = {each.task.id: each.state for each in found}
    assert by_id["pl-07-2"] == "done-on-time"
    assert by_id["pl-03-1"] == "done-late"
    assert by_id["pl-02-4"] == "done"
    assert by_id["pl-02-5"] == "maintained"
    assert by_id["pl-01-1"] == "done-on-time"
    assert by_id["iv-2-2"] == "overdue"  # the plan prints 15/11/2022
    # Ongoing alone and without a record: PL.02.6 to 8, 04.1, 06.2, 06.3, 06.5. Dated or quarterly: 16 rows of the
    # annexes and three duties of IV. Without a day: PL.03.2, 04.3, 04.4, twelve lines of II.2 and three of IV.
    assert Counter(by_id.values()) == {
        "done-on-time": 2,
        "done-late": 1,
        "done": 1,
        "maintained": 1,
        "no-evidence": 7,
        "overdue": 19,
        "undetermined": 18,
    }
    assert numbers(share(found, on_time=False)) == (5, 31, {"undetermined": 18})
    # A day is printed for the three recorded above and for ten of the overdue: 2 of 13 on time.
    assert numbers(share(found, on_time=True)) == (2, 13, {"undated": 18, "undetermined": 18})
