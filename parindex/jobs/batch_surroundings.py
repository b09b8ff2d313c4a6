"""What every score of a run depends on besides the units' own files: the program, its arguments, sets and plans."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

import parindex
from parindex.files.library import Library, files_in
from parindex.files.source import file_name


class Surroundings(Struct, frozen=True):
    """The state of all that is shared by the units of a run."""

    digest: str
    """Of contents and names: two runs with one digest score a unit's file alike."""
    stamps: str
    """Of times and sizes too: whether a file was touched between two looks, even if it was put back."""


def surroundings(library: Library, arguments: Mapping[str, str]) -> Surroundings:
    """Look at the program, the arguments and every set, plan, vocabulary and template that the library can see.

    All of them count, used or not: other plans are shown beside a target, and a new file can take an id away.
    """
    digest, stamps = hashlib.sha256(), hashlib.sha256()
    for part in (parindex.__version__, _program(), json.dumps(dict(arguments), sort_keys=True)):
        digest.update(part.encode() + b"\0")
    for path in (path for root in library.roots for path in files_in(root)):
        name = file_name(path).encode()
        try:
            content = hashlib.sha256(path.read_bytes()).digest()
            status = path.stat()
        except OSError:
            # Gone since it was listed: the next look differs.
            content, status = b"", None
        digest.update(name + b"\0" + content)
        if status is not None:
            stamps.update(name + f"\0{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}\0".encode())
    return Surroundings(digest.hexdigest(), stamps.hexdigest() + digest.hexdigest())


@cache
def _program() -> str:
    """The digest of the program itself: a version number does not change while the program is worked on."""
    digest = hashlib.sha256()
    package = Path(parindex.__file__).parent
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
