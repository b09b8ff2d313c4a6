"""Sample sizes, satisfaction and confidence, worked out by hand or against published values."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.scoring.survey import Form, allocate, sample_size, sample_size_at, satisfaction, wilson
from tests.scoring.world import D


@pytest.mark.parametrize(
    ("population", "error", "size"),
    [
        (1000, "5", 286),  # 1000 ÷ (1 + 1000 × 0,0025) = 285,71
        (10000, "5", 385),  # 10000 ÷ 26 = 384,6
        (400, "5", 200),  # 400 ÷ 2, exactly
        (1, "5", 1),
        (0, "5", 0),
    ],
)
def test_the_printed_formula(population: int, error: str, size: int) -> None:
    assert sample_size(population, D(error)) == size


@pytest.mark.parametrize(
    ("population", "confidence", "size"),
    [
        (10**9, "95", 385),  # 1,96² × 0,25 ÷ 0,0025 = 384,15
        (10**9, "99", 664),  # 663,49
        (10**9, "90", 271),  # 270,55
        (1000, "95", 278),  # 384,15 ÷ (1 + 383,15 ÷ 1000) = 277,74
        (0, "95", 0),
        (1, "95", 1),
    ],
)
def test_the_usual_alternative(population: int, confidence: str, size: int) -> None:
    assert sample_size_at(population, D(5), confidence) == size


def test_a_sample_is_shared_out_by_the_largest_remainders() -> None:
    # 43 × 0,9 = 38,7 and 4,3
    assert allocate(43, {"a": 900, "b": 100}) == {"a": 39, "b": 4}
    assert allocate(2, {"a": 1, "b": 1, "c": 1}) == {"a": 1, "b": 1, "c": 0}
    assert allocate(9, {"a": 0, "b": 0}) == {"a": 0, "b": 0}


@given(st.integers(0, 500), st.lists(st.integers(0, 300), min_size=1, max_size=6))
def test_the_parts_add_up_and_nobody_is_asked_twice(total: int, sizes: list[int]) -> None:
    populations = {str(at): size for at, size in enumerate(sizes)}
    parts = allocate(total, populations)
    assert sum(parts.values()) == min(total, sum(sizes))
    assert all(0 <= parts[name] <= size for name, size in populations.items())


def forms(group: str | None, *levels: int, question: str = "q") -> list[Form]:
    return [Form(group, {question: level}) for level in levels]


def test_levels_four_and_five_of_the_valid_answers() -> None:
    found = satisfaction([*forms(None, 5, 4, 3, 1), Form(None, {})], ["q"], [4, 5], "95")
    assert (found.satisfied, found.valid, found.share) == (2, 4, 50)
    assert found.counts == {1: 1, 2: 0, 3: 1, 4: 1, 5: 1}


def test_wilsons_interval() -> None:
    # 8 of 10 at 95%: 49,02–94,33 (Wilson 1927, as in textbooks)
    interval = wilson(8, 10, "95")
    assert interval is not None
    assert (round(interval.low, 2), round(interval.high, 2)) == (D("49.02"), D("94.33"))
    assert wilson(0, 0, "95") is None


@given(st.integers(1, 2000), st.data())
def test_an_interval_holds_its_share_and_stays_within_bounds(valid: int, data: st.DataObject) -> None:
    good = data.draw(st.integers(0, valid))
    ninety, ninety_nine = wilson(good, valid, "90"), wilson(good, valid, "99")
    assert ninety is not None
    assert ninety_nine is not None
    tiny = D("1e-25")
    assert 0 <= ninety_nine.low <= ninety.low + tiny
    assert ninety.low <= D(good) * 100 / valid + tiny
    assert D(good) * 100 / valid - tiny <= ninety.high
    assert ninety.high - tiny <= ninety_nine.high <= 100


def test_weighted_by_group() -> None:
    # 27 of 36 and 9 of 9, weights 900 and 100: (900 × 0,75 + 100 × 1) ÷ 1000 = 77,5%
    answers = forms("a", *[4] * 27, *[2] * 9) + forms("b", *[5] * 9)
    found = satisfaction(answers, ["q"], [4, 5], "95", {"a": D(900), "b": D(100)})
    assert (found.share, found.weighted) == (80, D("77.5"))
    # 0,9² × (0,75 × 0,25 ÷ 35) × (1 − 36 ÷ 900) = 0,00416571; √ × 1,96 = 12,65
    assert found.weighted_interval is not None
    assert round(found.weighted_interval.low, 2) == D("64.85")


def test_a_group_that_nobody_answered_for_is_named_and_nothing_is_weighted() -> None:
    found = satisfaction(forms("a", 5, 5), ["q"], [4, 5], "95", {"a": D(1), "b": D(1)})
    assert (found.weighted, found.empty_groups, found.share) == (None, ("b",), 100)


def test_answers_of_one_person_hang_together() -> None:
    # four people who give the same answer to both questions are four opinions, not eight
    same = [Form(None, {"q": level, "r": level}) for level in (5, 5, 1, 1)]
    found = satisfaction(same, ["q", "r"], [4, 5], "95")
    assert (found.satisfied, found.valid) == (4, 8)
    # Σ(y − p × x)² = 4 × 1; × 4 ÷ 3 ÷ 8² = 0,08333; √ × 1,96 = 56,6: cut to 0–100
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == (0, 100)


def test_one_person_gives_no_interval_for_several_questions() -> None:
    assert satisfaction([Form(None, {"q": 5, "r": 5})], ["q", "r"], [4, 5], "95").interval is None


def test_the_callers_context_does_not_matter() -> None:
    with localcontext() as context:
        context.prec = 3
        rough = wilson(123, 456, "95")
    assert rough == wilson(123, 456, "95")
    assert isinstance(rough.low if rough else None, Decimal)
