"""Small Word documents to try the engine on."""

import io
from collections.abc import Sequence

import docx

from parindex.reports.word.template import compiled


def document(*paragraphs: str | Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A .docx of paragraphs (a list: one run each) and perhaps a table."""
    made = docx.Document()
    for paragraph in paragraphs:
        added = made.add_paragraph()
        for run in [paragraph] if isinstance(paragraph, str) else paragraph:
            added.add_run(run)
    if rows:
        table = made.add_table(len(rows), len(rows[0]))
        for row, words in zip(table.rows, rows, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def rendered(template: bytes, **context: object) -> list[str]:
    """The text of the paragraphs, then of the rows with cells joined by a bar."""
    made = docx.Document(io.BytesIO(compiled(template).render(context)))
    rows = ["|".join(cell.text for cell in row.cells) for table in made.tables for row in table.rows]
    return [paragraph.text for paragraph in made.paragraphs] + rows
