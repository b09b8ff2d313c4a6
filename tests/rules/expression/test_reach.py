"""Branches that no fact can lead to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parindex.rules.expression.parser import parse
from parindex.rules.expression.reach import Span, unreachable

SHARE = {"a": Span(Decimal(0), Decimal(100))}


def branches(text: str, spans: dict[str, Span] | None = None) -> list[str]:
    found = unreachable(text, parse(text), spans)
    for each in found:
        assert text[each.at - 1 :].startswith(each.text)
    return [each.text for each in found]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("3 if a >= 90 else 2 if a >= 80 else 0", []),
        ("3 if a >= 80 else 2 if a >= 90 else 0", ["2"]),  # in the wrong order
        ("3 if a >= 80 else 2 if a >= 80 else 0", ["2"]),
        ("3 if a > 80 else 2 if a >= 80 else 0", []),  # 80 itself
        ("3 if a > 80 else 2 if a == 80 else 0", []),
        ("3 if a < 80 else 2 if a >= 80 else 0", ["0"]),
        ("3 if 80 <= a else 2 if 90 <= a else 0", ["2"]),
        ("3 if a > 5 and a < 5 else 0", ["3"]),
        ("3 if a >= 5 and a <= 5 else 0", []),
        ("3 if 90 <= a < 80 else 0", ["3"]),
        ("3 if 80 <= a < 90 else 2 if 80 <= a else 0", []),
        ("3 if a < 1 or a > 2 else 2 if a < 0 else 0", ["2"]),
        ("3 if a < 1 or b > 2 else 2 if a < 0 else 0", ["2"]),
        ("3 if a < 1 and b > 2 else 2 if a < 0 else 0", []),
        ("3 if not a >= 80 else 2 if a < 80 else 0", ["2"]),
        ("3 if yes else 2 if not yes else 0", ["0"]),
        ("3 if yes and not yes else 0", ["3"]),
        ("3 if true else 0", ["0"]),
        ("3 if false else 0", ["3"]),
        ("3 if 1 > 2 else 0", ["3"]),
        ("3 if 1 + 1 == 2 else 0", ["0"]),
        ("3 if a > 5 * 10 else 2 if a > 60 else 0", ["2"]),
        ("3 if a > -5 else 2 if a > 0 else 0", ["2"]),
        ("3 if a > 1 / 0 else 0", []),  # nothing is known of it
        ("3 if a > 5 and a >= 5 and a <= 5 else 0", ["3"]),  # 5 stays out, in whatever order it is said
        ("3 if a >= 5 and a > 5 and a <= 5 else 0", ["3"]),
        ("3 if a < 5 and a <= 5 and a >= 5 else 0", ["3"]),
        ("3 if a <= 5 and a < 5 and a >= 5 else 0", ["3"]),
        ("3 if a >= 6 and a >= 5 and a < 6 else 0", ["3"]),
        ("3 if a <= 4 and a <= 5 and a > 4 else 0", ["3"]),
        ("3 if a + 1 > 5 else 2 if a > 10 else 0", []),  # not seen: arithmetic with a name
        ("3 if 5 < a + 1 else 2 if 10 < a else 0", []),
        ("3 if a > b else 2 if a > b else 0", []),  # not seen: two names
        ("3 if a == 5 else 2 if a == 5 else 0", []),  # not seen: a hole in a span
        ("3 if a.numerator > 5 else 2 if a > 5 else 0", []),  # another quantity
        ("(3 if a > 5 else 2 if a > 6 else 1) * 2", ["2"]),
        ("(3 if a > 6 else 2) if a < 5 else 1", ["3"]),
        ("min(3 if a > 6 and a < 6 else 2, 5)", ["3"]),
        # The inner branches of a lost one are not named again.
        ("3 if a >= 80 else (2 if a >= 95 else 1) if a >= 90 else 0", ["2 if a >= 95 else 1"]),
        ("points if a > 5 and a < 3 or b > 5 and b < 3 else 0", ["points"]),
    ],
)
def test_branches(text: str, lost: list[str]) -> None:
    assert branches(text) == lost


def test_bounds_from_elsewhere() -> None:
    text = "3 if a > 100 else 2 if a < 0 else 1 if a != 100 else 0"
    assert branches(text) == []
    assert branches(text, SHARE) == ["3", "2"]
    assert branches("1 if a != 5 else 0", {"a": Span(Decimal(5), Decimal(5))}) == ["1"]
    assert branches("1 if a >= 0 else 0", SHARE) == ["0"]


def test_positions_count_from_one() -> None:
    (lost,) = unreachable("0 if a > 1 else 1 if a > 2 else 2", parse("0 if a > 1 else 1 if a > 2 else 2"))
    assert (lost.at, lost.text) == (17, "1")
