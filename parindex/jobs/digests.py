"""Digests of bytes and of entries."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from parindex.model.appraisal import Entry


def digest_of(content: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def entry_digest(entry: Entry) -> str:
    """The digest of what an entry says, however its file is laid out."""
    return digest_of(_canonical([entry]))


def entries_digest(entries: Sequence[Entry]) -> str:
    """The digest of several entries in their order."""
    return digest_of(_canonical(entries))


def _canonical(entries: Sequence[Entry]) -> bytes:
    data = [entry.model_dump(mode="json", by_alias=True, exclude_none=True) for entry in entries]
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
