"""The keys that a model allows at a route: what an unknown key may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from parindex.values.findings import Route


def names_at(model: type[BaseModel], route: Route, data: Any) -> list[str]:
    """The keys allowed in the mapping at ``route``, in the order of the models that it may be."""
    types: list[Any] = [model]
    for step in route:
        fitting = [option for type_ in types for option in _options(type_, data)]
        types = [below for option in fitting for below in _below(option, step)]
        data = data[step]  # a route of this very data
    names: dict[str, None] = {}
    for type_ in types:
        for option in _options(type_, data):
            if isinstance(option, type) and issubclass(option, BaseModel):
                names |= dict.fromkeys(_names(option))
    return list(names)


def _options(type_: Any, data: Any) -> Iterator[Any]:
    """The types of a union, without annotations, that fit the ``kind`` that the file gives."""
    origin = get_origin(type_)
    if origin is Annotated:
        yield from _options(get_args(type_)[0], data)
    elif origin in (Union, UnionType):
        options = [option for part in get_args(type_) for option in _options(part, data)]
        fitting = [option for option in options if _fits(option, data)]
        yield from fitting or options
    else:
        yield type_


def _fits(option: Any, data: Any) -> bool:
    if not (isinstance(option, type) and issubclass(option, BaseModel) and isinstance(data, dict)):
        return True
    kind = option.model_fields.get("kind")
    if kind is None or get_origin(kind.annotation) is not Literal:
        return True
    return data.get("kind") in get_args(kind.annotation)


def _below(type_: Any, step: str | int) -> list[Any]:
    """The types that a value may have one step below."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        # Classes that a module names before it defines them are unknown to the fields until the model is rebuilt.
        type_.model_rebuild()
        return [field.annotation for name, field in type_.model_fields.items() if step in (name, field.alias)]
    arguments = get_args(type_)
    if get_origin(type_) is dict:
        return [arguments[1]]
    return [arguments[0]] if arguments else []


def _names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
