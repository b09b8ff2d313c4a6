"""The corrected figures of one indicator, from the cells in which an appraiser put them right."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from parindex.model.unit import Reported, Unit
from parindex.values.findings import Route


class Typed(Struct, frozen=True):
    """A cell as it was filled in."""

    where: str
    value: str
    """What it says, as the text of a file; empty when it says nothing."""
    base: str = ""
    """What the unit says, or the score that stands."""
    route: Route = ()
    """``(indicator, "values", "numerator")``."""
    label: str = ""

    @property
    def changed(self) -> bool:
        """Whether it says something else than the unit."""
        return bool(self.value) and self.value != self.base

    @property
    def text(self) -> str:
        """What holds now."""
        return self.value or self.base


class Incomplete(Exception):
    """A correction lacks a figure."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(what)
        self.where, self.what = where, what


class Contradicted(Exception):
    """Two cells exclude each other."""

    def __init__(self, where: str, other: str) -> None:
        super().__init__(other)
        self.where, self.other = where, other


def correction(indicator: str, cells: list[Typed], unit: Unit, reason: str) -> dict[str, Any] | None:
    """The correction as the data of an entry; ``None`` where no cell says anything else than the unit.

    What is not typed stays as the unit says it. Raises ``Incomplete`` and ``Contradicted``.
    """
    if not any(each.changed for each in cells):
        return None
    by_route = {each.route[1:]: each for each in cells}
    if any(route[0] == "reports" for route in by_route):
        return {"indicator": indicator, "reports": _reports(indicator, by_route, unit)}
    values = {route[1:]: each for route, each in by_route.items() if route[0] == "values"}
    found: dict[str, Any] = {"indicator": indicator, "values": _values(indicator, values, unit, reason)}
    conductor = by_route.get(("conducted_by",))
    if conductor is not None:
        if not conductor.text:
            raise Incomplete(conductor.where, "ai điều tra")
        found["conducted_by"] = conductor.text
    return found


def _values(indicator: str, cells: dict[Route, Typed], unit: Unit, reason: str) -> dict[str, Any]:
    """The figures of the year, by the way of giving them that was used."""
    groups: dict[str, list[tuple[Route, Typed]]] = {}
    for route, each in cells.items():
        groups.setdefault(_way(str(route[0])), []).append((route, each))
    used = [name for name, parts in groups.items() if any(each.changed for _, each in parts)]
    if len(used) > 1:
        if set(used) == {"date", "answer"}:
            return _issued(cells)
        second = next(each for _, each in groups[used[1]] if each.changed)
        raise Contradicted(second.where, "cách ghi số liệu khác ở tiêu chí này; chỉ dùng một cách")
    name = used[0] if used else next((name for name, parts in groups.items() if any(e.text for _, e in parts)), "")
    parts = groups.get(name, [])
    match name:
        case "ratio":
            for route, each in parts:
                if not each.text:
                    raise Incomplete(each.where, "tử số" if route[0] == "numerator" else "mẫu số")
            return {str(route[0]): each.text for route, each in parts}
        case "done":
            return {"done": [str(route[1]) for route, each in parts if each.text == "true"]}
        case "answers":
            return {"answers": {str(route[1]): each.text for route, each in parts if each.text}}
        case "count":
            return _count(indicator, cells, unit, reason)
        case "date" | "answer":
            return _issued(cells)
        case "":
            raise Incomplete(next(iter(cells.values())).where, "số liệu")
        case _:
            return {name: parts[0][1].text}


def _way(key: str) -> str:
    return {"numerator": "ratio", "denominator": "ratio", "excluded": "count"}.get(key, key)


def _count(indicator: str, cells: dict[Route, Typed], unit: Unit, reason: str) -> dict[str, Any]:
    """A count, with the cases that do not count: as the unit gave them unless they were put right too."""
    count = cells[("count",)]
    if not count.text:
        raise Incomplete(count.where, "số lượng")
    found: dict[str, Any] = {"count": count.text}
    left_out = [each for route, each in cells.items() if route[0] == "excluded"]
    entry = unit.facts.get(indicator)
    own = entry.values.excluded if entry is not None and entry.values is not None else []
    if any(each.changed for each in left_out) or not own:
        given = [each.text for each in left_out if each.text not in ("", "0")]
        found["excluded"] = [{"count": each, "reason": reason or "–"} for each in given]
    else:
        found["excluded"] = [each.model_dump(mode="json") for each in own]
    return {key: value for key, value in found.items() if value}


def _issued(cells: dict[Route, Typed]) -> dict[str, Any]:
    """A day, or that there is none; a bare yes is no day. Without a cell for a day: yes or no."""
    answer, on = cells[("answer",)], cells.get(("date",))
    if on is None:
        return {"answer": answer.text == "true"}
    if answer.changed and answer.value == "false":
        if on.changed:
            raise Contradicted(answer.where, "ngày đã ghi ở trên")
        return {"answer": False}
    if not on.text:
        raise Incomplete(on.where, "ngày")
    return {"date": on.text}


def _reports(indicator: str, cells: dict[Route, Typed], unit: Unit) -> dict[str, Any]:
    """All reports of the duty: those of the unit, with what was put right."""
    own = unit.reports.get(indicator, {})
    found: dict[str, Any] = {}
    for period in dict.fromkeys(str(route[1]) for route in cells):
        sent = cells.get(("reports", period, "sent"))
        on = cells[("reports", period, "sent_at")]
        adequate = cells.get(("reports", period, "adequate"))
        if sent is not None and sent.value == "false":
            if on.changed:
                raise Contradicted(sent.where, "ngày gửi đã ghi ở trên")
            continue
        if not on.text:
            if adequate is not None and adequate.changed:
                raise Incomplete(on.where, "ngày gửi")
            continue
        report = own.get(period, Reported()).model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        report["sent_at"] = on.text
        if adequate is not None and adequate.text:
            report["adequate"] = adequate.text == "true"
        found[period] = report
    return found
