"""The reader under libyaml's parser and the pure one: the same data, the same errors at the same places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.files import parsers
from parindex.files.document import Document
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import MAX_DEPTH, read
from parindex.values.findings import Place

GOOD = """\
kind: unit
format: 1
unit: {id: phu-son, name: UBND phường Phú Sơn, level: commune}
documents:
  kh-05:
    number: 05/KH-UBND
    date: 2023-01-12
    title: "Kế hoạch\\tnăm 2023"
facts:
  tthc.on-time:
    values: {numerator: 1164, denominator: 1200}
    evidence:
      - doc: kh-05
        at: mục 2, trang 3
"""


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if request.param == "pure":
        monkeypatch.setattr(parsers, "C_PARSER", None)
    elif parsers.C_PARSER is None:
        pytest.skip("PyYAML without libyaml")
    yield request.param


both = pytest.mark.usefixtures("parser")


def data(text: str) -> Any:
    return read(text.encode(), "f.yaml").data


def place_of(text: str, *route: str | int, part: Any = "value") -> tuple[int, int, int | None]:
    place = read(text.encode(), "f.yaml").place(route, part)
    return place.line, place.column, place.end_column


def refusal(content: str | bytes) -> tuple[str, int | None, int | None]:
    content = content.encode() if isinstance(content, str) else content
    with pytest.raises(Unusable) as caught:
        read(content, "f.yaml")
    (finding,) = caught.value.findings
    assert finding.file == "f.yaml"
    place = finding.place
    return (finding.code, place.line, place.column) if place else (finding.code, None, None)


@both
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 00123", "00123"),
        ("a: no", "no"),
        ("a: 12:30:45", "12:30:45"),
        ("a: 21.00", "21.00"),
        ("a: 2023-01-15", "2023-01-15"),
        ("a: 0x1F", "0x1F"),
        ("a: 1_000", "1_000"),
        ("a: =", "="),
        ("a: true", True),
        ("a: false", False),
        ("a: null", None),
        ("a: ~", None),
        ("a:", None),
        ("a: # nothing", None),
        ("a: True", "True"),
        ("a: 'true'", "true"),
        ('a: "null"', "null"),
        ("a: ''", ""),
        ("a: |\n  true\n", "true\n"),
        ("a: [x, {b: 1}]", ["x", {"b": "1"}]),
        ('a: "x\\ty"', "x\ty"),
        ('a: "x\ty"', "x\ty"),
        ("a: x # c\tc", "x"),
        ("a: 🙂 \U00020000", "🙂 \U00020000"),
        ("\ufeffa: x", "x"),
        ("a: x\r\nb: y\r\n", "x"),
        ("a: x\rb: y\r", "x"),
        ("---\na: x\n...\n", "x"),
        ("a: {b: 1, c:[x]}", {"b": "1", "c": ["x"]}),
    ],
)
def test_scalars_stay_text_but_for_the_plain_words(text: str, value: Any) -> None:
    assert data(text)["a"] == value
    assert type(data(text)["a"]) is type(value)


@both
def test_keys_are_text() -> None:
    assert data("1: a\ntrue: b\n~: c\n2023-01-01: d\n") == {"1": "a", "true": "b", "~": "c", "2023-01-01": "d"}
    assert data("'<<': a") == {"<<": "a"}


@both
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "E108", 1, 1),
        (" \n\n", "E108", 1, 1),
        ("# chỉ có ghi chú\n", "E108", 1, 1),
        ("---\n", "E108", 1, 1),
        ("--- # x\n...\n", "E108", 1, 1),
        ("a: 1\nb: 2\na: 3\n", "E112", 3, 1),
        ("x:\n  a: 1\n  a: 1\n", "E112", 3, 3),
        ("x: {é: 1, é: 2}\n", "E112", 1, 11),
        ("a: 1\n'a': 2\n", "E112", 2, 1),
        ("a: &x 1\n", "E113", 1, 4),
        ("&x a: 1\n", "E113", 1, 1),
        ("a: &x\n  b: 1\n", "E113", 1, 4),
        ("a: &x [1]\n", "E113", 1, 4),
        ("a: 1\nb: *a\n", "E114", 2, 4),
        ("a: [1, *a]\n", "E114", 1, 8),
        ("*a : 1\n", "E114", 1, 1),
        ("a: !!str 1\n", "E115", 1, 4),
        ("a: !x {b: 1}\n", "E115", 1, 4),
        ("a: ! b\n", "E115", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "E115", 1, 4),
        ("<<: {a: 1}\n", "E116", 1, 1),
        ("a: {<<: {b: 1}}\n", "E116", 1, 5),
        ("a: 1\n---\nb: 1\n", "E117", 2, 1),
        ("a: 1\n...\nb: 1\n", "E117", 3, 1),
        ("%YAML 1.1\n---\na: 1\n", "E119", 1, 1),
        ("# c\n\n%TAG ! x\n---\na: 1\n", "E119", 3, 1),
        ("? [a]\n: b\n", "E120", 1, 3),
        ("{[a]: b}\n", "E120", 1, 2),
        ('a: "x\nb: 1\n', "E121", 1, 4),
        ("a: 1\nb: 'x\n", "E121", 2, 4),
        ("a: [1, 2\nb: 3\n", "E122", 1, 4),
        ("a: {b: 1\n", "E122", 1, 4),
        ("a: Kế hoạch: số 5\n", "E123", 1, 12),
        ("a: [b? c, d]\n", "E122", 1, 4),
        ("a: 1\n b: 2\n", "E123", 2, 3),
        ("a: 1\nb\n", "E124", 3, 1),
        ("- a\nb: 1\n", "E125", 2, 1),
        ('a: "x" y\n', "E125", 1, 8),
        ("a: [1]]\n", "E125", 1, 7),
        ("a: @x\n", "E126", 1, 4),
        ("a: %x\n", "E126", 1, 4),
        ("a: `x`\n", "E126", 1, 4),
        ('a: "C:\\qux"\n', "E127", 1, 7),
        ('a: "\\xZZ"\n', "E127", 1, 5),
        ('é: ["\\U00110000"]\n', "E127", 1, 6),
        ("a: ]\n", "E128", 1, 4),
        ("a: - b\n", "E129", 1, 4),
        ("a: |x\n  b\n", "E130", 1, 5),
        ("a:\t1\n", "E111", 1, 3),
        ("\ta: 1\n", "E111", 1, 1),
        ("a:\n\t- b\n", "E111", 2, 1),
        ("a: 1\t\n", "E111", 1, 5),
        ("a: b\tc\n", "E111", 1, 5),
        ("a: x\x07y\n", "E107", 1, 5),
        ("b: 1\na: x\x1b[0m\n", "E107", 2, 5),
        ("a: x\x0cy\n", "E107", 1, 5),
        ("a: x\x7fy\n", "E107", 1, 5),
        ("a: x\ufeffy\n", "E107", 1, 5),
        ('a: "x\\a"\n', "E107", 1, 4),
        ('a: "\\0"\n', "E107", 1, 4),
        ('a: "\\ud83d\\ude00"\n', "E107", 1, 4),
        ('"\\N": x\n', "E107", 1, 1),
        ("a: x\x85y\n", "E109", 1, 5),
        ("a: 1\nb: x\u2028y\n", "E109", 2, 5),
        ("a: x\u2029y\n", "E109", 1, 5),
    ],
)
def test_refusals_have_a_code_and_a_place(text: str, code: str, line: int, column: int) -> None:
    assert refusal(text) == (code, line, column)


@both
@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"a: 1\nb: \x00x\n", "E105", 2, 4),
        (b"PK\x03\x04\x00", "E105", 1, 5),
        ("é: ".encode() + b"\xe1x\n", "E106", 1, 4),
        (b"\xef\xbb\xbfa: 1\nb: \xff\n", "E106", 2, 4),
        ("a: Hồ sơ".encode("utf-16"), "E106", 1, 1),
        (b"a: H\xf4 s\n", "E106", 1, 5),
    ],
)
def test_bytes_that_are_no_text(content: bytes, code: str, line: int, column: int) -> None:
    assert refusal(content) == (code, line, column)


@both
def test_the_wrong_byte_is_named() -> None:
    with pytest.raises(Unusable) as caught:
        read("é\n".encode() + b"a: \xfe\n", "f")
    assert dict(caught.value.findings[0].data) == {"byte": "0xFE", "offset": 7}
    with pytest.raises(Unusable) as caught:
        read(b"\xef\xbb\xbfa: \xfe\n", "f")
    assert dict(caught.value.findings[0].data) == {"byte": "0xFE", "offset": 7}


@both
def test_depth_is_bounded() -> None:
    assert data("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH)
    assert refusal("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ("E118", 1, MAX_DEPTH + 1)
    block = "".join("  " * level + "a:\n" for level in range(MAX_DEPTH)) + "  " * MAX_DEPTH + "b: 1\n"
    assert refusal(block) == ("E118", MAX_DEPTH + 1, 2 * MAX_DEPTH + 1)
    assert refusal("[" * 100_000) == ("E118", 1, MAX_DEPTH + 1)


@both
def test_size_is_bounded() -> None:
    assert refusal(b"# " + b"x" * (5 * 1024 * 1024)) == ("E104", None, None)


@both
def test_places_of_keys_and_values() -> None:
    assert place_of(GOOD, "kind") == (1, 7, 11)
    assert place_of(GOOD, "kind", part="key") == (1, 1, 5)
    assert place_of(GOOD, "unit", "name") == (3, 27, 46)
    assert place_of(GOOD, "unit", "level", part="key") == (3, 48, 53)
    assert place_of(GOOD, "documents", "kh-05", "title") == (8, 12, 32)
    assert place_of(GOOD, "facts", "tthc.on-time") == (11, 5, None)
    assert place_of(GOOD, "facts", "tthc.on-time", part="key") == (10, 3, 15)
    assert place_of(GOOD, "facts", "tthc.on-time", "evidence", 0, "at") == (14, 13, 27)


@both
def test_a_route_beyond_the_file_gives_the_mapping_that_lacks_it() -> None:
    assert place_of(GOOD, "facts", "tthc.on-time", "values", "percent") == (11, 13, None)
    assert place_of(GOOD, "facts", "tthc.on-time", "evidence", 7, "doc") == (13, 7, None)
    assert place_of(GOOD, "plans", 0) == (1, 1, None)
    assert place_of("a: x", "a", "b") == (1, 4, 5)


@both
def test_a_place_carries_its_line_under_any_line_ends() -> None:
    for end in ("\n", "\r\n", "\r"):
        document = read(("\ufeff" + GOOD.replace("\n", end)).encode(), "f")
        assert document.place(("documents", "kh-05", "date")) == Place(7, 11, 21, "    date: 2023-01-12")


@both
def test_an_empty_value_has_a_place() -> None:
    assert place_of("a: 1\nnumber:   # trống\n", "number") == (2, 8, None)


@both
def test_a_text_over_several_lines_ends_on_its_first() -> None:
    assert place_of("a: |\n  x\n  y\n", "a") == (1, 4, None)


@both
def test_columns_count_characters() -> None:
    assert place_of("é: {'🙂': x, Ệ: y}", "é", "Ệ") == (1, 16, 17)


ALPHABET = st.sampled_from(
    [*"ab:-?,[]{}#&*!|>'\"%@`\\ \n\t0é\r\ufeff\u2028", "- ", ": ", "\n  ", "---\n", "<<: ", "a: b\n"]
)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(st.lists(ALPHABET, max_size=25).map("".join), st.text(max_size=40)))
def test_any_text_gives_a_document_or_a_finding_with_a_place(text: str) -> None:
    try:
        content = text.encode()
    except UnicodeEncodeError:
        content = text.encode("utf-8", "surrogatepass")
    assert_safe(content)


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=60))
def test_any_bytes_give_a_document_or_a_finding(content: bytes) -> None:
    assert_safe(content)


@settings(max_examples=300, deadline=None)
@given(
    start=st.integers(0, len(GOOD)), length=st.integers(0, 4), put=st.one_of(st.just(""), ALPHABET), again=st.booleans()
)
def test_a_mutated_file_means_the_same_to_both_parsers(start: int, length: int, put: str, again: bool) -> None:
    text = GOOD[:start] + put + GOOD[start + length :]
    content = (text + GOOD if again else text).encode()
    assert outcome(content) == outcome(content, pure=True)


def assert_safe(content: bytes) -> None:
    result = outcome(content)
    assert result == outcome(content, pure=True)
    if isinstance(result, tuple):
        assert result[0].startswith("E1")


def outcome(content: bytes, pure: bool = False) -> Any:
    kept = parsers.C_PARSER
    try:
        parsers.C_PARSER = None if pure else kept
        document = read(content, "f")
    except Unusable as error:
        finding = error.findings[0]
        assert finding.place is not None
        # The place is inside the file, or just after the end of a line.
        assert finding.place.line >= 1
        assert 1 <= finding.place.column <= len(finding.place.text) + 1
        return finding.code, finding.place, dict(finding.data)
    finally:
        parsers.C_PARSER = kept
    assert isinstance(document, Document)
    check_places(document, document.data, ())
    return document.data


def check_places(document: Document, value: Any, route: tuple[str | int, ...]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            place = document.place((*route, key), "key")
            if place.end_column and key == place.text[place.column - 1 : place.end_column - 1]:
                assert place.line <= len(document.lines)
            check_places(document, item, (*route, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            check_places(document, item, (*route, index))
    elif isinstance(value, str):
        place = document.place(route)
        shown = place.text[place.column - 1 : (place.end_column or 0) - 1]
        if place.end_column and shown[:1] not in ("'", '"', "|", ">"):
            assert shown == value


def test_pyyaml_itself_would_have_misread() -> None:
    """Why the reader exists: what the safe loader makes of the same text."""
    loaded = yaml.safe_load("a: 00123\nb: no\nc: 1\nc: 2\n")
    assert loaded == {"a": 83, "b": False, "c": 2}
