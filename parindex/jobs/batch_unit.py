"""One unit of a run, in a process of its own: score it, write its sheet and report, and say what was found.

Nothing but plain data crosses between processes, and every process loads the sets and plans for itself once.
"""

from __future__ import annotations

import hashlib
import os
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from msgspec import Struct
from msgspec.structs import replace
from pydantic import TypeAdapter

from parindex.checks.evidence import check_evidence
from parindex.checks.registry import severity_of
from parindex.checks.subject import Subject
from parindex.files.document import Document
from parindex.files.evidence import EvidenceFile, EvidenceFolder
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.project import refuse_outside
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.jobs.batch_rows import pack_rows, rows_of
from parindex.jobs.cache import Entry, pack_findings
from parindex.jobs.periods import NoSuchPeriod
from parindex.jobs.score import Scored, score_unit
from parindex.model.sheet import Sheet
from parindex.model.unit import DocumentEntry, Unit
from parindex.scoring.results import result_of
from parindex.values.findings import Finding
from parindex.values.records import to_json

SHEETS, REPORTS = "sheets", "reports"
LOST = "The system ended the process that scored this unit, and one more that did nothing else: is memory short?"

_DOCUMENTS = TypeAdapter(dict[str, DocumentEntry])


class Setting(Struct, frozen=True):
    """What all units of a run share."""

    root: Path
    out: Path
    year: int | None
    """Units of other years are not scored; ``None`` without a project."""
    period: str | None
    docx: bool
    force: bool
    reports: Mapping[str, str]
    """Word reports of earlier runs with their digests: these may be written anew."""


class Unwritten(Unusable):
    """The score sheet cannot be written: the unit is not to blame, and the run cannot go on."""


class _Process(Struct):
    setting: Setting
    library: Library


_process: _Process | None = None


def start(setting: Setting) -> None:
    """Get a process ready."""
    global _process
    _process = _Process(setting, Library(setting.root))


def score_path(path: Path) -> Entry:
    """Score the unit of a file. Whatever goes wrong with it becomes a part of the entry; raises ``Unwritten``."""
    if _process is None:  # pragma: no cover - start comes first
        raise RuntimeError("start() was not called")
    try:
        return _score(path, _process)
    except Unwritten:
        raise
    except Unusable as problem:
        return _entry(path, "unreadable", problem.findings)
    except Exception:
        # A fault of ours in one unit must not lose the others; the command tells it at the end.
        return Entry(file_name(path), "fault", findings="[]", result=traceback.format_exc(), errors=1)


def lost_path(path: Path) -> Entry:
    """The entry of a file at which the system ended the process, twice."""
    return Entry(file_name(path), "fault", result=LOST, errors=1)


def _score(path: Path, process: _Process) -> Entry:
    setting = process.setting
    refuse_outside(path, setting.root)
    unit, document = load_model(path, Unit)
    if setting.year is not None and unit.year != setting.year:
        return replace(_entry(path, "other_year", ()), id=unit.unit.id, year=unit.year, result=unit.unit.name)
    try:
        scored = score_unit(unit, document, path, process.library, period=setting.period)
    except NoSuchPeriod:
        # Only without a project: with one, the period was held against its year before.
        return replace(_entry(path, "other_year", ()), id=unit.unit.id, year=unit.year, result=unit.unit.name)
    if scored.sheet is None:
        return replace(
            _entry(path, "not_scored", scored.findings), id=unit.unit.id, year=unit.year, result=unit.unit.name
        )
    findings = list(scored.findings)
    sheet_digest = _write_sheet(scored.sheet, setting)
    report_digest = None
    entry = _entry(path, "scored", findings)
    if setting.docx and not entry.errors:
        report_digest, refused = _write_report(scored, path, process)
        findings += refused
    files = any(each.file is not None for each in unit.documents.values())
    return replace(
        entry,
        # An edited report that stays is told, but it is no error of the unit: that is what the ranking counts.
        findings=pack_findings(findings),
        id=unit.unit.id,
        year=unit.year,
        reads=_reads(scored, path, findings),
        sheet=sheet_digest,
        report=report_digest,
        result=pack_rows(rows_of(result_of(scored.sheet))),
        documents=_DOCUMENTS.dump_json(unit.documents, by_alias=True).decode() if files else None,
    )


def _entry(path: Path, state: str, findings: Sequence[Finding]) -> Entry:
    grades = [severity_of(finding) for finding in findings]
    return Entry(
        file_name(path),
        state,
        findings=pack_findings(findings),
        errors=grades.count("error"),
        warnings=grades.count("warning"),
    )


def sheet_bytes(sheet: Sheet) -> bytes:
    """A score sheet as it is saved."""
    return to_json(sheet).encode() + b"\n"


def _write_sheet(sheet: Sheet, setting: Setting) -> str:
    content = sheet_bytes(sheet)
    target = setting.out / SHEETS / f"{sheet.unit.id}.json"
    digest = hashlib.sha256(content).hexdigest()
    if not target.is_file() or digest_of(target) != digest:
        # A sheet that a power failure tears has not its digest any more: the next run makes it again.
        _put_sheet(target, content, setting.force or is_sheet(target))
    return digest


def _put_sheet(target: Path, content: bytes, force: bool) -> None:
    try:
        write_bytes(target, content, force=force, durable=False)
    except Unusable as problem:
        if force or not is_sheet(target):
            raise Unwritten(problem.findings) from None
        # Another file of this unit was faster, in another process: that there are two is said at the end.
        _put_sheet(target, content, True)


def is_sheet(path: Path) -> bool:
    """Whether a file is a saved score sheet, which a new run may replace."""
    try:
        with path.open("rb") as file:
            return file.read(80).startswith(b'{"format":"') and path.suffix == ".json"
    except OSError:
        return False


def _write_report(scored: Scored, path: Path, process: _Process) -> tuple[str | None, Sequence[Finding]]:
    """The digest of the report, or why there is none."""
    from parindex.jobs.report import render  # Word costs time to import, and not every run writes it

    setting = process.setting
    target = setting.out / REPORTS / f"{scored.unit.unit.id}.docx"
    content = render(scored, path, target, process.library.template("self"))
    digest = hashlib.sha256(content).hexdigest()
    here = digest_of(target) if target.is_file() else None
    if here != digest:
        ours = here is not None and here == setting.reports.get(target.name)
        try:
            write_bytes(target, content, force=setting.force or ours)
        except Unusable as problem:
            # Somebody worked on the report of an earlier run: it stays, and this is said.
            return None, problem.findings
    return digest, ()


def _reads(scored: Scored, path: Path, findings: Sequence[Finding]) -> dict[str, str] | None:
    """The unit's own files as they were read; ``None`` where something was said about the disk."""
    if scored.sheet is None or any(finding.code[1:2] in ("1", "4") for finding in findings):
        return None
    reads = {file_name(path): scored.document.sha256}
    previous = scored.unit.previous
    if previous is not None and previous.file is not None:
        name = (path.parent / previous.file).as_posix()
        digest = next((each.sha256 for each in scored.sheet.inputs if each.path == name), None)
        if digest is None:
            return None
        reads[name] = digest
    return reads


def digest_of(path: Path) -> str | None:
    """The SHA-256 digest of a file, ``None`` when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


Folders = dict[Path, EvidenceFolder]
"""Folders as they are found while a run begins, so that thousands of units list them once."""


def still_holds(entry: Entry, setting: Setting, path: Path, folders: Folders) -> bool:
    """Whether an earlier entry can stand for scoring the unit again.

    Every file that was read and every file that was written must have the same bytes, last year's file must lie where
    it may be read, and the evidence must be found as it was then: without fault. Anything else is scored again.
    """
    if entry.reads is None or entry.state != "scored" or entry.id is None:
        return False
    if any(digest_of(Path(name)) != digest for name, digest in entry.reads.items()):
        return False
    if not all(_may_be_read(name, path, folders) for name in entry.reads if name != file_name(path)):
        return False
    if digest_of(setting.out / SHEETS / f"{entry.id}.json") != entry.sheet:
        return False
    if setting.docx and not entry.errors:
        here = digest_of(setting.out / REPORTS / f"{entry.id}.docx")
        if here is None or here != entry.report:
            return False
    return entry.documents is None or not _disturbed(entry.documents, path)


def _may_be_read(name: str, path: Path, folders: Folders) -> bool:
    """Whether last year's file is found inside the repository still: links and the repository's root can change."""
    if path.parent not in folders:
        folders[path.parent] = EvidenceFolder.beside(path)
    declared = os.path.relpath(name, path.parent).replace(os.sep, "/")
    return isinstance(folders[path.parent].resolve(declared), EvidenceFile)


class _Doubt(Exception):
    """A disk check wants to say something."""


class _Mute(Document, frozen=True):
    """Stands for a file of which nothing may be said."""

    def finding(self, code: str, route: object = (), /, **data: object) -> Finding:
        raise _Doubt(code)

    def key_finding(self, code: str, route: object, /, **data: object) -> Finding:
        raise _Doubt(code)


def _disturbed(documents: str, path: Path) -> bool:
    """Whether the disk checks have anything to say about some documents, or need more than is kept of them."""
    # Only the documents are kept: a check that asks for more of the unit finds no such attribute.
    unit = cast(Unit, SimpleNamespace(documents=_DOCUMENTS.validate_json(documents)))
    subject = Subject(unit, _Mute(file_name(path), {}, list, ""), {}, None, ())
    try:
        return any(True for _ in _disk(subject, path))
    except (_Doubt, AttributeError):
        return True


def _disk(subject: Subject, path: Path) -> Iterator[Finding]:
    return check_evidence(subject, EvidenceFolder.beside(path))
