"""Folds what differs between print and plain text: white space, line breaks, markdown marks, reviewed faults."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parindex.files.yaml_reader import read

_TAG = re.compile(r"</?(?:b|i|p|ul|li|a)(?:\s[^>]*)?>")
_MARK = re.compile(r"^\s*#+\s+|\*+", re.MULTILINE)
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """The text on one line, without markdown or HTML marks, with single blanks; letters stay as printed."""
    return _SPACE.sub(" ", _MARK.sub("", _TAG.sub("", text))).strip()


@dataclass(frozen=True, slots=True)
class Fault:
    """One reviewed fault of one document."""

    document: str
    printed: str
    read: str


def load_faults(path: Path) -> list[Fault]:
    """The reviewed table; raises ``KeyError`` when an entry lacks document, printed or read."""
    rows: Any = read(path).data
    return [Fault(row["document"], row["printed"], row["read"]) for row in rows]


def mend(text: str, faults: list[Fault], document: str) -> str:
    """The text with the reviewed faults of this document read as intended."""
    for fault in faults:
        if fault.document == document:
            text = text.replace(fault.printed, fault.read)
    return text
