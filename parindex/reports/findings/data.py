"""What all formats are made from: findings with their sentences, places and severities worked out."""

from __future__ import annotations

from msgspec import Struct

from parindex.values.findings import Severity


class Told(Struct, frozen=True):
    """One finding, ready to be printed."""

    code: str
    severity: Severity
    """After the overrides of the project."""
    file: str
    """Relative to the working folder where it lies inside, with forward slashes."""
    message: str
    remedy: str
    text: str
    """The whole of it as a terminal shows it: place, sentence, source line, caret, remedy."""
    line: int | None = None
    """From 1; ``None`` for what concerns the file as a whole."""
    column: int | None = None
    """From 1, in characters (Unicode code points)."""
    end_column: int | None = None
    """One past the last character."""
    source: str = ""
    """The source line."""
    route: str = ""
    """The keys that lead to the value; they survive edits elsewhere in the file."""
    accepted: str | None = None
    """The reason of the exception that it falls under; such a finding counts for nothing."""


class Rule(Struct, frozen=True):
    """What the registry says of a code."""

    code: str
    severity: Severity
    message: str
    why: str
    remedy: str
    page: str
    """Its page under ``docs/``."""


class Listing(Struct, frozen=True):
    """A whole check."""

    found: tuple[Told, ...]
    """Sorted by file and place; without those that are accepted."""
    accepted: tuple[Told, ...]
    files: tuple[str, ...]
    """Every file that was checked."""
    rules: tuple[Rule, ...]
    """All diagnostics of the program."""
    version: str
    lang: str
    strict: bool = False
    """Warnings count as errors."""
    full: bool = False
    """Every note is told in full, however many repeat themselves."""

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(each.severity == severity for each in self.found)

    def fails(self, told: Told) -> bool:
        """Whether a finding makes the check fail."""
        return told.severity == "error" or (self.strict and told.severity == "warning")

    @property
    def failed(self) -> bool:
        """Whether any does."""
        return any(self.fails(each) for each in self.found)
