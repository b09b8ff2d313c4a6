"""The checks find what is wrong: a false figure, a false section, a missing %, and say nothing when all agrees."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.model.plan import Plan

from .check import Report, check_plan
from .folding import Fault

SOURCE = """I. MỤC TIÊU
1. Chỉ tiêu
a) Trên 95% hồ sơ đúng hạn; giảm 2,5% đầu mối. Hài lòng đạt 90%.
b) Hoàn thành 85% (cấp huyện 85%, cấp xã 75%).
2. Nhóm 03 đơn vị dẫn đầu. Hoàn thành 100% kế hoạƣh.
"""


def _target(
    figure: str, section: str, locator: str, unit: str = "percent", also: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    cite = {"section": section, "locator": locator}
    return {"id": "t", "indicator": "i", "comparator": ">=", "value": figure, "unit": unit, "levels": ["commune"]} | {
        "cite": cite,
        "also": also or [],
    }


def _right() -> list[dict[str, Any]]:
    return [
        _target("95", "I.1.a", "Trên 95% hồ sơ"),
        _target("2.5", "I.1.a", "giảm 2,5% đầu mối"),
        _target("90", "I.1.a", "Hài lòng đạt"),
        _target("85", "I.1.b", "Hoàn thành 85%", also=[{"section": "I.1.b", "locator": "(cấp huyện"}]),
        _target("75", "I.1.b", "cấp xã 75%"),
        _target("3", "I.2", "Nhóm 03 đơn vị", unit="place"),
        _target("100", "I.2", "100% kế hoạch"),
    ]


FAULTS = [Fault("x.txt", "kế hoạƣh", "kế hoạch"), Fault("y.txt", "Trên", "Dưới")]


def _report(targets: list[dict[str, Any]], **more: Any) -> Report:
    plan = {"kind": "plan", "format": "1", "id": "p", "title": "t", "issuer": "u", "level": "commune", "year": 2023}
    data = plan | {"source": "x.txt", "targets": targets} | more
    return check_plan(Plan.model_validate(data), SOURCE, FAULTS)


def test_all_agrees() -> None:
    report = _report(_right())
    assert report.problems == []
    assert (report.locators, report.figures, report.percents, report.by_targets, report.by_notes) == (8, 8, 7, 7, 0)
    assert report.summary.endswith(
        "8 figures, 0 cells checked; n% of the source: 7, 7 by targets, 0 by notes; 0 problems"
    )


@pytest.mark.parametrize(
    ("index", "change", "said"),
    [
        (0, {"value": "96"}, "96% does not stand in «a) Trên 95% hồ sơ"),
        (0, {"value": "90"}, "90% does not stand in"),  # stands in the next sentence of the section
        (1, {"value": "5"}, "5% does not stand in"),  # 2,5% is not 5%
        (1, {"value": "25"}, "25% does not stand in"),
        (5, {"value": "4"}, "4 does not stand in"),
        (5, {"unit": "percent"}, "3% does not stand in"),
        (2, {"cite": {"section": "I.1.b", "locator": "Hài lòng đạt"}}, "not found there; stands in I.1.a"),
        (2, {"cite": {"section": "I.1", "locator": "Hài lòng đạt"}}, "not found there; stands in I.1.a"),
        (2, {"cite": {"section": "I.9", "locator": "Hài lòng đạt"}}, "no such section; stands in I.1.a"),
        (2, {"cite": {"section": "I.1.a", "locator": "hài lòng đạt"}}, "stands nowhere in the source"),
        (3, {"also": [{"section": "I.1.b", "locator": "85%"}]}, "found 2 times there"),
        (4, {"cite": {"section": "I.1.b", "locator": "85% (cấp huyện 85%, cấp xã 75%). b a o"}}, "more than 8 words"),
    ],
)
def test_what_is_wrong_is_found(index: int, change: dict[str, Any], said: str) -> None:
    targets = _right()
    targets[index] |= change
    problems = _report(targets).problems
    assert any(said in problem and problem.startswith("p: target t: I.") for problem in problems), problems


def test_a_percent_without_a_target_is_found() -> None:
    targets = _right()
    del targets[2]
    assert _report(targets).problems == ["p: I.1.a: 90% is printed 1 time(s), cited 0: «Hài lòng đạt 90%.»"]


def test_a_figure_printed_twice_needs_both_places() -> None:
    targets = _right()
    targets[3]["also"] = []
    assert "I.1.b: 85% is printed 2 time(s), cited 1" in _report(targets).problems[0]


def test_a_note_covers_its_own_section_and_figure_only() -> None:
    targets = _right()
    del targets[6]
    assert _report(targets, notes=[{"section": "I.2", "note": "100% là mục đích chung."}]).problems == []
    assert len(_report(targets, notes=[{"section": "I.1", "note": "100% là mục đích chung."}]).problems) == 1
    assert len(_report(targets, notes=[{"section": "I.2", "note": "10% là mục đích chung."}]).problems) == 1


def test_a_note_of_a_section_that_is_not_there_is_found() -> None:
    assert _report(_right(), notes=[{"section": "PL.9", "note": "Lạ."}]).problems == ["p: note: PL.9: no such section"]
    assert _report(_right(), notes=[{"section": "I", "note": "Lạ."}]).problems == []


def test_only_reviewed_faults_of_this_document_are_forgiven() -> None:
    plan = {"kind": "plan", "format": "1", "id": "p", "title": "t", "issuer": "u", "level": "commune", "year": 2023}
    data = plan | {"source": "x.txt", "targets": _right()}
    problems = check_plan(Plan.model_validate(data), SOURCE, []).problems
    assert "p: target t: I.2: «100% kế hoạch»: not found there; stands nowhere in the source" in problems


NO_DEADLINE = {"text": "", "type": "none"}


@pytest.mark.parametrize(
    ("key", "item"),
    [
        ("tasks", {"name": "n", "domain": "tthc", "parts": [{"deliverable": "", "deadline": NO_DEADLINE}]}),
        ("reporting", {"name": "n", "who": "w", "levels": ["commune"], "deadline": NO_DEADLINE}),
        ("milestones", {"name": "n", "deadline": NO_DEADLINE}),
        ("inspections", {"unit": "u"}),
        ("scoring_duties", {"who": "w", "role": "scores", "what": "x"}),
    ],
)
def test_every_kind_of_entry_is_located(key: str, item: dict[str, Any]) -> None:
    right = item | {"id": "e", "cite": {"section": "I.2", "locator": "Nhóm 03 đơn vị"}}
    wrong = item | {"id": "e", "cite": {"section": "I.1", "locator": "Nhóm 03 đơn vị"}}
    report = _report(_right(), **{key: [right]})
    assert (report.problems, report.locators) == ([], 9)
    assert len(_report(_right(), **{key: [wrong]}).problems) == 1


def _task(**more: Any) -> dict[str, Any]:
    cite = {"section": "I.2", "locator": "Nhóm 03 đơn vị"}
    parts = [{"deliverable": "tự đặt", "deadline": {"text": more.pop("term", ""), "type": "none"}}]
    return {"id": "e", "name": "n", "domain": "tthc", "cite": cite, "parts": parts} | more


@pytest.mark.parametrize(
    ("task", "cells", "missing"),
    [
        (_task(term="dẫn đầu"), 1, []),
        (_task(term="đi sau"), 1, ["đi sau"]),
        (_task(term="Hài lòng"), 1, ["Hài lòng"]),  # stands in another section
        (_task(annex="01", lead="đơn vị", coordinate=["Nhóm 03", "kế hoạch"], funding="Hoàn thành"), 4, []),
        (_task(annex="01", lead="đơn vị khác", funding="không"), 2, ["đơn vị khác", "không"]),
        (_task(annex="01", coordinate="03 đơn vị 100% kế hoạch"), 1, []),  # one cell in two pieces
        (_task(term="dẫn Nhóm"), 1, ["dẫn Nhóm"]),  # both words, of one sentence, in another order
        (_task(lead="tên ở tiêu đề phía trên"), 0, []),  # a duty of the body
    ],
)
def test_terms_agencies_and_funding_stand_as_printed(task: dict[str, Any], cells: int, missing: list[str]) -> None:
    report = _report(_right(), tasks=[task])
    assert report.cells == cells
    assert report.problems == [f"p: task e: I.2: «{words}» is not printed there" for words in missing]
