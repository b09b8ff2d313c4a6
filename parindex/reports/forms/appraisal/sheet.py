"""The sheet that an agency fills in: a block for each criterion, the unit's word beside the appraiser's cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parindex.model.sheet import Line
from parindex.reports.forms.appraisal.blocks import Block, blocks, is_open
from parindex.reports.forms.appraisal.source import AppraisalSource
from parindex.reports.forms.cells import Field, Kind
from parindex.reports.forms.styles import Column, Grid, Styles, letters
from parindex.reports.ranking.xlsx_styles import height
from parindex.values.numbers import plain

KEY = "appraisal"
NAME = "Thẩm định"
SHARED = "*"
"""The row whose day and post hold for all rows that leave theirs blank."""
LINK_LIMIT = 2000
"""Longer addresses are shown as text: Excel refuses them as links."""

_LEFT = (
    Column("code", "Mã", 7),
    Column("name", "Tiêu chí", 19),
    Column("target", "Chỉ tiêu", 14),
    Column("max", "Điểm tối đa", 6.5),
    Column("computed", "Máy tính", 6.5),
    Column("self", "Tự chấm", 6.5),
)
_STANDING = Column("standing", "Sau lần 1", 6.5)
_RIGHT = (
    Column("working", "Cách tính; giải trình của đơn vị", 32),
    Column("evidence", "Minh chứng", 24),
    Column("open", "Mở", 5),
    Column("label", "Số liệu", 18),
    Column("given", "Đơn vị khai", 10),
    Column("right", "Số liệu đúng", 10),
    Column("agree", "Thống nhất", 7.5),
    Column("score", "Điểm thẩm định", 7.5),
    Column("reason", "Lý do", 24),
    Column("request", "Yêu cầu giải trình, bổ sung", 20),
    Column("date", "Ngày", 10.5),
    Column("post", "Chức vụ người thẩm định", 12),
)
_CELLS: dict[str, Kind] = {
    "agree": "yes-no",
    "score": "number",
    "reason": "text",
    "request": "text",
    "date": "day",
    "post": "text",
}
"""What is filled in once for a criterion."""


def add_sheet(book: Any, styles: Styles, source: AppraisalSource) -> list[Field]:
    """Write the sheet; gives its open cells."""
    columns = (*_LEFT, *((_STANDING,) if source.round > 1 else ()), *_RIGHT)
    notes = (
        f"{source.agency}: thẩm định lần {source.round}",
        f"{source.unit.unit.name}, năm {source.unit.year}. {source.case.criteria.title}.",
        "Mỗi tiêu chí: chọn «Thống nhất», hoặc ghi điểm kèm lý do, hoặc ghi số liệu đúng kèm lý do (máy chấm lại), "
        "hoặc ghi yêu cầu giải trình.",
        *(f"{term}." for term in source.terms),
    )
    grid = Grid(book, styles, NAME, KEY, columns, notes)
    sheet = _Sheet(grid, source)
    grid.sheet.freeze_panes(grid.first + 1, 3)
    shared = "Ngày và chức vụ dùng chung cho mọi tiêu chí để trống hai ô này:"
    found = [add_shared(grid, KEY, grid.first, shared)]
    row = grid.first + 1
    for heading, part in _parts(source):
        if heading:
            sheet.heading(row, heading, columns)
            row += 1
        for block in part:
            found.append(sheet.block(row, block))
            row += block.rows
    grid.sheet.print_area(1, 1, row - 1, len(columns))
    return [field for fields in found for field in fields]


def add_shared(grid: Grid, key: str, row: int, text: str) -> list[Field]:
    """The row of the day and the post that hold where another row has none of its own; ``key`` is the sheet's."""
    grid.sheet.write_string(row, 0, SHARED, grid.styles.key)
    grid.sheet.merge_range(row, 1, row, grid.columns["date"] - 1, text, grid.styles.group_right)
    fields = [Field(key, SHARED, column, (SHARED, column), _CELLS[column]) for column in ("date", "post")]
    for each in fields:
        grid.input(row, each)
    grid.sheet.set_row(row, 33)
    return fields


def _parts(source: AppraisalSource) -> list[tuple[str, list[Block]]]:
    """In the first round by domains; in the second what is still to be decided stands first."""
    all_ = blocks(source)
    if source.round > 1:
        todo = [block for block in all_ if is_open(block.leaf.code, source)]
        rest = [block for block in all_ if block not in todo]
        parts = [("Cần kết luận ở lần 2", todo), ("Đã kết luận ở lần 1: chỉ ghi khi cần đổi", rest)]
        return [(heading, part) for heading, part in parts if part]
    domain_of = {leaf.code: domain for domain, leaf in source.case.criteria.leaves()}
    found: list[tuple[str, list[Block]]] = []
    for block in all_:
        domain = domain_of[block.leaf.code]
        heading = f"Lĩnh vực {domain.code}. {domain.name}"
        if not found or found[-1][0] != heading:
            found.append((heading, []))
        found[-1][1].append(block)
    return found


class _Sheet:
    def __init__(self, grid: Grid, source: AppraisalSource) -> None:
        self.grid, self.source, self.styles = grid, source, grid.styles
        self.standing = "standing" if source.round > 1 else "self"
        """The column of the score that stands before the round."""
        self.widths = {column.key: column.width for column in (*_LEFT, _STANDING, *_RIGHT)}

    def heading(self, row: int, text: str, columns: Sequence[Column]) -> None:
        """A line above the criteria of a domain."""
        self.grid.sheet.set_row(row, 20)
        for column in columns:
            self.grid.text(row, column.key, text if column.key == "code" else "", self.styles.group)

    def block(self, row: int, block: Block) -> list[Field]:
        """The rows of one criterion."""
        grid, styles, line, code = self.grid, self.styles, block.line, block.leaf.code
        last = row + block.rows - 1
        submitted = self.source.submitted[code]
        for key, text in {"code": code, "name": block.name, "target": block.target, "working": block.working}.items():
            self._merged(row, last, key, text, styles.center if key == "code" else styles.text)
        scores = {"max": line.max, "computed": line.computed, "self": submitted.self_score}
        scores[self.standing] = self.source.standing(code)
        for key, value in scores.items():
            printed = self.source.printed(value)
            self._merged(row, last, key, "" if printed is None else float(printed), styles.points)
        fields = [Field(KEY, f"{code}/0", column, (code, column), kind) for column, kind in _CELLS.items()]
        for each in fields:
            grid.input(row, each, most=block.leaf.points if each.column == "score" else None, last=last)
        standing = self.source.standing(code)
        base = "" if standing is None else plain(standing)
        fields.append(Field(KEY, f"{code}/0", self.standing, (code, "standing"), "number", base))
        for offset in range(block.rows):
            fields += self._line(row + offset, offset, block)
        self._heights(row, block)
        self._warn(row, line)
        return fields

    def _line(self, row: int, offset: int, block: Block) -> list[Field]:
        grid, styles = self.grid, self.styles
        grid.sheet.write_string(row, 0, f"{block.leaf.code}/{offset}", styles.key)
        if offset < len(block.evidence):
            proof = block.evidence[offset]
            grid.text(row, "evidence", proof.text)
            if proof.link and len(proof.link) <= LINK_LIMIT:
                grid.sheet.write_url(row, grid.columns["open"], proof.link, styles.link, "Mở")
            else:
                grid.text(row, "open", "")
        else:
            grid.text(row, "evidence", "Không có" if not offset and not block.evidence else "")
            grid.text(row, "open", "")
        if offset >= len(block.figures):
            grid.text(row, "label", block.told if offset == len(block.figures) else "", styles.text)
            for key in ("given", "right"):
                grid.sheet.write_blank(row, grid.columns[key], None, styles.blank)
            return []
        figure = block.figures[offset]
        grid.text(row, "label", figure.label)
        grid.given(row, "given", figure.kind, figure.given)
        code, key = block.leaf.code, f"{block.leaf.code}/{offset}"
        right = Field(KEY, key, "right", (code, "fact", *figure.route), figure.kind)
        grid.input(row, right)
        # Locked, so never read: kept for what the unit said when the workbook was made.
        return [Field(KEY, key, "given", (code, "given", *figure.route), figure.kind, figure.given), right]

    def _merged(self, row: int, last: int, key: str, value: str | float, style: Any) -> None:
        column = self.grid.columns[key]
        if last > row:
            self.grid.sheet.merge_range(row, column, last, column, "", style)
        if isinstance(value, float):
            self.grid.sheet.write_number(row, column, value, style)
        else:
            self.grid.text(row, key, value, style)

    def _heights(self, row: int, block: Block) -> None:
        """Share what the merged texts need among the rows of the block."""
        merged = {"name": block.name, "target": block.target, "working": block.working}
        needed = max(_tall(text, self.widths[key]) for key, text in merged.items()) + 4
        own = []
        for offset in range(block.rows):
            texts = {"label": block.told if offset == len(block.figures) else ""}
            if offset < len(block.figures):
                texts = {"label": block.figures[offset].label, "given": block.figures[offset].given}
            if offset < len(block.evidence):
                texts["evidence"] = block.evidence[offset].text
            own.append(max(18, *(_tall(text, self.widths[key]) + 3 for key, text in texts.items())))
        spare = max(0, needed - sum(own)) / len(own)
        for offset, tall in enumerate(own):
            self.grid.sheet.set_row(row + offset, min(400, tall + spare))

    def _warn(self, row: int, line: Line) -> None:
        """A changed score without its reason turns red as it is typed."""
        columns = self.grid.columns
        score, reason, stands = (f"${letters(columns[key])}${row + 1}" for key in ("score", "reason", self.standing))
        sign = "-" if line.counts == "penalty" else ""
        changed = f"OR(NOT(ISNUMBER({stands})),ABS({sign}{score}-N({stands}))>0.005)"
        rule = f"=AND(ISNUMBER({score}),{changed},LEN({reason})=0)"
        told = {"type": "formula", "criteria": rule, "format": self.styles.missing}
        self.grid.sheet.conditional_format(row, columns["reason"], row, columns["reason"], told)


def _tall(words: str, width: float) -> float:
    return sum(height([(part, width)]) for part in words.split("\n")) if words else 0.0
