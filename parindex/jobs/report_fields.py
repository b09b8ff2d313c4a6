"""The fields of each kind of document, with examples from a unit's file or from the shipped example."""

from __future__ import annotations

from pathlib import Path

from parindex.files.library import data_folder
from parindex.jobs.report import made_for
from parindex.jobs.report_kinds import APPRAISAL, RANKING, Asked
from parindex.reports.view import Paper
from parindex.reports.view.appraisal.data import Explanation, Minutes
from parindex.reports.word.fields import Field, fields_of, fields_of_kind

_TYPES: dict[str, type[Paper]] = {"appraisal": Minutes, "explanation": Explanation}
"""Kinds for which no example is shipped: their fields are listed without examples."""


def list_fields(asked: Asked, path: Path | None = None) -> list[Field]:
    """All fields of a kind; raises like ``made_for`` for files that cannot be used."""
    if path is None:
        if asked.kind in APPRAISAL:
            return fields_of_kind(_TYPES[asked.kind])
        examples = data_folder() / "examples"
        path = examples / ("chi-linh-2023" if asked.kind in RANKING else "phu-son-2023/unit.yaml")
    made, _ = made_for(path, asked, Path("x.docx"))
    return fields_of(made.view) if made.view is not None else []
