"""The places of a ranking as rows and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parindex.locale.formats import number
from parindex.locale.periods import period_name
from parindex.reports.ranking.view import About, Group, RankingView, Row
from parindex.reports.ranking.words import notes, printed, remarks, signed, why
from parindex.reports.view.ranking.data import PlaceRow, PlaceTable
from parindex.reports.view.words import DASH, Scores, sentence, series, small
from parindex.scoring.ranking import Summary

CCHC = "Chỉ số cải cách hành chính"


def when(about: About) -> str:
    """``năm 2023``, or the part of it that was scored."""
    if about.period is None and about.year is None:
        return "nhiều năm"
    return period_name(about.period or str(about.year))


def tables_of(view: RankingView) -> tuple[PlaceTable, ...]:
    """The groups with their places, numbered from 1."""
    return tuple(_table(view, group, str(at)) for at, group in enumerate(view.groups(), start=1))


def _table(view: RankingView, group: Group, at: str) -> PlaceTable:
    score = Scores(group.rounding)
    rows = tuple(_row(row, group, view.about, score) for row in view.rows(group.number))
    said = tuple(_said(view, group, score))
    return PlaceTable(at, f"{group.name} ({group.units} đơn vị)", said, rows)


def _row(row: Row, group: Group, about: About, score: Scores) -> PlaceRow:
    change = None if row.change is None else printed(row.change, group.rounding)
    return PlaceRow(
        place=str(row.place),
        name=row.name,
        earned=score(row.earned),
        scorable=score(row.scorable),
        index=score(row.index),
        score_class=row.score_class or DASH,
        before=DASH if row.previous_index is None else score(row.previous_index),
        change=signed(change, group.rounding.digits) or DASH,
        note=remarks(row, about, group.rounding, short=True) or DASH,
    )


def _said(view: RankingView, group: Group, score: Scores) -> Iterator[str]:
    summary = view.summary(group.number)
    if summary.mean is None or summary.highest is None or summary.lowest is None:
        return
    rows = list(view.rows(group.number))
    best = [row.name for row in rows if row.place == 1]
    last = [row.name for row in rows if row.place == rows[-1].place]
    yield (
        f"Chỉ số trung bình là {score.share(summary.mean)}; cao nhất là {score.share(summary.highest)} "
        f"({series(best)}), thấp nhất là {score.share(summary.lowest)} ({series(last)}), chênh lệch "
        f"{score(summary.highest - summary.lowest)} điểm phần trăm."
    )
    if summary.classes:
        yield f"Xếp loại: {classes_text(summary, score)}."
    up = [row for row in rows if row.change is not None and printed(row.change, group.rounding) > 0]
    known = [row for row in rows if row.change is not None]
    if known:
        most = max(known, key=lambda row: row.change or 0)
        words = f"So với năm trước, {len(up)}/{len(known)} đơn vị có số liệu so sánh tăng Chỉ số"
        if up and most.change is not None:
            words += f"; tăng nhiều nhất là {most.name} ({score(most.change)} điểm phần trăm)"
        yield f"{words}."


def classes_text(summary: Summary, score: Scores) -> str:
    """``Tốt 12 đơn vị (63,16%), Khá 7 đơn vị (36,84%)``."""
    held = [each for each in summary.classes if each.units]
    return ", ".join(
        f"{each.name or 'chưa đạt mức xếp loại'} {each.units} đơn vị ({score.share(each.share)})" for each in held
    )


def notes_of(view: RankingView) -> tuple[str, ...]:
    """What a reader of the table must mind, a sentence each."""
    return tuple(sentence(text) for text in notes(view.about, view.groups(), alone=False))


def apart_of(view: RankingView) -> tuple[str, ...]:
    """The units without a place, and why, as one sentence; nothing where all have one."""
    named = [f"{unit.name} ({why(unit)})" for unit in view.apart()]
    return (sentence(f"Không xếp hạng {number_of(len(named))} đơn vị: {'; '.join(named)}"),) if named else ()


def units_text(view: RankingView) -> str:
    """``19 đơn vị (các phường: 9; các xã: 10)``."""
    groups = view.groups()
    total = f"{number_of(view.about.ranked)} đơn vị"
    if len(groups) < 2:
        return total
    return f"{total} ({'; '.join(f'{small(group.name)}: {group.units}' for group in groups)})"


def number_of(count: int) -> str:
    """A count in Vietnamese format."""
    return number(Decimal(count))
