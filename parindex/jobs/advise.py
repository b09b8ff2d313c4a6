"""Advice for a unit's file, with the place above taken from a ranking that was made before."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from msgspec import Struct

from parindex.checks.references import check_unit
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.model.indicators import Indicator
from parindex.model.unit import Unit
from parindex.scoring.advice import Above, Advice, advise
from parindex.scoring.sheet import score
from parindex.values.findings import Finding


class NotRanked(LookupError):
    """The ranking has no place for the unit."""


class Advised(Struct, frozen=True):
    """The advice with what it takes to print it; ``advice`` is ``None`` when the unit cannot be scored."""

    advice: Advice | None
    indicators: dict[str, Indicator]
    first: bool
    """Whether the unit stands first in the ranking that was given."""
    findings: tuple[Finding, ...]


def advise_file(path: Path, on: date, ranking: Path | None = None) -> Advised:
    """Advice for the unit of a file as of a day; ``ranking`` is the ``ranking.json`` of a run.

    Raises ``Unusable`` when a file cannot be read, ``NotRanked`` when the ranking has no such unit.
    """
    unit, document = load_model(path, Unit)
    library = Library.around(path)
    references = check_unit(unit, document, library, path)
    if references.criteria is None or references.plans is None:
        return Advised(None, {}, False, references.findings)
    above, first = None, False
    if ranking is not None:
        sheet = score(unit, references.criteria, references.plans, library.indicators)
        above = above_in(ranking, unit.unit.id, sheet.totals.index)
        first = above is None
    advice = advise(unit, references.criteria, references.plans, library.indicators, on, above)
    return Advised(advice, dict(library.indicators), first, references.findings)


def above_in(ranking: Path, unit: str, index: Decimal | None) -> Above | None:
    """The unit just above in the group in which a unit is ranked; ``None`` where it stands first.

    The unit's own index is the one it has now, for its file may have changed since the ranking was made. Raises
    ``Unusable`` (E143) for a file that is no ranking, ``NotRanked`` for a unit that is not in it.
    """
    try:
        data = json.loads(read_bytes(ranking))
        groups = data["groups"] if isinstance(data, dict) else None
        for group in groups or []:
            whole = next(part for part in group["parts"] if part["code"] == "")
            rows = [_row(row) for row in whole["rows"]]
            if any(id_ == unit for id_, _, _ in rows):
                own = index if index is not None else Decimal(0)
                shared = group["ties"] == "shared"
                ahead = [(worth, name) for id_, name, worth in rows if id_ != unit and worth > own]
                return Above(min(ahead)[1], min(ahead)[0], shared) if ahead else None
    except (KeyError, TypeError, ValueError, InvalidOperation, StopIteration) as error:
        raise Unusable([Finding("E143", file_name(ranking), data={"where": str(error) or "–"})]) from None
    if groups is None:
        raise Unusable([Finding("E143", file_name(ranking), data={"where": "groups"})])
    raise NotRanked(unit)


def _row(row: dict[str, Any]) -> tuple[str, str, Decimal]:
    return str(row["id"]), str(row["name"]), Decimal(row["index"])
