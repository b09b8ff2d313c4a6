"""Facts and steps as the sheet shows them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parindex.model.indicators import Indicator
from parindex.model.sheet import FactLine, StepLine, SumLine
from parindex.model.unit import FactEntry
from parindex.scoring.tasks import Share
from parindex.values.facts import SHARES, Answer, Cases, Fact, Issued, Ratio, Ticks, is_defined, measured
from parindex.values.numbers import Sum, evaluate
from parindex.values.steps import Step


def step_line(step: Step) -> StepLine:
    """A step for the sheet."""
    sum_ = None if step.sum is None else sum_line(step.sum)
    if not step.data:
        return StepLine(what=step.what, sum=sum_)
    data: dict[str, bool | Decimal | date] = {}
    words: dict[str, str] = {}
    for key, value in step.data.items():
        if isinstance(value, str):
            words[key] = value
        elif isinstance(value, (bool, Decimal, date)):  # faster than the union, and asked at every step
            data[key] = value
        else:
            data[key] = Decimal(value)
    return StepLine(what=step.what, data=data, words=words, sum=sum_)


def sum_line(sum_: Sum) -> Decimal | SumLine:
    """A sum for the sheet."""
    if isinstance(sum_, Decimal):
        return sum_
    operator, terms = sum_
    return SumLine(op=operator, terms=tuple([sum_line(term) for term in terms]))


def from_sum_line(line: Decimal | SumLine) -> Sum:
    """The sum that a sheet holds, so that it can be evaluated again."""
    if isinstance(line, Decimal):
        return line
    return (line.op, tuple(from_sum_line(term) for term in line.terms))


def blank_fact(indicator: Indicator) -> FactLine:
    """The line of an indicator's fact before the unit reports it."""
    return FactLine(
        indicator=indicator.id,
        name=indicator.name,
        counts=indicator.counts,
        percent=indicator.measure in SHARES,
        items=indicator.items or {},
    )


def fact_line(
    blank: FactLine,
    fact: Fact,
    entry: FactEntry | None,
    previous: Fact | None = None,
    share: Share | None = None,
    *,
    whole_year: bool = True,
) -> FactLine:
    """A fact for the sheet."""
    return blank.but(
        numerator=fact.numerator if isinstance(fact, Ratio) else None,
        denominator=fact.denominator if isinstance(fact, Ratio) else None,
        value=value_of(fact),
        answer=fact.yes if isinstance(fact, Answer) else None,
        date=fact.on if isinstance(fact, Issued) else None,
        done=tuple(sorted(fact.done)) if isinstance(fact, Ticks) else None,
        excluded=fact.excluded if isinstance(fact, Cases) and fact.excluded else None,
        as_of=entry.as_of if entry and whole_year else None,
        provisional=entry.provisional if entry else False,
        conducted_by=entry.conducted_by if entry else None,
        previous=value_of(previous),
        left_out=dict(share.left_out) if share else {},
    )


def value_of(fact: Fact | None) -> Decimal | None:
    """The measured value of a fact, where it has one."""
    if fact is None or isinstance(fact, Answer | Issued | Ticks) or not is_defined(fact):
        return None
    share = measured(fact)
    return None if share is None else evaluate(share)
