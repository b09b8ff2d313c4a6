"""How a form looks, and the small acts by which its sheets are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from parindex.locale.formats import number
from parindex.reports.forms.cells import CHOICES, MARK, NUMBERS, Field, Kind, Label
from parindex.reports.ranking.xlsx_styles import height

FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
_CELL = FONT | {"border": 1, "border_color": "#BFBFBF", "text_wrap": True}
_INPUT = _CELL | {"locked": False, "bg_color": "#FFF9DB"}
DOCUMENTS_NAME = "ma_tai_lieu"
"""The defined name of the ids on the documents' sheet, from which evidence is chosen."""
_DIGITS = 15
"""Digits that Excel keeps of a number; a longer one is written as text, so that none is lost."""


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self.labels: list[Label] = []
        """What the eye knows columns and lines by, in all sheets: sorted apart from their keys, they are found out."""
        self.title = book.add_format(FONT | {"bold": True, "font_size": 14})
        self.plain = book.add_format(FONT | {"text_wrap": True})
        self.note = book.add_format(FONT | {"italic": True})
        self.remark = book.add_format(FONT | {"italic": True, "text_wrap": True})
        self.bold = book.add_format(_CELL | {"bold": True})
        self.warn = book.add_format(FONT | {"bold": True, "font_color": "#C00000"})
        head = {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#D9E2F3"}
        self.head = book.add_format(_CELL | head)
        # A heading runs on over the empty cells beside it.
        self.group = book.add_format(_CELL | {"bold": True, "bg_color": "#EDEDED", "text_wrap": False})
        self.group_right = book.add_format(_CELL | {"italic": True, "bg_color": "#EDEDED", "align": "right"})
        self.missing = book.add_format({"bg_color": "#F8CBAD"})
        self.text = book.add_format(_CELL)
        self.center = book.add_format(_CELL | {"align": "center"})
        self.points = book.add_format(_CELL | {"num_format": "0.00##", "align": "right"})
        self.whole = book.add_format(_CELL | {"num_format": "0", "align": "right"})
        self.preview = book.add_format(
            _CELL | {"num_format": "0.00##", "align": "right", "bold": True, "font_color": "#1F4E79", "hidden": True}
        )
        self.blank = book.add_format(_CELL | {"bg_color": "#F7F7F7"})
        self.key = book.add_format({"font_color": "#808080", "num_format": "0.######"})
        self.number = book.add_format(_INPUT | {"num_format": "#,##0.######", "align": "right"})
        self.day = book.add_format(_INPUT | {"num_format": "dd/mm/yyyy", "align": "center"})
        self.choice = book.add_format(_INPUT | {"num_format": "@", "align": "center"})
        self.given_number = book.add_format(_CELL | {"num_format": "#,##0.######", "align": "right"})
        self.given_day = book.add_format(_CELL | {"num_format": "dd/mm/yyyy", "align": "center"})
        self.link = book.add_format(_CELL | {"font_color": "#0563C1", "underline": 1, "align": "center"})
        # The text format keeps what is typed as it is: no formula, no number, no date.
        self.words = book.add_format(_INPUT | {"num_format": "@"})

    def of(self, field: Field) -> Any:
        """The format of a cell to fill in."""
        if field.kind in NUMBERS:
            return self.number
        return {"day": self.day, "yes-no": self.choice, "tick": self.choice}.get(field.kind, self.words)

    def shown(self, kind: Kind) -> Any:
        """The format of a locked cell that shows such a value."""
        if kind in NUMBERS:
            return self.given_number
        return {"day": self.given_day, "text": self.text}.get(kind, self.center)


class Column(Struct, frozen=True):
    """A column of a sheet: its key, its head and its width in digits; width 0 hides it."""

    key: str
    head: str
    width: float


class Grid:
    """One sheet of a form: a hidden row and column of keys, a title, a head, rows of locked and open cells."""

    def __init__(
        self, book: Any, styles: Styles, name: str, key: str, columns: Sequence[Column], notes: Sequence[str]
    ) -> None:
        self.sheet = book.add_worksheet(name)
        self.name, self.key, self.styles = name, key, styles
        self.columns = {column.key: number for number, column in enumerate(columns, start=1)}
        self.first = len(notes) + 2
        """The row of the first entry, counted from 0."""
        sheet = self.sheet
        sheet.write_string(0, 0, f"{MARK}/{key}", styles.key)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column(0, 0, 4, None, {"hidden": True})
        for place, column in enumerate(columns, start=1):
            sheet.set_column(place, place, column.width or 4, None, {"hidden": not column.width})
            sheet.write_string(0, place, column.key, styles.key)
            sheet.write_string(self.first - 1, place, column.head, styles.head)
            if column.width:
                styles.labels.append(Label(key, "", column.key, column.head))
        for line, text in enumerate(notes, start=1):
            sheet.write_string(line, 1, text, styles.title if line == 1 else styles.note)
        sheet.set_row(1, 22)
        sheet.set_row(self.first - 1, 34)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.first - 1)
        sheet.set_footer(f'&L&"Times New Roman"&9{name.replace("&", "&&")}&R&"Times New Roman"&9Trang &P/&N')
        protect(sheet)

    def reference(self, row: int, column: str) -> str:
        """An absolute reference to a cell, with its sheet."""
        quoted = self.name.replace("'", "''")
        return f"'{quoted}'!${letters(self.columns[column])}${row + 1}"

    def line(self, row: int, key: str, labels: Mapping[str, str]) -> None:
        """Begin a line: its key, and the locked texts by column that tell it from others."""
        self.sheet.write_string(row, 0, key, self.styles.key)
        self.styles.labels += [Label(self.key, key, column, text) for column, text in labels.items() if text]

    def text(self, row: int, column: str, text: str, style: Any = None) -> None:
        """Locked text."""
        if text:
            self.sheet.write_string(row, self.columns[column], text, style or self.styles.text)
        else:
            self.sheet.write_blank(row, self.columns[column], None, style or self.styles.text)

    def input(self, row: int, field: Field, *, most: Decimal | None = None, last: int | None = None) -> None:
        """An open cell with its value and the rule of what may be typed, up to ``most``.

        ``last`` is the last of the rows over which it reaches.
        """
        column, style = self.columns[field.column], self.styles.of(field)
        if last is not None and last > row:
            self.sheet.merge_range(row, column, last, column, "", style)
        self._value(row, column, field.kind, field.base, style)
        if (rule := validation(field, most)) is not None:
            self.sheet.data_validation(row, column, row, column, rule)

    def given(self, row: int, column: str, kind: Kind, base: str) -> None:
        """A locked cell that shows a value as the open one beside it would."""
        self._value(row, self.columns[column], kind, base, self.styles.shown(kind))

    def _value(self, row: int, column: int, kind: Kind, base: str, style: Any) -> None:
        sheet = self.sheet
        if not base:
            sheet.write_blank(row, column, None, style)
        elif kind in NUMBERS and len(base.strip("-0.").replace(".", "")) <= _DIGITS:
            sheet.write_number(row, column, float(Decimal(base)), style)
        elif kind == "day":
            sheet.write_datetime(row, column, date.fromisoformat(base), style)
        else:
            sheet.write_string(row, column, CHOICES.get(kind, {}).get(base, base), style)

    def tall(self, row: int, cells: Iterable[tuple[str, float]], least: float = 18) -> None:
        """A row as tall as its longest wrapped text needs, within what Excel allows."""
        self.sheet.set_row(row, min(400, max(least, height(cells) + 3)))


def protect(sheet: Any) -> None:
    """Lock all but the open cells, without a password: against slips, not against the officer."""
    allowed = ("format_columns", "format_rows", "select_locked_cells", "select_unlocked_cells")
    sheet.protect("", dict.fromkeys(allowed, True))


def letters(column: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def validation(field: Field, most: Decimal | None = None) -> dict[str, Any] | None:
    """What Excel lets be typed into a cell; ``most`` is the largest number."""
    match field.kind:
        case "number" if most is not None:
            rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": float(most)}
            return rule | _told("Số", f"Ghi một số từ 0 đến {number(most)}.")
        case "number" | "percent" | "whole":
            kind = "integer" if field.kind == "whole" else "decimal"
            said = "một số nguyên từ 0 trở lên" if kind == "integer" else "một số từ 0 trở lên"
            if field.kind == "percent":
                said += "; 97,5% ghi là 97,5, không ghi dấu %"
            return {"validate": kind, "criteria": ">=", "value": 0} | _told("Số", f"Ghi {said}.")
        case "day":
            rule = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
            return rule | _told("Ngày", "Ghi ngày theo dạng 15/01/2023.")
        case "yes-no" | "tick" | "form" | "conductor" | "authority":
            options = list(CHOICES[field.kind].values())
            return {"validate": "list", "source": options} | _told("Chọn", f"Chọn trong danh sách ({options[0]}, …).")
        case "document":
            told = _told("Mã tài liệu", "Chọn mã đã khai ở trang Tài liệu.")
            return {"validate": "list", "source": f"={DOCUMENTS_NAME}"} | told
        case _:
            return {"validate": "length", "criteria": "<=", "value": 4000} | _told("Chữ", "Tối đa 4.000 ký tự.")


def _told(title: str, message: str) -> dict[str, Any]:
    return {"error_title": title, "error_message": message}
