"""Plain data as YAML text, in the way in which the files of a repository are written."""

from __future__ import annotations

import re
from typing import Any

from parindex.files.yaml_reader import WORDS

WIDTH = 120
"""A collection that does not fit on a line of so many columns is written as a block."""

_PLAIN = re.compile(r"[^\W_][^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*")
_FLOW_SIGNS = re.compile(r"[,\[\]{}?]")
_MISREAD = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)")
"""Words that other programs take for something else than text; ours does not, except for plain true, false, null."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: str | bool | None, *, flow: bool = True) -> str:
    """One scalar. Text is written plain where it reads back as the same text, else in double quotes.

    Numbers and days come as text (``"1164"``) and are written plain. ``flow`` says whether it stands inside brackets.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if _is_plain(value, flow=flow) else f'"{"".join(_ESCAPES.get(char, char) for char in value)}"'


def inline(value: Any) -> str:
    """A value on one line: a scalar, ``[…]`` or ``{…}``."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(each) for each in value) + "]"
    return scalar(value)


def pair(key: str, value: Any, indent: int, *, block: bool | None = None) -> str:
    """The lines of a key with its value in a block mapping, without the last line end.

    ``block`` says how the neighbours of the pair write their collections; ``None`` when there are none.
    """
    return " " * indent + scalar(key, flow=False) + ":" + tail(key, value, indent, block=block)


def tail(key: str, value: Any, indent: int, *, block: bool | None = None) -> str:
    """What follows ``key:`` in a block mapping: the value on the same line, or its lines below."""
    if not isinstance(value, dict | list):
        return " " + scalar(value, flow=False)
    line = " " + inline(value)
    # A section of its own is a block, however short the others of the file are.
    as_block = _nests_mapping(value) if block is None or not indent else block and isinstance(value, dict)
    if not value or (not as_block and indent + len(key) + 1 + len(line) <= WIDTH):
        return line
    return "\n" + "\n".join(_lines(value, indent + 2))


def _lines(value: Any, indent: int) -> list[str]:
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in pair(key, each, indent).split("\n")]
    found: list[str] = []
    for each in value:
        if isinstance(each, dict) and each and indent + 2 + len(inline(each)) > WIDTH:
            first, *rest = _lines(each, indent + 2)
            found += [" " * indent + "- " + first.lstrip(" "), *rest]
        else:
            text = inline(each) if isinstance(each, dict | list) else scalar(each, flow=False)
            found.append(" " * indent + "- " + text)
    return found


def _nests_mapping(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(each, dict) for each in value.values())


def _is_plain(text: str, *, flow: bool) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and text not in WORDS
        and _MISREAD.fullmatch(text) is None
        and text == text.strip(" ")
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not (flow and (_FLOW_SIGNS.search(text) or ":" in text))
    )
