"""Write a ranking as a static site, page by page; what belongs to all pages first, the first page last."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path

from parindex.files.library import data_folder
from parindex.jobs.batch_outputs import SITE, STATE, Outputs
from parindex.jobs.processes import Crew, cores, in_processes
from parindex.jobs.site_unit import Setting, Task, lost_page, make_page, start
from parindex.reports.html import (
    Columns,
    Templates,
    criteria_page,
    criterion_pages,
    domain_pages,
    frame_of,
    heat_pages,
    index_page,
    medians,
    unit_places,
)
from parindex.reports.html.addresses import CRITERIA, INDEX
from parindex.reports.html.environment import SCRIPT, STYLE
from parindex.reports.ranking.view import RankingView
from parindex.reports.ranking.words import why

SITE_NAMES = tuple(f"{SITE}/{name}" for name in (INDEX, STYLE, SCRIPT))
"""Outputs that every site has."""
SheetOf = Callable[[str, str], Path]
"""The score sheet of a unit, by its id and the file that the ranking names for it."""

_SCRATCH = "site"
_ALONE = 24
"""Units whose pages are not worth further processes."""


def site_templates() -> dict[str, str]:
    """The site's templates, style sheet and script as they are shipped, by file name."""
    folder = data_folder() / "templates" / SITE
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.is_file()}


def site_holds(outputs: Outputs, digest: str) -> bool:
    """Whether the site of an earlier run was made from this very input and stands as it was written."""
    return site_is_of(outputs, digest) and all(outputs.is_ours(name) for name in (*SITE_NAMES, *_known(outputs)))


def site_is_of(outputs: Outputs, digest: str) -> bool:
    """Whether the last site was made from this very input, whatever was done to it since."""
    return outputs.noted(SITE) == _made_of(digest)


def write_site(
    view: RankingView, outputs: Outputs, sheet_of: SheetOf, *, digest: str = "", jobs: int | None = None
) -> None:
    """Write all pages, and take away those of earlier runs that have no place any more.

    ``digest`` says what the ranking was made from (see ``site_holds``). Raises ``Unusable``: E141 before anything is
    written when somebody has changed a page of an earlier run, E142, and E143 for a sheet.
    """
    outputs.refuse_foreign([*SITE_NAMES, *(name for name in _known(outputs) if outputs.path(name).exists())])
    outputs.note(SITE, "")
    scratch = outputs.folder / STATE / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    try:
        written = {f"{SITE}/{name}" for name in _write(view, outputs, sheet_of, scratch, jobs or cores())}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        # A run that is broken off must know its own pages the next time.
        outputs.save()
    for name in _known(outputs):
        if name not in written:
            outputs.drop(name)
    outputs.note(SITE, _made_of(digest))
    outputs.save()


def _made_of(digest: str) -> str:
    """Of the ranking and of the templates together."""
    made = hashlib.sha256(digest.encode())
    for name, text in site_templates().items():
        made.update(f"\0{name}\0{text}".encode())
    return made.hexdigest()


def _known(outputs: Outputs) -> list[str]:
    return outputs.under(SITE)


def _write(view: RankingView, outputs: Outputs, sheet_of: SheetOf, scratch: Path, jobs: int) -> Iterator[str]:
    files = site_templates()
    templates = Templates(files)

    def put(name: str, pieces: Iterable[str]) -> str:
        made = scratch / "page.new"
        with made.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        return _place(outputs, name, made)

    for name, text in templates.assets.items():
        yield put(name, [text])
    columns = [Columns(view, group) for group in view.groups()]
    apart = _unranked(view, columns, sheet_of)
    setting = Setting(files, frame_of(view), medians(columns), outputs.path(SITE), scratch)
    tasks = (Task(sheet_of(place.row.id, place.row.file), place) for place in unit_places(view))
    units = sum(each.group.units for each in columns) + len(apart)
    crew = Crew(make_page, lost_page, start, setting)
    with closing(in_processes(crew, chain(tasks, apart.values()), jobs if units > _ALONE else 1)) as pages:
        for name, made in pages:
            yield _place(outputs, name, made)
    for name, page in criterion_pages(view, columns):
        yield put(name, templates.render("criterion", page))
    if columns:
        yield put(CRITERIA, templates.render("criteria", criteria_page(view, columns)))
    del columns
    for name, heat in heat_pages(view):
        yield put(name, templates.render("heat", heat))
    for name, ranking in domain_pages(view):
        yield put(name, templates.render("ranking", ranking))
    yield put(INDEX, templates.render("ranking", index_page(view, frozenset(apart))))


def _unranked(view: RankingView, columns: Sequence[Columns], sheet_of: SheetOf) -> dict[str, Task]:
    """The pages of units that have a score sheet and no place, by id."""
    # Last year's file of a unit that is ranked has its id: the page is that of this year.
    ranked = {id_ for each in columns for id_ in each.order}
    return {
        unit.id: Task(sheet, None, why(unit))
        for unit in view.apart()
        if unit.id is not None and unit.id not in ranked and unit.reason in _SCORED
        if (sheet := sheet_of(unit.id, unit.file)).is_file()
    }


_SCORED = ("left_out", "no_group", "no_index", "other_year")
"""Reasons that leave a unit without a place although it has a score sheet of its own."""


def _place(outputs: Outputs, name: str, made: Path) -> str:
    target = f"{SITE}/{name}"
    outputs.refuse_foreign([target])
    outputs.path(target).parent.mkdir(parents=True, exist_ok=True)
    outputs.move(made, target)
    return name
