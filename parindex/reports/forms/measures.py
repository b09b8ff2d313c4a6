"""What a unit fills in for one indicator, by the way in which it is measured."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.reports.forms.cells import Kind, at
from parindex.reports.forms.source import FormSource
from parindex.rules.base import Rule
from parindex.rules.change import Change
from parindex.rules.checklist import Checklist
from parindex.rules.compare import Compare
from parindex.rules.per_case import PerCase
from parindex.rules.survey import Survey
from parindex.scoring.facts import ADDED
from parindex.values.findings import Route

LAST_YEAR = "previous:"
"""Begins the name of a figure of last year."""


class Entry(Struct, frozen=True):
    """One figure of an indicator."""

    name: str
    """By which formulas know it: ``numerator``, the id of an item, ``excluded:0``."""
    label: str
    route: Route
    kind: Kind


def entries(leaf: Leaf, indicator: Indicator, source: FormSource) -> list[Entry]:
    """The figures to be filled in, in order; none for reports, which have their own sheet."""
    return list(_entries(leaf, indicator, source))


def _entries(leaf: Leaf, indicator: Indicator, source: FormSource) -> Iterator[Entry]:
    values: Route = ("facts", indicator.id, "values")
    match indicator.measure:
        case "count":
            yield from _numbers(values, indicator)
            yield from _excluded(leaf, values, source)
        case "yes-no":
            yield Entry("answer", "Có hay không", (*values, "answer"), "yes-no")
        case "date":
            yield Entry("date", "Ngày ban hành, ngày làm xong", (*values, "date"), "day")
            yield Entry("answer", "Nếu không thực hiện: chọn «Không»", (*values, "answer"), "yes-no")
        case "checklist":
            for item, name in _items(leaf, indicator).items():
                yield Entry(item, name, (*values, "done", item), "tick")
        case "survey":
            yield from _pair(values, indicator)
            yield Entry("percent", "hoặc chỉ số, %", (*values, "percent"), "percent")
            if isinstance(leaf.rule, Survey):
                for option in leaf.rule.shares or {}:
                    yield Entry(f"answer:{option}", f"hoặc số phiếu «{option}»", (*values, "answers", option), "whole")
            yield Entry("conductor", "Ai điều tra", ("facts", indicator.id, "conducted_by"), "conductor")
        case _:
            yield from _numbers(values, indicator)


def _numbers(values: Route, indicator: Indicator) -> Iterator[Entry]:
    """The figures of an indicator that is measured by a number; none for others."""
    match indicator.measure:
        case "ratio":
            yield from _pair(values, indicator)
        case "percent":
            yield Entry("percent", "Tỷ lệ %", (*values, "percent"), "percent")
        case "count" | "amount" | "rank" as measure:
            kind: Kind = "whole" if measure == "count" else "number"
            yield Entry(measure, _label(indicator), (*values, measure), kind)


def quarter_entries(indicator: Indicator, period: str) -> list[Entry]:
    """The figures of a quarter, of an indicator whose year follows from its quarters; none for others."""
    if indicator.over_time == "none" or (indicator.over_time == "sum" and indicator.measure not in ADDED):
        return []
    return list(_numbers(("facts", indicator.id, "periods", period, "values"), indicator))


def last_year_entries(indicator: Indicator, source: FormSource) -> list[Entry]:
    """Last year's figures, where a criterion or a target in a plan is judged by them.

    None where the file holds more of last year than one number, such as cases that did not count.
    """
    values: Route = ("previous", "facts", indicator.id)
    found: list[Entry] = []
    if asks_last_year(indicator.id, source):
        # Of a survey its result is told, not the forms behind it.
        measured = indicator.model_copy(update={"measure": "percent"}) if indicator.measure == "survey" else indicator
        found = list(_numbers(values, measured))
    given = at(source.data, values)
    if isinstance(given, dict) and not set(given) <= {entry.name for entry in found}:
        return []
    return [replace(entry, name=f"{LAST_YEAR}{entry.name}", label=f"Năm trước. {entry.label}") for entry in found]


def asks_last_year(indicator: str, source: FormSource) -> bool:
    """Whether a criterion of the set, or a target of the unit's plans, compares the indicator with last year."""
    rules = [leaf.rule for _, leaf in source.criteria.leaves() if leaf.indicator == indicator]
    return any(map(by_last_year, rules)) or targets_last_year(indicator, source)


def by_last_year(rule: Rule) -> bool:
    """Whether a rule compares with last year, whatever the target is."""
    return isinstance(rule, Change) or (isinstance(rule, Compare) and rule.against == "previous")


def targets_last_year(indicator: str, source: FormSource) -> bool:
    """Whether a plan of the unit asks last year's value of its level."""
    asked = [target for plan in source.plans for target in plan.targets if target.indicator == indicator]
    return any(target.value == "previous" and source.unit.unit.level in target.levels for target in asked)


def _label(indicator: Indicator) -> str:
    counts = f" ({indicator.counts})" if indicator.counts else ""
    match indicator.measure:
        case "rank":
            return "Thứ hạng"
        case "count":
            return f"Số lượng{counts}"
        case _:
            return f"Số lượng, khối lượng{counts}"


def _pair(values: Route, indicator: Indicator) -> Iterator[Entry]:
    above, below = indicator.numerator or "số đạt", indicator.denominator or "tổng số"
    yield Entry("numerator", f"Tử số: {above}", (*values, "numerator"), "number")
    yield Entry("denominator", f"Mẫu số: {below}", (*values, "denominator"), "number")


def _excluded(leaf: Leaf, values: Route, source: FormSource) -> Iterator[Entry]:
    """Cases that do not count: those that the file names, and room for one more where cases cost points."""
    given = at(source.data, (*values, "excluded"))
    count = len(given) if isinstance(given, list) else 0
    room = 1 if isinstance(leaf.rule, PerCase) and leaf.rule.direction == "deduct" else 0
    for number in range(count + room):
        route: Route = (*values, "excluded", number)
        yield Entry(f"excluded:{number}", "Trong đó không tính", (*route, "count"), "whole")
        yield Entry(f"reason:{number}", "Lý do không tính", (*route, "reason"), "text")


def _items(leaf: Leaf, indicator: Indicator) -> dict[str, str]:
    own = {item.id: item.id for item in leaf.rule.items} if isinstance(leaf.rule, Checklist) else {}
    return {**own, **(indicator.items or {})}
