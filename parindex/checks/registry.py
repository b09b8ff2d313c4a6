"""All diagnostics by code: the one source of messages, ``explain``, documentation and report formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

from parindex.checks.entry import Entry
from parindex.values.findings import Finding, Severity

FAMILIES = (
    # what is said of good files stands first: the others are read where something is wrong
    "facts",
    "evidence",
    "doubts",
    "contradictions",
    "scoring",
    "references",
    "sets",
    "reading",
    "structure",
    "patterns",
    "forms",
    "workbooks",
    "cells",
    "surveys",
    "projects",
    "overlays",
    "appraisal",
    "submissions",
    "bundles",
    "settings",
)
"""The modules of ``entries``."""


class Registry(Mapping[str, Entry]):
    """Entries by code, in the order of the codes; a family is read when a code is not among those before it."""

    def __init__(self, families: Sequence[str]) -> None:
        self._waiting = list(reversed(families))
        self._known: dict[str, Entry] = {}

    def __getitem__(self, code: str) -> Entry:
        while code not in self._known and self._waiting:
            self._read(self._waiting.pop())
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        while self._waiting:
            self._read(self._waiting.pop())
        return iter(sorted(self._known, key=lambda code: (code[1:], code)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _read(self, family: str) -> None:
        """Raises ``ValueError`` for a code that stands twice, which is a fault of ours."""
        for entry in import_module(f"parindex.checks.entries.{family}").ENTRIES:
            if self._known.setdefault(entry.code, entry) is not entry:
                raise ValueError(f"two diagnostics have the code {entry.code}")


REGISTRY = Registry(FAMILIES)
"""Every diagnostic of the program, in the order of the codes."""


def severity_of(finding: Finding) -> Severity:
    """How grave a finding is."""
    return REGISTRY[finding.code].severity
