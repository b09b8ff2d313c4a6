"""One leaf: its facts, its target, its rule, and what the policy makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from parindex.model.criteria import CriteriaSet, Leaf
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import Line, MoreLine, SheetFinding
from parindex.model.unit import Proof, Unit
from parindex.rules.base import MISSING, Inputs, number
from parindex.rules.reports import Reports
from parindex.scoring.derived import Derived, derived_proofs
from parindex.scoring.facts import fact_of, from_values, once, proofs_of
from parindex.scoring.grounds import Ground, Grounds, grounds_of
from parindex.scoring.leaf_policy import best_of, claim_of, points_of
from parindex.scoring.lines import fact_line, step_line
from parindex.scoring.reach import more
from parindex.scoring.targets import Resolved
from parindex.scoring.tasks import Share
from parindex.values.facts import Fact, Ratio
from parindex.values.numbers import ZERO
from parindex.values.periods import within
from parindex.values.steps import NoScore, Outcome, Status, Step


class Context(Struct, frozen=True):
    """What all leaves of one sheet share."""

    criteria: CriteriaSet
    indicators: Mapping[str, Indicator]
    unit: Unit
    plans: tuple[Plan, ...]
    period: str
    derived: Derived
    """Facts that follow from the unit's tasks and inspections."""
    grounds: Grounds
    """What the leaves are judged against, whichever unit is scored."""
    whole_year: bool
    """Whether the year is scored, not a part of it."""

    def fact(self, id_: str) -> Fact | None:
        """What is known of an indicator: derived where it can be, else as the unit reports it."""
        indicator = self.indicators[id_]
        if indicator.derived and indicator.derived in self.derived:
            return self.derived[indicator.derived].ratio
        return fact_of(self.unit, indicator, self.period)

    def proofs(self, id_: str) -> tuple[Proof, ...]:
        """The evidence of an indicator."""
        kind = self.indicators[id_].derived
        own = proofs_of(self.unit, id_, self.period)
        return once(own + derived_proofs(self.unit, kind)) if kind and kind in self.derived else own

    def share(self, id_: str) -> Share | None:
        """The share of tasks or findings that an indicator is, where it follows from the unit's entries."""
        kind = self.indicators[id_].derived
        return self.derived.get(kind) if kind else None

    @property
    def missing_survey(self) -> str:
        """The unit's own way with a missing survey, else the set's."""
        own = self.unit.missing_survey
        return own.policy if own else self.criteria.policy.missing_survey


def context_of(
    criteria: CriteriaSet,
    indicators: Mapping[str, Indicator],
    unit: Unit,
    plans: Sequence[Plan],
    *,
    elsewhere: Sequence[Plan] = (),
    period: str | None = None,
    derived: Derived,
) -> Context:
    """What the leaves of a unit share; ``period`` is the year unless given."""
    grounds = grounds_of(criteria, indicators, plans, elsewhere)
    year = str(unit.year)
    period = period or year
    return Context(criteria, indicators, unit, tuple(plans), period, derived, grounds, period == year)


def score_leaf(leaf: Leaf, context: Context) -> tuple[Line, list[SheetFinding]]:
    """The leaf's line of the sheet, with the findings that the scoring itself makes."""
    unit, policy = context.unit, context.criteria.policy
    ground = context.grounds.of(leaf, unit.unit.level)
    names = ground.names
    facts = {name: context.fact(id_) for name, id_ in names.items()}
    previous = _previous(names, context)
    resolved = _target(ground, context, previous)
    result = _result(ground, context, facts, previous, resolved)
    proved = [context.proofs(id_) for id_ in names.values()]
    proofs = proved[0] if len(proved) == 1 else once(chain(*proved))
    explanation = unit.explanations.get(leaf.code)
    status: Status
    reason: str | None
    status, reason = ("scored", None) if isinstance(result, Outcome) else (result.status, result.reason)
    computed, steps = points_of(leaf, result, policy)
    findings = _target_findings(leaf, resolved)

    # A penalty stands without evidence: nobody escapes one by proving nothing.
    if status == "scored" and computed and not proofs and leaf.scored_by == "unit" and leaf.counts != "penalty":
        status, reason = "unsupported", "unsupported.none"
        if policy.missing_evidence == "zero":
            computed, steps = ZERO, (*steps, Step("policy.unsupported_zero", sum=ZERO))
        if explanation is None:
            findings.append(SheetFinding(code="W603", criterion=leaf.code))
    # What the unit claims, and the day to which its figures hold, are of the year.
    claimed, found = claim_of(leaf, unit, status, computed, policy) if context.whole_year else (None, [])
    findings += found
    self_score = claimed if claimed is not None else computed
    if self_score is None and status in ("missing", "no_target", "invalid"):
        self_score = ZERO
    target = resolved.line
    line = ground.line.but(
        computed=computed,
        self_score=self_score,
        claimed=claimed,
        final=self_score,
        status=status,
        reason=reason,
        unreached=None if self_score is None else best_of(leaf) - self_score,
        facts=tuple(
            [
                fact_line(
                    ground.facts[name],
                    fact,
                    unit.facts.get(id_),
                    previous.get(name),
                    context.share(id_),
                    whole_year=context.whole_year,
                )
                for name, id_ in names.items()
                if (fact := facts[name]) is not None
            ]
        ),
        target=target,
        other_targets=resolved.others,
        met=result.met if isinstance(result, Outcome) else None,
        steps=tuple([step_line(step) for step in steps]),
        more=_more(ground, context, facts, previous, result, resolved),
        evidence=proofs,
        explanation=explanation,
        note=unit.notes.get(leaf.code),
    )
    return line, findings


def _result(
    ground: Ground,
    context: Context,
    facts: Mapping[str, Fact | None],
    previous: Mapping[str, Fact],
    resolved: Resolved,
) -> Outcome | NoScore:
    leaf, unit = ground.leaf, context.unit
    # Only what the unit enters can it declare as not arising: a survey or the council is not answered for by the unit.
    ids = ground.names.values()
    nothing = unit.not_arising
    if nothing and leaf.scored_by == "unit" and ids and all(id_ in nothing for id_ in ids):
        return NoScore("not_arising", "not_arising.declared")
    if leaf.scored_by == "council":
        return NoScore("pending", "pending.council")
    if leaf.scored_by == "survey":
        admitted = context.criteria.policy.surveys
        entries = [unit.facts.get(id_) for id_ in ids]
        if not all(entry and entry.conducted_by in admitted for entry in entries):
            own = any(entry and entry.conducted_by == "self" for entry in entries)
            return NoScore("pending", "pending.own_survey" if own else "pending.survey")
    known: dict[str, Fact] = {}
    for name, fact in facts.items():
        if isinstance(fact, Ratio) and fact.numerator > fact.denominator:
            return NoScore("invalid", "invalid.over_denominator")
        if fact is not None:
            known[name] = fact
    if resolved.needs_previous:
        return NoScore("no_target", "no_target.previous")
    inputs = _inputs(ground, known, previous, resolved)
    if not context.whole_year and isinstance(leaf.rule, Reports):
        late = [each.period for each in leaf.rule.required if not within(each.period, context.period)]
        inputs = replace(inputs, outside=frozenset(late))
    found = leaf.rule.score(inputs, leaf.points)
    return NoScore("missing", "missing.period") if not context.whole_year and found == MISSING else found


def _inputs(ground: Ground, facts: Mapping[str, Fact], previous: Mapping[str, Fact], resolved: Resolved) -> Inputs:
    target = resolved.target
    if ground.due and ground.leaf.rule.kind == "deadline" and resolved.line and resolved.line.source == "set":
        target = None  # the day that a plan prints comes before the set's own threshold
    return Inputs(facts, target, previous, ground.due)


def _previous(names: Mapping[str, str], context: Context) -> dict[str, Fact]:
    if context.unit.previous is None:
        return {}
    figures = context.unit.previous.facts
    facts = {
        name: from_values(figures[id_], context.indicators[id_].measure)
        for name, id_ in names.items()
        if id_ in figures
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _target(ground: Ground, context: Context, previous: Mapping[str, Fact]) -> Resolved:
    if ground.resolved is not None:
        return ground.resolved
    last = number(previous.get("value"))  # last year's figure may contradict itself: then it is not known
    known = None if isinstance(last, NoScore) else last[1]
    return context.grounds.target(ground.leaf, context.unit.unit, known)


def _more(
    ground: Ground,
    context: Context,
    facts: Mapping[str, Fact | None],
    previous: Mapping[str, Fact],
    result: Outcome | NoScore,
    resolved: Resolved,
) -> MoreLine | None:
    leaf, fact = ground.leaf, facts.get("value")
    if not isinstance(result, Outcome) or not isinstance(fact, Ratio) or leaf.indicator is None:
        return None
    if leaf.counts == "penalty" or result.points >= leaf.points:
        return None
    inputs = _inputs(ground, {"value": fact}, previous, resolved)
    return more(leaf, inputs, result, context.indicators[leaf.indicator])


def _target_findings(leaf: Leaf, resolved: Resolved) -> list[SheetFinding]:
    findings = []
    if resolved.weaker is not None and resolved.line is not None:
        lines = {"own": resolved.weaker, "binding": resolved.line}
        findings.append(
            SheetFinding(
                code="W601",
                criterion=leaf.code,
                data={name: line.value for name, line in lines.items()},
                words={f"{name}_comparator": line.comparator for name, line in lines.items()}
                | {f"{name}_unit": line.unit for name, line in lines.items()},
            )
        )
    if resolved.clash is not None:
        findings.append(SheetFinding(code="W602", criterion=leaf.code, words={"plan": resolved.clash}))
    return findings


def judged_by(leaf: Leaf, context: Context) -> tuple[Inputs, Resolved]:
    """What the leaf is judged against whatever the unit reports: the target in force, due days, last year's facts."""
    ground = context.grounds.of(leaf, context.unit.unit.level)
    previous = _previous(ground.names, context)
    resolved = _target(ground, context, previous)
    return _inputs(ground, {}, previous, resolved), resolved
