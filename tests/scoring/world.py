"""Small criteria sets, units and plans, scored in one call.

The measure of an indicator is the first word of its id: ``ratio.a``, ``count.b``. A leaf made by ``leaf`` earns as many
points as its fact says (``amount``), unless it is given another rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import Line, Sheet
from parindex.model.unit import Unit
from parindex.scoring.sheet import score

AS_TOLD = {"kind": "formula", "expression": "value"}
PROOF = [{"doc": "d"}]
CITE = {"section": "II.1", "locator": "một cụm từ"}


def leaf(code: str, points: str | int = 10, rule: Any = None, indicator: str | None = None, **more: Any) -> Any:
    """A leaf; without a rule its points are told by the fact ``amount.<code>``."""
    given = {"code": code, "name": f"Tiêu chí {code}", "points": str(points), "rule": rule or AS_TOLD, **more}
    if "facts" not in more:
        given["indicator"] = indicator or f"amount.{code.replace('.', '-').lower()}"
    return given


def fact(_proved: bool = True, **values: Any) -> Any:
    """A fact with evidence."""
    return {"values": values, "evidence": PROOF if _proved else []}


def told(**points: str) -> dict[str, Any]:
    """Facts of leaves made by ``leaf``: ``told(c1_1="3.5")``; a code begins with ``c``."""
    return {f"amount.{code[1:].replace('_', '-')}": fact(amount=value) for code, value in points.items()}


def domain(number: int, *criteria: Any, **more: Any) -> Any:
    return {"id": f"d{number}", "code": str(number), "name": f"Lĩnh vực {number}", "criteria": list(criteria), **more}


def criteria(*nodes: Any, policy: Any = None, **more: Any) -> CriteriaSet:
    """A set of one domain, unless ``nodes`` are domains."""
    domains = list(nodes) if all("id" in node for node in nodes) else [domain(1, *nodes)]
    return CriteriaSet.model_validate(
        {
            "kind": "criteria",
            "format": "1",
            "id": "bo",
            "title": "Bộ thử",
            "level": "commune",
            "year": 2023,
            "scale": "100",
            "policy": policy or {},
            "domains": domains,
            **more,
        }
    )


def plan(id_: str, level: str = "commune", *targets: Any, **more: Any) -> Plan:
    return Plan.model_validate(
        {
            "kind": "plan",
            "format": "1",
            "id": id_,
            "title": f"Kế hoạch {id_}",
            "issuer": f"UBND {id_}",
            "level": level,
            "year": 2023,
            "source": "a.txt",
            "targets": list(targets),
            **more,
        }
    )


def target(indicator: str, comparator: str, value: Any, **more: Any) -> Any:
    given = {"id": "t", "indicator": indicator, "comparator": comparator, "value": value, "unit": "percent"}
    return {**given, "levels": ["commune"], "cite": CITE, **more}


def unit(facts: Any = None, **more: Any) -> Unit:
    return Unit.model_validate(
        {
            "kind": "unit",
            "format": "1",
            "unit": {"id": "a", "name": "UBND phường A", "level": "commune", "type": "phường"},
            "year": 2023,
            "criteria": "bo",
            "documents": {"d": {"form": "administrative", "title": "Báo cáo"}},
            "facts": facts or {},
            **more,
        }
    )


def vocabulary(set_: CriteriaSet, **more: Any) -> dict[str, Indicator]:
    """An indicator for every id that the set names."""
    ids = {id_ for _, leaf_ in set_.leaves() for id_ in leaf_.names.values()}
    return {
        id_: Indicator.model_validate(
            {"id": id_, "name": id_, "domain": "d1", "measure": id_.partition(".")[0], **more.get(id_, {})}
        )
        for id_ in sorted(ids)
    }


def scored(set_: CriteriaSet, unit_: Unit, plans: Iterable[Plan] = (), *, indicators: Any = None, **more: Any) -> Sheet:
    return score(unit_, set_, list(plans), vocabulary(set_, **(indicators or {})), **more)


def line(sheet: Sheet, code: str) -> Line:
    """The line of a leaf, a group or a domain."""

    def below(lines: Iterable[Line]) -> Iterable[Line]:
        for each in lines:
            yield each
            yield from below(each.children)

    return next(each for each in below(sheet.lines) if each.code == code)


def codes(sheet: Sheet) -> list[str]:
    return [finding.code for finding in sheet.findings]


def D(value: str | int) -> Decimal:
    return Decimal(value)
