"""Names of findings that survive edits: by file, code and keys, not by lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from parindex.reports.findings.data import Told


def fingerprints(found: Iterable[Told]) -> list[str]:
    """One for each finding, in order; those of equal findings are told apart by their number."""
    seen: Counter[tuple[str, ...]] = Counter()
    result = []
    for told in found:
        # Without keys (a file that cannot be read) the source line stands for the place.
        key = (told.file, told.code, told.route or told.source.strip())
        seen[key] += 1
        result.append(hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()[:32])
    return result
