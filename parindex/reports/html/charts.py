"""Charts as numbers that a template draws as SVG; every chart has its text beside it.

Lengths are in the units of the drawing's own grid and stand as text with at most two decimals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import ROUND_FLOOR, Decimal

from msgspec import Struct

from parindex.locale.formats import number
from parindex.values.numbers import HUNDRED, ZERO, exact

BAR = Decimal(1000)
"""Width of a bar."""
PLOT_WIDTH, PLOT_LEFT, PLOT_RIGHT = Decimal(720), Decimal(24), Decimal(24)
BINS = 60
"""Columns into which the points of many units are sorted."""
TALLEST = 12
"""Dots that may stand on each other; where there are more, columns are drawn instead."""


class Segment(Struct, frozen=True):
    """A part of a bar."""

    x: str
    width: str
    colour: int
    """Number of the colour, from 0; what it means stands in the text of the bar."""


class Bar(Struct, frozen=True):
    """What was earned, in parts one after another, and what of the whole could not be scored."""

    segments: tuple[Segment, ...]
    out: Segment | None
    """At the right end: the maximum that was not in the base of the index."""


class Dot(Struct, frozen=True):
    """A unit, or a column of units."""

    x: str
    y: str
    height: str
    title: str


class Tick(Struct, frozen=True):
    """A mark of the axis."""

    x: str
    label: str


class Spread(Struct, frozen=True):
    """The points of all units in one criterion: a box over dots."""

    height: str
    axis: str
    dots: tuple[Dot, ...]
    columns: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    low: str
    q1: str
    median: str
    q3: str
    high: str


class Quartiles(Struct, frozen=True):
    """The five figures of a box, exact; quarters by linear interpolation between the sorted values."""

    low: Decimal
    q1: Decimal
    median: Decimal
    q3: Decimal
    high: Decimal


def length(value: Decimal) -> str:
    """``12.5``: at most two decimals, no zeros at the end, a point whatever the language."""
    text = format(value.quantize(Decimal("0.01")), "f").rstrip("0").rstrip(".")
    return text if text not in ("-0", "") else "0"


def share(value: Decimal | None, most: Decimal) -> Decimal | None:
    """Percent of the maximum; ``None`` where there is no score, or no maximum to measure it by."""
    if value is None or most <= 0:
        return None
    with exact():
        return value * HUNDRED / most


def whole_percent(value: Decimal) -> int:
    """The percent without decimals, never more than it is: only a full score prints as 100."""
    return int(value.to_integral_value(ROUND_FLOOR))


def bar(parts: Sequence[tuple[int, Decimal]], most: Decimal, out: Decimal = ZERO) -> Bar:
    """A bar of parts (colour, points) over ``most``, of which ``out`` could not be scored.

    Parts below zero have no length; parts over the maximum make the bar's scale larger.
    """
    points = [(colour, max(value, ZERO)) for colour, value in parts]
    with exact():
        scale = max(sum((value for _, value in points), ZERO), most)
        if scale <= 0:
            return Bar((), None)
        at = ZERO
        segments = []
        for colour, value in points:
            width = value * BAR / scale
            if width > 0:
                segments.append(Segment(length(at), length(width), colour))
            at += width
        over = min(out * BAR / scale, BAR - at)
    return Bar(tuple(segments), Segment(length(BAR - over), length(over), -1) if over > 0 else None)


def quartiles(values: Sequence[Decimal]) -> Quartiles:
    """The box of at least one value."""
    ordered = sorted(values)

    def at(quarter: int) -> Decimal:
        with exact():
            place = Decimal(quarter * (len(ordered) - 1)) / 4
            below = int(place)
            above = min(below + 1, len(ordered) - 1)
            return ordered[below] + (ordered[above] - ordered[below]) * (place - below)

    return Quartiles(ordered[0], at(1), at(2), at(3), ordered[-1])


def axis(values: Sequence[Decimal], most: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of an axis for the values: from zero to the maximum.

    Where all stand near its upper end and yet apart, the axis is that half, quarter or eighth alone.
    """
    low, high = min([*values, ZERO]), max([*values, most])
    if low == ZERO and values and min(values) < max(values):
        with exact():
            for part in (8, 4, 2):
                if min(values) >= high - high / part:
                    return high - high / part, high
    return low, high


def spread(
    points: Sequence[tuple[str, Decimal]],
    low: Decimal,
    high: Decimal,
    ticks: Sequence[Decimal],
    label: Callable[[Decimal], str],
) -> Spread:
    """Where the units stand between ``low`` and ``high``; ``points`` are names with points, at least one.

    Units with nearly the same points stand on each other. ``label`` prints points.
    """
    with exact():
        width = PLOT_WIDTH - PLOT_LEFT - PLOT_RIGHT
        span = high - low or Decimal(1)

        def place(value: Decimal) -> str:
            return length(PLOT_LEFT + (value - low) * width / span)

        counts = Counter(int((value - low) * BINS / span) for _, value in points)
        tallest = max(counts.values())
        floor = 40 + 11 * min(tallest, TALLEST) + 6
        dots, columns = [], []
        if tallest <= TALLEST:
            stood: Counter[int] = Counter()
            for name, value in points:
                bin_ = int((value - low) * BINS / span)
                dots.append(Dot(place(value), str(floor - 7 - 11 * stood[bin_]), "0", f"{name}: {label(value)}"))
                stood[bin_] += 1
        else:
            for bin_ in sorted(counts):
                tall = Decimal(11 * TALLEST * counts[bin_]) / tallest
                x = PLOT_LEFT + bin_ * width / BINS
                columns.append(Dot(length(x - 5), length(floor - tall), length(tall), f"{counts[bin_]} đơn vị"))
    box = quartiles([value for _, value in points])
    return Spread(
        height=str(floor + 26),
        axis=str(floor),
        dots=tuple(dots),
        columns=tuple(columns),
        ticks=tuple(Tick(place(value), number(value)) for value in ticks),
        low=place(box.low),
        q1=place(box.q1),
        median=place(box.median),
        q3=place(box.q3),
        high=place(box.high),
    )
