"""Reads the plans with the product's own reader and model."""

from __future__ import annotations

from pathlib import Path

from parindex.files.yaml_reader import read
from parindex.model.plan import Plan


def read_plan(path: Path) -> Plan:
    """One plan; raises ``parindex.files.unusable.Unusable``, or ``pydantic.ValidationError`` when it is not a plan."""
    return Plan.model_validate(read(path).data)
