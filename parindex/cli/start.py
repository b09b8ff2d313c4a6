"""What makes a command start sooner; it runs before typer and pydantic are imported."""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType
from typing import Any

from parindex.jobs.memory import rarely_collect

METADATA = "importlib.metadata"


def start() -> None:
    """Save a command what it does not need: looking for garbage, for plugins, and what plugins are looked up with."""
    rarely_collect()
    # Looking for pydantic's plugins reads the metadata of every installed package; the program has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # pydantic imports the module that would find them all the same, and with it the standard library's e-mail: a
    # twentieth of the time of a short command.
    if METADATA not in sys.modules:
        importlib.metadata = sys.modules[METADATA] = _Metadata(METADATA)


class _Metadata(ModuleType):
    """Stands for ``importlib.metadata`` until something of it is used; then the module itself takes its place."""

    def entry_points(self, **asked: Any) -> Any:
        """What pydantic imports by name, and does not call while its plugins are off."""
        return _itself().entry_points(**asked)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system asks for __path__ and the like
            raise AttributeError(name)
        return getattr(_itself(), name)


def _itself() -> ModuleType:
    if isinstance(sys.modules.get(METADATA), _Metadata):
        del sys.modules[METADATA]
    return importlib.import_module(METADATA)
