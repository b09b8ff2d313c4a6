"""The parts of a formula. ``start`` and ``end`` are places in the text, from 0, so that a part can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

Arithmetic = Literal["+", "-", "×", "÷"]
Relation = Literal["==", "!=", "<", "<=", ">", ">="]
Function = Literal["min", "max", "round"]


class Node(Struct, frozen=True):
    """Any part of a formula."""

    start: int
    end: int


class Literally(Node, frozen=True):
    """A number, or true or false."""

    value: Decimal | bool


class Name(Node, frozen=True):
    """A fact, ``points`` or ``target``; with ``part`` the numerator or denominator of a ratio."""

    name: str
    part: str | None = None


class Negative(Node, frozen=True):
    """A number with its sign turned."""

    of: Node


class Binary(Node, frozen=True):
    """Two numbers joined by + − × ÷."""

    operator: Arithmetic
    left: Node
    right: Node


class Comparison(Node, frozen=True):
    """Numbers compared, possibly in a chain: ``70 <= share < 80``."""

    terms: tuple[Node, ...]
    relations: tuple[Relation, ...]


class Junction(Node, frozen=True):
    """Conditions joined by ``and`` or ``or``."""

    word: Literal["and", "or"]
    terms: tuple[Node, ...]


class Not(Node, frozen=True):
    """A condition turned round."""

    of: Node


class Call(Node, frozen=True):
    """``min``, ``max`` or ``round``."""

    function: Function
    arguments: tuple[Node, ...]
    digits: int = 0
    """Decimals of ``round``."""


class Choice(Node, frozen=True):
    """``then if condition else other``."""

    then: Node
    condition: Node
    other: Node


def parts(node: Node) -> Iterator[Node]:
    """The node and all below it, as they stand in the text from left to right."""
    yield node
    for child in children(node):
        yield from parts(child)


def depth(node: Node) -> int:
    """How many parts stand within each other; a chain of one operator (a + b + c) counts as one part."""
    if isinstance(node, Binary):
        left = depth(node.left)
        chained = isinstance(node.left, Binary) and node.left.operator == node.operator
        return max(left if chained else left + 1, depth(node.right) + 1)
    return 1 + max((depth(child) for child in children(node)), default=0)


def children(node: Node) -> tuple[Node, ...]:
    """What a node is made of."""
    match node:
        case Negative(of=of) | Not(of=of):
            return (of,)
        case Binary(left=left, right=right):
            return (left, right)
        case Comparison(terms=terms) | Junction(terms=terms):
            return terms
        case Call(arguments=arguments):
            return arguments
        case Choice(then=then, condition=condition, other=other):
            return (then, condition, other)
        case _:
            return ()
