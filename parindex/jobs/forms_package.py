"""The file of a form before its cells are read: it must be an .xlsx workbook and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from parindex.files.source import refuse_irregular
from parindex.files.workbooks import MAX_BYTES, parts_of, refuse

LOCKS = ("~$", ".~lock.")
"""How the names of files begin by which Excel and LibreOffice say who has a workbook open."""
_TABLES = (".csv", ".tsv", ".txt", ".fods", ".html", ".htm", ".pdf", ".docx", ".yaml", ".yml", ".json")


def checked_package(path: Path, name: str) -> bytes:
    """The bytes of an .xlsx workbook; raises ``Unusable`` (E101 to E104, E150 to E163) for anything else."""
    try:
        if path.is_dir():
            refuse("E102", name)
        refuse_irregular(path, name)
        if path.name.startswith(LOCKS):
            refuse("E150", name)
        if path.stat().st_size > MAX_BYTES:
            refuse("E158", name)
        content = path.read_bytes()
    except FileNotFoundError:
        refuse("E101", name)
    except OSError as error:
        refuse("E103", name, reason=error.strerror or str(error))
    if path.suffix.lower() in _TABLES:
        refuse("E159", name, kind=path.suffix.lower())
    parts = parts_of(content, name)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml") if "[Content_Types].xml" in parts else b""
    if any(part.lower().endswith("vbaproject.bin") for part in parts) or b"macroEnabled" in types:
        refuse("E162", name)
    return content
