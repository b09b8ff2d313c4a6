"""Sentences of the rules that look at a number: a share, a count, an amount."""

from __future__ import annotations

from decimal import Decimal

from parindex.locale.subject import Subject
from parindex.rules.bands import Band, Bands
from parindex.rules.change import Change
from parindex.rules.compare import Compare
from parindex.rules.curve import Curve
from parindex.rules.meets import Meets
from parindex.rules.per_case import PerCase
from parindex.rules.proportional import Proportional
from parindex.values.facts import SHARES
from parindex.values.numbers import ZERO


def meets(rule: Meets, about: Subject) -> list[str]:
    """All or nothing."""
    if about.measure == "yes-no":
        yes = about.say("có: {all}", "yes: {all}", all=about.give(about.points))
        return [yes + ".", about.say("không: {none}.", "no: {none}.", none=about.give(ZERO))]
    return [
        about.say("đạt chỉ tiêu: {all}.", "target met: {all}.", all=about.give(about.points)),
        about.say("chưa đạt: {none}.", "not met: {none}.", none=about.give(ZERO)),
    ]


def proportional(rule: Proportional, about: Subject) -> list[str]:
    """All from the target up, in proportion above a floor."""
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


def bands(rule: Bands, about: Subject) -> list[str]:
    """Interval by interval."""
    return [f"{_band(band, rule.of, about)}: {about.give(band.points)}." for band in rule.bands]


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


def curve(rule: Curve, about: Subject) -> list[str]:
    """The heights between which the lines run."""

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


def compare(rule: Compare, about: Subject) -> list[str]:
    """Better, equal, worse."""
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


def change(rule: Change, about: Subject) -> list[str]:
    """The change against last year, by steps or intervals."""
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


def per_case(rule: PerCase, about: Subject) -> list[str]:
    """So much less or more for each case or step."""
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
                "{start} {every}{above} {verb} {each}, tối đa {cap}.",
                "{each} for each {every}{above}, at most {cap}.",
                start="mỗi" if one else "cứ thêm", verb="trừ" if about.penalty else "được",
                every=every, above=above, each=each, cap=about.give(cap),
            )
        ]  # fmt: skip
        if rule.floor:
            told.append(about.say("ít nhất {floor}.", "at least {floor}.", floor=about.give(rule.floor)))
    return told
