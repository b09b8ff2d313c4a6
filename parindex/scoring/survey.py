"""Surveys: how many to ask, how satisfied those asked are, and how sure that is. Decimal throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

from parindex.values.numbers import HUNDRED, ZERO, exact, exactly

Z: Mapping[str, Decimal] = {
    "90": Decimal("1.644853626951472714863848907992"),
    "95": Decimal("1.959963984540054235524594430491"),
    "99": Decimal("2.575829303548900760966163174711"),
}
"""Two-sided quantiles of the normal distribution by confidence level in percent."""


@exactly
def sample_size(population: int, error: Decimal) -> int:
    """n = N ÷ (1 + N × e²), rounded up; ``error`` in percent (5). The formula printed for SIPAS; of nobody nobody."""
    share = error / HUNDRED
    return min(population, _up(Decimal(population) / (1 + population * share * share)))


@exactly
def sample_size_at(population: int, error: Decimal, confidence: str) -> int:
    """n₀ ÷ (1 + (n₀ − 1) ÷ N) with n₀ = z² × 0,25 ÷ e²: the worst case of a share, rounded up.

    ``error`` in percent, ``confidence`` one of the keys of ``Z``.
    """
    share = error / HUNDRED
    infinite = Z[confidence] * Z[confidence] / (4 * share * share)
    if population == 0:
        return 0
    return min(population, _up(infinite / (1 + (infinite - 1) / population)))


def _up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))


@exactly
def allocate(total: int, populations: Mapping[str, int]) -> dict[str, int]:
    """A sample shared out in proportion to the groups: the largest remainders round up, the first of equals.

    Nobody is asked twice: a group never gets more than it has. The parts add up to ``total`` where there are as many.
    """
    whole = sum(populations.values())
    if whole == 0:
        return dict.fromkeys(populations, 0)
    total = min(total, whole)
    exactly = {name: Decimal(total * size) / whole for name, size in populations.items()}
    parts = {name: int(part.to_integral_value(ROUND_FLOOR)) for name, part in exactly.items()}
    rest = sorted(populations, key=lambda name: parts[name] - exactly[name])
    for name in rest[: total - sum(parts.values())]:
        parts[name] += 1
    return parts


class Form(Struct, frozen=True):
    """One form that came back: a level from 1 to 5 for each question that was answered."""

    group: str | None
    levels: Mapping[str, int]


class Interval(Struct, frozen=True):
    """A confidence interval in percent."""

    low: Decimal
    high: Decimal


class Satisfaction(Struct, frozen=True):
    """The answers to some questions: of several, every answer counts once."""

    satisfied: int
    valid: int
    counts: Mapping[int, int]
    """Answers by level."""
    interval: Interval | None
    """Of the plain share; ``None`` with too few answers."""
    weighted: Decimal | None
    """The share in percent weighted by group; ``None`` without groups or while a group has no answers."""
    weighted_interval: Interval | None
    empty_groups: tuple[str, ...]
    """Groups without a valid answer: their opinion is not known."""

    @property
    def share(self) -> Decimal | None:
        """satisfied × 100 ÷ valid; ``None`` without answers."""
        if not self.valid:
            return None
        with exact():
            return Decimal(self.satisfied) * HUNDRED / self.valid


@exactly
def satisfaction(
    forms: Sequence[Form],
    questions: Collection[str],
    satisfied: Collection[int],
    confidence: str,
    populations: Mapping[str, Decimal] | None = None,
) -> Satisfaction:
    """How satisfied the respondents are: (answers at a satisfied level) ÷ valid answers.

    Answers of one person to several questions hang together, so the interval counts persons, not answers: Wilson's
    for one question, the linearised variance of a ratio for several. Weighted: Σ Nₕ × pₕ ÷ Σ Nₕ.
    """
    counts = Counter(form.levels[question] for form in forms for question in questions if question in form.levels)
    good = sum(count for level, count in counts.items() if level in satisfied)
    pairs = [pair for form in forms if (pair := _pair(form, questions, satisfied))[1]]
    single = len(questions) == 1
    interval = wilson(good, sum(counts.values()), confidence) if single else _interval(_ratio(pairs), confidence)
    strata = {
        name: [pair for form in forms if form.group == name and (pair := _pair(form, questions, satisfied))[1]]
        for name in populations or {}
    }
    empty = tuple(name for name, answers in strata.items() if not answers)
    weighted = _weighted(strata, populations) if populations and not empty else None
    return Satisfaction(
        good,
        sum(counts.values()),
        {level: counts[level] for level in range(1, 6)},
        interval,
        None if weighted is None else weighted[0] * HUNDRED,
        None if weighted is None else _interval(weighted, confidence),
        empty,
    )


def _pair(form: Form, questions: Collection[str], satisfied: Collection[int]) -> tuple[int, int]:
    """Satisfied and valid answers of one person."""
    levels = [form.levels[question] for question in questions if question in form.levels]
    return sum(level in satisfied for level in levels), len(levels)


_Estimate = tuple[Decimal, Decimal | None]
"""A share from 0 to 1 and its variance; no variance where one person answered."""


def _ratio(pairs: Sequence[tuple[int, int]]) -> _Estimate:
    """Σy ÷ Σx over persons; variance n ÷ (n − 1) × Σ(y − p × x)² ÷ (Σx)²."""
    answers = sum(valid for _, valid in pairs)
    if not answers:
        return ZERO, None
    share = Decimal(sum(good for good, _ in pairs)) / answers
    if len(pairs) < 2:
        return share, None
    squares = sum(((good - share * valid) ** 2 for good, valid in pairs), ZERO)
    return share, squares * len(pairs) / (len(pairs) - 1) / (answers * answers)


def _weighted(strata: Mapping[str, Sequence[tuple[int, int]]], populations: Mapping[str, Decimal]) -> _Estimate | None:
    """Groups by their populations; the part of a group that was asked is certain (1 − n ÷ N)."""
    whole = sum(populations.values(), ZERO)
    if not whole:
        return None
    share, variance = ZERO, ZERO
    sure = True
    for name, pairs in strata.items():
        weight, (part, spread) = populations[name] / whole, _ratio(pairs)
        share += populations[name] * part
        if spread is None:
            sure = sure and populations[name] <= len(pairs)
            continue
        left = max(ZERO, 1 - Decimal(len(pairs)) / populations[name]) if populations[name] else ZERO
        variance += weight * weight * spread * left
    return share / whole, variance if sure else None


def _interval(estimate: _Estimate, confidence: str) -> Interval | None:
    share, variance = estimate
    if variance is None:
        return None
    margin = Z[confidence] * variance.sqrt()
    return Interval(max(ZERO, share - margin) * HUNDRED, min(Decimal(1), share + margin) * HUNDRED)


@exactly
def wilson(good: int, valid: int, confidence: str) -> Interval | None:
    """Wilson's interval for a share: it stays within 0–100% and has a width even at 100%; ``None`` of nothing."""
    if not valid:
        return None
    z, n = Z[confidence], Decimal(valid)
    share = good / n
    middle = share + z * z / (2 * n)
    margin = z * (share * (1 - share) / n + z * z / (4 * n * n)).sqrt()
    below = 1 + z * z / n
    low, high = (middle - margin) / below, (middle + margin) / below
    return Interval(max(ZERO, low) * HUNDRED, min(Decimal(1), high) * HUNDRED)
