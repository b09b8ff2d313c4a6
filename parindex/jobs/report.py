"""Write a Word document: score, look for errors, render, write whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from parindex.checks.registry import severity_of
from parindex.files.library import Library
from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.jobs.report_kinds import NAMES, RANKING, Asked, Kind, Made, unit_document
from parindex.jobs.score import Scored, score_file
from parindex.model.unit import Unit
from parindex.reports.view import Paper
from parindex.reports.word import TemplateError, written
from parindex.values.findings import Finding

STDOUT = Path("-")


class Written(Struct, frozen=True):
    """Where the document is, or why there is none."""

    path: Path | None
    """``None`` when errors kept the document from being written, and for standard output."""
    refused: bool
    findings: tuple[Finding, ...]
    pdf: Path | None = None


def report_file(
    path: Path,
    asked: Asked | None = None,
    *,
    output: Path | None = None,
    template: Path | None = None,
    force: bool = False,
    docx: bool = True,
    pdf: bool = False,
    bundle: bool = False,
) -> Written:
    """Write a document of one unit's file, or of a folder of many.

    Nothing is written while error-level findings exist, unless the draft is asked for, which is marked on every page.
    The PDF has the document's name; with ``bundle`` the document and its evidence become one zip.

    Raises ``Unusable`` when a file cannot be read, the template has a fault, or the output exists and ``force`` is not
    given; ``NoOffice`` and ``NotConverted`` for the PDF; ``NotMany`` and ``NothingToDo`` for a document on many units.
    """
    asked = asked or Asked()
    if pdf:
        from parindex.jobs.report_pdf import office

        office()  # before anything is written
    if bundle and asked.kind not in RANKING:
        return _bundled(path, asked, output, template, force)
    made, target = made_for(path, asked, output)
    errors = any(severity_of(finding) == "error" for finding in made.findings)
    if made.view is None or (errors and not asked.draft):
        return Written(None, True, made.findings)
    content = printed(made.view, template or template_for(path, asked.kind))
    if target == STDOUT:
        sys.stdout.buffer.write(content)
        return Written(None, False, made.findings)
    other = None
    if pdf:
        from parindex.jobs.report_pdf import pdf_of

        other = target.with_suffix(".pdf")
        pages = pdf_of(content)
    if docx:
        write_bytes(target, content, force=force)
    if other is not None:
        write_bytes(other, pages, force=force)
    return Written(target if docx else None, False, made.findings, other)


def _bundled(path: Path, asked: Asked, output: Path | None, template: Path | None, force: bool) -> Written:
    from parindex.jobs.bundle import links_of, pieces, write_bundle

    library = Library.around(path)
    scored = score_file(path, period=asked.period, library=library)
    if scored.sheet is None:
        return Written(None, True, scored.findings)
    found, without = pieces(scored.unit, scored.sheet, path)
    made = unit_document(scored, path, asked, links_of(found, scored.unit), library)
    errors = any(severity_of(finding) == "error" for finding in made.findings)
    if made.view is None or (errors and not asked.draft):
        return Written(None, True, made.findings)
    name = default_name(scored, asked)
    target = output or Path(name).with_suffix(".zip")
    content = printed(made.view, template or library.template(asked.kind))
    write_bundle(target, (name, content), scored.unit, found, without, force=force)
    return Written(target, False, made.findings)


def made_for(path: Path, asked: Asked, output: Path | None) -> tuple[Made, Path]:
    """What the document says, and where it will lie."""
    if asked.kind in RANKING:
        from parindex.jobs.report_ranking import ranking_document

        made = ranking_document(path, asked)
        return made, output or Path(f"{made.name}.docx")
    library = Library.around(path)
    scored = score_file(path, period=asked.period, library=library)
    target = output or Path(default_name(scored, asked))
    return unit_document(scored, path, asked, links(scored.unit, path, target), library), target


def template_for(path: Path, kind: Kind) -> Path:
    """The template of a kind: the repository's own, else the shipped one; raises ``Unusable`` (E309)."""
    return Library.around(path).template(kind)


def default_name(scored: Scored, asked: Asked) -> str:
    """The file name of a unit's document whose place is not given."""
    period = scored.sheet.period if scored.sheet is not None and asked.kind != "tasks" else None
    return unit_name(asked.kind, scored.unit, period)


def unit_name(kind: Kind, unit: Unit, period: str | None = None) -> str:
    """The same from the unit alone; without ``period`` the document is of its year."""
    return f"{NAMES[kind]}-{unit.unit.id}-{period or unit.year}.docx"


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
    """The self-assessment report of a scored unit; links work from ``target``. Raises ``Unusable`` (E151)."""
    addresses = links(scored.unit, unit_path, target)
    made = unit_document(scored, unit_path, Asked(draft=draft), addresses)
    if made.view is None:  # pragma: no cover - the caller has looked
        raise ValueError("no sheet")
    return printed(made.view, template or Library().template("self"))


def printed(view: Paper, template: Path) -> bytes:
    """The document by a template; raises ``Unusable`` (E151) for a fault of the template."""
    try:
        return written(view, read_bytes(template))
    except TemplateError as fault:
        data = {"problem": fault.sentence("vi"), "problem_en": fault.sentence("en")}
        raise Unusable([Finding("E151", file_name(template), data=data)]) from None
