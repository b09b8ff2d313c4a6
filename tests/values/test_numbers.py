"""Arithmetic is exact, whatever the caller's own decimal context."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.values.numbers import PRECISION, evaluate, exact, minus, over, plain, plus, rounded, settled, times

D = Decimal
NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=6, allow_nan=False, allow_infinity=False)


def test_the_example_of_the_design() -> None:
    assert evaluate(over(times(D(4), D(97)), D(100))) == D("3.88")


@pytest.mark.parametrize(
    ("sum_", "value"),
    [
        (D("1.50"), "1.5"),
        (plus(D(1), D(2), D(3)), "6"),
        (minus(D(10), D(2), D(3)), "5"),
        (times(D("0.1"), D("0.2")), "0.02"),
        (over(D(1), D(8)), "0.125"),
        (("min", (D(3), D(2), D(5))), "2"),
        (("max", (D(3), D(2), D(5))), "5"),
        (minus(plus(D(1), D(1)), times(D(2), D(3))), "-4"),
    ],
)
def test_operators(sum_: object, value: str) -> None:
    assert plain(evaluate(sum_)) == value  # type: ignore[arg-type]


def test_the_callers_context_is_neither_used_nor_changed() -> None:
    with decimal.localcontext() as context:
        context.prec = 3
        context.rounding = decimal.ROUND_UP
        assert evaluate(over(D(2), D(3))) == D("0." + "6" * (PRECISION - 1) + "7")
        assert decimal.getcontext().prec == 3
        with exact():
            assert decimal.getcontext().prec == PRECISION
        assert decimal.getcontext().prec == 3


def test_a_threshold_is_compared_unrounded() -> None:
    share = evaluate(over(times(D(69996), D(100)), D(100000)))
    assert rounded(share, 0, "half-up") == D(70)
    assert share < D(70)


def test_division_by_zero_is_told() -> None:
    with pytest.raises(decimal.DivisionByZero):
        evaluate(over(D(1), D(0)))
    with pytest.raises(decimal.InvalidOperation):
        evaluate(over(D(0), D(0)))


def test_what_ends_and_what_does_not() -> None:
    assert settled(over(D(1), D(8))) == (D("0.125"), True)
    assert not settled(over(D(1), D(3)))[1]


@pytest.mark.parametrize(
    ("value", "digits", "half_up", "half_even", "down"),
    [
        ("2.345", 2, "2.35", "2.34", "2.34"),
        ("2.355", 2, "2.36", "2.36", "2.35"),
        ("-2.345", 2, "-2.35", "-2.34", "-2.34"),
        ("89.457142857", 2, "89.46", "89.46", "89.45"),
        ("0.5", 0, "1", "0", "0"),
        ("7", 2, "7.00", "7.00", "7.00"),
    ],
)
def test_rounding(value: str, digits: int, half_up: str, half_even: str, down: str) -> None:
    assert str(rounded(D(value), digits, "half-up")) == half_up
    assert str(rounded(D(value), digits, "half-even")) == half_even
    assert str(rounded(D(value), digits, "down")) == down


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("3.880", "3.88"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("0E-7", "0"),
        ("-0", "0"),
        ("-0.50", "-0.5"),
        ("1E-3", "0.001"),
    ],
)
def test_plain(value: str, text: str) -> None:
    assert plain(D(value)) == text


@given(NUMBERS)
def test_plain_loses_nothing(value: Decimal) -> None:
    assert D(plain(value)) == value
    assert "E" not in plain(value)


@given(NUMBERS, NUMBERS)
def test_sums_and_products_are_exact(a: Decimal, b: Decimal) -> None:
    assert evaluate(minus(plus(a, b), b)) == a
    if b:
        assert evaluate(over(times(a, b), b)) == a


@given(NUMBERS, st.integers(0, 5))
def test_rounding_stays_within_half_a_digit(value: Decimal, digits: int) -> None:
    half = D(5).scaleb(-digits - 1)
    assert abs(rounded(value, digits, "half-up") - value) <= half
    assert abs(rounded(value, digits, "down")) <= abs(value)
