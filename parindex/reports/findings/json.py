"""For programs: the findings as JSON."""

from __future__ import annotations

import json
from typing import Any

from parindex.reports.findings.data import Listing, Told

FORMAT = "1"
"""The version of this form; it changes when a key changes its meaning."""


def as_json(listing: Listing) -> str:
    """One object: the summary, the findings, those that are accepted, and the files that were checked."""
    data = {
        "format": FORMAT,
        "program": f"parindex {listing.version}",
        "summary": {
            "files": len(listing.files),
            "errors": listing.count("error"),
            "warnings": listing.count("warning"),
            "notes": listing.count("note"),
            "accepted": len(listing.accepted),
            "failed": listing.failed,
        },
        "findings": [_finding(told) for told in listing.found],
        "accepted": [_finding(told) | {"reason": told.accepted} for told in listing.accepted],
        "files": list(listing.files),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(told: Told) -> dict[str, Any]:
    return {
        "code": told.code,
        "severity": told.severity,
        "file": told.file,
        "line": told.line,
        "column": told.column,
        "end_column": told.end_column,
        "route": told.route,
        "message": told.message,
        "remedy": told.remedy,
        "source": told.source,
        "text": told.text,
    }
