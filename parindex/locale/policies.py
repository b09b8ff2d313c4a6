"""The policy of a set in words: what sets differ in, as officers read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from parindex.locale.formats import joined
from parindex.locale.formats import number as vietnamese_number
from parindex.locale.steps import Lang
from parindex.values.numbers import plain

LEVEL: Mapping[str, tuple[str, str]] = {
    "province": ("cấp tỉnh", "province"),
    "district": ("cấp huyện", "district"),
    "agency": ("cơ quan (sở, phòng, ban)", "agency"),
    "commune": ("cấp xã", "commune"),
}
STATUS: Mapping[str, tuple[str, str]] = {
    "reference": ("tham chiếu, không phải bộ tiêu chí chính thức", "reference, not official"),
    "official": ("chính thức", "official"),
}
SCORED_BY: Mapping[str, tuple[str, str]] = {
    "unit": ("đơn vị tự chấm", "the unit itself"),
    "council": ("hội đồng thẩm định cho điểm", "the appraisal council"),
    "survey": ("theo điều tra xã hội học", "by survey"),
}
COUNTS: Mapping[str, tuple[str, str]] = {
    "normal": ("điểm thường", "normal points"),
    "bonus": ("điểm thưởng", "bonus points"),
    "penalty": ("điểm phạt", "penalty points"),
}
_NOT_ARISING: Mapping[str, tuple[str, str]] = {
    "exclude": ("bỏ khỏi điểm tối đa", "left out of the maximum"),
    "full": ("được đủ điểm", "all points"),
    "zero": ("không có điểm", "no points"),
}
_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "not_arising": _NOT_ARISING,
    "missing_survey": {
        "pending": ("chờ, chưa tính phần đó", "wait; that part is not counted yet"),
        "rescale": ("quy đổi phần đã chấm về thang đầy đủ", "rescale what was scored"),
    },
    "missing_evidence": {
        "explain": ("giữ điểm, phải giải trình", "points stand, to be explained"),
        "zero": ("không có điểm", "no points"),
    },
    "ties": {
        "shared": ("cùng điểm in thì đồng hạng", "equal printed scores share a rank"),
        "exact": ("xếp theo điểm chính xác", "ranked by the exact score"),
    },
    "target_policy": {
        "superior-first": ("kế hoạch cấp trên trước", "the superior's plan first"),
        "listed": ("theo thứ tự đơn vị khai", "in the order listed"),
        "strictest": ("chỉ tiêu chặt nhất", "the strictest target"),
    },
    "surveys": {
        "self": ("đơn vị tự làm", "the unit's own"),
        "superior": ("cấp trên", "a superior's"),
        "independent": ("độc lập", "independent"),
    },
    "at": {
        "leaf": ("ở từng tiêu chí", "at each criterion"),
        "total": ("ở tổng điểm", "at the total"),
        "print": ("khi in", "in print"),
    },
    "mode": {
        "half-up": ("nửa làm tròn lên", "half up"),
        "half-even": ("nửa làm tròn về số chẵn", "half to even"),
        "down": ("cắt bỏ phần dư", "cut off"),
    },
}
LABEL: Mapping[str, tuple[str, str]] = {
    "not_arising": ("Không phát sinh", "Not arising"),
    "missing_survey": ("Chưa có điều tra", "No survey yet"),
    "missing_evidence": ("Thiếu minh chứng", "No evidence"),
    "rounding": ("Làm tròn", "Rounding"),
    "bonus_cap": ("Trần điểm thưởng", "Cap of bonus"),
    "penalty_cap": ("Trần điểm phạt", "Cap of penalty"),
    "may_exceed_scale": ("Vượt thang điểm", "Above the scale"),
    "classes": ("Xếp loại", "Classes"),
    "ties": ("Bằng điểm", "Ties"),
    "target_policy": ("Chọn chỉ tiêu", "Choice of target"),
    "surveys": ("Điều tra được tính", "Surveys that count"),
}
"""The names of the options, in the order in which they are told."""


class _Gate(Protocol):
    code: str
    least: Decimal


class _Class(Protocol):
    name: str
    from_: Decimal
    gates: list[_Gate]


class _Rounding(Protocol):
    mode: str
    digits: int
    at: str


def word(table: Mapping[str, tuple[str, str]], key: str, lang: Lang) -> str:
    """The word for a key in a language."""
    return table[key][1 if lang == "en" else 0]


def option(name: str, value: object, lang: Lang = "vi") -> str:
    """The value of an option of a policy in words; an en dash where nothing is set."""
    if value is None or value == {}:
        return "–"
    if isinstance(value, bool):
        return ("được" if value else "không") if lang == "vi" else ("yes" if value else "no")
    if isinstance(value, str):
        return word(_WORDS[name], value, lang)
    if isinstance(value, Decimal):
        return _number(value, lang)
    if isinstance(value, Mapping):
        return classes(value, lang)
    if isinstance(value, list):
        words = [word(_WORDS[name], str(each), lang) for each in value]
        return ", ".join(words) if lang == "en" else joined(words)
    return rounding(value, lang)  # type: ignore[arg-type]  # the only other option


def rounding(value: _Rounding, lang: Lang) -> str:
    """``2 chữ số thập phân khi in, nửa làm tròn lên``."""
    at, mode = word(_WORDS["at"], value.at, lang), word(_WORDS["mode"], value.mode, lang)
    return f"{value.digits} chữ số thập phân {at}, {mode}" if lang == "vi" else f"{value.digits} decimals {at}, {mode}"


def classes(groups: Mapping[str, Sequence[_Class]], lang: Lang) -> str:
    """``Xuất sắc từ 90; Tốt từ 80 (1 từ 70%)``, by group."""
    told = []
    for group, steps in groups.items():
        listed = "; ".join(_class(step, lang) for step in steps)
        told.append(listed if group == "mac-dinh" else f"{group}: {listed}")
    return ". ".join(told)


def _class(step: _Class, lang: Lang) -> str:
    start = "từ" if lang == "vi" else "from"
    gates = ", ".join(f"{gate.code} {start} {_number(gate.least, lang)}%" for gate in step.gates)
    return f"{step.name} {start} {_number(step.from_, lang)}" + (f" ({gates})" if gates else "")


def _number(value: Decimal, lang: Lang) -> str:
    return plain(value) if lang == "en" else vietnamese_number(value)
