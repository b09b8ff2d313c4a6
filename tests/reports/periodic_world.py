"""A small unit, plan and set for the periodic report, with everything worked out by hand."""

from __future__ import annotations

from typing import Any

from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.reports.view.periodic import periodic_view
from parindex.reports.view.periodic.data import PeriodicReport
from parindex.reports.view.periodic.window import before
from parindex.scoring.sheet import score

INDICATORS = {
    each["id"]: Indicator.model_validate(each)
    for each in (
        {
            "id": "tthc.on-time", "name": "Hồ sơ đúng hạn", "domain": "tthc", "measure": "ratio", "counts": "hồ sơ",
            "over_time": "sum",
        },
        {"id": "dir.plan", "name": "Ban hành kế hoạch", "domain": "chi-dao-dieu-hanh", "measure": "date"},
        {"id": "dir.reports", "name": "Báo cáo CCHC", "domain": "chi-dao-dieu-hanh", "measure": "reports"},
        {"id": "inst.done", "name": "Thực hiện phân cấp", "domain": "the-che", "measure": "yes-no"},
    )
}  # fmt: skip
CRITERIA = CriteriaSet.model_validate(
    {
        "kind": "criteria", "format": "1", "id": "bo", "title": "Bộ thử", "level": "commune",
        "year": 2023, "scale": "10",
        "data_period": {"from": "2022-12-15", "to": "2023-12-14"},
        "domains": [{"id": "tthc", "code": "1", "name": "TTHC", "criteria": [
            {"code": "1.1", "name": "Hồ sơ đúng hạn", "points": "4", "indicator": "tthc.on-time",
             "rule": {"kind": "proportional", "base": "hundred", "floor": "90"}},
            {"code": "1.2", "name": "Kế hoạch", "points": "2", "indicator": "dir.plan",
             "rule": {"kind": "deadline", "due": {"to": "2023-01-15", "inclusive": False}, "on_time": "2"}},
            {"code": "1.3", "name": "Phân cấp", "points": "2", "indicator": "inst.done", "rule": {"kind": "meets"},
             "otherwise": {"comparator": "==", "value": True}},
        ]}],
    }
)  # fmt: skip
_ONE_DAY = {"text": "trước 31/3", "type": "date", "due": [{"to": "2023-03-01"}]}
PLAN = Plan.model_validate(
    {
        "kind": "plan", "format": "1", "id": "kh", "title": "Kế hoạch CCHC năm 2023", "issuer": "UBND xã Mẫu",
        "level": "commune", "year": 2023, "source": "x.txt",
        "targets": [{
            "id": "t", "indicator": "tthc.on-time", "comparator": ">=", "value": "98", "unit": "percent",
            "levels": ["commune"], "cite": {"section": "II.2", "locator": "đúng hạn"},
        }],
        "tasks": [
            {"id": "a", "annex": "01", "name": "rà soát văn bản", "domain": "the-che", "lead": "Tư pháp",
             "cite": {"section": "PL.01.1", "locator": "rà soát"},
             "parts": [{"deliverable": "Báo cáo", "deadline": _ONE_DAY}]},
            {"id": "b", "annex": "01", "name": "tuyên truyền", "domain": "chi-dao-dieu-hanh", "lead": "Văn phòng",
             "cite": {"section": "PL.01.2", "locator": "tuyên truyền"},
             "parts": [{"deliverable": "Kế hoạch", "deadline": _ONE_DAY}]},
            {"id": "c", "annex": "01", "name": "số hóa hồ sơ", "domain": "tthc", "lead": "Một cửa",
             "cite": {"section": "PL.01.3", "locator": "số hóa"},
             "parts": [{"deliverable": "Báo cáo", "deadline": {
                 "text": "tháng 5", "type": "date", "due": [{"to": "2023-05-31"}]}}]},
        ],
        "reporting": [{
            "id": "r", "name": "Báo cáo CCHC", "indicator": "dir.reports", "who": "UBND xã", "levels": ["commune"],
            "deadline": {"text": "hàng quý", "type": "recurring",
                         "due": [{"to": "2023-03-14", "period": "2023-Q1"}, {"to": "2023-06-14", "period": "2023-Q2"}]},
            "cite": {"section": "III", "locator": "báo cáo"},
        }],
    }
)  # fmt: skip
UNIT: dict[str, Any] = {
    "kind": "unit", "format": "1", "year": 2023, "criteria": "bo", "plans": ["kh"],
    "unit": {"id": "mau", "name": "UBND xã Mẫu", "level": "commune", "type": "xã"},
    "documents": {
        "kh": {"form": "administrative", "number": "5/KH-UBND", "date": "2023-01-12", "title": "Kế hoạch CCHC"},
        "bc": {"form": "administrative", "number": "9/BC-UBND", "date": "2023-03-14", "title": "Báo cáo quý I"},
    },
    "facts": {
        "dir.plan": {"values": {"date": "2023-01-12"}, "evidence": [{"doc": "kh"}]},
        "inst.done": {"values": {"answer": True}},
        "tthc.on-time": {
            "periods": {
                "2023-Q1": {"values": {"numerator": "95", "denominator": "100"}, "evidence": [{"doc": "bc"}]},
                "2023-Q2": {"values": {"numerator": "99", "denominator": "100"}},
            }
        },
    },
    "reports": {"dir.reports": {"2023-Q1": {"sent_at": "2023-03-14"}, "2023-Q2": {"sent_at": "2023-06-20"}}},
    "tasks": {"kh": {"a": {"done": "2023-02-20"}}},
    "inspections": [{"by": "Đoàn kiểm tra huyện", "date": "2023-02-02", "findings": "2", "remedied": "1"}],
}  # fmt: skip


def told(period: str, **changes: Any) -> PeriodicReport:
    """The report of a period; ``changes`` replace parts of the unit's file."""
    unit = Unit.model_validate(UNIT | changes)

    def sheet(of: str) -> Any:
        return score(unit, CRITERIA, [PLAN], INDICATORS, period=of)

    last = before(period)
    return periodic_view(
        sheet(period),
        unit,
        [PLAN],
        INDICATORS,
        earlier=sheet(last) if last else None,
        criteria=CRITERIA,
    )
