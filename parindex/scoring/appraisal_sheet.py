"""A submitted sheet built again with what the appraisal made of each criterion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from parindex.model.policy import Policy
from parindex.model.sheet import ChangeLine, Line, Sheet, Totals
from parindex.model.unit import Unit
from parindex.scoring.totals import as_counted, class_of, gate_totals, totals_of
from parindex.values.numbers import ZERO


class Appraised(Struct, frozen=True):
    """What became of one criterion."""

    line: Line
    """By the corrected facts, where there are any, else as submitted."""
    submitted: Line
    round1: Decimal | None
    round2: Decimal | None
    final: Decimal | None
    given: bool
    """The final score was given by an appraiser, not by the rules."""
    history: tuple[ChangeLine, ...]


def rebuilt(sheet: Sheet, unit: Unit, policy: Policy, leaves: Mapping[str, Appraised]) -> Sheet:
    """The sheet with rounds and final scores; its totals, index and class are those of the final scores."""
    way = unit.missing_survey.policy if unit.missing_survey else policy.missing_survey
    rescale = way == "rescale"
    lines = tuple(_line(line, policy, rescale, leaves) for line in sheet.lines)
    totals = totals_of([leaf for line in lines for leaf in _counted(line, _final)], policy, rescale=rescale)
    klass = class_of(totals, gate_totals(lines, policy, rescale=rescale), policy, sheet.unit.type)
    return sheet.but(lines=lines, totals=totals, score_class=klass)


def contradicted(sheet: Sheet) -> Iterator[str]:
    """The codes of lines, ``totals`` or ``class`` that are not what the sheet's own final scores make them.

    The program makes no such sheet: it was edited, or made by something else.
    """
    rescale = sheet.totals.rescaled
    for line in sheet.every():
        if line.totals is not None:
            own = totals_of(_counted(line, _final), sheet.policy, rescale=rescale)
            if not _alike(own, line.totals) or line.final != line.totals.earned:
                yield line.code
    whole = [leaf for line in sheet.lines for leaf in _counted(line, _final)]
    if not _alike(totals_of(whole, sheet.policy, rescale=rescale), sheet.totals):
        yield "totals"
    gates = gate_totals(sheet.lines, sheet.policy, rescale=rescale)
    if class_of(sheet.totals, gates, sheet.policy, sheet.unit.type) != sheet.score_class:
        yield "class"


def _alike(one: Totals, other: Totals) -> bool:
    return (one.earned, one.scorable, one.max) == (other.earned, other.scorable, other.max)


def _line(line: Line, policy: Policy, rescale: bool, leaves: Mapping[str, Appraised]) -> Line:
    if line.level == "leaf":
        return _leaf(leaves[line.code])
    children = tuple(_line(child, policy, rescale, leaves) for child in line.children)
    below = [leaf for child in children for leaf in child.leaves()]

    def earned(value: Callable[[Line], Decimal | None]) -> Decimal | None:
        if all(value(leaf) is None for leaf in below):
            return None
        counted = [as_counted(leaf, value(leaf) if value(leaf) is not None else leaf.self_score) for leaf in below]
        return totals_of(counted, policy, rescale=rescale).earned

    totals = totals_of([as_counted(leaf, leaf.final) for leaf in below], policy, rescale=rescale)
    return line.but(
        children=children,
        computed=totals.computed,
        round1=earned(lambda leaf: leaf.round1),
        round2=earned(lambda leaf: leaf.round2),
        survey=earned_by_survey(below),
        final=totals.earned,
        unreached=totals.unreached,
        totals=totals,
    )


def _leaf(found: Appraised) -> Line:
    line, final = found.line, found.final
    best = ZERO if line.counts == "penalty" else line.max
    status, reason = line.status, line.reason
    if found.given:
        status, reason = "scored", None
    return line.but(
        self_score=found.submitted.self_score,
        claimed=found.submitted.claimed,
        round1=found.round1,
        round2=found.round2,
        survey=final if line.scored_by == "survey" else None,
        final=final,
        unreached=None if final is None else best - final,
        status=status,
        reason=reason,
        history=found.history,
    )


def earned_by_survey(leaves: list[Line]) -> Decimal | None:
    """What surveys gave, ``None`` where none did."""
    given = [leaf.survey for leaf in leaves if leaf.survey is not None]
    return sum(given, ZERO) if given else None


def _final(leaf: Line) -> Decimal | None:
    return leaf.final


def _counted(line: Line, value: Callable[[Line], Decimal | None]) -> list[Line]:
    return [as_counted(leaf, value(leaf)) for leaf in line.leaves()]
