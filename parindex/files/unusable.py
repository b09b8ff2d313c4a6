"""The one exception of this room."""

from __future__ import annotations

from collections.abc import Sequence

from parindex.values.findings import Finding


class Unusable(Exception):
    """A file cannot be used; ``findings`` say why, in the order in which they stand in the file."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        if not findings:
            raise ValueError("an unusable file needs at least one finding")
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{finding.file}: {finding.code}" for finding in self.findings))

    def __reduce__(self) -> tuple[type[Unusable], tuple[tuple[Finding, ...]]]:
        """What it is made of: it comes from other processes too."""
        return type(self), (self.findings,)
