"""Workflow commands: GitHub shows them at the lines of a pull request."""

from __future__ import annotations

from collections import Counter

from parindex.locale.formats import visible
from parindex.reports.findings.data import Listing, Told
from parindex.reports.findings.text import summary

SHOWN = 10
"""Annotations of each severity that GitHub shows for one step; it drops the others without a word."""

_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}
_MORE = {
    "vi": "Còn {count} điều nữa ở nhật ký của bước này",
    "en": "{count} more in the log of this step",
}


def github(listing: Listing) -> str:
    """One command for each finding, the gravest first as far as they are shown; the rest is plain log."""
    ranked = sorted(listing.found, key=lambda told: ("error", "warning", "note").index(told.severity))
    shown: list[str] = []
    rest: list[str] = []
    count: Counter[str] = Counter()
    for told in ranked:
        count[told.severity] += 1
        # One place among the notices is kept for the line that sums up.
        limit = SHOWN - 1 if told.severity == "note" else SHOWN
        if count[told.severity] <= limit:
            shown.append(_annotation(told))
        else:
            rest.append(_harmless(told.text))
    closing = summary(listing)
    if rest:
        closing += " " + _MORE[listing.lang].format(count=len(rest)) + "."
    return "\n".join([*shown, *rest, f"::notice title=parindex::{_data(closing)}"]) + "\n"


def _annotation(told: Told) -> str:
    places = {"file": visible(told.file), "line": told.line, "col": told.column, "endColumn": told.end_column}
    properties = [f"{name}={_property(str(value))}" for name, value in places.items() if value]
    properties.append(f"title={_property(told.code)}")
    return f"::{_COMMAND[told.severity]} {','.join(properties)}::{_data(f'{told.message} {told.remedy}')}"


def _harmless(text: str) -> str:
    """Text of a file must not be taken for a command."""
    return "\n".join(line.replace("::", ": :") for line in text.splitlines())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
