# ruff: noqa: E501 (rules stand on one line each, as in a file)
"""The sentences of rules: each kind, in Vietnamese and English, as an officer would write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from parindex.locale.rules import _SAY, Subject, sentences, threshold
from parindex.rules.union import AnyRule
from parindex.values.facts import Measure
from parindex.values.targets import Comparator

RULE: TypeAdapter[Any] = TypeAdapter(AnyRule)


def said(
    rule: dict[str, Any], points: str = "4", measure: Measure | None = "ratio", lang: Any = "vi", **about: Any
) -> str:
    subject = Subject(Decimal(points), measure, lang=lang, **about)
    return " ".join(sentences(RULE.validate_python(rule), subject))


def test_every_kind_of_rule_has_a_speaker() -> None:
    kinds = get_args(get_args(AnyRule)[0])
    assert set(_SAY) == set(kinds)


RATE = {"kind": "proportional", "base": "hundred", "floor": "90"}
DUE = {"to": "2023-01-15", "inclusive": False}


@pytest.mark.parametrize(
    ("rule", "about", "text"),
    [
        (RATE, {}, "Đạt chỉ tiêu: 4 điểm. Chưa đạt nhưng từ 90% trở lên: 4 × tỷ lệ ÷ 100%. Dưới 90%: 0 điểm."),
        (
            {"kind": "proportional", "base": "target"},
            {"points": "1.5"},
            "Đạt chỉ tiêu: 1,5 điểm. Chưa đạt: 1,5 × kết quả ÷ chỉ tiêu.",
        ),
        ({"kind": "meets"}, {}, "Đạt chỉ tiêu: 4 điểm. Chưa đạt: 0 điểm."),
        ({"kind": "meets"}, {"measure": "yes-no"}, "Có: 4 điểm. Không: 0 điểm."),
        (
            {"kind": "bands", "bands": [{"to": "50", "points": "0"}, {"from": "50", "to": "100", "points": "2.5"}, {"from": "100", "points": "4"}]},
            {},
            "Dưới 50%: 0 điểm. Từ 50% đến dưới 100%: 2,5 điểm. Đạt 100%: 4 điểm.",
        ),
        (
            {"kind": "bands", "of": "target", "bands": [{"to": "70", "points": "0"}, {"from": "70", "points": "4"}]},
            {},
            "Dưới 70% chỉ tiêu: 0 điểm. Từ 70% chỉ tiêu trở lên: 4 điểm.",
        ),
        (  # "0 lần: 2; 1 lần: 1; hơn 1 lần: 0"
            {"kind": "bands", "bands": [{"to": "1", "points": "2"}, {"from": "1", "to": "2", "points": "1"}, {"from": "2", "points": "0"}]},
            {"measure": "count", "counts": "lần"},
            "0 lần: 2 điểm. 1 lần: 1 điểm. Từ 2 lần trở lên: 0 điểm.",
        ),
        (
            {"kind": "deadline", "due": DUE, "on_time": "1.5", "late": [{"within_days": 15, "points": "0.75"}]},
            {"measure": "date"},
            "Trước ngày 15/01/2023: 1,5 điểm. Chậm không quá 15 ngày: 0,75 điểm. Chậm hơn nữa hoặc không thực hiện: 0 điểm.",
        ),
        (
            {"kind": "deadline", "on_time": "2", "later": "1"},
            {"measure": "date"},
            "Đúng hạn của kế hoạch: 2 điểm. Chậm hơn: 1 điểm. Không thực hiện: 0 điểm.",
        ),
        (
            {"kind": "reports", "required": [{"period": "2023-Q1", "to": "2023-03-20"}, {"period": "2023", "to": "2023-12-20"}], "on_time": "1", "late": "0.5", "content": "1"},
            {"measure": "reports"},
            "2 báo cáo; mỗi báo cáo gửi đúng hạn: 1 điểm, gửi chậm: 0,5 điểm, không gửi: 0 điểm. "
            "Nội dung đạt theo bên thẩm định: thêm 1 điểm mỗi báo cáo. "
            "Hạn gửi: quý I năm 2023 chậm nhất ngày 20/03/2023; năm 2023 chậm nhất ngày 20/12/2023.",
        ),
        (
            {"kind": "checklist", "items": [{"id": "a", "points": "2"}, {"id": "b", "points": "2"}]},
            {"measure": "checklist", "items": {"a": "Có kế hoạch", "b": "Có báo cáo"}},
            "Mỗi mục đã làm: 2 điểm. 2 mục: Có kế hoạch; Có báo cáo.",
        ),
        (
            {"kind": "checklist", "items": [{"id": "a", "points": "3"}, {"id": "b", "points": "1"}]},
            {"measure": "checklist", "items": {"a": "Có kế hoạch"}},
            "Cộng điểm từng mục đã làm: Có kế hoạch (3 điểm); b (1 điểm).",
        ),
        (
            {"kind": "checklist", "items": [{"id": "a"}, {"id": "b"}], "all_or_nothing": True},
            {"measure": "checklist"},
            "Đủ cả 2 mục: 4 điểm, thiếu một mục: 0 điểm. Các mục: a; b.",
        ),
        (
            {"kind": "per_case", "direction": "deduct", "each": "0.5"},
            {"measure": "count", "counts": "văn bản"},
            "Không có văn bản nào: 4 điểm. Mỗi văn bản trừ 0,5 điểm, không dưới 0 điểm.",
        ),
        (  # "cứ thêm 5% được 0,25, tối đa 2"
            {"kind": "per_case", "direction": "add", "each": "0.25", "every": "5", "above": "60", "cap": "2"},
            {},
            "Cứ thêm 5% tính từ trên 60% được 0,25 điểm, tối đa 2 điểm.",
        ),
        (
            {"kind": "per_case", "direction": "add", "each": "2"},
            {"measure": "count", "penalty": True},
            "Mỗi trường hợp trừ 2 điểm, tối đa 4 điểm.",
        ),
        (
            {"kind": "per_case", "direction": "deduct", "share": "25"},
            {"measure": "count"},
            "Không có trường hợp nào: 4 điểm. Mỗi trường hợp trừ 25% điểm tối đa, không dưới 0 điểm.",
        ),
        ({"kind": "survey"}, {"measure": "survey"}, "4 × chỉ số điều tra ÷ 100%."),
        (
            {"kind": "survey", "shares": {"A": "100", "B": "60", "D": "0"}},
            {"measure": "survey"},
            "4 × bình quân của các phiếu, mỗi phương án tính: A 100%, B 60% và D 0%.",
        ),
        ({"kind": "appraised"}, {"measure": None}, "Hội đồng thẩm định cho điểm, tối đa 4 điểm."),
        (
            {"kind": "curve", "through": [{"at": "50", "points": "0"}, {"at": "90", "points": "4"}]},
            {},
            "Theo đường thẳng giữa các mức: 50%: 0 điểm; 90%: 4 điểm. Dưới 50%: 0 điểm; trên 90%: 4 điểm.",
        ),
        (
            {"kind": "compare", "against": "previous", "direction": "lower", "better": "4", "equal": "2", "worse": "0"},
            {},
            "Thấp hơn năm trước: 4 điểm. Bằng năm trước: 2 điểm. Cao hơn năm trước: 0 điểm.",
        ),
        (
            {"kind": "compare", "against": "target", "better": "4", "equal": "4", "worse": "0"},
            {"measure": "date"},
            "Sớm hơn chỉ tiêu: 4 điểm. Bằng chỉ tiêu: 4 điểm. Muộn hơn chỉ tiêu: 0 điểm.",
        ),
        (
            {"kind": "change", "direction": "decrease", "measured": "percent", "step": {"every": "5", "each": "0.25"}},
            {"measure": "amount"},
            "Cứ giảm 5% so với năm trước được 0,25 điểm, tối đa 4 điểm.",
        ),
        (
            {"kind": "change", "direction": "increase", "measured": "absolute", "bands": [{"to": "2", "points": "0"}, {"from": "2", "to": "5", "points": "2"}, {"from": "5", "points": "4"}]},
            {},
            "Tính mức tăng so với năm trước. Tăng dưới 2 điểm phần trăm: 0 điểm. Tăng từ 2 điểm phần trăm đến dưới "
            "5 điểm phần trăm: 2 điểm. Tăng từ 5 điểm phần trăm trở lên: 4 điểm.",
        ),
        (
            {"kind": "formula", "expression": "points * a / target"},
            {"measure": None, "names": {"a": "Hồ sơ trực tuyến"}},
            "Công thức: points * a / target. Trong đó a: Hồ sơ trực tuyến; points: điểm tối đa; target: chỉ tiêu. "
            "Kết quả nằm trong khoảng 0 đến 4 điểm.",
        ),
    ],
)  # fmt: skip
def test_vietnamese(rule: dict[str, Any], about: dict[str, Any], text: str) -> None:
    assert said(rule, **about) == text


def test_english() -> None:
    assert (
        said(RATE, lang="en") == "Target met: 4 points. Not met but 90% or more: 4 × rate ÷ 100%. Below 90%: 0 points."
    )
    late = {"kind": "deadline", "due": DUE, "on_time": "1", "late": [{"within_days": 5, "points": "0.5"}]}
    assert said(late, measure="date", lang="en") == (
        "Before 2023-01-15: 1 point. Late by at most 5 days: 0.5 points. Later or never: 0 points."
    )


@pytest.mark.parametrize(
    ("comparator", "value", "measure", "text"),
    [
        (">=", Decimal(95), "ratio", "từ 95% trở lên"),
        (">", Decimal("95.5"), "percent", "trên 95,5%"),
        ("<=", Decimal(1200), "count", "không quá 1.200 hồ sơ"),
        ("<", Decimal(3), "rank", "dưới 3 hồ sơ"),
        ("==", Decimal(100), "ratio", "100%"),
        ("<", date(2023, 1, 15), "date", "trước ngày 15/01/2023"),
        ("<=", date(2023, 1, 15), "date", "chậm nhất ngày 15/01/2023"),
        ("==", True, "yes-no", "thực hiện"),
        ("==", False, "yes-no", "không để xảy ra"),
        (">=", "previous", "ratio", "bằng năm trước"),
    ],
)
def test_thresholds(comparator: Comparator, value: object, measure: Measure, text: str) -> None:
    assert threshold(comparator, value, Subject(Decimal(4), measure, counts="hồ sơ")) == text
