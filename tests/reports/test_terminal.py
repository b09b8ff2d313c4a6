"""The score sheet and the working of one criterion as a terminal shows them."""

from __future__ import annotations

from typing import Any

import pytest

from parindex.model.sheet import Sheet
from parindex.reports.columns import Page
from parindex.reports.terminal import explanation, table
from tests.scoring.world import criteria, domain, fact, leaf, line, scored, told, unit

SURVEY: dict[str, Any] = {"scored_by": "survey", "otherwise": {"comparator": ">=", "value": "90"}}
BANDS = {"kind": "bands", "of": "target", "bands": [{"to": "100", "points": "0"}, {"from": "100", "points": "5"}]}
SUM = {"kind": "formula", "expression": "a.numerator + b"}


def shown(what: Page) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in what.lines(100))


def row(text: str, code: str) -> list[str]:
    """The last cells of a row of the table."""
    return next(line for line in text.splitlines() if line.startswith(f"{code} ")).split()


def sheet() -> Sheet:
    first = leaf("1.1", 10, SUM, facts={"a": "ratio.a", "b": "count.b"})
    set_ = criteria(domain(1, first, leaf("1.2", 4)), domain(2, leaf("2.1", 5, BANDS, "percent.c", **SURVEY)))
    return scored(
        set_, unit({**told(c1_2="3"), "ratio.a": fact(numerator="2", denominator="4"), "count.b": fact(count="1")})
    )


def test_a_domain_that_waits_has_no_points_yet_and_not_zero() -> None:
    text = shown(table(sheet()))
    assert row(text, "2")[-5:] == ["5,00", "–", "–", "chờ", "chấm"]
    assert row(text, "1")[-4:] == ["14,00", "6,00", "8,00", "42,86%"]  # 3 + 3 of 14


def test_a_domain_in_which_nothing_was_earned_has_zero_points() -> None:
    text = shown(table(scored(criteria(leaf("1.1", 4)), unit(told(c1_1="0")))))
    assert row(text, "1")[-4:] == ["4,00", "0,00", "4,00", "0,00%"]


def test_several_facts_are_told_by_their_names() -> None:
    text = shown(explanation(line(sheet(), "1.1"), sheet()))
    assert "ratio.a: 2 / 4 = 50%" in text
    assert "count.b: 1" in text
    only = shown(explanation(line(sheet(), "1.2"), sheet()))
    assert "amount.1-2:" not in only


@pytest.mark.parametrize(("lang", "words"), [("vi", "từ 90% trở lên"), ("en", "at least 90%")])
def test_a_threshold_of_a_share_is_a_percent_before_there_is_a_fact(lang: Any, words: str) -> None:
    assert words in shown(explanation(line(sheet(), "2.1"), sheet(), lang))
