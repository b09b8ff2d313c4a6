"""The plan of phường Phú Sơn 2023 against a second, independent reading of the document, written down by hand here."""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from parindex.files.yaml_reader import read
from parindex.model.indicators import Indicators
from parindex.model.plan import Plan, Task

ROOT = Path(__file__).resolve().parents[2]
SOURCES = Path(os.environ.get("PARINDEX_SOURCES") or ROOT.parent / "shared" / "seeds")

PLAN = Plan.model_validate(read(ROOT / "plans" / "phu-son-2023.yaml").data)
TASKS = {task.id: task for task in PLAN.tasks}
BLANK = ("", "none")

PERCENTS = {
    ("impact.sat-procedures", ">=", 92): ["II.1.1"],
    ("tthc.online-eligible", "==", 100): ["II.1.1", "II.2.2", "PL.02.3"],
    ("tthc.digitised-results", "==", 100): ["II.1.1", "II.2.2", "PL.02.3"],
    ("tthc.internal-electronic", ">=", 90): ["II.1.1"],
    ("staff.qualified", ">=", 98): ["II.1.3"],
    ("digital.work-files-online", "==", 100): ["II.1.4"],
    ("tthc.on-time", ">=", 98): ["II.2.2", "PL.02.3"],
    ("impact.sat-service", ">=", 95): ["II.2.2", "PL.02.3"],
    ("tthc.digitised-in-force", "==", 100): ["II.2.2", "PL.02.8"],
    ("digital.docs-signed", "==", 100): ["PL.06.2"],
}

DATES = {
    "direction.par-plan-issued": ("<", date(2023, 1, 15), "PL.07.1"),
    "staff.discipline-plan-issued": ("<=", date(2023, 3, 31), "PL.04.2"),
    "direction.index-reported": ("<", date(2023, 12, 15), "IV.1"),
    "direction.self-score-reported": ("<", date(2023, 12, 25), "PL.07.2"),
    "org.functions-issued": ("<=", date(2023, 12, 31), "PL.03.1"),
    "inst.education-plan-issued": ("<=", date(2023, 12, 31), "PL.01.3"),
    "tthc.control-plan-issued": ("<=", date(2023, 12, 31), "PL.02.2"),
    "tthc.review-plan-issued": ("<=", date(2023, 12, 31), "PL.02.2"),
}

ANNEXES = {"01": 3, "02": 8, "03": 4, "04": 4, "05": 3, "06": 5, "07": 4}

# Row: the types of its terms, in the order of its parts.
ROWS = {
    "01.1": "range",
    "01.2": "range",
    "01.3": "range",
    "02.1": "ongoing recurring",
    "02.2": "range by-other-document",
    "02.3": "ongoing recurring",
    "02.4": "recurring",
    "02.5": "ongoing",
    "02.6": "ongoing",
    "02.7": "ongoing",
    "02.8": "ongoing",
    "03.1": "date",
    "03.2": "by-other-document",
    "03.3": "none recurring",
    "03.4": "none recurring",
    "04.1": "ongoing",
    "04.2": "range by-other-document",
    "04.3": "by-other-document",
    "04.4": "none by-other-document",
    "05.1": "range",
    "05.2": "range",
    "05.3": "recurring",
    "06.1": "recurring",
    "06.2": "ongoing",
    "06.3": "ongoing",
    "06.4": "recurring",
    "06.5": "ongoing",
    "07.1": "date recurring",
    "07.2": "date",
    "07.3": "range",
    "07.4": "ongoing recurring",
}

PRINTED_TWICE = {
    "ii-2-1.1": "pl-01-1",
    "ii-2-1.4": "pl-01-2",
    "ii-2-2.1": "pl-02-1",
    "ii-2-2.2": "pl-02-3",
    "ii-2-2.3": "pl-02-8",
    "ii-2-2.4": "pl-03-3",
    "ii-2-2.5": "pl-02-6",
    "ii-2-2.7": "pl-02-2",
    "ii-2-4.1": "pl-04-1",
    "ii-2-6.2": "pl-06-1",
    "ii-2-6.3": "pl-06-3",
    "ii-2-6.4": "pl-06-5",
    "ii-2-7.1": "pl-07-1",
    "ii-2-7.2": "pl-07-3",
    "ii-2-7.3": "pl-07-2",
    "ii-2-7.4": "pl-07-4",
    "iv-2-1.2": "pl-07-2",
}


def test_head_leaves_blank_what_is_blank() -> None:
    assert (PLAN.number, PLAN.date, PLAN.level, PLAN.year) == (None, "2023-01", "commune", 2023)
    assert PLAN.inspections == []


def test_every_percent_with_its_places() -> None:
    found: dict[tuple[str, str, int], list[str]] = {
        (target.indicator, str(target.comparator), int(target.value)): [
            cite.section for cite in (target.cite, *target.also)
        ]
        for target in PLAN.targets
        if isinstance(target.value, Decimal)
    }
    assert found == PERCENTS
    assert all(target.unit == "percent" for target in PLAN.targets if isinstance(target.value, Decimal))


def test_dates_exclude_the_day_after_before() -> None:
    found = {
        target.indicator: (target.comparator, target.value, target.cite.section)
        for target in PLAN.targets
        if target.unit == "date"
    }
    assert found == DATES


def test_targets_without_a_figure() -> None:
    rest = {t.indicator: (t.comparator, t.value) for t in PLAN.targets if isinstance(t.value, bool | str)}
    assert rest == {"org.functions-defined": ("==", True), "tthc.online-dossiers": (">", "previous")}


def test_one_target_per_indicator_and_none_says_its_level() -> None:
    assert max(Counter(target.indicator for target in PLAN.targets).values()) == 1
    assert all(target.levels == ["commune"] and not target.levels_stated for target in PLAN.targets)
    assert all(target.binding == "required" for target in PLAN.targets)


def test_every_annex_row_once_and_in_order() -> None:
    rows = [task for task in PLAN.tasks if task.annex]
    assert [f"{task.annex}.{task.row}" for task in rows] == list(ROWS)
    assert Counter(task.annex for task in rows) == ANNEXES
    for task in rows:
        assert task.cite.section == f"PL.{task.annex}.{task.row}"
        assert task.id == f"pl-{task.annex}-{task.row}"


@pytest.mark.parametrize("row", ROWS)
def test_terms_of_each_row(row: str) -> None:
    parts = TASKS[f"pl-{row.replace('.', '-')}"].parts
    assert [part.deadline.type for part in parts] == ROWS[row].split()
    for part in parts:
        recurring = part.deadline.type == "recurring"
        assert (part.deadline.every == "quarter") is recurring
        assert bool(part.deadline.due) is (part.deadline.type in ("date", "range"))
        assert bool(part.deadline.text) is (part.deadline.type != "none")


def _last_days(task: str) -> list[tuple[date | None, date | None, bool]]:
    return [(day.from_, day.to, day.inclusive) for part in TASKS[task].parts for day in part.deadline.due]


def test_terms_as_days() -> None:
    year = (date(2023, 1, 1), date(2023, 12, 31), True)
    fourth = (date(2023, 10, 1), date(2023, 12, 31), True)
    assert _last_days("pl-01-1") == _last_days("pl-05-2") == _last_days("pl-07-3") == [year]
    assert _last_days("pl-01-3") == _last_days("pl-02-2") == [fourth]
    assert _last_days("pl-03-1") == [(None, date(2023, 12, 31), True)]
    assert _last_days("pl-04-2") == [(date(2023, 1, 1), date(2023, 3, 31), True)]
    assert _last_days("pl-07-1") == [(None, date(2023, 1, 15), False)]
    assert _last_days("pl-07-2") == [(None, date(2023, 12, 25), False)]
    assert _last_days("iv-1.3") == [(None, date(2023, 12, 15), False)]
    assert _last_days("iv-2-2") == [(None, date(2022, 11, 15), False)]


def test_blanks_of_the_tables() -> None:
    assert [task.id for task in PLAN.tasks if task.annex and not task.funding] == ["pl-03-2", "pl-03-3", "pl-03-4"]
    assert TASKS["pl-05-2"].funding == "Kinh phí chi thường xuyên,"
    assert all(task.lead for task in PLAN.tasks if task.annex)
    assert not any(task.coordinate for task in PLAN.tasks)
    assert TASKS["pl-02-3"].parts[0].deliverable == ""


def test_duties_of_the_body() -> None:
    body = Counter(task.cite.section for task in PLAN.tasks if not task.annex)
    assert body == {
        "II.2.1": 4,
        "II.2.2": 7,
        "II.2.3": 2,
        "II.2.4": 5,
        "II.2.5": 1,
        "II.2.6": 4,
        "II.2.7": 5,
        "IV.1": 3,
        "IV.2.1": 2,
        "IV.2.2": 1,
        "IV.2.3": 1,
    }
    for task in PLAN.tasks:
        if not task.annex and task.cite.section.startswith("II") and task.id != "ii-2-2.4":
            assert [(part.deliverable, part.deadline.type) for part in task.parts] == [BLANK]
            assert (task.lead, task.funding) == (None, None)


def test_duties_printed_twice_are_joined() -> None:
    joined = {task.id: task.same_as.task for task in PLAN.tasks if task.same_as}
    assert joined == PRINTED_TWICE
    assert all(TASKS[other].annex and not TASKS[other].same_as for other in joined.values())


def test_indicators_are_in_the_vocabulary() -> None:
    vocabulary = Indicators.model_validate(read(ROOT / "criteria" / "indicators.yaml").data)
    measures: dict[str, str] = {indicator.id: indicator.measure for indicator in vocabulary.indicators}
    named = {each for task in PLAN.tasks for each in task.indicators}
    named |= {duty.indicator for duty in PLAN.reporting if duty.indicator}
    assert named <= measures.keys()
    fitting: dict[str, set[str]] = {"percent": {"ratio", "survey"}, "date": {"date"}, "yes-no": {"yes-no"}}
    for target in PLAN.targets:
        assert measures[target.indicator] in fitting[target.unit], target.id


def test_ids_are_unique() -> None:
    lists: list[Any] = [PLAN.targets, PLAN.tasks, PLAN.reporting, PLAN.milestones, PLAN.scoring_duties]
    for entries in lists:
        assert max(Counter(entry.id for entry in entries).values()) == 1


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("IV.2.2", "15/11/2022"),
        ("IV.1", "25/12/2023"),
        ("II.1.1", "95%"),
        ("PL.02.2", "quý IV/2023"),
        ("PL.03.3", "Quyết định công bố TTHC"),
        ("II.2.7", "Bộ phập"),
        ("PL.02.6", "trạc tuyến"),
        ("PL.02.6", "tiếp nhiệm"),
        ("IV.2.1", "của Thị xã"),
        ("mở-đầu", "để trống"),
        ("III", "phối hợp"),
    ],
)
def test_oddities_are_noted(section: str, words: str) -> None:
    assert any(note.section == section and words in note.note for note in PLAN.notes)


def _printed(task: Task) -> list[str]:
    leads = task.lead if isinstance(task.lead, list) else [task.lead or ""]
    return [*leads, task.funding or "", *(part.deadline.text for part in task.parts)]


def test_leads_funding_and_terms_stand_in_the_document_as_printed() -> None:
    path = SOURCES / PLAN.source
    if not path.is_file():
        pytest.skip(reason=f"the source document is not here: {path} (set PARINDEX_SOURCES)")
    source = " ".join(path.read_text(encoding="utf-8").split()).replace("ƣ", "ư")
    for task in PLAN.tasks:
        for words in filter(None, _printed(task)):
            assert words in source, (task.id, words)
    for row, task_id in ((f"{task.annex}", task.id) for task in PLAN.tasks if task.annex):
        annex = re.split(r"Phụ lục số (?=\d\d:)", source)[int(row)]
        assert all(words in annex for words in _printed(TASKS[task_id])), task_id
