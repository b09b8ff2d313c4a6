"""How the sheets of the workbook look, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from parindex.reports.ranking.view import About
from parindex.reports.ranking.words import heading, status

FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
_CELL = FONT | {"border": 1, "border_color": "#BFBFBF"}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.title = book.add_format(FONT | {"bold": True, "font_size": 14})
        self.draft = book.add_format(FONT | {"bold": True, "font_color": "#C00000"})
        self.approved = book.add_format(FONT | {"bold": True, "font_color": "#1E6B34"})
        self.note = book.add_format(FONT | {"italic": True})
        self.text = book.add_format(_CELL | {"text_wrap": True, "align": "left", "indent": 1})
        self.whole = book.add_format(_CELL | {"num_format": "0", "align": "right"})
        self.head = book.add_format(
            _CELL | {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "bg_color": "#D9E2F3"}
        )
        self.upright = book.add_format(
            _CELL | {"bold": True, "text_wrap": True, "rotation": 90, "valign": "bottom", "bg_color": "#D9E2F3"}
        )
        self.score = cache(self._score)
        self.strong = cache(self._strong)
        self.change = cache(self._change)

    def _score(self, digits: int) -> Any:
        return self._book.add_format(_CELL | {"num_format": _decimals(digits), "align": "right"})

    def _strong(self, digits: int) -> Any:
        return self._book.add_format(_CELL | {"num_format": _decimals(digits), "align": "right", "bold": True})

    def _change(self, digits: int) -> Any:
        form = _decimals(digits)
        return self._book.add_format(_CELL | {"num_format": f"+{form};-{form};{form}", "align": "right"})


def _decimals(digits: int) -> str:
    return "0" if digits == 0 else "0." + "0" * digits


def page(sheet: Any, about: About, *, pages_wide: int = 1) -> None:
    """Landscape A4 with the margins of Nghị định 30/2020, the status and page numbers in the footer.

    All columns go on ``pages_wide`` pages; 0: on as many as they need.
    """
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_margins(left=1.18, right=0.6, top=0.8, bottom=0.8)
    if pages_wide:
        sheet.fit_to_pages(pages_wide, 0)
    said = status(about).replace("&", "&&")
    sheet.set_footer(f'&L&"Times New Roman"&9{said}&R&"Times New Roman"&9Trang &P/&N')


def top(sheet: Any, about: About, lines: Sequence[str], styles: Styles) -> int:
    """Title, status and notes above the table; gives the line where the table begins."""
    sheet.set_row(0, 21)
    sheet.write_string(0, 0, heading(about), styles.title)
    sheet.write_string(1, 0, status(about), styles.approved if about.approved else styles.draft)
    for line, text in enumerate(lines, start=2):
        sheet.write_string(line, 0, text, styles.note)
    return len(lines) + 3


def height(cells: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row whose texts wrap in columns of these widths: not every program works it out."""
    return 15.0 * max((_lines(text, width) for text, width in cells), default=1)


def _lines(text: str, width: float) -> int:
    """Lines of a text when whole words are put on lines of so many digits; letters are narrower."""
    lines, used = 1, 0.0
    for word in text.split():
        if used and used + 1 + len(word) > width * 1.1 - 1:
            lines, used = lines + 1, 0.0
        used += len(word) + (1 if used else 0)
        while used > width * 1.1:  # an address or the name of a file is broken within
            lines, used = lines + 1, used - width * 1.1
    return lines


def table_head(sheet: Any, line: int, heads: Sequence[str], styles: Styles, *, tall: float = 48) -> None:
    """The row of column heads, so many points tall."""
    sheet.set_row(line, tall)
    for column, head in enumerate(heads):
        sheet.write_string(line, column, head, styles.head)
