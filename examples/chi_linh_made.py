"""What is known of one made-up commune of Chí Linh, by indicator, before it becomes a file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from random import Random

from chi_linh_papers import Papers


@dataclass
class Figures:
    """What the unit's file will say."""

    papers: Papers
    values: dict[str, str] = field(default_factory=dict)
    """By indicator, as flow YAML."""
    proofs: dict[str, str] = field(default_factory=dict)
    """By indicator, as the id of a paper; none where the unit has no proof."""
    shares: dict[str, tuple[int, int]] = field(default_factory=dict)
    quarters: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    reports: dict[str, dict[str, str]] = field(default_factory=dict)
    """By indicator and period, as the id of a paper."""
    not_arising: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Reason and who says so."""
    explanations: dict[str, str] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)
    previous: dict[str, str] = field(default_factory=dict)

    def ratio(self, id_: str, part: int, whole: int) -> None:
        """A share."""
        self.shares[id_] = part, whole
        self.values[id_] = f"{{numerator: {part}, denominator: {whole}}}"

    def keep(self, ids: Collection[str | None]) -> None:
        """Leave out what no leaf of the set asks for: figures are made together, so that they agree."""
        for found in (self.values, self.proofs, self.shares, self.quarters, self.reports, self.not_arising):
            for id_ in found.keys() - set(ids):
                del found[id_]


def part(rng: Random, skill: float, whole: int, least: float = 0.4) -> int:
    """A part of a whole: all of it often, else a share about the unit's skill."""
    if rng.random() < 0.15 + 0.35 * skill:
        return whole
    return min(whole, max(0, round(whole * min(1, rng.gauss(least + (1 - least) * skill, 0.1)))))
