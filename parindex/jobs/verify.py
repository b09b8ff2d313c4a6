"""Prove that a submission is what was handed in, and say exactly what is not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from pydantic import ValidationError

from parindex.checks.registry import severity_of
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFile, EvidenceFolder, sha256_of
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.repository import repository_root
from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.files.yaml_emit import inline
from parindex.files.yaml_reader import read
from parindex.jobs.digests import digest_of
from parindex.jobs.score import score_unit
from parindex.jobs.submit import inputs_of, totals_text
from parindex.model.sheet import Sheet
from parindex.model.submission import FrozenFile, Submission
from parindex.model.unit import Unit
from parindex.values.findings import Finding
from parindex.values.records import from_json


class Opened(Struct, frozen=True):
    """A submission with what it froze, as far as that is still what it was."""

    path: Path
    submission: Submission
    document: Document
    unit: Unit | None
    """The unit as submitted; ``None`` when the frozen copy was changed."""
    unit_document: Document | None
    sheet: Sheet | None
    """The sheet as submitted; ``None`` when it was changed."""
    findings: tuple[Finding, ...]

    @property
    def unit_path(self) -> Path:
        """Where the unit's own file lies, or lay."""
        return Path(os.path.normpath(self.path.parent / self.submission.data.source))


class Verified(Struct, frozen=True):
    """What was looked at, and what is not as it was."""

    path: Path
    files: int
    """Files whose digest was compared."""
    findings: tuple[Finding, ...]

    @property
    def unchanged(self) -> bool:
        """Whether nothing that was submitted differs."""
        return not any(severity_of(finding) == "error" for finding in self.findings)


def open_submission(path: Path) -> Opened:
    """Read a manifest and the files beside it; a file that is not what it was gives a finding (E422).

    Raises ``Unusable`` when the manifest itself cannot be read.
    """
    submission, document = load_model(path, Submission)
    findings: list[Finding] = []
    frozen: dict[str, bytes] = {}
    parts = {"data": submission.data, "sheet": submission.sheet, "report": submission.report}
    for name, part in parts.items():
        if part is not None and (content := _content(part, name, path, document, findings)) is not None:
            frozen[name] = content
    unit = unit_document = sheet = None
    if "data" in frozen:
        unit, unit_document = load_model(frozen["data"], Unit, file_name(path.parent / submission.data.file))
    if "sheet" in frozen:
        try:
            sheet = from_json(Sheet, frozen["sheet"])
        except ValidationError:
            findings.append(document.finding("E422", ("sheet",), file=submission.sheet.file))
    if sheet is not None and totals_text(sheet) != submission.totals.model_dump(exclude_none=True):
        findings.append(document.finding("E422", ("totals",), file=path.name))
    if submission.late != (submission.deadline is not None and submission.submitted > submission.deadline):
        findings.append(document.finding("E422", ("late",), file=path.name))
    return Opened(path, submission, document, unit, unit_document, sheet, tuple(findings))


def verify_submission(path: Path) -> Verified:
    """Compare everything that a submission froze with what is there now.

    E420 and E421: evidence that was changed or is gone; E422: a file of the submission itself; E423: figures of the
    unit's file that differ; E425: a set or plan that is another one; E427: criteria that the program scores otherwise
    now. W424: the unit's file was touched, its figures were not; W428: the vocabulary of indicators is another
    version. Raises ``Unusable`` for the manifest.
    """
    opened = open_submission(path)
    submission = opened.submission
    findings = [*opened.findings, *_evidence(opened), *_unit(opened), *_scored_again(opened)]
    files = 2 + (submission.report is not None) + len(submission.evidence) + len(submission.inputs)
    return Verified(path, files, tuple(findings))


def _content(part: FrozenFile, name: str, path: Path, document: Document, findings: list[Finding]) -> bytes | None:
    found = EvidenceFolder(path.parent, path.parent).resolve(part.file)
    if not isinstance(found, EvidenceFile):
        findings.append(document.finding("E421", (name, "file"), file=part.file))
        return None
    content = read_bytes(found.path) if name != "report" else found.path.read_bytes()
    if digest_of(content) != part.sha256:
        findings.append(document.finding("E422", (name, "sha256"), file=part.file))
        return None
    return content


def _evidence(opened: Opened) -> Iterator[Finding]:
    """Evidence that is not what it was, each file by its document."""
    disk = EvidenceFolder(opened.unit_path.parent, repository_root(opened.unit_path))
    for number, entry in enumerate(opened.submission.evidence):
        found = disk.resolve(entry.file)
        route = ("evidence", number, "sha256")
        if not isinstance(found, EvidenceFile):
            yield opened.document.finding("E421", ("evidence", number, "file"), file=entry.file)
        elif sha256_of(found.path) != entry.sha256:
            yield opened.document.finding("E420", route, file=entry.file, doc=entry.doc)


def _unit(opened: Opened) -> Iterator[Finding]:
    """The unit's own file against the frozen copy, value by value."""
    if opened.unit_document is None:
        return
    try:
        live = read(opened.unit_path, file_name(opened.unit_path))
    except Unusable as problem:
        if any(finding.code == "E101" for finding in problem.findings):
            yield opened.document.finding("W426", ("data", "source"), file=opened.submission.data.source)
        else:
            yield from problem.findings
        return
    if live.content == opened.unit_document.content:
        return
    changed = list(differences(opened.unit_document.data, live.data))
    for route, before, after in changed:
        words: dict[str, str] = {"what": "/".join(map(str, route)), "before": before, "after": after}
        yield live.finding("E423", route, **words)
    if not changed:
        yield live.finding("W424", ())


def differences(before: Any, after: Any, route: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str, str]]:
    """Every value that differs between two files' data, with its route and both values in short."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*before, *after]):
            if key not in before or key not in after:
                yield (*route, key), _short(before.get(key, ...)), _short(after.get(key, ...))
            else:
                yield from differences(before[key], after[key], (*route, key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, (*route, number))
    elif before != after:
        yield route, _short(before), _short(after)


def _short(value: Any) -> str:
    if value is ...:
        return "–"
    text = inline(value) if isinstance(value, dict | list) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _scored_again(opened: Opened) -> Iterator[Finding]:
    """The frozen figures scored by the sets, plans and program of now."""
    if opened.unit is None or opened.unit_document is None or opened.sheet is None:
        return
    library = Library.around(opened.unit_path)
    scored = score_unit(opened.unit, opened.unit_document, opened.unit_path, library)
    if scored.sheet is None:
        yield opened.document.finding("E425", ("criteria",), file=opened.submission.criteria)
        return
    # Names may stand twice: the shipped vocabulary and a project's own.
    now = set(inputs_of(scored.sheet, opened.unit, opened.unit_path))
    frozen = enumerate(opened.submission.inputs)
    differing = [(number, entry) for number, entry in frozen if (entry.file, entry.sha256) not in now]
    # The vocabulary grows with every version of the program; scores that stay the same prove that it still fits.
    vocabulary = {each.name for each in library.indicator_documents}
    for number, entry in differing:
        code = "W428" if entry.file in vocabulary else "E425"
        yield opened.document.finding(code, ("inputs", number, "sha256"), file=entry.file)
    codes = [code for code, same in _compared(opened.sheet, scored.sheet) if not same]
    if codes:
        yield opened.document.finding("E427", ("sheet",), codes=", ".join(codes), program=opened.submission.program)


def _compared(frozen: Sheet, now: Sheet) -> Iterator[tuple[str, bool]]:
    lines = {line.code: line for line in now.leaves()}
    for line in frozen.leaves():
        other = lines.pop(line.code, None)
        alike = other is not None and (line.self_score, line.computed, line.status, line.max) == (
            other.self_score,
            other.computed,
            other.status,
            other.max,
        )
        yield line.code, alike
    yield from ((code, False) for code in lines)
