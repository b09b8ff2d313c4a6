"""Make the Excel form of a unit: from its file, or for a unit that has none yet."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from parindex.checks.references import check_unit
from parindex.checks.registry import severity_of
from parindex.files.document import Document
from parindex.files.folders import make_folder
from parindex.files.library import Library
from parindex.files.load import load_model, validate
from parindex.files.project import open_repository, refuse_outside, unit_files, unread_folders
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_emit import pair
from parindex.files.yaml_reader import read
from parindex.jobs.forms_place import files_of, settings_around
from parindex.model.unit import Unit
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.workbook import write_form
from parindex.values.findings import Finding


class Exported(Struct, frozen=True):
    """One form that was written."""

    path: Path
    unit: str
    findings: tuple[Finding, ...] = ()


def export_unit(
    path: Path, output: Path | None = None, *, force: bool = False, library: Library | None = None
) -> Exported:
    """Write the form of the unit of a file.

    Raises ``Unusable`` when the file, its set or a plan cannot be used, or the output exists and ``force`` is not
    given. Other findings of the unit do not hinder: the form is where they are mended.
    """
    unit, document = load_model(path, Unit)
    library = library or Library.around(path)
    source = form_source(unit, document, library, path)
    target = output or Path(default_name(unit))
    write_bytes(target, form_bytes(source), force=force)
    return Exported(target, unit.unit.id)


def export_new(identity: Mapping[str, str], output: Path | None = None, *, force: bool = False) -> Exported:
    """Write the form of a unit that has no file yet: ``identity`` is as in ``skeleton``."""
    document = read(skeleton(identity).encode(), "form")
    unit = validate(document, Unit)
    path = Path.cwd() / "unit.yaml"
    source = form_source(unit, document, Library.around(path), path, new=True)
    target = output or Path(default_name(unit))
    write_bytes(target, form_bytes(source), force=force)
    return Exported(target, unit.unit.id)


class NotKnown(LookupError):
    """No file is of the unit, and not all is said that a form without a file needs."""


def export_known(
    unit: str, output: Path | None, name: str, kind: str, criteria: str, plans: Sequence[str], *, force: bool = False
) -> Exported:
    """The form of a unit by its id: from its file in the current repository, else for a unit that has none yet.

    Set and plans are those of the repository unless given. Raises ``NotKnown``, and ``Unusable`` as the others do.
    """
    settings = settings_around(Path())
    files = list(files_of(Path(), unit, str(settings.year))) if settings is not None and not name else []
    if files:
        return export_unit(files[0], output, force=force)
    criteria = criteria or (settings.criteria if settings is not None else "")
    if not name or not criteria:
        raise NotKnown(unit)
    asked = plans or (settings.plans if settings is not None else [])
    return export_new(identity(unit, name, kind, criteria, asked), output, force=force)


def export_folder(folder: Path, output: Path, *, force: bool = False) -> tuple[list[Exported], list[Finding]]:
    """Write one form for each unit of a repository; those that cannot be used are told, and the rest goes on."""
    repository = open_repository(folder)
    library = Library(repository.root)
    done: list[Exported] = []
    findings = unread_folders(repository, folder)
    names: set[str] = set()
    make_folder(output)
    for path in unit_files(repository, folder):
        try:
            refuse_outside(path, repository.root)
            unit, _ = load_model(path, Unit)
            name = default_name(unit)
            name = name if name not in names else f"{path.stem}-{name}"
            names.add(name)
            done.append(export_unit(path, output / name, force=force, library=library))
        except Unusable as problem:
            findings += problem.findings
    return done, findings


def default_name(unit: Unit) -> str:
    """The file name of a form whose place is not given."""
    return f"bieu-mau-{unit.unit.id}-{unit.year}.xlsx"


def form_bytes(source: FormSource) -> bytes:
    """The form as the bytes of a workbook."""
    buffer = io.BytesIO()
    write_form(source, buffer)
    return buffer.getvalue()


def form_source(unit: Unit, document: Document, library: Library, path: Path, *, new: bool = False) -> FormSource:
    """All that the form of a unit is made from; raises ``Unusable`` when its set or a plan cannot be had."""
    references = check_unit(unit, document, library, path)
    if references.criteria is None or references.plans is None:
        raise Unusable([each for each in references.findings if severity_of(each) == "error"] or references.findings)
    data: Any = document.data
    return FormSource(
        unit,
        data,
        references.criteria,
        references.plans,
        library.indicators,
        versions_of(unit, library) | ({} if new else {"unit": document.sha256}),
        "" if new else path.name,
    )


def versions_of(unit: Unit, library: Library) -> dict[str, str]:
    """Digests of the set with all that it extends, of the vocabulary and of the plans: the version of a form.

    They are of what the files say: a comment that is added makes no other version.
    """
    found = {"set": _digest(*library.document("criteria", unit.criteria).sources, *library.indicator_documents)}
    return found | {f"plan {id_}": _digest(library.document("plan", id_)) for id_ in dict.fromkeys(unit.plans)}


def _digest(*documents: Document) -> str:
    said = json.dumps([each.data for each in documents], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def skeleton(identity: Mapping[str, str]) -> str:
    """The beginning of a unit's file: ``unit``, ``name``, ``level``, ``type``, ``year``, ``criteria``, ``plans``."""
    unit = {"id": identity["unit"], "name": identity["name"], "level": identity["level"]}
    if identity.get("type"):
        unit["type"] = identity["type"]
    said: dict[str, Any] = {
        "kind": "unit",
        "format": "1",
        "unit": unit,
        "year": identity["year"],
        "criteria": identity["criteria"],
    }
    if plans := identity.get("plans", "").split():
        said["plans"] = plans
    return "".join(pair(key, value, 0, block=False) + "\n" for key, value in said.items())


def identity(unit: str, name: str, kind: str, criteria: str, plans: Sequence[str]) -> dict[str, str]:
    """Who a unit without a file is, with the level and year of its set; raises ``Unusable`` (E301)."""
    found = Library.around(Path.cwd() / "unit.yaml").criteria(criteria)
    said = {"unit": unit, "name": name, "type": kind, "level": found.level, "year": str(found.year)}
    return {**said, "criteria": criteria, "plans": " ".join(plans)}
