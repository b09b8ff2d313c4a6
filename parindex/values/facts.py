"""What a unit reports for one indicator: one small type per way of measuring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from parindex.values.numbers import HUNDRED, Sum, over, times

Measure = Literal["ratio", "percent", "count", "amount", "yes-no", "date", "reports", "checklist", "survey", "rank"]
"""How an indicator is measured."""

SHARES: tuple[Measure, ...] = ("ratio", "percent", "survey")
"""Measures whose numbers are percents."""

Conductor = Literal["self", "superior", "independent"]
"""Who conducted a survey."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole, both counted in the same unit (dossiers, documents, people)."""

    numerator: Decimal
    denominator: Decimal

    @property
    def share(self) -> Sum:
        """The share in percent, as a sum: numerator × 100 ÷ denominator."""
        return over(times(self.numerator, HUNDRED), self.denominator)


@dataclass(frozen=True, slots=True)
class Number:
    """A single number: a percent, a count, an amount, a rank or an index."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no. ``Answer(False)`` for a document means that it was not issued."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Issued:
    """A document issued, or a thing completed, on a day."""

    on: date


@dataclass(frozen=True, slots=True)
class Ticks:
    """The items of a checklist that are done, by id."""

    done: frozenset[str]


@dataclass(frozen=True, slots=True)
class Received:
    """One periodic report: timeliness is judged by the day it was sent, not by the day it was signed."""

    sent_at: date | None
    adequate: bool | None = None
    """Whether the content is adequate; said by the appraiser only, ``None`` until then."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The reports of a duty, by period (``2023-Q1``). A required period that is not there was not sent."""

    reports: Mapping[str, Received]


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases counted by a deduction, less those excluded with a reason."""

    count: Decimal
    excluded: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Answers:
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
