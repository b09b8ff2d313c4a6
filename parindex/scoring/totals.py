"""Sums of lines, and the index by the policy of the set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from parindex.model.policy import Policy
from parindex.model.sheet import Line, Totals
from parindex.values.numbers import HUNDRED, ZERO, exact, rounded

_EARNS_NOTHING = ("missing", "no_target", "invalid")


def totals_of(leaves: Sequence[Line], policy: Policy, *, rescale: bool) -> Totals:
    """The totals of some leaves.

    index = earned ÷ scorable × 100. The scorable maximum leaves out what waits for the council or a survey and, by
    the policy, what did not arise; what has no fact earns nothing and stays in. Bonus and penalty points change what
    is earned, never the maximum, each within its cap. Without ``may_exceed_scale`` the index stops at 100.
    """
    with exact():
        return _totals(leaves, policy, rescale)


def _totals(leaves: Sequence[Line], policy: Policy, rescale: bool) -> Totals:
    normal = [line for line in leaves if line.counts == "normal"]
    pending = [line for line in normal if line.status == "pending"]
    surveys = [line for line in pending if line.scored_by == "survey"]
    left_out = [line for line in normal if line.status == "not_arising" and line.computed is None]
    extra = [line for line in leaves if line.counts == "bonus"]
    fines = [line for line in leaves if line.counts == "penalty"]
    bonus = _capped((line.self_score for line in extra), policy.bonus_cap)
    penalty = _capped((line.self_score for line in fines), policy.penalty_cap)
    by_rules = _capped((line.computed for line in extra), policy.bonus_cap)
    by_rules += _capped((line.computed for line in fines), policy.penalty_cap)
    highest = _sum(line.max for line in normal)
    scorable = highest - _sum(line.max for line in pending) - _sum(line.max for line in left_out)
    computed = _sum(line.computed or ZERO for line in normal) + by_rules
    earned = _sum(line.self_score or ZERO for line in normal) + bonus + penalty
    return Totals(
        max=highest,
        computed=_at_total(computed, policy),
        earned=_at_total(earned, policy),
        scorable=scorable,
        pending=_sum(line.max for line in pending),
        missing=_sum(line.max for line in normal if line.status in _EARNS_NOTHING),
        unsupported=_sum(line.self_score or ZERO for line in normal if line.status == "unsupported"),
        not_arising=_sum(line.max for line in left_out),
        bonus=bonus,
        penalty=penalty,
        index=_index(earned, scorable, policy),
        computed_index=_index(computed, scorable, policy),
        provisional=len(pending) > (len(surveys) if rescale else 0),
        rescaled=rescale and bool(surveys),
    )


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, ZERO)


def _capped(points: Iterable[Decimal | None], cap: Decimal | None) -> Decimal:
    total = _sum(each or ZERO for each in points)
    if cap is None:
        return total
    return max(-cap, min(cap, total))


def _index(earned: Decimal, scorable: Decimal, policy: Policy) -> Decimal | None:
    if scorable <= 0:
        return None
    index = earned * HUNDRED / scorable
    if not policy.may_exceed_scale:
        index = min(index, HUNDRED)
    return _at_total(max(index, ZERO), policy)


def _at_total(value: Decimal, policy: Policy) -> Decimal:
    rounding = policy.rounding
    return rounded(value, rounding.digits, rounding.mode) if rounding.at == "total" else value


def class_of(totals: Totals, parts: dict[str, Totals], policy: Policy, group: str | None) -> str | None:
    """The class of a unit: the highest whose threshold and gates it reaches; ``None`` without classes or index.

    ``parts`` are the totals of domains, groups and leaves by id and code; ``group`` is the unit's kind.
    """
    classes = policy.classes.get(group or "") or policy.classes.get(DEFAULT_GROUP) or []
    if totals.index is None:
        return None
    for candidate in sorted(classes, key=lambda each: each.from_, reverse=True):
        gates = all(_passes(parts.get(gate.code), gate.least) for gate in candidate.gates)
        if totals.index >= candidate.from_ and gates:
            return candidate.name
    return None


DEFAULT_GROUP = "mac-dinh"
"""The key of the classes that hold for every group without its own."""


def _passes(totals: Totals | None, least: Decimal) -> bool:
    return totals is not None and totals.index is not None and totals.index >= least
