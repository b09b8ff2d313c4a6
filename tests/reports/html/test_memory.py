"""Rows go from the ranking to the file: a country of units needs hardly more memory than a district."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from typing import Any

from parindex.reports.html import (
    Columns,
    criteria_page,
    criterion_pages,
    domain_pages,
    frame_of,
    heat_pages,
    index_page,
    medians,
    unit_page_of,
    unit_places,
)
from tests.reports.html.making import TEMPLATES, ranked, sheet

FEW, MANY = 40, 200


def _pages(view: Any, one: Any) -> Iterator[tuple[str, Any]]:
    columns = [Columns(view, group) for group in view.groups()]
    found = medians(columns)
    for place in unit_places(view):
        if place.row.place == 1:
            yield "unit", unit_page_of(one, frame_of(view), place, medians=found[1])
    yield from (("criterion", page) for _, page in criterion_pages(view, columns))
    yield "criteria", criteria_page(view, columns)
    yield from (("heat", page) for _, page in heat_pages(view))
    yield from (("ranking", page) for _, page in domain_pages(view))
    yield "ranking", index_page(view, frozenset())


def _peak(count: int) -> int:
    one = sheet("xa-0", count=9)
    units = [one.but(unit=one.unit.but(id=f"xa-{at}", name=f"UBND xã số {at}")) for at in range(count)]
    with ranked(units) as view:
        del units
        tracemalloc.start()
        try:
            written = sum(len(piece) for kind, page in _pages(view, one) for piece in TEMPLATES.render(kind, page))
            assert written > 1000 * count, "every page has its rows"
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


def test_memory_grows_by_less_than_four_kilobytes_a_unit() -> None:
    _peak(3)  # what is loaded once is not the units' share
    growth = (_peak(MANY) - _peak(FEW)) / (MANY - FEW)
    assert growth < 4096, growth
