"""Drawings worked out by hand."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from parindex.reports.html.charts import (
    BINS,
    TALLEST,
    Segment,
    axis,
    bar,
    length,
    quartiles,
    share,
    spread,
    whole_percent,
)
from parindex.reports.html.heat import style_of


def test_bar_puts_parts_after_each_other_and_what_is_out_at_the_end() -> None:
    made = bar([(0, D(10)), (1, D("22.5"))], D(50), D(5))
    assert made.segments == (Segment("0", "200", 0), Segment("200", "450", 1))
    assert made.out == Segment("900", "100", -1)


def test_bar_of_a_bonus_beyond_the_maximum_stays_within_its_frame() -> None:
    made = bar([(0, D(100)), (1, D(25))], D(100), D(10))
    assert [(each.x, each.width) for each in made.segments] == [("0", "800"), ("800", "200")]
    assert made.out is None


def test_bar_shows_nothing_below_zero_and_nothing_of_nothing() -> None:
    assert bar([(0, D(-2)), (1, D(3))], D(10)).segments == (Segment("0", "300", 1),)
    assert bar([(0, D(0))], D(0)) == bar([], D(0))
    assert bar([], D(0)).segments == ()


def test_lengths_are_short_and_never_exponents() -> None:
    assert [length(D(text)) for text in ("1E+3", "0.005", "12.50", "-0.001", "33.3333")] == [
        "1000", "0", "12.5", "0", "33.33",
    ]  # fmt: skip


def test_quartiles_lie_between_the_values() -> None:
    box = quartiles([D(4), D(1), D(3), D(2)])
    assert (box.low, box.q1, box.median, box.q3, box.high) == (D(1), D("1.75"), D("2.5"), D("3.25"), D(4))
    one = quartiles([D(7)])
    assert {one.low, one.q1, one.median, one.q3, one.high} == {D(7)}


def test_shares_round_down_so_that_only_a_full_score_is_100() -> None:
    assert share(D("3.99"), D(4)) == D("99.75")
    assert whole_percent(D("99.75")) == 99
    assert share(None, D(4)) is None and share(D(1), D(0)) is None


@pytest.mark.parametrize(
    ("percent", "style"),
    [(0, "h0"), (1, "h1"), (49, "h1"), (50, "h2"), (69, "h2"), (70, "h3"), (80, "h4"), (90, "h5"), (99, "h5"),
     (100, "h6"), (120, "h6")],
)  # fmt: skip
def test_colours_are_closed_below(percent: int, style: str) -> None:
    assert style_of(percent) == style


@pytest.mark.parametrize(
    ("values", "ends"),
    [([0, 4], (0, 4)), ([1.9, 4], (0, 4)), ([2, 3], (2, 4)), ([3, "3.2"], (3, 4)), (["3.87", "3.99"], ("3.5", 4)),
     ([4, 4], (0, 4)), ([], (0, 4)), ([-1, 0], (-1, 4)), ([5, 0], (0, 5))],
)  # fmt: skip
def test_axis_begins_at_zero_unless_all_stand_at_its_end(values: list[object], ends: tuple[object, object]) -> None:
    assert axis([D(str(value)) for value in values], D(4)) == tuple(D(str(end)) for end in ends)


def test_equal_points_stand_on_each_other() -> None:
    made = spread([("a", D(4)), ("b", D(4)), ("c", D(0))], D(0), D(4), [D(0), D("0.5")], str)
    assert [(dot.x, dot.title) for dot in made.dots] == [("696", "a: 4"), ("696", "b: 4"), ("24", "c: 0")]
    ys = [int(dot.y) for dot in made.dots]
    assert ys[0] == ys[2] and ys[0] - ys[1] == 11
    assert (made.low, made.median, made.high) == ("24", "696", "696")
    assert [(tick.x, tick.label) for tick in made.ticks] == [("24", "0"), ("108", "0,5")]
    assert int(made.axis) > max(ys) and not made.columns


def test_many_units_become_columns_as_tall_as_they_are_many() -> None:
    crowd = [(f"u{number}", D(number % 2)) for number in range(TALLEST * 8)]
    made = spread([*crowd, ("x", D(1))], D(0), D(1), [], str)
    assert not made.dots
    assert [(column.x, column.title) for column in made.columns] == [("19", "48 đơn vị"), ("691", "49 đơn vị")]
    tall = [D(column.height) for column in made.columns]
    assert tall[1] == 11 * TALLEST and tall[0] == (tall[1] * 48 / 49).quantize(D("0.01"))
    assert all(D(column.y) + D(column.height) == D(made.axis) for column in made.columns)
    assert BINS == 60
