"""Sums of lines, and the index by the policy of the set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from parindex.model.policy import Policy, ScoreClass
from parindex.model.sheet import Line, Totals
from parindex.values.numbers import HUNDRED, ZERO, exact, rounded

DEFAULT_GROUP = "mac-dinh"
"""The key of the classes that hold for every group without its own."""

_EARNS_NOTHING = ("missing", "no_target", "invalid")


def totals_of(leaves: Sequence[Line], policy: Policy, *, rescale: bool) -> Totals:
    """The totals of some leaves.

    index = earned ÷ scorable × 100. The scorable maximum leaves out what waits for the council or a survey and, by
    the policy, what did not arise; what has no fact earns nothing and stays in. Bonus and penalty points change what
    is earned, never the maximum, each within its cap. Without ``may_exceed_scale`` the index stops at 100. The index is
    provisional while any leaf waits, of bonus and penalty too; a survey that is rescaled is not waited for.
    """
    with exact():
        return _totals(leaves, policy, rescale)


def _totals(leaves: Sequence[Line], policy: Policy, rescale: bool) -> Totals:
    normal = [line for line in leaves if line.counts == "normal"]
    pending = [line for line in normal if line.status == "pending"]
    surveys = [line for line in pending if line.scored_by == "survey"]
    waits = [line for line in leaves if line.status == "pending" and not (rescale and line.scored_by == "survey")]
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
        provisional=bool(waits),
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


def class_of(totals: Totals, parts: Mapping[str, Totals], policy: Policy, group: str | None) -> str | None:
    """The class of a unit: the highest whose threshold and gates it reaches; ``None`` without classes or index.

    ``parts`` are the totals of domains, groups and leaves by id and code; ``group`` is the unit's kind.
    """
    if totals.index is None:
        return None
    for candidate in sorted(classes_of(policy, group), key=lambda each: each.from_, reverse=True):
        if totals.index >= candidate.from_ and not failed_gates(candidate, parts):
            return candidate.name
    return None


def classes_of(policy: Policy, group: str | None) -> Sequence[ScoreClass]:
    """The classes that hold for a group of units, the set's common ones where it has none of its own."""
    return policy.classes.get(group or "") or policy.classes.get(DEFAULT_GROUP) or []


def failed_gates(candidate: ScoreClass, parts: Mapping[str, Totals]) -> tuple[str, ...]:
    """Codes of the parts that are under the least index (percent) which the class asks of them.

    A part without an index (nothing in it could be scored) has not reached any.
    """
    return tuple(gate.code for gate in candidate.gates if not _reaches(parts.get(gate.code), gate.least))


def _reaches(totals: Totals | None, least: Decimal) -> bool:
    return totals is not None and totals.index is not None and totals.index >= least
