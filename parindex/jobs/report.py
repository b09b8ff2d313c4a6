"""Write the Word report of a unit: score, look for errors, render, write whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from parindex.checks.registry import severity_of
from parindex.files.library import Library
from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.jobs.score import Scored, score_file
from parindex.model.unit import Unit
from parindex.reports.word import TemplateError, self_report
from parindex.values.findings import Finding

STDOUT = Path("-")


@dataclass(frozen=True, slots=True)
class Written:
    """Where the report is, or why there is none."""

    path: Path | None
    """``None`` when errors kept the report from being written, and for standard output."""
    refused: bool
    findings: tuple[Finding, ...]


def report_file(
    unit_path: Path,
    *,
    output: Path | None = None,
    template: Path | None = None,
    period: str | None = None,
    draft: bool = False,
    force: bool = False,
) -> Written:
    """Write the self-assessment report of the unit of a file.

    Nothing is written while error-level findings exist, unless ``draft``, which marks every page. Raises ``Unusable``
    when a file cannot be read, the template has a fault, or the output exists and ``force`` is not given.
    """
    scored = score_file(unit_path, period=period)
    errors = any(severity_of(finding) == "error" for finding in scored.findings)
    if scored.sheet is None or (errors and not draft):
        return Written(None, True, scored.findings)
    target = output or Path(default_name(scored.unit))
    content = render(scored, unit_path, target, template, draft)
    if output == STDOUT:
        sys.stdout.buffer.write(content)
        return Written(None, False, scored.findings)
    write_bytes(target, content, force=force)
    return Written(target, False, scored.findings)


def default_name(unit: Unit) -> str:
    """The file name of a report whose place is not given."""
    return f"bao-cao-tu-cham-{unit.unit.id}-{unit.year}.docx"


def links(unit: Unit, unit_path: Path, report_path: Path) -> Mapping[str, str]:
    """For each document the address that works from the report's place: a relative path, or its web link."""
    base = unit_path.parent if report_path == STDOUT else report_path.absolute().parent
    found: dict[str, str] = {}
    for id_, document in unit.documents.items():
        if document.link is not None:
            found[id_] = document.link
        elif document.file is not None:
            absolute = unit_path.absolute().parent / document.file
            try:
                relative = os.path.relpath(absolute, base)
            except ValueError:  # another drive (Windows)
                continue
            found[id_] = quote(Path(relative).as_posix())
    return found


def render(scored: Scored, unit_path: Path, target: Path, template: Path | None = None, draft: bool = False) -> bytes:
    """The report of a scored unit; links to evidence work from ``target``. Raises ``Unusable`` (E151)."""
    if scored.sheet is None:  # pragma: no cover - the caller has looked
        raise ValueError("no sheet")
    source = template or Library().template("self")
    addresses = links(scored.unit, unit_path, target)
    try:
        return self_report(scored.sheet, scored.unit, read_bytes(source), links=addresses, draft=draft)
    except TemplateError as fault:
        raise Unusable([Finding("E151", file_name(source), data={"problem": str(fault).rstrip(".")})]) from None
