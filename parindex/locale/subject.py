"""What a rule is about, and numbers, days and thresholds as its sentences print them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from parindex.locale.formats import day as vietnamese_day
from parindex.locale.formats import number as vietnamese_number
from parindex.locale.formats import percent
from parindex.locale.steps import Lang
from parindex.rules.base import DueDate
from parindex.values.facts import SHARES, Measure
from parindex.values.numbers import plain
from parindex.values.targets import Comparator


class Subject(Struct, frozen=True):
    """What a rule is about, as far as its sentences need it."""

    points: Decimal
    """The leaf's maximum."""
    measure: Measure | None = None
    counts: str | None = None
    """What is counted: "hồ sơ"."""
    items: Mapping[str, str] = {}
    """The items of a checklist by id."""
    names: Mapping[str, str] = {}
    """The indicators' names by the names that a formula uses."""
    penalty: bool = False
    """Whether the points are taken away."""
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
