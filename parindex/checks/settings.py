"""The check settings of a project (E316)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from parindex.files.document import Document
from parindex.model.checking import CheckSettings
from parindex.values.findings import Finding, Route
from parindex.values.steps import Datum


def check_settings(settings: CheckSettings, document: Document, known: Collection[str]) -> Iterator[Finding]:
    """Codes that are those of no diagnostic; ``known`` are the registry's."""
    named: list[tuple[Route, str, bool]] = [
        *((("checks", "select", number), code, False) for number, code in enumerate(settings.select)),
        *((("checks", "ignore", number), code, False) for number, code in enumerate(settings.ignore)),
        *((("checks", "severities", code), code, True) for code in settings.severities),
        *(
            (("checks", "exceptions", number, "code"), each.code, False)
            for number, each in enumerate(settings.exceptions)
        ),
    ]
    for route, code, is_key in named:
        if not any(each.startswith(code) for each in known):
            data = unknown_code(code, known)
            yield document.key_finding("E316", route, **data) if is_key else document.finding("E316", route, **data)


def unknown_code(code: str, known: Collection[str]) -> dict[str, Datum]:
    """A code that nobody gives, with the one that may be meant."""
    near = get_close_matches(code, list(known), n=1, cutoff=0.5)
    return {"code": code, "close": near[0]} if near else {"code": code}
