"""Small criteria sets for the examples of W7: only what matters is written out, the rest is the same each time."""

from __future__ import annotations

from textwrap import indent

from parindex.checks.entry import Example


def in_leaf(bad: str, good: str) -> Example:
    """An example in which a leaf's keys differ; ``points`` is 4 and so is the scale."""
    return Example(_set(bad), _set(good), "criteria")


def in_tree(bad: str, good: str) -> Example:
    """An example in which the tree of ``domains`` differs."""
    return Example(f"scale: 4\n{bad}", f"scale: 4\n{good}", "criteria")


def at_top(bad: str, good: str) -> Example:
    """An example in which a top-level key differs."""
    return Example(bad + _set(_LEAF), good + _set(_LEAF), "criteria")


_LEAF = """\
indicator: tthc.on-time
rule: {kind: proportional, base: hundred, floor: 90}
otherwise: {comparator: ">=", value: 95}
evidence: [Báo cáo kiểm soát TTHC]
"""

_HEAD = """\
scale: 4
domains:
  - id: tthc
    code: "1"
    name: Thủ tục hành chính
    criteria:
      - code: "1.1"
        name: Hồ sơ đúng hạn
        points: 4
"""


def _set(leaf: str) -> str:
    return _HEAD + indent(leaf, " " * 8)


def leaf_line(code: str, indicator: str = "tthc.on-time", points: str = "4") -> str:
    """A leaf on two lines, for trees."""
    return (
        f'{{code: "{code}", name: Hồ sơ, points: {points}, indicator: {indicator}, evidence: [Báo cáo],\n'
        f'         rule: {{kind: meets}}, otherwise: {{comparator: "==", value: 100}}}}'
    )


def tree(*leaves: str, code: str = "1", extra: str = "") -> str:
    """One domain with some leaves."""
    listed = "".join(f"      - {leaf}\n" for leaf in leaves)
    return f'domains:\n  - id: tthc\n    code: "{code}"\n    name: Thủ tục hành chính\n{extra}    criteria:\n{listed}'
