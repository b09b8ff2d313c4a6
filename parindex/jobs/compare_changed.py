"""Every unit of a repository that a change touches, compared with what it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from parindex.files.library import Library
from parindex.files.unusable import Unusable
from parindex.jobs.check_selection import Selection
from parindex.jobs.check_targets import display, scopes_of
from parindex.jobs.compare import compare_base
from parindex.jobs.revision import NoBase
from parindex.scoring.compare import Comparison
from parindex.values.findings import Finding


class Changed(Struct, frozen=True):
    """One unit that is touched."""

    file: str
    found: Comparison | None
    """``None`` for a unit that was not there, or one of whose versions cannot be scored."""
    findings: tuple[Finding, ...] = ()
    """Why it cannot be scored, or the errors that are in it."""


def compare_changed(folder: Path, revision: str, *, period: str | None = None) -> Iterator[Changed]:
    """The units whose file, set, plan, evidence or project differs from a revision, in order; raises ``NoRevision``."""
    scopes, _ = scopes_of([folder])
    for scope in scopes:
        selection = Selection(revision, scope.root, Library(scope.root))
        for target in scope.targets:
            if target.kind != "unit" or not selection.wants(target):
                continue
            try:
                yield Changed(display(target.path), *compare_base(target.path, revision, period=period))
            except NoBase:
                yield Changed(display(target.path), None)
            except Unusable as problem:
                yield Changed(display(target.path), None, tuple(problem.findings))
