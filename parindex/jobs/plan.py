"""The plan commands: find the plans and the unit that are asked about, and what they say."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from parindex.checks.references import check_unit
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.locale.steps import Lang
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.scoring.agenda import Agenda, agenda
from parindex.scoring.demands import Demand, demands, demands_on
from parindex.scoring.duties import Listed, listed
from parindex.scoring.leads import names, post_key
from parindex.scoring.progress import Progress, progress
from parindex.values.findings import Finding


class UnknownName(LookupError):
    """An indicator, lead or domain that nothing has; ``near`` is the closest name that something has."""

    def __init__(self, kind: str, name: str, near: str | None) -> None:
        super().__init__(name)
        self.kind, self.name, self.near = kind, name, near


class Asked(Struct, frozen=True):
    """The plans that are looked at, and the unit that is asked about."""

    library: Library
    plans: tuple[Plan, ...]
    findings: tuple[Finding, ...]
    unit: Unit | None = None
    criteria: CriteriaSet | None = None
    complete: bool = True
    """Whether everything that the unit names could be had; else there is no result."""


def asked(unit_path: Path | None, ids: Sequence[str] = (), *, about: Collection[str] = ()) -> Asked:
    """The plans of a unit's file, or those of the library seen from here.

    ``ids`` narrows them. ``about`` names the parts of the unit's file that matter: findings of others are left to
    ``score`` and ``check``. Raises ``Unusable`` when the unit's file or a plan named in ``ids`` cannot be used.
    """
    if unit_path is None:
        library = Library.around(Path.cwd() / "parindex.yaml")
        plans, findings = _plans(library, ids)
        return Asked(library, plans, findings)
    unit, document = load_model(unit_path, Unit)
    library = Library.around(unit_path)
    for id_ in ids:
        library.path("plan", id_)
    references = check_unit(unit, document, library, unit_path)
    parts = {"plans", *about}
    # What is wrong in another file, a plan or the set, is never left to others: without it there is no result.
    kept = tuple(
        found
        for found in references.findings
        if found.file != document.name or not found.route or found.route[0] in parts
    )
    plans = tuple(plan for plan in references.plans or () if not ids or plan.id in ids)
    complete = references.plans is not None and ("criteria" not in parts or references.criteria is not None)
    return Asked(library, plans, kept, unit, references.criteria, complete)


def show(id_: str) -> tuple[Plan, Library]:
    """One plan; raises ``Unusable`` when it is unknown (E302), or what is wrong in its file."""
    library = Library.around(Path.cwd() / "parindex.yaml")
    return library.plan(id_), library


def targets(given: Asked, indicator: str | None) -> list[Demand]:
    """What the plans ask of an indicator, or of all; for the unit, where one is asked about.

    Raises ``UnknownName`` for an indicator that the vocabulary does not have.
    """
    if indicator is not None and indicator not in given.library.indicators:
        raise UnknownName("indicator", indicator, _near_indicator(indicator, given.library.indicators.values()))
    if given.unit is None or given.criteria is None:
        return demands(given.plans, indicator)
    elsewhere = given.library.other_plans(given.unit.plans, given.unit.year)
    policy = given.criteria.policy.target_policy
    hoped = {leaf.indicator for _, leaf in given.criteria.leaves() if leaf.indicator is not None and leaf.aspiration}
    return demands_on(given.unit, given.plans, elsewhere, indicator, policy=policy, aspirations=hoped)


def looked_at(given: Asked) -> list[str]:
    """The ids of all plans among which targets are looked for."""
    ids = [plan.id for plan in given.plans]
    if given.unit is not None:
        ids += [plan.id for plan in given.library.other_plans(given.unit.plans, given.unit.year)]
    return ids


def tasks(given: Asked, lead: str | None, domain: str | None) -> list[Listed]:
    """The tasks of the plans, of a lead and a domain where asked; raises ``UnknownName`` for those that none has."""
    everything = [task for plan in given.plans for task in plan.tasks]
    if domain is not None and domain not in (known := {task.domain for task in everything}):
        raise UnknownName("domain", domain, _first(get_close_matches(domain, sorted(known), n=1, cutoff=0.4)))
    wanted: set[str] = set()
    if lead is not None:
        wanted = _leads(lead, given.plans)
    return listed(given.plans, given.unit.unit if given.unit else None, wanted=wanted, domain=domain)


def due(given: Asked, on: date, within: int) -> Agenda:
    """What is late on a day, due on it and coming within so many days."""
    return agenda(given.plans, on, within, given.unit)


def write_calendar(found: Agenda, path: Path, lang: Lang, *, force: bool) -> None:
    """Write the last days as an iCalendar file; ``-`` is standard output.

    Raises ``Unusable`` when the file exists and ``force`` is not given (E141), or cannot be written (E142).
    """
    # Only this output needs the calendar library.
    from parindex.reports.calendar import calendar

    content = calendar(found, lang)
    if path == Path("-"):
        sys.stdout.buffer.write(content)
    else:
        write_bytes(path, content, force=force)


def state_of(given: Asked, on: date) -> Progress:
    """How far the unit's tasks have come; raises ``ValueError`` when no unit is asked about."""
    if given.unit is None:
        raise ValueError("progress is of a unit")
    return progress(given.unit, given.plans, on)


def _plans(library: Library, ids: Sequence[str]) -> tuple[tuple[Plan, ...], tuple[Finding, ...]]:
    """The plans named, or all; of all, those with faults are told and passed over."""
    if ids:
        return tuple(library.plan(id_) for id_ in ids), ()
    plans: list[Plan] = []
    findings: list[Finding] = []
    for id_ in library.ids("plan"):
        try:
            plans.append(library.plan(id_))
        except Unusable as problem:
            findings += problem.findings
    return tuple(plans), tuple(findings)


def _leads(asked_for: str, plans: Sequence[Plan]) -> set[str]:
    """The leads that a name means: that lead in any spelling, else all whose name holds its words."""
    spelled: dict[str, str] = {}
    for plan in plans:
        for task in plan.tasks:
            for name in names(task.lead):
                spelled.setdefault(post_key(name, plan), name)
    keys = {post_key(asked_for, plan) for plan in plans}
    if exact := keys & set(spelled):
        return exact
    holding = {each for each in spelled for key in keys if key and f" {key} " in f" {each} "}
    if holding:
        return holding
    near = get_close_matches(min(keys, default=""), list(spelled), n=1, cutoff=0.4)
    raise UnknownName("lead", asked_for, spelled[near[0]] if near else None)


def _near_indicator(id_: str, known: Iterable[Indicator]) -> str | None:
    return _first(get_close_matches(id_, [each.id for each in known], n=1, cutoff=0.5))


def _first(names_: Sequence[str]) -> str | None:
    return names_[0] if names_ else None
