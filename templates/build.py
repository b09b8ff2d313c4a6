"""Makes the templates, one .docx for each kind of document; run ``python templates/build.py`` from the root.

Presentation by Nghị định 30/2020/NĐ-CP. Lengths are in twentieths of a point (twips) unless said otherwise. The
results are ordinary documents: restyle them in Word and save them; the tags are plain text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docx import Document
from docx.document import Document as DocumentType

from parindex.reports.word.package import pack, unpack
from templates.appraisal import appraisal, explanation
from templates.charts import Charts
from templates.periodic import periodic
from templates.ranking import decision, submission, summary
from templates.self_report import self_report
from templates.styles import add_styles, prune
from templates.tasks import tasks
from templates.xml import clear, header, settings

HERE = Path(__file__).resolve().parent
KINDS: Mapping[str, Callable[[DocumentType, Charts], None]] = {
    "self": self_report,
    "periodic": periodic,
    "tasks": tasks,
    "summary": summary,
    "submission": submission,
    "decision": decision,
    "appraisal": appraisal,
    "explanation": explanation,
}


def build(kind: str = "self") -> bytes:
    """The template's bytes; the same every time."""
    document, charts = Document(), Charts()
    add_styles(document)
    clear(document)
    KINDS[kind](document, charts)
    header(document)
    settings(document)
    buffer = BytesIO()
    document.save(buffer)
    return pack(charts.into(prune(unpack(buffer.getvalue()))))


if __name__ == "__main__":
    for each in KINDS:
        (HERE / f"{each}.docx").write_bytes(build(each))
