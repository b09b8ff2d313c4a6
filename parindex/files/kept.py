"""What the program makes of its own files, kept where Python keeps what it makes of them: in ``__pycache__``.

As Python does, it keeps nothing where nothing may be written or ``PYTHONDONTWRITEBYTECODE`` is set, and makes it anew
for every other version. What lies there is believed as the modules beside it are; what others can write is never kept.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from zlib import crc32


def kept(source: Path, version: bytes, make: Callable[[], bytes]) -> bytes:
    """What ``make`` once gave for this version of a source; ``version`` is everything that it depends on."""
    place = _place(source)
    head = hashlib.sha256(version).digest()
    if place is not None:
        with suppress(OSError):
            content = place.read_bytes()
            if content.startswith(head) and content[32:36] == _check(content[36:]):
                return content[36:]
    made = make()
    if place is not None and not sys.dont_write_bytecode:
        # Whole or not at all, and silent where that cannot be: a file is complete when it gets its name.
        SourceFileLoader("", "").set_data(str(place), head + _check(made) + made, _mode=0o644)
    return made


def _check(content: bytes) -> bytes:
    return crc32(content).to_bytes(4, "big")


def _place(source: Path) -> Path | None:
    try:
        return Path(cache_from_source(str(source))).with_suffix(".kept")
    except NotImplementedError:  # a Python that keeps nothing
        return None
