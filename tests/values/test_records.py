"""Records: read, written and described as a model of the same fields would be."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from parindex.model.sheet import CiteLine, FactLine, Line, StepLine, SumLine, Totals
from parindex.values.records import Record, from_json, model_of, to_data, to_json

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=-(10**9), max_value=10**9)
CITE = CiteLine(plan="p", title="Kế hoạch “CCHC”", section="II.3.1", locator="tỷ lệ\n98%\t\\")


class Node(Record, frozen=True, kw_only=True, rename={"of": "self"}):
    of: int = 1
    below: tuple[Node, ...] = ()
    words: dict[str, str] = {}
    last: Node | None = None


def test_a_record_comes_back_as_it_was() -> None:
    node = Node(of=2, below=(Node(below=(Node(of=5),)), Node(words={"a": "b"})), last=Node())
    text = to_json(node)
    assert json.loads(text)["below"][0]["below"][0] == {"self": 5, "below": [], "words": {}, "last": None}
    assert from_json(Node, text) == node
    assert from_json(Node, to_json(node, indent=2)) == node
    assert json.loads(to_json(node, indent=2)) == json.loads(text) == to_data(node)
    assert to_data(Node(), whole=False) == {"self": 1, "below": [], "words": {}}


def test_records_are_written_as_pydantic_writes() -> None:
    step = StepLine(what="a", data={"n": Decimal("98.50"), "yes": True}, words={"w": "ế"}, sum=Decimal("1E+2"))
    for record in (CITE, step):
        model = model_of(type(record)).model_validate_json(to_json(record))
        assert to_json(record) == model.model_dump_json(by_alias=True)
        assert to_json(record, indent=2) == model.model_dump_json(by_alias=True, indent=2)


def test_numbers_are_exact_and_plain() -> None:
    sum_ = SumLine(op="times", terms=(Decimal("4.00"), Decimal("1E+3"), SumLine(op="over", terms=(Decimal("-0"),))))
    assert to_data(sum_)["terms"] == ["4", "1000", {"op": "over", "terms": ["0"]}]


@given(NUMBERS, NUMBERS)
def test_any_number_comes_back(a: Decimal, b: Decimal) -> None:
    fact = FactLine(indicator="i", name="n", value=a, numerator=b)
    assert from_json(FactLine, to_json(fact)) == fact


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"plan": "p", "title": "t", "section": "s"}', "locator"),
        ('{"plan": "p", "title": "t", "section": "s", "locator": "l", "more": 1}', "more"),
        ('{"plan": 1, "title": "t", "section": "s", "locator": "l"}', "plan"),
    ],
)
def test_what_is_no_record_is_refused_at_its_place(text: str, where: str) -> None:
    with pytest.raises(ValidationError) as error:
        from_json(CiteLine, text)
    assert error.value.errors()[0]["loc"] == (where,)


def test_an_error_deep_in_a_record_is_placed() -> None:
    line = Line(code="1", name="n", level="leaf", max=Decimal(4), steps=(StepLine(what="a"),))
    data = to_data(line)
    data["steps"][0]["sum"] = "four"
    with pytest.raises(ValidationError) as error:
        from_json(Line, json.dumps(data))
    assert error.value.errors()[0]["loc"][:3] == ("steps", 0, "sum")


def test_but_changes_what_it_names() -> None:
    other = CITE.but(section="III")
    assert (other.section, other.plan, CITE.section) == ("III", "p", "II.3.1")
    with pytest.raises(TypeError):
        CITE.but(nothing=1)
    with pytest.raises(TypeError):
        Totals(max=Decimal(1))  # type: ignore[call-arg]
