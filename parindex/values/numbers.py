"""Exact decimal arithmetic: one context, and sums kept as data so that they can be shown and done again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
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
from functools import cache, reduce, wraps
from typing import Literal, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

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

_KEPT = 30
"""Decimals of a sum of numbers that do not end."""
_WIDE = Context(prec=80)

RoundingMode = Literal["half-up", "half-even", "down"]
_MODES = {"half-up": ROUND_HALF_UP, "half-even": ROUND_HALF_EVEN, "down": ROUND_DOWN}


def exact() -> AbstractContextManager[object]:
    """Do the arithmetic inside with 34 digits, whatever the caller's own decimal context is."""
    return localcontext(_EXACT)


def exactly(work: Callable[P, R]) -> Callable[P, R]:
    """A function whose arithmetic is done with 34 digits."""

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with exact():
            return work(*args, **kwargs)

    return done


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


class _Arithmetic:
    """A context of its own, and the operators in it: to enter a context for every sum costs more than the sum."""

    __slots__ = ("apply", "context")

    def __init__(self) -> None:
        self.context = _EXACT.copy()
        self.apply: dict[Operator, Callable[[Decimal, Decimal], Decimal]] = {
            "+": self.context.add,
            "-": self.context.subtract,
            "×": self.context.multiply,
            "÷": self.context.divide,
            "min": min,
            "max": max,
        }

    def value(self, sum_: tuple[Operator, tuple[Sum, ...]]) -> Decimal:
        operator, terms = sum_
        return reduce(self.apply[operator], self.values(terms))

    def values(self, terms: tuple[Sum, ...]) -> list[Decimal]:
        return [term if isinstance(term, Decimal) else self.value(term) for term in terms]


class _Here(threading.local):
    def __init__(self) -> None:
        self.arithmetic = _Arithmetic()


_HERE = _Here()
"""Each thread's own arithmetic."""

_APPLY_EXACTLY: dict[Operator, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "÷": lambda a, b: a / b,
    "min": min,
    "max": max,
}


def evaluate(sum_: Sum) -> Decimal:
    """The value of a sum, rounded once, at the end, to 34 digits: 3 × (1 ÷ 3) is 1, whatever the order of the terms.

    Raises ``decimal.DivisionByZero`` or ``decimal.InvalidOperation`` when the sum divides by zero.
    """
    return sum_ if isinstance(sum_, Decimal) else settled(sum_)[0]


def settled(sum_: Sum) -> tuple[Decimal, bool]:
    """The value of a sum as ``evaluate`` gives it, and whether no digit was lost: 97 ÷ 100 is whole, 2 ÷ 3 is not."""
    if isinstance(sum_, Decimal):
        return sum_, True
    operator, terms = sum_
    here = _HERE.arithmetic
    context = here.context
    context.clear_flags()
    flags = context.flags
    numbers = here.values(terms)
    lost = flags[Inexact]
    value = reduce(here.apply[operator], numbers)
    if not flags[Inexact]:
        return value, True
    if not lost and len(numbers) == 2:
        return value, False  # the last step alone lost digits: it was rounded once, as it should be
    # A digit was lost on the way. Fractions lose none, but are slower, so only such sums are done by them.
    whole = _evaluate_exactly(sum_)
    return context.divide(Decimal(whole.numerator), Decimal(whole.denominator)), False


def _evaluate_exactly(sum_: Sum) -> Fraction:
    if isinstance(sum_, Decimal):
        return Fraction(sum_)
    operator, terms = sum_
    return reduce(_APPLY_EXACTLY[operator], [_evaluate_exactly(term) for term in terms])


def gathered(total: Decimal) -> Decimal:
    """What was added up from numbers that were cut to 34 digits, without the digits that this has spoiled.

    13,33… + 13,33… + 37,33… is 64, not 63,99…9. The 30 decimals that are kept are far finer than any figure of a
    unit, and coarser than what some hundred numbers lose together.
    """
    if len(str(total)) < PRECISION - 2:
        return total
    return total.quantize(_unit(_KEPT), context=_WIDE).normalize(_WIDE)


def rounded(value: Decimal, digits: int, mode: RoundingMode) -> Decimal:
    """``value`` with ``digits`` decimals, by the named mode."""
    return value.quantize(_unit(digits), rounding=_MODES[mode], context=_HERE.arithmetic.context)


@cache
def _unit(digits: int) -> Decimal:
    return Decimal((0, (1,), -digits))


def is_whole(value: Decimal) -> bool:
    """Whether a number has no fraction: 12, 12.0."""
    return value == value.to_integral_value()


def plain(value: Decimal) -> str:
    """The number as text: exact, without exponent and without zeros at the end (``3.880`` is ``3.88``)."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
