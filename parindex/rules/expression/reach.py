"""Branches of a formula that no fact can lead to.

Along each branch the conditions that led there bound the facts; a branch is out of reach when they leave a fact no
value at all. Only comparisons of a name with plain arithmetic on numbers bound anything, so what is named here is
surely out of reach, and what is not named may still be.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from parindex.rules.expression.evaluation import Evaluation, Stop, holds
from parindex.rules.expression.nodes import (
    Choice,
    Comparison,
    Junction,
    Literally,
    Name,
    Node,
    Not,
    Relation,
    children,
    parts,
)
from parindex.values.numbers import evaluate

_MIRROR: dict[Relation, Relation] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_DENIAL: dict[Relation, Relation] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class Unreachable(Struct, frozen=True):
    """A branch that no fact leads to: its position in the text, from 1, and how it reads."""

    at: int
    text: str


class Span(Struct, frozen=True):
    """The values that a fact may still have; ``None`` is without end."""

    low: Decimal | None = None
    high: Decimal | None = None
    open_low: bool = False
    open_high: bool = False

    @property
    def empty(self) -> bool:
        """Whether no value is left."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.open_low or self.open_high))

    def with_low(self, low: Decimal, *, open_: bool) -> Span:
        """The part from ``low`` up."""
        if self.low is not None and (self.low > low or (self.low == low and self.open_low)):
            return self
        return Span(low, self.high, open_, self.open_high)

    def with_high(self, high: Decimal, *, open_: bool) -> Span:
        """The part up to ``high``."""
        if self.high is not None and (self.high < high or (self.high == high and self.open_high)):
            return self
        return Span(self.low, high, self.open_low, open_)


Spans = Mapping[str, Span]
_NEVER: Spans = {"": Span(Decimal(1), Decimal(0))}
"""The spans of a branch whose condition is false whatever the facts are."""


def unreachable(text: str, node: Node, spans: Spans | None = None) -> list[Unreachable]:
    """The branches out of reach, as they stand in the text; inner branches of one are not named again.

    ``spans`` are bounds known from elsewhere, by name: a share lies from 0 to 100.
    """
    return _below(text, node, spans or {})


def _below(text: str, node: Node, spans: Spans) -> list[Unreachable]:
    if not isinstance(node, Choice):
        return [found for child in children(node) for found in _below(text, child, spans)]
    found = _below(text, node.condition, spans)
    for branch, true in ((node.then, True), (node.other, False)):
        within = _narrowed(node.condition, spans, true)
        if any(span.empty for span in within.values()):
            found.append(Unreachable(branch.start + 1, text[branch.start : branch.end]))
        else:
            found += _below(text, branch, within)
    return sorted(found, key=lambda each: each.at)


def _narrowed(condition: Node, spans: Spans, true: bool) -> Spans:
    """What is left of the spans where the condition is true, or false."""
    match condition:
        case Literally(value=bool() as value):
            return spans if value is true else _NEVER
        case Name(name=name):  # a yes-no fact: 1 is yes, 0 is no
            return _bounded(spans, name, "==", Decimal(1 if true else 0))
        case Not(of=of):
            return _narrowed(of, spans, not true)
        case Junction(word=word, terms=terms) if (word == "and") is true:
            for term in terms:
                spans = _narrowed(term, spans, true)
            return spans
        case Junction(terms=terms):
            # One way suffices: the branch is out of reach only when every way is.
            ways = [_narrowed(term, spans, true) for term in terms]
            return spans if any(not _is_empty(way) for way in ways) else _NEVER
        case Comparison(terms=terms, relations=relations):
            pairs = list(zip(terms, relations, terms[1:], strict=False))
            if true:
                for left, relation, right in pairs:
                    spans = _compared(spans, left, relation, right)
                return spans
            ways = [_compared(spans, left, _DENIAL[relation], right) for left, relation, right in pairs]
            if len(ways) == 1:
                return ways[0]
            return spans if any(not _is_empty(way) for way in ways) else _NEVER
        case _:
            return spans


def _is_empty(spans: Spans) -> bool:
    return any(span.empty for span in spans.values())


def _compared(spans: Spans, left: Node, relation: Relation, right: Node) -> Spans:
    low, high = _constant(left), _constant(right)
    if low is not None and high is not None:
        return spans if holds(relation, low, high) else _NEVER
    if isinstance(left, Name) and high is not None:
        return _bounded(spans, _key(left), relation, high)
    if isinstance(right, Name) and low is not None:
        return _bounded(spans, _key(right), _MIRROR[relation], low)
    return spans


def _bounded(spans: Spans, name: str, relation: Relation, value: Decimal) -> Spans:
    span = spans.get(name, Span())
    if relation in (">", ">=", "=="):
        span = span.with_low(value, open_=relation == ">")
    if relation in ("<", "<=", "=="):
        span = span.with_high(value, open_=relation == "<")
    if relation == "!=" and span == Span(value, value):
        span = Span(value, value, open_low=True)
    return {**spans, name: span}


def _key(name: Name) -> str:
    return f"{name.name}.{name.part}" if name.part else name.name


def _constant(node: Node) -> Decimal | None:
    """The value of arithmetic on numbers alone; ``None`` where a name stands in it, or it divides by zero."""
    if any(isinstance(part, Name) for part in parts(node)):
        return None
    try:
        return evaluate(Evaluation("", {}).number(node))
    except (Stop, ArithmeticError):
        return None
