"""A score sheet reduced to what a ranking needs: totals, domains and leaves as plain numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from parindex.model.policy import Policy, ScoreClass
from parindex.model.sheet import Line, Sheet, Totals
from parindex.scoring.totals import at_total, class_of, classes_of, failed_gates
from parindex.values.numbers import ZERO, exact, gathered

TOTAL = ""
"""The code of the whole, beside the codes of the domains."""


class NextClass(Struct, frozen=True):
    """The class above the one that a unit has."""

    name: str
    short: Decimal
    """Points of the index still short of its threshold; 0 when only gates keep the unit out."""
    gates: tuple[str, ...] = ()
    """Codes of the parts that are under the minimum which the class asks of them."""


class PartResult(Struct, frozen=True):
    """What a unit has in the whole set, or in one domain."""

    code: str
    """``TOTAL`` for the whole."""
    name: str
    max: Decimal
    scorable: Decimal
    """The maximum that could be scored: the base of the index."""
    earned: Decimal
    survey: Decimal
    """What the survey criteria gave; ``earned`` less this is the appraised part."""
    index: Decimal | None
    """``None``: nothing could be scored."""
    pending: Decimal
    """What still waits: of a survey that is rescaled nothing does."""
    missing: Decimal
    provisional: bool
    rescaled: bool
    score_class: str | None
    next_class: NextClass | None
    previous_index: Decimal | None = None
    previous_place: int | None = None
    computed_index: Decimal | None = None
    """The index by the rules alone, where the unit's own scores make it another one."""

    @property
    def appraised(self) -> Decimal:
        """Points that do not come from surveys, bonus and penalty included."""
        with exact():
            return self.earned - self.survey


class LeafResult(Struct, frozen=True):
    """What a unit has in one criterion."""

    code: str
    name: str
    domain: str
    """The code of its domain."""
    max: Decimal
    counts: str
    final: Decimal | None
    """``None`` is a score that does not exist yet, never zero."""
    status: str


class UnitHead(Struct, frozen=True):
    """Which unit, when, and by which set."""

    id: str
    name: str
    type: str | None
    parent: str | None
    synthetic: bool
    year: int
    period: str
    set_id: str


class UnitResult(UnitHead, frozen=True):
    """One unit in one year."""

    set_title: str
    set_status: str
    decision: str | None
    """The decision that issued an official set."""
    policy: Policy
    parts: tuple[PartResult, ...]
    """The whole first, then the domains in order."""
    leaves: tuple[LeafResult, ...]


def result_of(sheet: Sheet) -> UnitResult:
    """The result that a sheet holds."""
    policy, kind = sheet.policy, sheet.unit.type
    known = _parts(sheet.lines)
    previous = sheet.previous
    parts = [
        _part(
            TOTAL,
            "",
            sheet.totals,
            sheet.lines,
            policy,
            sheet.score_class,
            next_class(sheet.totals.index, sheet.score_class, known, policy, kind),
            previous.index if previous else None,
            previous.place if previous else None,
        )
    ]
    bare = without_gates(policy)
    for line in sheet.lines:
        if line.totals is not None:
            own = class_of(line.totals, {}, bare, kind)
            above = next_class(line.totals.index, own, {}, bare, kind)
            # By the domain's id, for its name can change; sheets of before have it by name.
            last = previous.parts.get(line.domain or "", previous.parts.get(line.name)) if previous else None
            parts.append(_part(line.code, line.name, line.totals, [line], policy, own, above, last, None))
    return UnitResult(
        id=sheet.unit.id,
        name=sheet.unit.name,
        type=kind,
        parent=sheet.unit.parent,
        synthetic=sheet.unit.synthetic,
        year=sheet.year,
        period=sheet.period,
        set_id=sheet.set.id,
        set_title=sheet.set.title,
        set_status=sheet.set.status,
        decision=sheet.set.decision,
        policy=policy,
        parts=tuple(parts),
        leaves=tuple(_leaf(leaf, domain) for domain in sheet.lines for leaf in domain.leaves()),
    )


def next_class(
    index: Decimal | None, own: str | None, parts: Mapping[str, Totals], policy: Policy, kind: str | None
) -> NextClass | None:
    """The class just above ``own`` and what keeps the unit out of it; ``None`` at the top or without classes.

    A domain is judged by the same thresholds; gates are conditions of the whole and do not hold for it.
    """
    if index is None:
        return None
    ladder = sorted(classes_of(policy, kind), key=lambda each: each.from_)
    names = [each.name for each in ladder]
    above = ladder[names.index(own) + 1 :] if own in names else ladder
    if not above:
        return None
    with exact():
        short = max(above[0].from_ - index, ZERO)
    return NextClass(above[0].name, short, failed_gates(above[0], parts))


def without_gates(policy: Policy) -> Policy:
    """The policy with the thresholds of its classes alone."""
    classes = {
        kind: [ScoreClass(name=each.name, from_=each.from_) for each in ladder]
        for kind, ladder in policy.classes.items()
    }
    return policy.model_copy(update={"classes": classes})


def _parts(lines: Sequence[Line]) -> dict[str, Totals]:
    parts: dict[str, Totals] = {}
    for line in lines:
        if line.totals is not None:
            parts[line.code] = parts[line.domain or line.code] = line.totals
        parts |= _parts(line.children)
    return parts


def _part(
    code: str,
    name: str,
    totals: Totals,
    lines: Sequence[Line],
    policy: Policy,
    own: str | None,
    above: NextClass | None,
    previous_index: Decimal | None,
    previous_place: int | None,
) -> PartResult:
    surveys = [leaf for line in lines for leaf in line.leaves() if leaf.scored_by == "survey"]
    # After an appraisal the scores are the council's, whatever was claimed.
    claims = any(leaf.claimed is not None and leaf.final == leaf.self_score for line in lines for leaf in line.leaves())
    with exact():
        # Gathered and rounded as the total is: what is left of it is the appraised part, never a little below 0.
        waiting = [leaf for leaf in surveys if leaf.status == "pending" and leaf.counts == "normal"]
        rescaled = sum((leaf.max for leaf in waiting), ZERO) if totals.rescaled else ZERO
        survey = at_total(
            gathered(sum((leaf.final or ZERO for leaf in surveys if leaf.counts == "normal"), ZERO)), policy
        )
    return PartResult(
        code=code,
        name=name,
        max=totals.max,
        scorable=totals.scorable,
        earned=totals.earned,
        survey=survey,
        index=totals.index,
        pending=totals.pending - rescaled,
        missing=totals.missing,
        provisional=totals.provisional,
        rescaled=totals.rescaled,
        score_class=own,
        next_class=above,
        previous_index=previous_index,
        previous_place=previous_place,
        computed_index=totals.computed_index if claims and totals.computed_index != totals.index else None,
    )


def _leaf(leaf: Line, domain: Line) -> LeafResult:
    return LeafResult(leaf.code, leaf.name, domain.code, leaf.max, leaf.counts, leaf.final, leaf.status or "scored")
