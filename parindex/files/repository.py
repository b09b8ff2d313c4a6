"""Where the repository of a unit's file begins: its evidence, sets and plans lie inside."""

from __future__ import annotations

import os
from pathlib import Path

MARKS = ("parindex.yaml", ".git")
"""What the root of a repository holds; the project file wins over the checkout."""


def repository_root(path: Path) -> Path:
    """The nearest folder above a file with ``parindex.yaml``, else with ``.git``, else the file's own folder."""
    # Of ../kho/a.yaml the folder from which it is named is not above it.
    folder = Path(os.path.normpath(path.absolute())).parent
    for mark in MARKS:
        for above in (folder, *folder.parents):
            if (above / mark).exists():
                return above
    return folder


def leads_out(path: Path | str, root: Path | str) -> bool:
    """Whether a link on the way to a path of the repository leads out of it."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
