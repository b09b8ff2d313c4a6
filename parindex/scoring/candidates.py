"""Facts to try a rule with: its thresholds and their neighbours, the ends of the scale, days around what is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

from pydantic import BaseModel

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.rules.base import Inputs
from parindex.rules.checklist import Checklist
from parindex.rules.deadline import Deadline
from parindex.rules.formula import Formula
from parindex.rules.reports import Reports
from parindex.rules.survey import Survey
from parindex.values.facts import (
    Answer,
    Answers,
    Cases,
    Fact,
    Issued,
    Measure,
    Number,
    Ratio,
    Received,
    Sent,
    Ticks,
    measured,
)
from parindex.values.numbers import HUNDRED, ZERO, evaluate, exact
from parindex.values.targets import Target

MOST = 4000
"""Inputs that are tried for one leaf, so that a set is checked in a moment."""

_ROOM = {2: 60, 3: 15, 4: 7, 5: 5}
"""Values of each fact that are tried together, by the number of facts."""

_NEAR = (ZERO, Decimal("0.01"), Decimal("-0.01"), Decimal(1), Decimal(-1))
_WHOLE: tuple[Measure, ...] = ("count", "rank")
_WHOLES = (Decimal(10), Decimal(1000))
"""Other denominators than 100, where a formula looks at counts."""
_LOOKS_BACK: frozenset[str] = frozenset({"change", "compare"})
"""Kinds of rule that look at last year's facts."""


def candidates(leaf: Leaf, indicators: Mapping[str, Indicator], year: int) -> Iterator[Inputs]:
    """Inputs for the leaf's rule, at most ``MOST``; none for an indicator that is not known."""
    if any(id_ not in indicators for id_ in leaf.names.values()):
        return
    count = 0
    for target in targets(leaf, indicators, year):
        for previous in _previous(leaf, indicators):
            facts = {
                name: list(_facts(leaf, indicators[id_], target, previous.get(name), year))
                for name, id_ in leaf.names.items()
            }
            for chosen in product(*_within(list(facts.values()))):
                if count == MOST:
                    return
                count += 1
                yield Inputs(dict(zip(facts, chosen, strict=True)), target, previous)


def targets(leaf: Leaf, indicators: Mapping[str, Indicator], year: int) -> list[Target | None]:
    """The targets to try: the leaf's own threshold and those of its cases, else one that fits the measure."""
    given = [each for each in (leaf.otherwise, *(case.target for case in leaf.cases)) if each is not None]
    if given:
        return list({Target(each.comparator, each.value): None for each in given})
    ids = list(leaf.names.values())
    indicator = indicators.get(ids[0]) if ids else None
    if indicator is None or not needs_target(leaf, indicator):
        return [None]
    return [_supposed(indicator, year)]


def needs_target(leaf: Leaf, indicator: Indicator) -> bool:
    """Whether the leaf has no points without a target or a threshold of its own."""
    rule = leaf.rule
    if isinstance(rule, Deadline):
        return rule.due is None
    if rule.kind == "meets":
        return indicator.measure != "yes-no"
    if isinstance(rule, Formula):
        return any(name.name == "target" for name in rule.names)
    return rule.needs_target or "target" in (getattr(rule, "of", None), getattr(rule, "against", None))


def _supposed(indicator: Indicator, year: int) -> Target:
    """A target such as a plan might set."""
    lower = indicator.better == "lower"
    match indicator.measure:
        case "yes-no":
            return Target("==", True)
        case "date":
            return Target("<=", date(year, 12, 31))
        case _:
            return Target("<=", Decimal(10)) if lower else Target(">=", Decimal(80))


def _facts(leaf: Leaf, indicator: Indicator, target: Target | None, previous: Fact | None, year: int) -> Iterator[Fact]:
    rule = leaf.rule
    match indicator.measure:
        case "yes-no":
            yield from (Answer(True), Answer(False))
        case "date":
            yield from (Issued(day) for day in days_around(rule, target, year))
            yield Answer(False)
        case "checklist":
            yield from _ticks(rule, indicator)
        case "reports":
            yield from _sent(rule)
        case "survey" if isinstance(rule, Survey) and rule.shares:
            yield from (Answers({option: Decimal(100)}) for option in rule.shares)
            yield Answers(dict.fromkeys(rule.shares, Decimal(10)))
        case measure:
            numbers = values_around(leaf, measure, target, previous)
            yield from (_numeric(measure, value) for value in numbers)
            if measure == "ratio" and isinstance(rule, Formula) and any(name.part for name in rule.names):
                # The counts themselves matter, not only their ratio.
                yield from (Ratio(value * whole / HUNDRED, whole) for value in numbers for whole in _WHOLES)


def _numeric(measure: Measure, value: Decimal) -> Fact:
    if measure == "ratio":
        return Ratio(value, HUNDRED)
    return Cases(value) if measure == "count" else Number(value)


def values_around(leaf: Leaf, measure: Measure, target: Target | None, previous: Fact | None = None) -> list[Decimal]:
    """Values that can occur, in rising order: every number of the rule, of the target and of their ratio.

    With last year's fact also the values that each number changes it to, in percent and in absolute.
    """
    with exact():
        found = {ZERO, Decimal(1), Decimal(50), HUNDRED, *_numbers(leaf.rule.model_dump()), *_steps(leaf)}
        bound = target.value if target is not None else None
        if isinstance(bound, Decimal):
            found |= {bound, *(number * bound / HUNDRED for number in tuple(found))}
        last = measured(previous) if previous is not None else None
        if last is not None:
            base = evaluate(last)
            found |= {base + sign * change for change in tuple(found) for sign in (1, -1)} | {
                base + sign * base * change / HUNDRED for change in tuple(found) for sign in (1, -1)
            }
        near = {number + by for number in found for by in _NEAR}
    if measure in _WHOLE:
        near = {number.to_integral_value() for number in near}
    lowest = Decimal(1) if measure == "rank" else ZERO
    highest = HUNDRED if measure in ("ratio", "survey") else None
    return sorted(value for value in near if value >= lowest and (highest is None or value <= highest))


def _numbers(data: Any) -> Iterator[Decimal]:
    """Every number in a rule, wherever it stands; a formula's numbers stand in its text."""
    if isinstance(data, Mapping):
        for value in data.values():
            yield from _numbers(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _numbers(value)
    elif isinstance(data, Decimal):
        yield data
    elif isinstance(data, str):
        yield from (Decimal(word) for word in _words(data))


def _words(text: str) -> Iterator[str]:
    spaced = "".join(char if char.isdigit() or char == "." else " " for char in text)
    yield from (word for word in spaced.split() if word.strip(".").replace(".", "", 1).isdigit())


def _steps(leaf: Leaf) -> Iterator[Decimal]:
    """For points per step: the value at which each full step is reached, until the points are used up."""
    rule: Any = getattr(leaf.rule, "step", None) or leaf.rule
    every, above = getattr(rule, "every", None), getattr(rule, "above", ZERO)
    if not isinstance(every, Decimal) or every <= 0:
        return
    each = getattr(rule, "each", None) or leaf.points * (getattr(rule, "share", None) or HUNDRED) / HUNDRED
    most = int(leaf.points / each) + 2 if each else 2
    yield from ((above or ZERO) + every * step for step in range(min(most, 200)))


def days_around(rule: BaseModel, target: Target | None, year: int) -> list[date]:
    """Days in rising order: the ends of the year, the last day, each term for being late, and their neighbours."""
    due: Any = getattr(rule, "due", None)
    ends = [date(year, 1, 1), date(year, 12, 31)]
    if due is not None:
        ends.append(due.to)
    if target is not None and isinstance(target.value, date):
        ends.append(target.value)
    late = [0, *(step.within_days for step in getattr(rule, "late", []))]
    around = {end + timedelta(days=days + by) for end in ends for days in late for by in (-2, -1, 0, 1, 2)}
    return sorted(around)


def _ticks(rule: object, indicator: Indicator) -> Iterator[Fact]:
    """Nothing, everything, each item alone and all but each: the bounds of every subset's sum."""
    items = [item.id for item in rule.items] if isinstance(rule, Checklist) else list(indicator.items or {})
    whole = frozenset(items)
    yield Ticks(frozenset())
    for item in items:
        yield Ticks(frozenset({item}))
        yield Ticks(whole - {item})
    yield Ticks(whole)


def _sent(rule: object) -> Iterator[Fact]:
    """None sent, all late, all on time, without and with adequate content, and each alone."""
    yield Sent({})
    if not isinstance(rule, Reports):
        return
    on_time = {each.period: Received(each.as_due().last_day, True) for each in rule.required}
    late = {each.period: Received(each.as_due().last_day + timedelta(days=1), True) for each in rule.required}
    yield Sent(late)
    for period, report in on_time.items():
        yield Sent({period: report})
    yield Sent({period: Received(report.sent_at) for period, report in on_time.items()})
    yield Sent(on_time)


def _previous(leaf: Leaf, indicators: Mapping[str, Indicator]) -> list[dict[str, Fact]]:
    """Last year's facts for rules that compare with them; nothing for the others."""
    if leaf.rule.kind not in _LOOKS_BACK:
        return [{}]
    measures = {
        name: indicators[id_].measure
        for name, id_ in leaf.names.items()
        if indicators[id_].measure not in ("yes-no", "date", "reports", "checklist")
    }
    return [
        {name: _numeric(measure, value) for name, measure in measures.items()}
        for value in (Decimal(50), Decimal(20), Decimal(80))
    ]


def _within(columns: list[list[Fact]]) -> list[list[Fact]]:
    """Columns cut so that their product stays within bounds: both ends and every so many between."""
    if len(columns) < 2:
        return columns
    room = _ROOM.get(len(columns), 3)
    return [column if len(column) <= room else _spread(column, room) for column in columns]


def _spread(column: list[Fact], room: int) -> list[Fact]:
    return [column[index * (len(column) - 1) // (room - 1)] for index in range(room)]
