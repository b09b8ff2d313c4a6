"""What a maintainer needs to know about an internal fault, written to a file."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from parindex import __version__

PACKAGES = ("pydantic", "pyyaml", "typer", "rich", "jinja2", "python-docx")


def trace_of(fault: BaseException) -> str:
    """The traceback of a fault, as text."""
    return "".join(traceback.format_exception(fault))


def write_log(trace: str, arguments: Sequence[str]) -> str:
    """Write the trace with versions and arguments, and give the file's name."""
    lines = [
        f"parindex {__version__}",
        f"Python {platform.python_version()} {platform.system()} {platform.release()}",
        *(f"{package} {version(package)}" for package in PACKAGES),
        f"arguments: {list(arguments)}",
        "",
        trace,
    ]
    handle, name = tempfile.mkstemp(prefix="parindex-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write("\n".join(lines))
    return str(Path(name))
