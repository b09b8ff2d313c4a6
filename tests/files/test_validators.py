"""What is kept of a model validates as the model does, and is made anew for other sources."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path
from time import time_ns
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from parindex.files import validators
from parindex.files.library import data_folder
from parindex.files.validators import validator_of
from parindex.files.yaml_reader import read
from parindex.model.criteria import CriteriaSet
from parindex.model.kinds import KINDS
from parindex.model.overlay import Overlay
from parindex.model.unit import Unit

ROOT = validators.PACKAGE
EXAMPLE = data_folder() / "examples" / "phu-son-2023" / "unit.yaml"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder in which everything is kept, and nothing is yet."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    validators.validator_of.cache_clear()
    validators._version.cache_clear()


def kept_of(model: type[BaseModel]) -> Path:
    return Path(cache_from_source(str(validators.PACKAGE / "model" / f"{model.__name__}.py"))).with_suffix(".kept")


def errors(validate: Any, data: object) -> list[Any]:
    try:
        validate(data)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


@pytest.mark.parametrize("model", [*KINDS.values(), Overlay], ids=lambda model: model.__name__)
def test_every_model_is_kept(model: type[BaseModel]) -> None:
    validator_of(model)
    assert kept_of(model).is_file()
    forget()
    for data in ({}, {"kind": "?", "format": "1", "more": {}}, [], "text", None):
        assert errors(validator_of(model).validate_python, data) == errors(model.model_validate, data) != []


@pytest.mark.parametrize("path", [data_folder() / "criteria" / "cap-xa-2023.yaml", EXAMPLE], ids=lambda path: path.name)
def test_what_is_kept_gives_what_the_model_gives(path: Path) -> None:
    data = read(path).data
    model = KINDS[data["kind"]]
    plain = model.model_validate(data)
    for _ in range(2):
        found = validator_of(model).validate_python(data)
        assert type(found) is model and found == plain
        assert found.model_dump_json(by_alias=True) == plain.model_dump_json(by_alias=True)
        forget()


@pytest.mark.parametrize(
    ("route", "value"),
    [
        (("unit", "level"), "village"),
        (("year",), "1999"),
        (("facts", "tthc.on-time", "values", "numerator"), "98,5"),
        (("documents",), []),
        (("criteria",), None),
        (("extra",), "x"),
    ],
)
def test_errors_are_the_same_to_the_word(route: tuple[str, ...], value: object) -> None:
    data = read(EXAMPLE).data
    below = data
    for key in route[:-1]:
        below = below.setdefault(key, {})
    below[route[-1]] = value
    told = errors(Unit.model_validate, data)
    assert told
    for _ in range(2):
        assert errors(validator_of(Unit).validate_python, data) == told
        forget()


def test_other_sources_have_other_validators(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "package"
    for room in validators.ROOMS:
        (package / room / "below").mkdir(parents=True)
    source = package / "rules" / "below" / "rule.py"
    monkeypatch.setattr(validators, "LOADED", time_ns() + 10**12)  # as if the program were loaded afterwards
    monkeypatch.setattr(validators, "PACKAGE", package)
    versions = []
    for change in (
        lambda: source.write_text("a = 1"),
        lambda: source.write_text("a = 12"),
        lambda: os.utime(source, ns=(1, 1)),
        lambda: source.rename(source.with_name("other.py")),
        lambda: (package / "values" / "more.py").write_text(""),
    ):
        change()
        validators._version.cache_clear()
        versions.append(validators._version())
    assert len(set(versions)) == len(versions)
    (package / "values" / "__pycache__").mkdir()
    (package / "values" / "__pycache__" / "more.py").write_text("")
    (package / "values" / "read.me").write_text("")
    validators._version.cache_clear()
    assert validators._version() == versions[-1]


def test_sources_that_are_newer_than_the_program_that_runs_are_not_kept(
    monkeypatch: pytest.MonkeyPatch, fresh: Path
) -> None:
    """What is on the disk is then not what the process made its models of."""
    newest = max(status.st_mtime_ns for room in validators.ROOMS for _, status in validators._sources(ROOT / room))
    monkeypatch.setattr(validators, "LOADED", newest + 1)
    assert validator_of(Unit).validate_python(read(EXAMPLE).data)
    assert not list(fresh.rglob("*.kept"))
    forget()
    monkeypatch.setattr(validators, "LOADED", newest + 4 * 10**9)
    validator_of(Unit)
    assert kept_of(Unit).is_file() and kept_of(Unit).stat().st_mode & 0o022 == 0


def test_a_change_of_the_models_is_seen(fresh: Path) -> None:
    validator_of(CriteriaSet)
    before = kept_of(CriteriaSet).read_bytes()
    forget()
    validator_of(CriteriaSet)
    assert kept_of(CriteriaSet).read_bytes() == before
    # As if a module of the models were another one.
    kept_of(CriteriaSet).write_bytes(b"\1" * 32 + before[32:])
    forget()
    assert validator_of(CriteriaSet).validate_python(read(data_folder() / "criteria" / "cap-xa-2023.yaml").data)
    assert kept_of(CriteriaSet).read_bytes()[:32] == before[:32]


def test_a_command_gives_the_same_the_first_and_the_second_time(fresh: Path) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(fresh / "of-commands"), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "parindex", "score", str(EXAMPLE)]
    first, second, bare = (
        subprocess.run(command, capture_output=True, check=True, env=environment | more).stdout
        for more in ({}, {}, {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(fresh / "none")})
    )
    assert first == second == bare
    assert len(list((fresh / "of-commands").rglob("*.kept"))) == 8  # 4 models, 3 files, the list of what is shipped
    assert not (fresh / "none").exists()


def test_what_is_not_stated_is_shared_not_copied(fresh: Path) -> None:
    """Of a default that looks changeable pydantic makes a deep copy for every entry of every file."""
    told = f"""if True:
        from pathlib import Path
        from parindex.files.load import load_model
        from parindex.model.unit import Unit
        units = [load_model(Path({str(EXAMPLE)!r}), Unit)[0] for _ in range(2)]
        empty = [each.periods for unit in units for each in unit.facts.values() if not each.periods]
        print(len(empty) > 100, len({{id(each) for each in empty}}))
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(fresh), "PYTHONDONTWRITEBYTECODE": ""}
    for _ in ("made", "kept"):
        command = [sys.executable, "-c", told]
        assert subprocess.run(command, capture_output=True, check=True, text=True, env=environment).stdout == "True 1\n"
    assert kept_of(Unit).is_file()
