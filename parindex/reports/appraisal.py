"""What an appraisal changed: each criterion with its scores round by round, who changed it, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from parindex.locale.formats import day, points
from parindex.locale.steps import Lang
from parindex.model.sheet import ChangeLine, Line, Sheet
from parindex.reports.layout import Column, row, side, table
from parindex.values.numbers import plain
from parindex.values.records import to_data

_ACTS = {
    "score": ("cho điểm", "scored"),
    "fact": ("sửa số liệu", "corrected"),
    "agree": ("thống nhất", "agreed"),
    "withdrawn": ("rút lại việc sửa số liệu", "took back the correction of"),
}
_TOOK_BACK = ("rút lại điểm đã cho", "took back the score")


def changed(sheet: Sheet) -> Iterator[Line]:
    """The criteria whose score is, or was on the way, another than the self score."""
    return (
        line
        for line in sheet.leaves()
        if line.final != line.self_score or any(change.before != change.after for change in line.history)
    )


def diff_view(sheet: Sheet, lang: Lang = "vi", *, whole: bool = False) -> RenderableType:
    """What changed and why; ``whole`` shows every criterion on which somebody acted."""
    lines = [line for line in sheet.leaves() if line.history] if whole else list(changed(sheet))
    parts: list[RenderableType] = [Text(f"{sheet.unit.name}, {sheet.year}", style="bold"), totals(sheet, lang)]
    if not lines:
        parts.append(Text(side(("Không có điểm nào thay đổi.", "No score changed."), lang)))
        return Group(*parts)
    parts += [Text(), score_table(lines, lang)]
    for line in lines:
        parts += [Text(), Text(f"{line.code}  {line.name}", style="bold")]
        parts += [Padding(Text(sentence(change, lang)), (0, 0, 0, 2)) for change in line.history]
    return Group(*parts)


def score_table(lines: list[Line], lang: Lang) -> RenderableType:
    """The scores of some criteria round by round."""
    grid = table(
        [
            Column(("Mã", "Code")),
            Column(("Tiêu chí", "Criterion"), ratio=1),
            Column(("Tối đa", "Max"), right=True),
            Column(("Tự chấm", "Self"), right=True),
            Column(("Lần 1", "Round 1"), right=True),
            Column(("Lần 2", "Round 2"), right=True),
            Column(("Kết quả", "Final"), right=True),
        ],
        lang,
    )
    for line in lines:
        scores = (line.max, line.self_score, line.round1, line.round2, line.final)
        row(grid, line.code, line.name, *map(points, scores))
    return grid


def totals(sheet: Sheet, lang: Lang) -> Text:
    """``Tự chấm 82,59 (87,40%) → sau thẩm định 80,10 (85,00%)``."""
    if sheet.appraisal is None:
        return Text(side(("Chưa thẩm định.", "Not appraised."), lang))
    own = _with_index(sheet.appraisal.submitted_earned, sheet.appraisal.submitted_index)
    final = _with_index(sheet.totals.earned, sheet.totals.index)
    words = side(("Tự chấm {own} → sau thẩm định {final}", "Self {own} → appraised {final}"), lang)
    text = words.format(own=own, final=final)
    if sheet.appraisal.undecided:
        left = side(("; {count} tiêu chí chưa có kết luận", "; {count} criteria undecided"), lang)
        text += left.format(count=len(sheet.appraisal.undecided))
    return Text(text)


def sentence(change: ChangeLine, lang: Lang = "vi") -> str:
    """One act: who, when, what, from what to what, why."""
    took_back = change.act == "withdrawn" and change.indicator is None
    act = side(_TOOK_BACK if took_back else _ACTS[change.act], lang)
    if change.indicator is not None:
        act += f" {change.indicator}"
    head = side(("lần {round}, {day}, {agency} ({post})", "round {round}, {day}, {agency} ({post})"), lang)
    who = head.format(round=change.round, day=day(change.date), agency=change.agency, post=change.post)
    return f"{who} {act}: {points(change.before)} → {points(change.after)}. {change.reason}"


def diff_data(sheet: Sheet) -> dict[str, Any]:
    """The same as data: numbers exact, as text."""
    return {
        "format": "1",
        "unit": to_data(sheet.unit, whole=False),
        "year": sheet.year,
        "appraisal": None if sheet.appraisal is None else to_data(sheet.appraisal),
        "earned": plain(sheet.totals.earned),
        "index": _exact(sheet.totals.index),
        "criteria": [
            {
                "code": line.code,
                "name": line.name,
                "max": plain(line.max),
                "self": _exact(line.self_score),
                "round1": _exact(line.round1),
                "round2": _exact(line.round2),
                "final": _exact(line.final),
                "history": [to_data(change, whole=False) for change in line.history],
            }
            for line in sheet.leaves()
            if line.history
        ],
    }


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _with_index(earned: Decimal, index: Decimal | None) -> str:
    return points(earned) if index is None else f"{points(earned)} ({points(index)}%)"
