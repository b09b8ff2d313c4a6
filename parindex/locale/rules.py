"""How a rule gives points, in the plain sentences by which officers know a criteria set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from parindex.locale.formats import day as vietnamese_day
from parindex.locale.formats import joined, percent
from parindex.locale.formats import number as vietnamese_number
from parindex.locale.periods import period_name
from parindex.locale.steps import Lang
from parindex.rules.appraised import Appraised
from parindex.rules.bands import Band, Bands
from parindex.rules.base import DueDate
from parindex.rules.change import Change
from parindex.rules.checklist import Checklist
from parindex.rules.compare import Compare
from parindex.rules.curve import Curve
from parindex.rules.deadline import Deadline
from parindex.rules.formula import Formula
from parindex.rules.meets import Meets
from parindex.rules.per_case import PerCase
from parindex.rules.proportional import Proportional
from parindex.rules.reports import Reports
from parindex.rules.survey import Survey
from parindex.values.facts import Measure
from parindex.values.numbers import ZERO, plain
from parindex.values.targets import Comparator

SHARES: tuple[Measure, ...] = ("ratio", "percent", "survey")
"""Measures whose numbers are percents."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule is about, as far as its sentences need it."""

    points: Decimal
    """The leaf's maximum."""
    measure: Measure | None = None
    counts: str | None = None
    """What is counted: "hồ sơ"."""
    items: Mapping[str, str] = field(default_factory=dict)
    """The items of a checklist by id."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The indicators' names by the names that a formula uses."""
    lang: Lang = "vi"

    def say(self, vi: str, en: str, **values: str) -> str:
        """A sentence in the language asked for; its values are text already."""
        return (en if self.lang == "en" else vi).format_map(values)

    def number(self, value: Decimal) -> str:
        """A number as the language prints it."""
        return plain(value) if self.lang == "en" else vietnamese_number(value)

    def give(self, value: Decimal) -> str:
        """So many points."""
        word = "điểm" if self.lang != "en" else "point" if value == 1 else "points"
        return f"{self.number(value)} {word}"

    def amount(self, value: Decimal) -> str:
        """A value of the indicator: a percent where it is a share."""
        if self.measure in SHARES or self.measure is None:
            return f"{plain(value)}%" if self.lang == "en" else percent(value)
        return self.number(value)

    def counted(self, value: Decimal) -> str:
        """A value with what is counted, where something is."""
        return (
            f"{self.amount(value)} {self.counts}"
            if self.counts and self.measure not in SHARES
            else (self.amount(value))
        )

    def day(self, value: date) -> str:
        """A day as the language prints it."""
        return value.isoformat() if self.lang == "en" else vietnamese_day(value)

    def due(self, due: DueDate) -> str:
        """The end of a term: with or without its last day."""
        if due.inclusive:
            return self.say("chậm nhất ngày {to}", "by {to}", to=self.day(due.to))
        return self.say("trước ngày {to}", "before {to}", to=self.day(due.to))


def sentences(rule: object, subject: Subject) -> list[str]:
    """How the rule gives points, sentence by sentence; raises ``KeyError`` for a rule without sentences."""
    return [_upper(text) for text in _SAY[type(rule)](rule, subject)]


def threshold(comparator: Comparator, value: object, subject: Subject) -> str:
    """A comparator and its value in words: ``từ 95% trở lên``, ``trước ngày 15/01/2023``."""
    if isinstance(value, bool):
        return subject.say("thực hiện", "done") if value else subject.say("không để xảy ra", "must not happen")
    if isinstance(value, date):
        return subject.due(DueDate(to=value, inclusive=comparator != "<"))
    if not isinstance(value, Decimal):
        return subject.say("bằng năm trước", "last year's value")
    vi, en = _COMPARATORS[comparator]
    return subject.say(vi, en, value=subject.counted(value))


_COMPARATORS: Mapping[Comparator, tuple[str, str]] = {
    ">=": ("từ {value} trở lên", "at least {value}"),
    ">": ("trên {value}", "above {value}"),
    "<=": ("không quá {value}", "at most {value}"),
    "<": ("dưới {value}", "below {value}"),
    "==": ("{value}", "{value}"),
}


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _meets(rule: Meets, about: Subject) -> list[str]:
    if about.measure == "yes-no":
        yes = about.say("có: {all}", "yes: {all}", all=about.give(about.points))
        return [yes + ".", about.say("không: {none}.", "no: {none}.", none=about.give(ZERO))]
    return [
        about.say("đạt chỉ tiêu: {all}.", "target met: {all}.", all=about.give(about.points)),
        about.say("chưa đạt: {none}.", "not met: {none}.", none=about.give(ZERO)),
    ]


def _proportional(rule: Proportional, about: Subject) -> list[str]:
    of = {"points": about.number(about.points)}
    if rule.base == "hundred":
        share = about.say("{points} × tỷ lệ ÷ 100%", "{points} × rate ÷ 100%", **of)
    else:
        share = about.say("{points} × kết quả ÷ chỉ tiêu", "{points} × value ÷ target", **of)
    met = about.say("đạt chỉ tiêu: {all}.", "target met: {all}.", all=about.give(about.points))
    if rule.floor == 0:
        return [met, about.say("chưa đạt: {share}.", "not met: {share}.", share=share)]
    floor = about.amount(rule.floor)
    return [
        met,
        about.say(
            "chưa đạt nhưng từ {floor} trở lên: {share}.", "not met but {floor} or more: {share}.",
            floor=floor, share=share,
        ),
        about.say("dưới {floor}: {none}.", "below {floor}: {none}.", floor=floor, none=about.give(ZERO)),
    ]  # fmt: skip


def _bands(rule: Bands, about: Subject) -> list[str]:
    return [f"{_band(band, rule.of, about)}: {about.give(band.points)}." for band in rule.bands]


def _curve(rule: Curve, about: Subject) -> list[str]:
    def at(value: Decimal) -> str:
        if rule.of == "value":
            return about.counted(value)
        return about.say("{share}% chỉ tiêu", "{share}% of the target", share=about.number(value))

    first, last = rule.through[0], rule.through[-1]
    between = "; ".join(f"{at(vertex.at)}: {about.give(vertex.points)}" for vertex in rule.through)
    return [
        about.say("theo đường thẳng giữa các mức: {between}.", "straight lines between: {between}.", between=between),
        about.say(
            "dưới {low}: {first}; trên {high}: {last}.", "below {low}: {first}; above {high}: {last}.",
            low=at(first.at), first=about.give(first.points), high=at(last.at), last=about.give(last.points),
        ),
    ]  # fmt: skip


def _compare(rule: Compare, about: Subject) -> list[str]:
    reference = about.say("chỉ tiêu", "the target") if rule.against == "target" else about.say("năm trước", "last year")
    if about.measure == "date":
        sides = about.say("sớm hơn", "earlier than"), about.say("muộn hơn", "later than")
    else:
        sides = about.say("cao hơn", "above"), about.say("thấp hơn", "below")
        sides = sides if rule.direction == "higher" else (sides[1], sides[0])
    return [
        f"{sides[0]} {reference}: {about.give(rule.better)}.",
        about.say("bằng {reference}: {some}.", "equal to {reference}: {some}.",
                  reference=reference, some=about.give(rule.equal)),
        f"{sides[1]} {reference}: {about.give(rule.worse)}.",
    ]  # fmt: skip


def _change(rule: Change, about: Subject) -> list[str]:
    way = about.say("tăng", "increase") if rule.direction == "increase" else about.say("giảm", "decrease")
    if rule.measured == "percent":
        show = Subject(about.points, "percent", lang=about.lang).amount
    elif about.measure in SHARES:
        # the difference of two shares is told in percentage points, so that 5 of them are not taken for 5% of one
        def show(value: Decimal) -> str:
            return about.say("{value} điểm phần trăm", "{value} percentage points", value=about.number(value))
    else:
        show = about.counted
    than = about.say("so với năm trước", "against last year")
    if rule.step is not None:
        cap = about.points if rule.step.cap is None else min(rule.step.cap, about.points)
        above = about.say(" tính từ trên {above}", " above {above}", above=show(rule.step.above))
        return [
            about.say("cứ {way} {every} {than}{above} được {each}, tối đa {cap}.",
                      "{each} for each {way} of {every} {than}{above}, at most {cap}.",
                      way=way, every=show(rule.step.every), than=than, above=above if rule.step.above else "",
                      each=about.give(rule.step.each), cap=about.give(cap)),
        ]  # fmt: skip
    told = []
    for band in rule.bands or []:
        low = show(band.from_) if band.from_ is not None else ""
        high = show(band.to) if band.to is not None else ""
        if low and high:
            words = about.say("từ {low} đến dưới {high}", "from {low} to below {high}", low=low, high=high)
        elif low:
            words = about.say("từ {low} trở lên", "{low} or more", low=low)
        else:
            words = about.say("dưới {high}", "below {high}", high=high)
        told.append(f"{way} {words}: {about.give(band.points)}.")
    return [about.say("tính mức {way} {than}.", "by the {way} {than}.", way=way, than=than), *told]


def _formula(rule: Formula, about: Subject) -> list[str]:
    used = dict.fromkeys(name.name for name in rule.names)
    known = [f"{name}: {about.names[name]}" for name in used if name in about.names]
    told = [about.say("công thức: {text}.", "formula: {text}.", text=rule.expression.strip())]
    if "points" in used:
        known.append(about.say("points: điểm tối đa", "points: the maximum"))
    if "target" in used:
        known.append(about.say("target: chỉ tiêu", "target: the target"))
    if known:
        told.append(about.say("trong đó {known}.", "where {known}.", known="; ".join(known)))
    return [*told, about.say("kết quả nằm trong khoảng 0 đến {all}.", "held within 0 and {all}.",
                             all=about.give(about.points))]  # fmt: skip


def _band(band: Band, of: str, about: Subject) -> str:
    """The interval in words; a band of one whole number is named by it: "1 lần"."""
    whole = about.measure in ("count", "rank") and of == "value"
    show = about.amount if of == "value" else lambda value: f"{about.number(value)}%"
    low = None if band.from_ == 0 and of == "value" and about.measure != "amount" else band.from_
    last = (
        about.say(" chỉ tiêu", " of the target")
        if of == "target"
        else f" {about.counts}"
        if about.counts and whole
        else ""
    )
    if whole and band.to is not None and band.to - (band.from_ or ZERO) == 1:
        return f"{about.number(band.to - 1)}{last}"
    if low is not None and band.to is not None:
        words = about.say("từ {low} đến dưới {high}", "from {low} to below {high}", low=show(low), high=show(band.to))
    elif band.to is not None:
        words = about.say("dưới {high}", "below {high}", high=show(band.to))
    elif low is not None:
        if low == 100 and about.measure == "ratio" and of == "value":
            return about.say("đạt 100%", "100%")
        return about.say("từ {low}{last} trở lên", "{low}{last} or more", low=show(low), last=last)
    else:
        words = about.say("mọi giá trị", "any value")
    return words + last


def _deadline(rule: Deadline, about: Subject) -> list[str]:
    due = about.due(rule.due) if rule.due else about.say("đúng hạn của kế hoạch", "by the day that the plan sets")
    told = [f"{due}: {about.give(rule.on_time)}."]
    for step in rule.late:
        days = str(step.within_days)
        told.append(
            about.say(
                "chậm không quá {days} ngày: {some}.", "late by at most {days} days: {some}.",
                days=days, some=about.give(step.points),
            )
        )  # fmt: skip
    later = about.say("chậm hơn nữa", "later") if rule.late else about.say("chậm hơn", "later")
    if rule.later == 0:
        never = about.say("{later} hoặc không thực hiện: {none}.", "{later} or never: {none}.",
                          later=later, none=about.give(ZERO))  # fmt: skip
        return [*told, never]
    told.append(f"{later}: {about.give(rule.later)}.")
    return [*told, about.say("không thực hiện: {none}.", "never: {none}.", none=about.give(ZERO))]


def _reports(rule: Reports, about: Subject) -> list[str]:
    one = len(rule.required) == 1
    each = about.say(
        "gửi đúng hạn: {on_time}, gửi chậm: {late}, không gửi: {none}." if one
        else "{count} báo cáo; mỗi báo cáo gửi đúng hạn: {on_time}, gửi chậm: {late}, không gửi: {none}.",
        "sent on time: {on_time}, late: {late}, not sent: {none}." if one
        else "{count} reports; each sent on time: {on_time}, late: {late}, not sent: {none}.",
        count=str(len(rule.required)),
        on_time=about.give(rule.on_time),
        late=about.give(rule.late),
        none=about.give(ZERO),
    )  # fmt: skip
    told = [each]
    if rule.content:
        told.append(
            about.say(
                "nội dung đạt theo bên thẩm định: thêm {more} mỗi báo cáo.",
                "content found adequate by the appraiser: {more} more for each.",
                more=about.give(rule.content),
            )
        )
    terms = [f"{_period(report.period, about)} {about.due(report)}" for report in rule.required]
    return [*told, about.say("hạn gửi: {terms}.", "due: {terms}.", terms="; ".join(terms))]


def _period(period: str, about: Subject) -> str:
    return period if about.lang == "en" else period_name(period)


def _checklist(rule: Checklist, about: Subject) -> list[str]:
    names = [about.items.get(item.id, item.id) for item in rule.items]
    if rule.all_or_nothing:
        return [
            about.say("đủ cả {count} mục: {all}, thiếu một mục: {none}.", "all {count} items: {all}, else {none}.",
                      count=str(len(names)), all=about.give(about.points), none=about.give(ZERO)),
            about.say("các mục: {items}.", "items: {items}.", items="; ".join(names)),
        ]  # fmt: skip
    each = {item.points for item in rule.items}
    if len(each) == 1:
        return [
            about.say("mỗi mục đã làm: {each}.", "each item done: {each}.", each=about.give(each.pop())),
            about.say("{count} mục: {items}.", "{count} items: {items}.",
                      count=str(len(names)), items="; ".join(names)),
        ]  # fmt: skip
    listed = [f"{name} ({about.give(item.points)})" for name, item in zip(names, rule.items, strict=True)]
    return [about.say("cộng điểm từng mục đã làm: {items}.", "sum of the items done: {items}.",
                      items="; ".join(listed))]  # fmt: skip


def _per_case(rule: PerCase, about: Subject) -> list[str]:
    share = about.say("{share}% điểm tối đa", "{share}% of the points", share=about.number(rule.share or ZERO))
    each = about.give(rule.each) if rule.each is not None else share
    cap = about.points if rule.cap is None else min(rule.cap, about.points)
    one = rule.every == 1 and about.measure not in SHARES
    counts = about.counts or about.say("trường hợp", "case")
    every = counts if one else about.counted(rule.every)
    above = about.say(" tính từ trên {above}", " above {above}", above=about.counted(rule.above)) if rule.above else ""
    if rule.direction == "deduct":
        told = [
            about.say("không có {counts} nào{above}: {all}.", "none{above}: {all}.",
                      counts=counts, above=above, all=about.give(cap))
            if about.measure not in SHARES
            else about.say("bắt đầu từ {all}.", "from {all}.", all=about.give(cap)),
            about.say("mỗi {every}{above} trừ {each}, không dưới {floor}.", "less {each} for each {every}{above}, "
                      "not below {floor}.", every=every, above=above, each=each, floor=about.give(rule.floor)),
        ]  # fmt: skip
    else:
        told = [
            about.say(
                "mỗi {every}{above} được {each}, tối đa {cap}." if one
                else "cứ thêm {every}{above} được {each}, tối đa {cap}.",
                "{each} for each {every}{above}, at most {cap}.",
                every=every, above=above, each=each, cap=about.give(cap),
            )
        ]  # fmt: skip
        if rule.floor:
            told.append(about.say("ít nhất {floor}.", "at least {floor}.", floor=about.give(rule.floor)))
    return told


def _survey(rule: Survey, about: Subject) -> list[str]:
    if rule.shares:
        options = joined([f"{option} {about.number(share)}%" for option, share in rule.shares.items()])
        return [
            about.say("{points} × bình quân của các phiếu, mỗi phương án tính: {options}.",
                      "{points} × the mean of the answers, each option counting: {options}.",
                      points=about.number(about.points), options=options)
        ]  # fmt: skip
    return [about.say("{points} × chỉ số điều tra ÷ 100%.", "{points} × index ÷ 100%.",
                      points=about.number(about.points))]  # fmt: skip


def _appraised(rule: Appraised, about: Subject) -> list[str]:
    return [
        about.say("hội đồng thẩm định cho điểm, tối đa {all}.", "given by the appraisal council, at most {all}.",
                  all=about.give(about.points))
    ]  # fmt: skip


_SAY: dict[type, Callable[[Any, Subject], list[str]]] = {
    Appraised: _appraised,
    Bands: _bands,
    Change: _change,
    Checklist: _checklist,
    Compare: _compare,
    Curve: _curve,
    Deadline: _deadline,
    Formula: _formula,
    Meets: _meets,
    PerCase: _per_case,
    Proportional: _proportional,
    Reports: _reports,
    Survey: _survey,
}
"""One speaker per kind of rule; a test walks every kind of the rule language."""
