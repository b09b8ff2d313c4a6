"""The house: who may import whom, how large a file may be, and that every step has its sentence."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from parindex.locale.steps import REASON, STATUS, STEP, text

PACKAGE = Path(__file__).resolve().parents[1] / "parindex"

BELOW = {
    "values": set(),
    "rules": {"values"},
    "model": {"rules", "values"},
    "scoring": {"model", "rules", "values"},
    "files": {"scoring", "model", "rules", "values"},
    "locale": {"model", "rules", "values"},
    "checks": {"files", "scoring", "model", "rules", "values", "locale"},
    "reports": {"scoring", "model", "rules", "values", "locale"},
    "jobs": {"reports", "checks", "files", "scoring", "model", "rules", "values", "locale"},
    "cli": {"jobs", "reports", "checks", "files", "scoring", "model", "rules", "values", "locale"},
}
"""Rooms, and the rooms that each may import: cli → jobs → {reports, checks} → files → scoring → model → rules →
values. ``reports`` does not import ``files``; ``locale`` is for cli, jobs, reports and checks, and itself imports only
what sentences are about."""

LARGEST = 400
"""Lines of a Python file."""


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module imported anywhere in a file: at the top, in a function, under TYPE_CHECKING."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")
            base = parents[: len(parents) - node.level + 1] if node.level else []
            module = ".".join([*base, node.module] if node.module else base)
            # "from parindex import rules" names the room in the alias
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("importlib.import_module", "__import__"):
            yield ast.literal_eval(node.args[0]) if isinstance(node.args[0], ast.Constant) else "?"


def rooms_of(path: Path, source: str | None = None) -> set[str]:
    """The rooms that a module imports from, its own left out."""
    own = name_of(path).split("/")[0] if path.is_relative_to(PACKAGE) else ""
    package = ".".join(["parindex", *path.relative_to(PACKAGE).parent.parts])
    tree = ast.parse(source if source is not None else path.read_text(encoding="utf-8"))
    parts = [name.split(".") for name in imported(tree, package)]
    return {part[1] for part in parts if part[0] == "parindex" and len(part) > 1 and part[1] in BELOW} - {own}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_run_down(path: Path) -> None:
    room = name_of(path).split("/")[0]
    if room.endswith(".py"):  # the package itself imports nothing, so that --help is quick; its start only the cli
        assert rooms_of(path) <= ({"cli"} if room == "__main__.py" else set())
        return
    assert room in BELOW, f"{room} is no room of the house"
    assert rooms_of(path) <= BELOW[room]


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("import parindex.cli.app", {"cli"}),
        ("from parindex.files import load", {"files"}),
        ("from parindex import files, jobs", {"files", "jobs"}),
        ("def f():\n    from parindex.files.load import x", {"files"}),
        ("if TYPE_CHECKING:\n    from parindex.reports.terminal import x", {"reports"}),
        ("from ..files import load", {"files"}),
        ("from ..files.load import x", {"files"}),
        ("from .base import Rule", set()),
        ("from parindex.rules.base import Rule", set()),
        ("import importlib\nimportlib.import_module('parindex.jobs.score')", {"jobs"}),
        ("from parindex import __version__", set()),
        ("import pydantic, decimal", set()),
    ],
)
def test_the_walk_sees_every_way_to_import(source: str, rooms: set[str]) -> None:
    assert rooms_of(PACKAGE / "rules" / "sample.py", source) == rooms


def test_no_room_can_reach_itself_around_a_corner() -> None:
    def below(room: str) -> set[str]:
        return BELOW[room] | {deeper for each in BELOW[room] for deeper in below(each)}

    assert all(room not in below(room) for room in BELOW)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_file_is_too_large(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LARGEST


def told() -> set[str]:
    """The ids of steps and reasons that rules and scoring make: ``Step("…")`` and ``NoScore("…", "…")``.

    An id that is put together ("curve.{of}.between") stands for every sentence that fits it.
    """
    found: set[str] = set()
    for room in ("rules", "scoring"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            put_together = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
            pieces = {piece for node in put_together for piece in node.values}
            for node in ast.walk(tree):
                if node not in pieces:
                    found |= set(_ids(node))
    return found


def _ids(node: ast.AST) -> Iterator[str]:
    """Every text in the form of an id, whole or put together; prose and names have no dots between small words."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        family, dot, rest = node.value.partition(".")
        if dot and rest and family in FAMILIES and node.value.replace(".", "").replace("_", "").isalpha():
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "*" for part in node.values]
        pattern = "".join(str(part) for part in parts)
        if pattern.partition(".")[0] in FAMILIES:
            yield from (key for key in (*STEP, *REASON) if _fits(key, pattern))


FAMILIES = {key.partition(".")[0] for key in (*STEP, *REASON)}


def _fits(key: str, pattern: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", r"\w+(?:\.\w+)*"), key) is not None


def test_every_step_and_reason_has_a_sentence_and_no_sentence_is_unused() -> None:
    ids = told()
    assert len(ids) > 80
    assert ids - STEP.keys() - REASON.keys() == set()
    assert (STEP.keys() | REASON.keys()) - ids == set()


def test_sentences_are_in_both_languages_and_name_the_same_values() -> None:
    for table in (STEP, REASON, STATUS):
        for key in table:
            vi, en = (text(table, key, lang) for lang in ("vi", "en"))  # type: ignore[arg-type]
            assert vi.strip() == vi != ""
            assert en.strip() == en != ""
            named = {name for _, name, _, _ in string.Formatter().parse(en) if name}
            known = {name for _, name, _, _ in string.Formatter().parse(vi) if name}
            assert named <= known, key


def test_a_reason_begins_with_its_status() -> None:
    assert {key.partition(".")[0] for key in REASON} <= STATUS.keys()
