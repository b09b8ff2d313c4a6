"""On the shipped sets, which pass the check, a unit that improves one fact never has a lower index."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.files.library import Library
from parindex.model.criteria import CriteriaSet, Leaf
from parindex.model.indicators import Indicator
from parindex.model.unit import Unit
from parindex.scoring.sheet import score
from parindex.values.facts import Measure

LIBRARY = Library()
SETS = [LIBRARY.criteria(id_) for id_ in LIBRARY.ids("criteria")]
MEASURES: tuple[Measure, ...] = ("ratio", "percent", "count", "amount", "date", "yes-no")


def judged(set_: CriteriaSet) -> list[tuple[Leaf, Indicator]]:
    """The leaves whose one indicator has a direction, and is reported by the unit."""
    leaves = [(leaf, LIBRARY.indicators[leaf.indicator]) for _, leaf in set_.leaves() if leaf.indicator]
    return [
        (leaf, indicator)
        for leaf, indicator in leaves
        if indicator.measure in MEASURES and indicator.better and not indicator.derived and leaf.scored_by == "unit"
    ]


def values(indicator: Indicator, place: int) -> dict[str, Any]:
    """Figures that are better the higher ``place``, from 0 to 1000, is."""
    number = 1000 - place if indicator.better == "lower" else place
    match indicator.measure:
        case "ratio":
            return {"numerator": str(number), "denominator": "1000"}
        case "date":
            return {"date": (date(2024, 1, 1) - timedelta(days=place)).isoformat()}
        case "yes-no":
            return {"answer": place >= 500}
        case "percent":
            return {"percent": str(Decimal(number) / 10)}
        case measure:
            return {measure: str(number // 10)}


def index(set_: CriteriaSet, indicator: Indicator, place: int) -> Decimal:
    facts = {indicator.id: {"values": values(indicator, place), "evidence": [{"doc": "d"}]}}
    unit = Unit.model_validate(
        {
            "kind": "unit",
            "format": "1",
            "unit": {"id": "a", "name": "A", "level": set_.level},
            "year": set_.year,
            "criteria": set_.id,
            "documents": {"d": {"form": "administrative", "title": "Báo cáo"}},
            "facts": facts,
            "previous": {"facts": {indicator.id: values(indicator, 500)}},
        }
    )
    found = score(unit, set_, [], LIBRARY.indicators).totals.index
    assert found is not None
    return found


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_improving_a_fact_never_lowers_the_index(data: st.DataObject) -> None:
    set_ = data.draw(st.sampled_from(SETS), label="set")
    leaf, indicator = data.draw(st.sampled_from(judged(set_)), label="leaf")
    worse, better = sorted(data.draw(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), label="places"))
    assert index(set_, indicator, worse) <= index(set_, indicator, better), leaf.code


def test_the_best_fact_earns_more_than_the_worst() -> None:
    """So that the property above is not one of leaves that nobody can win."""
    for set_ in SETS:
        leaves = judged(set_)
        assert len(leaves) > 30
        for leaf, indicator in leaves[::7]:
            assert index(set_, indicator, 0) < index(set_, indicator, 1000), (set_.id, leaf.code)
