"""The decision that approves and publishes a ranking."""

from __future__ import annotations

from collections.abc import Iterator

from parindex.model.unit import ReportEntry
from parindex.reports.ranking.view import RankingView
from parindex.reports.view.entries import Entry
from parindex.reports.view.heading import DECISION, Sender, heading_of, reference_of, signature_of
from parindex.reports.view.ranking.data import Article, Decision, RankingAnnex
from parindex.reports.view.ranking.issuer import BLANK, Issuer
from parindex.reports.view.ranking.places import CCHC, apart_of, notes_of, tables_of, units_text, when
from parindex.reports.view.words import small, undashed

KIND = "decision"


def decision_view(view: RankingView, issuer: Issuer, *, draft: bool = False) -> Decision:
    """The decision with its legal bases (``bases`` of its entry, never invented) and its annex.

    A ranking that is approved already lends its number and day where the entry leaves them blank.
    """
    about = view.about
    given, sender = issuer.entry(KIND, about, draft=draft), issuer.sender(about)
    blank = {"number": about.decision, "date": about.decided}
    entry = given.entry.model_copy(
        update={name: value for name, value in blank.items() if getattr(given.entry, name) is None}
    )
    subject = f"Về việc phê duyệt, công bố {CCHC} {when(about)}"
    personal = entry.authority != "TM."
    who = sender.full_name if not personal else f"Chủ tịch {sender.full_name}"
    return Decision(
        title=f"Quyết định {small(subject)}",
        author=issuer.agency or "",
        key=f"{KIND} {about.year}",
        draft=draft,
        heading=heading_of(sender, entry, subject, DECISION),
        opening=(),
        authority=who.upper(),
        bases=_bases(entry, view),
        articles=tuple(_articles(view, given, sender, who)),
        annex=RankingAnnex(
            "Phụ lục", f"KẾT QUẢ CHỈ SỐ CCHC {when(about).upper()}", tables_of(view), (*notes_of(view), *apart_of(view))
        ),
        closing="",
        signature=signature_of(sender, entry, personal=personal, first="Như Điều 3"),
        reference=reference_of(sender, entry, DECISION),
    )


def _bases(entry: ReportEntry, view: RankingView) -> tuple[str, ...]:
    """Legal bases, each line ending with a semicolon, the last with a full stop (Nghị định 30/2020/NĐ-CP)."""
    given = [words for base in entry.bases if (words := undashed(base).rstrip(".;,"))]
    given = given or [f"Căn cứ {BLANK}", *(f"Căn cứ {each.decision}" for each in view.about.sets if each.decision)]
    lines = [base if base.startswith(("Căn cứ", "Theo ", "Xét ")) else f"Căn cứ {base}" for base in given]
    if not any(line.startswith(("Theo ", "Xét ")) for line in lines):
        lines.append(f"Theo đề nghị của {BLANK}")
    return tuple(f"{line}{'.' if at == len(lines) else ';'}" for at, line in enumerate(lines, start=1))


def _articles(view: RankingView, given: Entry, sender: Sender, who: str) -> Iterator[Article]:
    year = view.about.year
    yield Article(
        "Điều 1.",
        f"Phê duyệt và công bố kết quả Chỉ số cải cách hành chính (Chỉ số CCHC) năm {year} của {units_text(view)} theo "
        "Phụ lục kèm theo Quyết định này.",
    )
    yield Article(
        "Điều 2.",
        "Căn cứ kết quả được công bố, các đơn vị có tên tại Phụ lục phân tích nguyên nhân của các tiêu chí chưa đạt "
        "điểm tối đa và có giải pháp khắc phục.",
        own=given.own("remedies"),
    )
    yield Article(
        "Điều 3.",
        "Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị có tên tại Phụ lục và các tổ chức, cá nhân có liên quan "
        "chịu trách nhiệm thi hành Quyết định này./.",
    )
