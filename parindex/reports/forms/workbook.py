"""The whole form: a guide, domains, quarters, documents, reports, tasks, what is printed, a hidden list of cells."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from parindex import __version__
from parindex.model.criteria import leaves_of
from parindex.reports.forms.blocks import blocks
from parindex.reports.forms.cells import FORM_FORMAT, UNIT_FORM
from parindex.reports.forms.documents import add_documents
from parindex.reports.forms.domains import DomainSheet
from parindex.reports.forms.guide import add_guide, fill_guide
from parindex.reports.forms.hidden import add_hidden
from parindex.reports.forms.paper import add_paper
from parindex.reports.forms.quarters import OF_YEAR, add_quarters
from parindex.reports.forms.reporting import add_reports
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Styles
from parindex.reports.forms.tasks import add_tasks

CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into every workbook: the same unit, set and plans give the same bytes."""


def new_book(file: BinaryIO, title: str) -> Any:
    """A workbook in which all text stays text, whatever it begins with, and that is always the same bytes."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, {**options, "in_memory": True})
    book.set_properties({"title": title, "created": CREATED})
    return book


def write_form(source: FormSource, file: BinaryIO) -> None:
    """Write the form of a unit."""
    book = new_book(file, f"Biểu mẫu tự chấm điểm: {source.unit.unit.name}, năm {source.unit.year}")
    styles = Styles(book)
    guide = add_guide(book, styles)
    placed: dict[str, str] = {}
    domains = [
        DomainSheet(book, styles, domain, blocks(domain, source, placed), source) for domain in source.criteria.domains
    ]
    places: dict[str, dict[str, str]] = {}
    for sheet in domains:
        for id_, cells in sheet.places().items():
            places.setdefault(id_, {}).update(cells)
    quarters, ranges = add_quarters(book, styles, source, places)
    for id_, range_ in ranges.items():
        places[id_][OF_YEAR] = range_
    documents = add_documents(book, styles, source)
    nothing = {id_: cells["not_arising"] for id_, cells in places.items() if "not_arising" in cells}
    reports = add_reports(book, styles, source, nothing)
    tasks, task_range = add_tasks(book, styles, source)
    paper = add_paper(book, styles, source)
    for id_, sent in reports.sent.items():
        proofs = {f"doc:{number}": cell for number, cell in enumerate(reports.proofs[id_])}
        places.setdefault(id_, {}).update({**sent, **proofs})
    totals = []
    for sheet in domains:
        sheet.write(places, reports.cells, task_range)
        leaves = list(leaves_of(sheet.domain.criteria))
        most = sum((leaf.points for leaf in leaves if leaf.counts == "normal"), Decimal(0))
        totals.append((sheet.domain.code, sheet.domain.name, float(most), sheet.total(), sheet.shown))
    fill_guide(guide, styles, source, totals)
    own = [field for sheet in domains for block in sheet.blocks for row in block.rows for field in row.fields.values()]
    add_hidden(book, _said(source), [*own, *quarters, *documents, *reports.fields, *tasks, *paper, *styles.labels])
    guide.activate()
    book.close()


def _said(source: FormSource) -> dict[str, str]:
    """What the form is of."""
    unit = source.unit.unit
    return {
        "format": FORM_FORMAT,
        "form": UNIT_FORM,
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
