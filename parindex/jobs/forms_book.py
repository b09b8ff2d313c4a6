"""A filled-in form as it comes back: found again by its keys, whatever was renamed or moved."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import python_calamine as calamine
from msgspec import Struct

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.files.workbooks import Oddities, oddities
from parindex.jobs.forms_package import checked_package
from parindex.reports.forms.cells import (
    APPRAISAL_FORM,
    FORM_FORMAT,
    HIDDEN,
    LABEL,
    MARK,
    RESPONSE_FORM,
    UNIT_FORM,
    Field,
    Label,
    folded,
    from_row,
)
from parindex.reports.forms.guide import KEY as GUIDE
from parindex.reports.forms.styles import letters
from parindex.values.findings import Finding

_SEARCHED = 30
"""Rows and columns in which the first cell of a sheet is looked for, in case some were put in before it."""

_BOUND = {"unit", "name", "year", "file", "sha256 submission"}
_SAYS = {
    UNIT_FORM: {"unit", "year", "criteria", "level", "name"},
    APPRAISAL_FORM: {*_BOUND, "agency", "round", "prefix"},
    RESPONSE_FORM: _BOUND,
}
"""What a workbook must say of itself, by what it is for."""
_NAMES = {
    UNIT_FORM: "biểu mẫu số liệu của đơn vị",
    APPRAISAL_FORM: "sổ thẩm định",
    RESPONSE_FORM: "sổ giải trình",
}
_TITLES = {
    "documents": "Tài liệu",
    "reports": "Báo cáo",
    "tasks": "Nhiệm vụ",
    "appraisal": "Thẩm định",
    "answers": "Giải trình",
}


class Cell(Struct, frozen=True):
    """One open cell as it came back."""

    where: str
    """``bieu-mau.xlsx: Lĩnh vực 3!F12``."""
    value: Any
    error: str = ""
    """The error that a formula gives, such as ``#DIV/0!``."""
    percent: bool = False
    """Shown as a percent: 97,5% is 0.975 in the cell."""
    merged: bool = False
    """Merged with another cell to fill in, or into a cell before it: what stood there is gone."""


class _Sheet(Struct, frozen=True):
    name: str
    rows: list[list[Any]]
    lines: Mapping[str, int]
    columns: Mapping[str, int]
    merged: list[tuple[tuple[int, int], tuple[int, int]]]
    odd: Oddities


class Form(Struct):
    """A form that was read."""

    name: str
    said: Mapping[str, str]
    """What the form is of: ``unit``, ``year``, ``criteria``, ``sha256 set``."""
    fields: list[Field]
    labels: list[Label]
    remembered: list[int] = []
    """The rows of the hidden sheet in which the fields stand, from 1."""
    sheets: dict[str, _Sheet] = {}
    findings: list[Finding] = []
    """Sheets, rows and columns that are not there, or twice; sheets that are not the form's."""
    _open: dict[str, set[tuple[int, int]]] = {}
    """Where the open cells of each sheet are, by its key, once asked for."""

    def cell(self, each: Field) -> Cell | None:
        """The cell of a field; ``None`` when its sheet, row or column is gone, which ``findings`` say."""
        sheet = self.sheets.get(each.sheet)
        if sheet is None or each.row not in sheet.lines or each.column not in sheet.columns:
            return None
        row, column = sheet.lines[each.row], sheet.columns[each.column]
        value = sheet.rows[row][column] if column < len(sheet.rows[row]) else ""
        place = (row, column)
        merged = any(self._swallowed(place, each.sheet, *corners) for corners in sheet.merged)
        where = f"{self.name}: {sheet.name}!{letters(column)}{row + 1}"
        return Cell(where, value, sheet.odd.errors.get(place, ""), place in sheet.odd.percents, merged)

    def _swallowed(self, place: tuple[int, int], key: str, first: tuple[int, int], last: tuple[int, int]) -> bool:
        """Whether merging the cells from ``first`` to ``last`` spoils the open cell at a place.

        It does not where the cell is the first of them and no other is one to fill in: so the workbook itself merges.
        """
        if not (first[0] <= place[0] <= last[0] and first[1] <= place[1] <= last[1]):
            return False
        within = [
            other for other in self._places(key) if first[0] <= other[0] <= last[0] and first[1] <= other[1] <= last[1]
        ]
        return place != first or len(within) > 1

    def _places(self, key: str) -> set[tuple[int, int]]:
        if key not in self._open:
            sheet = self.sheets[key]
            self._open[key] = {
                (sheet.lines[each.row], sheet.columns[each.column])
                for each in self.fields
                if each.sheet == key and each.row in sheet.lines and each.column in sheet.columns
            }
        return self._open[key]


def open_form(path: Path, forms: Collection[str] = (UNIT_FORM,)) -> Form:
    """Read a workbook of one of some kinds; which one is in ``said`` under ``form``.

    Raises ``Unusable`` (E149 to E164) for what is none, or of another kind, or cannot be trusted.
    """
    name = file_name(path)
    content = checked_package(path, name)
    odd = oddities(content, name)  # looks for cells that are too far away before they are all held in memory
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {sheet: book.get_sheet_by_name(sheet) for sheet in book.sheet_names}
        found = {sheet: opened.to_python(skip_empty_area=False) for sheet, opened in sheets.items()}
    except calamine.CalamineError:
        raise Unusable([Finding("E161", name)]) from None
    hidden = next((rows for rows in found.values() if _first(rows) == f"{MARK}/{HIDDEN}"), None)
    if hidden is None:
        raise Unusable([Finding("E164", name)])
    read = _said(hidden, name, forms)
    strange: list[str] = []
    for sheet, rows in found.items():
        start = _start(rows)
        if start is None:
            if any(value not in ("", None) for row in rows for value in row):
                strange.append(sheet)
            continue
        key = str(rows[start[0]][start[1]])[len(MARK) + 1 :]
        if key in (HIDDEN, GUIDE):
            continue
        if key in read.sheets:
            read.findings.append(Finding("E169", f"{name}: {sheet}", data={"what": f"trang «{read.sheets[key].name}»"}))
            continue
        read.sheets[key] = _sheet(sheet, rows, start, sheets[sheet].merged_cell_ranges, odd.get(sheet), read)
    read.findings += [Finding("W187", name, data={"sheet": sheet}) for sheet in strange]
    read.findings += [*_lost(read), *_mixed_up(read)]
    return read


def _first(rows: list[list[Any]]) -> Any:
    start = _start(rows)
    return rows[start[0]][start[1]] if start else None


def _start(rows: list[list[Any]]) -> tuple[int, int] | None:
    """Where the mark of a form's sheet stands."""
    for line, row in enumerate(rows[:_SEARCHED]):
        for column, value in enumerate(row[:_SEARCHED]):
            if isinstance(value, str) and value.startswith(f"{MARK}/"):
                return line, column
    return None


def _said(rows: list[list[Any]], name: str, forms: Collection[str]) -> Form:
    """What the hidden sheet says of the workbook and its cells."""
    said: dict[str, str] = {}
    read = Form(name, said, [], [])
    cells = False
    try:
        for number, row in enumerate(rows[1:], start=2):
            texts = tuple(str(value) for value in row)
            if cells:
                sheet, line, column, route, kind, base = (*texts, "", "", "", "", "", "")[:6]
                if kind == LABEL:
                    read.labels.append(Label(sheet, line, column, base))
                else:
                    read.fields.append(from_row((sheet, line, column, route, kind, base)))
                    read.remembered.append(number)
            elif texts[0] == "cells":
                cells = True
            elif len(texts) > 1:
                said[texts[0]] = texts[1]
    except ValueError:
        raise Unusable([Finding("E164", name)]) from None
    kind = said.setdefault("form", UNIT_FORM)
    if kind not in forms:
        wanted = " hoặc ".join(_NAMES[form] for form in forms)
        raise Unusable([Finding("E152", name, data={"kind": _NAMES.get(kind, kind), "wanted": wanted})])
    if said.get("format") != FORM_FORMAT:
        raise Unusable([Finding("E186", name, data={"given": said.get("format", "?"), "known": FORM_FORMAT})])
    if not read.fields or not _SAYS[kind] <= set(said):
        raise Unusable([Finding("E164", name)])
    return read


def _sheet(
    name: str, rows: list[list[Any]], start: tuple[int, int], merged: Any, odd: Oddities | None, form: Form
) -> _Sheet:
    top, left = start
    keys = [(number, str(row[left])) for number, row in enumerate(rows) if number > top and row[left] not in ("", None)]
    heads = [
        (number, str(value)) for number, value in enumerate(rows[top]) if number > left and value not in ("", None)
    ]
    known = {each.row for each in form.fields}
    twice = [key for key, count in Counter(key for _, key in keys).items() if count > 1 and key in known]
    for key in twice:
        form.findings.append(Finding("E169", f"{form.name}: {name}", data={"what": f"dòng «{key}»"}))
    lines = {key: number for number, key in reversed(keys)}
    columns = {key: number for number, key in reversed(heads)}
    return _Sheet(name, rows, lines, columns, list(merged or []), odd or Oddities({}, frozenset()))


def _lost(form: Form) -> list[Finding]:
    """Sheets, rows and columns of the form that are no longer there, each told once."""
    called = {(each.sheet, each.row, each.column): each.text for each in form.labels}
    lost: dict[tuple[str, str], Finding] = {}
    for each in form.fields:
        sheet = form.sheets.get(each.sheet)
        if sheet is None:
            lost.setdefault((each.sheet, ""), Finding("E167", form.name, data={"sheet": _title(each.sheet)}))
            continue
        place = f"{form.name}: {sheet.name}"
        if each.row not in sheet.lines:
            if each.route[0] == "documents" and str(each.route[1]).startswith("+") and not each.base:
                continue  # a line for a new document that nobody used
            lost.setdefault((each.sheet, each.row), Finding("E168", place, data={"what": _line_name(each, called)}))
        elif each.column not in sheet.columns:
            head = called.get((each.sheet, "", each.column), each.column)
            lost.setdefault((each.sheet, each.column), Finding("E168", place, data={"what": f"cột «{head}»"}))
    return list(lost.values())


def _line_name(each: Field, called: Mapping[tuple[str, str, str], str]) -> str:
    """A line as the eye knows it."""
    names = ("label", "period", "name", "id")
    text = next((name for column in names if (name := called.get((each.sheet, each.row, column)))), each.row)
    if each.sheet.startswith("domain/"):
        return f"dòng «{text}» của tiêu chí {each.row.partition('/')[0]}"
    return f"dòng «{text}»"


def _mixed_up(form: Form) -> Iterator[Finding]:
    """Locked cells that say something else than when the form was made: columns may have been sorted apart."""
    for each in form.labels:
        sheet = form.sheets.get(each.sheet)
        if sheet is None or each.column not in sheet.columns:
            continue
        row, column = sheet.lines.get(each.row), sheet.columns[each.column]
        if row is None:
            continue
        value = sheet.rows[row][column] if column < len(sheet.rows[row]) else ""
        if folded(str(value)) != folded(each.text):
            where = f"{form.name}: {sheet.name}!{letters(column)}{row + 1}"
            yield Finding("E157", where, data={"value": str(value)[:60] or "–", "base": each.text[:60]})


def _title(key: str) -> str:
    kind, _, code = key.partition("/")
    return f"Lĩnh vực {code}" if kind == "domain" else _TITLES.get(kind, key)
