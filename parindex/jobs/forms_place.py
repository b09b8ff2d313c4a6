"""Where the unit's file of a form lies: beside the form, or in the repository of its folder or of the current one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from parindex.files.project import Repository, open_repository, unit_files
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.jobs.forms_book import Form
from parindex.model.project import Project
from parindex.values.findings import Finding


def place_of(form: Form, path: Path) -> Path:
    """The file that a form belongs to; for a unit that has none, where the repository keeps such files.

    Raises ``Unusable``: E149 when the form was made from a file that is nowhere, or when two files are of its unit.
    """
    unit, year = form.said["unit"], form.said["year"]
    name = Path(form.said.get("file", "")).name
    beside = path.parent / (name or f"{unit}.yaml")
    if beside.is_file():
        return beside
    everywhere = [each for folder in _folders(path) for each in files_of(folder, unit, year)]
    found = {Path(os.path.normpath(each.absolute())): each for each in everywhere}  # one file, however it is reached
    if len(found) == 1:
        return _near(next(iter(found)))
    if found or name:
        many = ", ".join(file_name(each) for each in map(_near, found))
        raise Unusable([Finding("E149", form.name, data={"unit": form.said["name"], "file": many or name})])
    for folder in _folders(path):
        if (project := _project(folder)) is not None:
            return _near(project.root.absolute() / new_name(project.project, unit))  # type: ignore[arg-type]
    return beside


def files_of(folder: Path, unit: str, year: str | None = None) -> Iterator[Path]:
    """The files of a unit in the repository around a folder; none where there is no ``parindex.yaml``."""
    project = _project(folder)
    for path in unit_files(project, project.root) if project is not None else ():
        with suppress(Unusable, OSError):
            content = path.read_bytes()
            if unit.encode() not in content:
                continue  # most files of a large repository need not be parsed
            data = read(content, path.name).data
            who = data.get("unit") if isinstance(data, dict) else None
            if isinstance(who, dict) and who.get("id") == unit and year in (None, data.get("year")):
                yield path


def settings_around(folder: Path) -> Project | None:
    """The settings of the repository around a folder, if there is one."""
    found = _project(folder)
    return found.project if found is not None else None


def new_name(project: Project, unit: str) -> str:
    """Where a new unit's file goes, by the first pattern of the project: ``units/*.yaml`` gives ``units/a.yaml``."""
    parts = [unit if part == "**" else part.replace("*", unit) for part in project.units[0].split("/")]
    return "/".join(part for number, part in enumerate(parts) if number == 0 or part != parts[number - 1])


def _near(path: Path) -> Path:
    """A path as an officer would type it: from the current folder where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _folders(path: Path) -> tuple[Path, ...]:
    return (path.parent, Path())


def _project(folder: Path) -> Repository | None:
    repository = open_repository(folder)
    return repository if repository.project is not None else None
