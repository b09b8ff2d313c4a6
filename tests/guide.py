"""The guide as a newcomer follows it: its commands are typed, its cells filled, and its outputs compared.

A page is read from top to bottom. What its reader does is in

* blocks ``console``: lines after ``$`` are typed, what follows must be printed; a line ``…`` stands for any lines.
  ``console mã-thoát=1`` says that the last command of the block ends with that code; without it all end with 0;
  what a command asks is answered by ``<!-- gõ: 1 | Enter | 0 -->`` before the block;
* tables below ``<!-- nhập: FORM.xlsx -->``, with the columns sheet, cell and value: typed into the workbook;
* ``<!-- chép: FROM → TO -->``: a file that the text tells to put somewhere;
* ``<!-- Word: REPORT.docx: PART: WORDS -->``: a paragraph that is added to a free-text part of a report.
"""

from __future__ import annotations

import contextlib
import copy
import io
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import docx

from parindex.cli.main import expanded, main
from tests.jobs.typed import reshape, write
from tests.reports.word.structure import W

ROOT = Path(__file__).parent.parent
_STEP = re.compile(
    r"^(?:<!-- gõ: (?P<answers>[^\n]+) -->\n+)?```console(?P<options>[^\n]*)\n(?P<block>.*?)^```$"
    r"|^<!-- nhập: (?P<form>\S+) -->\n+(?P<table>(?:\|[^\n]*\n)+)"
    r"|^<!-- chép: (?P<source>\S+) → (?P<target>\S+) -->$"
    r"|^<!-- Word: (?P<report>\S+): (?P<part>\S+): (?P<words>[^\n]+) -->$",
    re.S | re.M,
)


@dataclass(frozen=True)
class Typed:
    """One command with what it must print."""

    command: str
    shown: str
    code: int = 0
    answers: tuple[str, ...] = ()


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


@dataclass(frozen=True)
class Written:
    """A paragraph that is added to a part of a report in Word."""

    report: str
    part: str
    words: str


def steps(text: str) -> Iterator[Typed | Filled | Copied | Written]:
    """What the reader of a page does, in order."""
    for found in _STEP.finditer(text):
        if found["block"] is not None:
            answers = [each.strip() for each in (found["answers"] or "").split("|")]
            yield from _typed(
                found["block"], found["options"], tuple("" if each == "Enter" else each for each in answers)
            )
        elif found["form"]:
            rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in found["table"].splitlines()[2:]]
            yield Filled(found["form"], tuple((sheet, cell, value) for sheet, cell, value in rows))
        elif found["report"]:
            yield Written(found["report"], found["part"], found["words"])
        else:
            yield Copied(found["source"], found["target"])


def _typed(block: str, options: str, answers: tuple[str, ...]) -> Iterator[Typed]:
    code = re.fullmatch(r"\s*(?:mã-thoát=(\d))?\s*", options)
    assert code, options
    commands = re.split(r"^\$ ", block, flags=re.M)
    assert commands[0] == "", block
    for number, each in enumerate(commands[1:], 1):
        command, _, shown = each.partition("\n")
        yield Typed(command, shown, int(code[1] or 0) if number == len(commands) - 1 else 0, answers)


def follow(text: str) -> None:
    """Do all that a page says in the current folder, which may be empty at first."""
    for step in steps(text):
        match step:
            case Typed(command, shown, code, answers):
                printed, ended = run(command, answers)
                assert matches(shown, printed), f"$ {command}\n{printed}"
                assert ended == code, f"$ {command}\n{printed}"
            case Filled(form, cells):
                fill(Path(form), cells)
            case Copied(source, target):
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
            case Written(report, part, words):
                write_in_word(Path(report), part, words)


def run(command: str, answers: tuple[str, ...] = ()) -> tuple[str, int]:
    """What a command prints to the terminal when it is answered so, and its exit code."""
    program, *arguments = shlex.split(command)
    if program == "cd":
        os.chdir(arguments[0])
        return "", 0
    assert program == "parindex", command
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    keyboard = io.StringIO("".join(f"{each}\n" for each in answers))
    with contextlib.redirect_stdout(terminal), contextlib.redirect_stderr(terminal), patch("sys.stdin", keyboard):
        code = main(expanded(arguments, windows=True))  # as any shell, or the program on Windows, does
    return terminal.buffer.getvalue().decode(), code  # type: ignore[attr-defined]


def matches(shown: str, printed: str) -> bool:
    """Whether an output is what is shown; a line ``…`` stands for any number of lines, also none."""
    wanted, there = ([line.rstrip() for line in text.splitlines()] for text in (shown, printed))
    first, *parts = _parts(wanted)
    if there[: len(first)] != first:
        return False
    if not parts:
        return len(there) == len(first)
    *middle, last = parts
    at = len(first)
    for part in middle:
        found = [start for start in range(at, len(there)) if there[start : start + len(part)] == part]
        if not found:
            return False
        at = found[0] + len(part)
    return len(there) - at >= len(last) and there[len(there) - len(last) :] == last


def _parts(lines: list[str]) -> list[list[str]]:
    """The lines between those that stand for what is left out."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line == "…":
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


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


def write_in_word(report: Path, part: str, words: str) -> None:
    """Add words at the end of a part: a paragraph with the look of the one before, or a sentence inside a line."""
    opened = docx.Document(str(report))
    (control,) = (
        each for each in opened.element.body.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == part
    )
    if paragraphs := list(control.iter(f"{W}p")):
        added = copy.deepcopy(paragraphs[-1])
        first, *others = added.iter(f"{W}t")
        first.text = words
        for text in others:
            text.text = ""
        paragraphs[-1].addnext(added)
    else:
        *_, last = control.iter(f"{W}t")
        last.text = f"{last.text} {words}"
    opened.save(str(report))


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
