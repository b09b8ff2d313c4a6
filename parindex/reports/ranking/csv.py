"""The ranking as CSV that Excel opens by itself: UTF-8 with a byte order mark, one row for each unit and part."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO

from parindex.reports.ranking.view import About, Group, Part, RankingView, Row
from parindex.reports.ranking.words import at_least, heading, notes, printed, remarks, status, why

HEADS = (
    "Trạng thái",
    "Nhóm",
    "Lĩnh vực",
    "Hạng",
    "Mã đơn vị",
    "Đơn vị",
    "Loại",
    "Điểm không kể điều tra",
    "Điểm điều tra XHH",
    "Tổng điểm",
    "Điểm tối đa được chấm",
    "Điểm tối đa",
    "Chỉ số",
    "Xếp loại",
    "Loại kế trên",
    "Còn thiếu",
    "Kém đơn vị đầu",
    "Chỉ số năm trước",
    "Tăng giảm",
    "Hạng năm trước",
    "Lên xuống hạng",
    "Ghi chú",
)
WHOLE = "Tổng hợp"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(view: RankingView, file: BinaryIO) -> None:
    """Write the ranking. Numbers have a decimal comma, for the Excel of a Vietnamese office would take 88.12 for 8812;
    programs find exact numbers in ``ranking.json`` and ``ranking.sqlite``.

    Every row says whether it is of a draft; notes and the units without a place follow below the table.
    """
    file.write(codecs.BOM_UTF8)
    for row in _rows(view):
        file.write(row.encode())


def _rows(view: RankingView) -> Iterator[str]:
    said = status(view.about)
    yield _line(*HEADS)
    for group in view.groups():
        for part in view.parts(group.set_id):
            for row in view.rows(group.number, part.code):
                yield _line(said, *_cells(view.about, group, part, row))
    yield _line()
    yield _line(heading(view.about))
    yield _line(said)
    for note in notes(view.about, view.groups()):
        yield _line(note)
    for unit in view.apart():
        yield _line("Không xếp hạng", "", "", "", unit.id or "", unit.name, why(unit))


def _cells(about: About, group: Group, part: Part, row: Row) -> list[str | Decimal | int | None]:
    rounding = group.rounding

    def score(value: Decimal | None) -> Decimal | None:
        return None if value is None else printed(value, rounding)

    return [
        group.name,
        part.name or WHOLE,
        row.place,
        row.id,
        row.name,
        row.type or "",
        score(row.appraised),
        score(row.survey),
        score(row.earned),
        score(row.scorable),
        score(row.max),
        score(row.index),
        row.score_class or "",
        (row.next_class or "") + (f" (chưa đạt điều kiện: {', '.join(row.gates)})" if row.gates else ""),
        None if row.short is None else at_least(row.short, rounding),
        score(row.behind),
        score(row.previous_index),
        score(row.change),
        row.previous_place,
        row.climbed,
        remarks(row, about, rounding),
    ]


def _line(*cells: str | Decimal | int | None) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return buffer.getvalue()


def _cell(cell: str | Decimal | int | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return safe(cell)
    return format(cell, "f").replace(".", ",") if isinstance(cell, Decimal) else str(cell)


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula: what begins with = + - @ gets an apostrophe before it."""
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text
