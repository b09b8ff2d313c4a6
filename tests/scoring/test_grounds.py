"""What is kept between units must never be another unit's."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.scoring.grounds import grounds_of
from parindex.scoring.sheet import score
from parindex.values.records import from_json, to_json
from tests.scoring.world import criteria, fact, leaf, plan, target, unit, vocabulary

RULE = {"kind": "proportional", "base": "hundred"}
SET = criteria(
    leaf("1.1", 10, RULE, "ratio.a", otherwise={"comparator": ">=", "value": "50"}),
    leaf("1.2", 10, RULE, "ratio.b", otherwise={"comparator": ">=", "value": "50"}),
    leaf("1.3", 10, RULE, "ratio.c", otherwise={"comparator": ">=", "value": "50"}),
)
INDICATORS = vocabulary(SET)
PLAN = plan(
    "p",
    "commune",
    target("ratio.a", ">=", "90", id="all"),
    target("ratio.b", ">=", "80", id="one", applies_to=["UBND phường B"]),
    target("ratio.c", ">=", "previous", id="last"),
    target("ratio.a", ">=", "70", id="towns", levels=["district"]),
)
SHARE = fact(numerator="60", denominator="100")


def made(name: str, level: str = "commune", last: str | None = None) -> Unit:
    more: dict[str, Any] = {"unit": {"id": "x", "name": name, "level": level}}
    if last is not None:
        more["previous"] = {"facts": {"ratio.c": {"numerator": last, "denominator": "100"}}}
    return unit(dict.fromkeys(("ratio.a", "ratio.b", "ratio.c"), SHARE), **more)


UNITS = {
    "a": made("UBND phường A"),
    "b": made("UBND phường B"),
    "town": made("UBND thành phố", "district"),
    "last": made("UBND phường A", last="55"),
    "more": made("UBND phường A", last="65"),
}
BINDS = {
    "a": ["90", "50", "50"],  # last year's share is not known: the set's own threshold
    "b": ["90", "80", "50"],
    "town": ["70", "50", "50"],
    "last": ["90", "50", "55"],
    "more": ["90", "50", "65"],
}


def scored(which: str) -> Sheet:
    return score(UNITS[which], SET, [PLAN], INDICATORS)


@pytest.mark.parametrize("order", list(permutations(UNITS))[::17], ids="-".join)
def test_no_unit_is_judged_by_the_target_of_another(order: tuple[str, ...]) -> None:
    grounds_of.__globals__["_grounds"].cache_clear()
    for which in order:
        assert [str(each.target.value) for each in scored(which).leaves() if each.target] == BINDS[which], which


def test_the_same_things_give_the_same_grounds_and_equal_ones_do_not() -> None:
    assert grounds_of(SET, INDICATORS, [PLAN], []) is grounds_of(SET, INDICATORS, [PLAN], [])
    assert grounds_of(SET, INDICATORS, [PLAN], []) is not grounds_of(SET, INDICATORS, [], [PLAN])
    assert grounds_of(SET, INDICATORS, [PLAN], []) is not grounds_of(SET, dict(INDICATORS), [PLAN], [])
    assert grounds_of(SET, INDICATORS, [PLAN], []) is not grounds_of(SET, INDICATORS, [PLAN.model_copy()], [])


def test_what_is_made_without_checks_is_what_the_checks_would_let_through() -> None:
    for which in UNITS:
        sheet = scored(which)
        assert from_json(Sheet, to_json(sheet)) == sheet
