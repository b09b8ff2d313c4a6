"""Files in evidence folders that no unit declares (W414)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from parindex.files.repository import leads_out

PASSED_OVER = frozenset({"thumbs.db", "desktop.ini", "readme.md", "readme.txt", "sha256sums"})
"""Files that systems and people leave everywhere; what begins with a point or ``~$`` is passed over too."""


def orphans(declared: Collection[Path], unit_folders: Collection[Path], root: Path) -> Iterator[Path]:
    """Files that lie beside or below declared evidence and are not declared, in order.

    The paths are absolute. Folders that hold units' files themselves are no evidence folders: much else lies there.
    What lies outside ``root`` is not looked at: the folder above a declared one may, and so may a link.
    """
    beside = {path.parent for path in declared if path.parent.is_relative_to(root)}
    folders = {folder for folder in beside if not leads_out(folder, root)} - set(unit_folders) - {root}
    tops = sorted(folder for folder in folders if not any(folder.is_relative_to(other) for other in folders - {folder}))
    there = [path for folder in tops for path in sorted(folder.rglob("*")) if path.is_file()]
    # A file whose name nearly is a declared one is told of where it is declared (E402, E411).
    nearly = {_folded(path) for path in set(declared).difference(there)}
    for path in there:
        if path not in declared and not _passed_over(path, tops) and _folded(path) not in nearly:
            yield path


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", path.as_posix()).casefold()


def _passed_over(file: Path, tops: Collection[Path]) -> bool:
    path = next(file.relative_to(top) for top in tops if file.is_relative_to(top))
    name = path.name.casefold()
    return (
        name in PASSED_OVER
        or name.startswith("~$")
        or name.endswith((".tmp", ".yaml", ".yml"))
        or any(part.startswith(".") for part in path.parts)
    )
