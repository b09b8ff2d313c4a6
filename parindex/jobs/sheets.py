"""Saved score sheets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from msgspec.structs import asdict
from pydantic import ValidationError

from parindex.files.source import file_name, read_bytes
from parindex.files.unusable import Unusable
from parindex.model.policy import Rounding
from parindex.model.sheet import SHEET_FORMAT, Sheet, Totals
from parindex.scoring.appraisal_sheet import contradicted
from parindex.values.findings import Finding
from parindex.values.numbers import HUNDRED, ZERO, exact
from parindex.values.records import from_json

_MOST = Decimal(10) ** 12
"""No score, maximum or index comes near it; larger ones would not keep their decimals within 34 digits."""
_NEAR = Decimal("1e-9")


def read_sheet(path: Path) -> Sheet:
    """A saved score sheet; raises ``Unusable`` (E101 to E103, E143)."""
    try:
        sheet = from_json(Sheet, read_bytes(path))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise _no_sheet(path, ".".join(str(key) for key in first["loc"]) or "–") from None
    if (where := next(_wrong(sheet), None)) is not None:
        raise _no_sheet(path, where)
    return sheet


def _no_sheet(path: Path, where: str) -> Unusable:
    return Unusable([Finding("E143", file_name(path), data={"where": where})])


def _wrong(sheet: Sheet) -> Iterator[str]:
    """Where a sheet is as the program makes none: it has the form of one, but was edited, or made by something else."""
    last = sheet.previous
    if sheet.format != SHEET_FORMAT:
        yield "format"
    if not 2000 <= sheet.year <= 2100:
        yield "year"
    if last is not None and last.place is not None and not 1 <= last.place <= _MOST:
        yield "previous.place"
    if last is not None and _large(last.index, *last.parts.values()):
        yield "previous"
    if _large(*(each.from_ for ladder in sheet.policy.classes.values() for each in ladder)):
        yield "policy.classes"
    seen: set[str] = set()
    for line in sheet.every():
        scores = (line.max, line.computed, line.self_score, line.claimed, line.round1, line.round2, line.survey)
        if line.code in seen or _large(*scores, line.final, line.unreached) or _bad(line.totals, sheet.policy.rounding):
            yield f"lines.{line.code}"
        seen.add(line.code)
    if _bad(sheet.totals, sheet.policy.rounding):
        yield "totals"
        return
    for where in contradicted(sheet):
        yield where if where in ("totals", "class") else f"lines.{where}"


def _large(*values: Decimal | None) -> bool:
    return any(value is not None and abs(value) > _MOST for value in values)


def _bad(totals: Totals | None, rounding: Rounding) -> bool:
    """Whether totals hold what is no score, or an index that is not what was earned of what could be."""
    if totals is None:
        return False
    if _large(*(value for value in asdict(totals).values() if isinstance(value, Decimal))):
        return True
    if totals.index is None or totals.scorable <= 0:
        return totals.index is not None or totals.scorable > 0
    with exact():
        index = totals.earned * HUNDRED / totals.scorable
        # Rounded at the total, both are up to one last digit off what they were made from.
        last = Decimal(1).scaleb(-rounding.digits) if rounding.at == "total" else ZERO
        room = _NEAR + last * (1 + HUNDRED / totals.scorable)
    # Without may_exceed_scale an index stops at 100.
    return not (abs(totals.index - max(index, ZERO)) <= room or (totals.index == HUNDRED <= index + room))
