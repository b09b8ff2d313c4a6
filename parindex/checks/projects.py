"""A project against its units."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from parindex.checks.references import near
from parindex.files.document import Document
from parindex.model.project import Project
from parindex.values.findings import Finding

TOLD = ("submission", "round-1", "response", "round-2")
"""The deadlines that the program tells and holds days against; a project may name others for itself."""


def check_deadlines(project: Project, document: Document) -> Iterator[Finding]:
    """Deadlines whose name is nearly one that the program knows, so that nobody is told of them (W591).

    Also extensions of a deadline that the project does not set (E317), or to a day that is not later (W592).
    """
    for name in project.deadlines:
        if name not in TOLD and (close := near(name, TOLD)):
            yield document.key_finding("W591", ("deadlines", name), name=name, **close)
    for number, extension in enumerate(project.extensions):
        day = project.deadlines.get(extension.deadline)
        if day is None:
            data = {"name": extension.deadline, **near(extension.deadline, project.deadlines)}
            yield document.finding("E317", ("extensions", number, "deadline"), **data)
        elif extension.to <= day:
            route = ("extensions", number, "to")
            yield document.finding("W592", route, name=extension.deadline, to=extension.to, day=day)


def check_extended(project: Project, document: Document, ids: Collection[str]) -> Iterator[Finding]:
    """Units that were granted an extension and are not in the repository (E318)."""
    for number, extension in enumerate(project.extensions):
        if extension.unit not in ids:
            data = {"id": extension.unit, **near(extension.unit, ids)}
            yield document.finding("E318", ("extensions", number, "unit"), **data)


def check_left_out(project: Project, document: Document, ids: Collection[str]) -> Iterator[Finding]:
    """Units that the project leaves out of the ranking and does not have (E315); ``ids`` are those that it has."""
    for id_ in project.left_out:
        if id_ not in ids:
            yield document.key_finding("E315", ("left_out", id_), id=id_, **near(id_, ids))
