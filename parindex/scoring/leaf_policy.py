"""What the set's policy, and the unit's own claim, make of a leaf's result (design, sections 1 and 6)."""

from __future__ import annotations

from decimal import Decimal

from parindex.model.criteria import Leaf
from parindex.model.policy import Policy
from parindex.model.sheet import SheetFinding
from parindex.model.unit import Unit
from parindex.values.numbers import ZERO, rounded
from parindex.values.steps import NoScore, Outcome, Status, Step


def best_of(leaf: Leaf) -> Decimal:
    """The best that a leaf can do: of a penalty, to have none."""
    return ZERO if leaf.counts == "penalty" else leaf.points


def points_of(leaf: Leaf, result: Outcome | NoScore, policy: Policy) -> tuple[Decimal | None, tuple[Step, ...]]:
    """The leaf's points by the policy, of a penalty below zero, with the working; ``None``: no points (yet).

    What did not arise is left out, full or zero, as the leaf says, else the set. Points are rounded here only where
    the policy rounds at the leaf.
    """
    if isinstance(result, NoScore):
        if result.status == "not_arising":
            # A bonus is for what was done: the set's "full" does not give it for nothing, only the leaf's own can.
            common = "zero" if leaf.counts == "bonus" and policy.not_arising == "full" else policy.not_arising
            way = leaf.not_arising or common
            if way == "exclude":
                return None, (Step("policy.not_arising_exclude"),)
            points = best_of(leaf) if way == "full" else ZERO
            return points, (Step(f"policy.not_arising_{way}", sum=points),)
        return None, (Step(result.reason, result.data),)
    points, steps = result.points, result.steps
    if points > leaf.points:  # a fault of the set, which its check tells (W719, W721); a sheet must hold all the same
        points, steps = leaf.points, (*steps, Step("policy.over_max", {"max": leaf.points}, sum=leaf.points))
    if leaf.counts == "penalty":
        points, steps = -points, (*steps, Step("policy.penalty", sum=-points))
    if policy.rounding.at == "leaf":
        short = rounded(points, policy.rounding.digits, policy.rounding.mode)
        if short != points:
            points, steps = short, (*steps, Step("policy.rounding", {"digits": policy.rounding.digits}, sum=short))
    return points, steps


def claim_of(
    leaf: Leaf, unit: Unit, status: Status, computed: Decimal | None, policy: Policy
) -> tuple[Decimal | None, list[SheetFinding]]:
    """The unit's own score where it may stand, of a penalty below zero, and what is wrong with it.

    Where the policy rounds at the leaf it is rounded as the computed score is, so that what is printed adds up.

    A claim is left out where others give the points, where the criterion is out of the maximum for this unit, and
    where it is over the maximum.
    """
    claimed = unit.claims.get(leaf.code)
    if claimed is None:
        return None, []
    if leaf.scored_by != "unit" or status == "pending":
        return None, [SheetFinding(code="W605", criterion=leaf.code)]
    if status == "not_arising" and computed is None:
        return None, [SheetFinding(code="W610", criterion=leaf.code)]
    if claimed > leaf.points:
        return None, [SheetFinding(code="W606", criterion=leaf.code, data={"claimed": claimed, "max": leaf.points})]
    own = -claimed if leaf.counts == "penalty" else claimed
    if policy.rounding.at == "leaf":
        own = rounded(own, policy.rounding.digits, policy.rounding.mode)
    if own != computed and leaf.code not in unit.explanations:
        return own, [SheetFinding(code="W604", criterion=leaf.code, data={"claimed": own})]
    return own, []
