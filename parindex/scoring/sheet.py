"""The score sheet of one unit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from parindex import __version__
from parindex.model.criteria import CriteriaSet, Group, Node
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import (
    Input,
    Line,
    NodeLevel,
    Sheet,
    SheetFinding,
    SheetPlan,
    SheetSet,
    SheetUnit,
    Totals,
)
from parindex.model.unit import Unit
from parindex.scoring.derived import derive
from parindex.scoring.leaf import Context, context_of, score_leaf
from parindex.scoring.totals import class_of, gate_totals, totals_of
from parindex.values.numbers import exactly


@exactly
def score(
    unit: Unit,
    criteria: CriteriaSet,
    plans: Sequence[Plan],
    indicators: Mapping[str, Indicator],
    *,
    period: str | None = None,
    inputs: Sequence[Input] = (),
    elsewhere: Sequence[Plan] = (),
    corrected: Collection[str] = (),
) -> Sheet:
    """Score a unit: the same arguments give the same sheet.

    Every indicator of the set must be in ``indicators``; references are checked before (``KeyError`` otherwise).
    ``period`` is the year unless given; ``inputs`` are the files read, for the record. ``corrected`` are indicators
    whose figures the appraisal corrected: they come before what follows from the unit's tasks and inspections.
    """
    overruled = {indicators[id_].derived for id_ in corrected}
    derived = {kind: share for kind, share in derive(unit, plans).items() if kind not in overruled}
    context = context_of(criteria, indicators, unit, plans, elsewhere=elsewhere, period=period, derived=derived)
    findings: list[SheetFinding] = []
    leaves: list[Line] = []
    lines = tuple(
        _branch(domain.code, domain.name, "domain", domain.criteria, context, findings, leaves, domain=domain.id)
        for domain in criteria.domains
    )
    totals = _totals(leaves, context)
    parts = gate_totals(lines, criteria.policy, rescale=context.missing_survey == "rescale")
    return Sheet(
        program=f"parindex {__version__}",
        unit=SheetUnit(
            id=unit.unit.id,
            name=unit.unit.name,
            level=unit.unit.level,
            type=unit.unit.type,
            parent=unit.unit.parent,
            synthetic=unit.unit.synthetic,
        ),
        year=unit.year,
        period=context.period,
        set=SheetSet(
            id=criteria.id,
            title=criteria.title,
            status=criteria.status,
            decision=criteria.decision,
            scale=criteria.scale,
        ),
        plans=tuple(
            SheetPlan(id=plan.id, title=plan.title, issuer=plan.issuer, number=plan.number, date=plan.date)
            for plan in plans
        ),
        policy=criteria.policy,
        inputs=tuple(inputs),
        totals=totals,
        score_class=class_of(totals, parts, criteria.policy, unit.unit.type),
        lines=lines,
        documents=unit.documents,
        findings=tuple(findings),
    )


def _branch(
    code: str,
    name: str,
    level: NodeLevel,
    nodes: Sequence[Node],
    context: Context,
    findings: list[SheetFinding],
    leaves: list[Line],
    *,
    domain: str | None = None,
) -> Line:
    """A domain or group with all that is under it; its findings and leaves are added to those of the sheet."""
    children: list[Line] = []
    first = len(leaves)
    for node in nodes:
        if isinstance(node, Group):
            children.append(_branch(node.code, node.name, "group", node.criteria, context, findings, leaves))
        else:
            line, found = score_leaf(node, context)
            children.append(line)
            leaves.append(line)
            findings += found
    totals = _totals(leaves[first:], context)
    return Line(
        code=code,
        name=name,
        level=level,
        domain=domain,
        max=totals.max,
        computed=totals.computed,
        self_score=totals.earned,
        final=totals.earned,
        unreached=totals.unreached,
        totals=totals,
        children=tuple(children),
    )


def _totals(leaves: Sequence[Line], context: Context) -> Totals:
    return totals_of(leaves, context.criteria.policy, rescale=context.missing_survey == "rescale")
