"""The submission (tờ trình) that asks for the approval of a ranking."""

from __future__ import annotations

from parindex.reports.ranking.view import RankingView
from parindex.reports.view.data import Section
from parindex.reports.view.heading import SUBMISSION, heading_of, reference_of, signature_of
from parindex.reports.view.ranking.data import RankingAnnex, Submission
from parindex.reports.view.ranking.issuer import BLANK, Issuer
from parindex.reports.view.ranking.places import CCHC, apart_of, notes_of, tables_of, units_text, when
from parindex.reports.view.sections import INVENTED, bases_of
from parindex.reports.view.words import ROMAN, listed, sentence, series, small

KIND = "submission"


def submission_view(view: RankingView, issuer: Issuer, *, draft: bool = False) -> Submission:
    """The submission of a ranking to whoever approves it (``addressees`` of its entry)."""
    about = view.about
    given, sender = issuer.entry(KIND, about, draft=draft), issuer.sender(about)
    numbers = iter(ROMAN)
    bases = bases_of(given.entry, [each.decision or each.title for each in about.sets])
    basis = Section(next(numbers), (f"Thực hiện {series(bases)}.",) if bases else (f"Thực hiện {BLANK}.",))
    process = given.own("organisation")
    groups = tables_of(view)
    told = [f"{table.title}: {small(text)}" for table in groups for text in table.paragraphs[:1]]
    own = given.own("proposals")
    whom = series(given.entry.addressees) or "cấp có thẩm quyền"
    ask = (
        f"{sender.full_name} trình {whom} xem xét, phê duyệt và công bố kết quả Chỉ số CCHC {when(about)} của "
        f"{units_text(view)} theo Phụ lục kèm theo."
    )
    subject = f"Về việc phê duyệt, công bố {CCHC} {when(about)}"
    return Submission(
        title=f"Tờ trình {small(subject)}",
        author=issuer.agency or "",
        key=f"{KIND} {about.year}",
        draft=draft,
        heading=heading_of(sender, given.entry, subject, SUBMISSION),
        opening=(INVENTED.replace("báo cáo", "tờ trình"),) if sender.synthetic else (),
        basis=basis,
        process=Section(next(numbers), own=process) if process else None,
        results=Section(
            next(numbers), (f"Đã chấm điểm, xếp hạng {units_text(view)}; kết quả từng nhóm:",), listed(told)
        ),
        proposals=Section(next(numbers), (ask,), own=own),
        annex=RankingAnnex(
            "Phụ lục", f"KẾT QUẢ CHỈ SỐ CCHC {when(about).upper()}", groups, (*notes_of(view), *apart_of(view))
        ),
        closing=f"{sentence(f'{sender.full_name} kính trình {whom} xem xét, quyết định')}/.",
        signature=signature_of(sender, given.entry),
        reference=reference_of(sender, given.entry, SUBMISSION),
    )
