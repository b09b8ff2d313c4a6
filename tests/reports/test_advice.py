"""What is printed of advice: points by the set's rounding, and what is won alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.console import Console

from parindex.model.criteria import CriteriaSet
from parindex.model.unit import Unit
from parindex.reports.advice import told
from parindex.scoring.advice import Above, advise
from tests.scoring.world import D, criteria, fact, leaf, unit, vocabulary

ON = date(2023, 6, 1)


def printed(set_: CriteriaSet, unit_: Unit, above: Above | None = None) -> str:
    known = vocabulary(set_, **{id_: {"better": "higher"} for id_ in ("ratio.a", "count.b")})
    console = Console(width=120)
    with console.capture() as captured:
        console.print(told(advise(unit_, set_, [], known, ON, above), known))
    return captured.get()


def share(digits: int, **policy: Any) -> CriteriaSet:
    """10 points in proportion, and as many that are earned."""
    rule = {"kind": "proportional", "base": "hundred"}
    return criteria(
        leaf("1.1", 10, rule, "ratio.a", otherwise={"comparator": ">=", "value": "100"}),
        leaf("1.2", 10),
        policy={"rounding": {"digits": digits}, **policy},
    )


def test_points_are_printed_as_the_set_prints_them() -> None:
    # 2 of 3 earn 6,666…; the third wins 3,333…; 16,666… of 20 are 83,333…%
    given = unit({"ratio.a": fact(numerator="2", denominator="3"), "amount.1-2": fact(amount="10")})
    for digits, wins, index in ((1, "+3,3 ", "83,3%"), (3, "+3,333 ", "83,333%")):
        shown = printed(share(digits), given)
        assert wins in shown
        assert f"Chỉ số hiện tại {index}" in shown


def test_what_would_print_as_nothing_has_one_decimal_more() -> None:
    # 9.999 of 10.000: the last one wins 0,001
    given = unit({"ratio.a": fact(numerator="9999", denominator="10000"), "amount.1-2": fact(amount="10")})
    assert "+0,001 " in printed(share(2), given)


def test_where_printed_indices_share_a_place_the_printed_one_is_needed() -> None:
    # own 83,333…, printed 83,33; 91,474662 is printed 91,47: 8,14 apart as printed, 8,141329 exactly
    given = unit({"ratio.a": fact(numerator="2", denominator="3"), "amount.1-2": fact(amount="10")})
    assert "Cần chỉ số 91,47%, còn thiếu 8,14." in printed(share(2), given, Above("B", D("91.474662"), True))
    assert "Cần chỉ số 91,474662%, còn thiếu 8,15." in printed(share(2), given, Above("B", D("91.474662"), False))


def test_several_facts_of_one_criterion_are_told_to_win_alone() -> None:
    note = "chỉ làm riêng việc đó"
    rule = {"kind": "formula", "expression": "min(10, a / 10 + b)"}
    both = criteria(leaf("1.1", 10, rule, facts={"a": "ratio.a", "b": "count.b"}))
    given = unit({"ratio.a": fact(numerator="50", denominator="100"), "count.b": fact(count="1")})
    assert note in printed(both, given)
    assert note not in printed(share(2), unit({"ratio.a": fact(numerator="2", denominator="3")}))
