"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import NoReturn

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.values.findings import Finding


def write_bytes(path: Path, content: bytes, *, force: bool = False, durable: bool = True) -> None:
    """Write a file so that a crash, a full disk or Ctrl-C leaves the old one or none, never a part of one.

    Not ``durable`` it may be lost when the power fails, for thousands of files that can be made again.

    Raises ``Unusable``: E141 when the file exists and ``force`` is not given, E142 when it cannot be written.
    """
    if not force and os.path.lexists(path):
        _refuse_existing(path)
    if path.is_dir():
        _refuse(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    except (OSError, ValueError) as error:
        _refuse(path, error)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        _put(temporary, path, force)
    except OSError as error:
        _refuse(path, error)
    finally:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
    if durable:
        _sync_folder(path.parent)


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """The same for text, in UTF-8 with ``\\n`` line ends."""
    write_bytes(path, text.encode(), force=force)


def _put(temporary: str, path: Path, force: bool) -> None:
    if force:
        Path(temporary).replace(path)
        return
    try:
        # A link fails where a file has appeared in the meantime; replacing would destroy it.
        os.link(temporary, path)
    except FileExistsError:
        _refuse_existing(path)
    except OSError:
        # Some file systems have no links.
        if os.path.lexists(path):
            _refuse_existing(path)
        Path(temporary).replace(path)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power failure, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_existing(path: Path) -> NoReturn:
    raise Unusable([Finding("E141", file_name(path))])


def _refuse(path: Path, error: Exception) -> NoReturn:
    reason = getattr(error, "strerror", None) or str(error)
    raise Unusable([Finding("E142", file_name(path), data={"reason": reason})]) from None
