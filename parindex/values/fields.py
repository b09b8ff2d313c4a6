"""The base of all models and the types of their fields.

The reader gives every scalar as text, except plain ``true``, ``false`` and ``null``; the types here say what the
text means and refuse other spellings with the right form. A validator never rebuilds its input, so that an error can
be placed on the value it speaks of.
"""

import re
from collections.abc import Callable
from copy import copy
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from parindex.values.numbers import ZERO
from parindex.values.periods import PERIOD_PATTERN


class Model(BaseModel):
    """Frozen, and refuses unknown keys.

    What a field means stands below it, in Vietnamese and English: see ``jobs.field_words``.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, defer_build=True, protected_namespaces=()
    )


class _EmptyList(list[Any]):
    def __hash__(self) -> int:  # type: ignore[override]
        return 0

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        return core_schema.list_schema()


class _EmptyDict(dict[Any, Any]):
    def __hash__(self) -> int:  # type: ignore[override]
        return 0

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        return core_schema.dict_schema()


EMPTY_LIST: Any = _EmptyList()
EMPTY_DICT: Any = _EmptyDict()
"""Nothing stated. Frozen models may share it; of a default without a hash pydantic makes a deep copy every time."""

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_WHOLE = re.compile(r"-?(0|[1-9]\d*)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PRINTED_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
DAY_PATTERN = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
"""What a schema can say of a day."""
_MAX_DIGITS = 30


def _number(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("number_expected", "expected a number")
    text = str(value)
    if not _NUMBER.fullmatch(text):
        # «98,5» and «1.176,50» are how Vietnamese documents print numbers: show the form that the files use.
        guess = text.replace(" ", "").replace(".", "").replace(",", ".")
        if "," in text and _NUMBER.fullmatch(guess):
            raise PydanticCustomError("number_form", "write {right}", {"right": guess})
        raise PydanticCustomError("number_expected", "expected a number")
    if len(text) > _MAX_DIGITS and sum(map(str.isdigit, text)) > _MAX_DIGITS:
        raise PydanticCustomError("number_long", "more than {digits} digits", {"digits": _MAX_DIGITS})
    return value


def _whole(value: object) -> object:
    # Python's own reading takes 1_5, 2023.0, " 5" and true for whole numbers too.
    if isinstance(value, bool) or not isinstance(value, str | int) or not _WHOLE.fullmatch(str(value)):
        raise PydanticCustomError("whole_expected", "expected a whole number")
    return value


def _date(value: object) -> object:
    return value if isinstance(value, date) else _day(value if isinstance(value, str) else "")


@lru_cache(maxsize=1000)
def _day(text: str) -> date:
    """The day that a text states; evidence bears the same few days again and again."""
    if not _DATE.fullmatch(text):
        if printed := _PRINTED_DATE.fullmatch(text):
            day, month, year = printed.groups()
            right = _real(f"{year}-{month:0>2}-{day:0>2}")
            raise PydanticCustomError("date_form", "write {right}", {"right": right.isoformat()})
        raise PydanticCustomError("date_expected", "expected a date")
    return _real(text)


def _real(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("date_unreal", "no such day") from None


def _bool(value: object) -> object:
    if not isinstance(value, bool):
        raise PydanticCustomError("bool_expected", "expected true or false")
    return value


def as_bound(value: object) -> object:
    """A target's value: true or false, a date, ``previous``, or a number."""
    if isinstance(value, bool | date) or value == "previous":
        return value
    if isinstance(value, str) and (_DATE.fullmatch(value) or _PRINTED_DATE.fullmatch(value)):
        return _date(value)
    checked = _number(value)
    return checked if isinstance(checked, Decimal) else Decimal(str(checked))


class Spelling(Struct, frozen=True, eq=False):
    """How a type is spelt in files.

    Pydantic takes the schema as it is; to put it together from validators and limits anew for each of hundreds of
    fields would take a large part of what it takes to score a unit.
    """

    core: CoreSchema
    json: dict[str, Any] | None = None
    """What the JSON Schema says, where pydantic cannot tell it from ``core``."""

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return copy(self.core)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core) if self.json is None else copy(self.json)


def text(**limits: Any) -> Spelling:
    """Text of a ``pattern``, of ``min_length`` and ``max_length`` characters."""
    return Spelling(core_schema.str_schema(**limits))


def whole(ge: int, le: int | None = None) -> Spelling:
    """A whole number from ``ge`` to ``le``."""
    return Spelling(core_schema.no_info_before_validator_function(_whole, core_schema.int_schema(ge=ge, le=le)))


def _checked(check: Callable[[object], object], core: CoreSchema, **json: Any) -> Spelling:
    return Spelling(core_schema.no_info_before_validator_function(check, core), json)


_number_or_text = ["number", "string"]
_not_negative = _checked(
    _number,
    core_schema.decimal_schema(ge=ZERO),
    type=_number_or_text,
    minimum=0,
    pattern=f"^{_NUMBER.pattern.removeprefix('-?')}$",
)

Number = Annotated[
    Decimal, _checked(_number, core_schema.decimal_schema(), type=_number_or_text, pattern=f"^{_NUMBER.pattern}$")
]
"""A number with a decimal point and no thousands mark."""
NotNegative = Annotated[Decimal, _not_negative]
"""A number of 0 or more: a count, an amount, points."""
Percent = Annotated[Decimal, _not_negative]
"""A percent; above 100 it is doubtful for a share, but may be right for a growth."""
Day = Annotated[date, _checked(_date, core_schema.date_schema(), type="string", format="date")]
"""A day, ``YYYY-MM-DD``."""
Flag = Annotated[bool, _checked(_bool, core_schema.bool_schema(), type="boolean")]
"""``true`` or ``false``; the words yes and no stay words."""
Bound = Annotated[
    Any,
    _checked(
        as_bound,
        core_schema.any_schema(),
        type=["number", "string", "boolean"],
        pattern=f"^(previous|{DAY_PATTERN}|{_NUMBER.pattern})$",
    ),
]
"""The value of a target: a number, a date, ``true``/``false``, or ``previous`` for last year's value."""

Text = Annotated[str, text(min_length=1, max_length=4000)]
"""Text of at least one character."""
Id = Annotated[str, text(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$", max_length=80)]
"""Lower-case words joined by ``-``, grouped by ``.``: ``tthc.on-time``."""
Code = Annotated[str, text(pattern=r"^[0-9A-Z]+(\.[0-9]+)*$", max_length=20)]
"""A criterion's code: ``3.1.1``."""
Year = Annotated[int, whole(ge=2000, le=2100)]
"""A year of four digits."""
Period = Annotated[str, text(pattern=PERIOD_PATTERN)]
"""A reporting period: ``2023``, ``2023-Q1``, ``2023-6m``, ``2023-9m``, ``2023-04``."""
PartialDate = Annotated[str, text(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$")]
"""A date as far as it is printed: a year, a month or a day."""
Sha256 = Annotated[str, text(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest in lower-case hexadecimal."""
