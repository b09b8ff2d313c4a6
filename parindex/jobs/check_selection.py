"""``--changed-since``: the files that a commit touches, by themselves or through what they rest on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.project import PROJECT_FILE
from parindex.files.unusable import Unusable
from parindex.jobs.check_changed import changed_since
from parindex.jobs.check_targets import Target
from parindex.jobs.check_unit import declared_files
from parindex.model.unit import Unit


class Selection:
    """Which targets are wanted; without a revision all of them."""

    def __init__(self, revision: str | None, root: Path, library: Library) -> None:
        """Raises ``NoRevision``."""
        self.root, self.library = root, library
        self.changed = None if revision is None else {_real(path) for path in changed_since(revision, root)}

    def touched(self, path: Path) -> bool:
        """Whether the file itself differs from the revision."""
        return self.changed is None or _real(path) in self.changed

    def wants(self, target: Target) -> bool:
        """Whether a target, or anything that its findings rest on, differs from the revision."""
        if self.changed is None or self.touched(target.path):
            return True
        return any(_real(path) in self.changed for path in self._rests_on(target))

    def _rests_on(self, target: Target) -> Iterator[Path]:
        yield self.root / PROJECT_FILE
        for root in self.library.roots:
            yield root / "criteria" / "indicators.yaml"
        if target.kind == "unit":
            yield from self._of_unit(target.path)
        elif target.kind == "criteria":
            yield from self._chain(_id_of(target.path))

    def _of_unit(self, path: Path) -> Iterator[Path]:
        try:
            unit, _ = load_model(path, Unit)
        except Unusable:
            # What it names cannot be told: it is checked.
            yield from self.changed or ()
            return
        yield from declared_files(unit, path)
        if unit.previous is not None and unit.previous.file is not None:
            yield Path(os.path.normpath(path.absolute().parent / unit.previous.file))
        yield from self._chain(unit.criteria)
        for id_ in unit.plans:
            if self.library.has("plan", id_):
                yield self.library.path("plan", id_)

    def _chain(self, id_: str | None) -> Iterator[Path]:
        """The file of a set, and of every set that it extends."""
        if id_ is None or not self.library.has("criteria", id_):
            return
        yield self.library.path("criteria", id_)
        with suppress(Unusable):
            for source in self.library.document("criteria", id_).sources:
                yield from (root / source.name for root in self.library.roots)


def _id_of(path: Path) -> str | None:
    from parindex.files.headings import heading

    top = heading(path)
    id_ = top.data.get("id") if top is not None else None
    return id_ if isinstance(id_, str) else None


def _real(path: Path) -> Path:
    """One name for one file, whatever links lead to it; a file that was deleted has its folder's."""
    return Path(os.path.normpath(path.absolute().parent.resolve() / path.name))
