"""pip's own word that a machine can install from the folder: its resolver, with nothing but the folder to look in."""

from __future__ import annotations

import tempfile
from pathlib import Path

from targets import Target
from wheels import pip


def resolves(folder: Path, target: Target) -> None:
    """Let pip work out what it would install on a machine; raises ``NotComplete`` with its words when it cannot.

    By the lock, with digests, and following what every wheel needs: a package that the lock lacks is found out.
    """
    inner = folder / "bo-cai"
    lock = inner / "locks" / f"{target.name}.txt"
    with tempfile.TemporaryDirectory() as nowhere:
        words = ["install", "--dry-run", "--isolated", "--no-index", "--find-links", str(inner / "wheels")]
        pip(*words, "--target", nowhere, "--require-hashes", "-r", str(lock), *target.options)
