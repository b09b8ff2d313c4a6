"""The registry holds every diagnostic that the program gives, in both languages, with examples that prove it."""

from __future__ import annotations

import ast
import re
import string
import sys
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import BaseModel

import parindex
from parindex.checks.entries.unit_examples import EXAMPLES as OF_UNITS
from parindex.checks.entry import Entry, Example, Words
from parindex.checks.examples import EXAMPLES, SCENES
from parindex.checks.registry import FAMILIES, REGISTRY, Registry, severity_of
from parindex.files.codes import CODE_OF_PATTERN, CODE_OF_TYPE, NOTHING, UNKNOWN_TYPE
from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.model.appraisal import Appraisal
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicators
from parindex.model.kinds import KINDS
from parindex.model.plan import Plan
from parindex.model.project import Project
from parindex.model.unit import Unit
from parindex.values.findings import Finding
from tests.checks.criteria.test_examples import ENTRIES as OF_SETS
from tests.checks.test_unit_examples import OVERLAYS

PACKAGE = Path(parindex.__file__).parent
ENTRIES = PACKAGE / "checks" / "entries"
CODE = re.compile(r"[EW][1-7]\d\d")
MODELS: dict[str, type[BaseModel]] = {
    "unit": Unit,
    "plan": Plan,
    "criteria": CriteriaSet,
    "indicators": Indicators,
    "project": Project,
    "appraisal": Appraisal,
}
BASES = {
    "unit": {
        "kind": "unit",
        "format": "1",
        "unit": "{id: a, name: A, level: commune}",
        "year": "2023",
        "criteria": "a",
    },
    "plan": {
        "kind": "plan",
        "format": "1",
        "id": "a",
        "title": "A",
        "issuer": "A",
        "level": "commune",
        "year": "2023",
        "source": "a.txt",
    },
    "appraisal": {
        "kind": "appraisal",
        "format": "1",
        "submission": "{file: a.yaml, sha256: " + "0" * 64 + "}",
        "unit": "{id: a, name: A}",
        "year": "2023",
    },
    "project": {"kind": "project", "format": "1", "id": "a", "title": "A", "year": "2023", "criteria": "a"},
    "criteria": {
        "kind": "criteria",
        "format": "1",
        "id": "a",
        "title": "A",
        "level": "commune",
        "year": "2023",
        "scale": "3",
        "domains": '[{id: a, code: "1", name: A, criteria: [{code: "1.1", name: A, points: 3, '
        "indicator: a.b, rule: {kind: meets}}]}]",
    },
}


def sources() -> Iterator[Path]:
    return (path for path in PACKAGE.rglob("*.py") if path.parent.name != "entries")


def custom_types() -> dict[str, str]:
    """Every type given to ``PydanticCustomError`` in the package, with its module."""
    found: dict[str, str] = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PydanticCustomError":
                kind = node.args[0]
                assert isinstance(kind, ast.Constant), f"{path}: the type must stand there as text"
                found[str(kind.value)] = path.name
    return found


def test_every_custom_error_of_the_models_has_a_code() -> None:
    types = custom_types()
    assert len(types) > 15
    assert {kind: where for kind, where in types.items() if kind not in CODE_OF_TYPE} == {}


def test_codes_of_the_models_are_in_the_registry() -> None:
    codes = {*CODE_OF_TYPE.values(), *CODE_OF_PATTERN.values(), NOTHING, UNKNOWN_TYPE}
    assert codes <= set(REGISTRY)


def test_every_pattern_of_the_models_has_a_code() -> None:
    found = {pattern for model in KINDS.values() for pattern in patterns(model.model_json_schema())}
    assert len(found) > 5
    # Those of numbers are published only: numbers are read with errors of their own (E203, E204).
    assert {pattern for pattern in found - set(CODE_OF_PATTERN) if r"(\.\d+)?" not in pattern} == set()


def patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for value in schema.values():
            yield from patterns(value)
        # Patterns of keys stand as keys.
        yield from schema.get("patternProperties", {})
    elif isinstance(schema, list):
        for value in schema:
            yield from patterns(value)


def test_every_code_in_the_program_is_registered_and_every_registered_code_is_given() -> None:
    given = {
        node.value
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    assert given - set(REGISTRY) == set()
    assert set(REGISTRY) - given == set()


@pytest.mark.parametrize("entry", REGISTRY.values(), ids=lambda entry: entry.code)
def test_texts(entry: Entry) -> None:
    assert CODE.fullmatch(entry.code)
    for words in (entry.message, entry.why, entry.remedy):
        assert words.vi.strip() == words.vi != ""
        assert words.en.strip() == words.en != ""
        assert unicodedata.is_normalized("NFC", words.vi)
        assert names(words.vi) == names(words.en)
    assert names(entry.why.vi) == set()
    assert entry.message.vi.endswith((".", "}"))
    # A sentence that was never translated has no accents.
    assert any(ord(char) > 0x7F for char in entry.message.vi)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_messages_are_told_apart() -> None:
    for lang in ("vi", "en"):
        texts = [entry.message.of(lang) for entry in REGISTRY.values()]
        assert len(set(texts)) == len(texts)


def test_a_code_is_used_once(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words("a", "b")
    twice = SimpleNamespace(ENTRIES=[Entry("E999", "error", words, words, words) for _ in range(2)])
    monkeypatch.setitem(sys.modules, "parindex.checks.entries.twice", twice)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="E999"):
        list(Registry(["twice"]))


def test_every_family_is_there_and_read_when_it_is_needed() -> None:
    modules = {path.stem: import_module(f"parindex.checks.entries.{path.stem}") for path in ENTRIES.glob("[a-z]*.py")}
    written = {entry.code: entry for module in modules.values() for entry in getattr(module, "ENTRIES", ())}
    assert set(FAMILIES) <= set(modules) and dict(REGISTRY) == written
    for families in (FAMILIES, tuple(reversed(FAMILIES))):
        registry = Registry(families)
        assert registry["W509"] is written["W509"] and registry["E101"] is written["E101"]
        assert "E998" not in registry and list(registry) == list(REGISTRY) and len(registry) == len(written)


def test_codes_are_never_given_up_silently_and_never_reused() -> None:
    lines = (Path(__file__).parent / "codes.txt").read_text(encoding="utf-8").splitlines()
    given = {line for line in lines if " " not in line}
    retired = {line.removesuffix(" retired") for line in lines if line.endswith(" retired")}
    assert len(given) + len(retired) == len(lines) > 200
    # A code that is gone stays in the list, marked "retired"; codes that are new come into it by `make docs`.
    assert sorted(given - set(REGISTRY)) == []
    assert sorted(retired & set(REGISTRY)) == []


def test_severities() -> None:
    assert severity_of(Finding("E101", "f")) == "error"
    assert severity_of(Finding("W501", "f")) == "error"
    assert severity_of(Finding("W506", "f")) == "warning"
    assert all(entry.severity == "error" for code, entry in REGISTRY.items() if code.startswith("E"))


WITHOUT_EXAMPLE = {
    # What no model gives at present; a package that has lost its templates.
    "E299",
    "E309",
}
ALONE = {
    code: example for code, example in EXAMPLES.items() if code[:2] in ("E1", "E2") and isinstance(example, Example)
}
"""Pieces of one file, read by themselves."""


def test_every_code_has_an_example_that_is_proved() -> None:
    assert set(REGISTRY) - set(EXAMPLES) == WITHOUT_EXAMPLE
    proved = [set(ALONE), set(OF_UNITS), set(SCENES), set(OVERLAYS), {entry.code for entry in OF_SETS}]
    assert set(REGISTRY) == WITHOUT_EXAMPLE.union(*proved)


@pytest.mark.parametrize("code", ALONE)
def test_the_bad_example_gives_this_code_alone_and_the_good_one_none(code: str) -> None:
    example = ALONE[code]
    assert set(codes(example.bad, example.kind)) - {"E201" if code == "E202" else ""} == {code}
    assert codes(example.good, example.kind) == []


def codes(text: str, kind: str) -> list[str]:
    try:
        if kind == "text":
            read(text.encode(), "f.yaml")
        else:
            own = {line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()}
            base = "".join(f"{key}: {value}\n" for key, value in BASES[kind].items() if key not in own)
            load_model((base + text).encode(), MODELS[kind], "f.yaml")
    except Unusable as problem:
        return [finding.code for finding in problem.findings]
    return []
