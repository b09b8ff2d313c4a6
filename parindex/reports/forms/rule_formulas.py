"""One formula per kind of rule: the points for a measured fact, as the rule itself gives them.

The engine counts in decimals, Excel in binary floating point: steps are rounded to nine decimals before they are
counted, so that 0,3 ÷ 0,1 is three steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from parindex.reports.forms.basis import INVALID, NO_DAY, NO_PREVIOUS, NO_TARGET, NUMERIC, Basis, day, number, text
from parindex.rules.bands import Band, Bands
from parindex.rules.base import Rule
from parindex.rules.change import Change
from parindex.rules.checklist import Checklist
from parindex.rules.compare import Compare
from parindex.rules.curve import Curve
from parindex.rules.deadline import Deadline
from parindex.rules.meets import Meets
from parindex.rules.per_case import PerCase
from parindex.rules.proportional import Proportional
from parindex.rules.reports import Reports
from parindex.rules.survey import Survey
from parindex.values.deadlines import Due
from parindex.values.facts import is_defined, measured
from parindex.values.numbers import evaluate

MEASURES: Mapping[str, Sequence[str]] = {
    "meets": (*NUMERIC, "date", "yes-no"),
    "compare": (*NUMERIC, "date"),
    "deadline": ("date", "yes-no"),
    "checklist": ("checklist",),
    "reports": ("reports",),
}
"""The measures that a rule can judge; all others the numeric ones."""


def never(rule: Rule, basis: Basis) -> str:
    """What there is for a thing that was not done at all."""
    if isinstance(rule, Deadline):
        return "0"
    if not isinstance(rule, Meets):
        return text(INVALID)
    target = basis.target
    if target is not None and isinstance(target.value, bool):
        return number(basis.leaf.points if target.value is False else Decimal(0))
    if target is None or not isinstance(target.value, date):
        # Without a target the engine holds "not done" against yes.
        return "0" if target is None else text(INVALID)
    return "0"


def _meets(rule: Meets, basis: Basis) -> str:
    all_, target = number(basis.leaf.points), basis.target
    measure = basis.indicator.measure
    if measure == "yes-no":
        wanted = True if target is None else target.value
        if isinstance(wanted, date):
            return f"IF({basis.measured}=1,{text(NO_DAY)},0)"
        return text(INVALID) if not isinstance(wanted, bool) else f"IF({basis.measured}={int(wanted)},{all_},0)"
    if target is None:
        return text(NO_TARGET)
    if measure == "date":
        if not isinstance(target.value, date):
            return text(INVALID)
        last = Due(target.value, target.comparator != "<").last_day
        signs = {">=": ">=", ">": ">"}
        if target.comparator in signs:
            return f"IF({basis.measured}{target.comparator}{day(target.value)},{all_},0)"
        return f"IF({basis.measured}<={day(last)},{all_},0)"
    if not _is_number(target.value):
        return text(INVALID)
    return f"IF({_met(basis)},{all_},0)"


def _proportional(rule: Proportional, basis: Basis) -> str:
    target, at = basis.target, basis.measured
    if target is None:
        return text(NO_TARGET)
    if not isinstance(target.value, Decimal) or target.lower_is_better:
        return text(INVALID)
    all_ = number(basis.leaf.points)
    base = Decimal(100) if rule.base == "hundred" else target.value
    part = f"IF({at}>={number(base)},{all_},{all_}*{at}/{number(base)})" if base > 0 else text(INVALID)
    found = f"IF({_met(basis)},{all_},IF({at}<{number(rule.floor)},0,{part}))"
    return f"IF({at}>100,{text(INVALID)},{found})" if rule.base == "hundred" else found


def _bands(rule: Bands, basis: Basis) -> str:
    if (place := _place(rule.of, basis)) is None:
        return text(NO_TARGET if basis.target is None else INVALID)
    found = _in_band(rule.bands, place)
    first = rule.bands[0].from_
    return found if first is None else f"IF({place}<{number(first)},{text(INVALID)},{found})"


def _in_band(bands: Sequence[Band], place: str) -> str:
    found = number(bands[-1].points)
    for band in reversed(bands[:-1]):
        found = f"IF({place}<{number(band.to or Decimal(0))},{number(band.points)},{found})"
    return found


def _place(of: str, basis: Basis) -> str | None:
    """The value, or the percent of the target; ``None`` where there is no number to divide by."""
    if of == "value":
        return basis.measured
    target = basis.target
    if target is None or not _is_number(target.value) or target.value <= 0:  # type: ignore[operator]
        return None
    return f"({basis.measured}*100/{number(target.value)})"  # type: ignore[arg-type]


def _curve(rule: Curve, basis: Basis) -> str:
    if (place := _place(rule.of, basis)) is None:
        return text(NO_TARGET if basis.target is None else INVALID)
    found = number(rule.through[-1].points)
    for left, right in reversed(list(pairwise(rule.through))):
        rise, run = number(right.points - left.points), number(right.at - left.at)
        line = f"{number(left.points)}+({rise})*({place}-({number(left.at)}))/({run})"
        found = f"IF({place}<{number(right.at)},{line},{found})"
    first = rule.through[0]
    return f"IF({place}<={number(first.at)},{number(first.points)},{found})"


def _deadline(rule: Deadline, basis: Basis) -> str:
    if basis.indicator.measure == "yes-no":  # not done is never; done on a day that is not told cannot be judged
        return f"IF({basis.measured}=1,{text(NO_DAY)},0)"
    target, due = basis.target, None
    if target is not None and isinstance(target.value, date):
        due = Due(target.value, target.comparator != "<")
    else:
        due = basis.inputs.due.get("") or (rule.due.as_due() if rule.due else None)
    if due is None:
        return text(NO_TARGET)
    late = f"({basis.measured}-{day(due.last_day)})"
    found = number(rule.later)
    for step in reversed(rule.late):
        found = f"IF({late}<={step.within_days},{number(step.points)},{found})"
    return f"IF({late}<=0,{number(rule.on_time)},{found})"


def _reports(rule: Reports, basis: Basis) -> str:
    terms = []
    for required in rule.required:
        due = basis.inputs.due.get(required.period) or required.as_due()
        sent = basis.cells[required.period]
        good = f"IF({sent}<={day(due.last_day)},{number(rule.on_time)},{number(rule.late)})"
        more = f"+{number(rule.content)}" if rule.content and f"adequate:{required.period}" in basis.cells else ""
        terms.append(f"IF(ISNUMBER({sent}),{good}{more},0)")
    return "+".join(terms)


def _checklist(rule: Checklist, basis: Basis) -> str:
    cells = [(f'{basis.cells[item.id]}="Có"', item.points) for item in rule.items if item.id in basis.cells]
    if rule.all_or_nothing:
        if len(cells) < len(rule.items):
            return "0"
        return f"IF(AND({','.join(done for done, _ in cells)}),{number(basis.leaf.points)},0)"
    return "+".join(f"IF({done},{number(points)},0)" for done, points in cells) or "0"


def _per_case(rule: PerCase, basis: Basis) -> str:
    at, points = basis.measured, basis.leaf.points
    full = _steps(at, rule.above, rule.every)
    each = number(rule.each) if rule.each is not None else f"({number(points)}*{number(rule.share or Decimal(0))}/100)"
    cap = min(points, rule.cap) if rule.cap is not None else points
    total = f"{number(points)}-{full}*{each}" if rule.direction == "deduct" else f"{full}*{each}"
    return f"IF({at}<0,{text(INVALID)},MAX({number(rule.floor)},MIN({number(cap)},{total})))"


def _steps(value: str, above: Decimal, every: Decimal) -> str:
    return f"MAX(0,INT(ROUND(({value}-({number(above)}))/{number(every)},9)))"


def _compare(rule: Compare, basis: Basis) -> str:
    at, target = basis.measured, basis.target
    if basis.indicator.measure == "date":
        if rule.against == "previous" or (target is not None and not isinstance(target.value, date)):
            return text(INVALID)
        if target is None:
            return text(NO_TARGET)
        last = day(Due(target.value, target.comparator != "<").last_day)  # type: ignore[arg-type]
        return _sides(f"{at}<{last}", f"{at}={last}", rule)
    if rule.against == "target":
        if target is None or not _is_number(target.value):
            return text(NO_TARGET if target is None else INVALID)
        reference = number(target.value)  # type: ignore[arg-type]
    elif (last_year := _last_year(basis)) is None:
        return text(NO_PREVIOUS)
    else:
        reference = last_year
    sign = ">" if rule.direction == "higher" else "<"
    found = _sides(f"{at}{sign}{reference}", f"{at}={reference}", rule)
    return _given(reference, found) if rule.against == "previous" else found


def _sides(better: str, equal: str, rule: Compare) -> str:
    return f"IF({better},{number(rule.better)},IF({equal},{number(rule.equal)},{number(rule.worse)}))"


def _change(rule: Change, basis: Basis) -> str:
    if (last := _last_year(basis)) is None:
        return text(NO_PREVIOUS)
    at = basis.measured
    change = f"({at}-{last})" if rule.direction == "increase" else f"({last}-{at})"
    if rule.measured == "percent":
        change = f"({change}*100/{last})"
    if rule.step is not None:
        cap = basis.leaf.points if rule.step.cap is None else min(basis.leaf.points, rule.step.cap)
        found = f"MIN({number(cap)},{_steps(change, rule.step.above, rule.step.every)}*{number(rule.step.each)})"
    else:
        found = _in_band(rule.bands or [], f"ROUND({change},9)")
    if rule.measured == "percent":
        found = f"IF({last}<=0,{text(INVALID)},{found})"
    return _given(last, found)


def _given(last: str, found: str) -> str:
    """What is found where last year's figure is a number; why not, where it is none."""
    return f'IF(ISNUMBER({last}),{found},IF({last}="",{text(NO_PREVIOUS)},{last}))'


def _last_year(basis: Basis) -> str | None:
    """Last year's figure: the cell to fill in, else what the file says."""
    if basis.last_year:
        return basis.last_year
    fact = basis.inputs.previous.get("value")
    if fact is None or not is_defined(fact) or (share := measured(fact)) is None:
        return None
    return repr(float(evaluate(share)))


def _survey(rule: Survey, basis: Basis) -> str:
    all_, at = number(basis.leaf.points), basis.measured
    found = f"IF(OR({at}<0,{at}>100),{text(INVALID)},{all_}*{at}/100)"
    answers = {name[7:]: cell for name, cell in basis.cells.items() if name.startswith("answer:")}
    if not answers:
        return found
    shares = rule.shares or {}
    weighted = "+".join(f"N({cell})*{number(shares.get(name, Decimal(0)))}" for name, cell in answers.items())
    total = f"SUM({','.join(answers.values())})"
    by_answers = f'IF({total}=0,"",{all_}*({weighted})/({total}*100))'
    counted = ",".join(basis.cells[name] for name in ("numerator", "denominator", "percent"))
    return f"IF(AND(COUNTA({counted})=0,COUNT({','.join(answers.values())})>0),{by_answers},{found})"


def _met(basis: Basis) -> str:
    target = basis.target
    if target is None or not isinstance(target.value, Decimal):  # pragma: no cover - the callers have looked
        raise TypeError("no number")
    sign: str = {"==": ">="}.get(target.comparator, target.comparator)
    if target.comparator == "==" and target.lower_is_better:
        sign = "<="
    return f"{basis.measured}{sign}{number(target.value)}"


def _is_number(value: object) -> bool:
    return isinstance(value, Decimal)


BODY: Mapping[type, Callable[[Any, Basis], str]] = {
    Bands: _bands,
    Change: _change,
    Checklist: _checklist,
    Compare: _compare,
    Curve: _curve,
    Deadline: _deadline,
    Meets: _meets,
    PerCase: _per_case,
    Proportional: _proportional,
    Reports: _reports,
    Survey: _survey,
}
"""The rules that Excel can work out. A formula and the council's points it cannot."""
