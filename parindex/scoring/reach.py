"""What would earn a leaf more: facts just beyond those reported, tried with the leaf's own rule; no second formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from parindex.model.criteria import Leaf
from parindex.model.indicators import Indicator
from parindex.model.sheet import MoreLine
from parindex.rules.base import Inputs
from parindex.rules.checklist import Checklist
from parindex.rules.reports import Reports
from parindex.scoring.axis import Along, Axis, least
from parindex.scoring.candidates import days_around, values_around
from parindex.values.facts import Answer, Cases, Fact, Issued, Number, Ratio, Received, Sent, Ticks
from parindex.values.numbers import HUNDRED, ZERO, exact
from parindex.values.steps import Outcome

WayKind = Literal["figure", "fewer", "enter", "issue", "send", "tick", "answer"]
"""``figure``: more (or a better value) of what is counted; ``fewer``: cases that would have to not have happened;
``enter``: a figure that is not reported yet; ``issue``: a document; ``send``: a report; ``tick``: items of a list;
``answer``: a yes (or no)."""


class Way(Struct, frozen=True):
    """One change of one fact of a leaf, and what the rule gives for it."""

    kind: WayKind
    name: str
    """The fact's name in the leaf."""
    fact: Fact
    """The fact as it would stand. Of ``send`` and ``tick`` only what is added."""
    points: Decimal
    """What the rule gives then, before the sign of a penalty."""
    best: bool
    """Whether the rule gives no more for any change of this fact."""
    met: bool | None
    """Whether the target is reached then."""
    by: date | None
    """The last day to do it; ``None``: no day is set, or it is done as soon as it can be."""
    doable: bool
    """Whether it can still be done on the day that is asked about."""
    more: Decimal | None = None
    """Of a count or a value: by how much it changes."""


class Asked(Struct, frozen=True):
    """The day that is asked about, and what it is measured by."""

    on: date
    year: int
    until: date | None
    """The last day of the figures; after it counts and shares stand."""

    @property
    def figures_open(self) -> bool:
        """Whether figures can still change."""
        return self.on <= (self.until or date(self.year, 12, 31))


def ways(leaf: Leaf, inputs: Inputs, indicators: Mapping[str, Indicator], asked: Asked) -> list[Way]:
    """Every change of one fact of the leaf that its rule gives more for, the least change first.

    ``inputs`` are the leaf's facts as reported, with the target, due days and last year's facts in force. Where
    several facts feed the leaf, the others stand still. Nothing for a leaf that the unit does not score itself.
    """
    if leaf.scored_by != "unit":
        return []
    found: list[Way] = []
    for name, id_ in leaf.names.items():
        found += _Search(leaf, inputs, name, indicators[id_], asked).ways()
    return found


class _Search:
    """The search along one fact of one leaf."""

    def __init__(self, leaf: Leaf, inputs: Inputs, name: str, indicator: Indicator, asked: Asked) -> None:
        self.leaf, self.inputs, self.name, self.indicator, self.asked = leaf, inputs, name, indicator, asked
        self.fact = inputs.facts.get(name)
        self.sign = -1 if leaf.counts == "penalty" else 1
        now = leaf.rule.score(inputs, leaf.points)
        self.given = now if isinstance(now, Outcome) else None
        self.worth_now = self._worth(self.given)

    def _worth(self, result: Outcome | None) -> Decimal:
        return ZERO if result is None else self.sign * result.points

    def run(self, fact: Fact) -> Outcome | None:
        """What the rule gives for the fact, the others unchanged; ``None`` where it gives no points."""
        facts = {**self.inputs.facts, self.name: fact}
        result = self.leaf.rule.score(replace(self.inputs, facts=facts), self.leaf.points)
        return result if isinstance(result, Outcome) else None

    def wins(self, result: Outcome | None) -> bool:
        return result is not None and self._worth(result) > self.worth_now

    def ways(self) -> Iterator[Way]:
        match self.indicator.measure:
            case "yes-no":
                yield from self._answer()
            case "date":
                yield from self._issue()
            case "reports":
                yield from self._send()
            case "checklist":
                yield from self._tick()
            case "ratio" | "percent" | "count" | "amount" | "rank":
                yield from self._enter() if self.fact is None else self._figure()
            case "survey":
                return  # opinions are asked, not worked on one by one

    def _way(self, kind: WayKind, fact: Fact, result: Outcome, *, by: date | None, doable: bool, best: bool) -> Way:
        return Way(kind, self.name, fact, result.points, best, result.met, by, doable)

    def _answer(self) -> Iterator[Way]:
        fact = Answer(self.indicator.better != "lower")
        result = self.run(fact)
        if self.fact != fact and result is not None and self.wins(result):
            by = self.asked.until
            yield self._way("answer", fact, result, by=by, doable=self.asked.figures_open, best=True)

    def _issue(self) -> Iterator[Way]:
        """The last day that still earns the most that can be earned; what is issued cannot be issued again."""
        if isinstance(self.fact, Issued):
            return
        days = set(days_around(self.leaf.rule, self.inputs.target, self.asked.year)) | {self.asked.on}
        for due in self.inputs.due.values():
            days |= {due.last_day, due.last_day + timedelta(days=1)}
        given = {day: result for day in days if (result := self.run(Issued(day))) is not None and self.wins(result)}
        still = {day: result for day, result in given.items() if day >= self.asked.on}
        if not given:
            return
        choice = still or given
        most = max(self._worth(result) for result in choice.values())
        last = max(day for day, result in choice.items() if self._worth(result) == most)
        # A day after the last one that the rule knows earns the same: then no day presses.
        later = self.run(Issued(max(days) + timedelta(days=366)))
        by = None if later is not None and self._worth(later) == most else last
        yield self._way("issue", Issued(last), choice[last], by=by, doable=bool(still), best=True)

    def _send(self) -> Iterator[Way]:
        """Each required report that was not sent: on time while there is time, else late where that earns."""
        rule = self.leaf.rule
        sent = self.fact.reports if isinstance(self.fact, Sent) else {}
        if not isinstance(rule, Reports):
            return
        for required in rule.required:
            report = sent.get(required.period)
            if report is not None and report.sent_at is not None:
                continue
            last = (self.inputs.due.get(required.period) or required.as_due()).last_day
            in_time = self.asked.on <= last
            for day, doable in ((last, True),) if in_time else ((self.asked.on, True), (last, False)):
                result = self.run(Sent({**sent, required.period: Received(day)}))
                if result is not None and self.wins(result):
                    by = last if day == last else None
                    added = Sent({required.period: Received(day)})
                    yield self._way("send", added, result, by=by, doable=doable, best=True)
                    break

    def _tick(self) -> Iterator[Way]:
        """Each open item that earns alone; else all of them together."""
        rule = self.leaf.rule
        done = self.fact.done if isinstance(self.fact, Ticks) else frozenset()
        items = [item.id for item in rule.items] if isinstance(rule, Checklist) else list(self.indicator.items or {})
        missing = [item for item in items if item not in done]
        alone = [way for item in missing for way in self._ticked(done, frozenset({item}))]
        yield from alone or (self._ticked(done, frozenset(missing)) if missing else ())

    def _ticked(self, done: frozenset[str], added: frozenset[str]) -> Iterator[Way]:
        result = self.run(Ticks(done | added))
        if result is not None and self.wins(result):
            by = self.asked.until
            yield self._way("tick", Ticks(added), result, by=by, doable=self.asked.figures_open, best=True)

    def _enter(self) -> Iterator[Way]:
        """For a figure that is not reported: the least value that earns the most."""
        measure, lower = self.indicator.measure, self.indicator.better == "lower"
        values = values_around(self.leaf, measure, self.inputs.target, self.inputs.previous.get(self.name))
        facts = [self._of(value) for value in (reversed(values) if lower else values)]
        tried = [(fact, result) for fact in facts if (result := self.run(fact)) is not None and self.wins(result)]
        if tried:
            most = max(self._worth(result) for _, result in tried)
            fact, result = next((fact, result) for fact, result in tried if self._worth(result) == most)
            yield self._way("enter", fact, result, by=self.asked.until, doable=True, best=True)

    def _of(self, value: Decimal) -> Fact:
        if self.indicator.measure == "ratio":
            return Ratio(value, HUNDRED)
        return Cases(value) if self.indicator.measure == "count" else Number(value)

    def _figure(self) -> Iterator[Way]:
        """The least change to another step of the rule, to the target, and to the most that it gives."""
        along = self._axis()
        if not along:
            return
        results = Along(along, self.run, self._probes(along))
        most = max(self._worth(results[at]) for at in results.probes)
        if most <= self.worth_now:
            return
        goals: tuple[Callable[[Outcome | None], bool], ...] = (
            lambda result: self.wins(result) and result is not None and _regime(result) != _regime(self.given),
            lambda result: self.wins(result) and result is not None and result.met is True,
            lambda result: self._worth(result) >= most,
        )
        found = sorted({at for goal in goals if (at := results.first(goal)) is not None})
        lower = self.indicator.better == "lower"
        counted = isinstance(self.fact, Ratio | Cases)
        for at in found:
            result, fact = results[at], along(at)
            if result is None:  # pragma: no cover - the goals ask for points
                continue
            yield Way(
                "fewer" if lower and counted else "figure",
                self.name,
                fact,
                result.points,
                self._worth(result) >= most,
                result.met,
                self.asked.until,
                self.asked.figures_open and not (lower and counted),
                _difference(fact, self.fact),
            )

    def _probes(self, along: Axis) -> Iterator[int]:
        """Places of the numbers that the rule names: there the points change."""
        if isinstance(self.fact, Ratio) and along.whole:
            with exact():
                values = values_around(self.leaf, "ratio", self.inputs.target, self.inputs.previous.get(self.name))
                counts = [value * self.fact.denominator / HUNDRED for value in values]
            yield from (along.place(int(count.to_integral_value(ROUND_CEILING))) for count in counts)

    def _axis(self) -> Axis | None:
        """The better facts in the order of effort; ``None`` where there are none."""
        lower, fact = self.indicator.better == "lower", self.fact
        if isinstance(fact, Ratio) and fact.denominator > 0 and not fact.numerator % 1 and not fact.denominator % 1:
            start, end = int(fact.numerator), 0 if lower else int(fact.denominator)
            whole = fact.denominator
            return Axis.counted(start, end, -1 if lower else 1, lambda count: Ratio(Decimal(count), whole))
        values = values_around(
            self.leaf, self.indicator.measure, self.inputs.target, self.inputs.previous.get(self.name)
        )
        facts: list[Fact] = []
        match fact:
            case Cases(count, excluded) if not count % 1:
                top = int(max([*values, count]) + excluded)
                end = int(excluded) if lower else top
                return Axis.counted(
                    int(count), end, -1 if lower else 1, lambda number: Cases(Decimal(number), excluded)
                )
            case Ratio(numerator, denominator) if denominator > 0:
                with exact():
                    parts = [value * denominator / HUNDRED for value in values]
                better = [part for part in parts if (part < numerator if lower else part > numerator)]
                facts = [Ratio(part, denominator) for part in better]
            case Number(value):
                better = [each for each in values if (each < value if lower else each > value)]
                facts = [Number(each) for each in better]
        return Axis.listed(facts[::-1] if lower else facts) if facts else None


def _regime(result: Outcome | None) -> object:
    """Which step of the rule gives the points: its messages and their values, without the sums."""
    return None if result is None else tuple((step.what, tuple(sorted(step.data.items()))) for step in result.steps)


def _difference(fact: Fact, before: Fact | None) -> Decimal | None:
    match fact, before:
        case Ratio(numerator, _), Ratio(old, _):
            return numerator - old
        case Cases(count, _), Cases(old, _):
            return count - old
        case Number(value), Number(old):
            return value - old
        case _:
            return None


def more(leaf: Leaf, inputs: Inputs, now: Outcome, indicator: Indicator) -> MoreLine | None:
    """The least change of the numerator that gives the most points that this denominator allows.

    Only for a share of whole counts where more is better; ``None`` when nothing can be won.
    """
    fact = inputs.fact
    if not isinstance(fact, Ratio) or indicator.better == "lower" or fact.numerator % 1 or fact.denominator % 1:
        return None
    whole = fact.denominator

    def points(numerator: int) -> Decimal:
        facts = {"value": Ratio(Decimal(numerator), whole)}
        result = leaf.rule.score(Inputs(facts, inputs.target, inputs.previous, inputs.due), leaf.points)
        return result.points if isinstance(result, Outcome) else now.points

    low, high = int(fact.numerator), int(whole)
    best = points(high)
    if best <= now.points:
        return None
    # Most often it is the target that gives the most: the counts on both sides of it are looked at first.
    if inputs.target is not None and isinstance(inputs.target.value, Decimal):
        at = int((inputs.target.value * whole / HUNDRED).to_integral_value(ROUND_CEILING))
        for count in (at, at - 1, at + 1):
            if low < count < high:
                low, high = (low, count) if points(count) >= best else (count, high)
    enough = Decimal(least(low, high, lambda count: points(count) >= best))
    return MoreLine(numerator=enough, more=enough - fact.numerator, counts=indicator.numerator, points=best)
