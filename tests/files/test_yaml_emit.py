"""Data written as YAML reads back as the same data, in brackets and in blocks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.files.yaml_emit import WIDTH, inline, pair, scalar
from parindex.files.yaml_reader import read_text

SAFE = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff\x85")
TEXT = st.text(SAFE | st.sampled_from("\n\t,:#[]{}'\"-?&*!|>%@` 0")) | st.sampled_from(
    ["", "~", "null", "true", "no", "98.5", "2023-01-12", "a: b", "a #b", "-", "- a", "mục 2, trang 3", "00123"]
)
SCALAR = TEXT | st.booleans() | st.none()
DATA = st.recursive(SCALAR, lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXT, below, max_size=4))


def back(text: str) -> Any:
    return read_text(text, "-").data


@given(DATA)
def test_a_value_on_one_line_reads_back(value: Any) -> None:
    text = inline([value])
    assert "\n" not in text
    assert back(text) == [value]


@given(TEXT, DATA, st.integers(0, 6), st.sampled_from([None, True, False]))
def test_a_pair_in_a_block_reads_back(key: str, value: Any, indent: int, block: bool | None) -> None:
    assert back(pair(key, value, indent, block=block) + "\n") == {key: value}


@pytest.mark.parametrize(
    ("value", "flow", "text"),
    [
        ("1164", True, "1164"),
        ("2023-01-12", True, "2023-01-12"),
        ("mục 2, trang 3", True, '"mục 2, trang 3"'),
        ("mục 2, trang 3", False, "mục 2, trang 3"),
        ("12/KH-UBND", True, "12/KH-UBND"),
        ("no", False, '"no"'),  # other programs read false
        ("=1+1", False, '"=1+1"'),
        ("hai\ndòng", False, '"hai\\ndòng"'),
        (True, True, "true"),
        (None, True, "null"),
    ],
)
def test_scalars_are_written_as_officers_write_them(value: Any, flow: bool, text: str) -> None:
    assert scalar(value, flow=flow) == text


def test_a_fact_is_written_as_in_the_examples() -> None:
    fact = {"values": {"numerator": "1", "denominator": "2"}, "evidence": [{"doc": "a", "at": "mục 1, trang 2"}]}
    assert pair("tthc.on-time", fact, 2) == (
        '  tthc.on-time:\n    values: {numerator: 1, denominator: 2}\n    evidence: [{doc: a, at: "mục 1, trang 2"}]'
    )
    assert pair("pl-01", {"done": "2023-12-06", "evidence": [{"doc": "a"}]}, 0) == (
        "pl-01: {done: 2023-12-06, evidence: [{doc: a}]}"
    )


def test_a_long_collection_becomes_a_block() -> None:
    text = pair("kh-05", {"form": "link", "title": "dài " * 40 + "hết"}, 2)
    assert text.startswith("  kh-05:\n    form: link\n    title: dài")
    items = pair("evidence", [{"doc": "a", "at": "x" * WIDTH}, {"doc": "b"}], 0)
    assert items == f"evidence:\n  - doc: a\n    at: {'x' * WIDTH}\n  - {{doc: b}}"
