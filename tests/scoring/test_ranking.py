"""Places as published tables have them; every case is worked out by hand."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from parindex.locale.alphabet import sort_key
from parindex.locale.formats import number
from parindex.model.policy import Rounding
from parindex.scoring.ranking import Place, Standing, Ties, rank, summarise

D = Decimal
PRINTED = Rounding()


def standing(name: str, index: str, last: str | None = None, place: int | None = None, klass: str = "") -> Standing:
    return Standing(name, f"UBND {name}", D(index), D(last) if last else None, place, klass or None)


def ranked(*standings: Standing, ties: Ties = "shared", rounding: Rounding = PRINTED) -> dict[str, Place]:
    return {each.standing.id: each for each in rank(standings, ties=ties, rounding=rounding, name_key=sort_key)}


def places(*standings: Standing, ties: Ties = "shared", rounding: Rounding = PRINTED) -> list[tuple[str, int]]:
    return [(id_, place.place) for id_, place in ranked(*standings, ties=ties, rounding=rounding).items()]


TIED = (standing("a", "88.124"), standing("b", "88.116"), standing("c", "91"), standing("d", "70"))
"""a and b both print 88,12."""


def test_equal_printed_scores_share_a_place_and_the_next_one_skips() -> None:
    assert places(*TIED) == [("c", 1), ("a", 2), ("b", 2), ("d", 4)]
    found = ranked(*TIED)
    assert [found[id_].shared for id_ in "abcd"] == [True, True, False, False]


def test_rank_by_the_exact_score() -> None:
    assert places(*TIED, ties="exact") == [("c", 1), ("a", 2), ("b", 3), ("d", 4)]
    assert not any(place.shared for place in ranked(*TIED, ties="exact").values())


def test_exactly_equal_scores_share_under_either_policy() -> None:
    twins = (standing("b", "80.10"), standing("a", "80.1"), standing("c", "80"))
    for ties in ("shared", "exact"):
        assert places(*twins, ties=ties) == [("a", 1), ("b", 1), ("c", 3)]


def test_what_is_printed_depends_on_the_sets_rounding() -> None:
    pair = (standing("a", "88.126"), standing("b", "88.121"))
    assert places(*pair) == [("a", 1), ("b", 2)]  # 88,13 and 88,12
    assert places(*pair, rounding=Rounding(mode="down")) == [("a", 1), ("b", 1)]  # both 88,12
    assert places(*pair, rounding=Rounding(digits=1)) == [("a", 1), ("b", 1)]  # both 88,1


def test_three_at_the_top() -> None:
    assert places(*(standing(name, "90") for name in "cab"), standing("z", "1")) == [
        ("a", 1),
        ("b", 1),
        ("c", 1),
        ("z", 4),
    ]


def test_units_of_one_place_stand_by_the_vietnamese_alphabet() -> None:
    names = ["Đông Sơn", "Dương Xá", "Ân Thi", "An Sơn", "Ba Trại", "Ăn Khê", "Ðại"]
    found = rank([Standing(name, name, D(80)) for name in names], ties="shared", rounding=PRINTED, name_key=sort_key)
    assert [place.standing.name for place in found][:5] == ["An Sơn", "Ăn Khê", "Ân Thi", "Ba Trại", "Dương Xá"]


def test_distance_to_the_leader_and_change_since_last_year_are_exact() -> None:
    found = ranked(standing("a", "88.124", "90"), standing("c", "91", "80.5"), standing("d", "70"))
    assert (found["c"].behind, found["a"].behind, found["d"].behind) == (0, D("2.876"), 21)
    assert (found["a"].change, found["c"].change, found["d"].change) == (D("-1.876"), D("10.5"), None)


def test_places_won_and_lost_by_published_places() -> None:
    found = ranked(standing("a", "88", place=3), standing("b", "80", place=1), standing("c", "70"))
    assert [(each.previous_place, each.climbed) for each in found.values()] == [(3, 2), (1, -1), (None, None)]


def test_last_years_places_are_worked_out_when_all_indices_are_known() -> None:
    # Last year: b 90, a and c 85 each: places 1, 2, 2.
    found = ranked(standing("a", "88", "85"), standing("b", "80", "90"), standing("c", "70", "85"))
    assert {id_: (each.previous_place, each.climbed) for id_, each in found.items()} == {
        "a": (2, 1),
        "b": (1, -1),
        "c": (2, -1),
    }


def test_last_years_places_are_not_guessed_from_some_of_the_units() -> None:
    found = ranked(standing("a", "88", "85"), standing("b", "80"))
    assert [each.previous_place for each in found.values()] == [None, None]
    # A published place is never mixed with one worked out.
    found = ranked(standing("a", "88", "85", place=2), standing("b", "80", "90"))
    assert [each.previous_place for each in found.values()] == [2, None]


def test_places_published_among_other_units_are_not_compared_with() -> None:
    # The 17th place cannot be one of two units; last year's indices of the two give 2 and 1.
    found = ranked(standing("a", "88", "85", place=17), standing("b", "80", "90", place=1))
    assert [(each.previous_place, each.climbed) for each in found.values()] == [(2, 1), (1, -1)]
    found = ranked(standing("a", "88", place=17), standing("b", "80", place=1))
    assert [each.previous_place for each in found.values()] == [None, None]


def test_a_mean_over_units() -> None:
    # (88,12 + 91 + 70) ÷ 3 = 249,12 ÷ 3 = 83,04
    summary = summarise([standing("a", "88.12"), standing("b", "91"), standing("c", "70")], [])
    assert (summary.units, summary.mean, summary.highest, summary.lowest) == (3, D("83.04"), 91, 70)
    assert summary.classes == ()


def test_class_shares_that_print_to_100_01() -> None:
    # Of 6 units 4, 1 and 1: 66,666… and twice 16,666…: 66,67 + 16,67 + 16,67 = 100,01.
    names = ["Tốt"] * 4 + ["Khá", "Trung bình"]
    units = [standing(str(place), "80", klass=name) for place, name in enumerate(names)]
    classes = summarise(units, ["Xuất sắc", "Tốt", "Khá", "Trung bình"]).classes
    assert [(each.name, each.units, number(each.share, 2)) for each in classes] == [
        ("Xuất sắc", 0, "0,00"),
        ("Tốt", 4, "66,67"),
        ("Khá", 1, "16,67"),
        ("Trung bình", 1, "16,67"),
    ]
    assert sum(D(number(each.share, 2).replace(",", ".")) for each in classes) == D("100.01")


def test_units_below_all_classes_are_counted() -> None:
    classes = summarise([standing("a", "80", klass="Khá"), standing("b", "10")], ["Khá"]).classes
    assert [(each.name, each.units, each.share) for each in classes] == [("Khá", 1, 50), (None, 1, 50)]


def test_a_group_of_none_and_of_one() -> None:
    assert rank([], ties="shared", rounding=PRINTED, name_key=sort_key) == []
    assert summarise([], ["Khá"]).units == 0
    assert places(standing("a", "0")) == [("a", 1)]


INDICES = st.lists(st.integers(0, 10_000).map(lambda n: D(n) / 100), min_size=1, max_size=30)


@given(INDICES, st.sampled_from(["shared", "exact"]), st.randoms())
def test_places_hold_whatever_the_order(indices: list[D], ties: Ties, chance: random.Random) -> None:
    units = [standing(str(number), str(index)) for number, index in enumerate(indices)]
    found = rank(units, ties=ties, rounding=PRINTED, name_key=sort_key)
    mixed = units[:]
    chance.shuffle(mixed)
    assert rank(mixed, ties=ties, rounding=PRINTED, name_key=sort_key) == found
    # A place is one more than the number of units that are better: two decimals print these indices in full.
    for each in found:
        assert each.place == 1 + sum(other > each.standing.index for other in indices)
