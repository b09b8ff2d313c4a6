"""What a unit fills in for one indicator, by the way in which it is measured."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.reports.forms.cells import Kind, at
from parindex.reports.forms.source import FormSource
from parindex.rules.checklist import Checklist
from parindex.rules.per_case import PerCase
from parindex.rules.survey import Survey
from parindex.values.findings import Route


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
    counts = f" ({indicator.counts})" if indicator.counts else ""
    match indicator.measure:
        case "ratio":
            yield from _pair(values, indicator)
        case "percent":
            yield Entry("percent", "Tỷ lệ %", (*values, "percent"), "percent")
        case "amount" | "rank":
            label = "Thứ hạng" if indicator.measure == "rank" else f"Số lượng, khối lượng{counts}"
            yield Entry(indicator.measure, label, (*values, indicator.measure), "number")
        case "count":
            yield Entry("count", f"Số lượng{counts}", (*values, "count"), "whole")
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
