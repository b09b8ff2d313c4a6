"""A unit's file and what it is scored by, as they were at a revision of git."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from parindex.files.load import load_model
from parindex.files.project import PROJECT_FILE
from parindex.files.repository import repository_root
from parindex.files.source import MAX_BYTES, read_bytes
from parindex.files.unusable import Unusable
from parindex.model.unit import Unit


class NoBase(Exception):
    """The revision cannot be had; ``key`` says why: ``no_git``, ``no_revision`` or ``not_there``."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def restored(path: Path, revision: str, into: Path) -> Path:
    """The unit's file below ``into``, with the project, sets, plans and last year's file of then.

    Raises ``NoBase``. Nothing of the repository is run, and nothing else of it is written.
    """
    git = shutil.which("git")
    if git is None:
        raise NoBase("no_git")
    read_bytes(path)  # says what is wrong with the file itself before git is asked
    root = repository_root(path).resolve()
    name = (path.resolve().parent / path.name).relative_to(root)
    commit = f"{revision}^{{commit}}"
    if revision.startswith("-") or _run(git, root, "rev-parse", "--verify", "--quiet", commit) is None:
        raise NoBase("no_revision")
    unit = _write(git, root, revision, name, into)
    if unit is None:
        raise NoBase("not_there")
    listed = _run(git, root, "ls-tree", "-r", "-z", "--name-only", revision, "--", PROJECT_FILE, "criteria", "plans")
    others = [Path(os.fsdecode(each)) for each in (listed or b"").split(b"\0") if each]
    for other in (*others, *_last_year(unit, into)):
        _write(git, root, revision, other, into)
    if not (into / PROJECT_FILE).exists():
        # Where the repository begins is where it begins now.
        (into / ".git").mkdir()
    return unit


def _last_year(unit: Path, into: Path) -> list[Path]:
    with suppress(Unusable):
        previous = load_model(unit, Unit)[0].previous
        if previous is not None and previous.file is not None:
            there = Path(os.path.normpath(unit.parent / previous.file))
            return [there.relative_to(into)] if there.is_relative_to(into) else []
    return []


def _write(git: str, root: Path, revision: str, name: Path, into: Path) -> Path | None:
    """A file as it was; ``None`` when there was none."""
    content = _run(git, root, "show", f"{revision}:./{name.as_posix()}")
    if content is None:
        return None
    target = into / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content[: MAX_BYTES + 1])
    return target


def _run(git: str, folder: Path, *arguments: str) -> bytes | None:
    """What git prints, ``None`` when it refuses. Nothing of the repository is run: no hooks, no pager, no filters."""
    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    done = subprocess.run(  # noqa: S603 - git with a checked revision, no shell
        [git, "-C", str(folder), "--no-pager", *arguments], capture_output=True, check=False, env=environment
    )
    return done.stdout if done.returncode == 0 else None
