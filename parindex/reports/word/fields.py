"""Every field that a template can print, with how its tag is written and an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from parindex.reports.view.data import Chart, Paper, Span
from parindex.reports.word.errors import short
from parindex.reports.word.meanings import MEANINGS

_SINGULAR: Mapping[str, str] = {
    "rows": "row",
    "criteria": "row",
    "parts": "part",
    "domains": "part",
    "tables": "table",
    "groups": "group",
    "articles": "article",
    "explained": "each",
}
"""What a loop calls its members; lines of text are called ``text``."""


class Field(Struct, frozen=True):
    """One field of a kind of document."""

    tag: str
    """As a template writes it: ``{{ heading.number }}``."""
    inside: str
    """The loop that it stands in: ``{%p for row in results.rows %}``; empty outside of loops."""
    meaning: str
    """In Vietnamese."""
    example: str
    """From a real document; empty where that one has nothing there."""


def fields_of(view: Paper) -> list[Field]:
    """All fields of a document's kind, those of the head first, with examples from this one."""
    return list(_walk(type(view), view, "", ""))


def fields_of_kind(kind: type[Paper]) -> list[Field]:
    """All fields of a kind of document, without examples."""
    return list(_walk(kind, None, "", ""))


def _walk(kind: type[Struct], value: object, path: str, inside: str) -> Iterator[Field]:
    hints = get_type_hints(kind)
    for field in kind.__struct_fields__:
        name = f"{path}.{field}" if path else field
        given = None if value is None else getattr(value, field)
        yield from _field(hints[field], given, name, inside, MEANINGS[f"{owner(kind, field)}.{field}"])


def owner(kind: type, name: str) -> str:
    """The class that declares a field: the meaning of an inherited field is written once."""
    return next(each.__name__ for each in reversed(kind.__mro__) if name in getattr(each, "__annotations__", {}))


def _field(hint: Any, given: object, name: str, inside: str, meaning: str) -> Iterator[Field]:
    hint = _without_none(hint)
    member = _member(hint)
    if hint is Chart:
        example = given.title if isinstance(given, Chart) else ""
        yield Field(f"{{{{c {name} }}}}", inside, f"{meaning} (đặt vào Alt Text của biểu đồ)", example)
        yield Field(f"{{{{ {name}.title }}}}", inside, "tên biểu đồ", example)
    elif member is Span:
        texts = "".join(span.text for span in given) if isinstance(given, tuple) else ""
        yield Field(f"{{{{r {name} }}}}", inside, f"{meaning} (có liên kết)", short(texts))
    elif hint is bool:
        yield Field(f"{{%p if {name} %}}", inside, meaning, "có" if given else "không")
    elif isinstance(hint, type) and issubclass(hint, Struct):
        yield Field(f"{{%p if {name} %}}", inside, meaning, "")
        yield from _walk(hint, given, name, inside)
    elif member is str:
        loop = f"{{%p for text in {name} %}}"
        first = given[0] if isinstance(given, tuple) and given else ""
        yield Field("{{ text }}", loop, meaning, short(str(first)))
    elif isinstance(member, type) and issubclass(member, Struct):
        last = name.rpartition(".")[2]
        item = _SINGULAR.get(last, "each")
        level = "tr" if item == "row" else "p"
        loop = f"{{%{level} for {item} in {name} %}}"
        first = given[0] if isinstance(given, tuple) and given else None
        yield Field(loop, inside, meaning, "")
        yield from _walk(member, first, item, loop)
    else:
        yield Field(f"{{{{ {name} }}}}", inside, meaning, short("" if given is None else str(given)))


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        kept = [each for each in get_args(hint) if each is not NoneType]
        return kept[0] if len(kept) == 1 else hint
    return hint


def _member(hint: Any) -> Any:
    """``str`` for ``tuple[str, ...]``."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None
