"""What officers type, and what is made of it: one reading, or none."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.jobs.forms_book import Cell
from parindex.jobs.forms_values import Problem, read_value
from parindex.locale.formats import day, number
from parindex.reports.forms.cells import CHOICES, Field, Kind
from parindex.values.numbers import plain


def typed(kind: Kind, value: Any, documents: tuple[str, ...] = ("bc-212", "kh-05")) -> str | Problem:
    return read_value(Field("s", "r", "c", ("a",), kind), Cell("f: S!A1", value), documents)


def code(found: str | Problem) -> str:
    assert isinstance(found, Problem), found
    return found.code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1164.0, "1164"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        ("98,5", "98.5"),
        ("98.5", "98.5"),
        ("1.176,50", "1176.5"),
        ("1,176.50", "1176.5"),
        ("1.234.567", "1234567"),
        ("1 200", "1200"),
        ("1\u00a0200", "1200"),
        (" 12 ", "12"),
        ("-3", "-3"),
        ("0,500", "0.5"),
        ("", ""),
        ("  ", ""),
        (None, ""),
    ],
)
def test_numbers(value: Any, expected: str) -> None:
    assert typed("number", value) == expected


@pytest.mark.parametrize("value", ["1.200", "1,200", "12.345"])
def test_numbers_with_two_readings_are_not_guessed(value: str) -> None:
    assert code(typed("number", value)) == "E173"
    # Cases are whole, so one of the readings falls away.
    assert typed("whole", value) == value.replace(".", "").replace(",", "")


@pytest.mark.parametrize("value", [0.5, "0,5", "1,25", -2.5])
def test_half_a_case_is_refused(value: Any) -> None:
    assert code(typed("whole", value)) == "E160"
    assert typed("whole", 2.0) == typed("whole", "2") == "2"


def test_a_whole_number_may_have_two_readings_too() -> None:
    assert code(typed("whole", "999,000")) == "E173"  # 999 thousand, or 999 with its decimals


@pytest.mark.parametrize(
    "value", ["nhiều", "12a", "1.2.3", "1,2,3", "1.23.456", "--1", "97%", date(2023, 1, 5), False, "½"]
)
def test_what_is_no_number(value: Any) -> None:
    assert code(typed("number", value)) == "E172"


def test_percents_may_carry_their_sign_in_text_but_not_in_the_format() -> None:
    assert typed("percent", "97,5 %") == "97.5"
    assert typed("percent", 97.5) == "97.5"
    shown = read_value(Field("s", "r", "c", ("a",), "percent"), Cell("", 0.975, percent=True), ())
    assert isinstance(shown, Problem)
    assert shown.data == {"value": "97,5%", "right": "97,5"}


@given(st.decimals(0, 10**9, places=2))
def test_a_printed_number_is_read_back_or_refused_never_changed(value: Decimal) -> None:
    for text in (number(value), plain(value), format(value, ",f"), format(value, "f")):
        found = typed("number", text)
        if isinstance(found, Problem):
            assert found.code == "E173"
            assert plain(value) in (plain(Decimal(str(found.data["one"]))), str(found.data["other"]).replace(",", "."))
        else:
            assert found == plain(value)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_days(value: date) -> None:
    texts = (
        day(value),
        value.isoformat(),
        f"{value.day}-{value.month}-{value.year}",
        f"{value.day}.{value.month}.{value.year}",
        f"{value.day} / {value.month} / {value.year}",
        f"{value:%Y/%m/%d}",
        f"{day(value)} 00:00",
        f"{value.isoformat()}T00:00:00",
    )
    for text in (
        *texts,
        f"ngày {value.day:02} tháng {value.month} năm {value.year}",
        value,
        datetime.combine(value, datetime.min.time()),
    ):
        assert typed("day", text) == value.isoformat()


@pytest.mark.parametrize(
    "value", ["31/02/2023", "15/1/23", "44941", 44941.0, 20230115.0, "hôm qua", True, "2023", "01/2023"]
)
def test_what_is_no_day(value: Any) -> None:
    assert code(typed("day", value)) == "E174"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("Có", "true"), ("có", "true"), ("CÓ", "true"), ("x", "true"), ("✓", "true"), (True, "true"), (1.0, "true"),
     (unicodedata.normalize("NFD", "Không"), "false"), ("khong", "false"), (False, "false"), ("0", "false")],
)  # fmt: skip
def test_yes_and_no(value: Any, expected: str) -> None:
    assert typed("yes-no", value) == expected
    assert typed("tick", value) == expected


def test_choices() -> None:
    for kind, options in CHOICES.items():
        for value, label in options.items():
            assert typed(kind, label) == value
        assert code(typed(kind, "lạ")) == "E175"
    assert code(typed("form", True)) == "E175"


def test_texts_keep_what_is_typed() -> None:
    assert typed("text", "=1+1") == "=1+1"
    assert typed("text", 212.0) == "212"
    assert typed("text", unicodedata.normalize("NFD", "Ủy ban")) == "Ủy ban"
    assert typed("text", "hai\r\ndòng ") == "hai\ndòng"
    assert code(typed("text", date(2023, 5, 1))) == "E177"
    assert code(typed("text", "a\x07")) == "E189"
    assert code(typed("text", "a\u2028b")) == "E189"


def test_what_is_one_line_by_nature_is_read_as_one() -> None:
    pasted = Cell("f: S!A1", " Báo cáo\r\nkiểm  soát\tTTHC ")
    title = Field("s", "r", "c", ("documents", "+1", "title"), "text")
    assert read_value(title, pasted, ()) == "Báo cáo kiểm soát TTHC"
    place = Field("s", "r", "c", ("facts", "tthc.on-time", "evidence", 0, "at"), "text")
    assert read_value(place, Cell("f: S!A1", "mục 2,\ntrang 3"), ()) == "mục 2, trang 3"
    explained = Field("s", "r", "c", ("explanations", "3.1.2"), "text")
    assert read_value(explained, pasted, ()) == "Báo cáo\nkiểm  soát\tTTHC"
    old = Field("s", "r", "c", ("documents", "bc-212", "title"), "text", "Báo cáo\nkiểm  soát\tTTHC")
    assert read_value(old, pasted, ()) == old.base


def test_documents() -> None:
    assert typed("document", " BC-212 ") == "bc-212"
    missing = typed("document", "bc-213")
    assert isinstance(missing, Problem)
    assert (missing.code, missing.data["close"]) == ("E179", "bc-212")
    assert typed("document-id", "QD-09") == "qd-09"
    wrong = typed("document-id", "Quyết định 09/QĐ")
    assert isinstance(wrong, Problem)
    assert (wrong.code, wrong.data["right"]) == ("E178", "quyet-dinh-09-qd")


def test_merged_cells_and_errors_come_first() -> None:
    field = Field("s", "r", "c", ("a",), "number")
    assert code(read_value(field, Cell("", 1.0, merged=True), ())) == "E170"
    assert code(read_value(field, Cell("", "", error="#N/A"), ())) == "E171"


@pytest.mark.parametrize("typed", ["-", " – ", "—", "/", "…", "..."])
def test_a_dash_says_nothing(typed: str) -> None:
    kinds: tuple[Kind, ...] = ("text", "lines", "day", "document", "document-id")
    for kind in kinds:
        assert read_value(Field("s", "r", "c", ("explanations", "1"), kind), Cell("", typed), ()) == ""
    # A number that is a dash may be 0 or not known: it is asked about. A choice knows the dash as its «Không».
    assert code(read_value(Field("s", "r", "c", ("a",), "number"), Cell("", typed), ())) == "E172"
    kept = Field("s", "r", "c", ("a",), "text", base=typed.strip())
    assert read_value(kept, Cell("", typed), ()) == typed.strip()
