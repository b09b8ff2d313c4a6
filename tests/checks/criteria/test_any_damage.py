"""Whatever is done to a set, the check tells findings with a place and a whole sentence, and never fails."""

from __future__ import annotations

import random
import re

import pytest

from parindex.checks.render import message, render
from tests.checks.criteria.good import GOOD, LIBRARY, findings

RULES = (
    "{kind: meets}",
    "{kind: survey}",
    "{kind: appraised}",
    "{kind: proportional, base: target}",
    "{kind: bands, of: target, bands: [{to: 50, points: 0}, {from: 50, points: 1}]}",
    "{kind: curve, of: target, through: [{at: -5, points: 1}, {at: 4000, points: 9}]}",
    "{kind: compare, against: target, better: 3, equal: 2, worse: 0}",
    "{kind: change, direction: increase, measured: percent, step: {every: 5, each: 1}}",
    "{kind: per_case, direction: add, each: 0, every: 0.0001}",
    "{kind: per_case, direction: deduct, share: 0.001}",
    "{kind: deadline, on_time: 1}",
    '{kind: formula, expression: "value / (value - 50)"}',
)
NUMBERS = ("0", "1", "100", "99999999999", "0.0000001", "-3", "50")
INDICATORS = list(LIBRARY.indicators)


def damaged(chance: random.Random) -> str:
    text = GOOD
    for _ in range(chance.randint(1, 4)):
        way = chance.choice(("rule", "indicator", "number", "line"))
        if way == "line":
            lines = text.split("\n")
            del lines[chance.randrange(7, len(lines))]
            text = "\n".join(lines)
            continue
        pattern, news = {
            "rule": (r"(?<=rule: )\{.*\}", RULES),
            "indicator": (r"(?<=indicator: )\S+", INDICATORS),
            "number": (r"\d+(\.\d+)?", NUMBERS),
        }[way]
        if places := list(re.finditer(pattern, text)):
            place = chance.choice(places)
            text = text[: place.start()] + chance.choice(news) + text[place.end() :]
    return text


@pytest.mark.parametrize("seed", range(8))
def test_any_damage(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        text = damaged(chance)
        for finding in findings(text):
            assert finding.place is not None, text
            assert "…" not in message(finding), (finding.code, text)
            assert render(finding).startswith("thu.yaml:")
