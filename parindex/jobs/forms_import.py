"""Read a filled-in form into the unit's file: all that is wrong is told at once, and then nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parindex.checks.dates import check_dates
from parindex.checks.figures import check_figures
from parindex.checks.numbers import check_numbers
from parindex.checks.registry import severity_of
from parindex.checks.subject import Subject
from parindex.files.document import Document
from parindex.files.folders import make_folder
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_edit import Uneditable, edited
from parindex.jobs.forms import skeleton, versions_of
from parindex.jobs.forms_book import Form, open_form
from parindex.jobs.forms_merge import Filled, Merge, merge
from parindex.jobs.forms_package import LOCKS
from parindex.jobs.forms_place import place_of
from parindex.jobs.forms_remember import remember
from parindex.jobs.forms_values import Problem, read_value
from parindex.model.unit import Unit
from parindex.reports.forms.cells import Kind, stated
from parindex.scoring.sheet import score
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum

_BOM = b"\xef\xbb\xbf"
_CLAIMED: Mapping[str, tuple[str, ...]] = {
    "W604": ("claims", "explanations"),
    "W605": ("claims",),
    "W606": ("claims",),
    "W610": ("claims",),
}
"""Findings of the scoring about a unit's own score, with the places that they may be mended at."""
_BLANK: Mapping[str, tuple[Route, ...]] = {
    "E201": ((),),
    "E245": (("numerator",), ("denominator",)),
    "E246": (("count",),),
    "W530": (("conducted_by",),),
}
"""Findings that something is missing, with the places below their own where it may be."""


class Change(Struct, frozen=True):
    """One cell whose value goes into the file."""

    where: str
    before: str
    after: str
    kind: Kind


class Imported(Struct, frozen=True):
    """What a form changes in the unit's file."""

    path: Path
    created: bool
    """The file was not there before."""
    written: bool
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    remembered: bool = True
    """Whether the form could note what it has given."""


def import_form(
    form_path: Path, target: Path | None = None, *, dry_run: bool = False, form_wins: bool = False
) -> Imported:
    """Bring what a form says into the unit's file, or make the file of a unit that has none yet.

    Without ``target`` it is the file that the form was made from, beside the form or in the repository around.
    Comments, order and all that the form does not cover stay. Where the form and the file were both changed since
    the form was made or last read, which it notes in itself, nothing is guessed (E182); with ``form_wins`` the form is
    right. Raises ``Unusable`` when the
    form is none, is of another version, unit or year, or the file cannot be found or read; problems of cells are in
    ``findings``, and with one of them nothing is written.
    """
    form = open_form(form_path)
    path = target or place_of(form, form_path)
    unit, document, created = _file(form, path)
    library = Library.around(path)
    _same_version(form, unit, document, library)
    findings = list(form.findings)
    filled = _filled(form, unit, findings)
    merged = merge(filled, document.data, form_wins=form_wins)
    findings += merged.findings
    content = document.content
    if not _errors(findings) and (merged.edits or created):
        content = _edited(merged, document, findings)
        findings += _doubts(merged, (unit, document), content, library)
    good = not _errors(findings)
    changes = tuple(_change(each, document) for each in merged.changes)
    write = good and not dry_run and (created or content != document.content)
    if write:
        make_folder(path.parent)
        write_bytes(path, content, force=not created)
    remembered = not good or dry_run or remember(form_path, form, filled)
    return Imported(path, created, write, changes if good else (), tuple(findings), remembered)


def forms_in(folder: Path) -> list[Path]:
    """The workbooks of a folder, without the lock files of those that are open."""
    return sorted(path for path in folder.glob("*.xlsx") if not path.name.startswith(LOCKS))


def _change(each: Filled, document: Document) -> Change:
    return Change(each.where, stated(each.field.kind, each.field.route, document.data), each.value, each.field.kind)


def _file(form: Form, path: Path) -> tuple[Unit, Document, bool]:
    """The unit's file as it is; for a unit that had none when the form was made, its beginning."""
    if path.exists() or form.said.get("file"):
        unit, document = load_model(path, Unit)
        own = {"unit": unit.unit.id, "year": str(unit.year), "criteria": unit.criteria, "plans": " ".join(unit.plans)}
        for key, value in own.items():
            if form.said.get(key, "") != value:
                data: dict[str, Datum] = {"form": form.said.get(key, ""), "file": value, "path": file_name(path)}
                raise Unusable([Finding("E166", form.name, data=data)])
        return unit, document, False
    unit, document = load_model(skeleton(form.said).encode(), Unit, file_name(path))
    return unit, document, True


def _same_version(form: Form, unit: Unit, document: Document, library: Library) -> None:
    """Refuse a form whose set or plans have changed since (E165): its cells may mean something else now."""
    if not library.has("criteria", unit.criteria):
        raise Unusable([document.finding("E301", ("criteria",), **library.unknown("criteria", unit.criteria))])
    now = versions_of(unit, library)
    for name, digest in now.items():
        if form.said.get(f"sha256 {name}") != digest:
            what = unit.criteria if name == "set" else name.removeprefix("plan ")
            raise Unusable([Finding("E165", form.name, data={"what": what})])


def _filled(form: Form, unit: Unit, findings: list[Finding]) -> list[Filled]:
    """What every cell says; cells that cannot be read are told, and cells that are gone were told before."""
    cells = [(each, cell) for each in form.fields if (cell := form.cell(each)) is not None]
    documents = set(unit.documents)
    for each, cell in cells:
        if each.kind == "document-id" and isinstance(new := read_value(each, cell, ()), str) and new:
            documents.add(new)
    filled: list[Filled] = []
    for each, cell in cells:
        value = read_value(each, cell, documents)
        if isinstance(value, Problem):
            findings.append(Finding(value.code, cell.where, data=value.data))
            continue
        filled.append(Filled(each, value, cell.where))
        if each.kind == "percent" and value != each.base and 0 < float(value or 0) < 1:
            findings.append(Finding("W188", cell.where, data={"value": value.replace(".", ",")}))
    return filled


def _edited(merged: Merge, document: Document, findings: list[Finding]) -> bytes:
    """The file with the changes, read again; what its model refuses is told by cell."""
    try:
        text = edited(document.text, merged.edits)
    except Uneditable:
        findings.append(Finding("E185", document.name))
        return document.content
    content = (_BOM if document.content.startswith(_BOM) else b"") + text.encode()
    try:
        load_model(content, Unit, document.name)
    except Unusable as problem:
        findings += [_by_cell(each, merged) for each in problem.findings]
    return content


def _doubts(merged: Merge, before: tuple[Unit, Document], content: bytes, library: Library) -> Iterator[Finding]:
    """What ``parindex check`` holds against the figures, days and documents that were changed: told by cell."""
    try:
        after = load_model(content, Unit, before[1].name)
    except Unusable:
        return  # what the model refuses was told
    known = {(each.code, each.route, tuple(sorted(each.data.items()))) for each in _checked(*before, library)}
    for each in _checked(*after, library):
        told = _by_cell(each, merged)
        if told is not each and (each.code, each.route, tuple(sorted(each.data.items()))) not in known:
            yield told


def _checked(unit: Unit, document: Document, library: Library) -> Iterator[Finding]:
    plans = tuple(library.plan(id_) for id_ in dict.fromkeys(unit.plans))
    subject = Subject(unit, document, library.indicators, library.criteria(unit.criteria), plans)
    yield from check_figures(subject)
    yield from check_numbers(subject)
    yield from check_dates(subject)
    yield from _claims(subject)


def _claims(subject: Subject) -> Iterator[Finding]:
    """What is wrong with the unit's own scores, which only the scoring can tell; at either cell of the row."""
    if subject.criteria is None or not subject.unit.claims:
        return
    for each in score(subject.unit, subject.criteria, subject.plans, subject.indicators).findings:
        for top in _CLAIMED.get(each.code, ()):
            code = each.criterion or ""
            yield subject.document.finding(each.code, (top, code), criterion=code, **each.data)


def _by_cell(finding: Finding, merged: Merge) -> Finding:
    """A finding about the file, at the cell whose value it speaks of, where one was changed; or that is blank."""
    changed = {each.field.route: each for each in merged.changes}
    changed |= {route: each for route, each in merged.origin.items() if each in merged.changes}
    best = max(changed, key=lambda route: _shared(route, finding.route), default=None)
    if best is None or _shared(best, finding.route) < 2:
        return finding
    blank = _blank(finding, merged)
    if blank is None:
        return replace(finding, file=changed[best].where, place=None)
    # Of keys of the file, who fills in a form knows nothing.
    code = "E145" if finding.code.startswith("E") else finding.code
    return replace(finding, code=code, file=blank.where, place=None)


def _blank(finding: Finding, merged: Merge) -> Filled | None:
    """The empty cell for what a finding misses."""
    origin = merged.origin
    for below in _BLANK.get(finding.code, ()):
        route = (*finding.route, *below)
        row = origin.get(route[:2])  # of a new document, whose cells are known by the number of their line
        found = origin.get(route) or (origin.get((*row.field.route[:2], *route[2:])) if row else None)
        if found is not None and not found.value:
            return found
    return None


def _shared(one: Route, other: Route) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _errors(findings: Sequence[Finding]) -> bool:
    """Whether something is wrong, not merely wanting: an own score may be explained later."""
    return any(severity_of(finding) == "error" and finding.code != "W604" for finding in findings)
