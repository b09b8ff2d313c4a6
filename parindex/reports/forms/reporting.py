"""The sheet of periodic reports: when each was signed and sent, to whom, and what proves it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from parindex.locale.formats import day as printed_day
from parindex.locale.periods import period_name
from parindex.model.criteria import Leaf
from parindex.reports.forms.basis import day
from parindex.reports.forms.cells import Field, Kind, at
from parindex.reports.forms.source import FormSource
from parindex.reports.forms.styles import Column, Grid, Styles
from parindex.rules.reports import Reports
from parindex.scoring.leaf import judged_by
from parindex.values.deadlines import Due
from parindex.values.findings import Route

KEY = "reports"
NAME = "Báo cáo"

_FIXED = (
    Column("code", "Tiêu chí", 8),
    Column("name", "Báo cáo", 40),
    Column("period", "Kỳ", 18),
    Column("due", "Hạn gửi", 15),
    Column("signed", "Ngày ký", 11.5),
    Column("sent_at", "Ngày gửi", 11.5),
    Column("state", "Tình trạng", 14),
    Column("receiver", "Nơi nhận", 24),
)


class ReportPlaces(Struct):
    """Where the reports stand: days of sending by indicator and period, all open cells, cells of proof."""

    sent: dict[str, dict[str, str]] = {}
    cells: dict[str, list[str]] = {}
    proofs: dict[str, list[str]] = {}
    fields: list[Field] = []


class _Line(Struct, frozen=True):
    code: str
    indicator: str
    period: str
    due: Due | None


def proof_columns(count: int) -> tuple[Column, ...]:
    """Pairs of columns for so many proofs."""
    found: list[Column] = []
    for number in range(1, count + 1):
        found += [Column(f"doc{number}", f"Minh chứng {number}: mã", 13), Column(f"at{number}", "Ở đâu", 14)]
    return tuple(found)


def proofs_needed(lists: list[Any]) -> int:
    """Pairs of columns that hold the longest list and one more proof, at least two."""
    return max([2, *(len(each) + 1 for each in lists if isinstance(each, list))])


def proof_fields(source: FormSource, sheet: str, key: str, route: Route, count: int) -> list[Field]:
    """The cells of the proofs of one line."""
    found: list[Field] = []
    for number in range(count):
        place: Route = (*route, "evidence", number)
        found.append(source.field(sheet, key, f"doc{number + 1}", (*place, "doc"), "document"))
        found.append(source.field(sheet, key, f"at{number + 1}", (*place, "at"), "text"))
    return found


def add_reports(book: Any, styles: Styles, source: FormSource, nothing: Mapping[str, str]) -> ReportPlaces:
    """Write the sheet; gives where its cells stand. A set without reporting duties has no such sheet.

    ``nothing`` are the cells, by indicator, that say why a duty did not arise.
    """
    lines = _lines(source)
    places = ReportPlaces()
    if not lines:
        return places
    routes: list[Route] = [("reports", line.indicator, line.period) for line in lines]
    count = proofs_needed([at(source.data, (*route, "evidence")) for route in routes])
    notes = (
        "Báo cáo định kỳ",
        "Đúng hạn hay chậm tính theo ngày gửi, không theo ngày ký. Báo cáo không gửi thì để trống cả dòng.",
    )
    columns = (*_FIXED, *proof_columns(count))
    grid = Grid(book, styles, NAME, KEY, columns, notes)
    grid.sheet.freeze_panes(grid.first, 4)
    for row, (line, route) in enumerate(zip(lines, routes, strict=True), start=grid.first):
        _write(grid, row, line, route, count, source, places, nothing.get(line.indicator, ""))
    return places


def _write(
    grid: Grid,
    row: int,
    line: _Line,
    route: Route,
    count: int,
    source: FormSource,
    places: ReportPlaces,
    nothing: str,
) -> None:
    key = f"{line.indicator}/{line.period}"
    name = source.indicators[line.indicator].name
    period = period_name(line.period)
    grid.line(row, key, {"code": line.code, "name": name, "period": period})
    grid.text(row, "code", line.code, grid.styles.center)
    grid.text(row, "name", name)
    grid.text(row, "period", period)
    grid.text(row, "due", printed_day(line.due.last_day) if line.due else "", grid.styles.center)
    kinds: dict[str, Kind] = {"signed": "day", "sent_at": "day", "receiver": "text"}
    fields = [source.field(KEY, key, column, (*route, column), kind) for column, kind in kinds.items()]
    fields += proof_fields(source, KEY, key, route, count)
    for each in fields:
        grid.input(row, each)
    cells = [grid.reference(row, each.column) for each in fields]
    places.sent.setdefault(line.indicator, {})[line.period] = grid.reference(row, "sent_at")
    places.cells.setdefault(line.indicator, []).extend(cells)
    docs = [grid.reference(row, each.column) for each in fields if each.kind == "document"]
    places.proofs.setdefault(line.indicator, []).extend(docs)
    places.fields += fields
    widths = {"name": 40.0, "receiver": 24.0}
    grid.tall(row, [(name, widths["name"]), *((each.base, 14.0) for each in fields if each.kind == "text")])
    sent = grid.reference(row, "sent_at")
    late = f'IF({sent}<={day(line.due.last_day)},"đúng hạn","chậm")' if line.due else '"đã gửi"'
    reported = source.unit.reports.get(line.indicator, {}).get(line.period)
    state = "chưa gửi"
    if reported is not None and reported.sent_at is not None:
        state = "đã gửi" if line.due is None else "chậm" if line.due.days_late(reported.sent_at) else "đúng hạn"
    unsent = f'IF(ISBLANK({nothing}),"chưa gửi","không phát sinh")' if nothing else '"chưa gửi"'
    if state == "chưa gửi" and nothing and line.indicator in source.unit.not_arising:
        state = "không phát sinh"
    formula = f"=IF(ISNUMBER({sent}),{late},{unsent})"
    grid.sheet.write_formula(row, grid.columns["state"], formula, grid.styles.center, state)


def _lines(source: FormSource) -> list[_Line]:
    """What the set requires, in its order, and what the unit reports beyond."""
    found: dict[tuple[str, str], _Line] = {}
    codes: dict[str, str] = {}
    for _, leaf in source.criteria.leaves():
        if leaf.indicator is None or source.indicators[leaf.indicator].measure != "reports":
            continue
        codes.setdefault(leaf.indicator, leaf.code)
        for period, due in _required(leaf, source).items():
            found.setdefault((leaf.indicator, period), _Line(leaf.code, leaf.indicator, period, due))
        for period in source.unit.reports.get(leaf.indicator, {}):
            found.setdefault((leaf.indicator, period), _Line(leaf.code, leaf.indicator, period, None))
    order = {id_: number for number, id_ in enumerate(codes)}
    return sorted(found.values(), key=lambda line: order[line.indicator])


def _required(leaf: Leaf, source: FormSource) -> dict[str, Due]:
    if not isinstance(leaf.rule, Reports):
        return {}
    inputs, _ = judged_by(leaf, source.context)
    return {each.period: inputs.due.get(each.period) or each.as_due() for each in leaf.rule.required}
