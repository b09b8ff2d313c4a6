"""Sets as an office writes them, beside the shipped ones: proved by the check, and scored to sums worked out by hand.

``xa-110``: bands, steps with a cap, shares deducted per case, a checklist, survey options, bonus and penalty with caps,
classes of two groups with gates. ``so-100``: compare, change, a curve, a formula of two facts, rescaled from 70.
``xa-110-lan2``: the first set issued again, as an overlay.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from parindex.checks.criteria.check import check_set
from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.scoring.diff import diff
from parindex.scoring.sheet import score

OFFICE = Path(__file__).parent / "office"
LIBRARY = Library(OFFICE)
SETS = ["so-100", "xa-110", "xa-110-lan2"]

# 1.1: a day late, 2,5. 1.2: 3 × 1,5 + 0,5. 1.3: 66,67 − 30 is 7 full steps of 5: 1,75. 1.4: 3 − 2 excluded: 1.
# 1.5: 5 + 5,5. 2.1: 15 × 293 ÷ 301 = 14,601… 2.2: 8 − 25%. 2.3 did not arise: full.
BOTH: dict[str, str | None] = {
    "1.1": "2.5",
    "1.2": "5",
    "1.3": "1.75",
    "1.4": "1",
    "1.5": "10.5",
    "2.1": "14.6",
    "2.2": "6",
    "2.3": "12",
}
POINTS: dict[str, dict[str, str | None]] = {
    # 3.1: 15 × (40 × 100 + 30 × 60 + 20 × 20) ÷ (100 × 100). 4.1: 3 × 4, at most 10. 4.2: 4 × 2, at most 6.
    "a": BOTH | {"3.1": "9.3", "3.2": "13.33", "4.1": "10", "4.2": "-6"},
    # Neither the survey nor the bonus can be declared away.
    "b": BOTH | {"3.1": None, "3.2": "13.33", "4.1": "0", "4.2": "-6"},
    "s": {"1.1.1": "2", "1.1.2": "2", "1.1.3": "16", "1.1.4": "40", "1.2": "2.62", "2.1": None, "2.2": None},
}
TOTALS = {
    "a": ("80.98", "100", "80.98", "Tốt"),  # 20,75 + 32,6 + 22,63 + 10 − 5
    "b": ("61.68", "85", "72.56", "Khá"),  # 20,75 + 32,6 + 13,33 − 5 = 61,68 of 85: 72,564…
    "s": ("62.62", "70", "89.45", None),  # 62,62 of 70 = 89,457…, cut off
}


def sheet(name: str) -> Sheet:
    unit = load_model(OFFICE / "units" / f"{name}.yaml", Unit, name)[0]
    return score(unit, LIBRARY.criteria(unit.criteria), [], LIBRARY.indicators)


@pytest.mark.parametrize("id_", SETS)
def test_the_check_proves_it(id_: str) -> None:
    criteria = LIBRARY.criteria(id_)
    checked = check_set(criteria, LIBRARY.document("criteria", id_), LIBRARY.indicators)
    assert checked.findings == ()
    assert all(len(leaf.cases) >= 2 or leaf.code == "1.2" for _, leaf in criteria.leaves())


@pytest.mark.parametrize("name", POINTS)
def test_points_of_each_criterion(name: str) -> None:
    found = {leaf.code: leaf.computed for leaf in sheet(name).leaves()}
    assert found == {code: None if points is None else Decimal(points) for code, points in POINTS[name].items()}


@pytest.mark.parametrize("name", TOTALS)
def test_totals_and_class(name: str) -> None:
    earned, scorable, index, score_class = TOTALS[name]
    found = sheet(name)
    totals = found.totals
    assert totals.index is not None
    assert (totals.earned, totals.scorable) == (Decimal(earned), Decimal(scorable))
    assert round(totals.index, 2) == Decimal(index)
    assert found.score_class == score_class
    assert (totals.provisional, totals.rescaled) == (name == "b", name == "s")


def test_what_changed_when_it_was_issued_again() -> None:
    found = diff(LIBRARY.criteria("xa-110"), LIBRARY.criteria("xa-110-lan2"))
    assert [leaf.code for leaf in found.added] == ["1.6"]
    assert [leaf.code for leaf in found.dropped] == ["1.4"]
    assert [(part.code, [change.field for change in part.changes]) for part in found.domains] == [
        ("1", ["name", "points"]),
        ("2", ["points"]),
    ]
    changed = {each.after.code: [change.field for change in each.changes] for each in found.changed}
    assert changed["2.1"] == ["points", "rule", "otherwise", "evidence"]
    assert {code for code, fields in changed.items() if fields == ["appraised_by"]} == {"1.1", "1.2", "1.3", "1.5"}
