"""Read the files of an appraisal and check that they belong together and that nothing in them was edited."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from parindex.files.document import Document
from parindex.files.evidence import EvidenceFile, EvidenceFolder, Problem, sha256_of
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.repository import repository_root
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.jobs.deadlines import RESPONSE, project_of, term
from parindex.jobs.digests import digest_of, entries_digest, entry_digest
from parindex.jobs.verify import Opened, open_submission, verify_submission
from parindex.model.appraisal import Appraisal, Bound, Entry, Response
from parindex.scoring.appraisal import Case
from parindex.values.findings import Finding


class LoadedAppraisal(Struct, frozen=True):
    """An appraisal's file with its places, and what is wrong with it by itself."""

    path: Path
    appraisal: Appraisal
    document: Document
    findings: tuple[Finding, ...]


class LoadedResponse(Struct, frozen=True):
    """A unit's response."""

    path: Path
    response: Response
    document: Document


def load_appraisal(path: Path) -> LoadedAppraisal:
    """Read an appraisal: its seals (E345), and whose entries it holds (E350). Raises ``Unusable``."""
    _no_book(path)
    appraisal, document = load_model(path, Appraisal)
    return LoadedAppraisal(path, appraisal, document, tuple(_alone(appraisal, document)))


def load_response(path: Path) -> LoadedResponse:
    """Read a unit's response; raises ``Unusable``."""
    _no_book(path)
    response, document = load_model(path, Response)
    return LoadedResponse(path, response, document)


def _no_book(path: Path) -> None:
    """A workbook is read into its file first."""
    if is_book(path):
        raise Unusable([Finding("E152", file_name(path), data={"kind": "sổ Excel", "wanted": "tệp YAML"})])


def is_book(path: Path) -> bool:
    """Whether a file is meant to be a workbook, by its name."""
    return path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods")


def submission_path(path: Path, bound: Bound) -> Path:
    """Where a file lies that another one is about."""
    return Path(os.path.normpath(path.parent / bound.file))


def check_bound(bound: Bound, document: Document, opened: Opened) -> Iterator[Finding]:
    """A file that is about another submission, or about one that was edited since (E340)."""
    if bound.sha256 != opened.document.sha256:
        yield document.finding("E340", ("submission", "sha256"), file=bound.file)


def open_case(path: Path) -> tuple[Opened, Case]:
    """The submission of a manifest as a case for the engine.

    Raises ``Unusable`` with everything that is no longer as submitted where that would change scores: the frozen
    copy, the sheet, the set, a plan (E42x).
    """
    opened = open_submission(path)
    blocking = [finding for finding in verify_submission(path).findings if finding.code in ("E422", "E425", "E427")]
    if opened.unit is None or opened.sheet is None or blocking:
        raise Unusable(blocking or opened.findings)
    library = Library.around(opened.unit_path)
    unit = opened.unit
    case = Case(
        unit=unit,
        criteria=library.criteria(unit.criteria),
        plans=tuple(library.plan(id_) for id_ in unit.plans),
        indicators=library.indicators,
        submitted=opened.sheet,
        digest=opened.document.sha256,
        elsewhere=tuple(library.other_plans(unit.plans, unit.year)),
    )
    return opened, case


def check_response(loaded: LoadedResponse, opened: Opened, entries: Sequence[Entry]) -> Iterator[Finding]:
    """What is wrong with a response: E340, E348, E351, evidence on disk (E4), undeclared documents (E305), W622."""
    response, document = loaded.response, loaded.document
    yield from check_bound(response.submission, document, opened)
    submitted = opened.unit.documents if opened.unit is not None else {}
    disk = EvidenceFolder(loaded.path.parent, repository_root(loaded.path))
    for id_, entry in response.documents.items():
        if id_ in submitted:
            yield document.key_finding("E351", ("documents", id_), id=id_)
        if entry.file is not None and isinstance(found := disk.resolve(entry.file), Problem):
            yield document.finding(found.code, ("documents", id_, "file"), **found.data)
        elif entry.file is not None and entry.sha256 is not None:
            file = disk.resolve(entry.file)
            now = sha256_of(file.path) if isinstance(file, EvidenceFile) else ""
            if now != entry.sha256:
                yield document.finding("E408", ("documents", id_, "sha256"), file=entry.file, found=now)
    digests = {entry.id: entry_digest(entry) for entry in entries}
    known = {*submitted, *response.documents}
    last = term(project_of(opened.unit_path), RESPONSE, response.unit.id)
    for number, answer in enumerate(response.answers):
        if digests.get(answer.to) != answer.sha256:
            yield document.finding("E348", ("answers", number, "to"), id=answer.to)
        for index, proof in enumerate(answer.evidence):
            if proof.doc not in known:
                yield document.finding("E305", ("answers", number, "evidence", index, "doc"), id=proof.doc)
        if last is not None and last.late(answer.date):
            yield document.finding("W622", ("answers", number, "date"), date=answer.date, day=last.day)


def answers_changed(loaded: LoadedAppraisal) -> Iterator[Finding]:
    """Responses that are no longer what they were when the files were merged last (W626)."""
    for number, seal in list(enumerate(loaded.appraisal.seals))[-1:]:
        for place, each in enumerate(seal.responses):
            path = submission_path(loaded.path, each)
            if not path.is_file() or digest_of(path.read_bytes()) != each.sha256:
                route = ("seals", number, "responses", place, "sha256")
                yield loaded.document.finding("W626", route, file=each.file, date=seal.date)


def _alone(appraisal: Appraisal, document: Document) -> Iterator[Finding]:
    now = {entry.id: entry_digest(entry) for entry in appraisal.entries}
    told = False
    for number, seal in enumerate(appraisal.seals):
        sealed = appraisal.entries[: seal.entries]
        if len(sealed) == seal.entries and entries_digest(sealed) == seal.sha256:
            continue
        edited = [id_ for id_, digest in seal.added.items() if now.get(id_) != digest]
        if told and not edited:
            continue  # what was edited had been sealed before, and is told there
        told = True
        ids = ", ".join(edited or (entry.id for entry in sealed)) or "–"
        yield document.finding("E345", ("seals", number, "sha256"), date=seal.date, ids=ids)
    sealed_to = max((seal.entries for seal in appraisal.seals), default=0)
    if appraisal.agency is None and (loose := appraisal.entries[sealed_to:]):
        ids = ", ".join(entry.id for entry in loose)
        yield document.finding("W627", ("entries", sealed_to), ids=ids)
    for number, entry in enumerate(appraisal.entries):
        if appraisal.agency is not None and entry.by.agency != appraisal.agency:
            route = ("entries", number, "by", "agency")
            yield document.finding("E350", route, owner=appraisal.agency, agency=entry.by.agency)
