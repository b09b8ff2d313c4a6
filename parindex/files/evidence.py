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


def resolve(declared: str, folder: Path, root: Path) -> EvidenceFile | Problem:
    """The file that a unit's file in ``folder`` declares, inside the repository ``root``.

    The path is relative to ``folder`` with forward slashes. ``..`` may not lead out of ``root``, nor may a link.
    The name on disk must be the declared one, letter by letter: E402 (accents composed otherwise) and E411
    (case) say when it nearly is, which some systems forgive and others do not.
    """
    if _ABSOLUTE.match(declared):
        return Problem("E403", {"file": declared})
    if "\\" in declared:
        return Problem("E409", {"file": declared, "right": declared.replace("\\", "/")})
    root = Path(os.path.normpath(root.absolute()))
    path = Path(os.path.normpath(folder.absolute() / declared))
    if not path.is_relative_to(root):
        return Problem("E404", {"file": declared})
    try:
        return _on_disk(declared, path, root)
    except (OSError, ValueError) as error:
        return Problem("E410", {"file": declared, "reason": getattr(error, "strerror", None) or str(error)})


def sha256_of(path: Path) -> str:
    """The SHA-256 digest of a file in lower-case hexadecimal; raises ``OSError``."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _on_disk(declared: str, path: Path, root: Path) -> EvidenceFile | Problem:
    # Names are compared with what the folders list: a case-insensitive system would find the file anyway.
    at = root
    for part in path.relative_to(root).parts:
        if not at.is_dir():
            return Problem("E401", {"file": declared})
        names = [entry.name for entry in at.iterdir()]
        if part not in names:
            return _missing(declared, part, names)
        at /= part
    if not path.resolve().is_relative_to(root.resolve()):
        return Problem("E405", {"file": declared})
    if at.is_dir():
        return Problem("E407", {"file": declared})
    if not at.exists():
        return Problem("E401", {"file": declared})
    size = at.stat().st_size
    return EvidenceFile(at, size) if size else Problem("E406", {"file": declared})


def _missing(declared: str, part: str, names: list[str]) -> Problem:
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
