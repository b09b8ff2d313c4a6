"""The differences of two sets in words: sections of entries, shown in a terminal or as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from parindex.locale.policies import COUNTS, LABEL, LEVEL, SCORED_BY, STATUS, option, word
from parindex.locale.rules import Subject, sentences, threshold
from parindex.locale.steps import Lang
from parindex.model.criteria import CriteriaSet, Leaf, Span, Threshold
from parindex.model.indicators import Indicator
from parindex.reports.criteria.view import subject
from parindex.scoring.diff import Change, LeafChange, PartChange, SetDiff

NOTHING = "–"

_FIELDS: Mapping[str, tuple[str, str]] = {
    "title": ("Tên", "Title"),
    "level": ("Cấp", "Level"),
    "year": ("Năm", "Year"),
    "status": ("Tình trạng", "Status"),
    "decision": ("Quyết định", "Decision"),
    "scale": ("Thang điểm", "Scale"),
    "data_period": ("Kỳ số liệu", "Period of the figures"),
    "code": ("Mã", "Code"),
    "name": ("Tên", "Name"),
    "points": ("Điểm tối đa", "Maximum"),
    "counts": ("Cách tính", "Counts as"),
    "indicator": ("Số liệu", "Fact"),
    "facts": ("Số liệu", "Facts"),
    "rule": ("Cách chấm", "Scoring"),
    "otherwise": ("Ngưỡng tham chiếu", "Threshold"),
    "evidence": ("Minh chứng (bỏ → thêm)", "Evidence (gone → came)"),
    "scored_by": ("Người chấm", "Scored by"),
    "appraised_by": ("Cơ quan thẩm định", "Appraised by"),
    "aspiration": ("Dùng chỉ tiêu phấn đấu", "Aspirations count"),
    "not_arising": ("Không phát sinh", "Not arising"),
}


class Fact(Struct, frozen=True):
    """One field before and after; for evidence, what went and what came."""

    label: str
    before: str
    after: str


class Entry(Struct, frozen=True):
    """A leaf, domain or option that differs."""

    head: str
    facts: tuple[Fact, ...] = ()
    told: str = ""
    """What a leaf that came or went gives points for."""


class Section(Struct, frozen=True):
    """Entries of one kind."""

    title: str
    entries: tuple[Entry, ...]


class DiffView(Struct, frozen=True):
    """All differences, ready to be shown."""

    title: str
    sections: tuple[Section, ...]
    summary: str


def diff_view(diff: SetDiff, indicators: Mapping[str, Indicator], lang: Lang = "vi") -> DiffView:
    """The differences in words; sections without entries are left out."""
    words = _Words(diff, indicators, lang)
    say = words.about(None).say
    sections = [
        Section(say("Thông tin chung", "The set"), tuple(words.heading())),
        Section(say("Chính sách tính điểm", "Policy"), tuple(words.policy())),
        Section(say("Lĩnh vực", "Domains"), tuple(words.part(part) for part in diff.domains)),
        Section(say("Nhóm tiêu chí", "Groups"), tuple(words.part(part) for part in diff.groups)),
        Section(say("Tiêu chí thêm", "Added"), tuple(words.whole(leaf) for leaf in diff.added)),
        Section(say("Tiêu chí bỏ", "Dropped"), tuple(words.whole(leaf) for leaf in diff.dropped)),
        Section(say("Tiêu chí thay đổi", "Changed"), tuple(words.changed(change) for change in diff.changed)),
    ]
    summary = say(
        "Tiêu chí: thêm {added}, bỏ {dropped}, thay đổi {changed}, giữ nguyên {same}.",
        "Leaves: {added} added, {dropped} dropped, {changed} changed, {same} unchanged.",
        added=str(len(diff.added)),
        dropped=str(len(diff.dropped)),
        changed=str(len(diff.changed)),
        same=str(diff.same),
    )
    title = f"{_named(diff.before)} → {_named(diff.after)}"
    return DiffView(title, tuple(section for section in sections if section.entries), summary)


def _named(criteria: CriteriaSet) -> str:
    return f"{criteria.id} ({criteria.year})"


class _Words(Struct, frozen=True):
    diff: SetDiff
    indicators: Mapping[str, Indicator]
    lang: Lang

    def about(self, leaf: Leaf | None) -> Subject:
        if leaf is None:
            return Subject(Decimal(0), "amount", lang=self.lang)
        return subject(leaf, self.indicators, self.lang)

    def heading(self) -> Iterator[Entry]:
        changes = [*self.diff.heading, *self.diff.windows]
        for change in changes:
            label = self.label(change.field)
            yield Entry(
                label, (Fact("", self.plain(change.field, change.before), self.plain(change.field, change.after)),)
            )

    def policy(self) -> Iterator[Entry]:
        for change in self.diff.policy:
            before, after = (option(change.field, value, self.lang) for value in (change.before, change.after))
            yield Entry(word(LABEL, change.field, self.lang), (Fact("", before, after),))

    def part(self, part: PartChange) -> Entry:
        head = f"{part.code}  {part.name}"
        if part.came or part.went:
            came = self.about(None).say("thêm" if part.came else "bỏ", "added" if part.came else "dropped")
            points = part.changes[0].after if part.came else part.changes[0].before
            return Entry(f"{head} ({came}, {self.plain('points', points)})")
        return Entry(head, tuple(self.fact(change, None, None) for change in part.changes))

    def whole(self, leaf: Leaf) -> Entry:
        about = self.about(leaf)
        told = " ".join(sentences(leaf.rule, about))
        return Entry(f"{leaf.code}  {leaf.name} ({about.give(leaf.points)})", told=told)

    def changed(self, change: LeafChange) -> Entry:
        facts = tuple(self.fact(each, change.before, change.after) for each in change.changes)
        return Entry(f"{change.after.code}  {change.after.name}", facts)

    def fact(self, change: Change, before: Leaf | None, after: Leaf | None) -> Fact:
        one, other = self.value(change.field, change.before, before), self.value(change.field, change.after, after)
        if change.field == "evidence" and before is not None and after is not None:
            gone = [each for each in before.evidence if each not in after.evidence]
            came = [each for each in after.evidence if each not in before.evidence]
            one, other = "; ".join(gone) or NOTHING, "; ".join(came) or NOTHING
        elif one == other:
            # The sentences agree and the rule does not: say it, never hide it.
            other += self.about(None).say(" (khác cách viết trong tệp)", " (written otherwise in the file)")
        return Fact(self.label(change.field), one, other)

    def label(self, field: str) -> str:
        if field in _FIELDS:
            return word(_FIELDS, field, self.lang)
        return self.about(None).say("Thời gian minh chứng ({kind})", "Window of evidence ({kind})", kind=field)

    def value(self, field: str, value: object, leaf: Leaf | None) -> str:
        if leaf is not None and field == "rule":
            return " ".join(sentences(leaf.rule, self.about(leaf)))
        if leaf is not None and isinstance(value, Threshold):
            return threshold(value.comparator, value.value, self.about(leaf))
        return self.plain(field, value)

    def plain(self, field: str, value: object) -> str:
        about = self.about(None)
        if value is None or value == []:
            return NOTHING
        if field == "not_arising":
            return option(field, value, self.lang)
        tables = {"level": LEVEL, "status": STATUS, "scored_by": SCORED_BY, "counts": COUNTS}
        if field in tables:
            return word(tables[field], str(value), self.lang)
        match value:
            case bool():
                return about.say("có", "yes") if value else about.say("không", "no")
            case Decimal():
                return about.give(value) if field == "points" else about.number(value)
            case Span():
                return f"{about.day(value.from_)} – {about.day(value.to)}"
            case dict():
                return "; ".join(self.measure(str(id_)) for id_ in value.values())
            case list():
                return "; ".join(map(str, value))
            case _:
                return self.measure(str(value)) if field == "indicator" else str(value)

    def measure(self, id_: str) -> str:
        return f"{self.indicators[id_].name} ({id_})" if id_ in self.indicators else id_
