"""Read what is to be compared: units' files, saved sheets, or a unit's file as it was at a revision."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.source import MAX_BYTES, file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.jobs.score import score_file, score_unit
from parindex.jobs.sheets import read_sheet
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.scoring.compare import Comparison, compare


class NoBase(Exception):
    """The revision cannot be had; ``key`` says why: ``no_git``, ``no_revision`` or ``not_there``."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def compare_files(a: Path, b: Path, *, period: str | None = None) -> Comparison:
    """Compare two units' files or saved sheets, in any mixture.

    Raises ``Unusable`` when one of them cannot be read, or its set or plans cannot be had.
    """
    return compare(sheet_of(a, period=period), sheet_of(b, period=period))


def compare_base(path: Path, revision: str, *, period: str | None = None) -> Comparison:
    """Compare a unit's file as it was at a revision of git with what it is now.

    Both are scored by the sets and plans of now, so that every difference comes from the unit's file alone. Raises
    ``NoBase``, and ``Unusable`` when one of the two versions cannot be used.
    """
    content = _at_revision(path, revision)
    unit, document = load_model(content, Unit, f"{revision}:{file_name(path)}")
    then = score_unit(unit, document, path, Library.around(path), period=period)
    if then.sheet is None:
        raise Unusable(then.findings)
    return compare(then.sheet, sheet_of(path, period=period))


def sheet_of(path: Path, *, period: str | None = None) -> Sheet:
    """The sheet that is saved in a file (JSON), or that the unit of a file gets."""
    if path.suffix.lower() == ".json":
        return read_sheet(path)
    scored = score_file(path, period=period)
    if scored.sheet is None:
        raise Unusable(scored.findings)
    return scored.sheet


def _at_revision(path: Path, revision: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise NoBase("no_git")
    read_bytes(path)  # says what is wrong with the file itself before git is asked
    folder, name = path.resolve().parent, path.resolve().name
    if (
        revision.startswith("-")
        or _run(git, folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None
    ):
        raise NoBase("no_revision")
    content = _run(git, folder, "show", f"{revision}:./{name}")
    if content is None:
        raise NoBase("not_there")
    return content[: MAX_BYTES + 1]


def _run(git: str, folder: Path, *arguments: str) -> bytes | None:
    """What git prints, ``None`` when it refuses. Nothing of the repository is run: no hooks, no pager, no filters."""
    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    done = subprocess.run(  # noqa: S603 - git with a checked revision, no shell
        [git, "-C", str(folder), "--no-pager", *arguments], capture_output=True, check=False, env=environment
    )
    return done.stdout if done.returncode == 0 else None
