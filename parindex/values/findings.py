"""What is wrong or doubtful, told by a route of keys; places and sentences are worked out later, in one room each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from parindex.values.steps import Datum

Severity = Literal["error", "warning", "note"]
Route = tuple[str | int, ...]
"""Keys and list positions from the top of a file, for example ``("facts", "tthc.on-time", "values")``."""


class Place(Struct, frozen=True):
    """A position in a file; lines and columns start at 1."""

    line: int
    column: int
    end_column: int | None = None
    text: str = ""
    """The source line."""


class Finding(Struct, frozen=True):
    """One diagnostic about one place of one file."""

    code: str
    file: str
    """The file as it was named on the command line or in the repository, with forward slashes."""
    route: Route = ()
    part: Literal["key", "value"] = "value"
    data: Mapping[str, Datum] = {}
    place: Place | None = None
