"""One unit's result as the rows that a ranking keeps of it: what is the same for all units of a set stands apart."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal

from parindex.scoring.results import PartResult, UnitResult
from parindex.values.numbers import plain

Cell = str | int | bool | None


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The texts of one unit's rows; numbers are exact."""

    id: str
    name: str
    type: str | None
    parent: str | None
    synthetic: bool
    year: int
    period: str
    set_id: str
    index: str | None
    """Of the whole; ``None``: nothing could be scored."""
    parts: list[list[Cell]]
    """The columns of the table ``result`` from ``part`` on."""
    scores: list[list[Cell]]
    """The columns of the table ``score`` from ``code`` on."""


def rows_of(result: UnitResult) -> UnitRows:
    """The rows of a result."""
    return UnitRows(
        id=result.id,
        name=result.name,
        type=result.type,
        parent=result.parent,
        synthetic=result.synthetic,
        year=result.year,
        period=result.period,
        set_id=result.set_id,
        index=_text(result.parts[0].index),
        parts=[_part(part) for part in result.parts],
        scores=[[leaf.code, _text(leaf.final), leaf.status] for leaf in result.leaves],
    )


def _part(part: PartResult) -> list[Cell]:
    above = part.next_class
    return [
        part.code,
        plain(part.max),
        plain(part.scorable),
        plain(part.earned),
        plain(part.appraised),
        plain(part.survey),
        _text(part.index),
        part.score_class,
        above.name if above else None,
        plain(above.short) if above else None,
        json.dumps(above.gates if above else ()),
        _text(part.previous_index),
        part.previous_place,
        plain(part.pending),
        plain(part.missing),
        part.provisional,
        part.rescaled,
    ]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def pack_rows(rows: UnitRows) -> str:
    """Rows as JSON."""
    return json.dumps([getattr(rows, name) for name in UnitRows.__slots__], ensure_ascii=False)


def unpack_rows(text: str) -> UnitRows:
    """The rows that ``pack_rows`` wrote."""
    return UnitRows(*json.loads(text))
