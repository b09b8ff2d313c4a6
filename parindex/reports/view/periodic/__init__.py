"""The periodic report: the quarter, six or nine months, or the year, assembled from facts, tasks and reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from parindex.locale.formats import day
from parindex.locale.plans import DOMAIN
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan
from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.reports.view.data import Section
from parindex.reports.view.data_tasks import TaskAnnex
from parindex.reports.view.entries import Entry, key_of
from parindex.reports.view.heading import Sender, heading_of, reference_of, signature_of
from parindex.reports.view.periodic.assessment import assessed, coming
from parindex.reports.view.periodic.data import Fields, FigureAnnex, PeriodicReport
from parindex.reports.view.periodic.duties import done_in, inspections_in, issued_in, of_period, sent_in
from parindex.reports.view.periodic.fields import Material, part_of
from parindex.reports.view.periodic.figures import chart_of, figures_of, rows_of
from parindex.reports.view.periodic.window import before, window_of
from parindex.reports.view.sections import carried_out
from parindex.reports.view.task_words import short_period
from parindex.reports.view.tasks import task_rows
from parindex.reports.view.words import ROMAN, capital, sentence, small
from parindex.scoring.agenda import agenda
from parindex.scoring.tasks import states

KIND = "periodic"
DIRECTION, IMPACT = "chi-dao-dieu-hanh", "tac-dong"
_FIELDS = [id_ for id_ in DOMAIN if id_ not in (DIRECTION, IMPACT)]
"""The six fields of the reform, in the order of the shipped sets."""


def periodic_view(
    sheet: Sheet,
    unit: Unit,
    plans: Sequence[Plan],
    indicators: Mapping[str, Indicator],
    *,
    earlier: Sheet | None = None,
    criteria: CriteriaSet | None = None,
    draft: bool = False,
) -> PeriodicReport:
    """The report of the sheet's period.

    ``earlier`` is the unit's sheet of the period before (``window.before``), ``criteria`` the set, for its data period
    and the last days of reports. The entry ``periodic-2023-Q1``, else ``periodic``, of the unit's file gives head, foot
    and the unit's own words. The same arguments give the same report.
    """
    window = window_of(sheet.period, criteria.data_period if criteria is not None else None)
    given = Entry(unit.report, KIND, sheet.period, draft=draft)
    sender = Sender.of(unit)
    tasks = states(unit, plans, window.last)
    figures = figures_of(sheet, earlier, indicators)
    last = before(sheet.period)
    against = "năm trước" if window.whole_year else f"báo cáo {short_period(last)}" if last else "kỳ trước"
    material = Material(
        window=window,
        figures=figures,
        issued=issued_in(unit, indicators, window),
        sent=sent_in(unit, plans, indicators, window, criteria),
        done=list(done_in(unit, tasks, window)),
        tasks=tasks,
        leaves=tuple(sheet.leaves()),
        indicators=indicators,
        against=against,
    )
    numbers = iter(ROMAN)
    opening = part_of(material, DIRECTION, "", own=given.own("organisation"))
    seen = tuple(inspections_in(unit, window))
    # The line that leads to the figures stays right above them.
    lead = opening.paragraphs[-1:] if opening.items else ()
    told_first = opening.paragraphs[: len(opening.paragraphs) - len(lead)]
    direction = Section("", (*told_first, *seen, *lead), opening.items, own=opening.own)
    said = bool(direction.paragraphs or direction.items or direction.own)
    if said:
        direction = replace(direction, number=next(numbers))
    at = iter(range(1, 10))
    made = [part_of(material, id_, DOMAIN[id_][0], own=given.own("results", id_)) for id_ in _FIELDS]
    parts = tuple(part.numbered(str(next(at))) for part in made if part.said)
    fields = Fields(next(numbers), parts) if parts else None
    assessment = assessed(
        next(numbers),
        figures,
        tasks,
        material.sent,
        window,
        against,
        given.own("difficulties", listed_=True),
    )
    ahead = agenda(plans, window.last, (window.next_last - window.last).days, unit)
    items = [item for item in ahead.items if item.when == "coming"]
    following = coming(tasks, items, window, given.own("remedies"))
    if following is not None:
        following = replace(following, number=next(numbers))
    proposed = given.own("proposals")
    subject = f"Công tác cải cách hành chính {window.name}\ncủa {sender.full_name}"
    rows = tuple(rows_of(figures, {id_: names[0] for id_, names in DOMAIN.items()}, unit, sheet.period))
    concerned = of_period(unit, tasks, window)
    label = "Phụ lục I" if rows and concerned else "Phụ lục"
    span = f"từ ngày {day(window.first)} đến ngày {day(window.last)}"
    return PeriodicReport(
        title=f"Báo cáo {small(subject)}".replace("\n", " "),
        author=unit.unit.name,
        key=key_of(KIND, sheet.period, unit),
        draft=draft,
        heading=heading_of(sender, given.entry, subject),
        opening=carried_out(
            given.entry,
            [plan.title for plan in plans],
            sender,
            f"báo cáo công tác cải cách hành chính {window.name} (số liệu {span}) như sau:",
        ),
        direction=direction if said else None,
        fields=fields,
        chart=chart_of(figures, window.name),
        assessment=assessment,
        next_title=f"NHIỆM VỤ TRỌNG TÂM {window.next_name.upper()}",
        next=following,
        proposals=Section(next(numbers), own=proposed) if proposed else None,
        figures=FigureAnnex(
            label,
            capital(against),
            rows,
            f"Số liệu {span}. Cột thay đổi: kỳ này trừ cột trước đó, tính bằng điểm phần trăm với chỉ số tính bằng %.",
        )
        if rows
        else None,
        tasks=TaskAnnex("Phụ lục II" if rows else "Phụ lục", tuple(task_rows(unit, plans, concerned, window.last)))
        if concerned
        else None,
        closing=sentence(f"Trên đây là báo cáo công tác cải cách hành chính {window.name} của {sender.full_name}")
        + "/.",
        signature=signature_of(sender, given.entry),
        reference=reference_of(sender, given.entry),
    )
