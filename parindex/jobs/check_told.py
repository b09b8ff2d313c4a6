"""Findings made ready for the formats: sentences, severities and places worked out."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from parindex import __version__
from parindex.checks.registry import REGISTRY
from parindex.checks.render import message, plain, remedy, render
from parindex.reports.findings.data import Rule, Told
from parindex.values.findings import Finding, Severity

VERSION = __version__
PAGES = Path("docs") / "chan-doan"
"""Where the page of each code lies in the repository of the program."""


def told(finding: Finding, severity: Severity, lang: str, accepted: str | None = None) -> Told:
    """A finding with everything that a format may print."""
    place = finding.place
    # A name on disk that is no UTF-8 must not keep the others from being told.
    return Told(
        code=finding.code,
        severity=severity,
        file=_shown(finding.file),
        message=_shown(message(finding, lang)),
        remedy=_shown(remedy(finding, lang)),
        text=_shown(render(finding, lang)),
        line=place.line if place is not None else None,
        column=place.column if place is not None else None,
        end_column=place.end_column if place is not None else None,
        source=place.text if place is not None else "",
        route="/".join(str(step) for step in finding.route) + (":key" if finding.part == "key" else ""),
        accepted=accepted,
    )


def _shown(text: str) -> str:
    return text.encode(errors="surrogateescape").decode(errors="replace")


def rules(lang: str) -> tuple[Rule, ...]:
    """What the registry says of every code."""
    return tuple(
        Rule(
            code,
            entry.severity,
            plain(entry.message, lang),
            entry.why.of(lang),
            plain(entry.remedy, lang),
            (PAGES / f"{code}.md").as_posix(),
        )
        for code, entry in REGISTRY.items()
    )


def renamed(finding: Finding, file: str) -> Finding:
    """The same finding about a file under the name by which the check shows it."""
    return finding if finding.file == file else replace(finding, file=file)
