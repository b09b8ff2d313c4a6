"""What the fields of the models mean, read from the strings below them: ``Tử số | Numerator``.

They are needed where a schema is written or a field is named to an officer, and cost nothing where a unit is scored.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from msgspec import Struct
from pydantic import BaseModel

_BETWEEN = " | "


class Words(Struct, frozen=True):
    """The meaning of a field."""

    vi: str
    en: str


@cache
def words_of(model: type[BaseModel]) -> Mapping[str, Words]:
    """The words of a model's fields by name, those that it inherits included; a field may have none."""
    return {name: words for each in reversed(model.__mro__) for name, words in _own_words(each)}


def _own_words(cls: type) -> Iterator[tuple[str, Words]]:
    if not issubclass(cls, BaseModel) or cls is BaseModel:
        return
    (body,) = (each.body for each in _classes(cls.__module__) if each.name == cls.__name__)
    for field, below in pairwise(body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                vi, between, en = " ".join(inspect.cleandoc(text).split("\n")).partition(_BETWEEN)
                if between:
                    yield name, Words(vi, en)


@cache
def _classes(module: str) -> tuple[ast.ClassDef, ...]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return tuple(each for each in tree.body if isinstance(each, ast.ClassDef))
