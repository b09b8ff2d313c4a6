"""What the text of a file means, field by field, and what is refused with the right form."""

from __future__ import annotations

import datetime as dates
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from parindex.values.fields import (
    Bound,
    Code,
    Day,
    Flag,
    Id,
    NotNegative,
    Number,
    PartialDate,
    Period,
    Sha256,
    Text,
    Year,
)
from parindex.values.periods import is_period, periods_of, quarters_of


def parse(type_: Any, value: Any) -> Any:
    return TypeAdapter(type_).validate_python(value)


def refusal(type_: Any, value: Any) -> tuple[str, Any]:
    with pytest.raises(ValidationError) as caught:
        parse(type_, value)
    (error,) = caught.value.errors()
    assert error["input"] is value
    return error["type"], error.get("ctx", {}).get("right")


@pytest.mark.parametrize("text", ["0", "12", "-3", "98.5", "21.00", "0.001", "1164"])
def test_numbers(text: str) -> None:
    assert str(parse(Number, text)) == text


@pytest.mark.parametrize(
    ("value", "kind", "right"),
    [
        ("98,5", "number_form", "98.5"),
        ("1.176,50", "number_form", "1176.50"),
        ("1 176,5", "number_form", "1176.5"),
        ("1.176.500", "number_expected", None),
        ("00123", "number_expected", None),
        ("1e3", "number_expected", None),
        (".5", "number_expected", None),
        ("5.", "number_expected", None),
        ("+5", "number_expected", None),
        (" 5", "number_expected", None),
        ("5\n", "number_expected", None),
        ("", "number_expected", None),
        ("NaN", "number_expected", None),
        ("Infinity", "number_expected", None),
        ("1_000", "number_expected", None),
        ("0x1F", "number_expected", None),
        ("١٢", "number_expected", None),
        ("12%", "number_expected", None),
        (True, "number_expected", None),
        (None, "number_expected", None),
        ([], "number_expected", None),
        (98.5, "number_expected", None),
        ("9" * 31, "number_long", None),
    ],
)
def test_no_numbers(value: Any, kind: str, right: str | None) -> None:
    assert refusal(Number, value) == (kind, right)


def test_bounds_of_numbers() -> None:
    assert parse(NotNegative, "0") == 0
    assert refusal(NotNegative, "-0.1")[0] == "greater_than_equal"
    assert parse(Year, "2023") == 2023
    assert refusal(Year, "1999")[0] == "greater_than_equal"
    assert refusal(Year, "2101")[0] == "less_than_equal"


@pytest.mark.parametrize("value", ["2_023", "2023.0", "02023", " 2023", "+2023", "2,023", "nay", True, 2023.0, []])
def test_no_whole_numbers(value: Any) -> None:
    assert refusal(Year, value) == ("whole_expected", None)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_a_number_keeps_its_value(value: Decimal) -> None:
    assert parse(Number, format(value, "f").replace("-0.0000", "0.0000")) == value


def test_days() -> None:
    assert parse(Day, "2024-02-29") == dates.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("value", "kind", "right"),
    [
        ("15/01/2023", "date_form", "2023-01-15"),
        ("5.1.2023", "date_form", "2023-01-05"),
        ("05-01-2023", "date_form", "2023-01-05"),
        ("2023-02-29", "date_unreal", None),
        ("12/31/2023", "date_unreal", None),
        ("31/02/2023", "date_unreal", None),
        ("1/1/0000", "date_unreal", None),
        ("2023-13-01", "date_unreal", None),
        ("2023-1-5", "date_expected", None),
        ("2023-01", "date_expected", None),
        ("2023-01-05T10:00", "date_expected", None),
        ("20230105", "date_expected", None),
        ("٢٠٢٣-٠١-٠٥", "date_expected", None),
        (20230105, "date_expected", None),
        (True, "date_expected", None),
        (None, "date_expected", None),
    ],
)
def test_no_days(value: Any, kind: str, right: str | None) -> None:
    assert refusal(Day, value) == (kind, right)


@given(st.dates())
def test_every_day_is_a_day(day: dates.date) -> None:
    assert parse(Day, day.isoformat()) == day


@pytest.mark.parametrize("value", ["true", "yes", "có", "1", 1, 0, None, "false"])
def test_words_are_no_flags(value: Any) -> None:
    assert refusal(Flag, value)[0] == "bool_expected"


def test_flags() -> None:
    assert parse(Flag, True) is True
    assert parse(Flag, False) is False


def test_bounds_of_targets() -> None:
    assert parse(Bound, "98") == Decimal(98)
    assert parse(Bound, "2023-12-25") == dates.date(2023, 12, 25)
    assert parse(Bound, True) is True
    assert parse(Bound, "previous") == "previous"
    assert refusal(Bound, "25/12/2023") == ("date_form", "2023-12-25")
    assert refusal(Bound, "98,5") == ("number_form", "98.5")
    assert refusal(Bound, "nhiều")[0] == "number_expected"


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        (Id, ["a", "tthc.on-time", "a1.b2-c3", "2023"], ["", "A", "a_b", "a..b", "-a", "a-", "a b", "tỷ-lệ", "a\n"]),
        (Code, ["1", "3.1.1", "A.2", "10"], ["", "1.", ".1", "1-1", "a", "1..2", "1\n"]),
        (Period, ["2023", "2023-Q1", "2023-6m", "2023-9m", "2023-04"], ["Q1", "2023-Q5", "2023-13", "2023-3m", "23"]),
        (PartialDate, ["2023", "2023-01", "2023-01-15"], ["01/2023", "2023-13", "2023-1", "15"]),
        (Sha256, ["0" * 64, "a" * 64], ["A" * 64, "0" * 63, "0" * 65, ""]),
        (Text, ["x", " ", "x\ny"], ["", "x" * 4001]),
    ],
)
def test_patterns(type_: Any, good: list[str], bad: list[str]) -> None:
    for text in good:
        assert parse(type_, text) == text
    for text in bad:
        assert refusal(type_, text)[0].startswith("string_")


def test_periods() -> None:
    assert is_period("2023-Q4")
    assert not is_period("2023-Q4\n")
    assert not is_period("٢٠٢٣")
    assert quarters_of("2023") == ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")
    assert quarters_of("2023-6m") == ("2023-Q1", "2023-Q2")
    assert quarters_of("2023-9m") == ("2023-Q1", "2023-Q2", "2023-Q3")
    assert quarters_of("2023-Q2") == ("2023-Q2",)
    assert quarters_of("2023-04") == ()


def test_periods_of_a_year_with_their_last_days() -> None:
    assert periods_of("quarter", 2024) == {
        "2024-Q1": dates.date(2024, 3, 31),
        "2024-Q2": dates.date(2024, 6, 30),
        "2024-Q3": dates.date(2024, 9, 30),
        "2024-Q4": dates.date(2024, 12, 31),
    }
    assert periods_of("half-year", 2023) == {"2023-6m": dates.date(2023, 6, 30), "2023": dates.date(2023, 12, 31)}
    assert periods_of("year", 2023) == {"2023": dates.date(2023, 12, 31)}
    months = periods_of("month", 2024)
    assert len(months) == 12
    assert months["2024-02"] == dates.date(2024, 2, 29)
    assert all(is_period(period) for period in months)
    assert periods_of("day", 2023) == periods_of(None, 2023) == {}
