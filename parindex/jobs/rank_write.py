"""Write the forms of a finished ranking, side by side where it is large: the workbook alone takes most of the time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from parindex.jobs.batch_outputs import STATE, Outputs
from parindex.jobs.batch_ranking import RankingTables
from parindex.jobs.batch_view import TablesView
from parindex.jobs.processes import Crew, cores, in_processes
from parindex.reports.ranking.view import RankingView

DATABASE = "ranking.sqlite"
FORMS = ("ranking.xlsx", "ranking.csv", "ranking.json")
"""All forms but the database, the one that takes longest first."""
_ALONE = 100
"""Units whose ranking is not worth further processes."""


class _Form(Struct, frozen=True):
    name: str
    database: Path
    made: Path


def write_ranking(tables: RankingTables, outputs: Outputs, *, jobs: int | None = None) -> TablesView:
    """Write every form of a finished ranking, each whole or not at all; gives the view they were made from.

    ``jobs`` are processes; ``None``: one for each core. Raises ``Unusable`` (E142), and ``OSError`` or
    ``sqlite3.Error`` for what the disk does not take.
    """
    view = TablesView(tables.connection)
    forms = [_Form(name, tables.path, outputs.folder / STATE / f"{name}.new") for name in FORMS]
    processes = min(jobs or cores(), 2) if view.about.ranked > _ALONE else 1
    with closing(in_processes(Crew(_write, _lost), forms, processes)) as written:
        for form in written:
            outputs.move(form.made, form.name)
            outputs.save()  # a run that is broken off must know its own outputs the next time
    copy = outputs.folder / STATE / f"{DATABASE}.copy"
    # Written in one go from the first page to the last: the same rows give the same bytes.
    copy.unlink(missing_ok=True)
    tables.connection.execute("VACUUM INTO ?", (str(copy),))
    outputs.move(copy, DATABASE)
    outputs.save()
    return view


def _write(form: _Form) -> _Form:
    with closing(sqlite3.connect(form.database)) as connection, form.made.open("wb") as file:
        _writer(form.name)(TablesView(connection), file)
    return form


def _writer(name: str) -> Callable[[RankingView, BinaryIO], None]:
    """The writer of a form; a run that changes nothing needs none."""
    if name == "ranking.xlsx":
        from parindex.reports.ranking.xlsx import write_xlsx

        return write_xlsx
    if name == "ranking.csv":
        from parindex.reports.ranking.csv import write_csv

        return write_csv
    from parindex.reports.ranking.json import write_json

    return write_json


def _lost(form: _Form) -> _Form:
    raise MemoryError(f"the system ended the process that wrote {form.name}, twice")
