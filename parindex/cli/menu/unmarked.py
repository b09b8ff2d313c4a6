"""A stream that prints letters without their marks, for consoles whose font has no Vietnamese."""

from __future__ import annotations

from typing import Any, TextIO

from parindex.locale.alphabet import unmarked

_SIGNS = str.maketrans(
    {
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "…": "...",
        "×": "x",
        "÷": ":",
        "→": "->",
        "·": "-",
        "≥": ">=",
        "≤": "<=",
    }
)


class Unmarked:
    """Passes everything on to ``stream``, written text without marks and with plain signs."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write what can be shown anywhere."""
        self.stream.write(unmarked(text).translate(_SIGNS))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)
