"""Evidence files: inside the repository, under the very name that was declared, and unchanged."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from parindex.values.steps import Datum

_ABSOLUTE = re.compile(r"^([/\\~]|[A-Za-z]:)")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that was found."""

    path: Path
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a declared file cannot serve, as a code of the registry with its data."""

    code: str
    data: dict[str, Datum]


class EvidenceFolder:
    """The evidence that one unit's file in ``folder`` declares, inside the repository ``root``."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = Path(os.path.normpath(folder.absolute()))
        self.root = Path(os.path.normpath(root.absolute()))
        self._names: dict[Path, frozenset[str]] = {}

    def resolve(self, declared: str) -> EvidenceFile | Problem:
        """The file of a declared path, or why it cannot serve.

        The path is relative to the unit's file, with forward slashes. ``..`` may not lead out of the repository, nor
        may a link. The name on disk must be the declared one, letter by letter: E402 (accents composed otherwise) and
        E411 (case) say when it nearly is, which some systems forgive and others do not.
        """
        if _ABSOLUTE.match(declared):
            return Problem("E403", {"file": declared})
        if "\\" in declared:
            return Problem("E409", {"file": declared, "right": declared.replace("\\", "/")})
        path = Path(os.path.normpath(self.folder / declared))
        if not path.is_relative_to(self.root):
            return Problem("E404", {"file": declared})
        try:
            return self._on_disk(declared, path)
        except (OSError, ValueError) as error:
            return Problem("E410", {"file": declared, "reason": getattr(error, "strerror", None) or str(error)})

    def _on_disk(self, declared: str, path: Path) -> EvidenceFile | Problem:
        # Names are compared with what the folders list: a case-insensitive system would find the file anyway. The
        # unit's own folder is there under its right name, so that a root with thousands of units is not listed.
        at = self.folder if path.is_relative_to(self.folder) else self.root
        for part in path.relative_to(at).parts:
            if not at.is_dir():
                return Problem("E401", {"file": declared})
            names = self._listed(at)
            if part not in names:
                return _missing(declared, part, names)
            at /= part
        if not at.resolve().is_relative_to(self.root.resolve()):
            return Problem("E405", {"file": declared})
        if not at.exists():
            return Problem("E401", {"file": declared})
        if at.is_dir():
            return Problem("E407", {"file": declared})
        size = at.stat().st_size
        return EvidenceFile(at, size) if size else Problem("E406", {"file": declared})

    def _listed(self, folder: Path) -> frozenset[str]:
        if folder not in self._names:
            self._names[folder] = frozenset(entry.name for entry in folder.iterdir())
        return self._names[folder]


def sha256_of(path: Path) -> str:
    """The SHA-256 digest of a file in lower-case hexadecimal; raises ``OSError``."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _missing(declared: str, part: str, names: frozenset[str]) -> Problem:
    wanted = _composed(part)
    for name in sorted(names):
        composed = _composed(name)
        if composed == wanted:
            return Problem("E402", {"file": declared, "near": name})
        if composed.casefold() == wanted.casefold():
            return Problem("E411", {"file": declared, "near": name})
    return Problem("E401", {"file": declared})


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
