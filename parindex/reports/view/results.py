"""Section II: totals, the table by domain, what each domain reached and did not, and last year."""

from __future__ import annotations

from parindex.locale.formats import day
from parindex.locale.periods import period_name
from parindex.model.sheet import Sheet, Totals
from parindex.model.unit import Previous
from parindex.reports.view.charts import causes_chart, compared_chart, domains_chart
from parindex.reports.view.data import Part, Results, SummaryRow
from parindex.reports.view.domains import domain_part
from parindex.reports.view.last_year import compared_with, remedied_of
from parindex.reports.view.leaves import NOT_SCORED, Groups, by_reason, differs, sum_of
from parindex.reports.view.words import DASH, Scores, series


def results_of(sheet: Sheet, previous: Previous | None, number: str) -> Results:
    """The results, with the parts that exist numbered without gaps."""
    score = Scores(sheet.policy.rounding)
    compared, remedied = compared_with(sheet, previous, score), remedied_of(sheet, previous)
    numbers = iter("3456")
    left_out = sheet.totals.max - sheet.totals.scorable
    return Results(
        number=number,
        overall=Part("1", paragraphs=tuple(_overall(sheet, score))),
        rows=tuple(_row(line.code, line.name, line.totals, score) for line in sheet.lines if line.totals),
        total=_row("", "Tổng cộng", sheet.totals, score),
        note=_note(sheet.totals) if left_out else None,
        domains_number="2",
        domains=tuple(domain_part(line, index, score) for index, line in enumerate(sheet.lines)),
        compared=Part(next(numbers), f"So sánh với năm {sheet.year - 1}", *compared) if compared else None,
        remedied=Part(next(numbers), f"Khắc phục tồn tại, hạn chế của năm {sheet.year - 1}", *remedied)
        if remedied
        else None,
        domains_chart=domains_chart(sheet),
        causes_chart=causes_chart(sheet),
        compared_chart=compared_chart(sheet, previous) if compared else None,
    )


def _row(number: str, name: str, totals: Totals, score: Scores) -> SummaryRow:
    left_out = totals.max - totals.scorable
    nothing = not totals.scorable and not totals.earned
    return SummaryRow(
        number,
        name,
        score(totals.max),
        score(left_out) if left_out else DASH,
        DASH if nothing else score(totals.earned),
        DASH if nothing else score.gap(totals.scorable, totals.earned),
        score(totals.index),
    )


def _note(totals: Totals) -> str:
    kinds = []
    if totals.pending:
        kinds.append("điểm chờ thẩm định, chờ điều tra xã hội học")
    if totals.not_arising:
        kinds.append("điểm của nội dung không phát sinh")
    return (
        f"Ghi chú: điểm chưa tính gồm {' và '.join(kinds) or 'điểm chưa chấm'}. Điểm chưa đạt = điểm tối đa − điểm "
        "chưa tính − điểm tự chấm. Chỉ số = điểm tự chấm ÷ (điểm tối đa − điểm chưa tính) × 100."
    )


def _overall(sheet: Sheet, score: Scores) -> list[str]:
    totals = sheet.totals
    said = []
    period = period_name(sheet.period)
    if totals.index is None:
        said.append(f"Chưa có tiêu chí nào chấm được điểm, nên chưa xác định được Chỉ số CCHC {period}.")
    else:
        whole = f" (điểm tối đa của bộ tiêu chí là {score(totals.max)} điểm)" if totals.max != totals.scorable else ""
        held = " (tạm tính)" if totals.provisional else ""
        said.append(
            f"Tổng điểm tự chấm {period} là {score(totals.earned)} điểm trên {score(totals.scorable)} điểm có thể "
            f"chấm{whole}; Chỉ số CCHC{held} đạt {score.share(totals.index)}."
        )
    said += _claims(sheet, score)
    groups = Groups(sheet.leaves())
    if groups.pending:
        waits = [
            f"{len(leaves)} tiêu chí ({score(sum_of(leaves))} điểm) {why}" for why, leaves in by_reason(groups.pending)
        ]
        where = "điểm tự chấm và chỉ số nêu trên" if totals.index is not None else "điểm tự chấm"
        said.append(
            f"Còn {score(sum_of(groups.pending))} điểm chưa chấm: {series(waits)}; số điểm này không tính vào {where}."
        )
    if totals.rescaled and totals.index is not None:
        said.append("Phần điều tra xã hội học chưa có kết quả nên được tách ra; chỉ số tính trên phần điểm còn lại.")
    if totals.missing:
        count = sum(leaf.status in NOT_SCORED for leaf in groups.short)
        said.append(
            f"Có {count} tiêu chí ({score(totals.missing)} điểm) chưa có số liệu hoặc chưa đủ căn cứ để chấm: không "
            "được điểm và vẫn nằm trong điểm tối đa."
        )
    if totals.bonus:
        said.append(f"Điểm tự chấm đã gồm {score(totals.bonus)} điểm thưởng.")
    if totals.penalty:
        said.append(f"Điểm tự chấm đã trừ {score(-totals.penalty)} điểm phạt.")
    if sheet.score_class:
        held = "tạm xếp loại" if totals.provisional else "xếp loại"
        said.append(f"Theo mức phân loại của bộ tiêu chí, đơn vị {held} {sheet.score_class}.")
    said += _as_of(sheet)
    return said


def _claims(sheet: Sheet, score: Scores) -> list[str]:
    claims = [leaf for leaf in sheet.leaves() if differs(leaf)]
    if not claims:
        return []
    totals = sheet.totals
    return [
        f"Có {len(claims)} tiêu chí đơn vị tự chấm khác với điểm tính theo quy tắc của bộ tiêu chí, nêu rõ ở phần giải "
        f"trình. Nếu chỉ tính theo quy tắc, tổng điểm là {score(totals.computed)} điểm, Chỉ số CCHC là "
        f"{score.share(totals.computed_index)}; theo điểm tự chấm, tổng điểm là {score(totals.earned)} điểm, Chỉ số "
        f"CCHC là {score.share(totals.index)}."
    ]


def _as_of(sheet: Sheet) -> list[str]:
    facts = [fact for leaf in sheet.leaves() for fact in leaf.facts]
    days = sorted({fact.as_of for fact in facts if fact.as_of is not None})
    said = []
    if len(days) == 1:
        said.append(f"Số liệu tính đến ngày {day(days[0])}.")
    elif days:
        said.append(
            f"Số liệu tính đến các ngày từ {day(days[0])} đến {day(days[-1])}, ghi ở từng tiêu chí trong Phụ lục."
        )
    held = len({fact.indicator for fact in facts if fact.provisional})
    if held:
        said.append(f"Trong đó {held} số liệu là số tạm tính.")
    return [" ".join(said)] if said else []
