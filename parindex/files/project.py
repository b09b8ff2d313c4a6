"""The project of a folder: ``parindex.yaml`` there or above, and the units' files that it names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from parindex.files.document import Document
from parindex.files.headings import heading
from parindex.files.load import load_model
from parindex.model.project import Project

PROJECT_FILE = "parindex.yaml"
OTHER_KINDS = frozenset({"project", "criteria", "plan", "indicators", "submission", "appraisal", "response", "survey"})
"""The names alone: the models of all kinds would take their time to be imported."""


class Repository(Struct, frozen=True):
    """An evidence repository, or a plain folder of units' files."""

    root: Path
    """The folder of ``parindex.yaml``; without one the folder that was asked for."""
    project: Project | None
    document: Document | None
    """The project's file with its places."""


def project_file(folder: Path) -> Path | None:
    """The nearest ``parindex.yaml`` in the folder or above it."""
    start = folder.absolute()
    return next((found for above in (start, *start.parents) if (found := above / PROJECT_FILE).is_file()), None)


def open_repository(folder: Path) -> Repository:
    """The repository that a folder is or lies in; raises ``Unusable`` for what is wrong in its ``parindex.yaml``."""
    path = project_file(folder)
    if path is None:
        return Repository(folder, None, None)
    if path.parent == folder.absolute():
        # Files are named in findings and sheets as the folder was typed.
        path = folder / PROJECT_FILE
    project, document = load_model(path, Project)
    return Repository(path.parent, project, document)


def unit_files(repository: Repository, folder: Path) -> list[Path]:
    """The files of units under a folder of the repository, in the order of their names.

    By the project's patterns; without a project every YAML file that says ``kind: unit``. A pattern may meet the
    files of sets and plans too: what says that it is of another kind is passed over, and what says that it is of a
    kind that does not exist is taken, for nobody may drop out of a ranking by a slip of the pen.
    """
    within = Path(os.path.normpath(folder.absolute()))
    patterns = repository.project.units if repository.project else ["**/*.yaml"]
    found = {
        path for pattern in patterns for path in repository.root.glob(pattern) if path.is_file() or _leads_nowhere(path)
    }
    inside = (path for path in found if Path(os.path.normpath(path.absolute())).is_relative_to(within))
    visible = (path for path in inside if not any(part[0] == "." for part in path.relative_to(repository.root).parts))
    return sorted(_units(visible, sure=repository.project is not None), key=lambda path: path.as_posix())


def _units(paths: Iterator[Path], *, sure: bool) -> Iterator[Path]:
    for path in paths:
        top = heading(path)
        kind = top.data.get("kind") if top is not None else None
        # A broken file that the project's pattern names is a unit's: it is reported, not passed over.
        if kind == "unit" or (sure and kind not in OTHER_KINDS):
            yield path


def _leads_nowhere(path: Path) -> bool:
    return path.is_symlink() and not path.exists()
