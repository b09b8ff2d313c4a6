"""What a commit touches, by git: the files that differ from a revision, with those that are not yet known to it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class NoRevision(Exception):
    """The folder is no git checkout, the revision is unknown, or git is not installed."""


def changed_since(revision: str, folder: Path) -> frozenset[Path]:
    """Absolute paths of the files that were added, changed or deleted since a revision, committed or not.

    A file that was renamed counts under both names. Raises ``NoRevision``.
    """
    if revision.startswith("-"):
        raise NoRevision(revision)
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n"))
    _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    diff = _git(top, "diff", "--name-only", "--no-renames", "-z", revision, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(top / os.fsdecode(name) for name in (diff + new).split(b"\0") if name)


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoRevision(str(error)) from None
    return run.stdout
