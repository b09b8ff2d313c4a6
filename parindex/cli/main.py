"""The entry: one wrapper around every command, so that each way to fail has its exit code and its text."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TextIO

import typer

from parindex.cli.app import app_for
from parindex.cli.exits import INTERNAL, INTERRUPTED, OK, USAGE
from parindex.cli.texts import language, say
from parindex.cli.usage import sentence
from parindex.jobs.memory import leave_garbage

USAGE_ERROR = typer.BadParameter.__mro__[1]
"""The parent of all usage errors, wherever the installed typer keeps it."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
"""Why nothing more can be written: the disk is full, or what one may use of it."""


def run() -> NoReturn:
    """The ``parindex`` command."""
    code = main(expanded(sys.argv[1:], windows=os.name == "nt"))
    leave_garbage()
    sys.exit(code)


def expanded(arguments: Sequence[str], *, windows: bool) -> list[str]:
    """The arguments as a shell of Unix gives them: that of Windows leaves ``tham-dinh-*.xlsx`` to the program."""
    if not windows:
        return list(arguments)
    from glob import glob

    # Path.glob refuses absolute patterns; other signs than these two stand in names of files: bieu-mau[1].xlsx
    found = {each: sorted(glob(each)) for each in arguments if "*" in each or "?" in each}  # noqa: PTH207
    return [path for each in arguments for path in (found.get(each) or [each])]


def main(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code; nothing escapes as a traceback."""
    _have_streams()
    _speak_utf8()
    try:
        code = app_for(arguments)(args=list(arguments), prog_name="parindex", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:
            # Newer versions of typer turn Ctrl-C into this code and say nothing.
            _tell(say("interrupted"))
    except typer.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _tell(say("interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit as stop:
        # Typer and rich turn a broken pipe into this.
        if isinstance(stop.__context__, BrokenPipeError):
            return _nobody_reads()
        raise
    except Exception as fault:
        if isinstance(fault, OSError) and (wrong := _of_surroundings(fault)) is not None:
            _leave(sys.stdout)
            _tell(wrong)
            return USAGE
        if type(fault).__name__ == "NoArgsIsHelpError":
            _tell(str(fault))
            return USAGE
        if isinstance(fault, USAGE_ERROR):
            _tell(say("usage", problem=sentence(fault)))
            return USAGE
        from parindex.cli.log import trace_of, write_log

        _tell(
            say(
                "internal",
                fault=type(fault).__name__,
                log=write_log(trace_of(fault), arguments),
            )
        )
        return INTERNAL
    return code if isinstance(code, int) else OK


def _of_surroundings(fault: OSError) -> str | None:
    """What is wrong where the program runs, not in it: nowhere to write to, no folder to stand in."""
    if fault.errno in NO_ROOM:
        from parindex.locale.system import system_reason

        return say("no_room", reason=system_reason(fault.strerror or str(fault), language(None)))
    try:
        Path.cwd()
    except OSError:
        return say("no_here")
    return None


def _nobody_reads() -> int:
    """The reader of our output went away (parindex … | head): no error, and no complaint at exit."""
    _leave(sys.stdout)
    return OK


def _leave(stream: TextIO) -> None:
    """What is still to be written goes nowhere: the interpreter would try again at exit."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _have_streams() -> None:
    """Closed streams (parindex … >&-) swallow all; else the next file to be opened would stand in their place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end


def _speak_utf8() -> None:
    """Old Windows consoles die on Vietnamese: write UTF-8, and replace what a console cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _tell(message: str) -> None:
    try:
        print(message, file=sys.stderr)
    except OSError:
        _leave(sys.stderr)  # the console is what failed
