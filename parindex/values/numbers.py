"""Exact decimal arithmetic: one context, and sums kept as data so that they can be shown and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    localcontext,
)
from fractions import Fraction
from functools import reduce
from typing import Literal

PRECISION = 34
"""Digits kept by every division; thresholds are compared with unrounded values of this precision."""

_EXACT = Context(
    prec=PRECISION,
    rounding=ROUND_HALF_EVEN,
    Emin=-6143,
    Emax=6144,
    traps=[DivisionByZero, InvalidOperation, Overflow],
)

ZERO = Decimal(0)
HUNDRED = Decimal(100)

Operator = Literal["+", "-", "×", "÷", "min", "max"]
Sum = Decimal | tuple[Operator, "tuple[Sum, ...]"]
"""A sum as data: a number, or an operator with its terms, for example ``("÷", (("×", (4, 97)), 100))``."""

RoundingMode = Literal["half-up", "half-even", "down"]
_MODES = {"half-up": ROUND_HALF_UP, "half-even": ROUND_HALF_EVEN, "down": ROUND_DOWN}


@contextmanager
def exact() -> Iterator[None]:
    """Do the arithmetic inside with 34 digits, whatever the caller's own decimal context is."""
    with localcontext(_EXACT):
        yield


def plus(*terms: Sum) -> Sum:
    """The sum of the terms, as data; a single term stands as it is."""
    return terms[0] if len(terms) == 1 else ("+", terms)


def minus(first: Sum, *others: Sum) -> Sum:
    """The first term less the others, as data."""
    return ("-", (first, *others))


def times(*terms: Sum) -> Sum:
    """The product of the terms, as data."""
    return ("×", terms)


def over(above: Sum, below: Sum) -> Sum:
    """The quotient, as data. Multiply before dividing: ``over(times(points, value), base)``."""
    return ("÷", (above, below))


_APPLY: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "÷": lambda a, b: a / b,
    "min": lambda a, b: min(a, b),
    "max": lambda a, b: max(a, b),
}
_APPLY_EXACTLY: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "÷": lambda a, b: a / b,
    "min": lambda a, b: min(a, b),
    "max": lambda a, b: max(a, b),
}


def evaluate(sum_: Sum) -> Decimal:
    """The value of a sum, rounded once, at the end, to 34 digits: 3 × (1 ÷ 3) is 1, whatever the order of the terms.

    Raises ``decimal.DivisionByZero`` or ``decimal.InvalidOperation`` when the sum divides by zero.
    """
    with localcontext(_EXACT) as context:
        value = _evaluate(sum_)
        if not context.flags[Inexact]:
            return value
        # A digit was lost on the way. Fractions lose none, but are slower, so only such sums are done by them.
        whole = _evaluate_exactly(sum_)
        return Decimal(whole.numerator) / Decimal(whole.denominator)


def is_exact(sum_: Sum) -> bool:
    """Whether every step of the sum is a finite decimal of at most 34 digits: 97 ÷ 100 is, 2 ÷ 3 is not."""
    with localcontext(_EXACT) as context:
        _evaluate(sum_)
        return not context.flags[Inexact]


def _evaluate(sum_: Sum) -> Decimal:
    if isinstance(sum_, Decimal):
        return sum_
    operator, terms = sum_
    return reduce(_APPLY[operator], [_evaluate(term) for term in terms])


def _evaluate_exactly(sum_: Sum) -> Fraction:
    if isinstance(sum_, Decimal):
        return Fraction(sum_)
    operator, terms = sum_
    return reduce(_APPLY_EXACTLY[operator], [_evaluate_exactly(term) for term in terms])


def rounded(value: Decimal, digits: int, mode: RoundingMode) -> Decimal:
    """``value`` with ``digits`` decimals, by the named mode."""
    with exact():
        return value.quantize(Decimal(1).scaleb(-digits), rounding=_MODES[mode])


def plain(value: Decimal) -> str:
    """The number as text: exact, without exponent and without zeros at the end (``3.880`` is ``3.88``)."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
