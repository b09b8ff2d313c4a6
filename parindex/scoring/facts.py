"""From a unit's entries to the facts that rules understand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from parindex.model.criteria import CaseFacts
from parindex.model.indicators import Indicator
from parindex.model.unit import FactEntry, Proof, Reported, Unit, Values
from parindex.values.facts import Answer, Answers, Cases, Fact, Issued, Measure, Number, Ratio, Received, Sent, Ticks
from parindex.values.numbers import exact
from parindex.values.periods import quarters_of, within

ADDED: frozenset[Measure] = frozenset({"ratio", "count", "amount"})
"""Measures whose periods add up; percents, ranks and days never do."""

NUMBER_KEYS = ("percent", "count", "amount", "rank")

KEYS_OF: Mapping[Measure, frozenset[str]] = {
    "ratio": frozenset({"numerator", "denominator"}),
    "percent": frozenset({"percent"}),
    "count": frozenset({"count", "excluded"}),
    "amount": frozenset({"amount"}),
    "yes-no": frozenset({"answer"}),
    "date": frozenset({"date", "answer"}),
    "reports": frozenset({"reports"}),
    "checklist": frozenset({"done"}),
    "survey": frozenset({"numerator", "denominator", "percent", "answers"}),
    "rank": frozenset({"rank"}),
}
"""The keys of ``values`` that fit each measure."""


def given_keys(values: Values) -> frozenset[str]:
    """The keys that an entry really gives."""
    given = values.__dict__
    return frozenset([key for key in values.model_fields_set if given[key] is not None and given[key] != []])


def from_values(values: Values, measure: Measure) -> Fact | None:
    """The fact that some figures state, or ``None`` when none of their keys fits the measure."""
    if isinstance(values, CaseFacts) and values.reports is not None:
        return sent(values.reports)
    fitting = KEYS_OF[measure]
    if not (values.model_fields_set <= fitting or given_keys(values) <= fitting):
        return None
    if values.numerator is not None and values.denominator is not None:
        return Ratio(values.numerator, values.denominator)
    if values.count is not None and (values.excluded or measure == "count"):
        with exact():
            return Cases(values.count, _total(case.count for case in values.excluded))
    for key in NUMBER_KEYS:
        if (value := getattr(values, key)) is not None:
            return Number(value)
    if values.date is not None:
        return Issued(values.date)
    if values.answer is not None:
        return Answer(values.answer)
    if values.done is not None:
        return Ticks(frozenset(values.done))
    if values.answers is not None:
        return Answers(values.answers)
    return None


def sent(reports: Mapping[str, Reported]) -> Sent:
    """The reports of a duty as a fact."""
    return Sent({period: Received(report.sent_at, report.adequate) for period, report in reports.items()})


def fact_of(unit: Unit, indicator: Indicator, period: str) -> Fact | None:
    """What the unit reports for an indicator in a period; ``None`` when it reports nothing.

    The year's figures stand as given. Without them, and for shorter periods, the figures of the quarters are added
    up where the indicator adds up over time (numerators and denominators, never percents), or the last one counts.
    Of reports those count whose own period ends in the one asked for.
    """
    if indicator.measure == "reports":
        reports = unit.reports.get(indicator.id)
        due = {each: report for each, report in (reports or {}).items() if within(each, period)}
        return sent(due) if due or (reports is not None and period == str(unit.year)) else None
    entry = unit.facts.get(indicator.id)
    if entry is None:
        return None
    if period == str(unit.year) and entry.values is not None:
        return from_values(entry.values, indicator.measure)
    if period in entry.periods:
        return from_values(entry.periods[period].values, indicator.measure)
    return _over_time(entry, indicator, quarters_of(period))


def _over_time(entry: FactEntry, indicator: Indicator, quarters: tuple[str, ...]) -> Fact | None:
    parts = [entry.periods[quarter].values for quarter in quarters if quarter in entry.periods]
    if not parts or indicator.over_time == "none":
        return None
    if indicator.over_time == "sum" and indicator.measure not in ADDED:
        return None
    if indicator.over_time == "last":
        return from_values(parts[-1], indicator.measure) if quarters[-1] in entry.periods else None
    if len(parts) < len(quarters):
        return None
    facts = [from_values(part, indicator.measure) for part in parts]
    return _added([fact for fact in facts if fact is not None]) if None not in facts else None


def _added(facts: list[Fact]) -> Fact | None:
    """The sum of the parts; ``None`` where they are of several kinds or of a kind that does not add up."""
    if len({type(fact) for fact in facts}) != 1:
        return None
    with exact():
        match facts:
            case [Ratio(), *_]:
                ratios = [fact for fact in facts if isinstance(fact, Ratio)]
                return Ratio(_total(r.numerator for r in ratios), _total(r.denominator for r in ratios))
            case [Cases(), *_]:
                cases = [fact for fact in facts if isinstance(fact, Cases)]
                return Cases(_total(c.count for c in cases), _total(c.excluded for c in cases))
            case [Number(), *_]:
                return Number(_total(fact.value for fact in facts if isinstance(fact, Number)))
            case _:
                return None


def _total(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))


def proofs_of(unit: Unit, indicator: str, period: str) -> tuple[Proof, ...]:
    """The evidence that the unit gives for an indicator, in order, each document and place once.

    Of a shorter period than the year that of its own figures, else the year's, and of the reports in it.
    """
    whole = period == str(unit.year)
    proofs: list[Proof] = []
    if entry := unit.facts.get(indicator):
        counted = () if whole else (period, *quarters_of(period))
        own = [proof for each, part in entry.periods.items() if whole or each in counted for proof in part.evidence]
        proofs += [*entry.evidence, *own] if whole or not own else own
    for each, report in unit.reports.get(indicator, {}).items():
        proofs += report.evidence if whole or within(each, period) else []
    if nothing := unit.not_arising.get(indicator):
        proofs += nothing.evidence
    return once(proofs)


def once(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """Each document and place once, in order."""
    found = tuple(proofs)
    return found if len(found) < 2 else tuple({(proof.doc, proof.at): proof for proof in found}.values())
