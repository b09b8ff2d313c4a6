"""The working of one line in words: fact, target, rule, arithmetic, what would win more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from parindex.locale.formats import by_set, day, joined, number, percent
from parindex.locale.periods import period_name
from parindex.locale.sections import section_name
from parindex.locale.steps import REASON, STEP, TASK_STATE, Lang, text
from parindex.locale.subject import Subject, threshold
from parindex.model.policy import Rounding
from parindex.model.sheet import FactLine, Line, MoreLine, Sheet, StepLine, SumLine, TargetLine
from parindex.model.unit import DocumentEntry
from parindex.values.numbers import Sum, evaluate


class Row(NamedTuple):
    """A labelled line of the working."""

    label: str
    text: str


_LABELS = {
    "fact": ("Số liệu", "Fact"),
    "proof": ("Minh chứng", "Evidence"),
    "target": ("Chỉ tiêu", "Target"),
    "rule": ("Quy tắc", "Rule"),
    "sum": ("Phép tính", "Sum"),
    "claim": ("Đơn vị tự chấm", "Claimed"),
    "more": ("Đạt thêm", "To win more"),
    "others": ("Kế hoạch khác", "Other plans"),
    "explanation": ("Giải trình", "Explanation"),
    "status": ("Trạng thái", "Status"),
    "rounding": ("Làm tròn", "Rounding"),
}


def working(line: Line, sheet: Sheet, lang: Lang = "vi") -> list[Row]:
    """The working of a leaf, row by row; every number is read from the sheet."""
    side = 0 if lang == "vi" else 1

    def row(key: str, words: str) -> Row:
        return Row(_LABELS[key][side], words)

    several, rounding = len(line.facts) > 1, sheet.policy.rounding
    rows = [row("fact", f"{fact.name}: {fact_text(fact)}" if several else fact_text(fact)) for fact in line.facts]
    if line.evidence:
        rows.append(row("proof", "; ".join(proof_text(sheet.documents.get(p.doc), p.at) for p in line.evidence)))
    if line.target is not None:
        rows.append(row("target", target_text(line.target, line, lang)))
    for step in line.steps:
        if step.what in STEP:
            rows.append(row("rule", step_text(step, line, lang)))
        elif step.what in REASON:
            rows.append(row("status", text(REASON, step.what, lang).format(**step.words)))
        if step.sum is not None and (sum_ := sum_text(step.sum)) is not None:
            rows.append(row("sum", sum_))
    if line.status == "unsupported":
        rows.append(row("status", text(REASON, line.reason or "unsupported.none", lang)))
    if line.computed is not None and (said := rounding_text(line.computed, sheet)):
        rows.append(row("rounding", said))
    if line.claimed is not None:
        rows.append(
            row("claim", f"{by_set(line.claimed, rounding)} điểm; máy tính {by_set(line.computed, rounding)} điểm")
        )
    if line.explanation:
        rows.append(row("explanation", line.explanation))
    if line.more is not None:
        rows.append(row("more", more_text(line.more, rounding)))
    if line.other_targets:
        rows.append(row("others", " · ".join(_other(target, line, lang) for target in line.other_targets)))
    return rows


def fact_text(fact: FactLine) -> str:
    """``1.164 / 1.200 hồ sơ = 97%, tính đến 14/12/2023``."""
    counts = f" {fact.counts}" if fact.counts else ""
    if fact.numerator is not None and fact.denominator is not None:
        words = f"{number(fact.numerator)} / {number(fact.denominator)}{counts}"
        if fact.value is not None:
            words += f" = {percent(fact.value)}"
    elif fact.value is not None:
        words = percent(fact.value) if fact.percent else f"{number(fact.value)}{counts}"
    elif fact.date is not None:
        words = f"ngày {day(fact.date)}"
    elif fact.answer is not None:
        words = "có" if fact.answer else "không"
    elif fact.done is not None:
        words = f"đã làm {len(fact.done)}/{len(fact.items)} mục"
    else:
        words = "theo từng báo cáo dưới đây"
    if fact.excluded is not None:
        words += f" (đã trừ {number(fact.excluded)} trường hợp có lý do)"
    if fact.left_out:
        reasons = [f"{count} {text(TASK_STATE, state)}" for state, count in fact.left_out.items()]
        words += f"; không tính {joined(reasons)}"
    if fact.as_of is not None:
        words += f", tính đến {day(fact.as_of)}"
    if fact.provisional:
        words += " (số tạm tính)"
    return words


def proof_text(document: DocumentEntry | None, at: str | None) -> str:
    """``212/BC-UBND ngày 14/12/2023, mục 2, trang 3``; without a number, the title."""
    if document is None:
        return "tài liệu chưa khai báo"
    words = document.number or document.title
    if document.date is not None:
        words += f" ngày {day(document.date)}"
    return f"{words}, {at}" if at else words


def target_text(target: TargetLine, line: Line, lang: Lang = "vi") -> str:
    """``từ 98% trở lên: Kế hoạch …, mục II.2.2``, or the set's own threshold."""
    words = bound_text(target, line, lang)
    if target.cite is None:
        return f"{words} (ngưỡng tham chiếu)"
    if target.binding == "aspiration":
        words += " (phấn đấu)"
    return f"{words}: {target.cite.title}, {section_name(target.cite.section)}"


def bound_text(target: TargetLine, line: Line, lang: Lang = "vi") -> str:
    """The comparator and value of a target in words."""
    shares = target.unit == "percent" or (not target.unit and any(fact.percent for fact in line.facts))
    subject = Subject(line.max, "percent" if shares else "amount", lang=lang)
    return threshold(target.comparator, target.value, subject)


_OF_VALUE = ("floor", "from", "to", "base", "every", "above", "reference", "previous")
"""Data of a step that are values of the indicator: percents where it is a share."""
_OWN_SIGN = ("bands.target", "curve.target", "change.below", "change.between", "change.from", "change.step")
"""Steps whose sentences write the percent sign themselves, or that speak of percentage points."""


def step_text(step: StepLine, line: Line, lang: Lang = "vi") -> str:
    """The sentence of a step with its values."""
    shares = any(fact.percent for fact in line.facts)
    items = {id_: name for fact in line.facts for id_, name in fact.items.items()}
    values: dict[str, str] = dict(step.words)
    for key, value in step.data.items():
        if isinstance(value, bool):
            continue
        if isinstance(value, date):
            values[key] = day(value)
        elif shares and key in _OF_VALUE and not step.what.startswith(_OWN_SIGN):
            values[key] = percent(value)
        else:
            values[key] = number(value)
    if "due" in values:
        values["due"] = f"{'chậm nhất' if step.data.get('inclusive') else 'trước'} ngày {values['due']}"
    if "period" in values:
        values["period"] = period_name(values["period"])
    if "item" in values:
        values["item"] = items.get(values["item"], values["item"])
    if step.what in ("per_case.deduct", "per_case.add"):
        share = values.get("share")
        values["amount"] = f"{share}% điểm tối đa" if share else f"{values.get('each', '0')} điểm"
        from_ = {"vi": ", tính từ trên {}", "en": " above {}"}[lang]
        values["above"] = from_.format(values["above"]) if step.data.get("above") else ""
        if values["every"] == "1":
            values["every"] = "trường hợp"
    return text(STEP, step.what, lang).format_map(values)


def sum_text(sum_: Decimal | SumLine) -> str | None:
    """``4 × 97 ÷ 100 = 3,88``; ``None`` for a bare number, which is no sum."""
    if isinstance(sum_, Decimal):
        return None
    return f"{_terms(sum_)} = {number(_value(sum_))}"


_BINDING = {"+": 1, "-": 1, "×": 2, "÷": 2}


def _terms(sum_: Decimal | SumLine, within: str = "", first: bool = True) -> str:
    """The sum with the parentheses that its order needs, and no others."""
    if isinstance(sum_, Decimal):
        return number(sum_) if sum_ >= 0 or (first and within in ("", "+", "-")) else f"({number(sum_)})"
    if sum_.op in ("min", "max"):
        name = "nhỏ nhất" if sum_.op == "min" else "lớn nhất"
        return f"{name}({'; '.join(_terms(term) for term in sum_.terms)})"
    if len(sum_.terms) == 1:
        return _terms(sum_.terms[0], within, first)
    sign = f" {sum_.op.replace('-', '−')} "
    words = sign.join(_terms(term, sum_.op, index == 0) for index, term in enumerate(sum_.terms))
    own, around = _BINDING[sum_.op], _BINDING.get(within, 0)
    loose = own < around or (own == around and not first and within in ("-", "÷"))
    return f"({words})" if loose else words


def _value(sum_: Decimal | SumLine) -> Decimal:
    def plain_sum(each: Decimal | SumLine) -> Sum:
        return each if isinstance(each, Decimal) else (each.op, tuple(plain_sum(term) for term in each.terms))

    return evaluate(plain_sum(sum_))


def rounding_text(computed: Decimal, sheet: Sheet) -> str | None:
    """Says that a printed score is rounded, when it is."""
    rounding = sheet.policy.rounding
    printed = by_set(computed, rounding)
    if number(computed) == number(Decimal(printed.replace(".", "").replace(",", "."))):
        return None
    where = "khi in" if rounding.at == "print" else "ở tổng điểm"
    return f"in {printed} (làm tròn {rounding.digits} chữ số {where}; điểm chính xác {number(computed)})"


def more_text(more: MoreLine, rounding: Rounding) -> str:
    """``12 hồ sơ đúng hạn nữa (1.176) thì được 4,00``."""
    counts = f" {more.counts}" if more.counts else ""
    won = by_set(more.points, rounding)
    return f"thêm {number(more.more)}{counts} (thành {number(more.numerator)}) thì được {won}"


def _other(target: TargetLine, line: Line, lang: Lang) -> str:
    words = bound_text(target, line, lang)
    return f"{target.cite.title}: {words} ({section_name(target.cite.section)})" if target.cite else words
