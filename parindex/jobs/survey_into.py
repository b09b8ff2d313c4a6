"""Put the results of a survey into a unit's file: figures, who conducted it, the responses as evidence."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.files.write import write_bytes
from parindex.files.yaml_edit import Uneditable, edited
from parindex.jobs.survey import ScoredSurvey, figures
from parindex.model.unit import Unit
from parindex.values.findings import Finding, Route

_BOM = b"\xef\xbb\xbf"


def write_into(
    scored: ScoredSurvey, evidence: Path, sha256: str, path: Path, *, force: bool = False
) -> tuple[list[str], list[Finding]]:
    """Write the figures into a unit's file; comments and all else stay. Gives the indicators that were written.

    A figure that the file has from somewhere else is kept and told (W199), unless ``force`` is given. Raises
    ``Unusable``: the file cannot be read or changed (E185), or would not be valid.
    """
    unit, document = load_model(path, Unit)
    made: dict[str, Any] = figures(scored, evidence, sha256)
    (doc, entry), *_ = made["documents"].items()
    entry["file"] = Path(os.path.relpath(evidence.absolute(), path.absolute().parent)).as_posix()
    edits: dict[Route, Any] = {}
    kept: list[Finding] = []
    written: list[str] = []
    for indicator, fact in made["facts"].items():
        stands = unit.facts.get(indicator)
        own = stands is None or any(proof.doc == doc for proof in stands.evidence)
        if not own and not force:
            kept.append(document.finding("W199", ("facts", indicator), indicator=indicator))
            continue
        written.append(indicator)
        if stands is None:
            edits["facts", indicator] = fact
        else:
            edits |= {("facts", indicator, key): value for key, value in fact.items()}
    if not written:
        return [], kept
    if doc in unit.documents:
        edits |= {("documents", doc, key): value for key, value in entry.items()}
    else:
        edits["documents", doc] = entry
    try:
        text = edited(document.text, dict(sorted(edits.items(), key=lambda edit: str(edit[0][0]))))
    except Uneditable:
        raise Unusable([Finding("E185", document.name)]) from None
    content = (_BOM if document.content.startswith(_BOM) else b"") + text.encode()
    load_model(content, Unit, document.name)
    if content != document.content:
        write_bytes(path, content, force=True)
    return written, kept
