"""The worked example: from the plans' targets to the last digit."""

from __future__ import annotations

from decimal import Context, localcontext
from typing import Any

import pytest

from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.sheet import Sheet
from parindex.reports.working import working
from parindex.scoring.cases import CaseResult, run_case
from tests.scoring.world import D, criteria, domain, fact, leaf, line, plan, scored, target, unit, vocabulary

ISSUED = leaf(
    "1.1",
    "1.5",
    {
        "kind": "deadline",
        "due": {"to": "2023-01-15", "inclusive": False},
        "on_time": "1.5",
        "late": [{"within_days": 15, "points": "0.75"}],
    },
    "date.plan-issued",
    cases=[
        {"facts": {"date": "2023-01-14"}, "points": "1.5"},
        {"facts": {"date": "2023-01-15"}, "points": "0.75"},
        {"facts": {"date": "2023-02-01"}, "points": "0"},
    ],
)
ON_TIME = leaf(
    "3.1.1",
    "4",
    {"kind": "proportional", "base": "hundred", "floor": "90"},
    "ratio.on-time",
    otherwise={"comparator": ">=", "value": "95"},
    cases=[
        {
            "facts": {"numerator": "980", "denominator": "1000"},
            "target": {"comparator": ">=", "value": "98"},
            "points": "4",
        },
        {
            "facts": {"numerator": "979", "denominator": "1000"},
            "target": {"comparator": ">=", "value": "98"},
            "points": "3.916",
        },
        {
            "facts": {"numerator": "899", "denominator": "1000"},
            "target": {"comparator": ">=", "value": "98"},
            "points": "0",
        },
    ],
)
SET = criteria(domain(1, ISSUED), domain(3, {"code": "3.1", "name": "Giải quyết hồ sơ", "criteria": [ON_TIME]}))
VOCABULARY = {
    "ratio.on-time": {
        "name": "Hồ sơ TTHC trả kết quả đúng hạn",
        "numerator": "hồ sơ trả đúng hạn hoặc trước hạn",
        "counts": "hồ sơ",
        "better": "higher",
    }
}
DOCUMENTS = {
    "bc-212": {"form": "administrative", "number": "212/BC-UBND", "date": "2023-12-14", "title": "Báo cáo"},
    "kh-05": {"form": "administrative", "number": "05/KH-UBND", "date": "2023-01-12", "title": "Kế hoạch"},
}


def asked(id_: str, title: str, section: str, comparator: str, value: str) -> Any:
    cite = {"section": section, "locator": "tỷ lệ giải quyết"}
    return plan(id_, "commune", target("ratio.on-time", comparator, value, cite=cite), title=title)


PHU_SON = asked("phu-son-2023", "Kế hoạch CCHC năm 2023 của phường Phú Sơn", "II.2.2", ">=", "98")
CHI_LINH = asked("chi-linh-2023", "Chí Linh 2023", "II.3.1", "==", "100")
HUNG_YEN = asked("hung-yen-2023", "Hưng Yên 2023", "II.2.a", ">", "95")


def sheet(first: Any, *elsewhere: Any, done: int = 1164) -> Sheet:
    facts = {
        "date.plan-issued": {**fact(date="2023-01-12"), "evidence": [{"doc": "kh-05"}]},
        "ratio.on-time": {
            **fact(numerator=str(done), denominator="1200"),
            "as_of": "2023-12-14",
            "evidence": [{"doc": "bc-212", "at": "mục 2, trang 3"}],
        },
    }
    who = unit(facts, documents=DOCUMENTS)
    return scored(SET, who, [first], indicators=VOCABULARY, elsewhere=elsewhere)


EXPLAINED = [
    ("Số liệu", "1.164 / 1.200 hồ sơ = 97%, tính đến 14/12/2023"),
    ("Minh chứng", "212/BC-UBND ngày 14/12/2023, mục 2, trang 3"),
    ("Chỉ tiêu", "từ 98% trở lên: Kế hoạch CCHC năm 2023 của phường Phú Sơn, mục II.2.2"),
    ("Quy tắc", "chưa đạt chỉ tiêu; từ 90% trở lên: điểm tối đa × tỷ lệ ÷ 100%"),
    ("Phép tính", "4 × 97 ÷ 100 = 3,88"),
]


def test_the_working_to_the_last_character() -> None:
    found = sheet(PHU_SON, CHI_LINH, HUNG_YEN)
    assert [tuple(row) for row in working(line(found, "3.1.1"), found)][:5] == EXPLAINED


@pytest.mark.parametrize("precision", [5, 28, 60])
def test_the_numbers(precision: int) -> None:
    with localcontext(Context(prec=precision)):
        found = sheet(PHU_SON, CHI_LINH, HUNG_YEN)
    got = line(found, "3.1.1")
    assert (got.computed, got.max, got.met, got.status) == (D("3.88"), 4, False, "scored")
    assert got.more is not None
    assert (got.more.more, got.more.numerator, got.more.points) == (12, 1176, 4)
    assert [(other.comparator, other.value) for other in got.other_targets] == [("==", 100), (">", 95)]
    assert line(found, "1.1").computed == D("1.5")
    assert found.totals.earned == D("5.38")
    assert found.totals.max == D("5.5")
    assert found.totals.index == D("97.81818181818181818181818181818182")


@pytest.mark.parametrize(
    ("plan_", "done", "points", "more"),
    [
        (HUNG_YEN, 1164, "4", None),  # "trên 95%"
        (CHI_LINH, 1164, "3.88", 36),  # 100%
        (CHI_LINH, 1200, "4", None),
        (HUNG_YEN, 1140, "3.8", 1),  # 95% is not over 95%
        (PHU_SON, 1079, "0", 97),  # 89,9…%: up to 1.176
        (PHU_SON, 1080, "3.6", 96),
    ],
)
def test_the_same_fact_under_each_plan(plan_: Any, done: int, points: str, more: int | None) -> None:
    got = line(sheet(plan_, done=done), "3.1.1")
    assert got.computed == D(points)
    assert (got.more.more if got.more else None) == more


def test_what_is_still_to_win_depends_on_last_year_too() -> None:
    """The least numerator with all points is found by running the rule with everything that it looks at."""
    rule = {"kind": "compare", "against": "previous", "better": "2", "equal": "1", "worse": "0"}
    who = unit(
        {"ratio.a": fact(numerator="40", denominator="100")},
        previous={"facts": {"ratio.a": {"numerator": "1", "denominator": "2"}}},
    )
    got = line(scored(criteria(leaf("1.1", 2, rule, "ratio.a")), who), "1.1").more
    assert got is not None
    assert (got.more, got.numerator, got.points) == (11, 51, 2)


@pytest.mark.parametrize(
    ("numerator", "denominator", "better", "more"),
    [
        ("40", "100", "higher", 40),
        ("40", "100", None, 40),
        ("40", "100", "lower", None),  # fewer would be better
        ("40.5", "100", "higher", None),  # amounts are not counted one by one
        ("40", "100.5", "higher", None),
        ("80", "100", "higher", None),  # nothing is left to win
        ("0", "1", "higher", 1),
    ],
)
def test_what_is_still_to_win(numerator: str, denominator: str, better: str | None, more: int | None) -> None:
    set_ = criteria(leaf("1.1", 2, {"kind": "meets"}, "ratio.a", otherwise={"comparator": ">=", "value": "80"}))
    who = unit({"ratio.a": fact(numerator=numerator, denominator=denominator)})
    got = line(scored(set_, who, indicators={"ratio.a": {"better": better}}), "1.1").more
    assert (None if got is None else got.more) == more


def test_a_penalty_has_nothing_to_win() -> None:
    rule = {"kind": "per_case", "direction": "add", "each": "0.1", "every": "10"}
    set_ = criteria(leaf("1.1", 2, rule, "ratio.a", counts="penalty"))
    got = line(scored(set_, unit({"ratio.a": fact(numerator="40", denominator="100")})), "1.1")
    assert (got.computed, got.more) == (D("-0.4"), None)


def run_cases(set_: CriteriaSet, indicators: dict[str, Indicator]) -> list[CaseResult]:
    return [
        run_case(each, number, case, indicators)
        for _, each in set_.leaves()
        for number, case in enumerate(each.cases, start=1)
    ]


def test_the_cases_worked_out_by_hand() -> None:
    results = run_cases(SET, vocabulary(SET, **VOCABULARY))
    assert len(results) == 6
    assert [result for result in results if not result.holds] == []
    wrong = criteria(leaf("1.1", 2, cases=[{"facts": {"amount": "1"}, "points": "1.5"}]))
    (result,) = run_cases(wrong, vocabulary(wrong))
    assert (result.holds, result.expected, result.given) == (False, D("1.5"), D(1))
