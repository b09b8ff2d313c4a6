"""The sheet of criteria × units: what each unit reached in each criterion, coloured from red to green."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from parindex.locale.formats import number
from parindex.reports.ranking.view import Cell, Criterion, Group, RankingView, Row
from parindex.reports.ranking.words import notes
from parindex.reports.ranking.xlsx_styles import Styles, height, page, table_head, top
from parindex.values.numbers import HUNDRED, exact, rounded

MEANING = "Mỗi ô: phần trăm điểm tối đa của tiêu chí mà đơn vị đạt được; ô có chữ chưa có điểm"
MARKS = {"pending": "chờ", "not_arising": "KPS"}
MARKS_MEANING = "«chờ»: chờ thẩm định hoặc điều tra; «KPS»: không phát sinh, không tính vào điểm tối đa"
_FIXED = 3

SCALE = {
    "type": "3_color_scale",
    "min_type": "num",
    "min_value": 0,
    "mid_type": "num",
    "mid_value": 50,
    "max_type": "num",
    "max_value": 100,
    "min_color": "#F8696B",
    "mid_color": "#FFEB84",
    "max_color": "#63BE7B",
}
"""Fixed ends, so that one colour means the same in every criterion."""


def add_matrices(
    book: Any, free_name: Callable[[str], str], view: RankingView, groups: Sequence[Group], styles: Styles
) -> None:
    """One sheet for each criteria set: units below each other by place, criteria beside each other."""
    for set_id in dict.fromkeys(group.set_id for group in groups):
        mine = [group for group in groups if group.set_id == set_id]
        _matrix(book.add_worksheet(free_name("Ma trận tiêu chí")), view, mine, view.criteria(set_id), styles)


def _matrix(
    sheet: Any, view: RankingView, groups: Sequence[Group], criteria: Sequence[Criterion], styles: Styles
) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 6)
    sheet.set_column(2, 2, 30)
    sheet.set_column(_FIXED, _FIXED + len(criteria) - 1, 6.5)
    # Too many columns for one page: the names of the units are printed again on each.
    page(sheet, view.about, pages_wide=0)
    sheet.set_print_scale(60)
    line = top(sheet, view.about, [MEANING, MARKS_MEANING, *notes(view.about, groups)], styles)
    heads = [f"{each.code} {each.name} (tối đa {number(each.max)})" for each in criteria]
    table_head(sheet, line, ["Nhóm", "Hạng", "Đơn vị"], styles, tall=230)
    for column, head in enumerate(heads, start=_FIXED):
        sheet.write_string(line, column, head, styles.upright)
    sheet.freeze_panes(line + 1, _FIXED)
    sheet.repeat_rows(line)
    sheet.repeat_columns(0, _FIXED - 1)
    first = line + 1
    for group in groups:
        for row, cells in view.matrix(group.number):
            line += 1
            _row(sheet, line, group, row, cells, criteria, styles)
    if line >= first and criteria:
        sheet.conditional_format(first, _FIXED, line, _FIXED + len(criteria) - 1, SCALE)


def _row(
    sheet: Any,
    line: int,
    group: Group,
    row: Row,
    cells: Mapping[str, Cell],
    criteria: Sequence[Criterion],
    styles: Styles,
) -> None:
    sheet.set_row(line, height([(group.name, 18), (row.name, 30)]))
    sheet.write_string(line, 0, group.name, styles.text)
    sheet.write_number(line, 1, row.place, styles.whole)
    sheet.write_string(line, 2, row.name, styles.text)
    style = styles.score(1)
    for column, criterion in enumerate(criteria, start=_FIXED):
        cell = cells.get(criterion.code)
        if cell is not None and cell.final is not None and criterion.max > 0:
            sheet.write_number(line, column, _share(criterion.reached(cell.final), criterion.max), style)
        else:
            sheet.write_string(line, column, MARKS.get(cell.status, "–") if cell else "", styles.text)


@lru_cache(maxsize=4096)
def _share(points: Decimal, most: Decimal) -> float:
    """Percent as it is printed: units reach the same points again and again."""
    with exact():
        return float(rounded(points * HUNDRED / most, 1, "half-up"))
