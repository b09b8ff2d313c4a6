"""Records: values of the program that are also written as JSON and read again, such as the score sheet.

They are made by the hundred for every unit and validated only when they are read from a file; so they are structs, and
the pydantic model of a record, which reads it and describes it, is made when it is first asked for.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Self, TypeVar, get_type_hints

from msgspec import NODEFAULT, Struct, to_builtins
from msgspec.json import format as laid_out
from msgspec.structs import fields, replace
from pydantic_core import CoreSchema, core_schema

from parindex.values.numbers import plain

R = TypeVar("R", bound="Record")


class Record(Struct, frozen=True, kw_only=True):
    """A value of the program that is also written as JSON."""

    def but(self, **values: Any) -> Self:
        """This record with other values."""
        return replace(self, **values)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: Any) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda model: cls(**model.__dict__), handler.generate_schema(model_of(cls))
        )


@cache
def model_of(record: type[Record]) -> type[Any]:
    """The model of a record, with its name, its words and its fields."""
    from pydantic import Field, create_model

    from parindex.values.fields import Model

    hints = get_type_hints(record, include_extras=True)
    stated: dict[str, Any] = {}
    for field in fields(record):
        default = ... if field.default is NODEFAULT else field.default
        if field.default_factory is not NODEFAULT:
            default = field.default_factory()
        alias = field.encode_name if field.encode_name != field.name else None
        stated[field.name] = (hints[field.name], Field(default, alias=alias))
    return create_model(record.__name__, __base__=Model, __module__=record.__module__, __doc__=record.__doc__, **stated)


@cache
def _adapter_of(record: type[Record]) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(record)


def from_json(record: type[R], content: bytes | str) -> R:
    """The record that JSON states; raises pydantic's ``ValidationError``."""
    found: R = _adapter_of(record).validate_json(content)
    return found


def to_json(record: Record, indent: int | None = None) -> str:
    """The record as JSON: numbers exact and as text, without exponent and without zeros at the end."""
    import json  # a table on the screen needs none

    whole = to_builtins(record, builtin_types=(Decimal,), enc_hook=_in_json)
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), default=plain, check_circular=False)
    return text if indent is None else laid_out(text, indent=indent)


def to_data(record: Record, *, whole: bool = True) -> dict[str, Any]:
    """The record as JSON states it, as data; unless ``whole`` without what is not there."""
    import json

    data: dict[str, Any] = json.loads(to_json(record), object_hook=None if whole else _given)
    return data


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def _in_json(value: Any) -> Any:
    """What a model that stands in a record is in JSON."""
    return value.model_dump(mode="json", by_alias=True)
