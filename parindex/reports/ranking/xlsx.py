"""The ranking as an Excel workbook: all places, one sheet per domain, criteria × units, and who has no place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from parindex.locale.formats import number
from parindex.reports.ranking.view import TOTAL, About, Group, Part, RankingView, Row
from parindex.reports.ranking.words import at_least, heading, notes, printed, remarks, status, why
from parindex.reports.ranking.xlsx_matrix import add_matrices
from parindex.reports.ranking.xlsx_styles import Styles, height, page, table_head, top

CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into every workbook: the same ranking gives the same bytes, whenever it is made."""

COLUMNS: tuple[tuple[str, float], ...] = (
    ("Nhóm", 13),
    ("Hạng", 6),
    ("Đơn vị", 25),
    ("Điểm không kể điều tra", 9),
    ("Điểm điều tra XHH", 8.5),
    ("Tổng điểm", 8.5),
    ("Điểm tối đa được chấm", 9),
    ("Chỉ số (%)", 8.5),
    ("Xếp loại", 12),
    ("Loại kế trên", 12),
    ("Còn thiếu", 7.5),
    ("Kém đơn vị đầu", 8),
    ("Chỉ số năm trước", 8),
    ("Tăng, giảm", 7.5),
    ("Hạng năm trước", 7),
    ("Lên, xuống hạng", 7),
    ("Ghi chú", 27),
)
_INDEX = 7


def write_xlsx(view: RankingView, file: BinaryIO) -> None:
    """Write the workbook. Scores are real numbers, rounded as the set rounds them; all text stays text."""
    # Rows go to disk as they are written, so a country of units needs no memory.
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": heading(view.about), "comments": status(view.about), "created": CREATED})
    styles = Styles(book)
    names = _Names()
    groups = view.groups()
    _ranking(book, names.free("Xếp hạng"), view, groups, TOTAL, "", styles)
    _summary(book, names.free("Tổng hợp"), view, groups, styles)
    for part in _domains(view, groups):
        mine = [group for group in groups if any(_same(part, each) for each in view.parts(group.set_id))]
        _ranking(book, names.free(f"{part.code} {part.name}"), view, mine, part.code, part.name, styles)
    add_matrices(book, names.free, view, groups, styles)
    _apart(book, names.free("Không xếp hạng"), view, styles)
    book.close()


class _Names:
    """Sheet names that Excel takes: at most 31 characters, without []:*?/\\ and apostrophes at the ends, each once."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def free(self, wanted: str) -> str:
        clean = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip(" '") or "Trang"
        name, number = clean[:31].rstrip(" '"), 2
        while name.casefold() in self._used or name.casefold() == "history":
            tail = f" ({number})"
            name, number = clean[: 31 - len(tail)].rstrip(" '") + tail, number + 1
        self._used.add(name.casefold())
        return name


def _same(one: Part, other: Part) -> bool:
    return (one.code, one.name) == (other.code, other.name)


def _domains(view: RankingView, groups: Sequence[Group]) -> list[Part]:
    """The domains of all sets; one that two sets have alike stands once."""
    found: dict[tuple[str, str], Part] = {}
    for group in groups:
        for part in view.parts(group.set_id):
            if part.code != TOTAL:
                found.setdefault((part.code, part.name), part)
    return list(found.values())


def _ranking(
    book: Any, name: str, view: RankingView, groups: Sequence[Group], part: str, domain: str, styles: Styles
) -> None:
    sheet = book.add_worksheet(name)
    for column, (_, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
    page(sheet, view.about)
    said = [f"Lĩnh vực: {domain}"] if domain else []
    line = top(sheet, view.about, [*said, *notes(view.about, groups)], styles)
    table_head(sheet, line, [head for head, _ in COLUMNS], styles)
    sheet.freeze_panes(line + 1, 3)
    sheet.repeat_rows(line)
    first = line + 1
    for group in groups:
        for row in view.rows(group.number, part):
            line += 1
            _row(sheet, line, view.about, group, row, styles)
    if line >= first:
        sheet.autofilter(first - 1, 0, line, len(COLUMNS) - 1)
        bar = {"type": "data_bar", "bar_solid": True, "bar_color": "#9DC3E6", "min_type": "num", "min_value": 0}
        sheet.conditional_format(first, _INDEX, line, _INDEX, bar | {"max_type": "num", "max_value": 100})
    for group in groups:
        if part != TOTAL and (without := view.unranked(group.number, part)):
            line += 1
            sheet.write_string(line, 0, f"{group.name}, chưa chấm lĩnh vực này: {'; '.join(without)}", styles.note)


def _row(sheet: Any, line: int, about: About, group: Group, row: Row, styles: Styles) -> None:
    rounding = group.rounding
    score, change = styles.score(rounding.digits), styles.change(rounding.digits)

    def real(column: int, value: Decimal | None, style: Any = score) -> None:
        if value is None:
            sheet.write_blank(line, column, None, styles.text)
        else:
            sheet.write_number(line, column, float(printed(value, rounding)), style)

    def whole(column: int, value: int | None, style: Any = styles.whole) -> None:
        if value is None:
            sheet.write_blank(line, column, None, styles.text)
        else:
            sheet.write_number(line, column, value, style)

    gates = f" (chưa đạt điều kiện: {', '.join(row.gates)})" if row.gates else ""
    texts = {
        0: group.name,
        2: row.name,
        8: row.score_class or "",
        9: f"{row.next_class or ''}{gates}",
        16: remarks(row, about, rounding),
    }
    sheet.set_row(line, height((text, COLUMNS[column][1]) for column, text in texts.items()))
    for column, text in texts.items():
        sheet.write_string(line, column, text, styles.text)
    whole(1, row.place)
    for column, value in enumerate((row.appraised, row.survey, row.earned, row.scorable), start=3):
        real(column, value)
    real(_INDEX, row.index, styles.strong(rounding.digits))
    if row.short is None:
        sheet.write_blank(line, 10, None, styles.text)
    else:
        sheet.write_number(line, 10, float(at_least(row.short, rounding)), score)
    real(11, row.behind)
    real(12, row.previous_index)
    real(13, row.change, change)
    whole(14, row.previous_place)
    whole(15, row.climbed, styles.change(0))


def _summary(book: Any, name: str, view: RankingView, groups: Sequence[Group], styles: Styles) -> None:
    sheet = book.add_worksheet(name)
    heads = ("Nhóm", "Lĩnh vực", "Số đơn vị", "Trung bình", "Cao nhất", "Thấp nhất", "Xếp loại (số đơn vị, tỷ lệ)")
    for column, width in enumerate((24, 40, 10, 11, 11, 11, 60)):
        sheet.set_column(column, column, width)
    page(sheet, view.about)
    line = top(sheet, view.about, notes(view.about, groups), styles)
    table_head(sheet, line, heads, styles)
    sheet.freeze_panes(line + 1, 2)
    sheet.repeat_rows(line)
    for group in groups:
        for part in view.parts(group.set_id):
            line += 1
            found = view.summary(group.number, part.code)
            sheet.write_string(line, 0, group.name, styles.text)
            sheet.write_string(line, 1, part.name or "Cả bộ tiêu chí", styles.text)
            sheet.write_number(line, 2, found.units, styles.whole)
            for column, value in enumerate((found.mean, found.highest, found.lowest), start=3):
                if value is None:
                    sheet.write_blank(line, column, None, styles.text)
                else:
                    sheet.write_number(
                        line, column, float(printed(value, group.rounding)), styles.score(group.rounding.digits)
                    )
            shares = [
                f"{each.name or 'Chưa xếp loại'}: {each.units} ({number(each.share, 2)}%)" for each in found.classes
            ]
            sheet.write_string(line, 6, "; ".join(shares), styles.text)
            sheet.set_row(line, height([("; ".join(shares), 60), (part.name, 40), (group.name, 24)]))


def _apart(book: Any, name: str, view: RankingView, styles: Styles) -> None:
    units = view.apart()
    first = next(units, None)
    if first is None:
        return
    sheet = book.add_worksheet(name)
    for column, width in enumerate((34, 24, 60, 12, 50)):
        sheet.set_column(column, column, width)
    page(sheet, view.about)
    line = top(sheet, view.about, [], styles)
    table_head(sheet, line, ("Đơn vị", "Mã đơn vị", "Lý do không xếp hạng", "Chỉ số (%)", "Tệp số liệu"), styles)
    sheet.freeze_panes(line + 1, 1)
    sheet.repeat_rows(line)
    for unit in (first, *units):
        line += 1
        sheet.write_string(line, 0, unit.name, styles.text)
        sheet.write_string(line, 1, unit.id or "", styles.text)
        sheet.write_string(line, 2, why(unit), styles.text)
        sheet.set_row(line, height([(unit.name, 34), (unit.id or "", 24), (why(unit), 60), (unit.file, 50)]))
        if unit.index is None:
            sheet.write_blank(line, 3, None, styles.text)
        else:
            sheet.write_number(line, 3, float(unit.index), styles.score(2))
        sheet.write_string(line, 4, unit.file, styles.text)
