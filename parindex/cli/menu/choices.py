"""The jobs of the list, each one call of a command with what the officer answered."""

from __future__ import annotations

from pathlib import Path

from parindex.cli.exits import FINDINGS, OK
from parindex.cli.menu import here
from parindex.cli.menu.desk import Desk
from parindex.cli.menu.newcomer import identity
from parindex.cli.menu.paths import free_name, near_here
from parindex.jobs.report_kinds import Kind


def make_form(desk: Desk) -> None:
    """The Excel form of the unit at hand, or of one that has no file yet."""
    from parindex.jobs.forms import default_name

    if desk.unit is None and not here.units():
        desk.talk.say("first_form")
        said = identity(desk.talk)
        target, options = desk.room_for(Path(f"bieu-mau-{said.id}-{said.year}.xlsx"))
        code = desk.run("form", "export", "--unit", said.id, *said.options, *options, job="export")
    else:
        path = desk.the_unit()
        unit = here.read_unit(Path(path))
        target, options = desk.room_for(Path(default_name(unit))) if unit is not None else (Path(), [])
        code = desk.run("form", "export", path, *options, job="export")
    if code == OK:
        desk.wrote(target)


def read_form(desk: Desk, form: Path | None = None) -> None:
    """A filled-in form into the unit's file."""
    if form is None:
        form = _form(desk)
    into = here.target_of(form, desk.unit)
    words = ["form", "import", str(near_here(form))]
    if into is not None:
        words += ["--into", str(near_here(into))]
        if into.exists():
            desk.talk.say("into", path=near_here(into))
            if desk.talk.pick([desk.talk.text("do_read"), desk.talk.text("only_look")], default=1) == 2:
                desk.run(*words, "--dry-run", job="look")
                return
        elif not into.parent.exists():
            into.parent.mkdir(parents=True)
    code = desk.run(*words, job="import")
    if code == OK and into is not None:
        desk.unit = into
        desk.wrote(into)


def _form(desk: Desk) -> Path:
    found = here.forms()
    desk.talk.say("which_form" if found else "no_forms")
    at = desk.talk.find([*map(str, found), desk.talk.text("other_file")]) if found else 0
    if at < len(found):
        return found[at]
    return desk.talk.path("ask_form")


def check(desk: Desk) -> None:
    """Look for what is wrong or doubtful in the unit's file and its evidence."""
    desk.run("check", desk.the_unit(), job="check")


def score(desk: Desk) -> None:
    """The score sheet."""
    desk.run("score", desk.the_unit(), job="score")


def report(desk: Desk) -> None:
    """A Word report; with errors in the figures the officer may have a draft that says so on every page."""
    from parindex.jobs.report import unit_name

    path = desk.the_unit()
    unit = here.read_unit(Path(path))
    desk.talk.say("which_report")
    kinds: tuple[Kind, ...] = ("self", "periodic", "tasks")
    kind = kinds[desk.talk.pick([desk.talk.text(f"report_{each}") for each in kinds], default=1) - 1]
    words = ["report", path, "--docx"] + (["--kind", kind] if kind != "self" else [])
    period = None
    if kind == "periodic":
        desk.talk.say("which_period")
        short = ("Q1", "Q2", "6m", "Q3", "9m", "Q4", "year")
        asked = short[desk.talk.pick([desk.talk.text(f"period_{each}") for each in short], default=7) - 1]
        if asked != "year":
            words += ["--period", asked]
            period = f"{unit.year}-{asked}" if unit is not None else None
    target, options = desk.room_for(Path(unit_name(kind, unit, period))) if unit is not None else (Path(), [])
    code = desk.run(*words, *options, job="report")
    if code == FINDINGS:
        desk.talk.say("draft")
        desk.talk.pick([desk.talk.text("do_draft")])
        target, options = desk.room_for(target.with_stem(f"{target.stem}-du-thao"), own_name=False)
        desk.run(*words, *options, "--draft", job="draft")
    if code in (OK, FINDINGS):
        desk.wrote(target)


def submit(desk: Desk) -> None:
    """Freeze what is handed in; an earlier submission stays as it is."""
    from parindex.jobs.submit import default_folder

    path = desk.the_unit()
    unit = here.read_unit(Path(path))
    words = ["submit", path]
    desk.talk.say("submit")
    if desk.talk.pick([desk.talk.text("do_submit"), desk.talk.text("do_submit_signed")]) == 2:
        words += ["--report", str(near_here(desk.talk.path("ask_pdf")))]
    if unit is not None:
        folder = default_folder(unit, Path(path))
        if folder.exists():
            other = free_name(folder)
            desk.talk.say("submitted_before", path=folder, other=other.name)
            desk.talk.pick([desk.talk.text("submit_again", name=other.name)])
            folder, words = other, [*words, "-o", str(other)]
    code = desk.run(*words, job="submit")
    if code == OK and unit is not None:
        desk.wrote(folder)


def explain(desk: Desk) -> None:
    """How one criterion was scored."""
    path = desk.the_unit()
    code = desk.talk.words("ask_code")
    desk.run("score", path, "--explain", code.rstrip("."), job="explain")


def advise(desk: Desk) -> None:
    """What would win more points."""
    desk.run("advise", desk.the_unit(), job="advise")


def meaning(desk: Desk, code: str) -> None:
    """What a diagnostic means, by the code that was printed."""
    desk.run("explain", code, job="meaning")
