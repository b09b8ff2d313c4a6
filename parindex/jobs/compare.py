"""Read what is to be compared: units' files, saved sheets, or a unit's file as it was at a revision."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from parindex.checks.registry import severity_of
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.jobs.periods import period_asked
from parindex.jobs.revision import restored
from parindex.jobs.score import score_file, score_unit
from parindex.jobs.sheets import read_sheet
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.scoring.compare import Comparison, compare
from parindex.values.findings import Finding

Compared = tuple[Comparison, tuple[Finding, ...]]
"""A comparison, and the errors in the files that it was made of, as they are now."""


class OtherPeriod(Exception):
    """A saved sheet is of another period than the one that is asked for, and is not scored again."""

    def __init__(self, path: Path, sheet: Sheet) -> None:
        self.path = path
        self.period = sheet.period


def compare_files(a: Path, b: Path, *, period: str | None = None) -> Compared:
    """Compare two units' files or saved sheets, in any mixture.

    Raises ``Unusable`` when one of them cannot be read, or its set or plans cannot be had, and ``OtherPeriod``.
    """
    (first, wrong), (second, wrong_too) = (_sheet_of(path, period) for path in (a, b))
    return compare(first, second), (*wrong, *(each for each in wrong_too if each not in wrong))


def compare_base(path: Path, revision: str, *, period: str | None = None) -> Compared:
    """Compare a unit's file as it was at a revision of git with what it is now.

    The one is scored by the repository's own sets and plans of then, the other by those of now: what a change of them
    does to the scores is told too. Raises ``NoBase``, and ``Unusable`` when one of the two versions cannot be used.
    """
    with TemporaryDirectory(prefix="parindex-") as folder:
        then = restored(path, revision, Path(folder))
        unit, document = load_model(then.read_bytes(), Unit, f"{revision}:{file_name(path)}")
        scored = score_unit(unit, document, then, Library.around(then), period=period)
    if scored.sheet is None:
        # Evidence is not brought back: no score depends on whether its files are there.
        raise Unusable([finding for finding in scored.findings if not finding.code.startswith("E4")])
    now, wrong = _sheet_of(path, period)
    return compare(scored.sheet, now), wrong


def _sheet_of(path: Path, period: str | None) -> tuple[Sheet, tuple[Finding, ...]]:
    """The sheet that is saved in a file (JSON), or that the unit of a file gets, with the errors of that file."""
    if path.suffix.lower() == ".json":
        sheet = read_sheet(path)
        if period is not None and period_asked(period, sheet.year) != sheet.period:
            raise OtherPeriod(path, sheet)
        return sheet, ()
    scored = score_file(path, period=period)
    if scored.sheet is None:
        raise Unusable(scored.findings)
    return scored.sheet, tuple(finding for finding in scored.findings if severity_of(finding) == "error")
