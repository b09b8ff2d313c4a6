"""What does not agree between a plan and its source document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from parindex.model.plan import Cite, Plan, PlanTarget

from .folding import Fault, fold, mend
from .printed import not_printed
from .sections import Section, Unit, sections_of

MAX_WORDS = 8
"""A locator is a phrase of at most so many words."""


@dataclass(slots=True)
class Report:
    """The problems of one plan and what was looked at."""

    plan: str
    problems: list[str] = field(default_factory=list)
    locators: int = 0
    figures: int = 0
    cells: int = 0
    percents: int = 0
    by_targets: int = 0
    by_notes: int = 0

    @property
    def summary(self) -> str:
        """One line of counts."""
        return (
            f"{self.plan}: {self.locators} locators, {self.figures} figures, {self.cells} cells checked; "
            f"n% of the source: {self.percents}, {self.by_targets} by targets, {self.by_notes} by notes; "
            f"{len(self.problems)} problems"
        )


def check_plan(plan: Plan, source: str, faults: list[Fault]) -> Report:
    """Hold one plan against the text of its source."""
    report = Report(plan.id)
    sections = sections_of(source, faults, plan.source)

    def place(what: str, cite: Cite) -> list[Unit]:
        report.locators += 1
        phrase = mend(fold(cite.locator), faults, plan.source)
        problem = _misplaced(phrase, cite.section, sections)
        if problem:
            report.problems.append(f"{plan.id}: {what}: {cite.section}: «{cite.locator}»: {problem}")
            return []
        return sections[cite.section].units_of(phrase)

    cited: list[tuple[Unit, Decimal]] = []
    for target in plan.targets:
        for cite in (target.cite, *target.also):
            units = place(f"target {target.id}", cite)
            figure = _figure(target)
            if figure is None or not units:
                continue
            report.figures += 1
            holding = [unit for unit in units if _stands_in(figure, target.unit, unit)]
            if not holding:
                report.problems.append(
                    f"{plan.id}: target {target.id}: {cite.section}: "
                    f"{_printed(figure, target.unit)} does not stand in «{_short(units[0].text)}»"
                )
            elif target.unit == "percent":
                cited.append((holding[0], figure))
    for what, cite in _other_cites(plan):
        place(what, cite)
    report.cells, unprinted = not_printed(plan, sections, faults)
    report.problems += unprinted
    _note_sections(plan, sections, report)
    _uncovered(plan, sections, cited, report)
    return report


def _misplaced(phrase: str, name: str, sections: dict[str, Section]) -> str | None:
    """Why the phrase does not locate anything, or ``None`` when it stands exactly once in that section."""
    if len(phrase.split()) > MAX_WORDS:
        return f"more than {MAX_WORDS} words"
    if name not in sections:
        return f"no such section{_elsewhere(phrase, sections)}"
    times = sections[name].text.count(phrase)
    if times == 0:
        return f"not found there{_elsewhere(phrase, sections)}"
    return None if times == 1 else f"found {times} times there"


def _elsewhere(phrase: str, sections: dict[str, Section]) -> str:
    names = [section.name for section in sections.values() if phrase in section.text]
    return f"; stands in {', '.join(names)}" if names else "; stands nowhere in the source"


def _figure(target: PlanTarget) -> Decimal | None:
    """The figure that must be printed, for targets whose value is a number."""
    return target.value if isinstance(target.value, Decimal) else None


def _stands_in(figure: Decimal, unit: str, place: Unit) -> bool:
    if unit == "percent":
        return figure in place.percents()
    number = re.escape(format(figure.normalize(), "f").replace(".", ","))
    return re.search(rf"(?<![\d.,/])0*{number}(?![\d/]|[.,]\d|\s?%)", place.text) is not None


def _printed(figure: Decimal, unit: str) -> str:
    return format(figure.normalize(), "f").replace(".", ",") + ("%" if unit == "percent" else "")


def _short(text: str, limit: int = 90) -> str:
    return text if len(text) <= limit else f"{text[:limit]}…"


def _other_cites(plan: Plan) -> Iterator[tuple[str, Cite]]:
    for task in plan.tasks:
        yield f"task {task.id}", task.cite
    for duty in plan.reporting:
        for cite in (duty.cite, *duty.also):
            yield f"reporting {duty.id}", cite
    rest: Iterable[tuple[str, Cite]] = (
        *((f"milestone {each.id}", each.cite) for each in plan.milestones),
        *((f"inspection {each.id}", each.cite) for each in plan.inspections),
        *((f"scoring duty {each.id}", each.cite) for each in plan.scoring_duties),
    )
    yield from rest


def _note_sections(plan: Plan, sections: dict[str, Section], report: Report) -> None:
    """A note speaks of a section that exists, or of a heading above one."""
    known = {*sections, *(name[:at] for name in sections for at in range(len(name)) if name[at] == ".")}
    for note in plan.notes:
        if note.section not in known:
            report.problems.append(f"{plan.id}: note: {note.section}: no such section")


def _uncovered(plan: Plan, sections: dict[str, Section], cited: list[tuple[Unit, Decimal]], report: Report) -> None:
    """Every n% belongs to a target cited in its sentence or row, once per printing, or to a note of its section."""
    for section in sections.values():
        notes = " ".join(note.note for note in plan.notes if note.section == section.name)
        noted = set(Unit(section.name, notes, 0).percents())
        for unit in section.units:
            given = Counter(figure for place, figure in cited if place is unit)
            for figure, times in Counter(unit.percents()).items():
                report.percents += times
                targets = min(times, given[figure])
                report.by_targets += targets
                if figure in noted:
                    report.by_notes += times - targets
                elif targets < times:
                    printed = _printed(figure, "percent")
                    report.problems.append(
                        f"{plan.id}: {section.name}: {printed} is printed {times} time(s), cited {targets}: "
                        f"«{_around(unit.text, printed)}»"
                    )


def _around(text: str, figure: str, reach: int = 50) -> str:
    at = max(text.find(figure), 0)
    return text[max(0, at - reach) : at + len(figure) + reach].strip()
