"""The sheet of the quarters: for units that report by quarter, and for a year that follows from its quarters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from parindex.model.indicators import Indicator
from parindex.reports.forms.basis import text
from parindex.reports.forms.cells import Field, stated
from parindex.reports.forms.measures import Entry, quarter_entries
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Column, Grid, Styles
from parindex.values.numbers import ZERO, exactly
from parindex.values.periods import quarters_of

KEY = "quarters"
NAME = "Số liệu quý"

_QUARTERS = tuple(Column(f"q{number}", f"Quý {name}", 12) for number, name in enumerate(("I", "II", "III", "IV"), 1))
COLUMNS = (
    Column("code", "Tiêu chí", 8),
    Column("name", "Chỉ số đo", 44),
    Column("label", "Cần nhập", 44),
    *_QUARTERS,
    Column("year", "Cả năm, theo các quý", 12),
    Column("stated", "Cả năm, ở trang lĩnh vực", 12),
    Column("state", "Đối chiếu", 9),
)
AGREES, DIFFERS = "khớp", "lệch"
OF_YEAR = "quarters"
"""Names, among the cells of an indicator, the range of its figures by quarter."""


class _Line(Struct, frozen=True):
    code: str
    indicator: Indicator
    quarters: tuple[Entry, ...]
    """One figure, quarter by quarter."""


def add_quarters(
    book: Any, styles: Styles, source: FormSource, places: Mapping[str, Mapping[str, str]]
) -> tuple[list[Field], dict[str, str]]:
    """Write the sheet, if the set has figures by quarter; gives its open cells, and the range of each indicator's.

    ``places`` are the cells of the domains' sheets, where the year's figures stand.
    """
    fields: list[Field] = []
    ranges: dict[str, str] = {}
    lines = list(_lines(source, places))
    if not lines:
        return fields, ranges
    notes = (
        "Số liệu từng quý",
        "Chỉ dùng khi đơn vị báo cáo theo quý; không thì để trống. Minh chứng ghi ở trang lĩnh vực.",
        "Đủ bốn quý mà ô cả năm ở trang lĩnh vực để trống thì số cả năm là tổng các quý, hoặc số của quý IV.",
    )
    grid = Grid(book, styles, NAME, KEY, COLUMNS, notes)
    grid.sheet.freeze_panes(grid.first, 4)
    for row, line in enumerate(lines, start=grid.first):
        id_ = line.indicator.id
        fields += _write(grid, row, line, source, places[id_][line.quarters[0].name])
        first = ranges.get(id_, grid.reference(row, _QUARTERS[0].key)).partition(":")[0]
        ranges[id_] = f"{first}:{_cell(grid, row, _QUARTERS[-1].key)}"
    return fields, ranges


def _lines(source: FormSource, places: Mapping[str, Mapping[str, str]]) -> Iterator[_Line]:
    seen: set[str] = set()
    for _, leaf in source.criteria.leaves():
        for id_ in leaf.names.values():
            indicator = source.indicators[id_]
            if id_ in seen or leaf.scored_by != "unit" or indicator.derived:
                continue
            seen.add(id_)
            quarters = [quarter_entries(indicator, period) for period in quarters_of(str(source.unit.year))]
            for figure in zip(*quarters, strict=True):
                if figure[0].name in places.get(id_, {}):
                    yield _Line(leaf.code, indicator, figure)


def _write(grid: Grid, row: int, line: _Line, source: FormSource, year: str) -> list[Field]:
    """One line; ``year`` is the cell of the year's figure."""
    figure, indicator = line.quarters[0], line.indicator
    key = f"{indicator.id}/{figure.name}"
    grid.line(row, key, {"code": line.code, "name": indicator.name, "label": figure.label})
    grid.text(row, "code", line.code, grid.styles.center)
    grid.text(row, "name", indicator.name)
    grid.text(row, "label", figure.label)
    fields = [
        source.field(KEY, key, column.key, entry.route, entry.kind)
        for column, entry in zip(_QUARTERS, line.quarters, strict=True)
    ]
    for each in fields:
        grid.input(row, each)
    widths = {column.key: column.width for column in COLUMNS}
    grid.tall(row, [(indicator.name, widths["name"]), (figure.label, widths["label"])])

    adds = indicator.over_time == "sum"
    whole = _whole([each.base for each in fields], adds=adds)
    told = stated(figure.kind, ("facts", indicator.id, "values", figure.name), source.data)
    given = Decimal(told) if told else None
    first, last = (_cell(grid, row, column.key) for column in (_QUARTERS[0], _QUARTERS[-1]))
    total, own = (_cell(grid, row, column) for column in ("year", "stated"))
    worked_out = f"IF(COUNT({first}:{last})=4,SUM({first}:{last})" if adds else f"IF(ISNUMBER({last}),{last}"
    same = f"IF(ABS({total}-{own})<0.000000001,{text(AGREES)},{text(DIFFERS)})"
    state = "" if whole is None or given is None else AGREES if whole == given else DIFFERS
    _formula(grid, row, "year", f'{worked_out},"")', whole)
    _formula(grid, row, "stated", f'IF(ISNUMBER({year}),{year},"")', given)
    style = grid.styles.center
    formula = f'=IF(COUNT({total},{own})=2,{same},"")'
    grid.sheet.write_formula(row, grid.columns["state"], formula, style, state)
    return fields


def _cell(grid: Grid, row: int, column: str) -> str:
    """A reference within the sheet."""
    return grid.reference(row, column).rpartition("!")[2]


def _formula(grid: Grid, row: int, column: str, formula: str, value: Decimal | None) -> None:
    shown = "" if value is None else float(value)
    grid.sheet.write_formula(row, grid.columns[column], f"={formula}", grid.styles.given_number, shown)


@exactly
def _whole(quarters: Sequence[str], *, adds: bool) -> Decimal | None:
    """The year of the quarters as the engine makes it."""
    if adds:
        return sum(map(Decimal, quarters), ZERO) if all(quarters) else None
    return Decimal(quarters[-1]) if quarters[-1] else None
