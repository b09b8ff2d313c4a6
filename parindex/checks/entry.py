"""What the registry holds for each diagnostic."""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

from parindex.values.findings import Severity


class Words(Struct, frozen=True):
    """A text in Vietnamese and English; ``{names}`` stand for the data of a finding."""

    vi: str
    en: str

    def of(self, lang: str) -> str:
        """The text in ``vi`` or ``en``; Vietnamese for anything else."""
        return self.en if lang == "en" else self.vi


class Example(Struct, frozen=True):
    """A piece of a file that gives the diagnostic, and the same piece mended."""

    bad: str
    good: str
    kind: Literal["text", "unit", "plan", "criteria", "indicators", "project", "appraisal"] = "text"
    """``text`` is a whole file; otherwise top-level keys of a file of that kind."""

    def shown(self, lang: str) -> tuple[str, str]:
        """Both as text, the same in any language."""
        return self.bad, self.good


class Shown(Protocol):
    """An example of any form: a piece of a file, or steps (``checks.scene``)."""

    def shown(self, lang: str) -> tuple[str, str]:
        """What gives the diagnostic, and the same mended, as text in ``vi`` or ``en``."""


class Entry(Struct, frozen=True):
    """One diagnostic. Its code never changes meaning and is never used again for another."""

    code: str
    severity: Severity
    message: Words
    """What was found, in one sentence."""
    why: Words
    """Why it matters."""
    remedy: Words
    """How to mend it."""
    example: Example | None = None
    """Of a few lines; longer ones, and those that take steps, are in ``checks.examples``."""
