"""A unit's file against what it names: set, plans, indicators, criteria, tasks and documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from parindex.checks.evidence import check_evidence
from parindex.checks.figures import check_figures
from parindex.checks.proofs import check_proofs
from parindex.checks.sets import check_fit, unknown_indicators
from parindex.checks.subject import Subject
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFolder
from parindex.files.library import Library
from parindex.files.unusable import Unusable
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import Input
from parindex.model.unit import Unit
from parindex.scoring.facts import KEYS_OF, given_keys
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum


class References(Struct, frozen=True):
    """What a unit's file names, as far as it can be had."""

    criteria: CriteriaSet | None
    plans: tuple[Plan, ...] | None
    """``None`` when one of them cannot be had: without it the targets would be wrong."""
    inputs: tuple[Input, ...]
    """The files that were read, with their digests, the unit's own first."""
    findings: tuple[Finding, ...]


def check_unit(
    unit: Unit, document: Document, library: Library, path: Path, disk: EvidenceFolder | None = None
) -> References:
    """Resolve what a unit names, and check it: references, evidence on disk, doubtful figures.

    ``path`` is the unit's file on disk: its evidence is looked for beside it unless ``disk`` is given.
    Raises ``Unusable`` when the shared vocabulary itself cannot be read.
    """
    findings: list[Finding] = []
    read = [document, *library.indicator_documents]
    inputs = [Input(path=each.name, sha256=each.sha256) for each in read]
    criteria = _criteria(unit, document, library, findings, inputs)
    plans = _plans(unit, document, library, findings, inputs)
    subject = Subject(unit, document, library.indicators, criteria, plans or ())
    disk = disk or EvidenceFolder.beside(path)
    findings += sorted(_all(subject, library, disk, whole=plans is not None), key=_position)
    return References(criteria, plans, tuple(inputs), tuple(findings))


def _all(subject: Subject, library: Library, disk: EvidenceFolder, *, whole: bool) -> Iterator[Finding]:
    yield from check_fit(subject)
    yield from check_indicators(subject)
    yield from check_codes(subject)
    if whole:
        yield from check_tasks(subject, library)
    yield from check_proofs(subject)
    yield from check_figures(subject)
    yield from check_evidence(subject, disk)


def _criteria(
    unit: Unit, document: Document, library: Library, findings: list[Finding], inputs: list[Input]
) -> CriteriaSet | None:
    id_ = unit.criteria
    if not library.has("criteria", id_):
        findings.append(document.finding("E301", ("criteria",), **library.unknown("criteria", id_)))
        return None
    try:
        found, source = library.criteria(id_), library.document("criteria", id_)
    except Unusable as problem:
        findings += problem.findings
        return None
    inputs += [Input(path=each.name, sha256=each.sha256) for each in source.sources]
    if wrong := list(unknown_indicators(found, source, library.indicators)):
        findings += wrong
        return None
    return found


def _plans(
    unit: Unit, document: Document, library: Library, findings: list[Finding], inputs: list[Input]
) -> tuple[Plan, ...] | None:
    plans: list[Plan] = []
    for number, id_ in enumerate(unit.plans):
        if not library.has("plan", id_):
            findings.append(document.finding("E302", ("plans", number), **library.unknown("plan", id_)))
            continue
        if id_ in unit.plans[:number]:
            findings.append(document.finding("W706", ("plans", number), id=id_))
            continue
        try:
            plans.append(library.plan(id_))
        except Unusable as problem:
            findings += problem.findings
            continue
        source = library.document("plan", id_)
        inputs.append(Input(path=source.name, sha256=source.sha256))
    return tuple(plans) if len(plans) == len(unit.plans) else None


def check_indicators(subject: Subject) -> Iterator[Finding]:
    """Indicators that are unknown (E303), and figures that do not fit them (E306, E310 to E312)."""
    unit, document, known = subject.unit, subject.document, subject.indicators
    named = {"facts": list(unit.facts), "reports": list(unit.reports), "not_arising": list(unit.not_arising)}
    routes: list[tuple[Route, str]] = [((top, id_), id_) for top, ids in named.items() for id_ in ids]
    if unit.previous is not None:
        routes += [(("previous", "facts", id_), id_) for id_ in unit.previous.facts]
    for route, id_ in routes:
        if id_ not in known:
            yield document.key_finding("E303", route, id=id_, **near(id_, known))
        elif route[0] == "facts" and known[id_].measure == "reports":
            yield document.key_finding("E310", route, id=id_)
        elif route[0] == "reports" and known[id_].measure != "reports":
            yield document.key_finding("E311", route, id=id_)
    for route, indicator, values in subject.values():
        if indicator.measure != "reports":
            allowed = KEYS_OF[indicator.measure]
            for key in sorted(given_keys(values) - allowed):
                yield document.key_finding(
                    "E306", (*route, key), key=key, id=indicator.id, allowed=", ".join(sorted(allowed))
                )
        yield from _items(route, indicator, values.done or [], document)


def _items(route: Route, indicator: Indicator, done: list[str], document: Document) -> Iterator[Finding]:
    if indicator.items is None:
        return
    for number, item in enumerate(done):
        if item not in indicator.items:
            known = ", ".join(indicator.items)
            data = {"id": item, "indicator": indicator.id, "known": known, **near(item, indicator.items)}
            yield document.finding("E312", (*route, "done", number), **data)


def check_codes(subject: Subject) -> Iterator[Finding]:
    """Claims, explanations and notes for criteria that the set does not score (E304)."""
    if subject.criteria is None:
        return
    codes = {leaf.code for _, leaf in subject.criteria.leaves()}
    unit = subject.unit
    for top, entries in (("claims", unit.claims), ("explanations", unit.explanations), ("notes", unit.notes)):
        for code in entries:
            if code not in codes:
                yield subject.document.key_finding("E304", (top, code), id=code, **near(code, codes))


def check_tasks(subject: Subject, library: Library) -> Iterator[Finding]:
    """Tasks of unknown or unlisted plans (E302, E314), unknown tasks (E307) and parts (E313)."""
    plans = {plan.id: plan for plan in subject.plans}
    document = subject.document
    for plan_id, entries in subject.unit.tasks.items():
        if plan_id not in plans:
            if library.has("plan", plan_id):
                yield document.key_finding("E314", ("tasks", plan_id), id=plan_id)
            else:
                yield document.key_finding("E302", ("tasks", plan_id), **library.unknown("plan", plan_id))
            continue
        tasks = {task.id: task for task in plans[plan_id].tasks}
        for task_id, entry in entries.items():
            route = ("tasks", plan_id, task_id)
            if task_id not in tasks:
                yield document.key_finding("E307", route, id=task_id, plan=plan_id, **near(task_id, tasks))
                continue
            count = len(tasks[task_id].parts)
            for part in entry.parts:
                if int(part) > count:
                    yield document.key_finding("E313", (*route, "parts", part), id=task_id, count=count, part=int(part))


def near(word: str, known: Iterable[str]) -> dict[str, Datum]:
    """The known word that was probably meant, as data of a finding."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return {"close": found[0]} if found else {}


def _position(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)
