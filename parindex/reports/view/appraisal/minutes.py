"""The council's minutes: self score, rounds, differences with their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parindex.locale.formats import day
from parindex.model.appraisal import Appraisal
from parindex.model.sheet import Line, Sheet
from parindex.reports.view.appraisal.data import Minutes, RoundAnnex
from parindex.reports.view.appraisal.rounds import all_rows, domain_rows, history_of, signed, total_row
from parindex.reports.view.data import Bar, Chart, Section
from parindex.reports.view.entries import Entry, key_of
from parindex.reports.view.heading import MINUTES, Sender, full_name, heading_of, reference_of, signature_of
from parindex.reports.view.ranking.issuer import BLANK, Issuer
from parindex.reports.view.words import DASH, ROMAN, Scores, capital, listed, sentence, series

KIND = "appraisal"
_MOST = 15
"""Criteria that are listed by their codes."""


def minutes_view(sheet: Sheet, appraisal: Appraisal, issuer: Issuer, *, draft: bool = False) -> Minutes:
    """The minutes on one unit, from its sheet after the appraisal.

    ``issuer`` is the council's agency; its entry ``appraisal`` gives place, day, who was there (``organisation``) and
    what was concluded (``proposals``).
    """
    given = Entry(issuer.report, KIND, str(sheet.year), draft=draft)
    sender = Sender(issuer.agency or BLANK, None, sheet.year, sheet.unit.synthetic, later=True)
    score = Scores(sheet.policy.rounding)
    numbers = iter(ROMAN)
    whose = full_name(sheet.unit.name)
    subject = f"Thẩm định kết quả tự chấm điểm Chỉ số cải cách hành chính năm {sheet.year}\ncủa {whose}"
    heading = heading_of(sender, given.entry, subject, MINUTES)
    present = given.own("organisation")
    attendance = Section(next(numbers), () if present else (f"Chủ trì: {BLANK}", f"Thư ký: {BLANK}"), own=present)
    results = Section(next(numbers), tuple(_results(sheet, score)))
    changed = [leaf for leaf in sheet.leaves() if any(each.act != "agree" for each in leaf.history)]
    changes = None
    if changed:
        items = listed(_change(leaf, score) for leaf in changed)
        moved, new = [leaf for leaf in changed if leaf.self_score is not None], _council(changed)
        said = [f"điểm của {len(moved)} tiêu chí thay đổi qua thẩm định"] if moved else []
        said += [f"hội đồng chấm {len(new)} tiêu chí đơn vị không tự chấm"] if new else []
        changes = Section(next(numbers), (f"{capital('; '.join(said))}:",), items)
    asked = list(_requests(appraisal, sheet))
    requests = (
        Section(next(numbers), (f"Hội đồng có {len(asked)} yêu cầu giải trình:",), listed(asked)) if asked else None
    )
    return Minutes(
        title=f"Biên bản thẩm định Chỉ số CCHC năm {sheet.year} của {whose}",
        author=issuer.agency or appraisal.council,
        key=key_of(KIND, str(sheet.year), sheet),
        draft=draft,
        heading=heading,
        opening=(
            f"{heading.place_and_day}, {appraisal.council} thẩm định "
            f"kết quả tự chấm điểm Chỉ số cải cách hành chính (Chỉ số CCHC) năm {sheet.year} của {whose} theo "
            f"{sheet.set.title}.",
        ),
        attendance=attendance,
        results=results,
        rows=domain_rows(sheet, score),
        total=total_row(sheet, score),
        chart=_chart(sheet, score),
        changes=changes,
        requests=requests,
        conclusion=Section(next(numbers), (_conclusion(sheet, score),), own=given.own("proposals")),
        annex=RoundAnnex("Phụ lục", tuple(all_rows(sheet, score)), total_row(sheet, score)),
        closing="Biên bản được lập thành … bản, đã đọc cho những người có mặt cùng nghe và thống nhất ký tên./.",
        signature=signature_of(sender, given.entry),
        reference=reference_of(sender, given.entry, MINUTES),
    )


def _results(sheet: Sheet, score: Scores) -> Iterator[str]:
    about = sheet.appraisal
    final = sheet.totals
    if about is None:
        return
    change = signed(final.earned, about.submitted_earned, score)
    moved = "không thay đổi" if change == DASH else f"{'tăng' if change[0] == '+' else 'giảm'} {change[1:]} điểm"
    new = _council(list(sheet.leaves()))
    given = sum((leaf.final or Decimal(0) for leaf in new), Decimal(0))
    besides = f", trong đó hội đồng chấm {score(given)} điểm ở {len(new)} tiêu chí đơn vị không tự chấm" if new else ""
    rounds = f" lần {' và lần '.join(map(str, about.rounds))}" if about.rounds else ""
    yield (
        f"Điểm tự chấm là {score(about.submitted_earned)} điểm, Chỉ số CCHC {score.share(about.submitted_index)}; sau "
        f"thẩm định{rounds} là {score(final.earned)} điểm trên {score(final.scorable)} điểm có thể chấm, Chỉ số "
        f"CCHC{_held(sheet)} {score.share(final.index)} ({moved} so với tự chấm{besides})."
    )
    if final.pending:
        yield f"Còn {score(final.pending)} điểm chưa chấm; số điểm này không tính vào điểm và chỉ số nêu trên."
    if about.agencies:
        yield f"Cơ quan tham gia thẩm định: {series(list(about.agencies))}."
    if about.undecided:
        open_ = f"Còn {len(about.undecided)} tiêu chí chưa có kết luận thẩm định"
        stand = [leaf for leaf in sheet.leaves() if leaf.code in about.undecided and leaf.keeps_self_score]
        named = "; ".join(f"{leaf.name} ({leaf.code})" for leaf in stand) if len(stand) <= _MOST else "nêu tại Phụ lục"
        of_them = "" if len(stand) == len(about.undecided) else f" trong đó {len(stand)} tiêu chí"
        yield f"{open_},{of_them} tạm giữ điểm tự chấm: {named}." if stand else f"{open_}."
    if sheet.score_class:
        held = "tạm xếp loại" if _held(sheet) else "xếp loại"
        yield f"Theo mức phân loại của bộ tiêu chí, đơn vị {held} {sheet.score_class}."


def _held(sheet: Sheet) -> str:
    """Marks an index as provisional: something waits for its score, or has no opinion of an appraiser yet."""
    open_ = sheet.totals.provisional or (sheet.appraisal is not None and sheet.appraisal.undecided)
    return " (tạm tính)" if open_ else ""


def _council(leaves: list[Line]) -> list[Line]:
    """The criteria that only the council scored."""
    return [leaf for leaf in leaves if leaf.self_score is None and leaf.final is not None]


def _change(leaf: Line, score: Scores) -> str:
    told = " ".join(history_of(leaf, score))
    if leaf.self_score is None:
        return f"{leaf.name} ({leaf.code}): đơn vị không tự chấm, kết quả {score(leaf.final)} điểm. {told}"
    return f"{leaf.name} ({leaf.code}): tự chấm {score(leaf.self_score)}, kết quả {score(leaf.final)} điểm. {told}"


def _requests(appraisal: Appraisal, sheet: Sheet) -> Iterator[str]:
    names = {leaf.code: leaf.name for leaf in sheet.leaves()}
    for entry in appraisal.entries:
        if entry.request is not None:
            by = f"{entry.by.agency} ({entry.by.post}, {day(entry.date)})"
            yield f"{names.get(entry.code, '')} ({entry.code}), {by}: {entry.request}"


def _conclusion(sheet: Sheet, score: Scores) -> str:
    return sentence(
        f"Kết quả thẩm định Chỉ số CCHC năm {sheet.year} của {full_name(sheet.unit.name)} là "
        f"{score(sheet.totals.earned)} điểm, Chỉ số CCHC{_held(sheet)} {score.share(sheet.totals.index)}; chi tiết "
        "tại Phụ lục kèm theo"
    )


def _chart(sheet: Sheet, score: Scores) -> Chart | None:
    bars = tuple(
        Bar(line.name, (score.figure(line.self_score), score.figure(line.final)))
        for line in sheet.lines
        if line.self_score is not None and line.final is not None and line.final + line.self_score
    )
    return Chart("Điểm tự chấm và điểm sau thẩm định theo lĩnh vực", ("Tự chấm", "Thẩm định"), bars) if bars else None
