"""The folder that a run writes: what is its own there, and what somebody has changed since."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.jobs.batch_unit import REPORTS, SHEETS, digest_of, is_sheet
from parindex.values.findings import Finding

STATE = ".parindex"
"""A folder for what the program keeps for itself."""
CACHE = "cache.sqlite"
SITE = "html"
"""The folder of the static site."""
SUMMARY = "ranking.docx"
"""The report on the ranking for the council."""
_LEDGER = "written.json"


class Outputs:
    """The output folder, with a ledger of what earlier runs wrote, by digest.

    A file may be written anew only when it is as a run left it: a ranking or report that an officer has worked on is
    never overwritten without ``force``.
    """

    def __init__(self, folder: Path, *, force: bool = False, sheets: bool = True) -> None:
        """``sheets``: whether score sheets go there. Raises ``Unusable`` (E142) when the folders cannot be made."""
        self.folder = folder
        self.force = force
        try:
            for path in (folder, folder / STATE, *([folder / SHEETS] if sheets else [])):
                path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unusable([_unwritten(folder, error.strerror or str(error))]) from None
        self._written = _read(folder / STATE / _LEDGER)

    def path(self, name: str) -> Path:
        """The place of an output, its name with forward slashes."""
        return self.folder / name

    @property
    def reports(self) -> dict[str, str]:
        """Word reports of earlier runs with their digests, by file name."""
        prefix = f"{REPORTS}/"
        return {name.removeprefix(prefix): digest for name, digest in self._written.items() if name.startswith(prefix)}

    def under(self, folder: str) -> list[str]:
        """The outputs of earlier runs, and of this one, within a folder."""
        return [name for name in self._written if name.startswith(f"{folder}/")]

    def drop(self, name: str) -> None:
        """Take away an output that has no place any more, unless somebody has changed it."""
        if self.is_ours(name):
            self.path(name).unlink(missing_ok=True)
        self._written.pop(name, None)

    def is_ours(self, name: str) -> bool:
        """Whether the file stands as an earlier run wrote it."""
        return name in self._written and digest_of(self.path(name)) == self._written[name]

    def refuse_foreign(self, names: Iterable[str]) -> None:
        """Raises ``Unusable`` (E141) for outputs that exist and are not as a run left them, unless ``force``."""
        foreign = [name for name in names if self.path(name).exists() and not self.is_ours(name)]
        if foreign and not self.force:
            raise Unusable([Finding("E141", file_name(self.path(name))) for name in foreign])

    def write(self, name: str, content: bytes) -> None:
        """Write an output whole; the same content is left in place. Raises ``Unusable`` (E141, E142)."""
        digest = hashlib.sha256(content).hexdigest()
        if digest_of(self.path(name)) != digest:
            write_bytes(self.path(name), content, force=self.force or self.is_ours(name))
        self._written[name] = digest

    def move(self, made: Path, name: str) -> None:
        """Put a finished file in its place; raises ``Unusable`` (E142)."""
        digest = digest_of(made)
        target = self.path(name)
        try:
            if digest_of(target) == digest:
                made.unlink()
            else:
                made.replace(target)
        except OSError as error:
            raise Unusable([_unwritten(target, error.strerror or str(error))]) from None
        self._written[name] = digest or ""

    def note(self, name: str, digest: str) -> None:
        """Remember an output that another process wrote, or a word for the next run."""
        self._written[name] = digest

    def noted(self, name: str) -> str:
        """What was noted under a name; empty when nothing was."""
        return self._written.get(name, "")

    def note_run(self, digest: str) -> None:
        """Remember what the outputs were made from."""
        self._written["run"] = digest

    def made_from(self, digest: str, names: Sequence[str]) -> bool:
        """Whether all these outputs stand as they were made from this very input."""
        return self._written.get("run") == digest and all(self.is_ours(name) for name in names)

    def clear(self, sheets: Iterable[str], reports: Iterable[str] | None) -> None:
        """Take away sheets and reports of units that are not among these: they would tell an old story.

        Only what earlier runs wrote is taken. ``None``: this run has nothing to do with reports.
        """
        keep = {f"{id_}.json" for id_ in sheets}
        for path in (self.folder / SHEETS).iterdir():
            if (path.name not in keep and is_sheet(path)) or _is_torn(path):
                path.unlink()
        if reports is None:
            return
        named = {f"{REPORTS}/{id_}.docx" for id_ in reports}
        for name in [name for name in self._written if name.startswith(f"{REPORTS}/") and name not in named]:
            if self.is_ours(name):
                self.path(name).unlink(missing_ok=True)
                del self._written[name]

    def save(self) -> None:
        """Write the ledger."""
        text = json.dumps(self._written, sort_keys=True, indent=0)
        write_bytes(self.folder / STATE / _LEDGER, text.encode(), force=True)


_DISK = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EFBIG, getattr(errno, "EDQUOT", -1)}
_TABLES = {sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
           sqlite3.SQLITE_CANTOPEN}  # fmt: skip
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextlib.contextmanager
def writing_into(folder: Path) -> Iterator[None]:
    """What the disk does not let be written, said as what it is: raises ``Unusable`` (E142, E144)."""
    try:
        yield
    except OSError as error:
        if error.errno not in _DISK:
            raise
        raise Unusable([_unwritten(folder, error.strerror or str(error))]) from None
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _BUSY:
            raise Unusable([Finding("E144", file_name(folder))]) from None
        if code not in _TABLES:
            raise
        raise Unusable([_unwritten(folder, str(error))]) from None


def _is_torn(path: Path) -> bool:
    """Whether a file was being written by a process that was killed."""
    return path.name.startswith(".") and path.suffix == ".tmp" and path.is_file()


def _unwritten(path: Path, reason: str) -> Finding:
    return Finding("E142", file_name(path), data={"reason": reason})


def noted_in(folder: Path, name: str) -> str:
    """What a run noted in its output folder; empty when it is none, or noted nothing."""
    return _read(folder / STATE / _LEDGER).get(name, "")


def _read(path: Path) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        data = json.loads(path.read_bytes())
        if isinstance(data, dict):
            return {str(name): str(digest) for name, digest in data.items()}
    return {}
