"""The entry: one wrapper around every command, so that each way to fail has its exit code and its text."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from parindex.cli.app import app_for
from parindex.cli.exits import INTERNAL, INTERRUPTED, OK, USAGE
from parindex.cli.texts import say
from parindex.cli.usage import sentence
from parindex.jobs.memory import leave_garbage, rarely_collect

USAGE_ERROR = typer.BadParameter.__mro__[1]
"""The parent of all usage errors, wherever the installed typer keeps it."""


def run() -> NoReturn:
    """The ``parindex`` command."""
    rarely_collect()
    # Looking for pydantic's plugins reads the metadata of every installed package; the program has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
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
        # The reader of our output went away (parindex … | head): no error, and no complaint at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as fault:
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


def _speak_utf8() -> None:
    """Old Windows consoles die on Vietnamese: write UTF-8, and replace what a console cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _tell(message: str) -> None:
    print(message, file=sys.stderr)  # the console may be what failed
