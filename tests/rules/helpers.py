"""Rules as a file states them, facts in one word each, and results as short text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from parindex.rules.base import Inputs, Rule
from parindex.rules.union import AnyRule
from parindex.values.deadlines import Due
from parindex.values.facts import Answer, Cases, Fact, Issued, Number, Ratio, Received, Sent
from parindex.values.numbers import evaluate, plain
from parindex.values.steps import Outcome
from parindex.values.targets import Target

_ANY: TypeAdapter[Rule] = TypeAdapter(AnyRule)


def rule(text: Mapping[str, Any] | None = None, **fields: Any) -> Rule:
    """A rule from its fields; ``from`` is given by a mapping."""
    return _ANY.validate_python({**(text or {}), **fields})


def refused(**fields: Any) -> str:
    """The type of the only error of a rule that does not hold together."""
    with pytest.raises(ValidationError) as caught:
        rule(**fields)
    (error,) = caught.value.errors()
    return str(error["type"])


def r(numerator: int | str, denominator: int | str) -> Ratio:
    return Ratio(Decimal(numerator), Decimal(denominator))


def n(value: int | str) -> Number:
    return Number(Decimal(value))


def cases(count: int | str, excluded: int | str = 0) -> Cases:
    return Cases(Decimal(count), Decimal(excluded))


def on(day: str) -> Issued:
    return Issued(date.fromisoformat(day))


def sent(**periods: str | None) -> Sent:
    """Reports by quarter: ``Q1="2023-04-10"``; a trailing + or - says that the content is adequate or not."""
    marks = {"+": True, "-": False}
    reports = {}
    for period, text in periods.items():
        mark = marks.get((text or " ")[-1]) if text else None
        day = date.fromisoformat(text[:10]) if text else None
        reports[f"2023-{period}"] = Received(day, mark)
    return Sent(reports)


def target(text: str | None) -> Target | None:
    """``>= 98``, ``< 2023-01-15``, ``== true``."""
    if text is None:
        return None
    comparator, value = text.split()
    if value in ("true", "false"):
        return Target(comparator, value == "true")  # type: ignore[arg-type]
    bound = date.fromisoformat(value) if value.count("-") == 2 else Decimal(value)
    return Target(comparator, bound)  # type: ignore[arg-type]


def run(
    rule_: Rule,
    fact: Fact | Mapping[str, Fact] | None,
    points: int | str,
    to: str | None = None,
    *,
    last: Fact | None = None,
    due: Mapping[str, Due] | None = None,
) -> Any:
    """The rule's own result for a fact, or for several by name."""
    facts = dict(fact) if isinstance(fact, Mapping) else {} if fact is None else {"value": fact}
    previous = {} if last is None else {"value": last}
    return rule_.score(Inputs(facts, target(to), previous, due or {}), Decimal(points))


def give(*args: Any, **more: Any) -> str:
    """The points as text, proved against the working; or the reason why there are none."""
    result = run(*args, **more)
    if not isinstance(result, Outcome):
        assert result.reason.split(".")[0] == result.status
        return str(result.reason)
    last = result.steps[-1]
    assert last.sum is not None
    assert evaluate(last.sum) == result.points
    return plain(result.points)


def steps(*args: Any, **more: Any) -> list[str]:
    """The ids of the working's steps."""
    result = run(*args, **more)
    assert isinstance(result, Outcome)
    return [step.what for step in result.steps]


YES, NO = Answer(True), Answer(False)
