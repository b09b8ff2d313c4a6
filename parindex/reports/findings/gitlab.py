"""Code Quality reports of GitLab."""

from __future__ import annotations

import json

from parindex.reports.findings.data import Listing
from parindex.reports.findings.fingerprint import fingerprints

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def gitlab(listing: Listing) -> str:
    """A list of issues, each with a fingerprint of its own and its code frame; an empty list when nothing was found."""
    issues = [
        {
            "description": f"{told.code} {told.message}",
            "check_name": told.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[told.severity],
            "location": {"path": told.file, "lines": {"begin": told.line or 1}},
            "content": {"body": f"{told.remedy}\n\n```text\n{told.text}\n```"},
        }
        for told, fingerprint in zip(listing.found, fingerprints(listing.found), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
