"""The officer's desk: the unit at hand, and how one of the commands is run for it."""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec import Struct

from parindex.cli.exits import INTERRUPTED
from parindex.cli.menu import here
from parindex.cli.menu.paths import free_name, near_here, typed_command
from parindex.cli.menu.talk import Back, Talk
from parindex.cli.menu.texts import TEXTS


class Desk(Struct):
    """What the menu remembers while it runs; nothing of it is written anywhere."""

    talk: Talk
    unit: Path | None = None

    def run(self, *words: str, job: str) -> int:
        """Run a command as if it had been typed, show how it is typed, and say what came of it.

        ``job`` names the sentences on the outcome: ``job.0`` when all went well, ``job.1`` with errors found, and so
        on; without one of its own a job has those of ``any``.
        """
        from parindex.cli.main import main

        line = [*words, *(("--lang", "en") if self.talk.lang == "en" else ())]
        print()
        # On one line, however long: it can be copied whole.
        print(self.talk.text("command", command=typed_command(["parindex", *line])))
        print(flush=True)
        code = main(line)
        sys.stderr.flush()
        print()
        outcome = f"{job}.{code}" if f"{job}.{code}" in TEXTS else f"any.{code}"
        self.talk.say(outcome if outcome in TEXTS else "any.3")
        if code == INTERRUPTED:
            raise Back
        return code

    def wrote(self, path: Path) -> None:
        """Say where a file lies, in full, on a line of its own: it can be copied whole."""
        if path.exists():
            self.talk.say("lies_at")
            print(f"  {path.absolute()}")

    def the_unit(self) -> str:
        """The unit's file at hand, asked for when there are several; without any the officer is told what to do."""
        if self.unit is None or not self.unit.is_file():
            self.unit = None
            found = here.units()
            if not found:
                self.talk.say("no_units")
                raise Back
            self.unit = found[0] if len(found) == 1 else self.choose(found)
        return str(near_here(self.unit))

    def choose(self, found: list[Path]) -> Path:
        """One of several units' files, by number or by a part of its name."""
        self.talk.say("which_unit")
        return found[self.talk.find([self.named(path) for path in found])]

    def named(self, path: Path) -> str:
        """A unit's file as it is listed: name, year and file."""
        unit = here.read_unit(path)
        if unit is None:
            return self.talk.text("broken_unit", path=near_here(path))
        return self.talk.text("unit", name=unit.unit.name, year=unit.year, path=near_here(path))

    def room_for(self, path: Path, *, own_name: bool = True) -> tuple[Path, list[str]]:
        """Where a file is written and the options for it: what is there is never overwritten unasked.

        ``own_name`` is false where the command by itself would choose another name.
        """
        options = [] if own_name else ["-o", str(path)]
        if not path.exists():
            return path, options
        other = free_name(path)
        self.talk.say("exists", path=path)
        if self.talk.pick([self.talk.text("other_name", name=other.name), self.talk.text("overwrite")], default=1) == 1:
            return other, ["-o", str(other)]
        return path, [*options, "--force"]
