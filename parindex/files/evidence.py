"""Evidence files: inside the repository, under the very name that was declared, and unchanged."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Self

from msgspec import Struct

from parindex.files.repository import leads_out, repository_root
from parindex.values.steps import Datum

_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://|^[Ww][Ww][Ww]\.")
_ABSOLUTE = re.compile(r"^([/\\~]|[A-Za-z]:)")
_BLOCK = 1 << 20
FOLDERS = 64
"""Folders below the unit's that are looked into for a file that is not where it was declared."""


class EvidenceFile(Struct, frozen=True):
    """A file that was found."""

    path: Path
    size: int
    """In bytes."""


class Problem(Struct, frozen=True):
    """Why a declared file cannot serve, as a code of the registry with its data."""

    code: str
    data: dict[str, Datum]


class EvidenceFolder:
    """The evidence that one unit's file in ``folder`` declares, inside the repository ``root``."""

    def __init__(self, folder: Path, root: Path, digest: Callable[[Path], str] | None = None) -> None:
        """``digest`` gives the SHA-256 of a file and raises ``OSError``; ``sha256_of`` unless given."""
        self.digest = digest or sha256_of
        # Paths are texts here: a unit declares hundreds of files, and Path takes longer over one than the disk.
        self.folder = os.path.normpath(folder.absolute())
        self.root = os.path.normpath(root.absolute())
        self._listings: dict[str, dict[str, os.DirEntry[str]]] = {}
        self._resolved: dict[str, EvidenceFile | Problem] = {}
        self._places: dict[str, list[str]] | None = None

    @classmethod
    def beside(cls, path: Path, digest: Callable[[Path], str] | None = None) -> Self:
        """The evidence of a unit's file that lies in a repository."""
        return cls(path.parent, repository_root(path), digest)

    def resolve(self, declared: str) -> EvidenceFile | Problem:
        """The file of a declared path, or why it cannot serve; each path is looked for once.

        The path is relative to the unit's file, with forward slashes. ``..`` may not lead out of the repository, nor
        may a link. The name on disk must be the declared one, letter by letter: E402 (accents composed otherwise) and
        E411 (case) say when it nearly is, which some systems forgive and others do not.
        """
        if declared not in self._resolved:
            found = self._resolve(declared)
            if isinstance(found, Problem) and found.code == "E401":
                places = self._known().get(_folded(declared.rpartition("/")[2]), [])
                found = Problem("E401", {"file": declared, **({"close": places[0]} if len(places) == 1 else {})})
            self._resolved[declared] = found
        return self._resolved[declared]

    def _resolve(self, declared: str) -> EvidenceFile | Problem:
        if _ADDRESS.match(declared):
            return Problem("E440", {"file": declared})
        if _ABSOLUTE.match(declared):
            return Problem("E403", {"file": declared})
        if "\\" in declared:
            return Problem("E409", {"file": declared, "right": declared.replace("\\", "/")})
        try:
            found = self._on_disk(declared)
        except (OSError, ValueError) as error:
            return Problem("E410", {"file": declared, "reason": getattr(error, "strerror", None) or str(error)})
        # A file's name ends with no slash: opened under the declared name it would not be there.
        slash = isinstance(found, EvidenceFile) and declared.endswith(("/", "/."))
        return Problem("E401", {"file": declared}) if slash else found

    def _on_disk(self, declared: str) -> EvidenceFile | Problem:
        # Step by step: what climbs out of the repository and comes back by its name would be lost under another name,
        # and names are compared with what the folders list, for a case-insensitive system would find the file anyway.
        at, linked = self.folder, self._linked
        last: os.DirEntry[str] | None = None
        for part in declared.split("/"):
            if part in ("", "."):
                continue
            if last is not None and not last.is_dir():
                return Problem("E401", {"file": declared})
            if part == "..":
                if at == self.root:
                    return Problem("E404", {"file": declared})
                at, last = os.path.dirname(at), None  # noqa: PTH120
                continue
            names = self._listed(at)
            if part not in names:
                return _missing(declared, part, names)
            at, last = os.path.join(at, part), names[part]  # noqa: PTH118
            linked = linked or last.is_symlink()
        # Links that lead to themselves are followed as far as they go.
        if linked and leads_out(at, self.root):
            return Problem("E405", {"file": declared})
        return _of_kind(declared, at)

    @cached_property
    def _linked(self) -> bool:
        """Whether the unit's own folder lies elsewhere than it seems."""
        return leads_out(self.folder, self.root)

    def _known(self) -> dict[str, list[str]]:
        """The paths of the files in and below the unit's folder, by name; of so many folders, hidden ones apart."""
        if self._places is None:
            self._places = {}
            folders = [self.folder]
            for folder in folders:
                with suppress(OSError):
                    for name, entry in sorted(self._listed(folder).items()):
                        if entry.is_dir(follow_symlinks=False):
                            folders += [entry.path] if len(folders) <= FOLDERS and name[0] != "." else []
                        elif entry.is_file(follow_symlinks=False):
                            place = Path(entry.path).relative_to(self.folder).as_posix()
                            self._places.setdefault(_folded(name), []).append(place)
        return self._places

    def _listed(self, folder: str) -> dict[str, os.DirEntry[str]]:
        if folder not in self._listings:
            with os.scandir(folder) as entries:
                self._listings[folder] = {entry.name: entry for entry in entries}
        return self._listings[folder]


def _of_kind(declared: str, path: str) -> EvidenceFile | Problem:
    try:
        about = os.stat(path)  # noqa: PTH116
    except OSError as error:
        # A link to nothing, or to itself.
        if error.errno in (errno.ENOENT, errno.ELOOP):
            return Problem("E401", {"file": declared})
        raise
    if stat.S_ISDIR(about.st_mode):
        return Problem("E407", {"file": declared})
    if not stat.S_ISREG(about.st_mode):
        # A pipe would keep whoever opens it waiting.
        return Problem("E410", {"file": declared, "reason": "not a regular file"})
    return EvidenceFile(Path(path), about.st_size) if about.st_size else Problem("E406", {"file": declared})


def sha256_of(path: Path) -> str:
    """The SHA-256 digest of a file in lower-case hexadecimal; raises ``OSError``."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _missing(declared: str, part: str, names: Iterable[str]) -> Problem:
    wanted = _composed(part)
    for name in sorted(names):
        composed = _composed(name)
        if composed == wanted:
            return Problem("E402", {"file": declared, "near": name})
        if composed.casefold() == wanted.casefold():
            return Problem("E411", {"file": declared, "near": name})
    return Problem("E401", {"file": declared})


def _folded(name: str) -> str:
    return _composed(name).casefold()


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
