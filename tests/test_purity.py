"""values, rules, model and scoring touch no disk, clock, locale or terminal, and use no floating point."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "parindex"
PURE = ("values", "rules", "model", "scoring")

MODULES = {
    # the standard library that computes, and nothing of it that looks at the world
    "__future__", "abc", "ast", "bisect", "collections", "contextlib", "copy", "datetime", "decimal", "difflib",
    "enum", "fractions", "functools", "itertools", "json", "operator", "re", "string", "threading", "typing",
    "unicodedata",
    # what models are made of
    "annotated_types", "msgspec", "pydantic", "pydantic_core",
    "parindex",
}  # fmt: skip
"""All that a pure module may import; os, pathlib, io, time, random, locale, rich, typer … are not here."""

CALLS = {"open", "print", "input", "float", "complex", "eval", "exec", "compile", "__import__", "globals", "breakpoint"}
"""Built-in functions that reach outside, or that make floating point."""

CLOCK = {"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp", "timestamp", "total_seconds"}
"""Methods of days and times that read the clock, the time zone of the machine, or give floating point."""


def modules() -> list[Path]:
    return sorted(path for room in PURE for path in (PACKAGE / room).rglob("*.py"))


def impure(source: str) -> Iterator[str]:
    """Everything in a source that a pure module must not have, with its line."""
    for node in ast.walk(ast.parse(source)):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.Import(names=names):
                yield from (f"{line}: imports {a.name}" for a in names if a.name.partition(".")[0] not in MODULES)
            case ast.ImportFrom(module=module, level=0) if (module or "").partition(".")[0] not in MODULES:
                yield f"{line}: imports {module}"
            case ast.ImportFrom(module="datetime" | "decimal", names=names):
                yield from (f"{line}: {a.name}" for a in names if a.name in ("time", "getcontext", "setcontext"))
            case ast.Constant(value=float() | complex()):
                yield f"{line}: floating point {node.value}"
            case ast.Name(id=name) if name in CALLS:
                yield f"{line}: {name}"
            case ast.Attribute(attr=name) if name in CLOCK:
                yield f"{line}: .{name}"
            case ast.Attribute(attr="getcontext" | "setcontext"):
                yield f"{line}: the caller's decimal context"
            case ast.Global():
                yield f"{line}: global"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_pure(path: Path) -> None:
    assert list(impure(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import os", "1: imports os"),
        ("import os.path", "1: imports os.path"),
        ("from pathlib import Path", "1: imports pathlib"),
        ("def f():\n    import time", "2: imports time"),
        ("if TYPE_CHECKING:\n    from io import StringIO", "2: imports io"),
        ("import random", "1: imports random"),
        ("import locale", "1: imports locale"),
        ("from rich.table import Table", "1: imports rich.table"),
        ("import typer", "1: imports typer"),
        ("import math", "1: imports math"),
        ("x = 0.5", "1: floating point 0.5"),
        ("x = 1e3", "1: floating point 1000.0"),
        ("x = float('1')", "1: float"),
        ("x: float", "1: float"),
        ("open('x')", "1: open"),
        ("print(1)", "1: print"),
        ("date.today()", "1: .today"),
        ("datetime.now()", "1: .now"),
        ("decimal.getcontext().prec = 5", "1: the caller's decimal context"),
        ("from decimal import getcontext", "1: getcontext"),
    ],
)
def test_the_walk_finds_what_is_impure(source: str, found: str) -> None:
    assert found in list(impure(source))


@pytest.mark.parametrize(
    "source",
    ["from decimal import Decimal", "import re", "x = 1", "x = '0.5'", "from datetime import date, timedelta"],
)
def test_the_walk_lets_pass_what_is_pure(source: str) -> None:
    assert list(impure(source)) == []
