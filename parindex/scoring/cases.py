"""Examples worked out by hand, run against the rules."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from parindex.model.criteria import Case, CaseFacts, Leaf
from parindex.model.indicators import Indicator
from parindex.rules.base import Inputs
from parindex.scoring.facts import from_values
from parindex.values.facts import Fact, Ratio
from parindex.values.numbers import PRECISION, exact, rounded
from parindex.values.steps import NoScore
from parindex.values.targets import Target

_LEAST_DECIMALS = 2
"""Decimals that points which do not end are written with at least, as scores are published."""


class CaseResult(Struct, frozen=True):
    """What a case expected, and what the rule gave."""

    code: str
    number: int
    """Position among the leaf's cases, from 1."""
    expected: Decimal | str
    """Points as written in the case, or a status."""
    given: Decimal | str
    """Unrounded points, or a status."""

    @property
    def holds(self) -> bool:
        """Whether the rule gives what was worked out by hand.

        Points that end must be equal. Points that do not end (20 × 2 ÷ 3 = 13,333…) cannot be written down: there the
        case holds with two decimals or more, rounded half-up as by hand.
        """
        if isinstance(self.expected, Decimal) and isinstance(self.given, Decimal):
            return self.expected == self.given or _rounds_to(self.given, self.expected)
        return self.expected == self.given


def _rounds_to(endless: Decimal, written: Decimal) -> bool:
    decimals = -int(written.as_tuple().exponent)
    ends = len(endless.as_tuple().digits) < PRECISION
    return not ends and decimals >= _LEAST_DECIMALS and rounded(endless, decimals, "half-up") == written


def run_case(leaf: Leaf, number: int, case: Case, indicators: Mapping[str, Indicator]) -> CaseResult:
    """One case against the leaf's rule; without a target of its own the leaf's ``otherwise`` is used."""
    threshold = case.target or leaf.otherwise
    inputs = Inputs(
        facts=_facts(leaf, case.facts, indicators),
        target=Target(threshold.comparator, threshold.value) if threshold else None,
        previous=_facts(leaf, case.previous, indicators),
    )
    expected = case.points if case.points is not None else str(case.status)
    if any(isinstance(fact, Ratio) and fact.numerator > fact.denominator for fact in inputs.facts.values()):
        return CaseResult(leaf.code, number, expected, "invalid")
    with exact():
        result = leaf.rule.score(inputs, leaf.points)
    given = result.status if isinstance(result, NoScore) else result.points
    return CaseResult(leaf.code, number, expected, given)


def _facts(
    leaf: Leaf, given: CaseFacts | dict[str, CaseFacts] | None, indicators: Mapping[str, Indicator]
) -> dict[str, Fact]:
    if given is None:
        return {}
    named = {"value": given} if isinstance(given, CaseFacts) else given
    facts = {
        name: from_values(values, indicators[leaf.names[name]].measure)
        for name, values in named.items()
        if name in leaf.names
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
