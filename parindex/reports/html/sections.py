"""The criteria of a unit's page, by domain and group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from parindex.model.sheet import Line, Sheet
from parindex.reports.html.addresses import criterion_page, up
from parindex.reports.html.leaf import Leaf, leaf_of, states_of
from parindex.reports.view.evidence import criterion_mark, labels_of
from parindex.reports.view.words import Scores

_FILTERS = (("short", "Chưa đạt điểm tối đa"), ("waiting", "Chờ chấm"), ("bare", "Thiếu số liệu, minh chứng"))


class Block(Struct, frozen=True):
    """A group of criteria, or those that stand right under a domain (without a name)."""

    code: str
    name: str
    score: str
    leaves: tuple[Leaf, ...]


class Domain(Struct, frozen=True):
    """A domain with its criteria."""

    mark: str
    code: str
    name: str
    score: str
    blocks: tuple[Block, ...]


def state_counts(sheet: Sheet) -> Iterator[tuple[str, str, int]]:
    """The filters of the page that find something: state, words, number of criteria; first that of all."""
    counts = Counter(state for leaf in sheet.leaves() for state in ("", *states_of(leaf)))
    yield "", "Tất cả", counts[""]
    yield from ((state, words, counts[state]) for state, words in _FILTERS if counts[state])


def sections_of(
    sheet: Sheet, score: Scores, links: Mapping[str, str], medians: Mapping[str, str], page: str
) -> Iterator[Domain]:
    """The domains of a sheet; ``links`` by document id, ``medians`` by code of criterion."""
    labels = labels_of(sheet)

    def leaf(line: Line) -> Leaf:
        href = up(page) + criterion_page(sheet.set.id, line.code) if line.code in medians else ""
        return leaf_of(line, sheet, score, labels, links, href, medians.get(line.code, ""))

    for domain in sheet.lines:
        blocks: list[Block] = []
        for line, leaves in _blocks(domain, domain.children):
            own = line is domain
            blocks.append(
                Block(
                    "" if own else line.code,
                    "" if own else line.name,
                    "" if own else _score(line, score),
                    tuple(leaf(each) for each in leaves),
                )
            )
        yield Domain(criterion_mark(domain.code), domain.code, domain.name, _score(domain, score), tuple(blocks))


def _blocks(parent: Line, lines: Sequence[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Lines with the leaves right under them, in order."""
    own: list[Line] = []
    for line in lines:
        if line.level == "leaf":
            own.append(line)
            continue
        if own:
            yield parent, own
            own = []
        yield from _blocks(line, line.children)
    if own:
        yield parent, own


def _score(line: Line, score: Scores) -> str:
    if line.totals is None or not line.totals.scorable:
        return "chưa chấm"
    return f"{score(line.totals.earned)} / {score(line.totals.scorable)} điểm ({score.share(line.totals.index)})"
