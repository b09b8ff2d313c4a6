"""Schemas in the older form that editors read: draft-07, with ``if`` and ``then`` where a file can be several things.

Editors tell of an arbitrary branch of ``anyOf``; with ``if`` they speak of the branch that is meant.
"""

from __future__ import annotations

from typing import Any

from parindex.jobs.schema_nodes import Schema, below

_PREFIX = "#/$defs/"


def for_editors(body: Schema) -> Schema:
    """The same schema in draft-07."""
    definitions: dict[str, Schema] = body.get("$defs", {})

    def change(node: Schema) -> Any:
        result = below(node, change)
        if "anyOf" in result:
            result = _told_apart(result, definitions)
        if "$defs" in result:
            result["definitions"] = result.pop("$defs")
        return _reference(result)

    changed: Schema = change(body)
    return changed


def _reference(node: Schema) -> Schema:
    """In draft-07 nothing that stands beside ``$ref`` counts."""
    if "$ref" not in node:
        return node
    reference = {"$ref": node["$ref"].replace(_PREFIX, "#/definitions/")}
    rest = {key: value for key, value in node.items() if key != "$ref"}
    return {**rest, "allOf": [reference]} if rest else reference


def _told_apart(node: Schema, definitions: dict[str, Schema]) -> Schema:
    branches: list[Schema] = node["anyOf"]
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    bodies = [_body(branch, definitions) for branch in branches]
    if any(body is None for body in bodies):
        return node
    given = [body for body in bodies if body is not None]
    if (kinds := _kinds(given)) is not None:
        every = [kind for each in kinds for kind in each]
        cases = [
            {"if": {"properties": {"kind": {"enum": each}}, "required": ["kind"]}, "then": branch}
            for each, branch in zip(kinds, branches, strict=True)
        ]
        kind = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": every}}}
        return {**rest, **kind, "allOf": cases}
    if len(given) == 2 and (key := _telling(given[0], given[1])) is not None:
        return {**rest, "if": {"required": [key]}, "then": branches[0], "else": branches[1]}
    return node


def _body(branch: Schema, definitions: dict[str, Schema]) -> Schema | None:
    """The keys of a branch that is a model, by its reference; ``None`` for anything else."""
    # What lies below was changed before.
    name = branch.get("$ref", "").removeprefix("#/definitions/")
    return definitions.get(name)


def _kinds(bodies: list[Schema]) -> list[list[Any]] | None:
    """What each branch says at ``kind``, when all of them do."""
    found = [body.get("properties", {}).get("kind", {}).get("enum") for body in bodies]
    return found if all(found) else None


def _telling(first: Schema, second: Schema) -> str | None:
    """A key that the first branch requires and the second does not know."""
    return next((key for key in first.get("required", []) if key not in second.get("properties", {})), None)
