"""What lies in the working folder: units' files, filled-in forms, the settings of a project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from parindex.cli.menu.paths import near_here
from parindex.files.headings import heading
from parindex.files.load import load_model
from parindex.files.project import Repository, open_repository, project_file, unit_files
from parindex.files.unusable import Unusable
from parindex.jobs.forms_book import open_form
from parindex.locale.alphabet import sort_key
from parindex.model.unit import Unit


def repository() -> Repository | None:
    """The project that the folder lies in, if it has one that can be read."""
    if project_file(Path()) is None:
        return None
    try:
        return open_repository(Path())
    except Unusable:
        return None


def units() -> list[Path]:
    """The units' files: those of the project, or those in this folder and one below (it may be all of Documents)."""
    found = repository()
    if found is not None:
        return [near_here(path) for path in unit_files(found, Path())]
    near = (path for pattern in ("*.yaml", "*/*.yaml") for path in Path().glob(pattern))
    return sorted(path for path in near if path.name[0] != "." and (top := heading(path)) and _is_unit(top.data))


def _is_unit(data: object) -> bool:
    return isinstance(data, dict) and data.get("kind") == "unit"


def read_unit(path: Path) -> Unit | None:
    """A unit's file, or ``None`` when it cannot be read: the command that uses it says why."""
    try:
        return load_model(path, Unit)[0]
    except Unusable:
        return None


def forms() -> list[Path]:
    """The workbooks of this folder, forms by their name first; the marks of open workbooks (``~$``) are none."""
    books = [path for path in Path().glob("*.xls[xm]") if path.name[0] not in "~."]
    return sorted(books, key=lambda path: (not path.name.startswith("bieu-mau"), sort_key(path.name)))


def target_of(form: Path, chosen: Path | None) -> Path | None:
    """The unit's file that a form is of, or that it will make; ``None`` when the form cannot be read.

    The chosen unit when it is the form's, else the one here that is; a form may come back in another folder, such as
    that of downloads, so a new file lies here and not beside it.
    """
    try:
        said: Mapping[str, str] = open_form(form).said
    except Unusable:
        return None
    for path in ([chosen] if chosen else []) + units():
        unit = read_unit(path)
        if unit is not None and (unit.unit.id, str(unit.year)) == (said.get("unit"), said.get("year")):
            return path
    name = said.get("file") or f"{said['unit']}.yaml"
    beside = form.parent / name
    return beside if said.get("file") and beside.exists() else new_unit(Path(name).stem)


def new_unit(id_: str) -> Path:
    """Where the file of a new unit lies: where the project keeps its units, or here."""
    found = repository()
    return near_here(found.root / "units" / f"{id_}.yaml") if found is not None else Path(f"{id_}.yaml")
