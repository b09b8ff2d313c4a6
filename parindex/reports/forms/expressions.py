"""The small language of the ``formula`` rule as a formula of Excel.

``IF`` works out no branch that is not taken, as the engine does: a division by zero there spoils nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from parindex.reports.forms.basis import number
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

LONGEST = 8000
"""Characters of a formula; Excel takes 8192."""
_SIGNS = {"×": "*", "÷": "/"}
_RELATIONS = {"==": "=", "!=": "<>"}


def expression(node: Node, names: Mapping[str, str]) -> str:
    """A part of a formula; ``names`` are references or constants for ``share``, ``share.numerator``, ``points``.

    Raises ``KeyError`` for a name that has none, a fact that no cell of the form holds, and for a number in place of a
    condition, which Excel would take for one.
    """
    match node:
        case Choice(condition=Name(name=name)) | Not(of=Name(name=name)):
            raise KeyError(name)
        case Junction(terms=terms) if any(isinstance(term, Name) for term in terms):
            raise KeyError("a number is no condition")
        case Literally(value=bool() as value):
            return "TRUE" if value else "FALSE"
        case Literally(value=Decimal() as value):
            return number(value)
        case Name(name=name, part=part):
            return names[f"{name}.{part}" if part else name]
        case Negative(of=of):
            return f"(0-{expression(of, names)})"
        case Binary(operator=operator, left=left, right=right):
            return f"({expression(left, names)}{_SIGNS.get(operator, operator)}{expression(right, names)})"
        case Call(function="round", arguments=(inside,), digits=digits):
            return f"ROUND({expression(inside, names)},{digits})"
        case Call(function=function, arguments=arguments):
            return f"{function.upper()}({','.join(expression(each, names) for each in arguments)})"
        case Comparison(terms=terms, relations=relations):
            texts = [f"ROUND({expression(term, names)},9)" for term in terms]
            pairs = [
                f"{left}{_RELATIONS.get(relation, relation)}{right}"
                for left, relation, right in zip(texts, relations, texts[1:], strict=False)
            ]
            return _every(pairs)
        case Junction(word="and", terms=terms):
            return _every([expression(term, names) for term in terms])
        case Junction(terms=terms):
            *first, found = [expression(term, names) for term in terms]
            for each in reversed(first):
                found = f"IF({each},TRUE,{found})"
            return found
        case Not(of=of):
            return f"NOT({expression(of, names)})"
        case Choice(then=then, condition=condition, other=other):
            parts = (expression(each, names) for each in (condition, then, other))
            return f"IF({','.join(parts)})"
        case _:
            raise TypeError(type(node).__name__)


def _every(conditions: list[str]) -> str:
    """All of them, looking at none after the first that fails."""
    *first, found = conditions
    for each in reversed(first):
        found = f"IF({each},{found},FALSE)"
    return found
