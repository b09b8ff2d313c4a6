"""Read whatever workbook of an appraisal comes back, or take workbooks in the place of the files they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from parindex.jobs.appraise_read import Read, read_appraisal
from parindex.jobs.forms_book import open_form
from parindex.jobs.response_read import read_response
from parindex.reports.forms.cells import APPRAISAL_FORM, RESPONSE_FORM


def read_book(path: Path, into: Path | None = None, *, dry_run: bool = False) -> Read:
    """Read an agency's workbook, or the unit's answers, into the YAML file that it belongs to.

    Raises ``Unusable`` for what is neither, or does not belong to that file.
    """
    form = open_form(path, (APPRAISAL_FORM, RESPONSE_FORM))
    read = read_appraisal if form.said["form"] == APPRAISAL_FORM else read_response
    return read(form, path, into, dry_run=dry_run)


def read_books(paths: Sequence[Path], into: Path | None = None, *, dry_run: bool = False) -> list[Read]:
    """Read workbooks one after the other, each by itself."""
    return [read_book(path, into, dry_run=dry_run) for path in paths]


def read_all(paths: Sequence[Path]) -> list[Read]:
    """Read workbooks together: with a problem in any of them nothing is written."""
    books = list(dict.fromkeys(paths))
    tried = read_books(books, dry_run=True)
    return tried if any(each.refused for each in tried) else read_books(books)


def as_files(paths: Sequence[Path], read: Sequence[Read]) -> list[Path]:
    """The YAML files that are meant, each once: those of the workbooks that were read in the place of these."""
    by_book = {each.book: each.path for each in read}
    files: dict[Path, Path] = {}
    for path in paths:
        file = by_book.get(path, path)
        files.setdefault(file.resolve(), file)
    return list(files.values())
