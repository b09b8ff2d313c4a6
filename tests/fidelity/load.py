"""Reads the plans the way the product does: every scalar is text, except plain ``true``, ``false`` and ``null``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from parindex.model.plan import Plan

_PLAIN = {"true": True, "false": False, "null": None, "": None}


class _TextLoader(yaml.BaseLoader):
    """Scalars as text; only unquoted true, false, null and nothing are typed."""

    def construct_scalar(self, node: Any) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.style is None:
            return _PLAIN.get(node.value, node.value)
        return super().construct_scalar(node)


def read_yaml(path: Path) -> Any:
    """The content of one YAML file; raises ``yaml.YAMLError``, ``OSError`` or ``UnicodeDecodeError``."""
    return yaml.load(path.read_text(encoding="utf-8"), _TextLoader)


def read_plan(path: Path) -> Plan:
    """One plan; raises what ``read_yaml`` raises, and ``pydantic.ValidationError`` when it is not a plan."""
    return Plan.model_validate(read_yaml(path))
