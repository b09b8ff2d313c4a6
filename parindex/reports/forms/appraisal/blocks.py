"""What the sheet of an agency says of each criterion, laid out before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import basename

from msgspec import Struct

from parindex.locale.formats import day, points
from parindex.locale.rules import sentences
from parindex.model.appraisal import Entry
from parindex.model.criteria import Leaf
from parindex.model.sheet import Line
from parindex.reports.appraisal import sentence
from parindex.reports.criteria.view import subject
from parindex.reports.forms.appraisal.figures import Figure, figures
from parindex.reports.forms.appraisal.source import AppraisalSource
from parindex.reports.working import bound_text, proof_text, working

_ELSEWHERE = ("Số liệu", "Minh chứng", "Chỉ tiêu", "Đạt thêm", "Kế hoạch khác", "Đơn vị tự chấm", "Làm tròn")
"""Rows of the working that stand in other columns, or that say nothing to an appraiser."""


class Evidence(Struct, frozen=True):
    """A document that proves a criterion."""

    text: str
    """Its number, day and the place in it; on the next line where it lies."""
    link: str
    """What opens it; empty for what is on paper."""


class Block(Struct, frozen=True):
    """One criterion with what the unit says, and the figures that may be put right."""

    leaf: Leaf
    line: Line
    name: str
    target: str
    working: str
    figures: Sequence[Figure]
    evidence: Sequence[Evidence]
    told: str
    """What to know where there are no figures."""

    @property
    def rows(self) -> int:
        """How many rows of the sheet it takes."""
        return max(1, len(self.figures), len(self.evidence))


def blocks(source: AppraisalSource) -> list[Block]:
    """A block for each criterion of the agency. An indicator that feeds several is put right at the first of them."""
    placed: dict[str, str] = {}
    return [_block(leaf, source, placed) for leaf in source.leaves]


def is_open(code: str, source: AppraisalSource) -> bool:
    """Whether the second round must decide: nobody has, the unit was asked, or it answered."""
    answered = {answer.to for answer in source.answers}
    own = [entry for entry in source.entries if entry.code == code]
    asked = [entry for entry in own if entry.request is not None or entry.id in answered]
    return bool(asked) or not any(entry.decides for entry in own)


def _block(leaf: Leaf, source: AppraisalSource, placed: dict[str, str]) -> Block:
    line = source.lines[leaf.code]
    kind = {"bonus": " (điểm thưởng)", "penalty": " (điểm trừ: ghi số dương)"}.get(leaf.counts, "")
    found: list[Figure] = []
    told: list[str] = []
    for id_ in leaf.names.values():
        if id_ in placed:
            told.append(f"Số liệu sửa ở tiêu chí {placed[id_]}.")
            continue
        placed[id_] = leaf.code
        indicator = source.case.indicators[id_]
        several = f"{indicator.name}: " if len(leaf.names) > 1 else ""
        found += [
            Figure(f"{several}{each.label}", each.route, each.kind, each.given)
            for each in figures(leaf, indicator, source)
        ]
    if not leaf.names:
        told.append("Chấm trực tiếp, không có số liệu.")
    return Block(
        leaf,
        line,
        leaf.name + kind,
        _target(line),
        "\n".join(_working(leaf, line, source)),
        found,
        [_evidence(proof.doc, proof.at, source) for proof in line.evidence],
        " ".join(told),
    )


def _target(line: Line) -> str:
    if line.target is None:
        return ""
    words = bound_text(line.target, line)
    return f"{words} ({line.target.cite.title})" if line.target.cite else f"{words} (ngưỡng tham chiếu)"


def _working(leaf: Leaf, line: Line, source: AppraisalSource) -> Iterator[str]:
    """How the program came to its score, in the unit's words and the appraisers', in the order in which it happened."""
    told = [row for row in working(line, source.sheet) if row.label not in _ELSEWHERE]
    if not any(row.label in ("Quy tắc", "Phép tính") for row in told):
        yield f"Cách chấm: {' '.join(sentences(leaf.rule, subject(leaf, source.case.indicators, 'vi')))}"
    last = ""
    for row in told:
        yield row.text[:1].upper() + row.text[1:] if row.label == last else f"{row.label}: {row.text}"
        last = row.label
    if line.indicator in source.unit.not_arising:
        yield f"Đơn vị khai không phát sinh: {source.unit.not_arising[line.indicator].reason}"
    if line.claimed is not None:
        yield f"Đơn vị đề nghị {points(line.claimed)} điểm"
    if line.note:
        yield f"Ghi chú của đơn vị: {line.note}"
    yield from _history(leaf.code, line, source)


def _history(code: str, line: Line, source: AppraisalSource) -> Iterator[str]:
    acts = {change.entry: change for change in line.history}
    for entry in source.entries:
        if entry.id in acts:
            yield _first_upper(sentence(acts.pop(entry.id)))
        elif entry.code == code and entry.request is not None:
            yield f"Lần {entry.round}, {day(entry.date)}, {_by(entry)} yêu cầu: {entry.request}"
        for answer in source.answers:
            if answer.to == entry.id and entry.code == code:
                yield f"Đơn vị giải trình ngày {day(answer.date)}: {answer.text}"


def _by(entry: Entry) -> str:
    return f"{entry.by.agency} ({entry.by.post})"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _evidence(id_: str, at: str | None, source: AppraisalSource) -> Evidence:
    document = source.sheet.documents.get(id_)
    link = source.links.get(id_, "")
    text = proof_text(document, at)
    if document is not None and (where := document.link or basename((document.file or "").replace("\\", "/"))):
        text += f"\n{where}"
    return Evidence(text, link)
