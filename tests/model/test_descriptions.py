"""Every key of every file is described in Vietnamese and English, frozen, and refuses strangers."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

import parindex.model
import parindex.rules
from parindex.jobs.field_words import words_of
from parindex.values.fields import Model

OUTPUT = "parindex.model.sheet"
"""What the program writes is described by its docstrings, not for those who type files."""


def models() -> Iterator[type[BaseModel]]:
    for package in (parindex.model, parindex.rules):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if module.name != OUTPUT:
                importlib.import_module(module.name)
    waiting = list(Model.__subclasses__())
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if model.__module__.startswith("parindex.") and model.__module__ != OUTPUT:
            yield model


ALL = sorted(set(models()), key=lambda model: f"{model.__module__}.{model.__name__}")


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_model(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"
    assert model.__doc__
    model.model_rebuild()
    words = words_of(model)
    assert words.keys() == model.model_fields.keys() - {"kind", "format"}
    assert all(each.vi.strip() and each.en.strip() for each in words.values())


def test_descriptions_are_vietnamese() -> None:
    texts = [words.vi for model in ALL for words in words_of(model).values()]
    with_marks = [text for text in texts if not text.isascii()]
    assert len(ALL) > 40
    assert len(with_marks) > 0.9 * len(texts)
