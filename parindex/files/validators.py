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

from parindex.files.kept import kept

PACKAGE = Path(__file__).parents[1]
ROOMS = ("values", "rules", "model")
"""Where models and all that they use are written."""


@cache
def validator_of(model: type[BaseModel]) -> SchemaValidator:
    """What validates files of a model, as ``model.model_validate`` does."""

    def schema() -> bytes:
        model.model_rebuild()
        return pickle.dumps(_bare(model.__pydantic_core_schema__))

    # Kept beside the modules of the models, and believed as they are: who could write one could write the others.
    return SchemaValidator(pickle.loads(kept(PACKAGE / "model" / f"{model.__name__}.py", _version(), schema)))  # noqa: S301


def _bare(schema: Any) -> Any:
    """A schema without its metadata, which speak of JSON schemas alone."""
    if isinstance(schema, dict):
        return {key: _bare(value) for key, value in schema.items() if key != "metadata"}
    return type(schema)(map(_bare, schema)) if type(schema) in (list, tuple) else schema


@cache
def _version() -> bytes:
    """The versions of pydantic and of all sources of the models, told as Python tells those of modules."""
    return "\n".join([pydantic.VERSION, *(each for room in ROOMS for each in _sources(PACKAGE / room))]).encode()


def _sources(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _sources(Path(entry.path))
