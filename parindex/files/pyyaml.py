"""PyYAML, as all of the program imports it.

Its pure reader has a pattern of all characters that YAML allows. To compile it takes a twentieth of the time of a short
command, and libyaml, which reads nearly every file, has no use for it: it is compiled when a text is first looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Later:
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(self._pattern), name)  # re keeps what it has compiled


@contextmanager
def _vast_patterns_later() -> Iterator[None]:
    """Put off what is slow to compile: patterns of characters up to the last one there is."""
    compile_ = re.compile

    def compiled(pattern: Any, flags: int = 0) -> Any:
        vast = isinstance(pattern, str) and "\U0010ffff" in pattern and not flags
        return Later(pattern) if vast else compile_(pattern, flags)

    re.compile = compiled
    try:
        yield
    finally:
        re.compile = compile_


with _vast_patterns_later():
    import yaml
    from yaml.events import (
        AliasEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )

__all__ = [
    "AliasEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "yaml",
]
