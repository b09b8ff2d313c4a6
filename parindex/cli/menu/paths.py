"""Paths as officers give them: typed, quoted, dropped on the window; and as they are printed."""

from __future__ import annotations

import os
import re
import shlex
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

WINDOWS = os.name == "nt"
LONGEST = 60
"""Characters of what was typed that are repeated in a message."""
_PLAIN = re.compile(r"[\w./:@+,=-]+")


def typed_path(text: str) -> Path | None:
    """The file or folder that is meant, if one is there.

    A file dropped on a console comes in quotes (Windows; PowerShell puts ``&`` before them), with escaped blanks, or
    as an address ``file://``; Vietnamese letters may be composed otherwise than on disk.
    """
    return next((found for reading in _readings(text) if (found := _existing(reading)) is not None), None)


def _readings(text: str) -> Iterator[str]:
    bare = text.strip()
    yield bare
    bare = bare.removeprefix("& ").strip()
    for sign, doubled in (('"', '""'), ("'", "''"), ("'", "'\\''")):
        if len(bare) > 2 and bare[0] == bare[-1] == sign:
            yield bare[1:-1].replace(doubled, sign)
    if bare.startswith("file://"):
        yield url2pathname(urlsplit(bare).path)
    if not WINDOWS:
        try:
            words = shlex.split(bare)
        except ValueError:
            words = []
        if len(words) == 1:
            yield words[0]
    yield os.path.expanduser(os.path.expandvars(bare.strip("\"'")))  # noqa: PTH111 - Path's raises without a home


def _existing(text: str) -> Path | None:
    if not text:
        return None
    for form in (text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        try:
            if os.path.lexists(form) and Path(form).exists():
                return Path(form)
        except (OSError, ValueError):  # a name too long, or with a zero character
            return None
    return _composed_otherwise(Path(text))


def _composed_otherwise(path: Path) -> Path | None:
    """The file of the same name with its accents composed in another way, part by part."""
    name = unicodedata.normalize("NFC", path.name)
    try:
        entries = list(path.parent.iterdir())
    except (OSError, ValueError):
        return None
    return next((entry for entry in entries if unicodedata.normalize("NFC", entry.name) == name), None)


def near_here(path: Path) -> Path:
    """The path from the current folder where the file lies in or below it, else from the root."""
    absolute = path.absolute()
    here = Path.cwd()
    relative = absolute.relative_to(here) if absolute.is_relative_to(here) else absolute
    # A name that begins with "-" would be taken for an option.
    return relative if not str(relative).startswith("-") else absolute


def free_name(path: Path) -> Path:
    """The same name with the first number that is not taken: ``bao-cao-2.docx``."""
    number = 2
    while os.path.lexists(candidate := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        number += 1
    return candidate


def typed_command(words: Sequence[str], *, windows: bool = WINDOWS) -> str:
    """A command as it is typed in this system's console."""
    return " ".join(_quoted(word, windows) for word in words)


def _quoted(word: str, windows: bool) -> str:
    if _PLAIN.fullmatch(word.replace("\\", "/") if windows else word):
        return word
    return f'"{word}"' if windows else shlex.quote(word)


def shown(text: str) -> str:
    """What was typed, short and without control characters, to be repeated in a message."""
    plain = "".join(char if char.isprintable() else "?" for char in text)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
