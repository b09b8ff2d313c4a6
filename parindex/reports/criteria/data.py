"""A criteria set as plain data: the keys of its file, and how each leaf is scored in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from parindex.locale.rules import sentences, threshold
from parindex.locale.steps import Lang
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.reports.criteria.view import subject


def set_data(
    criteria: CriteriaSet, indicators: Mapping[str, Indicator], lang: Lang = "vi", code: str | None = None
) -> dict[str, Any]:
    """The set under the keys of the design, numbers as text; each leaf also has ``how`` and ``threshold``.

    With ``code`` only that part of the tree, with what lies above it.
    """
    data = criteria.model_dump(mode="json", by_alias=True, exclude_none=True)
    written = (each for domain in data["domains"] for each in _leaves(domain["criteria"]))
    for (_, leaf), entry in zip(criteria.leaves(), written, strict=True):
        about = subject(leaf, indicators, lang)
        entry["how"] = sentences(leaf.rule, about)
        if leaf.otherwise is not None:
            entry["threshold"] = threshold(leaf.otherwise.comparator, leaf.otherwise.value, about)
    if code is not None:
        data["domains"] = _part(data["domains"], code)
    return data


def _part(nodes: list[dict[str, Any]], code: str) -> list[dict[str, Any]]:
    """The nodes with a code and what lies under them, with what lies above."""
    kept = []
    for node in nodes:
        if node["code"] == code or node["code"].startswith(f"{code}."):
            kept.append(node)
        elif below := _part(node.get("criteria", []), code):
            kept.append({**node, "criteria": below})
    return kept


def _leaves(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if "criteria" in node:
            yield from _leaves(node["criteria"])
        else:
            yield node
