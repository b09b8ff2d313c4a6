"""Saved score sheets."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.model.sheet import Sheet
from parindex.values.findings import Finding


def read_sheet(path: Path) -> Sheet:
    """A saved score sheet; raises ``Unusable`` (E101 to E103, E143)."""
    try:
        return Sheet.model_validate_json(read_bytes(path))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(key) for key in first["loc"]) or "–"
        raise Unusable([Finding("E143", file_name(path), data={"where": where})]) from None
