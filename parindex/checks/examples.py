"""The example of each diagnostic: what gives it, and the same mended. Only ``explain`` and the documentation ask."""

from __future__ import annotations

from collections.abc import Mapping

from parindex.checks.entries import rule_examples, scenes_council, scenes_files, scenes_forms, unit_examples
from parindex.checks.entry import Shown
from parindex.checks.registry import REGISTRY
from parindex.checks.scene import Scene

SCENES: Mapping[str, Scene] = {**scenes_files.SCENES, **scenes_forms.SCENES, **scenes_council.SCENES}
"""Examples that take several steps, by code."""

EXAMPLES: Mapping[str, Shown] = {
    **{code: entry.example for code, entry in REGISTRY.items() if entry.example is not None},
    **rule_examples.EXAMPLES,
    **unit_examples.EXAMPLES,
    **SCENES,
}
"""All examples, by code. A code has none only where nothing that a user does can show it."""
