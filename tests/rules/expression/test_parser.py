"""The language: what it reads, and where it says what is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from parindex.rules.expression.errors import MAX_DEPTH, MAX_LENGTH, MAX_NODES
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
    depth,
    parts,
)
from parindex.rules.expression.parser import parse
from parindex.rules.expression.tokens import tokens


def shape(node: Node) -> Any:
    """The tree as nested words."""
    match node:
        case Literally(value=value):
            return str(value)
        case Name(name=name, part=part):
            return f"{name}.{part}" if part else name
        case Negative(of=of):
            return ("neg", shape(of))
        case Not(of=of):
            return ("not", shape(of))
        case Binary(operator=operator, left=left, right=right):
            return (operator, shape(left), shape(right))
        case Comparison(terms=terms, relations=relations):
            return (*relations, *map(shape, terms))
        case Junction(word=word, terms=terms):
            return (word, *map(shape, terms))
        case Call(function=function, arguments=arguments, digits=digits):
            return (function, digits, *map(shape, arguments))
        case Choice(then=then, condition=condition, other=other):
            return ("if", shape(condition), shape(then), shape(other))
    raise AssertionError(node)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1", "1"),
        ("0.50", "0.50"),
        (" a ", "a"),
        ("a.numerator", "a.numerator"),
        ("1 + 2 * 3", ("+", "1", ("×", "2", "3"))),
        ("(1 + 2) × 3", ("×", ("+", "1", "2"), "3")),
        ("1 - 2 - 3", ("-", ("-", "1", "2"), "3")),
        ("1 − 2", ("-", "1", "2")),
        ("8 / 4 ÷ 2", ("÷", ("÷", "8", "4"), "2")),
        ("-a * 2", ("×", ("neg", "a"), "2")),
        ("- -1", ("neg", ("neg", "1"))),
        ("+1", "1"),
        ("min(a, b, 3)", ("min", 0, "a", "b", "3")),
        ("round(a)", ("round", 0, "a")),
        ("round(a / 3, 2)", ("round", 2, ("÷", "a", "3"))),
        ("1 if a >= 2 else 0", ("if", (">=", "a", "2"), "1", "0")),
        ("1 if a ≥ 2 else 0", ("if", (">=", "a", "2"), "1", "0")),
        ("1 if a ≤ 2 else 0", ("if", ("<=", "a", "2"), "1", "0")),
        ("1 if a ≠ 2 else 0", ("if", ("!=", "a", "2"), "1", "0")),
        ("1 if 70 <= a < 80 else 0", ("if", ("<=", "<", "70", "a", "80"), "1", "0")),
        ("1 if a else 2 if b else 3", ("if", "a", "1", ("if", "b", "2", "3"))),
        ("(1 if a else 2) if b else 3", ("if", "b", ("if", "a", "1", "2"), "3")),
        ("1 if a or b and not c else 0", ("if", ("or", "a", ("and", "b", ("not", "c"))), "1", "0")),
        ("1 if (a or b) and c else 0", ("if", ("and", ("or", "a", "b"), "c"), "1", "0")),
        ("1 if not a == 2 else 0", ("if", ("not", ("==", "a", "2")), "1", "0")),
        ("1 if true else 0", ("if", "True", "1", "0")),
        ("points*a/100", ("÷", ("×", "points", "a"), "100")),
        ("1\n+\t2", ("+", "1", "2")),
        ("1" * 30, "1" * 30),
        ("round(a, 6)", ("round", 6, "a")),
        ("min (1, 2)", ("min", 0, "1", "2")),
        ("min + max", ("+", "min", "max")),  # without parentheses they are names
    ],
)
def test_trees(text: str, tree: Any) -> None:
    assert shape(parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "error", "at"),
    [
        ("", "formula_end", 1),
        ("1 +", "formula_end", 4),
        ("points * * a", "formula_syntax", 10),
        ("1 2", "formula_syntax", 3),
        ("a b", "formula_syntax", 3),
        (")", "formula_syntax", 1),
        ("1 if", "formula_end", 5),
        ("if a", "formula_syntax", 1),
        ("98,5", "formula_syntax", 3),  # a decimal comma
        ("1 if a", "formula_lacks", 7),
        ("1 if a else", "formula_end", 12),
        ("(1 + 2", "formula_lacks", 7),
        ("min(1, 2", "formula_lacks", 9),
        ("min(1,)", "formula_syntax", 7),
        ("90%", "formula_character", 3),
        ("2 ^ 3", "formula_character", 3),
        ("1 if a = 2 else 0", "formula_character", 8),
        ("1 if a & b else 0", "formula_character", 8),
        ("tỷ_lệ", "formula_character", 2),
        ("'x'", "formula_character", 1),
        ("a[0]", "formula_character", 2),
        ("a.b.c", "formula_character", 4),
        ("__import__('os')", "formula_character", 12),
        ("__import__(os)", "formula_function", 1),
        ("1.176.5", "formula_number", 1),
        ("1.", "formula_number", 1),
        ("007", "formula_number", 1),
        ("1" * 31, "formula_number", 1),
        ("1 + sqrt(4)", "formula_function", 5),
        ("a.numerator(1)", "formula_function", 1),
        ("1 + min(2)", "formula_arguments", 5),
        ("round(1, 2, 3)", "formula_arguments", 1),
        ("round(1, 7)", "formula_arguments", 1),
        ("round(1, 0.5)", "formula_arguments", 1),
        ("round(1, a)", "formula_arguments", 1),
        ("round(1, true)", "formula_arguments", 1),
        ("round(1, -1)", "formula_arguments", 1),
        ("a > 3", "formula_needs_number", 1),
        ("true", "formula_needs_number", 1),
        ("1 + (a > 3)", "formula_needs_number", 6),
        ("1 if 2 else 3", "formula_needs_condition", 6),
        ("1 if points else 3", "formula_needs_condition", 6),
        ("1 if a.numerator else 3", "formula_needs_condition", 6),
        ("1 if a > 1 and 2 else 3", "formula_needs_condition", 16),
        ("1 if not 2 else 3", "formula_needs_condition", 10),
        ("1 if a > true else 3", "formula_needs_number", 10),
        ("(1 if a else true) + 1", "formula_needs_number", 14),
        ("(a if b else b > 1) + 1", "formula_needs_number", 2),
        ("(b > 1 if b else a) + 1", "formula_needs_number", 2),
        ("min(a > 1, 2)", "formula_needs_number", 5),
        ("-(a > 1)", "formula_needs_number", 3),
    ],
)
def test_errors_name_the_character(text: str, error: str, at: int) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse(text)
    assert caught.value.type == error
    assert caught.value.context is not None
    assert caught.value.context["position"] == at


def nested(levels: int) -> str:
    return "(" * levels + "1" + ")" * levels


@pytest.mark.parametrize(
    ("good", "bad", "error", "limit"),
    [
        ("1" + " " * (MAX_LENGTH - 1), "1" + " " * MAX_LENGTH, "formula_long", MAX_LENGTH),
        (nested(MAX_DEPTH - 1), nested(MAX_DEPTH), "formula_deep", MAX_DEPTH),
        ("-" * (MAX_DEPTH - 1) + "1", "-" * MAX_DEPTH + "1", "formula_deep", MAX_DEPTH),
        ("1 if " + "not " * 20 + "a else 0", "1 if " + "not " * 40 + "a else 0", "formula_deep", MAX_DEPTH),
        ("1 if a else " * 20 + "0", "1 if a else " * 35 + "0", "formula_deep", MAX_DEPTH),
        ("1+1-" * 10 + "1", "1+1-" * 30 + "1", "formula_deep", MAX_DEPTH),  # chains that take turns nest
        ("-1" + "+1" * 99, "1" + "+1" * 100, "formula_nodes", MAX_NODES),  # 100 numbers, 99 sums, one sign: 200
    ],
)
def test_bounds(good: str, bad: str, error: str, limit: int) -> None:
    parse(good)
    with pytest.raises(PydanticCustomError) as caught:
        parse(bad)
    assert caught.value.type == error
    assert caught.value.context == {"limit": limit}


def test_places_lead_back_to_the_text() -> None:
    text = "points * a / 100 if 90 <= a else min(a, 1)"
    node = parse(text)
    assert isinstance(node, Choice)
    assert text[node.condition.start : node.condition.end] == "90 <= a"
    assert text[node.then.start : node.then.end] == "points * a / 100"
    assert text[node.other.start : node.other.end] == "min(a, 1)"
    assert [part.name for part in parts(node) if isinstance(part, Name)] == ["points", "a", "a", "a"]


@pytest.mark.parametrize("text", ["70 <= a < 80", "a and b and c", "a or b or c", "not a", "-a > -2"])
def test_a_condition_is_shown_whole(text: str) -> None:
    node = parse(f"1 if {text} else 0")
    assert isinstance(node, Choice)
    assert (node.condition.start, node.condition.end) == (5, 5 + len(text))


def test_a_chain_counts_once_in_depth() -> None:
    assert depth(parse("1 + 2 + 3 + 4")) == 2
    assert depth(parse("1 + 2 - 3 + 4")) == 4
    assert depth(parse("1 - (2 - (3 - 4))")) == 4
    assert depth(parse("-(-1)")) == 3
    assert depth(parse("min(1, max(2, round(3)))")) == 4


def test_tokens_cover_the_text() -> None:
    text = "a.b >= 1.5"
    assert [(token.kind, text[token.start : token.end]) for token in tokens(text)] == [
        ("name", "a.b"),
        ("sign", ">="),
        ("number", "1.5"),
        ("end", ""),
    ]


@given(st.text(alphabet="ab.01 +-*/()<>=!,ifelsandortminrouxẠ%", max_size=60))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        node = parse(text)
    except PydanticCustomError as error:
        assert error.type.startswith("formula_")
        assert 1 <= (error.context or {}).get("position", 1) <= len(text) + 1
    else:
        assert 0 <= node.start < node.end <= len(text)
