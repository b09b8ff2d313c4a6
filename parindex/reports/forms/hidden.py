"""The hidden sheet of every workbook to fill in: what it is of, and its open cells with what they held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from parindex.reports.forms.cells import HIDDEN, MARK, Field, Label


def add_hidden(book: Any, said: Mapping[str, str], fields: Iterable[Field | Label]) -> None:
    """Write it; ``said`` is what the workbook says of itself, by name."""
    sheet = book.add_worksheet(HIDDEN)
    sheet.very_hidden()
    sheet.protect()
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
