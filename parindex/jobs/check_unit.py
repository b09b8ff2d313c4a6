"""One unit checked thoroughly: scored, its evidence read once, its documents and figures doubted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from parindex.checks.subject import Subject
from parindex.checks.thorough import check_thoroughly
from parindex.files.contents import Contents
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFile, EvidenceFolder
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.repository import repository_root
from parindex.files.unusable import Unusable
from parindex.jobs.score import score_unit
from parindex.model.criteria import CriteriaSet
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.values.findings import Finding


@dataclass(frozen=True, slots=True)
class CheckedUnit:
    """What a unit's file names on disk, and what was found."""

    findings: tuple[Finding, ...]
    evidence: frozenset[Path]
    """Absolute paths of the files that it declares, there or not."""
    id: str | None = None
    """The unit's id; ``None`` when its file cannot be read."""


def check_one(path: Path, name: str, library: Library) -> CheckedUnit:
    """Check the unit of a file; a file that cannot be read gives its findings too."""
    try:
        unit, document = load_model(path, Unit, name)
        return _check(unit, document, path, library)
    except Unusable as problem:
        return CheckedUnit(problem.findings, frozenset())


def read_one(path: Path) -> CheckedUnit:
    """Only what a unit's file declares; nothing of it is checked."""
    try:
        unit, _ = load_model(path, Unit)
    except Unusable:
        return CheckedUnit((), frozenset())
    return CheckedUnit((), declared_files(unit, path), unit.unit.id)


def declared_files(unit: Unit, path: Path) -> frozenset[Path]:
    """Absolute paths of all evidence that a unit's file declares, there or not."""
    names = [entry.file for entry in unit.documents.values() if entry.file is not None]
    return frozenset(Path(os.path.normpath(path.absolute().parent / name)) for name in names if "\0" not in name)


def _check(unit: Unit, document: Document, path: Path, library: Library) -> CheckedUnit:
    found = dict(_found(unit, path))
    contents = Contents()
    contents.prepare(found.values())
    scored = score_unit(unit, document, path, library, digest=contents.digest)
    subject = Subject(unit, document, library.indicators, _criteria(unit, library), tuple(_plans(unit, library)))
    more = check_thoroughly(subject, found, contents, _last(unit, path), scored.sheet)
    return CheckedUnit((*scored.findings, *more), declared_files(unit, path), unit.unit.id)


def _found(unit: Unit, path: Path) -> Iterator[tuple[str, Path]]:
    disk = EvidenceFolder(path.parent, repository_root(path))
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


def _last(unit: Unit, path: Path) -> Unit | None:
    """Last year's file, where it is one; what is wrong with it is told when the unit is scored."""
    if unit.previous is None or unit.previous.file is None:
        return None
    file = EvidenceFolder(path.parent, repository_root(path)).resolve(unit.previous.file)
    if not isinstance(file, EvidenceFile):
        return None
    with suppress(Unusable):
        return load_model(file.path, Unit)[0]
    return None
