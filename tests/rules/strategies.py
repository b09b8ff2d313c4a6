"""Arbitrary rules that hold together, with facts that they can score, from worse to better."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from parindex.rules.base import Rule
from parindex.values.facts import (
    Answer,
    Answers,
    Cases,
    Fact,
    Issued,
    Number,
    Ratio,
    Received,
    Sent,
    Ticks,
)
from parindex.values.targets import Target
from tests.rules.helpers import rule

POINTS = Decimal(4)
"""The maximum of every leaf here; no rule below gives more."""
FIRST = date(2023, 1, 1)

some_points = st.decimals(0, POINTS, places=2).map(str)
percents = st.decimals(0, 100, places=2)
days = st.integers(0, 120).map(lambda number: FIRST + timedelta(days=number))
counts = st.integers(0, 40).map(Decimal)
targets = st.builds(Target, st.sampled_from([">=", ">", "=="]), percents)
any_targets = st.none() | targets | st.builds(Target, st.sampled_from(["<=", "<"]), percents | days)


@st.composite
def ratios(draw: st.DrawFn) -> Ratio:
    whole = draw(st.integers(1, 99))
    return Ratio(Decimal(draw(st.integers(0, whole))), Decimal(whole))


@st.composite
def rising(draw: st.DrawFn, values: st.SearchStrategy[Any], size: int) -> list[Any]:
    """Distinct values in rising order."""
    return sorted(draw(st.lists(values, min_size=size, max_size=size, unique=True)))


@st.composite
def proportional(draw: st.DrawFn) -> Rule:
    return rule(kind="proportional", base=draw(st.sampled_from(["hundred", "target"])), floor=str(draw(percents)))


@st.composite
def bands(draw: st.DrawFn, *, better: str = "any", of: str = "value") -> Rule:
    size = draw(st.integers(2, 5))
    ends = draw(rising(percents.filter(bool), size - 1))
    given = draw(st.lists(some_points, min_size=size, max_size=size))
    if better == "higher":
        given.sort(key=Decimal)
    listed: list[dict[str, str]] = []
    for number, points in enumerate(given):
        band = {"points": points}
        if number > 0:
            band["from"] = str(ends[number - 1])
        if number < size - 1:
            band["to"] = str(ends[number])
        listed.append(band)
    return rule(kind="bands", of=of, bands=listed)


@st.composite
def curve(draw: st.DrawFn, *, better: str = "any", of: str = "value") -> Rule:
    size = draw(st.integers(2, 5))
    at = draw(rising(percents, size))
    given = draw(st.lists(some_points, min_size=size, max_size=size))
    if better == "higher":
        given.sort(key=Decimal)
    through = [{"at": str(a), "points": p} for a, p in zip(at, given, strict=True)]
    return rule(kind="curve", of=of, through=through)


@st.composite
def per_case(draw: st.DrawFn, *, direction: str | None = None) -> Rule:
    low, high = sorted(draw(st.tuples(some_points, some_points)), key=Decimal)
    fields: dict[str, Any] = {draw(st.sampled_from(["each", "share"])): str(draw(percents))}
    return rule(
        fields,
        kind="per_case",
        direction=direction or draw(st.sampled_from(["deduct", "add"])),
        every=str(draw(st.sampled_from(["0.5", "1", "3", "7"]))),
        above=str(draw(st.integers(0, 10))),
        floor=low,
        cap=draw(st.none() | st.just(high)),
    )


@st.composite
def deadline(draw: st.DrawFn) -> Rule:
    size = draw(st.integers(0, 3))
    within = draw(rising(st.integers(1, 60), size))
    given = sorted(draw(st.lists(some_points, min_size=size + 2, max_size=size + 2)), key=Decimal, reverse=True)
    late = [{"within_days": day, "points": points} for day, points in zip(within, given[1:-1], strict=True)]
    due = {"to": draw(days).isoformat(), "inclusive": draw(st.booleans())}
    return rule(kind="deadline", due=due, on_time=given[0], late=late, later=given[-1])


@st.composite
def reports(draw: st.DrawFn) -> Rule:
    required = [
        {"period": f"2023-Q{number}", "to": draw(days).isoformat(), "inclusive": draw(st.booleans())}
        for number in range(1, draw(st.integers(1, 4)) + 1)
    ]
    share = st.decimals(0, Decimal("0.5"), places=2).map(str)
    late, on_time = sorted(draw(st.tuples(share, share)), key=Decimal)
    return rule(kind="reports", required=required, on_time=on_time, late=late, content=draw(share))


@st.composite
def checklist(draw: st.DrawFn) -> Rule:
    items = [{"id": id_, "points": str(draw(st.decimals(0, 1, places=2)))} for id_ in "abcd"]
    return rule(kind="checklist", items=items, all_or_nothing=draw(st.booleans()))


@st.composite
def compare(draw: st.DrawFn) -> Rule:
    worse, equal, better = sorted(draw(st.tuples(some_points, some_points, some_points)), key=Decimal)
    return rule(
        kind="compare",
        against=draw(st.sampled_from(["target", "previous"])),
        direction=draw(st.sampled_from(["higher", "lower"])),
        better=better,
        equal=equal,
        worse=worse,
    )


@st.composite
def change(draw: st.DrawFn) -> Rule:
    fields: dict[str, Any]
    if draw(st.booleans()):
        fields = {"step": {"every": str(draw(st.integers(1, 20))), "each": draw(some_points)}}
    else:
        fields = {"bands": [band.model_dump(by_alias=True) for band in draw(bands()).bands]}  # type: ignore[attr-defined]
    return rule(
        fields,
        kind="change",
        direction=draw(st.sampled_from(["increase", "decrease"])),
        measured=draw(st.sampled_from(["percent", "absolute"])),
    )


@st.composite
def survey(draw: st.DrawFn) -> Rule:
    return rule(kind="survey", shares={option: str(draw(percents)) for option in "ABC"})


FORMULAS = [
    "points * value / 100",
    "value / 100 * points if value >= 50 else 0",
    "value - 3",
    "100 / value",
    "round(value / 7, 2)",
    "min(value, points) - max(1, value / 40)",
    "points if value > target else value / target",
    "2 if 10 <= value < 60 and not value == 20 else 1",
]

formula = st.sampled_from(FORMULAS).map(lambda text: rule(kind="formula", expression=text))
meets = st.just(rule(kind="meets"))

any_rule = st.one_of(
    meets,
    proportional(),
    bands(),
    bands(of="target"),
    curve(),
    curve(of="target"),
    per_case(),
    deadline(),
    reports(),
    checklist(),
    compare(),
    change(),
    survey(),
    formula,
)

numbers = st.decimals(-50, 200, places=2).map(Number)
cases = st.builds(Cases, counts, counts)
received = st.builds(Received, st.none() | days, st.none() | st.booleans())
sent = st.dictionaries(st.sampled_from([f"2023-Q{n}" for n in range(1, 5)]), received).map(Sent)
ticks = st.frozensets(st.sampled_from("abcde")).map(Ticks)
answers = st.dictionaries(st.sampled_from("ABCZ"), counts).map(Answers)
any_fact: st.SearchStrategy[Fact] = st.one_of(
    ratios(),
    st.builds(Ratio, counts, counts),  # contradicting themselves too
    numbers,
    cases,
    st.booleans().map(Answer),
    days.map(Issued),
    ticks,
    sent,
    answers,
)
