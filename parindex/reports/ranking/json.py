"""The ranking as JSON, written row by row. Numbers are exact and stand as text, as in score sheets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from msgspec import Struct
from msgspec.structs import asdict

from parindex.reports.ranking.view import RankingView
from parindex.reports.ranking.words import heading, notes, status
from parindex.values.numbers import plain

FORMAT = "1"
"""Version of the schema; it rises when a key changes its meaning."""


def write_json(view: RankingView, file: BinaryIO) -> None:
    """Write the ranking: what it is, its groups with their parts and rows, and the units without a place."""
    for piece in _document(view):
        file.write(piece.encode())


def _document(view: RankingView) -> Iterator[str]:
    about = asdict(view.about) | {
        "heading": heading(view.about),
        "status": status(view.about),
        "notes": notes(view.about, view.groups()),
    }
    yield f'{{"format": "{FORMAT}",\n"about": {_text(about)},\n"groups": ['
    for at, group in enumerate(view.groups()):
        yield f"{',' if at else ''}\n{_open(asdict(group))}"
        yield f', "criteria": {_text([asdict(each) for each in view.criteria(group.set_id)])}, "parts": ['
        for position, part in enumerate(view.parts(group.set_id)):
            summary = asdict(view.summary(group.number, part.code))
            unranked = view.unranked(group.number, part.code)
            head = asdict(part) | {"summary": summary, "unranked": unranked}
            yield f'{"," if position else ""}\n{_open(head)}, "rows": ['
            yield from _list(view.rows(group.number, part.code))
            yield "]}"
        yield "]}"
    yield '],\n"apart": ['
    yield from _list(view.apart())
    yield "]}\n"


def _list(items: Iterable[object]) -> Iterator[str]:
    for at, item in enumerate(items):
        yield f"{',' if at else ''}\n{_text(item)}"


def _open(data: dict[str, Any]) -> str:
    """An object without its closing brace, so that a long list can follow."""
    return _text(data)[:-1]


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "model_dump"):
        return value.model_dump()
    if isinstance(value, Struct):
        return asdict(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
