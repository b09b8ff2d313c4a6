"""Another unit, a new one, another folder."""

from __future__ import annotations

import os
from pathlib import Path

from parindex.cli.exits import OK
from parindex.cli.menu import here
from parindex.cli.menu.desk import Desk
from parindex.cli.menu.newcomer import identity
from parindex.cli.menu.paths import near_here
from parindex.locale.system import system_reason

YAML = (".yaml", ".yml")


def switch(desk: Desk) -> None:
    """Choose or make the unit's file that the jobs are for, or work in another folder."""
    found = here.units()
    options = [desk.talk.text("found_units", count=len(found))] if found else []
    options += [desk.talk.text(key) for key in ("other_unit", "fresh_unit", "other_folder")]
    at = desk.talk.pick(options) + (0 if found else 1)
    if at == 1:
        desk.unit = desk.choose(found)
    elif at == 2:
        work_at(desk, desk.talk.path("ask_unit"))
    elif at == 3:
        make_unit(desk)
    else:
        work_at(desk, desk.talk.path("ask_folder", folder=True))
    desk.talk.say("folder", path=Path.cwd())
    desk.talk.say("at_hand", unit=desk.named(desk.unit) if desk.unit else desk.talk.text("none_yet"))


def make_unit(desk: Desk) -> None:
    """A new unit's file, for those who will write in it by hand; a form makes one by itself."""
    said = identity(desk.talk)
    path = here.new_unit(said.id)
    if path.exists():
        desk.talk.say("unit_there", path=path)
        desk.unit = path
        return
    if desk.run("new", "unit", said.id, *said.options, "-o", str(path), job="new") == OK:
        desk.unit = path
        desk.wrote(path)


def work_at(desk: Desk, place: Path) -> Path | None:
    """Work in a folder, or with a unit's file; a workbook is given back, to be read as a form.

    A unit's file that is not in or below the working folder brings its own folder, where results will lie.
    """
    if place.is_dir():
        _enter(desk, place)
        found = here.units()
        desk.unit = found[0] if len(found) == 1 else None
        return None
    if place.suffix.lower() not in YAML:
        return place
    absolute = place.absolute()
    if not absolute.is_relative_to(Path.cwd()):
        _enter(desk, absolute.parent)
    desk.unit = near_here(absolute)
    return None


def _enter(desk: Desk, folder: Path) -> None:
    try:
        os.chdir(folder)
    except OSError as error:
        reason = system_reason(error.strerror or str(error), desk.talk.lang)
        desk.talk.say("no_entry", path=folder, reason=reason)
        return
    if desk.unit is not None and not desk.unit.is_absolute():
        desk.unit = None
