"""What the charts of a report draw: plain numbers, rounded as the text prints them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from parindex.locale.periods import period_name
from parindex.model.sheet import Line, Sheet
from parindex.model.unit import Previous
from parindex.reports.view.data import Bar, Chart
from parindex.reports.view.leaves import NOT_SCORED, Groups
from parindex.reports.view.words import Scores, capital

_MOST = 12
"""Categories of a chart that can still be read."""
_CAUSES: dict[str, str] = {
    "no_figures": "Chưa có số liệu, chưa đủ căn cứ",
    "below": "Chưa đạt chỉ tiêu, ngưỡng điểm",
    "late": "Chậm hoặc thiếu văn bản, báo cáo",
    "partly": "Chưa làm đủ nội dung",
    "cases": "Bị trừ theo vụ việc",
    "survey": "Kết quả điều tra xã hội học",
    "other": "Nguyên nhân khác",
}
"""Why points are not reached, in the order in which the chart shows them."""
_BY_RULE = {
    "deadline": "late",
    "reports": "late",
    "checklist": "partly",
    "per_case": "cases",
    "survey": "survey",
    "meets": "below",
    "proportional": "below",
    "bands": "below",
    "curve": "below",
    "compare": "below",
    "change": "below",
    "formula": "below",
}


def cause_of(leaf: Line) -> str:
    """Why a criterion is below its maximum, as the name of a cause."""
    if leaf.status in NOT_SCORED:
        return _CAUSES["no_figures"]
    return _CAUSES[_BY_RULE.get(leaf.rule or "", "other")]


def domains_chart(sheet: Sheet) -> Chart | None:
    """Points by domain against the maximum that could be scored; ``None`` where nothing could."""
    figure = Scores(sheet.policy.rounding).figure
    bars = [
        Bar(line.name, (figure(line.totals.earned), figure(line.totals.scorable)))
        for line in sheet.lines
        if line.totals is not None and line.totals.scorable
    ]
    return _chart("Điểm tự chấm so với điểm tối đa có thể chấm, theo lĩnh vực", ("Điểm tự chấm", "Điểm tối đa"), bars)


def causes_chart(sheet: Sheet) -> Chart | None:
    """Points not reached, by cause; ``None`` where all are reached."""
    figure = Scores(sheet.policy.rounding).figure
    found = dict.fromkeys(_CAUSES.values(), Decimal(0))
    for leaf in Groups(sheet.leaves()).short:
        found[cause_of(leaf)] += leaf.max - (leaf.self_score or 0)
    bars = [Bar(name, (figure(points),)) for name, points in found.items() if points]
    return _chart("Điểm chưa đạt theo nguyên nhân", ("Điểm chưa đạt",), bars)


def compared_chart(sheet: Sheet, previous: Previous | None) -> Chart | None:
    """The index, those of the domains and the shares that have a figure of last year; ``None`` where none has."""
    bars = []
    figure = Scores(sheet.policy.rounding).figure
    last = sheet.previous
    index = previous.index if previous is not None and previous.index is not None else last.index if last else None
    if index is not None and sheet.totals.index is not None:
        bars.append(Bar("Chỉ số CCHC", (figure(index), figure(sheet.totals.index))))
    parts = last.parts if last is not None else {}
    for line in sheet.lines:
        if line.totals is not None and line.totals.index is not None and line.name in parts:
            bars.append(Bar(line.name, (figure(parts[line.name]), figure(line.totals.index))))
    facts = {fact.indicator: fact for leaf in sheet.leaves() for fact in leaf.facts if fact.percent}
    for fact in facts.values():
        if fact.previous is not None and fact.value is not None:
            bars.append(Bar(fact.name, (figure(fact.previous), figure(fact.value))))
    names = (f"Năm {sheet.year - 1}", capital(period_name(sheet.period)))
    return _chart(f"So sánh với năm {sheet.year - 1} (%)", names, bars[:_MOST])


def _chart(title: str, series: tuple[str, ...], bars: Iterable[Bar]) -> Chart | None:
    found = tuple(bars)
    return Chart(title, series, found) if found else None
