"""What plans ask, side by side and for one unit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parindex.files.load import load_model
from parindex.model.plan import Plan
from parindex.model.unit import Unit
from parindex.scoring.demands import demands, demands_on
from tests.scoring.build import plan, unit

PLANS = Path(__file__).parents[2] / "plans"


def shipped(id_: str) -> Plan:
    return load_model(PLANS / f"{id_}.yaml", Plan)[0]


def asking(id_: str, level: str, *targets: dict[str, Any]) -> Plan:
    return plan(id=id_, level=level, issuer=f"Cơ quan {id_}", targets=list(targets))


def target(comparator: str | None = ">=", value: Any = "98", **more: Any) -> dict[str, Any]:
    own = {"id": "x", "indicator": "tthc.on-time", "unit": "percent", "levels": ["commune"]}
    number = {"comparator": comparator, "value": value} if comparator else {}
    return own | number | {"cite": {"section": "II.1", "locator": "một cụm từ"}} | more


def standing(given: Unit, plans: list[Plan], elsewhere: list[Plan], policy: str = "superior-first") -> list[Any]:
    found = demands_on(given, plans, elsewhere, "tthc.on-time", policy=policy)
    return [(each.plan, each.applies, each.in_force, each.against) for each in found]


def test_the_shipped_plans_side_by_side() -> None:
    ids = ("chi-linh-2023", "hai-duong-2023", "hung-yen-2023", "phu-son-2023")
    found = demands([shipped(id_) for id_ in ids], "tthc.on-time")
    assert [(each.plan, each.comparator, str(each.value), each.section) for each in found] == [
        ("chi-linh-2023", "==", "100", "II.3.1"),
        ("hung-yen-2023", ">", "95", "II.2.a"),
        ("phu-son-2023", ">=", "98", "II.2.2"),
    ]
    assert found[2].also == ("PL.02.3",)


def test_the_superior_s_target_binds_and_the_own_weaker_one_is_named() -> None:
    own = asking("own", "commune", target(value="98"))
    above = asking("above", "district", target("==", "100", levels=["district", "commune"]))
    other = asking("other", "district", target(">", "95"))
    assert standing(unit(), [own, above], [other]) == [
        ("own", True, False, "weaker"),
        ("above", True, True, None),
        ("other", False, False, "weaker"),
    ]
    assert standing(unit(), [own, above], [], "listed")[0] == ("own", True, True, None)


@pytest.mark.parametrize(
    ("asked", "against"),
    [
        (target(">=", "98"), "equal"),
        (target(">", "98"), "stricter"),
        (target("==", "100"), "stricter"),
        (target(">=", "97.99"), "weaker"),
        (target("<=", "98"), "other"),
        (target(">", "previous"), "other"),
        (target(None, external="Quyết định giao chỉ tiêu"), "other"),
        (target("==", True, unit="yes-no"), "other"),
        (target("<", "2023-06-01", unit="date"), "other"),
    ],
)
def test_against_98_percent(asked: dict[str, Any], against: str) -> None:
    found = standing(unit(), [asking("own", "commune", target())], [asking("other", "district", asked)])
    assert found[1] == ("other", False, False, against)


def test_an_earlier_day_asks_more() -> None:
    by = target("<=", "2023-06-30", unit="date")
    earlier = target("<", "2023-06-30", unit="date")
    found = standing(unit(), [asking("own", "commune", by)], [asking("other", "district", earlier)])
    assert found[1][3] == "stricter"


def test_last_year_s_figure_makes_a_target_of_a_rise() -> None:
    rise = asking("own", "commune", target(">", "previous"))
    other = asking("other", "district", target(">=", "50"))
    assert standing(unit(), [rise], [other])[0] == ("own", True, False, None)
    last = unit(previous={"facts": {"tthc.on-time": {"numerator": "60", "denominator": "100"}}})
    assert standing(last, [rise], [other]) == [("own", True, True, None), ("other", False, False, "weaker")]


def test_what_is_laid_on_others_is_not_laid_on_the_unit() -> None:
    levels = asking("levels", "district", target(levels=["district"]))
    names = asking("names", "district", target(applies_to=["UBND phường B"]))
    hope = asking("hope", "district", target(binding="aspiration"))
    assert standing(unit(), [levels, names, hope], []) == [
        ("levels", False, False, None),
        ("names", False, False, None),
        ("hope", True, False, None),
    ]


def test_without_an_indicator_all_that_is_laid_on_the_unit() -> None:
    own = asking("own", "commune", target(), target(id="y", indicator="tthc.apologies"))
    above = asking("above", "district", target(id="z", indicator="staff.qualified", levels=["district"]))
    found = demands_on(unit(), [own], [above], policy="superior-first")
    assert [each.indicator for each in found] == ["tthc.on-time", "tthc.apologies"]


def test_an_aspiration_binds_where_the_leaf_counts_it() -> None:
    hope = asking("hope", "district", target(value="99", binding="aspiration"))
    own = asking("own", "commune", target())
    for aspirations, in_force in (((), [False, True]), (("tthc.on-time",), [True, False])):
        found = demands_on(unit(), [hope, own], [], policy="superior-first", aspirations=aspirations)
        assert [each.in_force for each in found] == in_force
