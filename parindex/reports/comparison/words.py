"""What every form of a comparison says in words."""

from __future__ import annotations

from decimal import Decimal

from parindex.locale.formats import by_set, number
from parindex.locale.periods import period_name
from parindex.locale.steps import STATUS, text
from parindex.model.policy import Rounding
from parindex.reports.working import fact_text
from parindex.scoring.compare import Comparison, Difference, Head, Side


def title(head: Head) -> str:
    """Unit and period: ``UBND phường Phú Sơn, năm 2023``."""
    return f"{head.unit.name}, {period_name(head.period)}"


def index(head: Head) -> str:
    """``97,82% (Xuất sắc; tạm tính)``."""
    if head.index is None:
        return "chưa có"
    said = [head.score_class or "", "tạm tính" if head.provisional else "", "quy đổi" if head.rescaled else ""]
    words = "; ".join(word for word in said if word)
    return f"{by_set(head.index, head.rounding)}%" + (f" ({words})" if words else "")


def notes(found: Comparison) -> list[str]:
    """What a reader must mind."""
    lines = []
    if found.match == "indicator":
        lines.append(
            "Hai bộ tiêu chí khác nhau: so theo chỉ số đo, bằng tỷ lệ điểm đạt so với điểm tối đa. "
            f"A: {found.a.set.title}. B: {found.b.set.title}."
        )
    else:
        lines.append(f"Bộ tiêu chí: {found.b.set.title}.")
    if found.a.unit.synthetic or found.b.unit.synthetic:
        lines.append("Có số liệu giả định, chỉ để minh họa.")
    return lines


def codes(difference: Difference) -> str:
    """The codes on both sides, once where they are the same: ``3.1.1`` or ``3.1.1 → 2.4``."""
    first, second = (", ".join(side.codes) if side else "–" for side in (difference.a, difference.b))
    return first if first == second else f"{first} → {second}"


def score(side: Side | None) -> str:
    """``3,88/4``; the status where there is no score; a dash where the criterion is not there."""
    if side is None:
        return "–"
    if side.points is None:
        return f"{text(STATUS, side.status)} (tối đa {number(side.max)})"
    status = "" if side.status == "scored" else f" ({text(STATUS, side.status)})"
    return f"{by_set(side.points, side.rounding)}/{number(side.max)}{status}"


def short(side: Side | None) -> str:
    """``3,88/4`` alone; dashes for what is not there."""
    return "–" if side is None else f"{by_set(side.points, side.rounding)}/{number(side.max)}"


def standing(side: Side | None) -> str:
    """Status and figures: ``thiếu minh chứng: 5 / 10 hồ sơ = 50%``."""
    if side is None:
        return "không có"
    status = "" if side.status == "scored" else text(STATUS, side.status)
    return ": ".join(words for words in (status, facts(side)) if words) or "–"


def facts(side: Side | None) -> str:
    """The figures that were scored."""
    return "; ".join(fact_text(fact) for fact in side.facts) if side else ""


def change(difference: Difference) -> str:
    """The difference in points, or in percent of the maximum where the maxima differ."""
    side = difference.b or difference.a
    if side is not None and difference.points is not None:
        return signed(difference.points, side.rounding)
    if side is not None and difference.share is not None:
        return f"{signed(difference.share, side.rounding)} điểm %"
    if difference.a is None:
        return "chỉ có ở B"
    return "chỉ có ở A" if difference.b is None else "–"


def signed(value: Decimal | None, rounding: Rounding) -> str:
    """A number with its sign, as the second sheet's set prints it; a dash where it is not known."""
    if value is None:
        return "–"
    words = by_set(value, rounding)
    return words if words.startswith("-") or not words.strip("0,") else f"+{words}"
