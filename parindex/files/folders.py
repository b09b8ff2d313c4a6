"""Folders that files are about to be written into."""

from __future__ import annotations

from pathlib import Path

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.values.findings import Finding


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; raises ``Unusable`` (E142), as writing into it would."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unusable([Finding("E142", file_name(folder), data={"reason": reason})]) from None
