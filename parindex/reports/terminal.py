"""The score sheet in a terminal: a table of 80 columns and more, and the working of one criterion."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parindex.locale.formats import points
from parindex.locale.periods import period_name
from parindex.locale.steps import STATUS, Lang, text
from parindex.model.sheet import Line, Sheet
from parindex.reports.working import working

_STYLE = {
    "missing": "red",
    "invalid": "red",
    "no_target": "red",
    "unsupported": "yellow",
    "pending": "cyan",
    "not_arising": "dim",
}


def table(sheet: Sheet, lang: Lang = "vi") -> RenderableType:
    """The whole sheet by domain and criterion, with totals below."""
    heads = ("Mã", "Tiêu chí", "Tối đa", "Tự chấm", "Chưa đạt", "Trạng thái")
    if lang == "en":
        heads = ("Code", "Criterion", "Max", "Self", "Unreached", "Status")
    grid = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, header_style="bold")
    for index, head in enumerate(heads):
        right = 2 <= index <= 4
        grid.add_column(head, justify="right" if right else "left", no_wrap=index != 1, ratio=1 if index == 1 else None)
    for line, depth in _walk(sheet):
        grid.add_row(*_cells(line, depth, sheet, lang), style="bold" if depth == 0 else "")
    return Group(Text(_title(sheet), style="bold"), *_labels(sheet), Text(), grid, Text(), totals(sheet, lang))


def _walk(sheet: Sheet) -> Iterator[tuple[Line, int]]:
    for domain in sheet.lines:
        yield domain, 0
        yield from _below(domain, 1)


def _below(line: Line, depth: int) -> Iterator[tuple[Line, int]]:
    for child in line.children:
        yield child, depth
        yield from _below(child, depth + 1)


def _cells(line: Line, depth: int, sheet: Sheet, lang: Lang) -> list[Text]:
    rounding = sheet.policy.rounding

    def score(value: Decimal | None) -> Text:
        return Text(points(value, rounding.digits, rounding.mode))

    status = Text()
    earned, unreached = line.self_score, line.unreached
    if line.level == "leaf":
        mark = "*" if line.claimed is not None else ""
        words = "" if line.status == "scored" else text(STATUS, line.status or "scored", lang)
        status = Text(f"{words} {mark}".strip(), style=_STYLE.get(line.status or "", ""))
    elif line.totals is not None and line.totals.pending and not line.totals.scorable and not earned:
        status = Text(text(STATUS, "pending", lang), style=_STYLE["pending"])
        earned = unreached = None  # all of it waits: points that do not exist yet are not zero
    elif depth == 0 and line.totals and line.totals.index is not None:
        status = Text(f"{points(line.totals.index, rounding.digits, rounding.mode)}%")
    return [Text(line.code), Text(line.name), score(line.max), score(earned), score(unreached), status]


def _title(sheet: Sheet) -> str:
    return f"{sheet.unit.name}: Chỉ số cải cách hành chính {period_name(sheet.period)}"


def _labels(sheet: Sheet) -> list[Text]:
    labels = [Text(sheet.set.title)]
    if sheet.unit.synthetic:
        labels.append(Text("Số liệu giả định, chỉ để minh họa", style="yellow"))
    return labels


def totals(sheet: Sheet, lang: Lang = "vi") -> RenderableType:
    """The totals, the index, the class, and what is pending, missing or claimed."""
    sums, rounding = sheet.totals, sheet.policy.rounding

    def score(value: Decimal) -> str:
        return points(value, rounding.digits, rounding.mode)

    grid = Table.grid(padding=(0, 2))
    grid.add_row("Điểm tự chấm", f"{score(sums.earned)} / {score(sums.scorable)}")
    if sums.computed != sums.earned:
        grid.add_row("Điểm máy tính", f"{score(sums.computed)} / {score(sums.scorable)} (* tiêu chí tự chấm khác)")
    if sums.index is None:
        grid.add_row("Chỉ số CCHC", "chưa có: chưa tiêu chí nào chấm được")
    else:
        reasons = ["tạm tính: chưa kể phần chờ chấm"] if sums.provisional else []
        reasons += ["đã quy đổi vì chưa có điều tra xã hội học"] if sums.rescaled else []
        words = f"{score(sums.index)}%" + (f" ({'; '.join(reasons)})" if reasons else "")
        grid.add_row("Chỉ số CCHC", Text(words, style="bold"))
    if sheet.score_class:
        grid.add_row("Xếp loại", sheet.score_class + (" (tạm xếp)" if sums.provisional else ""))
    for label, value in (
        ("Chờ chấm", sums.pending),
        ("Chưa có số liệu", sums.missing),
        ("Thiếu minh chứng", sums.unsupported),
        ("Không phát sinh", sums.not_arising),
        ("Điểm thưởng", sums.bonus),
        ("Điểm phạt", sums.penalty),
    ):
        if value:
            grid.add_row(label, f"{score(value)} điểm")
    return grid


def explanation(line: Line, sheet: Sheet, lang: Lang = "vi") -> RenderableType:
    """The working of one leaf, line by line."""
    score = points(line.self_score if line.self_score is not None else line.computed)
    of = "điểm" if lang == "vi" else "points"
    head = Table.grid(expand=True, padding=(0, 2))
    head.add_column(no_wrap=True)
    head.add_column(ratio=1)
    head.add_column(justify="right", no_wrap=True)
    head.add_row(Text(line.code), Text(line.name), Text(f"{score} / {points(line.max)} {of}"), style="bold")
    rows = working(line, sheet, lang)
    width = max((cell_len(row.label) for row in rows), default=0) + 2
    body = Table.grid(padding=0)
    body.add_column(width=width, no_wrap=True)
    body.add_column(ratio=1)
    seen = None
    for row in rows:
        body.add_row(Text("" if row.label == seen else row.label, style="cyan"), Text(row.text))
        seen = row.label
    return Group(head, Padding(body, (0, 0, 0, 2)))
