"""The annex with the full table of scores; each criterion links to its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parindex.locale.sections import section_name
from parindex.model.sheet import Line, Sheet, TargetLine, Totals
from parindex.model.unit import Unit
from parindex.reports.view.data import ScoreAnnex, ScoreRow, Span
from parindex.reports.view.evidence import criterion_mark, labels_of, linked
from parindex.reports.view.leaves import differs, gap_of, reason, result_text
from parindex.reports.view.words import DASH, Scores, capital, sentence, small
from parindex.reports.working import bound_text, working

_IN_COLUMNS = frozenset(
    {"Số liệu", "Minh chứng", "Chỉ tiêu", "Kế hoạch khác", "Đơn vị tự chấm", "Giải trình", "Làm tròn"}
)
"""Rows of the working that have a column, a section or a note of their own."""
_LISTS = ("đã làm", "chưa làm")
"""Steps that come item by item; they are said as one list."""


def score_annex(sheet: Sheet, unit: Unit, label: str, explained: str | None) -> ScoreAnnex:
    """The full table; ``explained`` is the number of the section of explanations, if there is one."""
    score = Scores(sheet.policy.rounding)
    labels = labels_of(sheet)
    plans = _plan_labels(sheet)
    rows = tuple(
        _leaf(line, sheet, unit, score, labels, plans, explained) if line.level == "leaf" else _node(line, score)
        for top in sheet.lines
        for line in _walk(top)
    )
    totals = sheet.totals
    total = ScoreRow(
        kind="domain",
        code=(),
        name="TỔNG CỘNG",
        target="",
        result="",
        max=score(totals.max),
        earned=score(totals.earned),
        unreached=score.gap(totals.scorable, totals.earned),
        working=_index(totals, score),
        evidence=(),
    )
    return ScoreAnnex(label, tuple(_legend(sheet, plans)), rows, total)


def _walk(line: Line) -> Iterator[Line]:
    yield line
    for child in line.children:
        yield from _walk(child)


def _plan_labels(sheet: Sheet) -> dict[str, str]:
    used = dict.fromkeys(
        leaf.target.cite.plan for leaf in sheet.leaves() if leaf.target is not None and leaf.target.cite is not None
    )
    return {plan: f"KH{number}" for number, plan in enumerate(used, start=1)}


def _legend(sheet: Sheet, plans: Mapping[str, str]) -> Iterator[str]:
    """What the abbreviations of the table stand for."""
    titles = {
        leaf.target.cite.plan: leaf.target.cite.title
        for leaf in sheet.leaves()
        if leaf.target is not None and leaf.target.cite is not None
    }
    numbers = {plan.id: plan.number for plan in sheet.plans}
    said = [
        f"{label}: {titles[plan]}" + (f" (số {numbers[plan]})" if numbers.get(plan) else "")
        for plan, label in plans.items()
    ]
    if any(leaf.target is not None and leaf.target.source == "set" for leaf in sheet.leaves()):
        said.append("ngưỡng tham chiếu: mức của bộ tiêu chí, dùng khi kế hoạch không đặt chỉ tiêu")
    if said:
        yield sentence(f"Nguồn của chỉ tiêu: {'; '.join(said)}")
    if sheet.policy.rounding.at == "print":
        digits = sheet.policy.rounding.digits
        yield f"Điểm in làm tròn {digits} chữ số thập phân; tổng điểm và chỉ số tính từ điểm chưa làm tròn."
    if sheet.documents:
        yield "TLKC: tài liệu kiểm chứng, liệt kê tại Phụ lục II; bấm vào ký hiệu để xem."


def _node(line: Line, score: Scores) -> ScoreRow:
    totals = line.totals
    nothing = totals is not None and not totals.scorable and not totals.earned
    return ScoreRow(
        kind="domain" if line.level == "domain" else "group",
        code=(Span(line.code),),
        name=line.name,
        target="",
        result="",
        max=score(line.max),
        earned=DASH if nothing else score(line.self_score),
        unreached=DASH if nothing or totals is None else score.gap(totals.scorable, totals.earned),
        working=DASH if totals is None else _index(totals, score),
        evidence=(),
    )


def _index(totals: Totals, score: Scores) -> str:
    """The index of a part, and what of its maximum is not in it."""
    left_out = totals.max - totals.scorable
    words = "Chưa chấm" if totals.index is None else f"Chỉ số: {score.share(totals.index)}"
    return f"{words}; chưa tính {score(left_out)} điểm" if left_out else words


def _leaf(
    line: Line,
    sheet: Sheet,
    unit: Unit,
    score: Scores,
    labels: Mapping[str, str],
    plans: Mapping[str, str],
    explained: str | None,
) -> ScoreRow:
    proofs = dict.fromkeys(labels[proof.doc] for proof in line.evidence if proof.doc in labels)
    kinds = {"bonus": " (điểm thưởng)", "penalty": " (điểm phạt)"}
    return ScoreRow(
        kind="leaf",
        code=(Span(line.code, bookmark=criterion_mark(line.code)),),
        name=line.name + kinds.get(line.counts, ""),
        target=DASH if line.target is None else _target(line.target, line, plans),
        result=result_text(line, sheet) or DASH,
        max=score(line.max),
        earned=score(line.self_score),
        unreached=gap_of(line, score) if line.counts == "normal" and line.unreached is not None else DASH,
        working=_working(line, sheet, unit, score, explained) or DASH,
        evidence=linked(sorted(proofs)) or (Span(DASH),),
    )


def _target(target: TargetLine, line: Line, plans: Mapping[str, str]) -> str:
    words = bound_text(target, line)
    if target.cite is None:
        return f"{words} (ngưỡng tham chiếu)"
    if target.binding == "aspiration":
        words += ", phấn đấu"
    return f"{words} ({plans[target.cite.plan]}, {section_name(target.cite.section)})"


def _working(line: Line, sheet: Sheet, unit: Unit, score: Scores, explained: str | None) -> str:
    said: list[str] = []
    last = ""
    for row in working(line, sheet):
        if row.label in _IN_COLUMNS or _says_nothing(row.text):
            continue
        head, _, rest = row.text.partition(": ")
        if head in _LISTS and said and said[-1].startswith(capital(head)):
            said[-1] += f"; {rest}"
        elif head in _LISTS or row.label in (last, "Trạng thái"):
            said.append(capital(row.text))
        else:
            said.append(f"{row.label}: {row.text}")
        last = row.label
    if line.status == "not_arising":
        reasons = [unit.not_arising[line.indicator].reason] if line.indicator in unit.not_arising else []
        said = [f"Không phát sinh: {small(reasons[0])}" if reasons else capital(reason(line)), *said]
    if differs(line):
        said.append(f"Điểm tính theo quy tắc: {score(line.computed)}; đơn vị tự chấm: {score(line.claimed)}")
    if explained and (line.explanation or line.status == "unsupported" or differs(line)):
        said.append(f"Giải trình tại mục {explained}")
    if line.note:
        said.append(line.note)
    return "\n".join(sentence(text) for text in said)


def _says_nothing(text: str) -> bool:
    """A sum of one term: ``1 = 1``."""
    left, equals, right = text.partition(" = ")
    return bool(equals) and left == right
