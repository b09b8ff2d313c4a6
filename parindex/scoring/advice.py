"""What would win the rest of the points: found by running the rule, never by a second formula."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.model.sheet import MoreLine
from parindex.rules.base import Inputs
from parindex.values.facts import Ratio
from parindex.values.steps import Outcome


def more(leaf: Leaf, inputs: Inputs, now: Outcome, indicator: Indicator) -> MoreLine | None:
    """The least change of the numerator that gives the most points that this denominator allows.

    Only for a share of whole counts where more is better; ``None`` when nothing can be won.
    """
    fact = inputs.fact
    if not isinstance(fact, Ratio) or indicator.better == "lower" or fact.numerator % 1 or fact.denominator % 1:
        return None

    def points(numerator: Decimal) -> Decimal:
        result = leaf.rule.score(replace(inputs, facts={"value": Ratio(numerator, fact.denominator)}), leaf.points)
        return result.points if isinstance(result, Outcome) else now.points

    best = points(fact.denominator)
    if best <= now.points:
        return None
    low, high = int(fact.numerator), int(fact.denominator)
    while high - low > 1:
        middle = (low + high) // 2
        if points(Decimal(middle)) >= best:
            high = middle
        else:
            low = middle
    return MoreLine(
        numerator=Decimal(high), more=Decimal(high) - fact.numerator, counts=indicator.numerator, points=best
    )
