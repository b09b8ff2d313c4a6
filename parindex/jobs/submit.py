"""Freeze a unit's file, its evidence and its sheet into a submission that is never edited."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from parindex import __version__
from parindex.checks.registry import severity_of
from parindex.checks.sensitive import Signs, signs_in
from parindex.files.contents import Contents
from parindex.files.evidence import EvidenceFile, EvidenceFolder
from parindex.files.folders import make_folder
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_emit import pair
from parindex.jobs.check_unit import check_loaded
from parindex.jobs.deadlines import SUBMISSION, project_of, term
from parindex.jobs.digests import digest_of
from parindex.model.sheet import Input, Sheet
from parindex.model.submission import Submission
from parindex.model.unit import Unit
from parindex.values.findings import Finding
from parindex.values.numbers import plain
from parindex.values.records import to_json

MANIFEST = "ho-so.yaml"
DATA = "so-lieu.txt"
"""The copy of the unit's file: not ``.yaml``, so that nobody takes it for a second file of the unit."""
SHEET = "phieu-diem.json"
REPORT = "bao-cao.pdf"
SCHEMA_LINE = "# Hồ sơ đã nộp: không sửa tệp này và các tệp cạnh nó; kiểm tra bằng parindex verify.\n"


class Submitted(Struct, frozen=True):
    """What became of a submission."""

    path: Path | None
    """The manifest; ``None`` when it was refused."""
    submission: Submission | None
    findings: tuple[Finding, ...]


def submit(
    unit_path: Path,
    *,
    on: date,
    folder: Path | None = None,
    post: str | None = None,
    report: Path | None = None,
    force: bool = False,
) -> Submitted:
    """Write the submission of a unit's file into a folder of its own.

    ``on`` is the day of submission; ``report`` is the office's own signed PDF, which is copied beside the manifest.
    Refused, with nothing written, while errors exist; a claim without an explanation is one (W604). Raises
    ``Unusable`` when a file cannot be read, or the folder has a submission already and ``force`` is not given (E141).
    """
    unit, document = load_model(unit_path, Unit)
    library = Library.around(unit_path)
    with Contents(signs_in) as contents:
        scored, findings = check_loaded(unit, document, unit_path, library, contents)
        if scored.sheet is None or any(severity_of(finding) == "error" for finding in findings):
            return Submitted(None, None, findings)
        found = list(_evidence(unit, unit_path, contents))
    others = list(inputs_of(scored.sheet, unit, unit_path))
    # Files are named as in the repository, not as they were typed: the same unit gives the same bytes anywhere.
    named = [(unit_path.name, document.sha256), *others]
    sheet = scored.sheet.but(inputs=tuple(Input(path=name, sha256=sha) for name, sha in named))
    target = folder or default_folder(unit, unit_path)
    last = term(project_of(unit_path), SUBMISSION, unit.unit.id)
    late = last is not None and last.late(on)
    files = {DATA: document.content, SHEET: sheet_bytes(sheet)}
    if report is not None:
        files[REPORT] = read_bytes(report)
    submission = Submission.model_validate(
        {
            "kind": "submission",
            "format": "1",
            "unit": {"id": unit.unit.id, "name": unit.unit.name},
            "year": unit.year,
            "criteria": unit.criteria,
            "submitted": on,
            "deadline": last.day if last else None,
            "late": late,
            "post": post,
            "program": f"parindex {__version__}",
            "data": {"file": DATA, "sha256": digest_of(files[DATA]), "source": _relative(unit_path, target)},
            "sheet": {"file": SHEET, "sha256": digest_of(files[SHEET])},
            "report": {"file": REPORT, "sha256": digest_of(files[REPORT])} if report is not None else None,
            "totals": totals_text(sheet),
            "inputs": [{"file": name, "sha256": sha} for name, sha in others],
            "evidence": found,
        }
    )
    path = _write(target, files, submission, force=force)
    extra = [document.finding("W625", (), on=on, day=last.day)] if late and last else []
    return Submitted(path, submission, (*findings, *extra))


def default_folder(unit: Unit, unit_path: Path) -> Path:
    """Where a submission is written unless it is said: beside the unit's file."""
    return unit_path.parent / f"ho-so-{unit.unit.id}-{unit.year}"


def sheet_bytes(sheet: Sheet) -> bytes:
    """The sheet as it lies beside the manifest."""
    return (to_json(sheet, indent=2) + "\n").encode()


def totals_text(sheet: Sheet) -> dict[str, str]:
    """The totals that the manifest repeats for its readers, exact."""
    totals = {key: getattr(sheet.totals, key) for key in ("earned", "computed", "scorable", "index")}
    return {key: plain(value) for key, value in totals.items() if value is not None}


def inputs_of(sheet: Sheet, unit: Unit, unit_path: Path) -> Iterator[tuple[str, str]]:
    """The files besides the unit's own that a sheet was made from, last year's as the unit's file names it."""
    last = unit.previous.file if unit.previous else None
    last_name = (unit_path.parent / last).as_posix() if last else None
    for each in sheet.inputs[1:]:
        yield (last if last is not None and each.path == last_name else each.path), each.sha256


def yaml_text(data: Any) -> str:
    """Plain data as the text of a YAML file; ``None`` is left out, and what is an empty list at the top."""
    return "".join(pair(key, _plain(value), 0) + "\n" for key, value in data.items() if value not in (None, []))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        # An empty list below says something: that of a checklist nothing is done.
        return {str(key): _plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, bool) else str(value)


def _evidence(unit: Unit, unit_path: Path, contents: Contents[Signs]) -> Iterator[dict[str, Any]]:
    disk = EvidenceFolder.beside(unit_path)
    for id_, entry in unit.documents.items():
        if entry.file is not None and isinstance(file := disk.resolve(entry.file), EvidenceFile):
            yield {"doc": id_, "file": entry.file, "sha256": contents.digest(file.path), "size": file.size}


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path.absolute(), folder.absolute())).as_posix()


def _write(folder: Path, files: dict[str, bytes], submission: Submission, *, force: bool) -> Path:
    manifest = folder / MANIFEST
    if os.path.lexists(manifest) and not force:
        raise Unusable([Finding("E141", file_name(manifest))])
    make_folder(folder)
    for name, content in files.items():
        write_bytes(folder / name, content, force=force)
    text = SCHEMA_LINE + yaml_text(submission.model_dump(mode="json", by_alias=True, exclude_none=True))
    # The manifest last: without it the other files are no submission.
    write_bytes(manifest, text.encode(), force=force)
    return manifest
