"""Facts that follow from the unit's other entries: tasks done, findings of inspections remedied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from parindex.model.plan import Plan
from parindex.model.unit import PartDone, Proof, TaskEntry, TaskPart, Unit
from parindex.scoring.facts import once
from parindex.scoring.tasks import Share, share, states
from parindex.values.facts import Ratio

Derived = Mapping[str, Share]
"""By the kind that an indicator names in ``derived``."""


def derive(unit: Unit, plans: Sequence[Plan]) -> Derived:
    """What the unit's tasks and inspections amount to once its year is over; nothing where it records none.

    An indicator whose kind is not here is scored by the figure that the unit itself reports.
    """
    found: dict[str, Share] = {}
    if unit.tasks:
        # The day after the year: what was due on 31/12 and is not done is overdue; what was done later is late.
        tasks = states(unit, plans, date(unit.year + 1, 1, 1), recorded_by=date.max)
        found["tasks-done"] = share(tasks, on_time=False)
        found["tasks-on-time"] = share(tasks, on_time=True)
    if unit.inspections:
        findings = sum((each.findings for each in unit.inspections), Decimal(0))
        remedied = sum((each.remedied for each in unit.inspections), Decimal(0))
        found["inspection-findings-remedied"] = Share(Ratio(remedied, findings), {})
    return found


def derived_proofs(unit: Unit, kind: str) -> tuple[Proof, ...]:
    """The evidence behind a derived fact, each document and place once."""
    proofs: list[Proof] = []
    if kind == "inspection-findings-remedied":
        for inspection in unit.inspections:
            proofs += [inspection.conclusion] if inspection.conclusion else []
            proofs += inspection.evidence
    else:
        for entries in unit.tasks.values():
            for entry in entries.values():
                proofs += _proofs(entry)
    return once(proofs)


def _proofs(entry: PartDone) -> list[Proof]:
    found = list(entry.evidence)
    if isinstance(entry, TaskEntry):
        for part in entry.parts.values():
            found += _proofs(part)
    if isinstance(entry, TaskEntry | TaskPart):
        for period in entry.periods.values():
            found += period.evidence
    return found
