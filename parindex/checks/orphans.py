"""Files in evidence folders that no unit declares (W414)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

PASSED_OVER = frozenset({"thumbs.db", "desktop.ini", "readme.md", "readme.txt", "sha256sums"})
"""Files that systems and people leave everywhere; what begins with a point or ``~$`` is passed over too."""


def orphans(declared: Collection[Path], unit_folders: Collection[Path], root: Path) -> Iterator[Path]:
    """Files that lie beside or below declared evidence and are not declared, in order.

    The paths are absolute. Folders that hold units' files themselves are no evidence folders: much else lies there.
    """
    folders = {path.parent for path in declared} - set(unit_folders) - {root}
    tops = sorted(folder for folder in folders if not any(folder.is_relative_to(other) for other in folders - {folder}))
    for folder in tops:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path not in declared and not _passed_over(path.relative_to(folder)):
                yield path


def _passed_over(path: Path) -> bool:
    name = path.name.casefold()
    return (
        name in PASSED_OVER
        or name.startswith("~$")
        or name.endswith((".tmp", ".yaml", ".yml"))
        or any(part.startswith(".") for part in path.parts)
    )
