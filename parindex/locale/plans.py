"""Words for plans, their targets, tasks and days, in Vietnamese and English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from parindex.locale.formats import day, number, percent
from parindex.locale.steps import Lang, text
from parindex.values.targets import Bound, Comparator

DOMAIN: dict[str, tuple[str, str]] = {
    "chi-dao-dieu-hanh": ("Chỉ đạo, điều hành", "Direction"),
    "the-che": ("Cải cách thể chế", "Institutions"),
    "tthc": ("Cải cách thủ tục hành chính", "Administrative procedures"),
    "to-chuc-bo-may": ("Cải cách tổ chức bộ máy", "Organisation"),
    "che-do-cong-vu": ("Cải cách chế độ công vụ", "Civil service"),
    "tai-chinh-cong": ("Cải cách tài chính công", "Public finance"),
    "chinh-quyen-so": ("Chính quyền điện tử, chính quyền số", "Digital government"),
    "tac-dong": ("Tác động đến người dân, kinh tế", "Impact"),
}
"""The shared domains; a domain of a project's own is shown by its id."""

LEVEL: dict[str, tuple[str, str]] = {
    "province": ("tỉnh", "province"),
    "district": ("huyện", "district"),
    "agency": ("cơ quan", "agency"),
    "commune": ("xã", "commune"),
}

WHEN: dict[str, tuple[str, str]] = {
    "late": ("Quá hạn", "Late"),
    "today": ("Đến hạn trong ngày", "Due on the day"),
    "coming": ("Sắp đến hạn", "Coming"),
}

AGAINST: dict[str, tuple[str, str]] = {
    "weaker": ("thấp hơn", "weaker"),
    "equal": ("bằng", "equal"),
    "stricter": ("cao hơn", "stricter"),
    "other": ("không so được", "not comparable"),
}

WORDS: dict[str, tuple[str, str]] = {
    "aspiration": ("phấn đấu", "aspiration"),
    "external": ("giao ở văn bản khác: {document}", "set elsewhere: {document}"),
    "of": ("tính trên: {indicator}", "of: {indicator}"),
    "by": ("đến {day}", "by {day}"),
    "only": ("riêng {names}", "only {names}"),
    "levels": ("cấp {levels}", "{levels} level"),
    "section": ("mục {section}", "section {section}"),
    "also": ("lặp lại ở {sections}", "repeated in {sections}"),
    "body": ("Thân văn bản", "Body of the document"),
    "annex": ("Phụ lục {annex}", "Annex {annex}"),
    "nobody": ("(kế hoạch không nêu)", "(none named)"),
    "not_printed": ("hết kỳ, không in ngày", "end of period, no day printed"),
    "days_late": ("chậm {days} ngày", "{days} days late"),
    "days_passed": ("đã qua {days} ngày", "{days} days ago"),
    "days_left": ("còn {days} ngày", "in {days} days"),
    "today": ("trong ngày", "on the day"),
    "none": ("không có", "none"),
}


def word(key: str, lang: Lang = "vi", **values: object) -> str:
    """One of ``WORDS`` with its values."""
    return text(WORDS, key, lang).format(**values)


def name_of(table: dict[str, tuple[str, str]], key: str, lang: Lang = "vi") -> str:
    """The name of an id, or the id itself where it has none."""
    return text(table, key, lang) if key in table else key


_COMPARATORS: dict[Comparator, tuple[str, str]] = {
    ">=": ("từ {} trở lên", "at least {}"),
    ">": ("trên {}", "above {}"),
    "<=": ("không quá {}", "at most {}"),
    "<": ("dưới {}", "below {}"),
    "==": ("{}", "{}"),
}


def demand_text(comparator: Comparator | None, value: Bound | str | None, unit: str, lang: Lang = "vi") -> str:
    """What a target asks: ``từ 98% trở lên``, ``trước ngày 15/01/2023``, ``thực hiện``, ``cao hơn năm trước``."""
    vietnamese = lang == "vi"
    if comparator is None or value is None:
        return "không in mức" if vietnamese else "no value printed"
    if isinstance(value, bool):
        return (("thực hiện" if vietnamese else "done"), ("không để xảy ra" if vietnamese else "must not be"))[
            not value
        ]
    if isinstance(value, date):
        before = ("trước ngày", "before") if comparator == "<" else ("chậm nhất ngày", "by")
        return f"{before[0 if vietnamese else 1]} {day(value)}"
    if isinstance(value, str):
        return _previous(comparator, lang)
    return text(_COMPARATORS, comparator, lang).format(_amount(value, unit, lang))  # type: ignore[arg-type]


def _previous(comparator: Comparator, lang: Lang) -> str:
    words = {
        ">": ("cao hơn năm trước", "above last year"),
        ">=": ("không thấp hơn năm trước", "not below last year"),
        "<": ("thấp hơn năm trước", "below last year"),
        "<=": ("không cao hơn năm trước", "not above last year"),
        "==": ("bằng năm trước", "as last year"),
    }
    return text(words, comparator, lang)


def _amount(value: Decimal, unit: str, lang: Lang) -> str:
    words = {
        "points": ("{} điểm", "{} points"),
        "days": ("{} ngày", "{} days"),
        "place": ("hạng {}", "place {}"),
    }
    if unit == "percent":
        return percent(value)
    return text(words, unit, lang).format(number(value)) if unit in words else number(value)
