"""Which files a check is about: those that are named, and all that a folder holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from parindex.files.headings import heading
from parindex.files.project import PROJECT_FILE, Repository, open_repository, project_file, unit_files
from parindex.files.repository import repository_root
from parindex.files.unusable import Unusable
from parindex.model.kinds import KINDS
from parindex.values.findings import Finding

SUFFIXES = (".yaml", ".yml")


class Target(Struct, frozen=True):
    """One file to be checked."""

    path: Path
    name: str
    """As findings name it: relative to the working folder where it lies inside."""
    kind: str | None
    """What stands at ``kind:``; ``None`` when that cannot be read."""
    named: bool = False
    """Named on the command line: it is checked whatever it says."""


class Scope(Struct):
    """The targets of one repository."""

    root: Path
    """Absolute."""
    repository: Repository
    targets: list[Target] = []
    seen: set[Path] = set()
    """The targets' absolute paths: a file that is named twice is checked once."""
    units: frozenset[Path] = frozenset()
    """Every unit's file of the repository, absolute, checked or not."""
    matched: frozenset[Path] = frozenset()
    """Every file that the project's patterns for units name."""
    broken: tuple[Finding, ...] = ()
    """What is wrong with ``parindex.yaml``, so that none of its settings can be kept."""
    whole: bool = False
    """The whole repository is checked: what nothing declares or matches can be told."""


def display(path: Path) -> str:
    """A path as it is shown: relative to the working folder where it lies inside."""
    absolute = Path(os.path.normpath(path.absolute()))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def scopes_of(paths: Sequence[Path]) -> tuple[list[Scope], list[Finding]]:
    """The files to be checked by repository, in order, and findings for paths that are not there (E101)."""
    scopes: dict[Path, Scope] = {}
    missing: list[Finding] = []
    for path in paths:
        if path.is_dir():
            _folder(path, scopes)
        elif path.exists():
            scope = _scope(path, scopes)
            _add(scope, Target(path, display(path), _kind(path), named=True))
        else:
            missing.append(Finding("E101", path.as_posix()))
    for scope in scopes.values():
        scope.targets.sort(key=lambda target: target.name)
    return [scope for _, scope in sorted(scopes.items()) if scope.targets], missing


def _add(scope: Scope, target: Target) -> None:
    absolute = Path(os.path.normpath(target.path.absolute()))
    if absolute not in scope.seen:
        scope.seen.add(absolute)
        scope.targets.append(target)


def _folder(folder: Path, scopes: dict[Path, Scope]) -> None:
    within = Path(os.path.normpath(folder.absolute()))
    walked: set[Path] = set()
    for path in _yaml_files(folder):
        walked.add(Path(os.path.normpath(path.absolute())))
        scope = _scope(path, scopes)
        kind = _kind(path)
        if _wanted(path, kind, scope):
            _add(scope, Target(path, display(path), kind))
    for scope in scopes.values():
        scope.whole = scope.whole or scope.root.is_relative_to(within)
        # Through a linked folder, which is not walked, the project's patterns find units all the same.
        for path in sorted(scope.matched - walked):
            if path.is_relative_to(within) and (kind := _kind(path)) == "unit":
                _add(scope, Target(path, display(path), kind))


def _yaml_files(folder: Path) -> Iterator[Path]:
    """In order; folders that begin with a point (``.git``, ``.venv``) are passed over."""
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        yield from (Path(top) / name for name in sorted(files) if name.endswith(SUFFIXES) and name[0] != ".")


def _scope(path: Path, scopes: dict[Path, Scope]) -> Scope:
    file = project_file(path.parent)
    root = Path(os.path.normpath(file.parent if file is not None else repository_root(path)))
    if root not in scopes:
        scopes[root] = _opened(root)
    return scopes[root]


def _opened(root: Path) -> Scope:
    try:
        repository = open_repository(root)
    except Unusable as problem:
        # Told whatever is checked: nobody may take for good what was checked without its settings.
        return Scope(root, Repository(root, None, None), broken=problem.findings)
    if repository.project is None:
        return Scope(root, repository)
    matched = (path for pattern in repository.project.units for path in root.glob(pattern) if path.is_file())
    units = unit_files(repository, root)
    return Scope(root, repository, units=absolute_paths(units), matched=absolute_paths(matched))


def _kind(path: Path) -> str | None:
    top = heading(path)
    kind = top.data.get("kind") if top is not None else None
    return kind if isinstance(kind, str) else None


def _wanted(path: Path, kind: str | None, scope: Scope) -> bool:
    """Whether a file that a folder holds is one of ours.

    Units are those that the project's patterns name; a broken file is ours where only ours are expected.
    """
    absolute = Path(os.path.normpath(path.absolute()))
    if kind == "unit" and scope.repository.project is not None:
        return absolute in scope.matched
    if kind in KINDS or path.name == PROJECT_FILE:
        return True
    # Where only ours are expected, a kind that nobody knows, or that cannot be read, is a fault to be told.
    expected = absolute.parent in (scope.root / "criteria", scope.root / "plans") or absolute in scope.matched
    return expected or (kind is None and path.name == "unit.yaml")


def absolute_paths(paths: Iterable[Path]) -> frozenset[Path]:
    """Absolute, without ``..`` and links left as they are."""
    return frozenset(Path(os.path.normpath(path.absolute())) for path in paths)
