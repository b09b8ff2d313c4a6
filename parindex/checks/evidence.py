"""Evidence files on disk (E4)."""

from __future__ import annotations

from collections.abc import Iterator

from parindex.checks.subject import Subject
from parindex.files.evidence import EvidenceFolder, Problem
from parindex.values.findings import Finding


def check_evidence(subject: Subject, disk: EvidenceFolder) -> Iterator[Finding]:
    """Files that are missing, outside the repository, empty or changed; only declared digests are compared."""
    for id_, entry in subject.unit.documents.items():
        if entry.file is None:
            continue
        route = ("documents", id_, "file")
        found = disk.resolve(entry.file)
        if isinstance(found, Problem):
            yield subject.document.finding(found.code, route, **found.data)
        elif entry.sha256 is not None:
            try:
                now = disk.digest(found.path)
            except OSError as error:
                reason = error.strerror or str(error)
                yield subject.document.finding("E410", route, file=entry.file, reason=reason)
                continue
            if now != entry.sha256:
                yield subject.document.finding("E408", ("documents", id_, "sha256"), file=entry.file, found=now)
