"""Advice in a terminal and as JSON: what to do, by when, and what it wins."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from parindex.locale.formats import by_set, day, joined, number, percent
from parindex.locale.periods import period_name
from parindex.locale.steps import REASON, STATUS, Lang
from parindex.model.indicators import Indicator
from parindex.model.policy import Rounding
from parindex.reports.layout import Column, Words, row, side, table, titled
from parindex.scoring.advice import FORMAT, Advice, Goal, Move
from parindex.values.facts import Answer, Cases, Fact, Issued, Number, Ratio, Sent, Ticks, measured
from parindex.values.numbers import evaluate, plain, rounded

_COLUMNS = (
    Column(("Được", "Wins"), width=6, right=True),
    Column(("Mã", "Code"), width=6),
    Column(("Việc cần làm", "What to do"), ratio=1),
    Column(("Hạn", "By"), width=10),
)
_OTHERS = (
    Column(("Chưa đạt", "Short"), width=8, right=True),
    Column(("Mã", "Code"), width=6),
    Column(("Tiêu chí và lý do", "Criterion and why"), ratio=1),
)


def told(
    advice: Advice, indicators: Mapping[str, Indicator], lang: Lang = "vi", *, first: bool = False
) -> RenderableType:
    """The advice for 80 columns; ``first``: the unit stands first in the ranking that was given."""
    sheet = advice.sheet
    head = Text(sheet.unit.name, style="bold")
    rounding = sheet.policy.rounding
    index = _index(sheet.totals.index, rounding)
    own = side(
        (
            f"Chỉ số hiện tại {index}; xếp loại {sheet.score_class or '–'}. Tính đến ngày {day(advice.on)}.",
            f"Index now {index}; class {sheet.score_class or '–'}. As of {day(advice.on)}.",
        ),
        lang,
    )
    parts: list[RenderableType] = [head, Text(own)]
    if sheet.unit.synthetic:
        parts.append(Text(side(("Số liệu giả định, chỉ để minh họa.", "Synthetic figures: an example."), lang)))
    parts.append(Text())
    if advice.doable:
        if _several_facts(advice.doable):
            parts += [Text(side(_ALONE, lang), style="dim"), Text()]
        parts.append(
            titled(side(("CÒN LÀM ĐƯỢC", "STILL TO WIN"), lang), _moves(advice.doable, indicators, lang, rounding))
        )
    else:
        nothing = ("Không còn việc nào làm được thêm điểm.", "There is nothing left to win points by.")
        parts += [Text(side(nothing, lang)), Text()]
    if advice.closed:
        head_closed = ("KHÔNG CÒN KỊP HOẶC KHÔNG LÀM LẠI ĐƯỢC", "TOO LATE, OR NOT TO BE UNDONE")
        parts.append(titled(side(head_closed, lang), _moves(advice.closed, indicators, lang, rounding)))
    if advice.unproved:
        parts.append(titled(side(("CẦN BỔ SUNG MINH CHỨNG", "EVIDENCE IS MISSING"), lang), _unproved(advice, lang)))
    if advice.others:
        parts.append(titled(side(("ĐIỂM KHÁC CHƯA ĐẠT", "OTHER POINTS NOT REACHED"), lang), _others(advice, lang)))
    parts += [_goal(goal, indicators, lang, rounding) for goal in advice.goals]
    if first:
        parts.append(Text(side(("Đơn vị đang đứng đầu nhóm xếp hạng.", "The unit stands first in its group."), lang)))
    return Group(*parts)


def _moves(
    moves: Sequence[Move], indicators: Mapping[str, Indicator], lang: Lang, rounding: Rounding
) -> RenderableType:
    grid = table(_COLUMNS, lang)
    seen: set[tuple[str, str]] = set()
    for move in moves:
        again = (move.code, move.indicator) in seen and move.way.kind in ("figure", "fewer")
        seen.add((move.code, move.indicator))
        words = Text(move.criterion + "\n", style="dim")
        words.append(
            (side(("hoặc ", "or ") if again else ("", ""), lang)) + action(move, indicators, lang, rounding), "not dim"
        )
        wins = f"+{_short(move.wins, rounding)}"
        row(grid, wins, move.code, words, day(move.way.by) if move.way.by else "–")
    return grid


_ALONE: Words = (
    "Điểm ghi ở mỗi việc là điểm được khi chỉ làm riêng việc đó; nhiều việc cho cùng một tiêu chí có thể được ít "
    "hơn tổng các điểm ấy.",
    "The points of each thing are what it wins alone; several for one criterion may win less than their sum.",
)


def _several_facts(moves: Sequence[Move]) -> bool:
    """Whether some criterion can be brought on by several of its facts."""
    return len({(move.code, move.indicator) for move in moves}) > len({move.code for move in moves})


def _index(value: Decimal | None, rounding: Rounding) -> str:
    return "–" if value is None else f"{by_set(value, rounding)}%"


def _short(value: Decimal, rounding: Rounding) -> str:
    """Points as the set prints them, and with one decimal more where that would say nothing was won."""
    nothing = not rounded(value, rounding.digits, rounding.mode)
    return number(value, rounding.digits + 1) if nothing else by_set(value, rounding)


def action(move: Move, indicators: Mapping[str, Indicator], lang: Lang, rounding: Rounding) -> str:
    """What to do, in one sentence."""
    indicator = indicators[move.indicator]
    way, counts = move.way, indicator.counts or indicator.numerator or ("trường hợp" if lang == "vi" else "cases")
    after = _value(way.fact, indicator)
    match way.kind:
        case "figure":
            words: Words = (
                f"{_more(move, indicator, 'vi')} (đạt {after})",
                f"{_more(move, indicator, 'en')} ({after})",
            )
        case "fewer":
            amount = number(abs(way.more or Decimal(0)))
            words = (
                f"ít hơn {amount} {counts} (còn {after}): việc đã xảy ra, chỉ loại trừ được khi có lý do",
                f"{amount} fewer {counts} ({after}): what happened is only excluded for a reason",
            )
        case "enter":
            words = (f"nhập số liệu: {after} thì được điểm cao nhất", f"report the figure: {after} earns the most")
        case "issue":
            words = (f"ban hành hoặc hoàn thành: {indicator.name}", f"issue or complete: {indicator.name}")
        case "send":
            period = next(iter(way.fact.reports)) if isinstance(way.fact, Sent) else ""
            late = way.by is None
            words = (
                f"gửi báo cáo {period_name(period)}" + (" (đã quá hạn, vẫn được điểm gửi chậm)" if late else ""),
                f"send the report of {period}" + (" (late, and still worth points)" if late else ""),
            )
        case "tick":
            done = sorted(way.fact.done) if isinstance(way.fact, Ticks) else []
            items = joined([(indicator.items or {}).get(item, item) for item in done])
            words = (f"làm thêm: {items}", f"add: {items}")
        case "answer":
            yes = isinstance(way.fact, Answer) and way.fact.yes
            words = (
                f"thực hiện: {indicator.name}" if yes else f"không để xảy ra: {indicator.name}",
                f"do: {indicator.name}" if yes else f"avoid: {indicator.name}",
            )
    said = side(words, lang)
    if way.met and way.kind in ("figure", "fewer"):
        said += side((", đạt chỉ tiêu", ", reaching the target"), lang)
    if move.claim is not None:
        claim = by_set(move.claim, rounding)
        back: Words = (f"; bỏ điểm tự chấm khác đang ghi ({claim})", f"; take back the own score that stands ({claim})")
        said += side(back, lang)
    return said


def _more(move: Move, indicator: Indicator, lang: Lang) -> str:
    change = move.way.more or Decimal(0)
    amount = number(abs(change))
    if isinstance(move.way.fact, Ratio):
        what = indicator.numerator or indicator.counts or ""
    elif isinstance(move.way.fact, Cases):
        what = indicator.counts or indicator.name
    else:
        what = f"({indicator.name})"
    up = ("thêm", "more") if change > 0 else ("giảm", "less")
    return f"{up[0]} {amount} {what}".rstrip() if lang == "vi" else f"{amount} {up[1]}: {what}"


def _value(fact: Fact, indicator: Indicator) -> str:
    match fact:
        case Ratio(numerator, denominator):
            share = measured(fact)
            shown = percent(_two(evaluate(share))) if share is not None else ""
            return shown if denominator == 100 else f"{number(numerator)}/{number(denominator)} = {shown}"
        case Number(value):
            return percent(_two(value)) if indicator.measure == "percent" else number(value)
        case Cases(count, excluded):
            return number(count - excluded)
        case Issued(on):
            return day(on)
        case _:
            return ""


def _two(value: Decimal) -> Decimal:
    """A value with at most two decimals, cut off: what only rounds up to a threshold must not look like it."""
    return value if value == value.quantize(_CENT) else value.quantize(_CENT, rounding="ROUND_DOWN")


_CENT = Decimal("0.01")


def _unproved(advice: Advice, lang: Lang) -> RenderableType:
    rounding = advice.sheet.policy.rounding
    grid = table((Column(("Điểm", "Points"), width=6, right=True), *_OTHERS[1:]), lang)
    for each in advice.unproved:
        needed = "; ".join(each.evidence) or side(("tài liệu kiểm chứng", "a document"), lang)
        words = Text(each.criterion + "\n", style="dim")
        words.append(side(("bổ sung: ", "add: "), lang) + needed, "not dim")
        worth = f"+{_short(each.wins, rounding)}" if each.wins > 0 else by_set(each.points, rounding)
        row(grid, worth, each.code, words)
    return grid


def _others(advice: Advice, lang: Lang) -> RenderableType:
    grid = table(_OTHERS, lang)
    for each in advice.others:
        why = REASON.get(each.reason or "") or (STATUS.get(each.status) if each.status != "scored" else None)
        words = Text(each.criterion, style="")
        words.append(
            ": " + side(why or ("đơn vị không làm thêm được nữa", "nothing left for the unit to do"), lang), "dim"
        )
        row(grid, by_set(each.unreached, advice.sheet.policy.rounding), each.code, words)
    return grid


def _goal(goal: Goal, indicators: Mapping[str, Indicator], lang: Lang, rounding: Rounding) -> RenderableType:
    wanted: Words = (
        (f"ĐỂ XẾP LOẠI {goal.name.upper()}", f"TO REACH THE CLASS {goal.name}")
        if goal.kind == "class"
        else (f"ĐỂ LÊN HẠNG CỦA {goal.name.upper()}", f"TO REACH THE PLACE OF {goal.name}")
    )
    need: Words = (
        f"Cần chỉ số {number(goal.index)}%, còn thiếu {_ceiling(goal.short, rounding)}.",
        f"It takes an index of {number(goal.index)}%, {_ceiling(goal.short, rounding)} short.",
    )
    parts: list[RenderableType] = [Text(side(need, lang))]
    if goal.gates:
        codes = ", ".join(goal.gates)
        parts.append(Text(side((f"Điều kiện kèm theo chưa đạt: {codes}.", f"Conditions not met: {codes}."), lang)))
    after = _index(goal.index_after, rounding)
    if goal.reached:
        parts.append(Text(side((f"Làm những việc sau thì được {after}:", f"This brings it to {after}:"), lang)))
        parts.append(_moves(goal.moves, indicators, lang, rounding))
    else:
        never: Words = (
            f"Làm hết mọi việc còn làm được mới được {after}: không đủ.",
            f"All that can still be done brings it to {after}: that is not enough.",
        )
        parts.append(Text(side(never, lang)))
    return titled(side(wanted, lang), *parts)


def _ceiling(value: Decimal, rounding: Rounding) -> str:
    """What is short, never printed as less than it is."""
    return number(value.quantize(Decimal((0, (1,), -rounding.digits)), rounding="ROUND_CEILING"), rounding.digits)


def as_json(advice: Advice) -> str:
    """The advice as JSON; numbers are exact and stand as text."""
    sheet = advice.sheet
    data = {
        "format": FORMAT,
        "program": sheet.program,
        "unit": sheet.unit.id,
        "synthetic": sheet.unit.synthetic,
        "year": sheet.year,
        "set": sheet.set.id,
        "on": advice.on,
        "figures_until": advice.until,
        "index": sheet.totals.index,
        "class": sheet.score_class,
        "open": [_move(move) for move in advice.doable],
        "closed": [_move(move) for move in advice.closed],
        "unproved": [
            {"code": each.code, "points": each.points, "wins": each.wins, "evidence": each.evidence}
            for each in advice.unproved
        ],
        "others": [
            {"code": each.code, "unreached": each.unreached, "status": each.status, "reason": each.reason}
            for each in advice.others
        ],
        "goals": [
            {
                "kind": goal.kind,
                "name": goal.name,
                "index": goal.index,
                "short": goal.short,
                "gates": goal.gates,
                "reached": goal.reached,
                "index_after": goal.index_after,
                "moves": [_move(move) for move in goal.moves],
            }
            for goal in advice.goals
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _move(move: Move) -> dict[str, Any]:
    way = move.way
    return {
        "code": move.code,
        "indicator": move.indicator,
        "kind": way.kind,
        "wins": move.wins,
        "more": way.more,
        "now": _fact(move.now),
        "then": _fact(way.fact),
        "best": way.best,
        "met": way.met,
        "by": way.by,
        "evidence": move.evidence,
        "claim": move.claim,
    }


def _fact(fact: Fact | None) -> dict[str, Any] | None:
    match fact:
        case None:
            return None
        case Ratio(numerator, denominator):
            return {"numerator": numerator, "denominator": denominator}
        case Cases(count, excluded):
            return {"count": count, "excluded": excluded}
        case Number(value):
            return {"value": value}
        case Issued(on):
            return {"date": on}
        case Answer(yes):
            return {"answer": yes}
        case Ticks(done):
            return {"done": sorted(done)}
        case Sent(reports):
            return {"reports": {period: each.sent_at for period, each in reports.items()}}
        case _:
            return {"answers": dict(fact.counts)}


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
