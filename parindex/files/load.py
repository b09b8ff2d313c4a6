"""From a file to a model, or to findings that say why not."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError

from parindex.files.document import Document
from parindex.files.unusable import Unusable
from parindex.files.validators import validator_of
from parindex.files.yaml_reader import read
from parindex.values.findings import Finding

M = TypeVar("M", bound=BaseModel)


def load_model(source: Path | bytes, model: type[M], name: str | None = None) -> tuple[M, Document]:
    """Read a file, or the bytes of one, as a model.

    Raises ``Unusable``: E1xx when the file cannot be read, E233 to E236 when it is of another kind or format, E2xx
    for every value that is wrong.
    """
    document = read(source, name)
    return validate(document, model), document


def validate(document: Document, model: type[M]) -> M:
    """The model that a document states; raises ``Unusable`` with all that is wrong (E2xx)."""
    if (wrong := _heading(document, model)) is not None:
        raise Unusable([wrong])
    try:
        found: M = validator_of(model).validate_python(document.data)
        return found
    except ValidationError as error:
        from parindex.files.locate import findings_of  # most files have no errors

        raise Unusable(findings_of(error, document, model)) from None


def kind_of(document: Document) -> str | None:
    """What the file says it is: the text of its ``kind:``."""
    kind = document.data.get("kind") if isinstance(document.data, dict) else None
    return kind if isinstance(kind, str) else None


def _heading(document: Document, model: type[BaseModel]) -> Finding | None:
    """One finding, in place of many that follow from it, for a file of another kind or format."""
    if not isinstance(document.data, dict):
        return document.finding("E235")
    for key, code in (("kind", "E233"), ("format", "E234")):
        field = model.model_fields.get(key)
        allowed = [str(option) for option in get_args(field.annotation)] if field is not None else []
        given = document.data.get(key)
        if allowed and isinstance(given, str) and given not in allowed:
            return document.finding(code, (key,), value=given, allowed=", ".join(allowed))
    return None
