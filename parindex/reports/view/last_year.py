"""Against last year: the index, the figures, and the remedy of last year's defects."""

from __future__ import annotations

from parindex.locale.periods import period_name
from parindex.model.sheet import Sheet
from parindex.model.unit import Previous
from parindex.reports.view.leaves import change_text
from parindex.reports.view.words import Scores, listed, small
from parindex.values.numbers import rounded

_MOST_CHANGES = 12
"""Figures compared with last year in the text; the rest stand in the annex."""

Told = tuple[tuple[str, ...], tuple[str, ...]]
"""Paragraphs, and the items of a list after the last of them."""


def compared_with(sheet: Sheet, previous: Previous | None, score: Scores) -> Told | None:
    """The index and the figures against last year's; ``None`` where there is nothing to compare."""
    if previous is None:
        return None
    year, said = sheet.year - 1, []
    rounding = sheet.policy.rounding
    index = sheet.totals.index
    if previous.index is not None and index is not None:
        now, then = (rounded(each, rounding.digits, rounding.mode) for each in (index, previous.index))
        change = f"{'tăng' if now > then else 'giảm'} {score(abs(now - then))} điểm phần trăm so với"
        held = " (tạm tính)" if sheet.totals.provisional else ""
        said.append(
            f"Chỉ số CCHC {period_name(sheet.period)}{held} là {score.share(index)}, "
            f"{'bằng' if now == then else change} năm {year} ({score.share(previous.index)})."
        )
    if previous.place is not None:
        said.append(f"Năm {year}, đơn vị xếp thứ {previous.place}.")
    facts = {fact.indicator: fact for leaf in sheet.leaves() for fact in leaf.facts if fact.previous is not None}
    changed = [fact for fact in facts.values() if fact.value is not None and fact.value != fact.previous]
    same = len(facts) - len(changed)
    items = listed(change_text(fact, year) for fact in changed[:_MOST_CHANGES])
    if items:
        rest = len(changed) - len(items)
        more = f"; {rest} chỉ số khác nêu tại cột Kết quả của Phụ lục" if rest else ""
        said.append(f"Có {len(changed)} chỉ số đo thay đổi so với năm {year}{more}:")
    elif same:
        said.append(f"Cả {same} chỉ số đo có số liệu năm {year} đều không thay đổi.")
    return (tuple(said), items) if said else None


def remedied_of(sheet: Sheet, previous: Previous | None) -> Told | None:
    """Last year's defects and their remedies; ``None`` where none are given."""
    if previous is None or not previous.defects:
        return None
    done = sum(defect.remedy is not None for defect in previous.defects)
    total = len(previous.defects)
    if done == total:
        head = f"Cả {total} tồn tại, hạn chế của năm {sheet.year - 1} đã được khắc phục" if total > 1 else ""
        head = head or f"Tồn tại, hạn chế của năm {sheet.year - 1} đã được khắc phục"
    else:
        head = f"Đã khắc phục {done}/{total} tồn tại, hạn chế của năm {sheet.year - 1}"
    items = []
    for defect in previous.defects:
        what, remedy = defect.what.strip().rstrip(".;"), defect.remedy or "chưa khắc phục"
        items.append(f"{what}: {small(remedy)}")
    return (f"{head}:",), listed(items)
