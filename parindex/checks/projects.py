"""A project against its units."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from parindex.checks.references import near
from parindex.files.document import Document
from parindex.model.project import Project
from parindex.values.findings import Finding


def check_left_out(project: Project, document: Document, ids: Collection[str]) -> Iterator[Finding]:
    """Units that the project leaves out of the ranking and does not have (E315); ``ids`` are those that it has."""
    for id_ in project.left_out:
        if id_ not in ids:
            yield document.key_finding("E315", ("left_out", id_), id=id_, **near(id_, ids))
