"""Reports of units at the ends: nothing entered, everything pending, bonus and penalty over a maximum of 110."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.reports.word import self_report
from parindex.scoring.sheet import score
from tests.reports.sample import make
from tests.reports.word.reading import TEMPLATE, Report
from tests.reports.word.structure import assert_no_empty_heading, assert_sound

SHARE = {
    "code": "1.1", "name": "Hồ sơ đúng hạn", "points": "100", "indicator": "a.a", "otherwise":
    {"comparator": ">=", "value": "95"}, "rule": {"kind": "proportional", "base": "hundred"},
}  # fmt: skip
BONUS = {
    "code": "1.2", "name": "Sáng kiến", "points": "10", "counts": "bonus", "indicator": "a.b",
    "rule": {"kind": "per_case", "direction": "add", "each": "4", "cap": "10"},
}  # fmt: skip
PENALTY = {
    "code": "1.3", "name": "Vi phạm", "points": "5", "counts": "penalty", "indicator": "a.c",
    "rule": {"kind": "per_case", "direction": "add", "each": "1", "cap": "5"},
}  # fmt: skip
COUNCIL = [
    {"code": f"1.{at}", "name": f"Nội dung {at}", "points": "5", "indicator": f"a.p{at}", "scored_by": "council",
     "rule": {"kind": "appraised"}}
    for at in (1, 2, 3)
]  # fmt: skip


def scored(leaves: list[dict[str, Any]], facts: dict[str, Any], **policy: Any) -> tuple[Sheet, Unit]:
    indicators = {
        leaf["indicator"]: Indicator.model_validate(
            {"id": leaf["indicator"], "name": leaf["name"], "domain": "tthc", "counts": "vụ",
             "measure": "ratio" if leaf is SHARE else "count"}
        )
        for leaf in leaves
    }  # fmt: skip
    domain = {"id": "d", "code": "1", "name": "Cải cách TTHC", "criteria": copy.deepcopy(leaves)}
    criteria = CriteriaSet.model_validate(
        {"kind": "criteria", "format": "1", "id": "bo", "level": "commune", "year": 2023, "title": "Bộ thử",
         "scale": "110", "domains": [domain], "policy": policy}
    )  # fmt: skip
    unit = Unit.model_validate(
        {"kind": "unit", "format": "1", "year": 2023, "criteria": "bo", "facts": facts,
         "unit": {"id": "x", "name": "UBND xã X", "level": "commune", "type": "xã"}}
    )  # fmt: skip
    return score(unit, criteria, [], indicators), unit


def printed(sheet: Sheet, unit: Unit) -> str:
    data = self_report(sheet, unit, TEMPLATE)
    assert_sound(data)
    assert_no_empty_heading(data)
    return Report(data).text


@pytest.mark.parametrize("count", [3, 24, 120])
def test_nothing_entered_and_no_evidence(count: int) -> None:
    text = printed(*make(count, facts={}, documents={}))
    assert "Chỉ số CCHC (tạm tính) đạt 0,00%" in text or "Chỉ số CCHC đạt 0,00%" in text
    assert "chưa có số liệu hoặc chưa đủ căn cứ để chấm" in text
    assert text.count("Bổ sung số liệu, tài liệu kiểm chứng để có căn cứ chấm") == 1
    assert "Phụ lục II" not in text


def test_everything_pending_has_no_index() -> None:
    text = printed(*scored(COUNCIL, {}))
    assert "Chưa có tiêu chí nào chấm được điểm, nên chưa xác định được Chỉ số CCHC năm 2023." in text
    assert "3 tiêu chí (15,00 điểm) chờ hội đồng thẩm định; số điểm này không tính vào điểm tự chấm." in text
    assert "chỉ số nêu trên" not in text
    assert "TỒN TẠI" not in text and "GIẢI PHÁP" not in text
    assert "0,00" not in text.partition("BẢNG TỰ CHẤM")[0]


def test_bonus_and_penalty_are_told_apart_from_what_was_reached() -> None:
    facts = {
        "a.a": {"values": {"numerator": "99", "denominator": "100"}},
        "a.b": {"values": {"count": "2"}},
        "a.c": {"values": {"count": "1"}},
    }
    policy = {"bonus_cap": "10", "penalty_cap": "5", "may_exceed_scale": True}
    text = printed(*scored([SHARE, BONUS, PENALTY], facts, **policy))
    assert "Tổng điểm tự chấm năm 2023 là 107,00 điểm trên 100,00 điểm có thể chấm; Chỉ số CCHC đạt 107,00%." in text
    assert "Điểm tự chấm đã gồm 8,00 điểm thưởng." in text
    assert "Điểm tự chấm đã trừ 1,00 điểm phạt." in text
    assert "Được cộng 8,00 điểm thưởng: Sáng kiến. Bị trừ 1,00 điểm phạt: Vi phạm." in text
    assert "Sáng kiến (điểm thưởng)" in text and "Vi phạm (điểm phạt)" in text
    assert "TỒN TẠI" not in text
