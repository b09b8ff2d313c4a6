"""SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from parindex.reports.findings.data import Listing, Rule, Told
from parindex.reports.findings.fingerprint import fingerprints

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
"""The name of the folder that relative paths start from; the reader of the log knows where it is."""


def sarif(listing: Listing) -> str:
    """One run: every rule of the program, used or not, and every finding; what is accepted is suppressed in it."""
    index = {rule.code: number for number, rule in enumerate(listing.rules)}
    everything = (*listing.found, *listing.accepted)
    marks = fingerprints(everything)
    run = {
        "tool": {
            "driver": {
                "name": "parindex",
                "version": listing.version,
                "semanticVersion": listing.version,
                "language": listing.lang,
                "rules": [_rule(rule) for rule in listing.rules],
            }
        },
        "language": listing.lang,
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(file)} for file in _files(listing)],
        "invocations": [{"executionSuccessful": True, "exitCode": 1 if listing.failed else 0}],
        "results": [_result(told, index[told.code], mark) for told, mark in zip(everything, marks, strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _files(listing: Listing) -> Sequence[str]:
    return list(dict.fromkeys((*listing.files, *(told.file for told in listing.found if told.file))))


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": f"{rule.message} {rule.why}"},
        "help": {
            "text": f"{rule.why} {rule.remedy}",
            "markdown": f"{rule.why}\n\n**{rule.remedy}**",
        },
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"page": rule.page},
    }


def _result(told: Told, index: int, mark: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": told.code,
        "ruleIndex": index,
        "level": told.severity,
        "message": {"text": f"{told.message} {told.remedy}"},
        "partialFingerprints": {"parindexRoute/v1": mark},
    }
    if told.file:
        physical: dict[str, Any] = {"artifactLocation": _location(told.file)}
        if told.line is not None:
            physical["region"] = _region(told)
        result["locations"] = [{"physicalLocation": physical}]
    if told.accepted is not None:
        result["suppressions"] = [{"kind": "external", "justification": told.accepted}]
    return result


def _region(told: Told) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": told.line, "startColumn": told.column or 1}
    if told.end_column is not None:
        region["endColumn"] = told.end_column
    if told.source.strip():
        region["snippet"] = {"text": told.source}
    return region


def _location(file: str) -> dict[str, str]:
    """A relative path from the source root; an absolute one as a file address."""
    if posixpath.isabs(file):
        return {"uri": "file://" + quote(file)}
    if file[1:3] == ":/":
        return {"uri": "file:///" + quote(file, safe="/:")}
    return {"uri": quote(file), "uriBaseId": ROOT}
