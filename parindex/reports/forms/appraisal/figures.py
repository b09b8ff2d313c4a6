"""The figures of a criterion as the unit reports them, each with the cell in which an appraiser puts it right."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from parindex.locale.periods import period_name
from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.reports.forms.appraisal.source import AppraisalSource
from parindex.reports.forms.cells import Kind
from parindex.reports.forms.measures import entries
from parindex.rules.reports import Reports
from parindex.values.facts import Answer, Answers, Cases, Fact, Issued, Number, Ratio, Sent, Ticks
from parindex.values.findings import Route
from parindex.values.numbers import plain


class Figure(Struct, frozen=True):
    """One figure."""

    label: str
    route: Route
    """Where its correction belongs: ``(indicator, "values", "numerator")``."""
    kind: Kind
    given: str
    """What the unit says, as text; empty when it says nothing."""


def figures(leaf: Leaf, indicator: Indicator, source: AppraisalSource) -> list[Figure]:
    """All figures of an indicator in order."""
    found = _reports(leaf, indicator, source) if indicator.measure == "reports" else _values(leaf, indicator, source)
    return list(found)


def _values(leaf: Leaf, indicator: Indicator, source: AppraisalSource) -> Iterator[Figure]:
    fact, entry = source.fact(indicator), source.entry(indicator)
    conductor = (entry.conducted_by or "") if entry is not None else ""
    for each in entries(leaf, indicator, source.form):
        if each.name.startswith("reason:"):
            continue  # the reason of the correction says why cases do not count
        given = conductor if each.name == "conductor" else given_text(fact, each.name)
        yield Figure(each.label, each.route[1:], each.kind, given)


def given_text(fact: Fact | None, name: str) -> str:
    """What a fact says of one of its figures, known by the name that formulas use."""
    match fact:
        case Ratio(above, below):
            return {"numerator": plain(above), "denominator": plain(below)}.get(name, "")
        case Cases(count, excluded):
            return {"count": plain(count), "excluded:0": plain(excluded) if excluded else ""}.get(name, "")
        case Number(value):
            return plain(value) if name in ("percent", "amount", "rank", "count") else ""
        case Issued(on):
            return on.isoformat() if name == "date" else ""
        case Answer(yes):
            return ("true" if yes else "false") if name == "answer" else ""
        case Ticks(done):
            return "true" if name in done else "false"
        case Answers(counts):
            option = name.removeprefix("answer:")
            return plain(counts[option]) if option in counts else ""
        case _:
            return ""


def _reports(leaf: Leaf, indicator: Indicator, source: AppraisalSource) -> Iterator[Figure]:
    """Each report that is due or was sent: the day of sending, whether it was sent, whether its content will do."""
    fact = source.fact(indicator)
    sent = fact.reports if isinstance(fact, Sent) else {}
    rule = leaf.rule if isinstance(leaf.rule, Reports) else None
    required = [each.period for each in rule.required] if rule is not None else []
    for period in dict.fromkeys([*required, *sent]):
        report = sent.get(period)
        on = report.sent_at if report is not None else None
        route: Route = (indicator.id, "reports", period)
        name = period_name(period)[:1].upper() + period_name(period)[1:]
        yield Figure(f"{name}: ngày gửi", (*route, "sent_at"), "day", on.isoformat() if on else "")
        if on is not None:
            yield Figure(f"{name}: có gửi không", (*route, "sent"), "yes-no", "true")
        if rule is not None and rule.content:
            adequate = {None: "", True: "true", False: "false"}[report.adequate if report is not None else None]
            yield Figure(f"{name}: nội dung đạt không", (*route, "adequate"), "yes-no", adequate)
