"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parindex.reports.findings.data import Listing
from parindex.reports.findings.github import github
from parindex.reports.findings.gitlab import gitlab
from parindex.reports.findings.json import as_json
from parindex.reports.findings.junit import junit
from parindex.reports.findings.sarif import sarif
from parindex.reports.findings.text import text

FORMATS: Mapping[str, Callable[[Listing], str]] = {
    "text": text,
    "json": as_json,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
}
"""Each gives the whole output as text."""
