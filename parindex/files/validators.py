"""What pydantic makes of the models, kept for the next command: making it takes longer than validating the files."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pydantic
from pydantic import BaseModel
from pydantic_core import SchemaValidator

from parindex import LOADED
from parindex.files.kept import kept

PACKAGE = Path(__file__).parents[1]
ROOMS = ("values", "rules", "model")
"""Where models and all that they use are written."""
_FRESH = 3 * 10**9
"""Nanoseconds: some disks count in steps of two seconds."""


@cache
def validator_of(model: type[BaseModel]) -> SchemaValidator:
    """What validates files of a model, as ``model.model_validate`` does."""

    def schema() -> bytes:
        model.model_rebuild()
        return pickle.dumps(_bare(model.__pydantic_core_schema__))

    version = _version()
    content = schema() if version is None else kept(PACKAGE / "model" / f"{model.__name__}.py", version, schema)
    # Kept beside the modules of the models, and believed as they are: who could write one could write the others.
    return SchemaValidator(pickle.loads(content))  # noqa: S301


def _bare(schema: Any) -> Any:
    """A schema without its metadata, which speak of JSON schemas alone."""
    if type(schema) is dict:  # not a default, such as EMPTY_DICT
        return {key: _bare(value) for key, value in schema.items() if key != "metadata"}
    return type(schema)(map(_bare, schema)) if type(schema) in (list, tuple) else schema


@cache
def _version() -> bytes | None:
    """The versions of pydantic and of all sources of the models, told as Python tells those of modules.

    ``None`` where a source was changed since the program was loaded, or so shortly before that a disk may not tell:
    what is on the disk is then not what this process runs, and the next one will keep it.
    """
    sources = [each for room in ROOMS for each in _sources(PACKAGE / room)]
    if any(status.st_mtime_ns > LOADED - _FRESH for _, status in sources):
        return None
    told = [f"{path} {status.st_size} {status.st_mtime_ns}" for path, status in sources]
    return "\n".join([pydantic.VERSION, *told]).encode()


def _sources(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.name.endswith(".py"):
                yield entry.path, entry.stat()
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _sources(Path(entry.path))
