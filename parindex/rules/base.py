"""What every rule is given, and what it gives back."""

from abc import abstractmethod
from collections.abc import Mapping
from decimal import ROUND_FLOOR, Decimal
from typing import ClassVar

from msgspec import Struct

from parindex.values.deadlines import Due
from parindex.values.facts import Cases, Fact, Ratio, is_defined, measured
from parindex.values.fields import Day, Flag, Model
from parindex.values.numbers import HUNDRED, ZERO, Sum, exact, over, settled, times
from parindex.values.steps import NoScore, Outcome
from parindex.values.targets import Target


class Inputs(Struct, frozen=True):
    """Everything that a rule may look at: it reads no file, no clock and no other criterion."""

    facts: Mapping[str, Fact]
    """The leaf's facts by name; a leaf with one indicator has the single name ``value``."""
    target: Target | None = None
    """The target that binds: a plan's, or the set's own ``otherwise``."""
    previous: Mapping[str, Fact] = {}
    """Last year's facts, by the same names."""
    due: Mapping[str, Due] = {}
    """Due days that a plan prints, by period; ``""`` for a single one."""
    outside: frozenset[str] = frozenset()
    """Periods that do not end in the part of the year that is scored: nothing is asked of them yet."""

    @property
    def fact(self) -> Fact | None:
        """The fact of a leaf that has one indicator."""
        return self.facts.get("value")


class Rule(Model):
    """A way of giving points. ``score`` gives an ``Outcome`` between 0 and ``points``, or says why it cannot."""

    needs_target: ClassVar[bool] = False
    """Whether the rule has no sense without a target."""

    @abstractmethod
    def score(self, inputs: Inputs, points: Decimal) -> Outcome | NoScore:
        """Points for the facts, with the working; ``points`` is the leaf's maximum."""


MISSING = NoScore("missing", "missing.fact")
"""The unit reported nothing: the leaf earns nothing and stays in the maximum, totalled apart."""


def wrong_kind(fact: Fact) -> NoScore:
    """The fact is of a kind that the rule cannot use; the check of the files reports it with its place."""
    return NoScore("invalid", "invalid.kind", {"kind": type(fact).__name__})


def number(fact: Fact | None) -> tuple[Sum, Decimal] | NoScore:
    """The fact's number as a sum and its value, or why there is none.

    The sum is the value itself, except for a share that does not end (2 of 3), which stays a quotient.
    A ratio with a zero denominator has no share: the unit says ``not_arising`` with a reason, or the line is invalid.
    A numerator over its denominator, and more cases excluded than there are, contradict themselves and are invalid.
    """
    if fact is None:
        return MISSING
    if not is_defined(fact):
        return NoScore("invalid", "invalid.zero_denominator")
    if (share := measured(fact)) is None:
        return wrong_kind(fact)
    if isinstance(fact, Ratio) and fact.numerator > fact.denominator:
        return NoScore("invalid", "invalid.over_denominator")
    value, whole = settled(share)
    if value < 0 and isinstance(fact, Ratio | Cases):
        return NoScore("invalid", "invalid.negative")
    return (value if whole else share), value


def number_target(target: Target | None) -> Decimal | NoScore:
    """The target's value where the rule needs a number, or why there is none."""
    if target is None:
        return NoScore("no_target", "no_target.none")
    if isinstance(target.value, Decimal):
        return target.value
    return NoScore("invalid", "invalid.target_kind")


def percent_of_target(share: Sum, target: Target | None) -> Sum | NoScore:
    """value × 100 ÷ target, in percent; no score without a target that is a number above 0."""
    bound = number_target(target)
    if isinstance(bound, NoScore):
        return bound
    return over(times(share, HUNDRED), bound) if bound > 0 else NoScore("invalid", "invalid.target_kind")


def full_steps(value: Decimal, above: Decimal, every: Decimal) -> Decimal:
    """How many whole steps of ``every`` (over 0) lie between ``above`` and the value; none where it is not above."""
    with exact():
        return max(ZERO, (value - above) / every).to_integral_value(ROUND_FLOOR)


def met_by(target: Target | None, value: Decimal) -> bool | None:
    """Whether a number meets the target; ``None`` where there is no target, or it is no number."""
    return target.met(value) if target is not None and isinstance(target.value, Decimal) else None


class DueDate(Model):
    """A last day that the set itself fixes."""

    to: Day
    """Đến ngày | Last day"""
    inclusive: Flag = True
    """Tính cả ngày đó (“trước ngày” là false) | Whether that day counts; “trước ngày”: false"""

    def as_due(self) -> Due:
        """The same, as a value."""
        return Due(self.to, self.inclusive)


def scaled(points: Decimal, fact: Fact | None, number: tuple[Sum, Decimal], base: Decimal) -> Sum:
    """points × value ÷ base, multiplied before divided; ``number`` is that of the fact.

    A share that is not a finite decimal (2 of 3) enters as its two counts, so that no digit is lost:
    3 × 1 ÷ 3 is 1, not 0,999….
    """
    share, value = number
    if isinstance(fact, Ratio) and not isinstance(share, Decimal):
        if base == HUNDRED:
            return over(times(points, fact.numerator), fact.denominator)
        return over(times(points, fact.numerator, HUNDRED), times(fact.denominator, base))
    return over(times(points, value), base)
