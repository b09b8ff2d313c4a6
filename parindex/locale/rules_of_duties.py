"""Sentences of the rules that look at days, reports, items and answers, and of formulas."""

from __future__ import annotations

from parindex.locale.formats import joined
from parindex.locale.periods import period_name
from parindex.locale.subject import Subject
from parindex.rules.appraised import Appraised
from parindex.rules.checklist import Checklist
from parindex.rules.deadline import Deadline
from parindex.rules.formula import Formula
from parindex.rules.reports import Reports
from parindex.rules.survey import Survey
from parindex.values.numbers import ZERO


def formula(rule: Formula, about: Subject) -> list[str]:
    """The formula as written, and what its names stand for."""
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


def deadline(rule: Deadline, about: Subject) -> list[str]:
    """On time, late by so many days, later, never."""
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


def reports(rule: Reports, about: Subject) -> list[str]:
    """What each report earns, and when each is due."""
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


def checklist(rule: Checklist, about: Subject) -> list[str]:
    """What each item earns."""
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


def survey(rule: Survey, about: Subject) -> list[str]:
    """The index, or the shares of the answers."""
    if rule.shares:
        options = joined([f"{option} {about.number(share)}%" for option, share in rule.shares.items()])
        return [
            about.say("{points} × bình quân của các phiếu, mỗi phương án tính: {options}.",
                      "{points} × the mean of the answers, each option counting: {options}.",
                      points=about.number(about.points), options=options)
        ]  # fmt: skip
    return [about.say("{points} × chỉ số điều tra ÷ 100%.", "{points} × index ÷ 100%.",
                      points=about.number(about.points))]  # fmt: skip


def appraised(rule: Appraised, about: Subject) -> list[str]:
    """The council gives the points."""
    return [
        about.say("hội đồng thẩm định cho điểm, tối đa {all}.", "given by the appraisal council, at most {all}.",
                  all=about.give(about.points))
    ]  # fmt: skip
