"""One unit's result as the rows that a ranking keeps of it: what is the same for all units of a set stands apart."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from msgspec.structs import astuple

from parindex.scoring.results import PartResult, UnitHead, UnitResult
from parindex.values.numbers import plain

Cell = str | int | bool | None


class UnitRows(UnitHead, frozen=True):
    """The texts of one unit's rows; numbers are exact."""

    index: str | None
    """Of the whole; ``None``: nothing could be scored."""
    parts: list[list[Cell]]
    """The columns of the table ``result`` from ``part`` on."""
    scores: list[list[Cell]]
    """The columns of the table ``score`` from ``code`` on."""


def rows_of(result: UnitResult) -> UnitRows:
    """The rows of a result."""
    head: dict[str, Any] = {name: getattr(result, name) for name in UnitHead.__struct_fields__}
    parts = [_part(part) for part in result.parts]
    scores: list[list[Cell]] = [[leaf.code, stored(leaf.final), leaf.status] for leaf in result.leaves]
    return UnitRows(**head, index=stored(result.parts[0].index), parts=parts, scores=scores)


def _part(part: PartResult) -> list[Cell]:
    above = part.next_class
    return [
        part.code,
        plain(part.max),
        plain(part.scorable),
        plain(part.earned),
        plain(part.appraised),
        plain(part.survey),
        stored(part.index),
        part.score_class,
        above.name if above else None,
        plain(above.short) if above else None,
        json.dumps(above.gates if above else ()),
        stored(part.previous_index),
        part.previous_place,
        plain(part.pending),
        plain(part.missing),
        part.provisional,
        part.rescaled,
        stored(part.computed_index),
    ]


def stored(value: Decimal | None) -> str | None:
    """A number as the tables hold it: exact text, or nothing."""
    return None if value is None else plain(value)


def pack_rows(rows: UnitRows) -> str:
    """Rows as JSON."""
    return json.dumps(astuple(rows), ensure_ascii=False)


def unpack_rows(text: str) -> UnitRows:
    """The rows that ``pack_rows`` wrote."""
    return UnitRows(*json.loads(text))
