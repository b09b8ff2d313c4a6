"""The report that sums up and ranks the results of many units."""

from __future__ import annotations

from collections.abc import Iterator

from parindex.reports.ranking.view import RankingView
from parindex.reports.ranking.words import status, why
from parindex.reports.view.data import Bar, Chart, Own, Section
from parindex.reports.view.heading import heading_of, reference_of, signature_of
from parindex.reports.view.ranking.data import SummaryAnnex, SummaryReport
from parindex.reports.view.ranking.domains import legend_of, matrices_of
from parindex.reports.view.ranking.domains import tables_of as domains_of
from parindex.reports.view.ranking.issuer import Issuer
from parindex.reports.view.ranking.places import CCHC, notes_of, number_of, tables_of, units_text, when
from parindex.reports.view.sections import carried_out
from parindex.reports.view.words import ROMAN, Scores, listed, sentence

KIND = "summary"
_MOST_BARS = 20


def summary_view(view: RankingView, issuer: Issuer, *, draft: bool = False) -> SummaryReport:
    """The report on a ranking; it says whether the ranking is a draft or approved."""
    about = view.about
    given, sender = issuer.entry(KIND, about, draft=draft), issuer.sender(about)
    numbers = iter(ROMAN)

    def words(own: Own | None, items: tuple[str, ...] = (), lead: str = "") -> Section | None:
        return Section(next(numbers), (lead,) if lead else (), items, own=own) if own or items else None

    organisation = words(given.own("organisation"))
    overall = Section(next(numbers), tuple(_overall(view)))
    places_number, domains_number = next(numbers), next(numbers)
    apart = listed(f"{unit.name}: {why(unit)}" for unit in view.apart())
    subject = f"Tổng hợp kết quả {CCHC} {when(about)}"
    return SummaryReport(
        title=f"Báo cáo {subject[:1].lower()}{subject[1:]}",
        author=issuer.agency or "",
        key=f"{KIND} {about.year}",
        draft=draft,
        heading=heading_of(sender, given.entry, subject),
        opening=carried_out(given.entry, [], sender, f"tổng hợp kết quả {CCHC} (Chỉ số CCHC) {when(about)} như sau:"),
        status=f"({status(about)})",
        organisation=organisation,
        overall=overall,
        places_number=places_number,
        groups=tables_of(view),
        chart=chart_of(view),
        domains_number=domains_number,
        domains=tuple(domains_of(view)),
        apart=words(None, apart, "Các đơn vị sau không xếp hạng:"),
        shortcomings=words(given.own("difficulties", listed_=True)),
        remedies=words(given.own("remedies")),
        proposals=words(given.own("proposals")),
        annex=SummaryAnnex("Phụ lục", legend_of(view), tuple(matrices_of(view))),
        closing=f"{sentence(f'Trên đây là kết quả tổng hợp Chỉ số CCHC {when(about)}')}/.",
        signature=signature_of(sender, given.entry),
        reference=reference_of(sender, given.entry),
    )


def _overall(view: RankingView) -> Iterator[str]:
    about = view.about
    yield f"Xếp hạng {units_text(view)}."
    yield from notes_of(view)
    if about.apart:
        yield f"Có {number_of(about.apart)} đơn vị không xếp hạng, nêu lý do ở phần Đơn vị không xếp hạng."


def chart_of(view: RankingView) -> Chart | None:
    """The indices of all units, group by group; ``None`` where they are too many to read."""
    bars = []
    for group in view.groups():
        figure = Scores(group.rounding).figure
        bars += [Bar(row.name, (figure(row.index),)) for row in view.rows(group.number)]
    if not 2 < len(bars) <= _MOST_BARS:
        return None
    return Chart(f"Chỉ số CCHC {when(view.about)} của các đơn vị (%)", ("Chỉ số CCHC",), tuple(bars))
