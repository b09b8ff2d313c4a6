"""The table of commands: nothing of a command is imported before it is asked for."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import typer

from parindex.cli.app import COMMANDS, app_for, program


def test_every_command_is_there_and_says_what_it_does() -> None:
    whole: Any = typer.main.get_command(program())
    assert set(whole.commands) == set(COMMANDS)
    for name, command in whole.commands.items():
        assert command.help, name
        assert len(name) <= 8 and len(COMMANDS[name][1]) <= 62, name  # a line of 80 columns


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_line_brings_its_own_command_whole(name: str) -> None:
    for arguments, beside in (([name, "--help"], {name}), (["--version", name], set(COMMANDS))):
        asked: Any = typer.main.get_command(app_for(arguments))
        own: Any = typer.main.get_command(program([name]))
        assert set(asked.commands) == beside
        assert type(asked.commands[name]) is type(own.commands[name])
        assert len(asked.commands[name].params) == len(own.commands[name].params)


def test_completion_knows_all_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PARINDEX_COMPLETE", "complete_bash")
    whole: Any = typer.main.get_command(app_for([]))
    assert any("--explain" in each.opts for each in whole.commands["score"].params)


@pytest.mark.parametrize(
    ("arguments", "not_loaded"),
    [
        (["--help"], ("pydantic", "yaml", "rich", "parindex.cli.score", "parindex.values")),
        (["score", "--help"], ("yaml", "rich", "parindex.cli.batch")),
        (["score", "examples/phu-son-2023/unit.yaml"], ("rich", "docx", "xlsxwriter", "parindex.jobs.report")),
    ],
)
def test_a_command_loads_no_more_than_it_needs(arguments: list[str], not_loaded: tuple[str, ...]) -> None:
    asks = f"""
import sys
from parindex.cli.main import main
code = main({arguments!r})
print([name for name in {not_loaded!r} if name in sys.modules], code, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[] 0"
