"""How a rule gives points, in the plain sentences by which officers know a criteria set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from parindex.locale import rules_of_duties as duties
from parindex.locale import rules_of_numbers as numbers
from parindex.locale.subject import Subject, threshold
from parindex.rules.appraised import Appraised
from parindex.rules.bands import Bands
from parindex.rules.change import Change
from parindex.rules.checklist import Checklist
from parindex.rules.compare import Compare
from parindex.rules.curve import Curve
from parindex.rules.deadline import Deadline
from parindex.rules.formula import Formula
from parindex.rules.meets import Meets
from parindex.rules.per_case import PerCase
from parindex.rules.proportional import Proportional
from parindex.rules.reports import Reports
from parindex.rules.survey import Survey
from parindex.values.facts import SHARES

__all__ = ["SHARES", "Subject", "sentences", "threshold"]


def sentences(rule: object, subject: Subject) -> list[str]:
    """How the rule gives points, sentence by sentence; raises ``KeyError`` for a rule without sentences."""
    return [_upper(text) for text in _SAY[type(rule)](rule, subject)]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


_SAY: dict[type, Callable[[Any, Subject], list[str]]] = {
    Appraised: duties.appraised,
    Bands: numbers.bands,
    Change: numbers.change,
    Checklist: duties.checklist,
    Compare: numbers.compare,
    Curve: numbers.curve,
    Deadline: duties.deadline,
    Formula: duties.formula,
    Meets: numbers.meets,
    PerCase: numbers.per_case,
    Proportional: numbers.proportional,
    Reports: duties.reports,
    Survey: duties.survey,
}
"""One speaker per kind of rule; a test walks every kind of the rule language."""
