"""Prove that a bundle is what it was when it was made, and say exactly what is not."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.jobs.bundle import FORMAT, MANIFEST
from parindex.values.findings import Finding

MAX_MANIFEST = 20_000_000
_BLOCK = 1 << 20


class VerifiedBundle(Struct, frozen=True):
    """What was looked at, and what is not as it was."""

    path: Path
    files: int
    """Files whose digest was compared."""
    findings: tuple[Finding, ...]


def is_bundle(path: Path) -> bool:
    """Whether a file is a zip, by its first bytes."""
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    except OSError:
        return False


def verify_bundle(path: Path) -> VerifiedBundle:
    """Compare every file of a bundle with its manifest.

    E461: a file was changed; E462: it is gone; E463: a file that the manifest does not name. Raises ``Unusable``
    (E464) when the bundle or its manifest cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as bundle:
            names = [entry.filename for entry in bundle.infolist() if not entry.is_dir()]
            listed = _listed(bundle, path)
            findings = [*_compared(bundle, listed, set(names), path)]
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        _refuse(path, str(error) or type(error).__name__)
    strange = sorted({name for name in names if name not in listed and name != MANIFEST})
    twice = sorted({name for name in names if names.count(name) > 1})
    findings += [Finding("E463", file_name(path), data={"file": name}) for name in [*strange, *twice]]
    return VerifiedBundle(path, len(listed), tuple(findings))


def _listed(bundle: zipfile.ZipFile, path: Path) -> dict[str, tuple[str, int]]:
    """Digest and size by name, from the manifest."""
    try:
        with bundle.open(MANIFEST) as file:
            content = file.read(MAX_MANIFEST + 1)
    except KeyError:
        _refuse(path, f"không có {MANIFEST}")
    if len(content) > MAX_MANIFEST:
        _refuse(path, f"{MANIFEST} quá lớn")
    try:
        data = json.loads(content)
        if data["kind"] != "bundle" or data["format"] != FORMAT:
            _refuse(path, f"{MANIFEST} không phải của gói báo cáo")
        return dict(_entry(entry) for entry in [data["report"], *data["evidence"]])
    except (ValueError, TypeError, KeyError, RecursionError):
        _refuse(path, f"{MANIFEST} sai cấu trúc")


def _entry(entry: dict[str, Any]) -> tuple[str, tuple[str, int]]:
    return str(entry["file"]), (str(entry["sha256"]), int(entry["size"]))


def _compared(
    bundle: zipfile.ZipFile, listed: dict[str, tuple[str, int]], names: set[str], path: Path
) -> Iterator[Finding]:
    for name, (sha256, size) in listed.items():
        if name not in names:
            yield Finding("E462", file_name(path), data={"file": name})
        elif not _same(bundle, name, sha256, size):
            yield Finding("E461", file_name(path), data={"file": name})


def _same(bundle: zipfile.ZipFile, name: str, sha256: str, size: int) -> bool:
    """Read no further than the size that the manifest gives: a file that unpacks to more is another one."""
    digest, left = hashlib.sha256(), size
    try:
        with bundle.open(name) as file:
            while block := file.read(min(_BLOCK, left + 1)):
                left -= len(block)
                if left < 0:
                    return False
                digest.update(block)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False  # its own checksum says already that it was changed
    return left == 0 and digest.hexdigest() == sha256


def _refuse(path: Path, reason: str) -> NoReturn:
    raise Unusable([Finding("E464", file_name(path), data={"reason": reason})])
