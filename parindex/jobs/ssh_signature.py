"""Signatures by ``ssh-keygen -Y``: a repository signs its submissions with keys that its people have already."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from msgspec import Struct

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.values.findings import Finding

NAMESPACE = "parindex"
"""What a signature is for: one made for another purpose does not hold here."""
SUFFIX = ".sig"


class NoSshKeygen(Exception):
    """There is no ``ssh-keygen`` on this machine."""


class SshSignature(Struct, frozen=True):
    """A signature beside a file."""

    path: Path
    signer: str | None
    """The name in the list of allowed signers; ``None`` where none was given or the key is not in it."""
    findings: tuple[Finding, ...]


def sign(path: Path, key: Path, *, force: bool = False) -> Path:
    """Write the signature of a file beside it; ``key`` is a private key, or a public one whose agent has the other.

    Raises ``NoSshKeygen``, and ``Unusable``: E141 when there is one already, E437 when signing fails.
    """
    target = path.with_name(path.name + SUFFIX)
    if target.exists() and not force:
        raise Unusable([Finding("E141", file_name(target))])
    content = path.read_bytes()
    done = _run(["-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE], content)
    if done.returncode != 0:
        raise Unusable([Finding("E437", file_name(key), data={"reason": _reason(done)})])
    write_bytes(target, done.stdout, force=force)
    return target


def verify(path: Path, allowed: Path | None = None) -> SshSignature:
    """Check the signature beside a file against a list of allowed signers (``ssh-keygen(1)``, ALLOWED SIGNERS).

    E435: it does not fit the file; W436: it fits, but nobody says whose key it is. Raises ``NoSshKeygen``, and
    ``Unusable`` when one of the files is not there (E101).
    """
    signature = path.with_name(path.name + SUFFIX)
    for each in (path, signature, *([allowed] if allowed is not None else [])):
        if not each.is_file():
            raise Unusable([Finding("E101", file_name(each))])
    content = path.read_bytes()
    fits = _run(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(signature)], content)
    if fits.returncode != 0:
        return SshSignature(signature, None, (Finding("E435", file_name(path), data={"reason": _reason(fits)}),))
    signer = _known(signature, allowed, content) if allowed is not None else None
    findings = () if signer is not None else (Finding("W436", file_name(path)),)
    return SshSignature(signature, signer, findings)


def _known(signature: Path, allowed: Path, content: bytes) -> str | None:
    found = _run(["-Y", "find-principals", "-s", str(signature), "-f", str(allowed)], content)
    for name in found.stdout.decode(errors="replace").splitlines():
        arguments = ["-Y", "verify", "-q", "-f", str(allowed), "-I", name, "-n", NAMESPACE, "-s", str(signature)]
        if _run(arguments, content).returncode == 0:
            return name
    return None


def _run(arguments: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise NoSshKeygen
    return subprocess.run(  # noqa: S603 - ssh-keygen with our own arguments, no shell
        [program, *arguments], input=content, capture_output=True, check=False
    )


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"ssh-keygen: {done.returncode}"
