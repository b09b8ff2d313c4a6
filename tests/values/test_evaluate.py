"""A sum is rounded once, at its end."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.values.numbers import PRECISION, Sum, evaluate, minus, over, plus, times

D = Decimal
THIRD = over(D(1), D(3))
NUMBERS = st.decimals(-1000, 1000, places=3)


@pytest.mark.parametrize(
    ("sum_", "value"),
    [
        (times(D(3), THIRD), "1"),  # 0,333… × 3 would be 0,999…
        (plus(THIRD, THIRD, THIRD), "1"),
        (minus(D(1), THIRD, THIRD, THIRD), "0"),
        (over(D(1), THIRD), "3"),
        (over(over(D(2), D(3)), over(D(2), D(9))), "3"),
        (("max", (times(D(3), THIRD), D(1))), "1"),
        (THIRD, "0." + "3" * PRECISION),
        (over(D(2), D(3)), "0." + "6" * (PRECISION - 1) + "7"),
    ],
)
def test_no_digit_is_lost_on_the_way(sum_: Sum, value: str) -> None:
    assert evaluate(sum_) == D(value)


def sums() -> st.SearchStrategy[Sum]:
    return st.recursive(
        NUMBERS,
        lambda below: st.tuples(
            st.sampled_from(["+", "-", "×", "÷", "min", "max"]), st.lists(below, min_size=1, max_size=3).map(tuple)
        ),
        max_leaves=8,
    )


def by_fractions(sum_: Sum) -> Fraction:
    """The same sum, worked out by another kind of number."""
    if isinstance(sum_, Decimal):
        return Fraction(sum_)
    operator, terms = sum_
    first, *others = [by_fractions(term) for term in terms]
    for other in others:
        match operator:
            case "+":
                first += other
            case "-":
                first -= other
            case "×":
                first *= other
            case "÷":
                first /= other
            case "min":
                first = min(first, other)
            case "max":
                first = max(first, other)
    return first


@given(sums())
def test_any_sum_is_the_fraction_rounded_once(sum_: Sum) -> None:
    try:
        exact = by_fractions(sum_)
    except ZeroDivisionError:
        with pytest.raises(ArithmeticError):
            evaluate(sum_)
        return
    with localcontext(Context(prec=PRECISION)):
        assert evaluate(sum_) == D(exact.numerator) / D(exact.denominator)


@given(sums())
def test_the_callers_context_changes_nothing(sum_: Sum) -> None:
    def worked_out() -> Decimal | None:
        try:
            return evaluate(sum_)
        except ArithmeticError:
            return None

    usual = worked_out()
    with localcontext(Context(prec=5, rounding="ROUND_UP")):
        assert worked_out() == usual
