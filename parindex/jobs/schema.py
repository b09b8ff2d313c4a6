"""JSON Schemas of all kinds of files, made from the models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import ModelSchema

from parindex.jobs.field_words import words_of
from parindex.jobs.schema_editor import for_editors
from parindex.jobs.schema_nodes import Schema, polished
from parindex.model.kinds import KINDS
from parindex.model.overlay import Overlay
from parindex.model.sheet import Sheet
from parindex.values.records import model_of

DRAFT_2020 = "https://json-schema.org/draft/2020-12/schema"
DRAFT_07 = "http://json-schema.org/draft-07/schema#"

TITLES = {
    "project": "Kho minh chứng (parindex.yaml)",
    "unit": "Số liệu của một đơn vị trong một năm",
    "criteria": "Bộ tiêu chí",
    "plan": "Kế hoạch cải cách hành chính",
    "indicators": "Danh mục chỉ số đo",
    "submission": "Hồ sơ đã nộp",
    "appraisal": "Ý kiến thẩm định của hội đồng",
    "response": "Giải trình, bổ sung của đơn vị",
    "survey": "Ánh xạ phiếu khảo sát",
    "sheet": "Phiếu điểm (parindex score --json)",
}
ALL = "parindex"
"""The name of the schema of all files, which looks at ``kind`` first."""

NAMES = (*TITLES, ALL)
"""Everything that has a schema."""


_SETS: Schema = {
    "if": {"required": ["extends"]},
    "then": {"$ref": "#/$defs/Overlay"},
    "else": {"$ref": "#/$defs/CriteriaSet"},
}
"""A criteria set with ``extends`` is an overlay."""


def schema_of(name: str, *, editor: bool = False) -> Schema:
    """The schema of a kind, or of all (``parindex``): JSON Schema 2020-12, or draft-07 for editors.

    Raises ``KeyError`` for an unknown name.
    """
    if name == "sheet":
        body = _of_models({"sheet": model_of(Sheet)}, "serialization")
    elif name == ALL:
        body = _of_all()
    else:
        body = _of_kind(name)
    head = {
        "$schema": DRAFT_07 if editor else DRAFT_2020,
        "$id": f"urn:parindex:{'editor' if editor else 'schema'}:{name}:1",
        "title": TITLES.get(name, "Tệp của parindex"),
    }
    return {**head, **(for_editors(body) if editor else body)}


def schema_text(name: str, *, editor: bool = False) -> str:
    """The schema as a file holds it."""
    return json.dumps(schema_of(name, editor=editor), ensure_ascii=False, indent=2) + "\n"


def schema_files() -> Mapping[str, str]:
    """Every published schema by its path under ``docs/schema``: the editors' form beside the 2020-12 one.

    Shipped files name ``<kind>.json`` for their editor, and editors read no later draft than 7.
    """
    return {f"{name}.json": schema_text(name, editor=True) for name in NAMES} | {
        f"2020-12/{name}.json": schema_text(name) for name in NAMES
    }


class _Described(GenerateJsonSchema):
    """Says what the keys of a model mean."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        result = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, words in words_of(model).items():
            key = model.model_fields[name].alias or name
            result["properties"][key] |= {"description": words.vi, "description_en": words.en}
        return result


def _of_kind(kind: str) -> Schema:
    model = KINDS[kind]
    if kind != "criteria":
        return _of_models({kind: model})
    body = _of_models({kind: model, "overlay": Overlay})
    return {**_SETS, "$defs": body["$defs"]}


def _of_all() -> Schema:
    body = _of_models({**KINDS, "overlay": Overlay})
    branches = [
        {"if": _says(kind), "then": _SETS if kind == "criteria" else {"$ref": f"#/$defs/{model.__name__}"}}
        for kind, model in KINDS.items()
    ]
    kinds = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": list(KINDS)}}}
    return {**kinds, "allOf": branches, "$defs": body["$defs"]}


def _says(kind: str) -> Schema:
    return {"properties": {"kind": {"const": kind}}, "required": ["kind"]}


def _of_models(
    models: Mapping[str, type[BaseModel]], mode: Literal["validation", "serialization"] = "validation"
) -> Schema:
    """The definitions of some models; of one alone also its own keys at the top."""
    for model in models.values():
        model.model_rebuild()
    _, together = models_json_schema(
        [(model, mode) for model in models.values()], by_alias=True, schema_generator=_Described
    )
    definitions: dict[str, Any] = {
        name: polished(node, lenient=mode == "validation") for name, node in sorted(together["$defs"].items())
    }
    if len(models) > 1:
        return {"$defs": definitions}
    (model,) = models.values()
    top = definitions.pop(model.__name__)
    return {**top, "$defs": definitions} if definitions else top
