"""What a leaf's rule can give at best and at worst, found by running it on chosen facts; never by a second formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.rules.base import Inputs
from parindex.scoring.candidates import candidates
from parindex.values.facts import Answer, Fact, Issued, Ratio, measured
from parindex.values.numbers import evaluate
from parindex.values.steps import Outcome
from parindex.values.targets import Target


class Attained(Struct, frozen=True):
    """Points that the rule gave, and for what."""

    points: Decimal
    inputs: Inputs


class Fall(Struct, frozen=True):
    """A better value that earns less than a worse one (of a penalty: more)."""

    worse: Attained
    better: Attained


class Bounds(Struct, frozen=True):
    """The result of the search; it proves what it found, and does not prove that nothing else exists."""

    best: Attained | None
    worst: Attained | None
    fall: Fall | None
    tried: int
    """How many inputs were tried."""
    scored: int
    """How many of them the rule gave points for (0 points included)."""


_Run = tuple[str, Decimal | None, Target | None, tuple[Fact, ...], tuple[Fact, ...]]
"""Trials in which only the named fact differs, of a ratio its numerator: its name, and what stays the same.

A higher share of fewer cases is no better result for a formula that counts them.
"""


def search(leaf: Leaf, indicators: Mapping[str, Indicator], year: int) -> Bounds:
    """Run the leaf's rule on the candidate facts and keep the extremes.

    Of facts with the same points, the best is told by the least that attains it, the worst by the most that still
    gets it: both are then thresholds. A leaf that the council scores has none. Points are those of the rule, before
    the sign of a penalty.
    """
    indicator = indicators.get(leaf.indicator) if leaf.indicator else None
    lower = indicator is not None and indicator.better in ("lower", "earlier")
    sinks = lower != (leaf.counts == "penalty")  # a penalty rises as the value gets worse
    best: Attained | None = None
    worst: Attained | None = None
    tried = scored = 0
    directions = {
        name: known.better in ("lower", "earlier")
        for name, id_ in leaf.names.items()
        if (known := indicators.get(id_)) is not None and known.better is not None
    }
    runs: dict[_Run, list[Attained]] = {}
    for inputs in candidates(leaf, indicators, year):
        tried += 1
        result = leaf.rule.score(inputs, leaf.points)
        if not isinstance(result, Outcome):
            continue
        scored += 1
        attained = Attained(result.points, inputs)
        if best is None or attained.points > best.points or (_alike(attained, best) and _ahead(best, attained, sinks)):
            best = attained
        if (
            worst is None
            or attained.points < worst.points
            or (_alike(attained, worst) and _ahead(attained, worst, sinks))
        ):
            worst = attained
        for name in directions:
            others = tuple(fact for other, fact in inputs.facts.items() if other != name)
            fact = inputs.facts.get(name)
            whole = fact.denominator if isinstance(fact, Ratio) else None
            run = (name, whole, inputs.target, tuple(inputs.previous.values()), others)
            runs.setdefault(run, []).append(attained)
    falls = (fall for run, tries in runs.items() for fall in _falls(leaf, run[0], directions[run[0]], tries))
    return Bounds(best, worst, next(falls, None), tried, scored)


def _alike(one: Attained, other: Attained) -> bool:
    """Whether two facts earn the same under the same target."""
    return one.points == other.points and one.inputs.target == other.inputs.target


def _ahead(one: Attained, other: Attained, lower: bool) -> bool:
    """Whether a fact is better than another; of facts without order none is."""
    here, there = _place(one.inputs.fact, lower), _place(other.inputs.fact, lower)
    return here is not None and there is not None and here > there


def _falls(leaf: Leaf, name: str, lower: bool, run: list[Attained]) -> Iterator[Fall]:
    """Where points fall while the named fact improves."""
    placed = [(place, each) for each in run if (place := _place(each.inputs.facts.get(name), lower)) is not None]
    for (low, worse), (high, better) in pairwise(sorted(placed, key=lambda pair: pair[0])):
        less = better.points > worse.points if leaf.counts == "penalty" else better.points < worse.points
        if low < high and less:
            yield Fall(worse, better)


def _place(fact: Fact | None, lower: bool) -> Decimal | None:
    """Where a fact stands, the better the higher; ``None`` for one without order. What was never done comes last."""
    match fact:
        case None:
            return None
        case Answer(yes):
            return Decimal(int(yes)) if not lower or yes else Decimal("-Infinity")
        case Issued(on):
            value = Decimal(on.toordinal())
        case _:
            if (share := measured(fact)) is None:
                return None
            value = evaluate(share)
    return -value if lower else value
