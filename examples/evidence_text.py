"""What the evidence of an example says: the figures of ``unit.yaml``, gathered by document and place.

A made-up document must let an appraiser check the figure that cites it, so its text is read from the very file that
cites it and never typed a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from parindex.files.library import Library
from parindex.files.load import load_model
from parindex.locale.formats import day, number, percent
from parindex.locale.periods import period_name
from parindex.model.indicators import Indicator
from parindex.model.plan import Plan, Task
from parindex.model.unit import PartDone, Proof, TaskEntry, TaskPart, Unit, Values

_PAGE = re.compile(r",? *trang (\d+)$")


@dataclass
class Section:
    """One place of a document, such as ``mục 2, trang 3``, and what it says there."""

    heading: str
    """Empty for what is said of the document as a whole."""
    page: int
    """Page on which it stands, from 1."""
    lines: list[str] = field(default_factory=list)

    @property
    def order(self) -> tuple[int, list[tuple[int, str]]]:
        """Page first, then the heading with its numbers compared as numbers."""
        parts = re.split(r"(\d+)", self.heading)
        return self.page, [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


class Contents:
    """The sections of every document of a unit."""

    def __init__(self, path: Path) -> None:
        """Read a unit's file; raises ``Unusable`` when it is not sound."""
        self.unit, _ = load_model(path, Unit)
        library = Library.around(path)
        self._indicators = library.indicators
        self._sections: dict[str, dict[str, Section]] = {}
        self._facts()
        self._reports()
        for id_ in self.unit.plans:
            self._tasks(library.plan(id_))
        self._rest()

    def of(self, document: str) -> list[Section]:
        """The sections of a document in their order."""
        return sorted(self._sections.get(document, {}).values(), key=lambda section: section.order)

    def _say(self, proofs: Iterable[Proof], line: str) -> None:
        for proof in proofs:
            found = _PAGE.search(proof.at or "")
            heading = _PAGE.sub("", proof.at or "")
            section = self._sections.setdefault(proof.doc, {}).setdefault(
                proof.at or "", Section(heading, int(found[1]) if found else 1)
            )
            if line not in section.lines:
                section.lines.append(line)

    def _facts(self) -> None:
        for id_, entry in self.unit.facts.items():
            indicator = self._indicators[id_]
            as_of = f" (tính đến {day(entry.as_of)})" if entry.as_of else ""
            if entry.values is not None:
                self._say(entry.evidence, f"{indicator.name}: {figures(indicator, entry.values)}{as_of}.")
            for period, part in entry.periods.items():
                words = f"{indicator.name}, {period_name(period)}: {figures(indicator, part.values)}."
                self._say(part.evidence, words)

    def _reports(self) -> None:
        for id_, periods in self.unit.reports.items():
            for period, report in periods.items():
                name = f"{self._indicators[id_].name}, {period_name(period)}"
                own, *log = report.evidence
                signed = f", ký ngày {day(report.signed)}" if report.signed else ""
                self._say([own], f"{name}{signed}.")
                if report.sent_at is not None:
                    sent = f"{self._name(own)}: gửi {report.receiver or ''} ngày {day(report.sent_at)} ({name})."
                    self._say(log, sent)

    def _tasks(self, plan: Plan) -> None:
        by_id = {task.id: task for task in plan.tasks}
        for id_, entry in self.unit.tasks.get(plan.id, {}).items():
            for label, part in _parts(entry):
                done = f"hoàn thành ngày {day(part.done)}" if part.done else "có tài liệu kèm theo"
                self._say(part.evidence, f"Nhiệm vụ {_task_name(by_id[id_])}{label}: {done}.")

    def _rest(self) -> None:
        for inspection in self.unit.inspections:
            found = f"{inspection.by}: nêu {number(inspection.findings)} tồn tại, hạn chế"
            self._say([inspection.conclusion] if inspection.conclusion else [], f"{found}.")
            self._say(inspection.evidence, f"{found}; đã khắc phục {number(inspection.remedied)}.")
        for id_, nothing in self.unit.not_arising.items():
            by = f" ({nothing.by})" if nothing.by else ""
            self._say(nothing.evidence, f"{self._indicators[id_].name}: không phát sinh. {nothing.reason}{by}.")

    def _name(self, proof: Proof) -> str:
        document = self.unit.documents[proof.doc]
        return f"{document.number or document.title}{f', {proof.at}' if proof.at else ''}"


def figures(indicator: Indicator, values: Values) -> str:
    """The figures of a fact in words, with what they count."""
    unit = f" {indicator.counts}" if indicator.counts else ""
    if values.numerator is not None and values.denominator is not None:
        part = f"{indicator.numerator} {number(values.numerator)}"
        whole = f"{indicator.denominator} {number(values.denominator)}"
        return f"{part}; {whole}; tỷ lệ {number(values.numerator * 100 / values.denominator, 2)}%"
    if values.count is not None:
        left = "".join(f"; không tính {number(case.count)}: {case.reason}" for case in values.excluded)
        return f"{number(values.count)}{unit}{left}"
    if values.amount is not None:
        return f"{number(values.amount)}{unit}"
    if values.rank is not None:
        return f"thứ {number(values.rank)}"
    if values.date is not None:
        return f"ngày {day(values.date)}"
    if values.done is not None:
        return "; ".join((indicator.items or {})[item] for item in values.done)
    if values.percent is not None:
        return percent(values.percent)
    if values.answer is not None:
        return "có thực hiện" if values.answer else "không thực hiện"
    raise ValueError(f"{indicator.id}: no words for these figures")


def _parts(entry: TaskEntry) -> Iterable[tuple[str, PartDone]]:
    yield "", entry
    yield from _periods(entry.periods)
    for key, part in entry.parts.items():
        yield f", phần {key}", part
        if isinstance(part, TaskPart):
            yield from _periods(part.periods)


def _periods(periods: Mapping[str, PartDone]) -> Iterable[tuple[str, PartDone]]:
    for period, part in periods.items():
        yield f", {period_name(period)}", part


def _task_name(task: Task) -> str:
    return f"{task.cite.section} ({task.name})"
