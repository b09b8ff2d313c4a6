"""Asking and telling: numbered lists, yes or no, words, paths. What is typed wrong is asked again."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from textwrap import fill

from msgspec import Struct

from parindex.cli.menu.paths import shown, typed_path
from parindex.cli.menu.texts import TEXTS
from parindex.locale.alphabet import slug

SHOWN = 15
"""Lines of a list that are printed at once; more are found by a part of their name."""
TRIES = 10
"""Wrong answers to one question before the list of jobs comes back: nobody is kept in a question for ever."""


class Back(Exception):
    """Back to the list of jobs: nothing was done."""


class Leave(Exception):
    """There is nobody to answer any more: the end of the input."""


class Talk(Struct, frozen=True):
    """One conversation in one language."""

    lang: str

    def text(self, key: str, **values: object) -> str:
        """A sentence with its values."""
        vi, en = TEXTS[key]
        return (en if self.lang == "en" else vi).format(**values)

    def say(self, key: str, **values: object) -> None:
        """Print a sentence, line by line within the console's width."""
        for line in self.text(key, **values).split("\n"):
            self.line(line)

    def line(self, text: str, indent: int = 0) -> None:
        """Print a line; what does not fit goes on below, indented. Paths are never broken."""
        print(fill(text, _width(), subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False))

    def option(self, number: int, text: str) -> None:
        """Print one line of a numbered list."""
        self.line(f"{number:>3}  {text}", indent=5)

    def ask(self, key: str, **values: object) -> str:
        """What the officer types, without blanks around it; raises ``Back`` for Ctrl-C and ``Leave`` for the end."""
        try:
            print(self.text(key, **values), end=" ", flush=True)
            answer = unicodedata.normalize("NFC", input()).strip(" \t\r\n\ufeff\x1a")
        except KeyboardInterrupt:
            print()
            raise Back from None
        except (EOFError, OSError, RuntimeError, ValueError):  # the end, a closed window, no standard input at all
            print()
            raise Leave from None
        if not sys.stdin.isatty():
            print(shown(answer))  # what a person would have seen himself typing
        return answer

    def pick(self, options: Sequence[str], *, default: int | None = None) -> int:
        """Which of a few options, from 1; ``0`` goes back. Enter alone takes ``default`` where there is one."""
        for number, option in enumerate(options, start=1):
            self.option(number, option)
        self.option(0, self.text("back"))
        for _ in range(TRIES):
            answer = self.ask("pick" if default is None else "pick_default", default=default)
            typed = typed_number(answer) if answer else default
            if typed == 0:
                raise Back
            if typed is not None and 1 <= typed <= len(options):
                return typed
            self.say("no_option", typed=shown(answer), last=len(options))
        raise Back

    def find(self, names: Sequence[str]) -> int:
        """Which of many, as an index: by number, or by a part of the name when the list is long."""
        fitting = list(range(len(names)))
        for _ in range(TRIES):
            for number, index in enumerate(fitting[:SHOWN], start=1):
                self.option(number, names[index])
            if len(fitting) > SHOWN:
                self.say("more", count=len(fitting) - SHOWN)
            self.option(0, self.text("back"))
            answer = self.ask("pick" if len(names) <= SHOWN else "find")
            typed = typed_number(answer)
            if typed == 0:
                raise Back
            if typed is not None and 1 <= typed <= min(SHOWN, len(fitting)):
                return fitting[typed - 1]
            part = slug(answer)
            found = [index for index, name in enumerate(names) if part and part in slug(name)]
            if typed is not None or not found:
                self.say("no_option", typed=shown(answer), last=min(SHOWN, len(fitting)))
            fitting = found or list(range(len(names)))
            if len(found) == 1:
                return found[0]
        raise Back

    def several(self, names: Sequence[str]) -> list[int]:
        """Any number of a few, as indices; Enter alone is none."""
        for number, name in enumerate(names, start=1):
            self.option(number, name)
        for _ in range(TRIES):
            answer = self.ask("pick_several")
            numbers = [typed_number(part) for part in answer.replace(",", " ").replace(";", " ").split()]
            if numbers == [0]:
                raise Back
            if all(number is not None and 1 <= number <= len(names) for number in numbers):
                return [number - 1 for number in dict.fromkeys(numbers) if number is not None]
            self.say("no_option", typed=shown(answer), last=len(names))
        raise Back

    def words(self, key: str, right: Callable[[str], bool] = bool, *, wrong: str = "empty", default: str = "") -> str:
        """Words that are ``right``; Enter alone takes ``default``, and without one ``0`` alone goes back."""
        for _ in range(TRIES):
            answer = self.ask(key, default=default) or default
            if answer == "0":
                raise Back
            if right(answer):
                return answer
            self.say(wrong, typed=shown(answer))
        raise Back

    def path(self, key: str, *, folder: bool = False) -> Path:
        """A file or folder that is there, typed or dropped on the window; ``0`` goes back."""
        for _ in range(TRIES):
            answer = self.ask(key)
            if answer == "0":
                raise Back
            found = typed_path(answer)
            if found is not None and found.is_dir() == folder:
                return found
            if found is not None:
                self.say("not_folder" if folder else "not_file", path=shown(answer))
            else:
                self.say("no_path", path=shown(answer), near=self._near(answer))
        raise Back

    def _near(self, answer: str) -> str:
        """A name of this folder that looks like what was typed."""
        names = sorted(entry.name for entry in os.scandir() if entry.name[0] != ".")
        near = get_close_matches(Path(answer).name, names, n=1, cutoff=0.6) if answer else []
        return self.text("near", near=near[0]) if near else ""


def typed_number(text: str) -> int | None:
    """``1``, ``1.``, ``1)`` and ``số 1`` as a number; ``None`` for anything else."""
    word = unicodedata.normalize("NFKC", text).casefold().removeprefix("số").strip(" .)")
    return int(word) if word.isdecimal() and len(word) <= 4 else None


def _width() -> int:
    """Columns to fill: one less than the console has, for old ones break the line after the last."""
    return max(40, min(100, shutil.get_terminal_size().columns) - 1)


def ready_for_any_input() -> None:
    """A name that is no UTF-8 reaches the file system as it is, instead of ending the program."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")
