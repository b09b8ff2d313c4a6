"""The value of a formula for some facts, with what was decided on the way."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from parindex.rules.expression.nodes import (
    Arithmetic,
    Binary,
    Call,
    Choice,
    Comparison,
    Junction,
    Literally,
    Name,
    Negative,
    Node,
    Not,
    Relation,
)
from parindex.values.numbers import ZERO, Sum, evaluate, minus, rounded
from parindex.values.steps import NoScore, Step

Value = Sum | bool


class Stop(Exception):
    """The formula cannot be worked out for these facts."""

    def __init__(self, why: NoScore) -> None:
        super().__init__(why.reason)
        self.why = why


class Evaluation(Struct):
    """One run: ``values`` by name (``share``, ``share.numerator``), a reason where a name has no value.

    Only what the conditions lead to is worked out, so a branch that is not taken may divide by zero.
    """

    text: str
    values: Mapping[str, Value | NoScore]
    steps: list[Step] = []

    def number(self, node: Node) -> Sum:
        """The part as a sum of numbers; raises ``Stop`` for a yes-no fact where a number must stand."""
        value = self._value(node)
        if isinstance(value, bool):
            raise Stop(NoScore("invalid", "invalid.kind", {"kind": "Answer"}))
        return value

    def condition(self, node: Node) -> bool:
        """Whether the part holds; raises ``Stop`` for a number where a condition must stand."""
        value = self._value(node)
        if not isinstance(value, bool):
            raise Stop(NoScore("invalid", "invalid.kind", {"kind": "Number"}))
        return value

    def _value(self, node: Node) -> Value:
        match node:
            case Literally(value=value):
                return value
            case Name(name=name, part=part):
                known = self.values[f"{name}.{part}" if part else name]
                if isinstance(known, NoScore):
                    raise Stop(known)
                return known
            case Negative(of=Literally(value=Decimal() as value)):
                return value.copy_negate()
            case Negative(of=of):
                return minus(ZERO, self.number(of))
            case Binary(operator=operator, left=left, right=right):
                return _joined(operator, self.number(left), self.number(right))
            case Call(function="round", arguments=(inside,), digits=digits):
                return self._rounded(self.number(inside), digits)
            case Call(function=("min" | "max") as function, arguments=arguments):
                return (function, tuple(self.number(argument) for argument in arguments))
            case Comparison(terms=terms, relations=relations):
                return self._compared(terms, relations)
            case Junction(word=word, terms=terms):
                every = any if word == "or" else all
                return every(self.condition(term) for term in terms)
            case Not(of=of):
                return not self.condition(of)
            case Choice(then=then, condition=condition, other=other):
                true = self.condition(condition)
                shown = written(self.text, condition)
                self.steps.append(Step("formula.yes" if true else "formula.no", {"condition": shown}))
                return self._value(then if true else other)
            case _:
                raise TypeError(type(node).__name__)

    def _rounded(self, inside: Sum, digits: int) -> Decimal:
        self.steps.append(Step("formula.round", {"digits": digits}, sum=inside))
        return rounded(evaluate(inside), digits, "half-up")

    def _compared(self, terms: tuple[Node, ...], relations: tuple[Relation, ...]) -> bool:
        left = evaluate(self.number(terms[0]))
        for relation, term in zip(relations, terms[1:], strict=True):
            right = evaluate(self.number(term))
            if not holds(relation, left, right):
                return False
            left = right
        return True


def _joined(operator: Arithmetic, left: Sum, right: Sum) -> Sum:
    """``(a + b) + c`` as ``a + b + c``: long chains stay flat, and the working reads as the formula does."""
    if isinstance(left, tuple) and left[0] == operator:
        return (operator, (*left[1], right))
    return (operator, (left, right))


def holds(relation: Relation, left: Decimal, right: Decimal) -> bool:
    """Whether two unrounded numbers stand in the relation."""
    match relation:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right


def written(text: str, node: Node) -> str:
    """A part of an expression as it is written, with the parentheses that it begins or ends in.

    A node stands where its first and last word stand: of ``(a + 10) * 2`` that is ``a + 10) * 2``.
    """
    start, end, depth, least = node.start, node.end, 0, 0
    for sign in text[start:end]:
        depth += (sign == "(") - (sign == ")")
        least = min(least, depth)
    for _ in range(-least):
        start = text.rindex("(", 0, start)
    for _ in range(depth - least):
        end = text.index(")", end) + 1
    return text[start:end]
