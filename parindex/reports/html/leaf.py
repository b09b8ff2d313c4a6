"""One criterion on a unit's page: points, status, and the working with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Literal

from msgspec import Struct

from parindex.locale.steps import STATUS
from parindex.model.sheet import Line, Sheet, TargetLine
from parindex.reports.html.addresses import is_external, safe_link
from parindex.reports.html.charts import Bar, bar
from parindex.reports.view.evidence import criterion_mark, evidence_mark
from parindex.reports.view.leaves import differs, reason
from parindex.reports.view.words import DASH, Scores, capital, series
from parindex.reports.working import Row, proof_text, working
from parindex.values.numbers import ZERO

State = Literal["full", "short", "waiting", "out", "bare"]
"""All points · fewer · not scored yet · left out of the maximum; besides, ``bare``: figures or evidence are missing."""

_BARE = ("missing", "unsupported", "no_target", "invalid")
_TAGS = {"bonus": "Điểm thưởng", "penalty": "Điểm phạt"}


class Item(Struct, frozen=True):
    """One text of the working, which may link to a document."""

    text: str
    href: str | None = None
    external: bool = False
    mark: str = ""
    """Of a document: its label in the list of evidence, and where it stands there."""
    mark_href: str = ""
    small: str = ""


class Said(Struct, frozen=True):
    """A label of the working with its texts."""

    label: str
    items: tuple[Item, ...]


class Leaf(Struct, frozen=True):
    """A criterion of one unit."""

    mark: str
    """The id of its element."""
    code: str
    name: str
    href: str
    """The page on which all units are compared."""
    tag: str
    earned: str
    max: str
    bar: Bar
    states: str
    status: str
    style: str
    median: str
    said: tuple[Said, ...]


def leaf_of(
    line: Line,
    sheet: Sheet,
    score: Scores,
    labels: Mapping[str, str],
    links: Mapping[str, str],
    href: str,
    median: str,
) -> Leaf:
    """A leaf of the sheet; ``labels`` and ``links`` are those of documents by id."""
    return Leaf(
        mark=criterion_mark(line.code),
        code=line.code,
        name=line.name,
        href=href,
        tag=_TAGS.get(line.counts, ""),
        earned=score(line.final),
        max=score(line.max),
        bar=bar([(0, line.final or ZERO)], line.max),
        states=" ".join(states_of(line)),
        status=capital(STATUS[line.status or "scored"][0]),
        style=line.status or "scored",
        median=median,
        said=tuple(_said(line, sheet, labels, links)),
    )


def states_of(line: Line) -> tuple[State, ...]:
    """The states of a leaf, by which a page is filtered."""
    bare: tuple[State, ...] = ("bare",) if line.status in _BARE else ()
    if line.status == "pending":
        return ("waiting", *bare)
    if line.final is None:
        return ("out", *bare)
    # No bonus is no shortfall; of a penalty the best is to have none.
    whole = {"normal": line.final >= line.max, "bonus": True, "penalty": line.final >= 0}
    return ("full" if whole[line.counts] else "short", *bare)


def _said(line: Line, sheet: Sheet, labels: Mapping[str, str], links: Mapping[str, str]) -> Iterator[Said]:
    rows = [row for row in working(line, sheet) if not _says_nothing(row.text)]
    if line.status not in (None, "scored") and all(row.label != "Trạng thái" for row in rows):
        rows.append(Row("Trạng thái", reason(line)))
    if line.status == "unsupported" and line.required_evidence:
        rows.append(Row("Tài liệu cần có", series(line.required_evidence)))
    if line.note:
        rows.append(Row("Ghi chú", line.note))
    if line.appraised_by:
        rows.append(Row("Cơ quan thẩm định", line.appraised_by))
    if differs(line) and not line.explanation:
        rows.append(Row("Giải trình", "đơn vị chưa giải trình"))
    for label, found in groupby(rows, key=lambda row: row.label):
        texts = [row.text for row in found]
        if label == "Minh chứng":
            yield Said(label, tuple(_proofs(line, sheet, labels, links)))
        elif label == "Chỉ tiêu":
            yield Said(label, (Item(texts[0], small=_place(line.target)),))
        elif label == "Kế hoạch khác":
            yield Said(label, tuple(Item(text) for text in texts[0].split(" · ")))
        else:
            yield Said(label, tuple(Item(capital(text)) for text in texts))


def _proofs(line: Line, sheet: Sheet, labels: Mapping[str, str], links: Mapping[str, str]) -> Iterator[Item]:
    for id_, at in dict.fromkeys((proof.doc, proof.at) for proof in line.evidence):
        document = sheet.documents.get(id_)
        link = safe_link(links.get(id_) or (document.link if document else None))
        label = labels.get(id_, "")
        yield Item(
            proof_text(document, at),
            link,
            link is not None and is_external(link),
            label,
            f"#{evidence_mark(label)}" if label else "",
            document.title if document and document.number else "",
        )


def _place(target: TargetLine | None) -> str:
    """The phrase by which the target is found in its plan."""
    return f"“{target.cite.locator}”" if target and target.cite and target.cite.locator else ""


def _says_nothing(text: str) -> bool:
    """A sum of one term: ``1 = 1``."""
    left, equals, right = text.partition(" = ")
    return (bool(equals) and left == right) or text == DASH
