"""Examples of faults in rules and in sets that extend another."""

from __future__ import annotations

from collections.abc import Mapping

from parindex.checks.entry import Example


def _rule(bad: str, good: str) -> Example:
    """One leaf with another rule."""
    return Example(_set(bad), _set(good), "criteria")


def _set(rule: str) -> str:
    leaf = f'{{code: "1.1", name: A, points: 3, indicator: a.b, rule: {rule}}}'
    return f'domains:\n  - id: a\n    code: "1"\n    name: A\n    criteria:\n      - {leaf}\n'


def _overlay(bad: str, good: str) -> Example:
    """The set that the shipped one for communes is extended by."""
    return Example(f"extends: cap-xa-2023\n{bad}", f"extends: cap-xa-2023\n{good}", "criteria")


_LEAF = "name: A, points: 1, indicator: tthc.early, rule: {kind: proportional, base: hundred}"

EXAMPLES: Mapping[str, Example] = {
    "E229": _rule("{kind: meet}", "{kind: meets}"),
    "E230": _rule("{base: hundred}", "{kind: proportional, base: hundred}"),
    "E248": _rule(
        "{kind: per_case, direction: deduct, each: 1, share: 25}", "{kind: per_case, direction: deduct, each: 1}"
    ),
    "E249": _rule(
        "{kind: checklist, items: [{id: a, points: 1}, {id: a, points: 2}]}",
        "{kind: checklist, items: [{id: a, points: 1}, {id: b, points: 2}]}",
    ),
    "E250": _rule(
        "{kind: deadline, on_time: 3, late: [{within_days: 5, points: 1}, {within_days: 9, points: 2}]}",
        "{kind: deadline, on_time: 3, late: [{within_days: 5, points: 2}, {within_days: 9, points: 1}]}",
    ),
    "E254": _rule(
        "{kind: bands, bands: [{to: 50, points: 0}, {from: 50, to: 50, points: 1}, {from: 50, points: 3}]}",
        "{kind: bands, bands: [{to: 50, points: 0}, {from: 50, to: 70, points: 1}, {from: 70, points: 3}]}",
    ),
    "E255": _rule(
        "{kind: reports, required: [{period: 2023-Q1, to: 2023-03-14}, {period: 2023-Q1, to: 2023-03-14}], on_time: 1}",
        "{kind: reports, required: [{period: 2023-Q1, to: 2023-03-14}, {period: 2023-Q2, to: 2023-06-14}], on_time: 1}",
    ),
    "E256": _rule(
        "{kind: reports, required: [{period: 2023-Q1, to: 2023-03-14}], on_time: 1, late: 2}",
        "{kind: reports, required: [{period: 2023-Q1, to: 2023-03-14}], on_time: 1, late: 0.5}",
    ),
    "E257": _rule(
        "{kind: per_case, direction: add, each: 1, floor: 3, cap: 1}",
        "{kind: per_case, direction: add, each: 1, floor: 1, cap: 3}",
    ),
    "E259": _rule(
        "{kind: change, direction: increase, measured: percent}",
        "{kind: change, direction: increase, measured: percent, step: {every: 5, each: 0.25}}",
    ),
    "E260": _rule(
        "{kind: change, direction: increase, measured: percent, "
        "bands: [{from: 0, to: 5, points: 1}, {from: 5, points: 3}]}",
        "{kind: change, direction: increase, measured: percent, bands: [{to: 5, points: 1}, {from: 5, points: 3}]}",
    ),
    "E320": _overlay('drop: ["9.9"]\n', 'drop: ["7.2.2"]\n'),
    "E322": _overlay('change: {"1": {rule: {kind: meets}}}\n', 'change: {"1": {name: Chỉ đạo}}\n'),
    "E323": _overlay(
        f'add: [{{under: "3", criteria: [{{code: 3.1.1, {_LEAF}}}]}}]\n',
        f'add: [{{under: "3", criteria: [{{code: "3.9", {_LEAF}}}]}}]\n',
    ),
    "E324": _overlay(
        f"add: [{{under: 3.1.1, criteria: [{{code: 3.1.1.1, {_LEAF}}}]}}]\n",
        f'add: [{{under: "3.1", criteria: [{{code: 3.1.9, {_LEAF}}}]}}]\n',
    ),
    "E325": _overlay(
        f'add: [{{under: "3.1", after: 7.2.2, criteria: [{{code: 3.1.9, {_LEAF}}}]}}]\n',
        f'add: [{{under: "3.1", after: 3.1.1, criteria: [{{code: 3.1.9, {_LEAF}}}]}}]\n',
    ),
    "E327": _overlay(
        "drop: [3.1.1]\nchange: {3.1.1: {points: 3}}\n",
        "drop: [3.1.2]\nchange: {3.1.1: {points: 3}}\n",
    ),
}
"""By code."""
