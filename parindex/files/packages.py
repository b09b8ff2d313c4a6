"""Office files, which are packages of parts: one part changed, all else as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes


def rewrite(path: Path, part: Callable[[zipfile.ZipFile], str], change: Callable[[bytes], bytes]) -> bool:
    """Change one part of a file that lies on the disk; ``part`` finds its name in the package.

    ``False`` where it cannot be done, as while another program has the file open: it then stays as it is.
    """
    try:
        write_bytes(path, _with(path.read_bytes(), part, change), force=True)
    except (OSError, KeyError, Unusable):
        return False
    return True


def _with(content: bytes, part: Callable[[zipfile.ZipFile], str], change: Callable[[bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        name = part(old)
        for each in old.infolist():
            bytes_ = old.read(each)
            new.writestr(each, change(bytes_) if each.filename == name else bytes_)
    return made.getvalue()
