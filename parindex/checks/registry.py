"""All diagnostics by code: the one source of messages, ``explain``, documentation and report formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from parindex.checks.entries import (
    appraisal,
    bundles,
    cells,
    contradictions,
    doubts,
    evidence,
    facts,
    forms,
    overlays,
    patterns,
    projects,
    reading,
    references,
    scoring,
    sets,
    settings,
    structure,
    submissions,
    surveys,
    workbooks,
)
from parindex.checks.entry import Entry
from parindex.values.findings import Finding, Severity


def collected(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The entries by code; a code that stands twice is a fault of ours (``ValueError``)."""
    by_code: dict[str, Entry] = {}
    for entry in entries:
        if entry.code in by_code:
            raise ValueError(f"two diagnostics have the code {entry.code}")
        by_code[entry.code] = entry
    return MappingProxyType(dict(sorted(by_code.items(), key=lambda item: (item[0][1:], item[0]))))


REGISTRY = collected(
    [
        *reading.ENTRIES,
        *structure.ENTRIES,
        *patterns.ENTRIES,
        *forms.ENTRIES,
        *workbooks.ENTRIES,
        *cells.ENTRIES,
        *surveys.ENTRIES,
        *projects.ENTRIES,
        *references.ENTRIES,
        *overlays.ENTRIES,
        *evidence.ENTRIES,
        *facts.ENTRIES,
        *doubts.ENTRIES,
        *contradictions.ENTRIES,
        *appraisal.ENTRIES,
        *submissions.ENTRIES,
        *bundles.ENTRIES,
        *settings.ENTRIES,
        *scoring.ENTRIES,
        *sets.ENTRIES,
    ]
)
"""Every diagnostic of the program, in the order of the codes."""


def severity_of(finding: Finding) -> Severity:
    """How grave a finding is."""
    return REGISTRY[finding.code].severity
