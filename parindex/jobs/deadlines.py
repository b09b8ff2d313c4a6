"""Deadlines of the process: from the project's file, with the extensions that units were granted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from parindex.files.project import open_repository
from parindex.model.project import Project

SUBMISSION = "submission"
RESPONSE = "response"


def of_round(number: int) -> str:
    """The name of the deadline of an appraisal round: ``round-1``, ``round-2``."""
    return f"round-{number}"


class Term(Struct, frozen=True):
    """A last day, and whether it is an extended one."""

    day: date
    extended_by: str | None = None
    """Who granted the extension."""

    def late(self, on: date) -> bool:
        """Whether a day is after it; the last day itself is on time."""
        return on > self.day


def term(project: Project | None, name: str, unit: str) -> Term | None:
    """The last day of something for a unit; ``None`` where the project sets none.

    Of several extensions the latest day counts; an extension that is not later than the day itself changes nothing.
    """
    if project is None or name not in project.deadlines:
        return None
    best = Term(project.deadlines[name])
    for extension in project.extensions:
        if (extension.unit, extension.deadline) == (unit, name) and extension.to > best.day:
            best = Term(extension.to, extension.by)
    return best


def project_of(path: Path) -> Project | None:
    """The project in whose repository a file lies; raises ``Unusable`` for a broken ``parindex.yaml``."""
    return open_repository(path.absolute().parent).project
