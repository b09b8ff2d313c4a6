"""Scores through the rounds as rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parindex.locale.formats import day
from parindex.model.sheet import Line, Sheet
from parindex.reports.view.appraisal.data import RoundRow
from parindex.reports.view.leaves import reason
from parindex.reports.view.words import DASH, Scores, sentence
from parindex.values.numbers import exact, rounded

ROUNDS = {1: "lần 1", 2: "lần 2"}


def domain_rows(sheet: Sheet, score: Scores) -> tuple[RoundRow, ...]:
    """The domains."""
    return tuple(_row(line, score) for line in sheet.lines)


def all_rows(sheet: Sheet, score: Scores) -> Iterator[RoundRow]:
    """Every domain, group and criterion, in the order of the set."""
    for top in sheet.lines:
        yield from _branch(top, score)


def _branch(line: Line, score: Scores) -> Iterator[RoundRow]:
    yield _row(line, score)
    for child in line.children:
        yield from _branch(child, score)


def total_row(sheet: Sheet, score: Scores) -> RoundRow:
    """The whole: earned points as submitted, after each round and in the end."""
    final = sheet.totals.earned
    own = sheet.appraisal.submitted_earned if sheet.appraisal is not None else final

    def after(number: int) -> Decimal | None:
        values = [(line.round1, line.round2)[number - 1] for line in sheet.lines]
        if all(value is None for value in values):
            return None
        pairs = zip(sheet.lines, values, strict=True)
        with exact():
            return sum((line.self_score or Decimal(0) if value is None else value for line, value in pairs), Decimal(0))

    return RoundRow(
        "domain",
        "",
        "Tổng cộng",
        score(sheet.totals.max),
        score(own),
        score(after(1)),
        score(after(2)),
        score(final),
        signed(final, own, score),
        "",
    )


def _row(line: Line, score: Scores) -> RoundRow:
    return RoundRow(
        kind=line.level,
        code=line.code,
        name=line.name,
        max=score(line.max),
        earned=score(line.self_score) if _own(line) else DASH,
        round1=score(line.round1),
        round2=score(line.round2),
        final=score(line.final) if any(leaf.final is not None for leaf in line.leaves()) else DASH,
        difference=signed(line.final, line.self_score or Decimal(0), score),
        reason="\n".join(history_of(line, score)) or (_open(line) if line.level == "leaf" else ""),
    )


def _own(line: Line) -> bool:
    """Whether the unit scored anything of it."""
    return any(leaf.self_score is not None for leaf in line.leaves())


def _open(line: Line) -> str:
    return sentence(reason(line)) if line.final is None else DASH


def history_of(line: Line, score: Scores) -> Iterator[str]:
    """A sentence for each act on a criterion: ``Lần 1, Phòng Tư pháp (12/01/2024): 2,00 → 1,50; lý do: …``."""
    for each in line.history:
        head = f"Lần {each.round}, {each.agency} ({each.post}, {day(each.date)})"
        if each.act == "agree":
            yield sentence(f"{head}: thống nhất; {each.reason}")
            continue
        back = " do rút số liệu đã sửa" if each.indicator else " do rút điểm đã cho"
        how = {"score": "", "fact": " theo số liệu sửa lại", "withdrawn": back}[each.act]
        change = f"chấm {score(each.after)}" if each.before is None else f"{score(each.before)} → {score(each.after)}"
        yield sentence(f"{head}: {change}{how}; lý do: {each.reason}")


def signed(value: Decimal | None, other: Decimal | None, score: Scores) -> str:
    """``-0,50``, ``+1,00``; a dash where nothing changed or cannot be compared."""
    if value is None or other is None:
        return DASH
    with exact():
        difference = value - other
    near = score.figure(difference)
    if not near:
        return DASH
    return f"{'+' if difference > 0 else '-'}{score(abs(rounded(difference, 6, 'half-up')))}"
