"""Every case of every shipped set, one test each: set, code, number."""

from __future__ import annotations

import pytest

from parindex.checks.criteria.check import check_set
from parindex.files.library import Library
from parindex.model.criteria import Case, Leaf
from parindex.scoring.cases import run_case

LIBRARY = Library()
SETS = LIBRARY.ids("criteria")
CASES = [
    pytest.param(leaf, number, case, id=f"{id_}-{leaf.code}-{number}")
    for id_ in SETS
    for _, leaf in LIBRARY.criteria(id_).leaves()
    for number, case in enumerate(leaf.cases, start=1)
]


@pytest.mark.parametrize(("leaf", "number", "case"), CASES)
def test_case_holds(leaf: Leaf, number: int, case: Case) -> None:
    result = run_case(leaf, number, case, LIBRARY.indicators)
    assert result.given == result.expected


@pytest.mark.parametrize("id_", SETS)
def test_shipped_sets_are_sound(id_: str) -> None:
    checked = check_set(LIBRARY.criteria(id_), LIBRARY.document("criteria", id_), LIBRARY.indicators)
    assert [(finding.code, finding.route) for finding in checked.findings] == []


@pytest.mark.parametrize("id_", SETS)
def test_every_leaf_reaches_its_maximum_and_nothing_beyond(id_: str) -> None:
    criteria = LIBRARY.criteria(id_)
    bounds = check_set(criteria, LIBRARY.document("criteria", id_), LIBRARY.indicators).bounds
    scored = [leaf for _, leaf in criteria.leaves() if leaf.scored_by != "council"]
    assert set(bounds) == {leaf.code for leaf in scored}
    for leaf in scored:
        found = bounds[leaf.code]
        assert found.best is not None
        assert found.worst is not None
        assert (found.best.points, found.worst.points) == (leaf.points, 0), leaf.code
