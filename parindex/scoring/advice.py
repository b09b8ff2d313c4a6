"""What a unit could still win, and what would bring it to the next class or place: the engine is run on each change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from parindex.model.criteria import CriteriaSet, Leaf
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.policy import Policy
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.rules.base import Inputs
from parindex.scoring.axis import least
from parindex.scoring.changed import changed
from parindex.scoring.derived import derive
from parindex.scoring.leaf import context_of, judged_by
from parindex.scoring.reach import Asked, Way, ways
from parindex.scoring.results import NextClass, result_of
from parindex.scoring.sheet import score
from parindex.scoring.totals import classes_of
from parindex.values.facts import Fact
from parindex.values.numbers import ZERO, exactly, rounded

FORMAT = "1"
"""Version of the JSON; it rises when a key changes its meaning."""


class Move(Struct, frozen=True):
    """One thing to do for one criterion, and what it wins."""

    code: str
    criterion: str
    indicator: str
    way: Way
    now: Fact | None
    """The fact as reported."""
    wins: Decimal
    """Points that the whole sheet wins when this alone is done: other criteria with the same indicator included."""
    evidence: tuple[str, ...]
    """The evidence that the set asks for."""
    claim: Decimal | None = None
    """The unit's own score that stands on the criterion: what the move wins is won only when it is taken back."""


class Unproved(Struct, frozen=True):
    """A criterion whose points stand without evidence."""

    code: str
    criterion: str
    points: Decimal
    """Points that the appraiser may take away; 0 where the set has taken them already."""
    wins: Decimal
    """Points that evidence alone wins."""
    evidence: tuple[str, ...]


class Other(Struct, frozen=True):
    """A criterion that is not at its maximum and for which the unit has nothing to do."""

    code: str
    criterion: str
    unreached: Decimal
    status: str
    reason: str | None


class Goal(Struct, frozen=True):
    """A class or a place above."""

    kind: str
    """``class`` or ``place``."""
    name: str
    """The class, or the unit that stands above."""
    index: Decimal
    """The index that it takes."""
    short: Decimal
    """How much of the index is short; 0 when only gates keep the unit out."""
    gates: tuple[str, ...]
    reached: bool
    """Whether all that can still be done brings the unit there."""
    moves: tuple[Move, ...]
    """What brings it there, the most points first and nothing that is not needed; without ``reached`` all there is."""
    index_after: Decimal | None


class Advice(Struct, frozen=True):
    """What one unit can win, as of a day."""

    on: date
    until: date | None
    """The last day of the set's figures."""
    sheet: Sheet
    doable: tuple[Move, ...]
    """What can still be done, the most points first; several ways for one criterion are alternatives."""
    closed: tuple[Move, ...]
    """What would have won points and cannot be done any more."""
    unproved: tuple[Unproved, ...]
    others: tuple[Other, ...]
    goals: tuple[Goal, ...]


class Above(Struct, frozen=True):
    """The unit that stands just above in a ranking."""

    name: str
    index: Decimal
    shared: bool
    """Whether equal printed indices share a place."""


@exactly
def advise(
    unit: Unit,
    criteria: CriteriaSet,
    plans: Sequence[Plan],
    indicators: Mapping[str, Indicator],
    on: date,
    above: Above | None = None,
) -> Advice:
    """Advice as of a day: every number in it is the difference of two sheets that the engine made.

    What is done is taken as proved: evidence is part of doing it. A claim of the unit on a criterion that changes is
    left out of the sheet that is compared with.
    """
    return _Adviser(unit, criteria, plans, indicators, on).advice(above)


class _Adviser:
    def __init__(
        self,
        unit: Unit,
        criteria: CriteriaSet,
        plans: Sequence[Plan],
        indicators: Mapping[str, Indicator],
        on: date,
    ) -> None:
        self.unit, self.criteria, self.plans, self.indicators = unit, criteria, plans, indicators
        until = criteria.data_period.to if criteria.data_period else None
        self.asked = Asked(on, unit.year, until)
        self.context = context_of(criteria, indicators, unit, plans, derived=derive(unit, plans))
        self.sheet = self._sheet(())
        self.lines = {line.code: line for line in self.sheet.leaves()}

    def _sheet(self, moves: Sequence[Move], proved: str | None = None) -> Sheet:
        """The sheet with some things done, or one criterion proved."""
        unit = changed(self.unit, self.indicators, [(move.indicator, move.way, move.code) for move in moves])
        if proved is not None:
            names = next(leaf.names for _, leaf in self.criteria.leaves() if leaf.code == proved)
            unit = changed(unit, self.indicators, [], prove=tuple(names.values()))
        corrected = [move.indicator for move in moves if self.indicators[move.indicator].derived]
        return score(unit, self.criteria, self.plans, self.indicators, corrected=corrected)

    def advice(self, above: Above | None) -> Advice:
        moves = sorted((move for _, leaf in self.criteria.leaves() for move in self._moves(leaf)), key=_order)
        can = [move for move in moves if move.way.doable]
        told = {move.code for move in moves}
        unproved = tuple(self._unproved())
        told |= {each.code for each in unproved if each.wins}
        goals = (self._class(can), self._place(can, above))
        return Advice(
            self.asked.on,
            self.asked.until,
            self.sheet,
            tuple(can),
            tuple(move for move in moves if not move.way.doable),
            unproved,
            tuple(
                Other(
                    line.code,
                    line.name,
                    line.max if line.unreached is None else line.unreached,
                    line.status or "",
                    line.reason,
                )
                for line in self.lines.values()
                if line.code not in told and (line.status == "pending" or (line.unreached or ZERO) > 0)
            ),
            tuple(goal for goal in goals if goal is not None),
        )

    def _moves(self, leaf: Leaf) -> Iterator[Move]:
        line = self.lines[leaf.code]
        if line.status in ("not_arising", "pending", "invalid"):
            return
        judged, resolved = judged_by(leaf, self.context)
        if resolved.needs_previous:
            return
        facts = {name: fact for name, id_ in leaf.names.items() if (fact := self.context.fact(id_)) is not None}
        inputs = Inputs(facts, judged.target, judged.previous, judged.due)
        for way in ways(leaf, inputs, self.indicators, self.asked):
            id_ = leaf.names[way.name]
            claim = self.unit.claims.get(leaf.code)
            move = Move(leaf.code, leaf.name, id_, way, facts.get(way.name), ZERO, tuple(leaf.evidence), claim)
            wins = self._sheet([move]).totals.earned - self.sheet.totals.earned
            if wins > _NOTHING:
                yield replace(move, wins=wins)

    def _unproved(self) -> Iterator[Unproved]:
        for line in self.lines.values():
            if line.status == "unsupported":
                wins = self._sheet((), line.code).totals.earned - self.sheet.totals.earned
                yield Unproved(line.code, line.name, line.self_score or ZERO, wins, line.required_evidence)

    def _class(self, can: Sequence[Move]) -> Goal | None:
        next_: NextClass | None = result_of(self.sheet).parts[0].next_class
        if next_ is None:
            return None
        ladder = sorted(classes_of(self.criteria.policy, self.unit.unit.type), key=lambda each: each.from_)
        names = [each.name for each in ladder]
        rung = names.index(next_.name)

        def there(sheet: Sheet) -> bool:
            return sheet.score_class in names[rung:]

        index = ladder[rung].from_
        short = max(index - (self.sheet.totals.index or ZERO), ZERO)
        return self._goal("class", next_.name, index, short, next_.gates, can, there)

    def _place(self, can: Sequence[Move], above: Above | None) -> Goal | None:
        if above is None:
            return None

        policy = self.criteria.policy
        needed = _printed(above.index, above, policy)

        def there(sheet: Sheet) -> bool:
            index = sheet.totals.index
            return index is not None and _printed(index, above, policy) >= needed

        short = max(needed - _printed(self.sheet.totals.index or ZERO, above, policy), ZERO)
        return self._goal("place", above.name, needed, short, (), can, there)

    def _goal(
        self,
        kind: str,
        name: str,
        index: Decimal,
        short: Decimal,
        gates: tuple[str, ...],
        can: Sequence[Move],
        there: Callable[[Sheet], bool],
    ) -> Goal:
        """The moves that reach a goal: the largest first until it is reached; then each, from the smallest, is left out
        where it is not needed, or replaced by the least one that still reaches the goal.
        """
        chosen: list[Move] = []
        sheet = self.sheet
        for move in _independent(can):
            if there(sheet):
                break
            chosen.append(move)
            sheet = self._sheet(chosen)
        if not there(sheet):
            return Goal(kind, name, index, short, gates, False, tuple(chosen), sheet.totals.index)
        for move in sorted(chosen, key=lambda each: each.wins):
            less = [each for each in chosen if each is not move]
            swaps = [
                [*less, other]
                for other in reversed(can)
                if other.wins < move.wins and not any(_same(other, each) for each in less)
            ]
            # The options rise by what they win: the least that is enough is found by halving, and proved by the engine.
            options = [less, *swaps, chosen]
            at = least(-1, len(options) - 1, lambda n, options=options: there(self._sheet(options[n])))  # type: ignore[misc]
            chosen, sheet = options[at], self._sheet(options[at])
        return Goal(kind, name, index, short, gates, True, tuple(sorted(chosen, key=_order)), sheet.totals.index)


_NOTHING = Decimal("1e-20")
"""What two sums of 34 digits may differ by without a point being won."""


def _order(move: Move) -> tuple[Decimal, list[int], Decimal]:
    code = [int(part) if part.isdigit() else 0 for part in move.code.split(".")]
    return -move.wins, code, abs(move.way.more or ZERO)


def _independent(moves: Sequence[Move]) -> list[Move]:
    """One way for each fact, the one that wins most; reports and items of a list add up, and all stay."""
    seen: set[str] = set()
    kept = []
    for move in moves:
        if move.way.kind in ("send", "tick"):
            kept.append(move)
        elif move.indicator not in seen:
            seen.add(move.indicator)
            kept.append(move)
    return kept


def _same(one: Move, other: Move) -> bool:
    """Whether two moves change the same thing, so that only one of them can be made."""
    if one.way.kind in ("send", "tick"):
        return (one.indicator, one.way.fact) == (other.indicator, other.way.fact)
    return one.indicator == other.indicator


def _printed(index: Decimal, above: Above, policy: Policy) -> Decimal:
    return rounded(index, policy.rounding.digits, policy.rounding.mode) if above.shared else index
