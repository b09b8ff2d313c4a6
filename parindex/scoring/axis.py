"""Facts in the order of effort, and the least of them that reaches something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parindex.values.facts import Fact
from parindex.values.steps import Outcome

Run = Callable[[Fact], Outcome | None]
"""What a rule gives for a fact; ``None`` where it gives no points."""

FEW = 400
"""Facts of an axis that are all tried."""


class Axis:
    """Facts in the order of effort, made when they are asked for."""

    def __init__(self, length: int, make: Callable[[int], Fact], place: Callable[[int], int], *, whole: bool) -> None:
        self.length, self._make, self.place, self.whole = length, make, place, whole

    def __call__(self, at: int) -> Fact:
        """The fact at a place, from 0 for the least effort."""
        return self._make(at)

    def __len__(self) -> int:
        return self.length

    @classmethod
    def counted(cls, start: int, end: int, step: int, make: Callable[[int], Fact]) -> Axis:
        """Whole numbers after ``start`` up to ``end``."""
        length = max(0, (end - start) * step)
        return cls(length, lambda at: make(start + (at + 1) * step), lambda n: (n - start) * step - 1, whole=True)

    @classmethod
    def listed(cls, facts: Sequence[Fact]) -> Axis:
        """Facts that are there already."""
        return cls(len(facts), lambda at: facts[at], lambda n: n, whole=False)


class Along:
    """What the rule gives along an axis, each place run once."""

    def __init__(self, axis: Axis, run: Run, probes: Iterable[int]) -> None:
        """``probes`` are places to look at first where there are too many to try all; others are left out."""
        self.axis, self._run = axis, run
        self._known: dict[int, Outcome | None] = {}
        ends = {0, len(axis) - 1}
        every = range(len(axis)) if len(axis) <= FEW else sorted({*ends, *(at for at in probes if 0 <= at < len(axis))})
        self.probes = tuple(every)

    def __getitem__(self, at: int) -> Outcome | None:
        if at not in self._known:
            self._known[at] = self._run(self.axis(at))
        return self._known[at]

    def first(self, goal: Callable[[Outcome | None], bool]) -> int | None:
        """The least place that reaches a goal; ``None`` where none that was looked at does."""
        high = next((at for at in self.probes if goal(self[at])), None)
        if high is None:
            return None
        low = max((at for at in self.probes if at < high), default=-1)
        return least(low, high, lambda at: goal(self[at]))


def least(low: int, high: int, reaches: Callable[[int], bool]) -> int:
    """The least whole number over ``low`` that reaches something, where ``high`` does and ``low`` does not."""
    while high - low > 1:
        middle = (low + high) // 2
        if reaches(middle):
            high = middle
        else:
            low = middle
    return high
