"""A Word document as PDF, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SECONDS = 300


class NoOffice(Exception):
    """LibreOffice is not installed where it could be found."""


class NotConverted(Exception):
    """LibreOffice made no PDF; the text is what it said."""


def office() -> str:
    """The program; raises ``NoOffice``."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    found = found or next((place for place in _PLACES if Path(place).is_file()), None)
    if found is None:
        raise NoOffice
    return found


def pdf_of(docx: bytes) -> bytes:
    """The PDF of a .docx; raises ``NoOffice`` and ``NotConverted``.

    LibreOffice runs with a profile of its own, so that one that is open does not matter.
    """
    program = office()
    with TemporaryDirectory(prefix="parindex-") as scratch:
        folder = Path(scratch)
        source = folder / "report.docx"
        source.write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
        flags = 0x08000000 if sys.platform == "win32" else 0  # no console window
        try:
            done = subprocess.run(  # noqa: S603  # the program found above, with paths of our own
                command, capture_output=True, timeout=_SECONDS, creationflags=flags, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise NotConverted(str(fault)) from None
        made = folder / "report.pdf"
        if not made.is_file():
            raise NotConverted(done.stderr.decode(errors="replace").strip() or f"exit code {done.returncode}")
        return made.read_bytes()
