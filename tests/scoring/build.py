"""Small plans and units for the tests of tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

from parindex.model.plan import Plan, Task
from parindex.model.unit import Unit


def part(type_: str = "none", *due: str, every: str | None = None, inclusive: bool = True) -> dict[str, Any]:
    """A part with terms given as ``to``, ``from..to`` or ``from..``."""
    terms: list[dict[str, Any]] = []
    for term in due:
        first, _, last = term.rpartition("..") if not term.endswith("..") else (term[:-2], "", "")
        terms.append({"from": first or None, "to": last or None, "inclusive": inclusive})
    deadline = {"text": type_, "type": type_, "due": terms, "every": every}
    return {"deliverable": "Báo cáo", "deadline": deadline}


def task(id_: str, *parts: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A task with the parts."""
    cite = {"section": "II.1", "locator": "một cụm từ"}
    return {"id": id_, "name": f"Việc {id_}", "domain": "tthc", "cite": cite, "parts": list(parts) or [part()], **more}


def plan(*tasks: dict[str, Any], **more: Any) -> Plan:
    """A plan of phường A."""
    given = {
        "kind": "plan",
        "format": "1",
        "id": "a-2023",
        "title": "Kế hoạch A",
        "issuer": "UBND phường A",
        "level": "commune",
        "year": 2023,
        "source": "a.txt",
        "tasks": list(tasks),
    }
    return Plan.model_validate(given | more)


def unit(entries: dict[str, Any] | None = None, **more: Any) -> Unit:
    """Phường A; ``entries`` are its tasks of the plan ``a-2023``."""
    given = {
        "kind": "unit",
        "format": "1",
        "unit": {"id": "a", "name": "UBND phường A", "level": "commune"},
        "year": 2023,
        "criteria": "cap-xa-2023",
        "plans": ["a-2023"],
        "documents": {
            "dated": {"form": "administrative", "title": "Báo cáo", "date": date(2023, 5, 10)},
            "undated": {"form": "screenshot", "title": "Ảnh chụp"},
            "covering": {
                "form": "media",
                "title": "Tin bài",
                "covers": {"from": date(2023, 1, 1), "to": date(2023, 3, 31)},
            },
        },
        "tasks": {"a-2023": entries} if entries else {},
    }
    return Unit.model_validate(given | more)


def only(plan_: Plan) -> Task:
    """The single task of a plan."""
    (found,) = plan_.tasks
    return found
