"""Sums of lines, and the index by the policy of the set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from parindex.model.policy import Policy, ScoreClass
from parindex.model.sheet import Line, Totals
from parindex.values.names import folded
from parindex.values.numbers import HUNDRED, ZERO, exact, gathered, rounded

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
    highest = pending = left_out = missing = unsupported = computed = earned = ZERO
    bonus = penalty = bonus_by_rules = penalty_by_rules = ZERO
    waits = surveys = False
    for line in leaves:
        by_rules, own, status = line.computed or ZERO, line.self_score or ZERO, line.status
        survey = status == "pending" and line.scored_by == "survey"
        waits = waits or (status == "pending" and not (rescale and survey))
        if line.counts == "bonus":
            bonus += own
            bonus_by_rules += by_rules
            continue
        if line.counts == "penalty":
            penalty += own
            penalty_by_rules += by_rules
            continue
        highest += line.max
        computed += by_rules
        earned += own
        if status == "pending":
            pending += line.max
            surveys = surveys or survey
        elif status == "not_arising" and line.computed is None:
            left_out += line.max
        elif status in _EARNS_NOTHING:
            missing += line.max
        elif status == "unsupported":
            unsupported += own
    scorable = highest - pending - left_out
    bonus, penalty = _capped(bonus, policy.bonus_cap), _capped(penalty, policy.penalty_cap)
    computed += _capped(bonus_by_rules, policy.bonus_cap) + _capped(penalty_by_rules, policy.penalty_cap)
    earned += bonus + penalty
    computed, earned, bonus, penalty, unsupported = map(gathered, (computed, earned, bonus, penalty, unsupported))
    return Totals(
        max=highest,
        computed=at_total(computed, policy),
        earned=at_total(earned, policy),
        scorable=scorable,
        pending=pending,
        missing=missing,
        unsupported=unsupported,
        not_arising=left_out,
        bonus=bonus,
        penalty=penalty,
        index=_index(earned, scorable, policy),
        computed_index=_index(computed, scorable, policy),
        provisional=waits,
        rescaled=rescale and surveys,
    )


def _capped(total: Decimal, cap: Decimal | None) -> Decimal:
    return total if cap is None else max(-cap, min(cap, total))


def _index(earned: Decimal, scorable: Decimal, policy: Policy) -> Decimal | None:
    if scorable <= 0:
        return None
    index = earned * HUNDRED / scorable
    if not policy.may_exceed_scale:
        index = min(index, HUNDRED)
    return at_total(max(index, ZERO), policy)


def at_total(value: Decimal, policy: Policy) -> Decimal:
    """A sum, rounded where the policy rounds at the total."""
    rounding = policy.rounding
    return rounded(value, rounding.digits, rounding.mode) if rounding.at == "total" else value


def as_counted(leaf: Line, value: Decimal | None) -> Line:
    """The leaf as totals count it, with another score in the place of the self score."""
    return leaf.but(self_score=value)


def gate_totals(lines: Sequence[Line], policy: Policy, *, rescale: bool) -> dict[str, Totals]:
    """Of final scores, what the gates of classes ask for: domains by id, and by code all that a gate names."""
    gated = {gate.code for classes in policy.classes.values() for each in classes for gate in each.gates}
    found = {line.domain: line.totals for line in lines if line.domain and line.totals}
    for line in lines if gated else ():
        for each in line.every():
            if each.code in gated:
                own = each.totals or totals_of([as_counted(each, each.final)], policy, rescale=rescale)
                found[each.code] = own
    return found


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
    """The classes that hold for a group of units, the set's common ones where it has none of its own.

    Phường and phường are one group, as they are in rankings.
    """
    own = policy.classes.get(group or "")
    if own is None and group:
        own = next((ladder for kind, ladder in policy.classes.items() if folded(kind) == folded(group)), None)
    return own or policy.classes.get(DEFAULT_GROUP) or []


def failed_gates(candidate: ScoreClass, parts: Mapping[str, Totals]) -> tuple[str, ...]:
    """Codes of the parts that are under the least index (percent) which the class asks of them.

    A part without an index (nothing in it could be scored) has not reached any.
    """
    return tuple(gate.code for gate in candidate.gates if not _reaches(parts.get(gate.code), gate.least))


def _reaches(totals: Totals | None, least: Decimal) -> bool:
    return totals is not None and totals.index is not None and totals.index >= least
