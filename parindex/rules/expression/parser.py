"""From the words of a formula to its parts, by recursive descent.

expression  = either [ "if" either "else" expression ]
either      = both { "or" both }
both        = denial { "and" denial }
denial      = "not" denial | comparison
comparison  = sum { ("==" | "!=" | "<" | "<=" | ">" | ">=") sum }
sum         = product { ("+" | "-") product }
product     = signed { ("×" | "÷") signed }
signed      = ("-" | "+") signed | atom
atom        = number | "true" | "false" | name | function "(" expression { "," expression } ")"
            | "(" expression ")"
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Literal, cast, get_args

from pydantic_core import PydanticCustomError

from parindex.rules.expression.errors import (
    MAX_DEPTH,
    MAX_NODES,
    lacking,
    misplaced,
    no_function,
    too_deep,
    too_many,
    wrong_arguments,
)
from parindex.rules.expression.nodes import (
    Arithmetic,
    Binary,
    Call,
    Choice,
    Comparison,
    Function,
    Junction,
    Literally,
    Name,
    Negative,
    Node,
    Not,
    Relation,
    depth,
)
from parindex.rules.expression.tokens import Token, tokens
from parindex.rules.expression.types import check_types

_RELATIONS = frozenset(get_args(Relation))
MAX_DIGITS = 6
"""Decimals that ``round`` may keep."""


@lru_cache(maxsize=256)
def parse(text: str) -> Node:
    """The formula's parts; raises ``PydanticCustomError`` ``formula_…`` with the position of what is wrong."""
    node = _Parser(text).whole()
    if depth(node) > MAX_DEPTH:
        raise too_deep()
    check_types(node)
    return node


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._place = 0
        self._depth = 0
        self._nodes = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def whole(self) -> Node:
        node = self._expression()
        if self._next.kind != "end":
            raise self._misplaced(self._next)
        return node

    def _misplaced(self, token: Token) -> PydanticCustomError:
        return misplaced(token.at, self._text[token.start : token.end])

    def _take(self) -> Token:
        token = self._next
        self._place += 1
        return token

    def _is(self, *texts: str) -> bool:
        return self._next.kind in ("sign", "word") and self._next.text in texts

    def _expect(self, text: str) -> Token:
        if not self._is(text):
            raise lacking(self._next.at, text)
        return self._take()

    def _made(self, node: Node) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise too_many()
        return node

    def _deeper(self, parse_part: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep()
        node = parse_part()
        self._depth -= 1
        return node

    def _expression(self) -> Node:
        return self._deeper(self._choice)

    def _choice(self) -> Node:
        then = self._joined("or", lambda: self._joined("and", self._denial))
        if not self._is("if"):
            return then
        self._take()
        condition = self._joined("or", lambda: self._joined("and", self._denial))
        self._expect("else")
        other = self._expression()
        return self._made(Choice(then.start, other.end, then, condition, other))

    def _joined(self, word: Literal["and", "or"], parse_part: Callable[[], Node]) -> Node:
        terms = [parse_part()]
        while self._is(word):
            self._take()
            terms.append(parse_part())
        if len(terms) == 1:
            return terms[0]
        return self._made(Junction(terms[0].start, terms[-1].end, word, tuple(terms)))

    def _denial(self) -> Node:
        if not self._is("not"):
            return self._comparison()
        start = self._take().start
        of = self._deeper(self._denial)
        return self._made(Not(start, of.end, of))

    def _comparison(self) -> Node:
        terms, relations = [self._sum()], []
        while self._next.kind == "sign" and self._next.text in _RELATIONS:
            relations.append(cast(Relation, self._take().text))
            terms.append(self._sum())
        if not relations:
            return terms[0]
        return self._made(Comparison(terms[0].start, terms[-1].end, tuple(terms), tuple(relations)))

    def _sum(self) -> Node:
        return self._binary(("+", "-"), self._product)

    def _product(self) -> Node:
        return self._binary(("×", "÷"), self._signed)

    def _binary(self, operators: tuple[str, ...], parse_part: Callable[[], Node]) -> Node:
        node = parse_part()
        while self._is(*operators):
            operator = cast(Arithmetic, self._take().text)
            right = parse_part()
            node = self._made(Binary(node.start, right.end, operator, node, right))
        return node

    def _signed(self) -> Node:
        if not self._is("-", "+"):
            return self._atom()
        sign = self._take()
        of = self._deeper(self._signed)
        return self._made(Negative(sign.start, of.end, of)) if sign.text == "-" else of

    def _atom(self) -> Node:
        token = self._take()
        match token:
            case Token("number", text):
                return self._made(Literally(token.start, token.end, Decimal(text)))
            case Token("word", "true" | "false"):
                return self._made(Literally(token.start, token.end, token.text == "true"))
            case Token("name", text) if self._is("("):
                return self._call(token, text)
            case Token("name", text):
                name, _, part = text.partition(".")
                return self._made(Name(token.start, token.end, name, part or None))
            case Token("sign", "("):
                inside = self._expression()
                self._expect(")")
                return inside
        raise self._misplaced(token)

    def _call(self, token: Token, name: str) -> Node:
        if name not in get_args(Function):
            raise no_function(token.at, name)
        function = cast(Function, name)
        self._expect("(")
        arguments = [self._expression()]
        while self._is(","):
            self._take()
            arguments.append(self._expression())
        end = self._expect(")").end
        if function != "round":
            if len(arguments) < 2:
                raise wrong_arguments(token.at, name)
            return self._made(Call(token.start, end, function, tuple(arguments)))
        return self._made(Call(token.start, end, function, (arguments[0],), self._digits(token, arguments)))

    def _digits(self, token: Token, arguments: list[Node]) -> int:
        match arguments:
            case [_]:
                return 0
            case [_, Literally(value=Decimal() as digits)] if digits in range(MAX_DIGITS + 1):
                return int(digits)
        raise wrong_arguments(token.at, token.text)
