"""What a unit reports for one indicator: one small type per way of measuring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from parindex.values.numbers import HUNDRED, Sum, over, times

Measure = Literal["ratio", "percent", "count", "amount", "yes-no", "date", "reports", "checklist", "survey", "rank"]
"""How an indicator is measured."""

SHARES: tuple[Measure, ...] = ("ratio", "percent", "survey")
"""Measures whose numbers are percents."""

Conductor = Literal["self", "superior", "independent"]
"""Who conducted a survey."""


class Ratio(Struct, frozen=True):
    """A part of a whole, both counted in the same unit (dossiers, documents, people)."""

    numerator: Decimal
    denominator: Decimal

    @property
    def share(self) -> Sum:
        """The share in percent, as a sum: numerator × 100 ÷ denominator."""
        return over(times(self.numerator, HUNDRED), self.denominator)


class Number(Struct, frozen=True):
    """A single number: a percent, a count, an amount, a rank or an index."""

    value: Decimal


class Answer(Struct, frozen=True):
    """Yes or no. ``Answer(False)`` for a document means that it was not issued."""

    yes: bool


class Issued(Struct, frozen=True):
    """A document issued, or a thing completed, on a day."""

    on: date


class Ticks(Struct, frozen=True):
    """The items of a checklist that are done, by id."""

    done: frozenset[str]


class Received(Struct, frozen=True):
    """One periodic report: timeliness is judged by the day it was sent, not by the day it was signed."""

    sent_at: date | None
    adequate: bool | None = None
    """Whether the content is adequate; said by the appraiser only, ``None`` until then."""


class Sent(Struct, frozen=True):
    """The reports of a duty, by period (``2023-Q1``). A required period that is not there was not sent."""

    reports: Mapping[str, Received]


class Cases(Struct, frozen=True):
    """Cases counted by a deduction, less those excluded with a reason."""

    count: Decimal
    excluded: Decimal = Decimal(0)


class Answers(Struct, frozen=True):
    """Answers of a survey question, counted by option."""

    counts: Mapping[str, Decimal]


Fact = Ratio | Number | Answer | Issued | Ticks | Sent | Cases | Answers


def measured(fact: Fact) -> Sum | None:
    """The number that thresholds are compared with, as a sum; ``None`` for a fact that is not a number.

    A ratio is measured in percent. A ratio with a zero denominator has no value: callers ask ``is_defined`` first.
    """
    match fact:
        case Ratio():
            return fact.share
        case Number(value):
            return value
        case Cases(count, excluded):
            return ("-", (count, excluded)) if excluded else count
        case _:
            return None


def is_defined(fact: Fact) -> bool:
    """False for a ratio with a zero denominator: nothing was counted, so there is no share."""
    return not (isinstance(fact, Ratio) and fact.denominator == 0)
