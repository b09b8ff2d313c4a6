"""The sections in Roman numbers besides the results, and the paragraphs around them."""

from __future__ import annotations

import re
from decimal import Decimal

from parindex.locale.periods import period_name
from parindex.model.sheet import Line, Sheet, SheetPlan
from parindex.model.unit import ReportEntry
from parindex.reports.view.data import Explained
from parindex.reports.view.heading import Sender, full_name
from parindex.reports.view.leaves import Groups, differs, gap_of, total_gap
from parindex.reports.view.words import Scores, sentence, series, undashed

NOT_EXPLAINED = "Đơn vị chưa giải trình"
INVENTED = "Số liệu trong báo cáo này là số liệu giả định, chỉ để minh họa, không phải số liệu của đơn vị."
_LARGEST = 5
"""Criteria named as those with the largest gaps."""


_CARRIED = re.compile(r"^thực hiện\s+", re.IGNORECASE)
"""Units write "Thực hiện Kế hoạch …" or the plan's name alone; the sentence has the verb already."""


def opening_of(sheet: Sheet, entry: ReportEntry) -> tuple[str, ...]:
    """Which plans the report carries out, and by which set it is scored; a report has no "Căn cứ" block."""
    bases = bases_of(entry, [_plan(plan) for plan in sheet.plans])
    name, period = full_name(sheet.unit.name), period_name(sheet.period)
    carried = f"Thực hiện {series(bases)}, {name}" if bases else name
    first = (
        f"{carried} đã tự chấm điểm Chỉ số cải cách hành chính (sau đây viết tắt là Chỉ số CCHC) {period} theo "
        f"{sheet.set.title}"
    )
    if sheet.set.status == "official":
        first = sentence(f"{first}, ban hành kèm theo {sheet.set.decision}" if sheet.set.decision else first)
    else:
        first = (
            f"{sentence(first)} Đây là bộ tiêu chí tham chiếu, không do cơ quan có thẩm quyền ban hành; điểm và chỉ "
            "số trong báo cáo chỉ để tham khảo."
        )
    said = [first]
    if sheet.unit.synthetic:
        said.append(INVENTED)
    return (*said, f"{name} báo cáo kết quả như sau:")


def bases_of(entry: ReportEntry, plans: list[str]) -> list[str]:
    """What the report carries out: as the unit says it, else the plans."""
    given = [_CARRIED.sub("", undashed(base)).rstrip(".;,") for base in entry.bases]
    return [base for base in given if base] or plans


def carried_out(entry: ReportEntry, plans: list[str], sender: Sender, what: str) -> tuple[str, ...]:
    """``Thực hiện …, Ủy ban nhân dân … báo cáo … như sau:``, and before it that figures are synthetic."""
    bases = bases_of(entry, plans)
    said = f"{f'Thực hiện {series(bases)}, ' if bases else ''}{sender.full_name} {what}"
    return (*([INVENTED] if sender.synthetic else []), said)


def _plan(plan: SheetPlan) -> str:
    return f"{plan.title} (số {plan.number})" if plan.number else plan.title


def shortcomings_of(sheet: Sheet, score: Scores) -> tuple[str, ...]:
    """Where the largest gaps are, from the sheet; nothing where nothing is short."""
    groups = Groups(sheet.leaves())
    short = [leaf for leaf in groups.short if leaf.unreached]
    said = []
    if short:
        gap = total_gap(sheet.totals, groups, score)
        largest = sorted(short, key=lambda leaf: -(leaf.unreached or Decimal(0)))[:_LARGEST]
        named = series([f"{leaf.name} ({gap_of(leaf, score)} điểm)" for leaf in largest])
        if len(short) == 1:
            said.append(f"Còn {gap} điểm chưa đạt, ở tiêu chí {short[0].name}.")
        elif len(short) <= _LARGEST:
            said.append(f"Còn {gap} điểm chưa đạt ở {len(short)} tiêu chí: {named}.")
        else:
            said.append(
                f"Còn {gap} điểm chưa đạt ở {len(short)} tiêu chí; {len(largest)} tiêu chí có điểm chưa đạt "
                f"lớn nhất là: {named}."
            )
    return tuple(said)


def explanations_of(sheet: Sheet, score: Scores) -> list[tuple[str, tuple[Explained, ...]]]:
    """Titles with items: claims that differ, criteria without evidence, and what else the unit explains."""
    leaves = list(sheet.leaves())
    claims = [leaf for leaf in leaves if differs(leaf)]
    bare = [leaf for leaf in leaves if leaf.status == "unsupported" and not differs(leaf)]
    others = [leaf for leaf in leaves if leaf.explanation and leaf.status != "unsupported" and not differs(leaf)]
    parts = [
        (
            "Tiêu chí có điểm tự chấm khác điểm tính theo quy tắc",
            [_explained(leaf, f"{_claim(leaf, score)}. Giải trình:") for leaf in claims],
        ),
        (
            "Tiêu chí chưa có tài liệu kiểm chứng",
            [_explained(leaf, f"{_bare(leaf, score)}. Giải trình:") for leaf in bare],
        ),
        ("Giải trình khác", [_explained(leaf, f"{leaf.name} ({leaf.code}):") for leaf in others]),
    ]
    return [(title, tuple(items)) for title, items in parts if items]


def _claim(leaf: Line, score: Scores) -> str:
    words = f"{leaf.name} ({leaf.code}): "
    if leaf.computed is None:
        return words + f"quy tắc chưa tính được điểm, đơn vị tự chấm {score(leaf.claimed)}/{score(leaf.max)} điểm"
    more = (leaf.claimed or Decimal(0)) - leaf.computed
    return words + (
        f"điểm tính theo quy tắc {score(leaf.computed)}, đơn vị tự chấm {score(leaf.claimed)}/{score(leaf.max)} "
        f"điểm ({'cao' if more > 0 else 'thấp'} hơn {score(abs(more))} điểm)"
    )


def _bare(leaf: Line, score: Scores) -> str:
    words = f"{leaf.name} ({leaf.code}): tự chấm {score(leaf.self_score)}/{score(leaf.max)} điểm"
    if leaf.required_evidence:
        words += f"; tài liệu cần có: {series(leaf.required_evidence)}"
    return words


def _explained(leaf: Line, lead: str) -> Explained:
    return Explained(f"- {lead}", f"explanations/{leaf.code}", sentence(leaf.explanation or NOT_EXPLAINED))


def closing_of(sheet: Sheet, entry: ReportEntry) -> str:
    """The last paragraph, which ends with the sign ``./.``."""
    name = full_name(sheet.unit.name)
    words = f"Trên đây là báo cáo kết quả tự chấm điểm Chỉ số CCHC {period_name(sheet.period)} của {name}"
    if entry.addressees:
        words += f", kính gửi {series(entry.addressees)} xem xét, thẩm định"
    return f"{words}./."
