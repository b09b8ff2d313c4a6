"""One field of the reform in a period: what was issued, done, sent and measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from parindex.model.indicators import Indicator
from parindex.model.sheet import FactLine, Line
from parindex.reports.view.data import Own, Part
from parindex.reports.view.periodic.duties import Dispatch, Done, Issued
from parindex.reports.view.periodic.figures import Figure, told
from parindex.reports.view.periodic.window import Window
from parindex.reports.view.words import listed, sentence, series, small
from parindex.scoring.tasks import TaskState

_MOST_NAMED = 6
"""Tasks done that are named in the text; the annex has all."""


class Material(Struct, frozen=True):
    """Everything that happened in the period."""

    window: Window
    figures: Sequence[Figure]
    issued: Sequence[Issued]
    sent: Sequence[Dispatch]
    done: Sequence[Done]
    tasks: Sequence[TaskState]
    leaves: Sequence[Line]
    indicators: Mapping[str, Indicator]
    against: str


class FieldPart(Struct, frozen=True):
    """What there is to say of a field."""

    title: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    own: Own | None

    @property
    def said(self) -> bool:
        """Whether there is anything."""
        return bool(self.paragraphs or self.items or self.own)

    def numbered(self, number: str) -> Part:
        """As a part of the report."""
        return Part(number, self.title, self.paragraphs, self.items, own=self.own)


def part_of(material: Material, domain: str, title: str, *, own: Own | None) -> FieldPart:
    """What is known of a field; nothing is said of what did not happen."""
    paragraphs = [*_issued(material, domain), *_done(material, domain), *_sent(material, domain)]
    paragraphs += _answers(material, domain)
    items = [told(figure, material.against) for figure in material.figures if figure.domain == domain]
    if items:
        paragraphs.append(f"Kết quả các chỉ số {material.window.name}:")
    return FieldPart(title, tuple(paragraphs), listed(items), own)


def _issued(material: Material, domain: str) -> Iterator[str]:
    texts = [small(each.text) for each in material.issued if each.domain == domain]
    if len(texts) == 1:
        yield sentence(f"Đã ban hành {texts[0]}")
    elif texts:
        yield sentence(f"Đã ban hành {len(texts)} văn bản: {'; '.join(texts)}")


def _done(material: Material, domain: str) -> Iterator[str]:
    texts = [each.text for each in material.done if each.task.task.domain == domain]
    if texts:
        more = f"; {len(texts) - _MOST_NAMED} nhiệm vụ khác nêu tại Phụ lục" if len(texts) > _MOST_NAMED else ""
        yield sentence(f"Thực hiện {len(texts)} nhiệm vụ của kế hoạch: {'; '.join(texts[:_MOST_NAMED])}{more}")
    late = [small(each.task.name) for each in material.tasks if each.task.domain == domain and each.state == "overdue"]
    if late:
        yield sentence(f"Quá hạn, chưa hoàn thành: {'; '.join(late)}")


def _sent(material: Material, domain: str) -> Iterator[str]:
    found = [each for each in material.sent if each.domain == domain]
    sent = [each for each in found if each.sent is not None]
    late, missing = [small(each.text) for each in sent if each.late], [each.name for each in found if each.sent is None]
    if len(sent) == 1:
        on_time = ", đúng hạn" if sent[0].late == 0 else ""
        yield sentence(f"Đã gửi {small(sent[0].name)} {sent[0].when}{on_time}")
    elif sent:
        prompt = sum(each.late == 0 for each in sent)
        words = f"Đã gửi {len(sent)} báo cáo"
        if prompt == len(sent):
            words += ", đúng hạn"
        elif prompt:
            words += f", {prompt} báo cáo đúng hạn"
        yield sentence(f"{words}; gửi chậm: {'; '.join(late)}" if late else words)
    if missing:
        yield sentence(f"Đến hạn mà chưa gửi: {'; '.join(missing)}")


def _answers(material: Material, domain: str) -> Iterator[str]:
    """Yes-no facts and checklists: those of the year's report."""
    facts: dict[str, FactLine] = {}
    for leaf in material.leaves:
        for fact in leaf.facts:
            indicator = material.indicators.get(fact.indicator)
            if indicator is not None and indicator.domain == domain:
                facts.setdefault(fact.indicator, fact)
    done = [small(fact.name) for fact in facts.values() if fact.answer is True]
    if done:
        yield sentence(f"Đã thực hiện: {'; '.join(done)}")
    undone = [small(fact.name) for fact in facts.values() if fact.answer is False]
    if undone:
        yield sentence(f"Chưa thực hiện: {'; '.join(undone)}")
    for fact in facts.values():
        if fact.done is not None:
            ticked = [small(fact.items[id_]) for id_ in fact.items if id_ in fact.done]
            left = [small(name) for id_, name in fact.items.items() if id_ not in fact.done]
            words = f"{fact.name}: đã làm {len(ticked)}/{len(fact.items)} nội dung"
            if ticked:
                words += f" ({series(ticked)})"
            yield sentence(f"{words}; chưa làm {series(left)}" if left else words)
