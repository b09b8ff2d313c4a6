"""A criteria set as its officers know it: what every output of a set shows, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from parindex.locale.policies import COUNTS, LABEL, LEVEL, SCORED_BY, STATUS, option, word
from parindex.locale.rules import Subject, sentences, threshold
from parindex.locale.steps import Lang
from parindex.model.criteria import CriteriaSet, Domain, Group, Leaf, Node
from parindex.model.indicators import Indicator
from parindex.scoring.diff import maximum


class Row(Struct, frozen=True):
    """A domain, a group or a leaf."""

    level: Literal["domain", "group", "leaf"]
    depth: int
    code: str
    name: str
    points: str
    measures: tuple[str, ...] = ()
    """The indicators that feed the leaf, by name and id."""
    how: tuple[str, ...] = ()
    """How points are given, sentence by sentence."""
    threshold: str | None = None
    evidence: tuple[str, ...] = ()
    scored_by: str = ""
    appraised_by: str | None = None
    counts: str | None = None
    """What kind of points, when they are not the normal ones."""
    not_arising: str | None = None
    note: str | None = None


class SetView(Struct, frozen=True):
    """A set, ready to be shown."""

    title: str
    labels: tuple[tuple[str, str], ...]
    """What stands above the table: level, year, status, scale, and the policy."""
    rows: tuple[Row, ...]


def set_view(
    criteria: CriteriaSet,
    indicators: Mapping[str, Indicator],
    lang: Lang = "vi",
    code: str | None = None,
) -> SetView:
    """The whole set, or the part of it with a code (and what lies under it)."""
    rows = [
        row
        for domain in criteria.domains
        for row in _domain(domain, indicators, lang)
        if code is None or row.code == code or row.code.startswith(f"{code}.")
    ]
    labels = tuple(_labels(criteria, lang)) if code is None else ()
    return SetView(criteria.title, labels, tuple(rows))


def subject(leaf: Leaf, indicators: Mapping[str, Indicator], lang: Lang) -> Subject:
    """What the sentences of the leaf's rule need to know; an indicator that nobody defines is left out."""
    known = {name: indicators[id_] for name, id_ in leaf.names.items() if id_ in indicators}
    one = known.get("value") if leaf.indicator is not None else None
    return Subject(
        points=leaf.points,
        measure=one.measure if one else None,
        counts=one.counts if one else None,
        items=(one.items or {}) if one else {},
        names={name: indicator.name for name, indicator in known.items()},
        penalty=leaf.counts == "penalty",
        lang=lang,
    )


def _labels(criteria: CriteriaSet, lang: Lang) -> Iterator[tuple[str, str]]:
    plain = Subject(criteria.scale, "amount", lang=lang)

    def label(vi: str, en: str) -> str:
        return plain.say(vi, en)

    yield label("Mã bộ tiêu chí", "Id"), criteria.id
    yield label("Áp dụng", "For"), f"{word(LEVEL, criteria.level, lang)}, {label('năm', 'year')} {criteria.year}"
    status = criteria.decision or word(STATUS, criteria.status, lang)
    yield label("Tình trạng", "Status"), status
    yield label("Thang điểm", "Scale"), plain.number(criteria.scale)
    if criteria.data_period is not None:
        first, last = plain.day(criteria.data_period.from_), plain.day(criteria.data_period.to)
        yield label("Kỳ số liệu", "Period"), f"{first} – {last}"
    for name in LABEL:
        value = getattr(criteria.policy, name)
        if value not in (None, {}, False):
            yield word(LABEL, name, lang), option(name, value, lang)
    yield (
        label("Chỉ tiêu, hạn", "Targets, days"),
        label(
            "in trong kế hoạch của đơn vị được dùng trước; ngưỡng tham chiếu và hạn ghi dưới đây dùng khi kế hoạch "
            "không đặt",
            "those of the unit's plans come first; the thresholds and days below count where no plan sets any",
        ),
    )
    if criteria.note:
        yield label("Ghi chú", "Note"), criteria.note


def _domain(domain: Domain, indicators: Mapping[str, Indicator], lang: Lang) -> Iterator[Row]:
    points = domain.points if domain.points is not None else maximum(domain.criteria)
    yield Row("domain", 0, domain.code, domain.name, Subject(points, lang=lang).give(points))
    yield from _nodes(domain.criteria, 1, indicators, lang)


def _nodes(nodes: list[Node], depth: int, indicators: Mapping[str, Indicator], lang: Lang) -> Iterator[Row]:
    for node in nodes:
        if isinstance(node, Group):
            points = node.points if node.points is not None else maximum(node.criteria)
            yield Row("group", depth, node.code, node.name, Subject(points, lang=lang).give(points))
            yield from _nodes(node.criteria, depth + 1, indicators, lang)
        else:
            yield _leaf(node, depth, indicators, lang)


def _leaf(leaf: Leaf, depth: int, indicators: Mapping[str, Indicator], lang: Lang) -> Row:
    about = subject(leaf, indicators, lang)
    own = leaf.otherwise
    return Row(
        "leaf",
        depth,
        leaf.code,
        leaf.name,
        about.give(leaf.points),
        measures=tuple(_measure(id_, indicators) for id_ in leaf.names.values()),
        how=tuple(sentences(leaf.rule, about)),
        threshold=threshold(own.comparator, own.value, about) if own else None,
        evidence=tuple(leaf.evidence),
        scored_by=word(SCORED_BY, leaf.scored_by, lang),
        appraised_by=leaf.appraised_by,
        counts=word(COUNTS, leaf.counts, lang) if leaf.counts != "normal" else None,
        not_arising=option("not_arising", leaf.not_arising, lang) if leaf.not_arising else None,
        note=leaf.note,
    )


def _measure(id_: str, indicators: Mapping[str, Indicator]) -> str:
    return f"{indicators[id_].name} ({id_})" if id_ in indicators else id_
