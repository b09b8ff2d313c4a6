"""The list of jobs, again and again until the officer leaves."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from parindex import __version__
from parindex.cli.exits import INTERRUPTED, OK, USAGE
from parindex.cli.menu import choices, here
from parindex.cli.menu.desk import Desk
from parindex.cli.menu.paths import WINDOWS, shown, typed_path
from parindex.cli.menu.switch import switch, work_at
from parindex.cli.menu.talk import Back, Leave, Talk, ready_for_any_input, typed_number
from parindex.cli.menu.unmarked import Unmarked

JOBS: tuple[tuple[str, Callable[[Desk], None]], ...] = (
    ("job_make_form", choices.make_form),
    ("job_read_form", choices.read_form),
    ("job_check", choices.check),
    ("job_score", choices.score),
    ("job_report", choices.report),
    ("job_submit", choices.submit),
    ("job_explain", choices.explain),
    ("job_advise", choices.advise),
    ("job_switch", switch),
)
"""The jobs by number, from 1."""
UNMARK = 99
"""The number that turns the marks of letters off and on, for consoles that cannot show them."""
_DIAGNOSTIC = re.compile(r"[EW]\d{3}", re.I)
_LEAVING = ("q", "quit", "exit", "thoát", "thoat")


def open_menu(place: Path | None, lang: str, *, unmarked: bool = False) -> int:
    """Show the jobs and do them; gives the exit code.

    ``place`` is the folder to work in, or a unit's file or form to begin with.
    """
    desk = Desk(Talk(lang))
    ready_for_any_input()
    with _surroundings(lang):
        if unmarked:
            sys.stdout, sys.stderr = Unmarked(sys.stdout), Unmarked(sys.stderr)
        form = None
        if place is not None:
            if not place.exists():
                desk.talk.say("no_path", path=shown(str(place)), near="")
                return USAGE
            form = work_at(desk, place)
        if desk.unit is None:
            _take_the_only_unit(desk)
        return _serve(desk, form)


def _serve(desk: Desk, form: Path | None) -> int:
    show_jobs(desk)
    stops = 0
    while True:
        try:
            if form is not None:
                dropped, form = form, None
                choices.read_form(desk, dropped)
            elif not _one(desk):
                desk.talk.say("bye")
                return OK
            stops = 0
        except Leave:
            desk.talk.say("bye")
            return OK
        except _Stop:
            stops += 1
            if stops > 1:
                return INTERRUPTED
            desk.talk.say("stop_again")
        except (Back, KeyboardInterrupt):
            stops = 0
            desk.talk.say("back_again")


class _Stop(Exception):
    """Ctrl-C where no job is under way."""


def _one(desk: Desk) -> bool:
    """One answer to "which job?"; ``False`` when it is none any more."""
    try:
        answer = desk.talk.ask("which_job")
    except Back:
        raise _Stop from None
    number = typed_number(answer)
    if number == 0 or answer.casefold() in _LEAVING:
        return False
    if number == UNMARK:
        _turn_marks()
        show_jobs(desk)
    elif number is not None and number <= len(JOBS):
        JOBS[number - 1][1](desk)
    elif not answer:
        show_jobs(desk)
    elif _DIAGNOSTIC.fullmatch(answer):
        choices.meaning(desk, answer.upper())
    elif (dropped := typed_path(answer)) is not None:
        _dropped(desk, dropped)
    else:
        desk.talk.say("no_job", typed=shown(answer), last=len(JOBS))
    return True


def show_jobs(desk: Desk) -> None:
    """The list, with the folder and the unit at hand."""
    print()
    desk.talk.say("head", version=__version__)
    desk.talk.say("folder", path=Path.cwd())
    desk.talk.say("at_hand", unit=desk.named(desk.unit) if desk.unit else desk.talk.text("none_yet"))
    print()
    for number, (key, _) in enumerate(JOBS, start=1):
        desk.talk.option(number, desk.talk.text(key))
    desk.talk.option(0, desk.talk.text("leave"))
    if WINDOWS:
        desk.talk.option(UNMARK, desk.talk.text("unmark"))
    print()


def _dropped(desk: Desk, path: Path) -> None:
    form = work_at(desk, path)
    if form is not None:
        choices.read_form(desk, form)
    else:
        show_jobs(desk)


def _take_the_only_unit(desk: Desk) -> None:
    found = here.units()
    desk.unit = found[0] if len(found) == 1 else None


def _turn_marks() -> None:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        setattr(sys, name, stream.stream if isinstance(stream, Unmarked) else Unmarked(stream))


@contextmanager
def _surroundings(lang: str) -> Iterator[None]:
    """The folder, the language of all messages and the streams, as they were before once the menu is left."""
    folder, before = Path.cwd(), os.environ.get("PARINDEX_LANG")
    streams = sys.stdout, sys.stderr
    os.environ["PARINDEX_LANG"] = lang
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams
        os.chdir(folder)
        if before is None:
            del os.environ["PARINDEX_LANG"]
        else:
            os.environ["PARINDEX_LANG"] = before
