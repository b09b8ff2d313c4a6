"""Nodes of pydantic's schemas made to say what the reader accepts, in two languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from parindex.values.fields import DAY_PATTERN

Schema = dict[str, Any]

_ONE = ("items", "additionalProperties", "propertyNames", "if", "then", "else", "not", "contains")
_MANY = ("anyOf", "oneOf", "allOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")

HEADING = {"kind": "Loại\nKind", "format": "Phiên bản của mẫu tệp\nVersion of the form of the file"}
"""Descriptions of keys that say what a file or a rule is."""

WORDS_OF_OLD_YAML = {"yes": True, "no": False, "on": True, "off": False}
"""Words that readers of YAML 1.1 take for booleans; ours leaves them words."""


def below(node: Schema, change: Callable[[Schema], Any]) -> Schema:
    """A copy of a node with every schema right below it changed; data such as defaults is left alone."""
    result = dict(node)
    for key in _ONE:
        if isinstance(result.get(key), dict):
            result[key] = change(result[key])
    for key in _MANY:
        if key in result:
            result[key] = [change(each) for each in result[key]]
    for key in _NAMED:
        if key in result:
            result[key] = {name: change(each) for name, each in result[key].items()}
    return result


def polished(node: Schema, *, lenient: bool = True) -> Schema:
    """A node and all below it: described in Vietnamese and English, and as ``lenient`` as the reader is.

    The reader gives scalars as text and types them by field, so where text may stand, what other readers take for a
    number may stand too, and digits in quotes where a number may.
    """
    result = below(node, lambda each: polished(each, lenient=lenient))
    result.pop("title", None)
    result.pop("discriminator", None)
    if result.get("default", ...) in (None, [], {}, False):
        del result["default"]
    _describe(result)
    if "patternProperties" in result:
        # A key of another form is an error, as is one that a model does not know.
        result.setdefault("additionalProperties", False)
    if "oneOf" in result:
        # Branches of facts by name and without may both hold ({}): one that holds is enough.
        result["anyOf"] = result.pop("oneOf")
    if lenient:
        _loosen(result)
    _headed(result)
    return result


def _describe(node: Schema) -> None:
    english = node.pop("description_en", None)
    if english is not None:
        node["description"] = f"{node['description']}\n{english}"
    elif "description" in node:
        # The docstring of a class: for maintainers.
        node["$comment"] = node.pop("description").split("\n\n")[0]


def _headed(node: Schema) -> None:
    """The two keys that every file begins with need no words in the models."""
    for key, words in HEADING.items():
        own = node.get("properties", {}).get(key, {})
        if "enum" in own or "const" in own:
            own.setdefault("description", words)


def _loosen(node: Schema) -> None:
    if "const" in node:
        node["enum"] = [node.pop("const")]
    if "enum" in node:
        node.pop("type", None)
        more = [int(word) for word in node["enum"] if isinstance(word, str) and word.isdigit()]
        more += [WORDS_OF_OLD_YAML[word] for word in node["enum"] if word in WORDS_OF_OLD_YAML]
        node["enum"] = [*node["enum"], *more]
    elif node.get("type") == "string" and node.get("format") == "date":
        # Validators need not look at formats.
        node["pattern"] = f"^{DAY_PATTERN}$"
    elif node.get("type") == "string":
        node["type"] = ["string", "number"]
    elif node.get("type") == "integer":
        node["type"] = ["integer", "string"]
        node["pattern"] = "^(0|[1-9][0-9]*)$"
