"""The guide as a newcomer follows it: its commands are typed, its cells filled, and its outputs compared.

A page is read from top to bottom. What its reader does is in

* blocks ``console``: lines after ``$`` are typed, what follows must be printed; a line ``…`` stands for any lines.
  ``console mã-thoát=1`` says that the last command of the block ends with that code; without it all end with 0;
* tables below ``<!-- nhập: FORM.xlsx -->``, with the columns sheet, cell and value: typed into the workbook;
* ``<!-- chép: FROM → TO -->``: a file that the text tells to put somewhere.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from parindex.cli.main import main
from tests.jobs.typed import reshape, write

ROOT = Path(__file__).parent.parent
_STEP = re.compile(
    r"^```console(?P<options>[^\n]*)\n(?P<block>.*?)^```$"
    r"|^<!-- nhập: (?P<form>\S+) -->\n+(?P<table>(?:\|[^\n]*\n)+)"
    r"|^<!-- chép: (?P<source>\S+) → (?P<target>\S+) -->$",
    re.S | re.M,
)


@dataclass(frozen=True)
class Typed:
    """One command with what it must print."""

    command: str
    shown: str
    code: int


@dataclass(frozen=True)
class Filled:
    """What is typed into the cells of a workbook."""

    form: str
    cells: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Copied:
    """A file that is put somewhere."""

    source: str
    target: str


def steps(text: str) -> Iterator[Typed | Filled | Copied]:
    """What the reader of a page does, in order."""
    for found in _STEP.finditer(text):
        if found["block"] is not None:
            yield from _typed(found["block"], found["options"])
        elif found["form"]:
            rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in found["table"].splitlines()[2:]]
            yield Filled(found["form"], tuple((sheet, cell, value) for sheet, cell, value in rows))
        else:
            yield Copied(found["source"], found["target"])


def _typed(block: str, options: str) -> Iterator[Typed]:
    code = re.fullmatch(r"\s*(?:mã-thoát=(\d))?\s*", options)
    assert code, options
    commands = re.split(r"^\$ ", block, flags=re.M)
    assert commands[0] == "", block
    for number, each in enumerate(commands[1:], 1):
        command, _, shown = each.partition("\n")
        yield Typed(command, shown, int(code[1] or 0) if number == len(commands) - 1 else 0)


def follow(text: str) -> None:
    """Do all that a page says in the current folder, which may be empty at first."""
    for step in steps(text):
        match step:
            case Typed(command, shown, code):
                printed, ended = run(command)
                assert matches(shown, printed), f"$ {command}\n{printed}"
                assert ended == code, f"$ {command}\n{printed}"
            case Filled(form, cells):
                fill(Path(form), cells)
            case Copied(source, target):
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)


def run(command: str) -> tuple[str, int]:
    """What a command prints to the terminal, and its exit code."""
    program, *arguments = shlex.split(command)
    if program == "cd":
        os.chdir(arguments[0])
        return "", 0
    assert program == "parindex", command
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(terminal), contextlib.redirect_stderr(terminal):
        code = main(arguments)
    return terminal.buffer.getvalue().decode(), code  # type: ignore[attr-defined]


def matches(shown: str, printed: str) -> bool:
    """Whether an output is what is shown; a line ``…`` stands for any number of lines."""
    lines = [".*" if line == "…" else re.escape(line.rstrip()) for line in shown.rstrip("\n").split("\n")]
    there = "\n".join(line.rstrip() for line in printed.rstrip("\n").split("\n"))
    pattern = "\n".join(lines).replace("\n.*\n", "\n(?:.*\n)?").removesuffix("\n.*")
    pattern += "(?:\n.*)?" if shown.rstrip("\n").endswith("\n…") else ""
    return re.fullmatch(pattern, there, re.S) is not None


def fill(form: Path, cells: tuple[tuple[str, str, str], ...]) -> None:
    """Type values as an officer does: what looks like a number or a day becomes one, everything else is text."""
    left = set(cells)

    def change(sheet: str, root: object) -> None:
        for each in cells:
            if each[0] == sheet:
                write(root, each[1], _value(each[2]))
                left.discard(each)

    reshape(form, change)
    assert not left, f"no such sheet in {form}: {left}"


def _value(text: str) -> object:
    readers: tuple[Callable[[str], object], ...] = (
        int,
        lambda each: float(each.replace(",", ".")),
        lambda each: datetime.strptime(each, "%d/%m/%Y").date(),  # noqa: DTZ007
    )
    for reader in readers:
        with contextlib.suppress(ValueError):
            return reader(text)
    return text
