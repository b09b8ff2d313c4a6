"""The score sheet in a terminal: a table of 80 columns and more, and the working of one criterion."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parindex.locale.formats import by_set, gap
from parindex.locale.periods import period_name
from parindex.locale.steps import STATUS, Lang, text
from parindex.model.sheet import Line, Sheet
from parindex.reports.columns import Cell, Grid, Page
from parindex.reports.working import working
from parindex.values.numbers import ZERO

_STYLE = {
    "missing": "red",
    "invalid": "red",
    "no_target": "red",
    "unsupported": "yellow",
    "pending": "cyan",
    "not_arising": "dim",
}


def table(sheet: Sheet, lang: Lang = "vi") -> Page:
    """The whole sheet by domain and criterion, with totals below."""
    # After an appraisal the scores are the council's: the unit's own would not add up to what is below them.
    scores = ("Tự chấm", "Self") if sheet.appraisal is None else ("Kết quả", "Final")
    heads = ("Mã", "Tiêu chí", "Tối đa", scores[0], "Chưa đạt", "Trạng thái")
    if lang == "en":
        heads = ("Code", "Criterion", "Max", scores[1], "Unreached", "Status")
    rows = [[Cell(head, "bold") for head in heads]]
    rows += (_cells(line, depth, sheet, lang) for line, depth in _walk(sheet))
    grid = Grid(rows, right=frozenset({2, 3, 4}))
    return Page([Cell(_title(sheet), "bold"), *_labels(sheet), Cell(""), grid, Cell(""), totals(sheet)])


def _walk(sheet: Sheet) -> Iterator[tuple[Line, int]]:
    for domain in sheet.lines:
        yield domain, 0
        yield from _below(domain, 1)


def _below(line: Line, depth: int) -> Iterator[tuple[Line, int]]:
    for child in line.children:
        yield child, depth
        yield from _below(child, depth + 1)


def _cells(line: Line, depth: int, sheet: Sheet, lang: Lang) -> list[Cell]:
    rounding = sheet.policy.rounding

    bold = "bold " if depth == 0 else ""

    def cell(words: str, style: str = "") -> Cell:
        return Cell(words, f"{bold}{style}".strip())

    def score(value: Decimal | None) -> Cell:
        return cell(by_set(value, rounding))

    status = cell("")
    earned, unreached = line.final, line.unreached
    if unreached is not None and line.counts == "normal":
        # What is printed of a line adds up, as it does in the report.
        whole, reached = (line.max, earned) if line.totals is None else (line.totals.scorable, line.totals.earned)
        unreached = gap(whole, reached or ZERO, rounding.digits, rounding.mode)
    if line.level == "leaf":
        differs = line.claimed is not None if sheet.appraisal is None else line.final != line.self_score
        mark = "*" if differs else ""
        words = "" if line.status == "scored" else text(STATUS, line.status or "scored", lang)
        status = cell(f"{words} {mark}".strip(), _STYLE.get(line.status or "", ""))
    elif line.totals is not None and line.totals.pending and not line.totals.scorable and not earned:
        status = cell(text(STATUS, "pending", lang), _STYLE["pending"])
        earned = unreached = None  # all of it waits: points that do not exist yet are not zero
    elif depth == 0 and line.totals and line.totals.index is not None:
        status = cell(f"{by_set(line.totals.index, rounding)}%")
    return [cell(line.code), cell(line.name), score(line.max), score(earned), score(unreached), status]


def _title(sheet: Sheet) -> str:
    return f"{sheet.unit.name}: Chỉ số cải cách hành chính {period_name(sheet.period)}"


def _labels(sheet: Sheet) -> list[Cell]:
    labels = [Cell(sheet.set.title)]
    if sheet.unit.synthetic:
        labels.append(Cell("Số liệu giả định, chỉ để minh họa", "yellow"))
    return labels


def totals(sheet: Sheet) -> Grid:
    """The totals, the index, the class, and what is pending, missing or claimed."""
    sums, rounding = sheet.totals, sheet.policy.rounding
    rows: list[tuple[Cell, Cell]] = []

    def score(value: Decimal) -> str:
        return by_set(value, rounding)

    def add(label: str, words: str, style: str = "") -> None:
        rows.append((Cell(label), Cell(words, style)))

    own = sheet.appraisal
    held = sums.provisional or (own is not None and bool(own.undecided))
    add("Điểm tự chấm" if own is None else "Điểm sau thẩm định", f"{score(sums.earned)} / {score(sums.scorable)}")
    if own is not None:
        add("Điểm tự chấm", f"{score(own.submitted_earned)} (* tiêu chí có điểm thay đổi)")
        if own.undecided:
            stand = sum(line.code in own.undecided and line.keeps_self_score for line in sheet.leaves())
            add("Chưa có kết luận", f"{len(own.undecided)} tiêu chí ({stand} tiêu chí tạm giữ điểm tự chấm)")
    elif sums.computed != sums.earned:
        add("Điểm máy tính", f"{score(sums.computed)} / {score(sums.scorable)} (* tiêu chí tự chấm khác)")
    if sums.index is None:
        add("Chỉ số CCHC", "chưa có: chưa tiêu chí nào chấm được")
    else:
        reasons = ["tạm tính: chưa kể phần chờ chấm"] if sums.provisional else []
        if held and not sums.provisional:
            reasons.append("tạm tính: còn tiêu chí chưa có kết luận")
        reasons += ["đã quy đổi vì chưa có điều tra xã hội học"] if sums.rescaled else []
        add("Chỉ số CCHC", f"{score(sums.index)}%" + (f" ({'; '.join(reasons)})" if reasons else ""), "bold")
    if sheet.score_class:
        add("Xếp loại", sheet.score_class + (" (tạm xếp)" if held else ""))
    for label, value in (
        ("Chờ chấm", sums.pending),
        ("Chưa có số liệu", sums.missing),
        ("Thiếu minh chứng", sums.unsupported),
        ("Không phát sinh", sums.not_arising),
        ("Điểm thưởng", sums.bonus),
        ("Điểm phạt", sums.penalty),
    ):
        if value:
            add(label, f"{score(value)} điểm")
    return Grid(rows, gap=2, fill=False)


def explanation(line: Line, sheet: Sheet, lang: Lang = "vi") -> Page:
    """The working of one leaf, line by line; after an appraisal also what it made of the unit's own score, and why."""
    rounding = sheet.policy.rounding
    score = by_set(line.final if line.final is not None else line.computed, rounding)
    of = "điểm" if lang == "vi" else "points"
    head = [
        Cell(line.code, "bold"),
        Cell(line.name, "bold"),
        Cell(f"{score} / {by_set(line.max, rounding)} {of}", "bold"),
    ]
    body: list[tuple[Cell, Cell]] = []
    seen = None
    for row in working(line, sheet, lang):
        body.append((Cell("" if row.label == seen else row.label, "cyan"), Cell(row.text)))
        seen = row.label
    body += _appraised(line, sheet, lang)
    return Page([Grid([head], gap=2, right=frozenset({2})), Grid(body, gap=2, indent=2, fill=False)])


def _appraised(line: Line, sheet: Sheet, lang: Lang) -> Iterator[tuple[Cell, Cell]]:
    """The unit's own score, the score after the appraisal, and every act that led from one to the other."""
    if sheet.appraisal is None:
        return
    from parindex.reports.appraisal import sentence  # rich costs time to import, and most sheets are not appraised

    labels = ("Tự chấm", "Thẩm định", "Căn cứ") if lang == "vi" else ("Self", "Appraised", "Grounds")
    of = "điểm" if lang == "vi" else "points"
    rounding = sheet.policy.rounding
    own, final = (f"{by_set(value, rounding)} {of}" for value in (line.self_score, line.final))
    if line.code in sheet.appraisal.undecided:
        final += " (chưa có kết luận)" if lang == "vi" else " (undecided)"
    yield Cell(labels[0], "cyan"), Cell(own)
    yield Cell(labels[1], "cyan"), Cell(final)
    for number, change in enumerate(line.history):
        yield Cell("" if number else labels[2], "cyan"), Cell(sentence(change, lang))
