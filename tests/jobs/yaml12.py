"""YAML as readers of version 1.2 understand it (the core schema): ``no`` is a word, days are text."""

from __future__ import annotations

import re
from typing import Any

import yaml


class Core(yaml.SafeLoader):
    """PyYAML's loader with the plain scalars of YAML 1.2."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def load(text: str) -> Any:
    """The data of a file, with the keys of mappings as text, as JSON has them."""
    return _named(yaml.load(text, Core))


def _named(data: Any) -> Any:
    if isinstance(data, dict):
        return {_key(key): _named(value) for key, value in data.items()}
    return [_named(each) for each in data] if isinstance(data, list) else data


def _key(key: object) -> str:
    return str(key).lower() if isinstance(key, bool) else str(key)
