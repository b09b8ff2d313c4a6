"""The whole check of a criteria set."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from parindex.checks.criteria.cases import check_cases
from parindex.checks.criteria.fit import check_fit_of_rules
from parindex.checks.criteria.policy import check_policy
from parindex.checks.criteria.reach import bounds_of, check_reach
from parindex.checks.criteria.set_file import SetFile
from parindex.checks.criteria.thresholds import check_thresholds
from parindex.checks.criteria.tree import check_tree
from parindex.checks.sets import check_criteria
from parindex.files.document import Document
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.scoring.bounds import Bounds
from parindex.values.findings import Finding


class SetCheck(Struct, frozen=True):
    """What the check found."""

    findings: tuple[Finding, ...]
    """In the order of the file; what a base of an overlay says comes after."""
    bounds: Mapping[str, Bounds]
    """The best and worst attainable points of each leaf that has a rule to run, by code."""


def check_set(criteria: CriteriaSet, document: Document, indicators: Mapping[str, Indicator]) -> SetCheck:
    """Prove a criteria set sound, or say where it is not."""
    file = SetFile(criteria, document, indicators)
    bounds = bounds_of(file)
    thresholds = list(check_thresholds(file))
    # A wrong threshold spoils what the rule gives: one finding, not three.
    doubtful = {finding.data["criterion"] for finding in thresholds if finding.code in ("W716", "W717")}
    findings = [
        *check_criteria(criteria, document, indicators),
        *check_tree(file),
        *check_fit_of_rules(file),
        *thresholds,
        *check_reach(file, {code: found for code, found in bounds.items() if code not in doubtful}),
        *check_cases(file),
        *check_policy(file),
    ]
    return SetCheck(tuple(sorted(findings, key=lambda finding: _position(finding, document))), bounds)


def _position(finding: Finding, document: Document) -> tuple[bool, str, int, int]:
    """This file first, then the bases of an overlay."""
    place = finding.place
    line, column = (place.line, place.column) if place is not None else (0, 0)
    return finding.file != document.name, finding.file, line, column
