"""What every form of a ranking says in words: what it is, what to mind, and why a unit has no place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from parindex.locale.formats import by_set, day, number
from parindex.locale.periods import period_name
from parindex.model.policy import Rounding
from parindex.reports.ranking.view import About, Apart, Group, Reason, Row
from parindex.values.numbers import RoundingMode, exact, rounded

REASONS: dict[Reason, str] = {
    "unreadable": "không đọc được tệp số liệu",
    "not_scored": "chưa chấm được: thiếu bộ tiêu chí hoặc kế hoạch",
    "no_index": "chưa tiêu chí nào chấm được",
    "left_out": "đơn vị đặc thù, không xếp hạng",
    "no_group": "loại đơn vị không thuộc nhóm xếp hạng nào",
    "other_year": "số liệu của năm khác",
    "duplicate": "hai tệp trùng mã đơn vị",
    "fault": "lỗi bên trong chương trình khi chấm",
}

TIES = {
    "shared": "điểm in ra bằng nhau thì đồng hạng, hạng kế tiếp bỏ cách",
    "exact": "xếp theo điểm chính xác, kể cả phần lẻ không in",
}


def status(about: About) -> str:
    """Whether the ranking is a draft or approved, by which decision and when."""
    if not about.approved:
        return "DỰ THẢO, chưa phê duyệt"
    date = f" ngày {day(about.decided)}" if about.decided else ""
    return f"ĐÃ PHÊ DUYỆT theo Quyết định số {about.decision}{date}"


def heading(about: About) -> str:
    """The title with its year, and the part of the year where it is not the whole."""
    if about.period is not None and about.period != str(about.year):
        return f"{about.title}, {period_name(about.period)}"
    year = f" năm {about.year}" if about.year is not None and str(about.year) not in about.title else ""
    return f"{about.title}{year}"


def notes(about: About, groups: Sequence[Group], *, alone: bool = True) -> list[str]:
    """What a reader must mind, a sentence each: the sets, invented figures, ties, and who is not whole.

    Not ``alone`` they stand in a document that tells of invented figures of all, and of units without a place, itself.
    """
    found = []
    if about.period is not None and about.period != str(about.year):
        found.append(f"Mới tính {period_name(about.period)}, không phải kết quả cả năm")
    for each in about.sets:
        named = f" ({each.decision})" if each.decision else ""
        found.append(f"Bộ tiêu chí: {each.title}{named}")
    if about.synthetic and (alone or about.synthetic != about.ranked):
        whom = "" if about.synthetic == about.ranked else f" (của {about.synthetic} đơn vị, xem cột Ghi chú)"
        found.append(f"Số liệu giả định, chỉ để minh họa{whom}")
    for ties in dict.fromkeys(group.ties for group in groups):
        found.append(f"Cách xếp hạng: {TIES[ties]}")
    if about.rescaled:
        found.append(f"{about.rescaled} đơn vị được quy đổi vì chưa có điều tra xã hội học (xem cột Ghi chú)")
    if about.provisional:
        found.append(f"{about.provisional} đơn vị tạm tính, còn tiêu chí chờ chấm (xem cột Ghi chú)")
    if about.missing:
        found.append(f"{about.missing} đơn vị còn tiêu chí chưa có số liệu (xem cột Ghi chú)")
    if about.apart and alone:
        found.append(f"{about.apart} đơn vị không xếp hạng (có danh sách riêng)")
    return found


def remarks(row: Row, about: About, rounding: Rounding, *, short: bool = False) -> str:
    """What to mind about one unit; what holds for all units stands above the table."""
    found = []
    if row.rescaled:
        found.append("quy đổi" if short else "quy đổi, chưa có điều tra xã hội học")
    if row.provisional:
        found.append(f"chờ {number(row.pending)} điểm" if short else f"tạm tính, chờ chấm {number(row.pending)} điểm")
    if row.missing:
        found.append(f"thiếu {number(row.missing)} điểm" if short else f"chưa có số liệu {number(row.missing)} điểm")
    if row.computed_index is not None:
        own = by_set(row.computed_index, rounding)
        found.append(f"theo máy tính {own}%" if short else f"tự chấm khác điểm máy tính (theo máy tính {own}%)")
    if row.errors:
        found.append(f"còn {row.errors} lỗi số liệu")
    if row.synthetic and about.synthetic < about.ranked:
        found.append("giả định" if short else "số liệu giả định")
    return "; ".join(found)


def why(unit: Apart) -> str:
    """Why a unit has no place."""
    text = REASONS[unit.reason]
    return f"{text}: {unit.words}" if unit.words else text


def to_next(row: Row, rounding: Rounding) -> str:
    """What is short of the next class: ``Tốt: 1,25``, and the parts that are under its minimum."""
    if row.next_class is None or row.short is None:
        return ""
    text = f"{row.next_class}: {number(at_least(row.short, rounding), rounding.digits)}"
    return f"{text} (chưa đạt điều kiện: {', '.join(row.gates)})" if row.gates else text


def printed(value: Decimal, rounding: Rounding) -> Decimal:
    """The value as it is printed, by the rounding of the set; what rounds to nothing has no sign."""
    near = rounded(value, rounding.digits, rounding.mode)
    return near if near else abs(near)


def at_least(value: Decimal, rounding: Rounding) -> Decimal:
    """The value with the printed decimals, never less than it is: who gains so much has enough."""
    with exact():
        return value.quantize(Decimal(1).scaleb(-rounding.digits), rounding=ROUND_CEILING)


def signed(value: Decimal | int | None, digits: int = 2, mode: RoundingMode = "half-up") -> str:
    """A change with its sign; blank where it is not known."""
    if value is None:
        return ""
    text = number(Decimal(value), digits, mode)
    return text if text.startswith("-") or not text.strip("0,") else f"+{text}"
