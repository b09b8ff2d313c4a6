"""A printed sum reads as it was worked out: parentheses where they are needed, and nowhere else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.model.sheet import SumLine
from parindex.reports.working import sum_text
from parindex.scoring.lines import sum_line
from parindex.values.numbers import Sum, minus, over, plus, times

D = Decimal


@pytest.mark.parametrize(
    ("sum_", "text"),
    [
        (over(times(D(4), D(97)), D(100)), "4 × 97 ÷ 100 = 3,88"),
        (over(times(D(1), D(2), D(100)), times(D(4), D(80))), "1 × 2 × 100 ÷ (4 × 80) = 0,625"),
        (over(times(minus(D(97), D(90)), D(100)), D(90)), "(97 − 90) × 100 ÷ 90 = 7,777778"),
        (minus(D(2), times(D(3), D("0.5"))), "2 − 3 × 0,5 = 0,5"),
        (minus(D(9), minus(D(3), D(1))), "9 − (3 − 1) = 7"),
        (minus(minus(D(9), D(3)), D(1)), "9 − 3 − 1 = 5"),
        (minus(D(9), plus(D(3), D(1))), "9 − (3 + 1) = 5"),
        (plus(D(9), minus(D(3), D(1))), "9 + 3 − 1 = 11"),
        (over(D(9), over(D(3), D(1))), "9 ÷ (3 ÷ 1) = 3"),
        (plus(D(1), over(times(D("-2"), D(3)), D(10))), "1 + (-2) × 3 ÷ 10 = 0,4"),
        (plus(D(-1), D(-2)), "-1 + (-2) = -3"),
        (("min", (D(2), times(D(6), D("0.25")))), "nhỏ nhất(2; 6 × 0,25) = 1,5"),
        (("max", (D(0), minus(D(1), D(3)))), "lớn nhất(0; 1 − 3) = 0"),
        (times(plus(D("0.5")), D(2)), "0,5 × 2 = 1"),
    ],
)
def test_sums(sum_: Sum, text: str) -> None:
    assert sum_text(sum_line(sum_)) == text


def test_a_bare_number_is_no_sum() -> None:
    assert sum_text(D(3)) is None
    assert sum_text(sum_line(plus(D(3)))) is None


def sums() -> st.SearchStrategy[Sum]:
    return st.recursive(
        st.integers(-9, 9).map(Decimal),
        lambda below: st.tuples(
            st.sampled_from(["+", "-", "×", "÷", "min", "max"]), st.lists(below, min_size=2, max_size=3).map(tuple)
        ),
        max_leaves=8,
    )


def read(text: str) -> Fraction:
    """The printed sum as school reads it, by another reader."""
    for printed, typed in (("×", "*"), ("÷", "/"), ("−", "-"), ("nhỏ nhất", "min"), ("lớn nhất", "max"), (";", ",")):
        text = text.replace(printed, typed)
    spelt = "".join(f"Fraction({word})" if word.isdigit() else word for word in _words(text))
    return Fraction(eval(spelt, {"Fraction": Fraction, "min": min, "max": max}))


def _words(text: str) -> list[str]:
    spaced = "".join(char if char.isalnum() else f" {char} " for char in text)
    return spaced.split(" ")


@given(sums().filter(lambda sum_: isinstance(sum_, tuple)))
def test_any_printed_sum_has_the_value_that_was_worked_out(sum_: Sum) -> None:
    line = sum_line(sum_)
    assert isinstance(line, SumLine)
    try:
        expected = read_sum(sum_)
    except ZeroDivisionError:
        return
    text = sum_text(line)
    assert text is not None
    assert read(text.rpartition(" = ")[0]) == expected


def read_sum(sum_: Sum) -> Fraction:
    if isinstance(sum_, Decimal):
        return Fraction(sum_)
    operator, terms = sum_
    values = [read_sum(term) for term in terms]
    first = values[0]
    for value in values[1:]:
        first = {
            "+": lambda a, b: a + b,
            "-": lambda a, b: a - b,
            "×": lambda a, b: a * b,
            "÷": lambda a, b: a / b,
            "min": min,
            "max": max,
        }[operator](first, value)
    return first
