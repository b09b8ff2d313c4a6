"""A unit's file as it would read with some things done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from parindex.model.indicators import Indicator
from parindex.model.unit import Excluded, FactEntry, Proof, Reported, Unit, Values
from parindex.scoring.reach import Way
from parindex.values.facts import Answer, Answers, Cases, Fact, Issued, Number, Ratio, Sent, Ticks

SUPPOSED = Proof.model_construct(doc="bo-sung")
"""The evidence that what is done will have; its document is not there yet."""


def changed(
    unit: Unit,
    indicators: Mapping[str, Indicator],
    done: Iterable[tuple[str, Way, str]],
    *,
    prove: Sequence[str] = (),
) -> Unit:
    """The unit with some ways gone, each of an indicator and for a criterion (whose claim is dropped).

    Everything that changes, and every indicator in ``prove``, has evidence. Nothing is checked: the result is for the
    engine alone and is never written.
    """
    facts, reports, claims = dict(unit.facts), dict(unit.reports), dict(unit.claims)
    for id_, way, code in done:
        claims.pop(code, None)
        if isinstance(way.fact, Sent):
            reports[id_] = _sent(reports.get(id_, {}), way.fact)
        else:
            facts[id_] = _entry(facts.get(id_), way.fact, indicators[id_])
    for id_ in prove:
        if id_ in facts:
            facts[id_] = facts[id_].model_copy(update={"evidence": _proved(facts[id_].evidence)})
        if id_ in reports:
            reports[id_] = {
                period: report.model_copy(update={"evidence": _proved(report.evidence)})
                for period, report in reports[id_].items()
            }
    return unit.model_copy(update={"facts": facts, "reports": reports, "claims": claims})


def _proved(evidence: Sequence[Proof]) -> list[Proof]:
    return list(evidence) or [SUPPOSED]


def _sent(before: Mapping[str, Reported], added: Sent) -> dict[str, Reported]:
    new = {
        period: Reported.model_construct(sent_at=report.sent_at, evidence=[SUPPOSED], adequate=report.adequate)
        for period, report in added.reports.items()
    }
    return {**before, **new}


def _entry(before: FactEntry | None, fact: Fact, indicator: Indicator) -> FactEntry:
    if isinstance(fact, Ticks) and before is not None and before.values is not None:
        fact = Ticks(fact.done | frozenset(before.values.done or ()))
    evidence = _proved(before.evidence if before is not None else ())
    values = Values.model_construct(**values_of(fact, indicator))
    if before is None:
        return FactEntry.model_construct(values=values, evidence=evidence)
    return before.model_copy(update={"values": values, "evidence": evidence})


def values_of(fact: Fact, indicator: Indicator) -> dict[str, Any]:
    """The keys of ``values`` that state a fact."""
    match fact:
        case Ratio(numerator, denominator):
            return {"numerator": numerator, "denominator": denominator}
        case Cases(count, excluded):
            out = [Excluded.model_construct(count=excluded, reason="–")] if excluded else []
            return {"count": count, "excluded": out}
        case Number(value):
            return {_KEY.get(indicator.measure, "percent"): value}
        case Issued(on):
            return {"date": on}
        case Answer(yes):
            return {"answer": yes}
        case Ticks(done):
            return {"done": sorted(done)}
        case Answers(counts):
            return {"answers": dict(counts)}
        case Sent():
            return {}


_KEY: Mapping[str, str] = {"amount": "amount", "rank": "rank", "count": "count"}
