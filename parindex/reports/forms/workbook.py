"""The whole form: a guide, a sheet per domain, documents, reports, tasks, and a hidden list of the open cells."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from parindex import __version__
from parindex.model.criteria import leaves_of
from parindex.reports.forms.blocks import blocks
from parindex.reports.forms.cells import FORM_FORMAT, HIDDEN, MARK, Field
from parindex.reports.forms.documents import add_documents
from parindex.reports.forms.domains import DomainSheet
from parindex.reports.forms.guide import add_guide, fill_guide
from parindex.reports.forms.reporting import add_reports
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Styles
from parindex.reports.forms.tasks import add_tasks

CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into every form: the same unit, set and plans give the same bytes."""


def write_form(source: FormSource, file: BinaryIO) -> None:
    """Write the form of a unit. All text stays text, whatever it begins with."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, {**options, "in_memory": True})
    title = f"Biểu mẫu tự chấm điểm: {source.unit.unit.name}, năm {source.unit.year}"
    book.set_properties({"title": title, "created": CREATED})
    styles = Styles(book)
    guide = add_guide(book, styles)
    placed: dict[str, str] = {}
    domains = [
        DomainSheet(book, styles, domain, blocks(domain, source, placed), source) for domain in source.criteria.domains
    ]
    documents = add_documents(book, styles, source)
    reports = add_reports(book, styles, source)
    tasks, range_ = add_tasks(book, styles, source)
    places: dict[str, dict[str, str]] = {}
    for sheet in domains:
        for id_, cells in sheet.places().items():
            places.setdefault(id_, {}).update(cells)
    for id_, sent in reports.sent.items():
        proofs = {f"doc:{number}": cell for number, cell in enumerate(reports.proofs[id_])}
        places.setdefault(id_, {}).update({**sent, **proofs})
    totals = []
    for sheet in domains:
        sheet.write(places, reports.cells, range_)
        leaves = list(leaves_of(sheet.domain.criteria))
        most = sum((leaf.points for leaf in leaves if leaf.counts == "normal"), Decimal(0))
        totals.append((sheet.domain.code, sheet.domain.name, float(most), sheet.total(), sheet.shown))
    fill_guide(guide, styles, source, totals)
    own = [field for sheet in domains for block in sheet.blocks for row in block.rows for field in row.fields.values()]
    _hidden(book, source, [*own, *documents, *reports.fields, *tasks])
    guide.activate()
    book.close()


def _hidden(book: Any, source: FormSource, fields: list[Field]) -> None:
    """What the form is of, and its cells with what they held."""
    sheet = book.add_worksheet(HIDDEN)
    sheet.very_hidden()
    sheet.protect()
    unit = source.unit.unit
    said = {
        "format": FORM_FORMAT,
        "program": __version__,
        "unit": unit.id,
        "name": unit.name,
        "level": unit.level,
        "type": unit.type or "",
        "year": str(source.unit.year),
        "criteria": source.criteria.id,
        "plans": " ".join(plan.id for plan in source.plans),
        "file": source.file,
        **{f"sha256 {name}": digest for name, digest in source.versions.items()},
    }
    sheet.write_string(0, 0, f"{MARK}/{HIDDEN}")
    row = 1
    for name, value in said.items():
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
        row += 1
    sheet.write_string(row, 0, "cells")
    for field in fields:
        row += 1
        for column, text in enumerate(field.as_row()):
            sheet.write_string(row, column, text)
