"""What a command does before it begins: what it leaves out is there as soon as it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

START = "from parindex.cli.start import start; start(); import sys; "


def printed(statements: str) -> str:
    command = [sys.executable, "-c", START + statements]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_what_finds_plugins_is_not_read() -> None:
    models = "from pydantic import BaseModel; type('M', (BaseModel,), {'__module__': 'm'})(); "
    assert printed(models + "print('email' in sys.modules, 'pydantic.plugin._loader' in sys.modules)") == "False True"


@pytest.mark.parametrize(
    "asked",
    [
        "from importlib.metadata import version; print(version('pydantic'))",
        "import importlib.metadata; print(importlib.metadata.version('pydantic'))",
        "import importlib.metadata as m; m.entry_points(group='x'); print(m.version('pydantic'))",
        "from importlib.metadata import entry_points as e; e(group='x'); import importlib.metadata as m; "
        "print(m.version('pydantic') if isinstance(m.PackageNotFoundError(), ImportError) else '')",
    ],
)
def test_the_module_is_there_when_it_is_used(asked: str) -> None:
    whole = f"{asked}; print(sys.modules['importlib.metadata'].__file__ is not None)"
    from importlib.metadata import version

    assert printed(whole).split() == [version("pydantic"), "True"]


def test_what_is_not_there_is_told_as_ever() -> None:
    command = [sys.executable, "-c", START + "from importlib.metadata import nothing"]
    assert "cannot import name 'nothing'" in subprocess.run(command, capture_output=True, text=True).stderr


def test_a_module_that_is_read_already_stays() -> None:
    assert printed("pass") == ""
    kept = "import importlib.metadata as m; from parindex.cli.start import start; start(); import sys; "
    kept += "print(sys.modules['importlib.metadata'] is m)"
    assert subprocess.run([sys.executable, "-c", kept], capture_output=True, text=True).stdout.strip() == "True"
