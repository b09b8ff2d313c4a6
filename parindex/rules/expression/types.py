"""Numbers stand where numbers must, conditions where conditions must: as far as the text alone can tell."""

from __future__ import annotations

from typing import Literal

from parindex.rules.expression.errors import needs_condition, needs_number
from parindex.rules.expression.nodes import (
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
)

Type = Literal["number", "condition"]


def check_types(node: Node) -> None:
    """Hold that the whole is a number; raises ``PydanticCustomError`` ``formula_type`` with the position."""
    _expect(node, "number")


def _expect(node: Node, expected: Type) -> None:
    given = _type(node)
    if given is not None and given != expected:
        raise (needs_number if expected == "number" else needs_condition)(node.start + 1)


def _type(node: Node) -> Type | None:
    """The type of a part, its own parts checked; ``None`` for a fact, whose kind is known only when it is given."""
    match node:
        case Literally(value=value):
            return "condition" if isinstance(value, bool) else "number"
        case Name(name=name, part=part):
            return "number" if part or name == "points" else None
        case Negative(of=of):
            _expect(of, "number")
            return "number"
        case Not(of=of):
            _expect(of, "condition")
            return "condition"
        case Binary(left=left, right=right):
            _expect(left, "number")
            _expect(right, "number")
            return "number"
        case Call(arguments=arguments):
            for argument in arguments:
                _expect(argument, "number")
            return "number"
        case Junction(terms=terms):
            for term in terms:
                _expect(term, "condition")
            return "condition"
        case Comparison(terms=terms):
            for term in terms:
                _expect(term, "number")
            return "condition"
        case Choice(then=then, condition=condition, other=other):
            _expect(condition, "condition")
            first, second = _type(then), _type(other)
            if first is not None and second is not None and first != second:
                raise (needs_number if first == "number" else needs_condition)(other.start + 1)
            return first or second
        case _:
            raise TypeError(type(node).__name__)
