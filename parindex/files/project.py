"""The project of a folder: ``parindex.yaml`` there or above, and the units' files that it names."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from parindex.files.document import Document
from parindex.files.headings import heading
from parindex.files.load import load_model
from parindex.files.repository import leads_out
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.model.project import Project
from parindex.values.findings import Finding

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
    start = Path(os.path.normpath(folder.absolute()))  # of ../kho the folder from which it is named is not above it
    return next((found for above in (start, *start.parents) if (found := above / PROJECT_FILE).is_file()), None)


def open_repository(folder: Path) -> Repository:
    """The repository that a folder is or lies in; raises ``Unusable`` for what is wrong in its ``parindex.yaml``."""
    path = project_file(folder)
    if path is None:
        return Repository(folder, None, None)
    if path.parent == Path(os.path.normpath(folder.absolute())):
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
    patterns = _patterns(repository)
    found = {path for pattern in patterns for path in repository.root.glob(pattern) if _is_there(path, _is_file)}
    inside = (path for path in found if Path(os.path.normpath(path.absolute())).is_relative_to(within))
    visible = (path for path in inside if _is_visible(path, repository))
    return sorted(_units(visible, sure=repository.project is not None), key=lambda path: path.as_posix())


def _units(paths: Iterator[Path], *, sure: bool) -> Iterator[Path]:
    for path in paths:
        top = heading(path)
        kind = top.data.get("kind") if top is not None else None
        # A broken file that the project's pattern names is a unit's: it is reported, not passed over.
        if kind == "unit" or (sure and kind not in OTHER_KINDS):
            yield path


def unread_folders(repository: Repository, folder: Path) -> list[Finding]:
    """Folders in which the files of units are looked for and which may not be read (E103): units would drop out."""
    within = Path(os.path.normpath(folder.absolute()))
    found: set[Path] = set()
    for pattern in _patterns(repository):
        parts = Path(pattern).parts
        for number, part in enumerate(parts):
            above = repository.root.glob("/".join(parts[:number])) if number else [repository.root]
            asked = os.X_OK | (os.R_OK if set(part) & set("*?[") else 0)
            found |= {path for path in above if _is_there(path, Path.is_dir) and not os.access(path, asked)}
    told = (path for path in found if _is_visible(path, repository))
    inside = (path for path in told if Path(os.path.normpath(path.absolute())).is_relative_to(within))
    return [Finding("E103", file_name(path), data={"reason": os.strerror(errno.EACCES)}) for path in sorted(inside)]


def refuse_outside(path: Path, root: Path) -> None:
    """Raises ``Unusable`` (E405) for a unit's file that lies elsewhere, as for evidence: nobody there is asked."""
    if leads_out(path, root):
        raise Unusable([Finding("E405", file_name(path), data={"file": path.name})])


def _patterns(repository: Repository) -> list[str]:
    return repository.project.units if repository.project else ["**/*.yaml"]


def _is_visible(path: Path, repository: Repository) -> bool:
    return not any(part[0] == "." for part in path.relative_to(repository.root).parts)


def _is_file(path: Path) -> bool:
    """A file, or a link that leads nowhere."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _is_there(path: Path, kind: Callable[[Path], bool]) -> bool:
    """Whether a path is what is looked for; what may not be looked at is told by its folder."""
    try:
        return kind(path)
    except PermissionError:
        return False
