"""One unit checked thoroughly: scored, its evidence read once, its documents and figures doubted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from parindex.checks.sensitive import Signs
from parindex.checks.subject import Subject
from parindex.checks.thorough import check_thoroughly
from parindex.files.contents import Contents
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFile, EvidenceFolder
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.repository import repository_root
from parindex.files.unusable import Unusable
from parindex.jobs.score import Scored, score_unit
from parindex.model.criteria import CriteriaSet
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.values.findings import Finding


class CheckedUnit(Struct, frozen=True):
    """What a unit's file names on disk, and what was found."""

    findings: tuple[Finding, ...]
    evidence: frozenset[Path]
    """Absolute paths of the files that it declares, there or not."""
    id: str | None = None
    """The unit's id; ``None`` when its file cannot be read."""


def check_one(path: Path, name: str, library: Library, contents: Contents[Signs]) -> CheckedUnit:
    """Check the unit of a file; a file that cannot be read gives its findings too."""
    try:
        unit, document = load_model(path, Unit, name)
        _, findings = check_loaded(unit, document, path, library, contents)
    except Unusable as problem:
        return CheckedUnit(problem.findings, frozenset())
    return CheckedUnit(findings, declared_files(unit, path), unit.unit.id)


def read_one(path: Path) -> CheckedUnit:
    """Only what a unit's file declares; nothing of it is checked."""
    try:
        unit, _ = load_model(path, Unit)
    except Unusable:
        return CheckedUnit((), frozenset())
    return CheckedUnit((), declared_files(unit, path), unit.unit.id)


def declared_files(unit: Unit, path: Path) -> frozenset[Path]:
    """Absolute paths of all evidence that a unit's file declares, there or not, inside its repository."""
    root = Path(os.path.normpath(repository_root(path)))
    names = [entry.file for entry in unit.documents.values() if entry.file is not None]
    paths = (Path(os.path.normpath(path.absolute().parent / name)) for name in names if "\0" not in name)
    return frozenset(each for each in paths if each.is_relative_to(root))


def check_loaded(
    unit: Unit, document: Document, path: Path, library: Library, contents: Contents[Signs]
) -> tuple[Scored, tuple[Finding, ...]]:
    """Score a unit and check it thoroughly; its evidence is read while it is scored."""
    disk = EvidenceFolder.beside(path, contents.digest)
    found = dict(_found(unit, disk))
    contents.prepare(found.values())
    scored = score_unit(unit, document, path, library, disk=disk)
    subject = Subject(unit, document, library.indicators, _criteria(unit, library), tuple(_plans(unit, library)))
    more = check_thoroughly(subject, found, contents, _last(unit, disk), scored.sheet)
    return scored, (*scored.findings, *more)


def _found(unit: Unit, disk: EvidenceFolder) -> Iterator[tuple[str, Path]]:
    for id_, entry in unit.documents.items():
        if entry.file is not None and isinstance(file := disk.resolve(entry.file), EvidenceFile):
            yield id_, file.path


def _criteria(unit: Unit, library: Library) -> CriteriaSet | None:
    with suppress(Unusable):
        return library.criteria(unit.criteria)
    return None


def _plans(unit: Unit, library: Library) -> Iterator[Plan]:
    for id_ in dict.fromkeys(unit.plans):
        with suppress(Unusable):
            yield library.plan(id_)


def _last(unit: Unit, disk: EvidenceFolder) -> Unit | None:
    """Last year's file, where it is one; what is wrong with it is told when the unit is scored."""
    if unit.previous is None or unit.previous.file is None:
        return None
    file = disk.resolve(unit.previous.file)
    if not isinstance(file, EvidenceFile):
        return None
    with suppress(Unusable):
        return load_model(file.path, Unit)[0]
    return None
