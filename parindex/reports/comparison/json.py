"""A comparison as JSON: exact numbers as text, as in score sheets."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from parindex.scoring.compare import Comparison, Difference, Head, Side
from parindex.values.numbers import plain
from parindex.values.records import to_data

FORMAT = "1"
"""Version of the schema; it rises when a key changes its meaning."""


def comparison_json(found: Comparison) -> str:
    """All criteria of both sheets, changed or not."""
    return json.dumps(_comparison(found), ensure_ascii=False, indent=2) + "\n"


def comparisons_json(found: Sequence[Comparison]) -> str:
    """A list of comparisons, one for each unit that was changed."""
    return json.dumps([_comparison(each) for each in found], ensure_ascii=False, indent=2) + "\n"


def _comparison(found: Comparison) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "match": found.match,
        "a": _head(found.a),
        "b": _head(found.b),
        "change": _number(found.change),
        "domains": [
            {"name": each.name, "a": _number(each.a), "b": _number(each.b), "change": _number(each.change)}
            for each in found.domains
        ],
        "criteria": [_difference(each) for each in found.differences],
    }


def _head(head: Head) -> dict[str, Any]:
    return {
        "unit": to_data(head.unit),
        "year": head.year,
        "period": head.period,
        "set": to_data(head.set),
        "earned": plain(head.earned),
        "scorable": plain(head.scorable),
        "index": _number(head.index),
        "class": head.score_class,
        "provisional": head.provisional,
        "rescaled": head.rescaled,
    }


def _difference(each: Difference) -> dict[str, Any]:
    return {
        "name": each.name,
        "indicator": each.indicator,
        "a": _side(each.a),
        "b": _side(each.b),
        "points": _number(each.points),
        "share": _number(each.share),
        "changed": each.changed,
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "codes": side.codes,
        "max": plain(side.max),
        "points": _number(side.points),
        "share": _number(side.share),
        "status": side.status,
        "target": side.target,
        "facts": [to_data(fact, whole=False) for fact in side.facts],
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
